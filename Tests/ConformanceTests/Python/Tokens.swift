/// A piece of Python text.
enum Token: Equatable, Sendable {
  case name(String)
  case number(String)
  case string(String)
  /// An operator, a bracket or a comma.
  case symbol(String)
  /// The end of a logical line.
  case newline
  case indent
  case dedent
  case end
}

/// Why a text is not of the Python that the corpus is written in.
struct PythonError: Error, CustomStringConvertible {
  let description: String
}

/// Splits Python text into tokens, with the indentation as tokens of its own.
struct Tokenizer {
  private let text: [Character]
  private var position = 0
  private var depth = 0
  private var indents = [0]
  private var tokens: [Token] = []

  static func tokens(of text: String) throws(PythonError) -> [Token] {
    var tokenizer = Tokenizer(text: Array(text))
    return try tokenizer.all()
  }

  private init(text: [Character]) { self.text = text }

  private var character: Character { position < text.count ? text[position] : "\0" }

  private static let symbols = [
    "**=", "//=", "**", "//", "<<", ">>", "<=", ">=", "==", "!=", "+=", "-=", "*=", "/=", "->", ":=", "+", "-", "*",
    "/", "%", "@", "&", "|", "^", "~", "<", ">", "(", ")", "[", "]", "{", "}", ",", ":", ";", ".", "=",
  ].map(Array.init)

  private mutating func all() throws(PythonError) -> [Token] {
    startLine()
    while position < text.count { try next() }
    if tokens.last != .newline { tokens.append(.newline) }
    tokens += indents.dropFirst().map { _ in .dedent }
    return tokens + [.end]
  }

  private mutating func next() throws(PythonError) {
    switch character {
    case " ", "\t": position += 1
    case "#": while position < text.count, character != "\n" { position += 1 }
    case "\n":
      position += 1
      if depth == 0 {
        endLine()
        startLine()
      }
    case "\"", "'": try quoted()
    case let c where c.isNumber || (c == "." && position + 1 < text.count && text[position + 1].isNumber): number()
    case let c where c.isLetter || c == "_":
      let start = position
      while character.isLetter || character.isNumber || character == "_" { position += 1 }
      tokens.append(.name(String(text[start..<position])))
    default: try symbol()
    }
  }

  private mutating func endLine() {
    if let last = tokens.last, ![.newline, .indent, .dedent].contains(last) { tokens.append(.newline) }
  }

  /// Compares the indentation of a line that is not empty with that of the block it is in.
  private mutating func startLine() {
    var end = position
    while end < text.count, text[end] == " " { end += 1 }
    guard end < text.count, text[end] != "\n", text[end] != "#" else { return }
    let indent = end - position
    position = end
    if indent > indents.last! {
      indents.append(indent)
      tokens.append(.indent)
    }
    while indent < indents.last! {
      indents.removeLast()
      tokens.append(.dedent)
    }
  }

  private mutating func quoted() throws(PythonError) {
    let quote = character
    position += 1
    let start = position
    while position < text.count, character != quote { position += 1 }
    guard position < text.count else { throw PythonError(description: "a string without its end") }
    tokens.append(.string(String(text[start..<position])))
    position += 1
  }

  private mutating func number() {
    let start = position
    while character.isNumber || character.isLetter || character == "." || character == "_"
      || ("+-".contains(character) && "eE".contains(text[position - 1]))
    {
      position += 1
    }
    tokens.append(.number(String(text[start..<position].filter { $0 != "_" })))
  }

  private mutating func symbol() throws(PythonError) {
    guard let symbol = Self.symbols.first(where: { text[position...].starts(with: $0) }) else {
      throw PythonError(description: "no token begins with '\(character)'")
    }
    position += symbol.count
    if "([{".contains(symbol[0]) { depth += 1 }
    if ")]}".contains(symbol[0]) { depth -= 1 }
    tokens.append(.symbol(String(symbol)))
  }
}
