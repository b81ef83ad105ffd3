/// Reads the text of a jaxpr into its syntax.
struct JaxprParser {
  /// How deep programs and values may nest. JAX's own do so a few levels.
  static let maximumDepth = 100

  var scanner: TextScanner
  /// The programs that have been defined so far.
  private(set) var definitions: [String: ProgramSyntax] = [:]
  private var likenesses: [ProgramParts: ProgramSyntax.Likeness] = [:]
  /// How deep the value is that is being read.
  private var depth = 0

  init(_ text: String) { scanner = TextScanner(text) }

  /// Reads the whole text: a program and nothing after it.
  mutating func whole() throws -> ProgramSyntax {
    let program = try document()
    scanner.skipBlanks()
    guard scanner.isAtEnd else { throw scanner.error("expected nothing after the program, but \(scanner.found).") }
    return program
  }

  /// `let name = program in …`, as often as there are programs used more than once; then a program. So it is also
  /// printed inside a record; names outside have nothing to do with those inside.
  mutating func document() throws -> ProgramSyntax {
    let outer = definitions
    definitions = [:]
    defer { definitions = outer }
    var ordered: [DefinitionSyntax] = []
    scanner.skipBlanks()
    while scanner.take(word: "let") {
      let definition = try definition()
      definitions[definition.name] = definition.program
      ordered.append(definition)
      scanner.skipBlanks()
    }
    let main = try program()
    return ordered.isEmpty ? main : ProgramSyntax(main.parts, main.position, main.likeness, definitions: ordered)
  }

  private mutating func definition() throws -> DefinitionSyntax {
    scanner.skipBlanks()
    let start = scanner.position
    let name = try scanner.balanced()
    guard !name.isEmpty else { throw scanner.error("expected a name after 'let', but \(scanner.found).") }
    guard definitions[name] == nil else { throw scanner.error("'\(name)' is defined twice.", at: start) }
    try scanner.expect("=", "after the name of a program")
    scanner.skipBlanks()
    let program = try program()
    scanner.skipBlanks()
    guard scanner.take(word: "in") else { throw scanner.error("expected 'in' after a program, but \(scanner.found).") }
    return DefinitionSyntax(name: name, program: program)
  }

  /// Runs `body` one level deeper.
  mutating func nested<T>(_ body: (inout JaxprParser) throws -> T) throws -> T {
    guard depth < Self.maximumDepth else {
      throw scanner.error("this nests more than \(Self.maximumDepth) levels deep.")
    }
    depth += 1
    defer { depth -= 1 }
    return try body(&self)
  }

  /// Whether a program begins here, and not a set or a dictionary.
  var isAtProgram: Bool {
    guard scanner.byte == UInt8(ascii: "{") else { return false }
    var ahead = scanner
    _ = ahead.take("{")
    ahead.skipBlanks()
    return ahead.take(word: "lambda")
  }

  mutating func program() throws -> ProgramSyntax {
    try nested { try $0.unnestedProgram() }
  }

  private mutating func unnestedProgram() throws -> ProgramSyntax {
    let start = scanner.position
    guard isAtProgram else { throw scanner.error("expected a program, '{ lambda …', but \(scanner.found).") }
    _ = scanner.take("{")
    scanner.skipBlanks()
    _ = scanner.take(word: "lambda")
    var parts = ProgramParts()
    parts.constants = try binders()
    try scanner.expect(";", "after the constants of a program")
    parts.inputs = try binders()
    try scanner.expect(".", "after the inputs of a program")
    scanner.skipBlanks()
    guard scanner.take(word: "let") else {
      throw scanner.error("expected 'let' after the inputs of a program, but \(scanner.found).")
    }
    var names = Set<String>()
    try declare(parts.constants + parts.inputs, &names)
    while true {
      scanner.skipBlanks()
      if scanner.take(";") { continue }
      if let outputs = try results() {
        parts.outputs = outputs
        break
      }
      let equation = try equation(names)
      try declare(equation.results, &names)
      parts.equations.append(equation)
    }
    let likeness = likenesses[parts] ?? ProgramSyntax.Likeness()
    likenesses[parts] = likeness
    let program = ProgramSyntax(parts, start, likeness)
    guard program.depth <= Self.maximumDepth else {
      throw scanner.error("programs nest more than \(Self.maximumDepth) levels deep here.", at: start)
    }
    return program
  }

  private func declare(_ binders: [BinderSyntax], _ names: inout Set<String>) throws {
    for binder in binders where binder.name != "_" {
      guard names.insert(binder.name).inserted else {
        throw scanner.error("the variable '\(binder.name)' is bound twice.", at: binder.position)
      }
    }
  }

  // MARK: Binders and types

  /// `a:f32[3] b:i32[]`.
  private mutating func binders() throws -> [BinderSyntax] {
    var binders: [BinderSyntax] = []
    while true {
      scanner.skipBlanks()
      guard TextScanner.isWord(scanner.byte) else { return binders }
      binders.append(try binder())
    }
  }

  private mutating func binder() throws -> BinderSyntax {
    let start = scanner.position
    let name = scanner.word()
    guard let first = name.utf8.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else {
      throw scanner.error("expected the name of a variable, but there is '\(name)'.", at: start)
    }
    try scanner.expect(":", "and a type after the variable '\(name)'")
    scanner.skipBlanks()
    return BinderSyntax(name: name, type: try type(), position: start)
  }

  private mutating func type() throws -> TypeSyntax {
    let start = scanner.position
    let name = scanner.word { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") }
    guard !name.isEmpty else { throw scanner.error("expected a type such as f32[2,3], but \(scanner.found).") }
    try scanner.expect("[", "in a type such as f32[2,3]")
    var dims: [Int] = []
    scanner.skipBlanks()
    while !scanner.take("]") {
      if !dims.isEmpty { try scanner.expect(",", "or ']' in a type such as f32[2,3]") }
      scanner.skipBlanks()
      let place = scanner.position
      guard let dim = scanner.count() else {
        throw scanner.error(
          "expected the extent of a dimension, an integer from 0 up, but \(scanner.found).", at: place)
      }
      dims.append(dim)
      scanner.skipBlanks()
    }
    return TypeSyntax(name: name, dims: dims, position: start)
  }

  // MARK: Equations

  /// `in (a, 2.0)` and the closing brace: the results, which end a program. There may be a variable `in` as well, so
  /// nothing less tells that they are here.
  private mutating func results() throws -> [AtomSyntax]? {
    let start = scanner.position
    guard scanner.take(word: "in") else { return nil }
    scanner.skipBlanks()
    guard scanner.take("(") else {
      scanner.move(to: start)
      return nil
    }
    var outputs: [AtomSyntax] = []
    scanner.skipBlanks()
    while !scanner.take(")") {
      outputs.append(try atom())
      scanner.skipBlanks()
      if scanner.take(",") {
        scanner.skipBlanks()
      } else if scanner.byte != UInt8(ascii: ")") || outputs.count == 1 {
        throw scanner.error("expected ',' after a result, but \(scanner.found).")
      }
    }
    try scanner.expect("}", "after the results of a program")
    return outputs
  }

  /// Whether the results of a program begin here.
  private func isAtResults(_ names: Set<String>) -> Bool {
    var ahead = self
    guard ahead.scanner.take(word: "in") else { return false }
    ahead.scanner.skipBlanks()
    guard ahead.scanner.byte == UInt8(ascii: "(") else { return false }
    guard names.contains("in") else { return true }
    ahead = self
    return (try? ahead.results()) != nil
  }

  private mutating func equation(_ names: Set<String>) throws -> EquationSyntax {
    var results: [BinderSyntax] = []
    while isAtBinder {
      results.append(try binder())
      scanner.skipBlanks()
    }
    if !results.isEmpty {
      try scanner.expect("=", "after the variables of an equation")
      scanner.skipBlanks()
    }
    let place = scanner.position
    let primitive = scanner.word { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }
    guard !primitive.isEmpty else {
      throw scanner.error("expected an equation, or 'in' and the results, but \(scanner.found).")
    }
    let parameters = scanner.take("[") ? try self.parameters() : []
    return EquationSyntax(
      results: results, primitive: primitive, parameters: parameters, operands: try operands(names), position: place)
  }

  private var isAtBinder: Bool {
    var ahead = scanner
    guard !ahead.word().isEmpty else { return false }
    ahead.skipBlanks()
    return ahead.byte == UInt8(ascii: ":")
  }

  /// The operands of an equation, which may go on over several lines. They end where a binder or, at the beginning of a
  /// line, anything but a variable or a number stands: that is the next primitive.
  private mutating func operands(_ names: Set<String>) throws -> [AtomSyntax] {
    var operands: [AtomSyntax] = []
    while true {
      let isNewLine = scanner.skipBlanks()
      if scanner.isAtEnd || scanner.byte == UInt8(ascii: ";") || scanner.byte == UInt8(ascii: "}") { return operands }
      if isAtResults(names) || isAtBinder { return operands }
      if isNewLine {
        var ahead = scanner
        guard let text = try? ahead.balanced(), names.contains(text) || Scalar(pythonText: text) != nil else {
          return operands
        }
      }
      operands.append(try atom())
    }
  }

  private mutating func atom() throws -> AtomSyntax {
    let start = scanner.position
    let text = try scanner.balanced()
    guard !text.isEmpty else { throw scanner.error("expected a variable or a number, but \(scanner.found).") }
    return AtomSyntax(text: text, position: start)
  }
}
