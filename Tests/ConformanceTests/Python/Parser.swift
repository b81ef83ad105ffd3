/// Reads the Python that the corpus is written in: expressions, functions, assignments, loops and branches.
struct Parser {
  private let tokens: [Token]
  private var position = 0

  static func expression(_ text: String) throws(PythonError) -> Expression {
    var parser = Parser(tokens: try Tokenizer.tokens(of: text))
    let expression = try parser.expressions()
    guard parser.token == .newline else { throw parser.unexpected("the end of the expression") }
    return expression
  }

  static func statements(_ text: String) throws(PythonError) -> [Statement] {
    var parser = Parser(tokens: try Tokenizer.tokens(of: text))
    var statements: [Statement] = []
    while parser.token != .end { statements += try parser.statement() }
    return statements
  }

  private init(tokens: [Token]) { self.tokens = tokens }

  private var token: Token { tokens[position] }

  private func unexpected(_ wanted: String) -> PythonError {
    PythonError(description: "expected \(wanted), found \(token)")
  }

  private mutating func take(_ symbol: String) -> Bool {
    guard token == .symbol(symbol) || token == .name(symbol) else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ symbol: String) throws(PythonError) {
    guard take(symbol) else { throw unexpected("'\(symbol)'") }
  }

  private mutating func identifier() throws(PythonError) -> String {
    guard case .name(let name) = token else { throw unexpected("a name") }
    position += 1
    return name
  }

  // MARK: Statements

  private mutating func statement() throws(PythonError) -> [Statement] {
    switch token {
    case .newline:
      position += 1
      return []
    case .symbol("@"), .name("def"): return [try function()]
    case .name("for"):
      position += 1
      let target = try targets()
      try expect("in")
      let values = try expressions()
      return [.loop(target, values, try block())]
    case .name("if"):
      position += 1
      return [try branch()]
    default: return try line()
    }
  }

  /// The statements of one line, which semicolons divide.
  private mutating func line() throws(PythonError) -> [Statement] {
    var statements = [try simple()]
    while take(";"), token != .newline { statements.append(try simple()) }
    guard token == .newline else { throw unexpected("the end of the line") }
    position += 1
    return statements
  }

  private mutating func simple() throws(PythonError) -> Statement {
    if take("pass") { return .pass }
    if take("return") { return .result(token == .newline ? .none : try expressions()) }
    var parts = [try expressions()]
    for symbol in ["+", "-", "*", "/"] where take(symbol + "=") {
      return .assignment([parts[0]], .binary(symbol, parts[0], try expressions()))
    }
    while take("=") { parts.append(try expressions()) }
    let value = parts.removeLast()
    return parts.isEmpty ? .expression(value) : .assignment(parts, value)
  }

  private mutating func branch() throws(PythonError) -> Statement {
    let condition = try expression()
    let body = try block()
    if take("elif") { return .branch(condition, body, otherwise: [try branch()]) }
    return .branch(condition, body, otherwise: take("else") ? try block() : [])
  }

  private mutating func function() throws(PythonError) -> Statement {
    var decorators: [Expression] = []
    while take("@") {
      decorators.append(try expression())
      position += 1
    }
    try expect("def")
    let name = try identifier()
    try expect("(")
    let parameters = try parameters(until: ")")
    try expect(")")
    return .function(name, parameters, try block(), decorators: decorators)
  }

  /// What follows a colon: statements on the same line, or an indented block.
  private mutating func block() throws(PythonError) -> [Statement] {
    try expect(":")
    guard token == .newline else { return try line() }
    position += 1
    guard token == .indent else { throw unexpected("an indented block") }
    position += 1
    var statements: [Statement] = []
    while token != .dedent, token != .end { statements += try statement() }
    if token == .dedent { position += 1 }
    return statements
  }

  private mutating func parameters(until end: String) throws(PythonError) -> [Parameter] {
    var parameters: [Parameter] = []
    while token != .symbol(end) {
      let isVariadic = take("*")
      let name = try identifier()
      let value = take("=") ? try expression() : nil
      parameters.append(Parameter(name: name, defaultValue: value, isVariadic: isVariadic))
      guard take(",") else { break }
    }
    return parameters
  }

  // MARK: Expressions, from the loosest binding to the tightest

  /// Expressions divided by commas are a tuple.
  private mutating func expressions() throws(PythonError) -> Expression {
    try list { parser throws(PythonError) in try parser.expression() }
  }

  private mutating func targets() throws(PythonError) -> Expression {
    try list { parser throws(PythonError) in try parser.binary(0) }
  }

  private mutating func list(
    _ element: (inout Parser) throws(PythonError) -> Expression
  ) throws(PythonError) -> Expression {
    let first = try element(&self)
    guard token == .symbol(",") else { return first }
    var elements = [first]
    while take(","), startsExpression { elements.append(try element(&self)) }
    return .tuple(elements)
  }

  private var startsExpression: Bool {
    switch token {
    case .number, .string: true
    case .name(let name): !["in", "for", "if", "else"].contains(name)
    case .symbol(let symbol): ["(", "[", "{", "-", "~", "+", "*", ".", ":"].contains(symbol)
    default: false
    }
  }

  private mutating func expression() throws(PythonError) -> Expression {
    if take("*") { return .starred(try expression()) }
    if take("lambda") {
      let parameters = try parameters(until: ":")
      try expect(":")
      return .lambda(parameters, try expression())
    }
    let value = try disjunction()
    guard take("if") else { return value }
    let condition = try disjunction()
    try expect("else")
    return .conditional(condition, then: value, otherwise: try expression())
  }

  private mutating func disjunction() throws(PythonError) -> Expression {
    var value = try conjunction()
    while take("or") { value = .or(value, try conjunction()) }
    return value
  }

  private mutating func conjunction() throws(PythonError) -> Expression {
    var value = try negation()
    while take("and") { value = .and(value, try negation()) }
    return value
  }

  private mutating func negation() throws(PythonError) -> Expression {
    if take("not") { return .not(try negation()) }
    let first = try binary(0)
    var rest: [(String, Expression)] = []
    while let comparison = Self.comparisons.first(where: { token == .symbol($0) || token == .name($0) }) {
      position += 1
      let isNegated = comparison == "is" && take("not")
      rest.append((isNegated ? "is not" : comparison, try binary(0)))
    }
    return rest.isEmpty ? first : .comparison(first, rest)
  }

  private static let comparisons = ["<=", ">=", "==", "!=", "<", ">", "is"]
  private static let levels = [["|"], ["^"], ["&"], ["<<", ">>"], ["+", "-"], ["*", "//", "/", "%", "@"]]

  private mutating func binary(_ level: Int) throws(PythonError) -> Expression {
    guard level < Self.levels.count else { return try unary() }
    var value = try binary(level + 1)
    while let symbol = Self.levels[level].first(where: { token == .symbol($0) }), take(symbol) {
      value = .binary(symbol, value, try binary(level + 1))
    }
    return value
  }

  private mutating func unary() throws(PythonError) -> Expression {
    for symbol in ["-", "+", "~"] where take(symbol) { return .unary(symbol, try unary()) }
    let base = try postfix()
    return take("**") ? .binary("**", base, try unary()) : base
  }

  private mutating func postfix() throws(PythonError) -> Expression {
    var value = try atom()
    while true {
      if take(".") {
        value = .attribute(value, try identifier())
      } else if take("(") {
        value = .call(value, try arguments())
      } else if take("[") {
        value = .subscripted(value, try list { parser throws(PythonError) in try parser.index() })
        try expect("]")
      } else {
        return value
      }
    }
  }

  private mutating func arguments() throws(PythonError) -> [CallArgument] {
    var arguments: [CallArgument] = []
    while !take(")") {
      if case .name(let name) = token, tokens[position + 1] == .symbol("=") {
        position += 2
        arguments.append(CallArgument(name: name, value: try expression()))
      } else {
        let value = try expression()
        arguments.append(CallArgument(name: nil, value: try comprehension(of: value) ?? value))
      }
      if !take(","), token != .symbol(")") { throw unexpected("',' or ')'") }
    }
    return arguments
  }

  private mutating func index() throws(PythonError) -> Expression {
    func isBound(_ token: Token) -> Bool { ![.symbol(":"), .symbol("]"), .symbol(",")].contains(token) }
    let start = isBound(token) ? try expression() : nil
    guard take(":") else {
      guard let start else { throw unexpected("an index") }
      return start
    }
    let stop = isBound(token) ? try expression() : nil
    return .slice(start, stop, take(":") && isBound(token) ? try expression() : nil)
  }

  private mutating func comprehension(of element: Expression) throws(PythonError) -> Expression? {
    var clauses: [ComprehensionClause] = []
    while take("for") {
      let target = try targets()
      try expect("in")
      let values = try disjunction()
      var conditions: [Expression] = []
      while take("if") { conditions.append(try disjunction()) }
      clauses.append(ComprehensionClause(target: target, values: values, conditions: conditions))
    }
    return clauses.isEmpty ? nil : .comprehension(element, clauses)
  }

  private mutating func atom() throws(PythonError) -> Expression {
    defer { position += 1 }
    switch token {
    case .number(let text): return try number(text)
    case .string(let text): return .string(text)
    case .name("None"): return .none
    case .name("True"): return .bool(true)
    case .name("False"): return .bool(false)
    case .name(let name): return .name(name)
    case .symbol("."):
      position += 2
      return .ellipsis
    case .symbol("("):
      position += 1
      if token == .symbol(")") { return .tuple([]) }
      let value = try expressions()
      let comprehension = try comprehension(of: value)
      guard token == .symbol(")") else { throw unexpected("')'") }
      return comprehension ?? value
    case .symbol("["):
      position += 1
      if token == .symbol("]") { return .list([]) }
      let first = try expression()
      if let comprehension = try comprehension(of: first) { return comprehension }
      var elements = [first]
      while take(","), startsExpression { elements.append(try expression()) }
      guard token == .symbol("]") else { throw unexpected("']'") }
      return .list(elements)
    case .symbol("{"):
      position += 1
      var pairs: [(Expression, Expression)] = []
      while token != .symbol("}") {
        let key = try expression()
        try expect(":")
        pairs.append((key, try expression()))
        guard take(",") else { break }
      }
      guard token == .symbol("}") else { throw unexpected("'}'") }
      return .dictionary(pairs)
    default: throw unexpected("an expression")
    }
  }

  private func number(_ text: String) throws(PythonError) -> Expression {
    if text.hasSuffix("j"), let value = Double(text.dropLast().description.completed) { return .imaginary(value) }
    if let value = Int(text) { return .int(value) }
    if text.hasPrefix("0x"), let value = Int(text.dropFirst(2), radix: 16) { return .int(value) }
    guard let value = Double(text.completed) else { throw PythonError(description: "'\(text)' is not a number") }
    return .float(value)
  }
}

extension String {
  /// A number as Swift reads it: with digits on both sides of its point.
  fileprivate var completed: String {
    let text = hasPrefix(".") ? "0" + self : self
    return text.hasSuffix(".") ? text + "0" : text.replacing(".e", with: ".0e")
  }
}
