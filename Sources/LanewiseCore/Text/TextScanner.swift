/// A place in a text that moves forward: what stands there, and what is consumed.
struct TextScanner {
  private let bytes: [UInt8]
  private(set) var offset = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  var position: TextPosition { TextPosition(offset: offset) }
  var isAtEnd: Bool { offset == bytes.count }
  /// The byte here; 0 at the end of the text, which no text contains otherwise that is a program.
  var byte: UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  func error(_ message: String, at position: TextPosition? = nil) -> JaxprTextError {
    let before = bytes[..<(position ?? self.position).offset]
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return JaxprTextError(message, line: line, column: before.count - start + 1)
  }

  /// What is here, for a message.
  var found: String {
    isAtEnd ? "the text ends" : "there is '\(String(decoding: bytes[offset..<wordEnd(from: offset)], as: UTF8.self))'"
  }

  /// What was consumed since `start`, or up to `end`.
  func text(from start: TextPosition, to end: TextPosition? = nil) -> String {
    String(decoding: bytes[start.offset..<(end ?? position).offset], as: UTF8.self)
  }

  mutating func move(to position: TextPosition) { offset = position.offset }

  // MARK: Blanks

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }

  /// Consumes blanks and newlines; true if there was a newline.
  @discardableResult mutating func skipBlanks() -> Bool {
    let start = offset
    while offset < bytes.count, Self.isBlank(bytes[offset]) { offset += 1 }
    return bytes[start..<offset].contains(UInt8(ascii: "\n"))
  }

  // MARK: Characters and words

  /// Consumes the character if it is here.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard byte == UInt8(ascii: character), !isAtEnd else { return false }
    offset += 1
    return true
  }

  /// Consumes the character, after blanks.
  mutating func expect(_ character: Unicode.Scalar, _ place: String) throws {
    skipBlanks()
    guard take(character) else { throw error("expected '\(character)' \(place), but \(found).") }
  }

  /// Whether the text goes on with this one here.
  func isAt(_ text: StaticString) -> Bool {
    guard bytes.count - offset >= text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { bytes[offset..<offset + $0.count].elementsEqual($0) }
  }

  /// Consumes the word if it is here and ends there.
  mutating func take(word: StaticString) -> Bool {
    let end = offset + word.utf8CodeUnitCount
    guard isAt(word), end == bytes.count || !Self.isWord(bytes[end]) else { return false }
    offset = end
    return true
  }

  static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }

  /// Consumes the longest run of letters, digits, `_`, and what `also` allows.
  mutating func word(also: (UInt8) -> Bool = { _ in false }) -> String {
    let start = position
    while offset < bytes.count, Self.isWord(bytes[offset]) || also(bytes[offset]) { offset += 1 }
    return text(from: start)
  }

  private func wordEnd(from start: Int) -> Int {
    var end = start + 1
    while end < bytes.count, end - start < 20, Self.isWord(bytes[end]) { end += 1 }
    return end
  }

  /// Consumes an integer that is not negative.
  mutating func count() -> Int? {
    let start = position
    while offset < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[offset]) { offset += 1 }
    return Int(text(from: start))
  }

  // MARK: Text that is kept as it stands

  /// Consumes everything up to a blank, comma, semicolon or closing bracket that is not inside brackets or quotes.
  mutating func balanced() throws -> String {
    let start = position
    var open: [TextPosition] = []
    while offset < bytes.count {
      let byte = bytes[offset]
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "<"): open.append(position)
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ">"):
        if open.isEmpty, byte != UInt8(ascii: ">") { return text(from: start) }
        try close(&open, byte)
      case UInt8(ascii: "'"), UInt8(ascii: "\""):
        try quoted(byte)
        continue
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"),
        UInt8(ascii: "\r"):
        if open.isEmpty { return text(from: start) }
      default: break
      }
      offset += 1
    }
    if let first = open.first { throw error("this bracket is not closed.", at: first) }
    return text(from: start)
  }

  /// Takes off the bracket that `byte` closes. A `<` or `>` alone is none: it compares, or is part of an arrow.
  private func close(_ open: inout [TextPosition], _ byte: UInt8) throws {
    let opening: [UInt8: UInt8] = [
      UInt8(ascii: ")"): UInt8(ascii: "("), UInt8(ascii: "]"): UInt8(ascii: "["), UInt8(ascii: "}"): UInt8(ascii: "{"),
    ]
    if byte == UInt8(ascii: ">") {
      if let last = open.last, bytes[last.offset] == UInt8(ascii: "<") { open.removeLast() }
      return
    }
    while let last = open.popLast() {
      if bytes[last.offset] == opening[byte] { return }
      guard bytes[last.offset] == UInt8(ascii: "<") else { throw error("this bracket is not closed.", at: last) }
    }
  }

  private mutating func quoted(_ quote: UInt8) throws {
    let start = position
    offset += 1
    while offset < bytes.count, bytes[offset] != quote {
      offset += bytes[offset] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard offset < bytes.count else {
      offset = bytes.count
      throw error("this quotation is not closed.", at: start)
    }
    offset += 1
  }
}
