// The parameters of an equation: names and values in Python's notation, and programs.

extension JaxprParser {
  /// `dimension=0 is_stable=True num_keys=1]`, the opening bracket having been consumed.
  mutating func parameters() throws -> [ParameterSyntax] {
    var parameters: [ParameterSyntax] = []
    var names = Set<String>()
    while true {
      scanner.skipBlanks()
      if scanner.take("]") { return parameters }
      let start = scanner.position
      guard let name = parameterName() else {
        throw scanner.error("expected a parameter such as axis=0, or ']', but \(scanner.found).")
      }
      guard names.insert(name).inserted else {
        throw scanner.error("the parameter '\(name)' is given twice.", at: start)
      }
      parameters.append(ParameterSyntax(name: name, value: try parameterValue(of: name), position: start))
    }
  }

  /// Consumes `name=`.
  private mutating func parameterName() -> String? {
    let start = scanner.position
    let name = scanner.word()
    scanner.skipBlanks()
    guard !name.isEmpty, scanner.take("=") else {
      scanner.move(to: start)
      return nil
    }
    scanner.skipBlanks()
    return name
  }

  /// A value. Some of Python's texts have blanks in them, and then all up to the next parameter is one.
  private mutating func parameterValue(of name: String) throws -> ValueSyntax {
    let start = scanner.position
    let value = try value(of: name, isEmbedded: false)
    let valueEnd = scanner.position.offset
    var end = scanner.position
    while true {
      scanner.skipBlanks()
      var ahead = self
      if scanner.isAtEnd || scanner.byte == UInt8(ascii: "]") || ahead.parameterName() != nil { break }
      guard try !scanner.balanced().isEmpty else {
        throw scanner.error("expected the value of '\(name)' to end with a blank or ']', but \(scanner.found).")
      }
      end = scanner.position
    }
    return end.offset == valueEnd ? value : .text(scanner.text(from: start, to: end))
  }

  /// A value of the parameter `name`. One that is `embedded` is Python's `str` of something, in which a program is
  /// printed on its own.
  private mutating func value(of name: String, isEmbedded: Bool) throws -> ValueSyntax {
    let start = scanner.position
    if isAtProgram { return .program(try isEmbedded ? document() : program()) }
    if isEmbedded, scanner.isAt("let ") { return .program(try nested { try $0.document() }) }
    if let value = try nested({ try $0.structured(of: name) }), isAtEndOfValue { return value }
    scanner.move(to: start)
    let text = try scanner.balanced()
    guard !text.isEmpty else { throw scanner.error("expected the value of '\(name)', but \(scanner.found).") }
    // A name is a name, whatever else may be called so.
    if !isEmbedded, name != "name", !name.hasSuffix("_name"), let program = definitions[text] {
      return .program(program)
    }
    return .text(text)
  }

  private var isAtEndOfValue: Bool {
    switch scanner.byte {
    case UInt8(ascii: ","), UInt8(ascii: ")"), UInt8(ascii: "]"): true
    default: scanner.isAtEnd || TextScanner.isBlank(scanner.byte)
    }
  }

  /// A tuple, list or record; nil where none stands here, the text being consumed partly then.
  private mutating func structured(of name: String) throws -> ValueSyntax? {
    if scanner.take("(") { return try items(of: name, until: ")").map { .tuple($0) } }
    if scanner.take("[") { return try items(of: name, until: "]").map { .list($0) } }
    let record = scanner.word()
    guard !record.isEmpty, scanner.take("(") else { return nil }
    var fields: [ParameterSyntax] = []
    while true {
      scanner.skipBlanks()
      let start = scanner.position
      guard let field = parameterName() else { return nil }
      fields.append(ParameterSyntax(name: field, value: try value(of: field, isEmbedded: true), position: start))
      scanner.skipBlanks()
      if scanner.take(")") { return .record(record, fields) }
      guard scanner.take(",") else { return nil }
    }
  }

  /// `1, 2)`, or programs without commas between them; nil where it is neither.
  private mutating func items(of name: String, until end: Unicode.Scalar) throws -> [ValueSyntax]? {
    scanner.skipBlanks()
    let isEmbedded = end == "]" || !isAtPrograms
    var items: [ValueSyntax] = []
    while !scanner.take(end) {
      items.append(try value(of: name, isEmbedded: isEmbedded))
      scanner.skipBlanks()
      guard isEmbedded else { continue }
      let hasComma = scanner.take(",")
      scanner.skipBlanks()
      // (1+2j) is no tuple.
      guard hasComma || scanner.byte == UInt8(ascii: end), hasComma || items.count > 1 || end == "]" else { return nil }
    }
    return items
  }

  /// Whether these are programs laid out one after the other, and not the `str` of a tuple of programs.
  private var isAtPrograms: Bool {
    var ahead = scanner
    guard let first = try? ahead.balanced(), isAtProgram || definitions[first] != nil else { return false }
    ahead.skipBlanks()
    return ahead.byte != UInt8(ascii: ",")
  }
}
