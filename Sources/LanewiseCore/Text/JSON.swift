/// A JSON value. Numbers keep what they were written as: an integer is not a double.
package enum JSONValue: Equatable, Sendable {
  case null
  case bool(Bool)
  /// A number without fraction and exponent.
  case int(Int)
  /// The same, beyond `Int` but within 64 unsigned bits.
  case uint(UInt64)
  /// A number with a fraction or an exponent, or an integer of more than 64 bits.
  case double(Double)
  case string(String)
  case array([JSONValue])
  /// Members by name; of several with one name the last counts.
  case object([String: JSONValue])
}

/// Why a text is not JSON, and where: line and column count from 1, columns in bytes.
package struct JSONError: Error, Equatable, CustomStringConvertible {
  package let message: String
  package let line: Int
  package let column: Int

  package init(message: String, line: Int, column: Int) {
    self.message = message
    self.line = line
    self.column = column
  }

  package var description: String { "line \(line), column \(column): \(message)" }
}

extension JSONValue {
  /// Reads a text of exactly one value (RFC 8259). Values may nest 1000 levels deep.
  package init(parsing text: String) throws(JSONError) {
    try self.init(parsing: Array(text.utf8))
  }

  /// Reads UTF-8 bytes of exactly one value.
  package init(parsing bytes: some Sequence<UInt8>) throws(JSONError) {
    var parser = JSONParser(bytes: Array(bytes))
    self = try parser.document()
  }

  /// The member of that name; nil where there is none or this is not an object.
  package subscript(_ name: String) -> JSONValue? {
    if case .object(let members) = self { members[name] } else { nil }
  }

  package var arrayValue: [JSONValue]? { if case .array(let values) = self { values } else { nil } }
  package var objectValue: [String: JSONValue]? { if case .object(let members) = self { members } else { nil } }
  package var stringValue: String? { if case .string(let text) = self { text } else { nil } }
  package var intValue: Int? { if case .int(let number) = self { number } else { nil } }
  package var boolValue: Bool? { if case .bool(let flag) = self { flag } else { nil } }

  /// Any number as a double.
  package var doubleValue: Double? {
    switch self {
    case .int(let number): Double(number)
    case .uint(let number): Double(number)
    case .double(let number): number
    default: nil
    }
  }
}

private struct JSONParser {
  let bytes: [UInt8]
  var position = 0
  var depth = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// The byte at the position, 0 behind the end: no token begins with it.
  var byte: UInt8 { position < bytes.count ? bytes[position] : 0 }

  func error(_ message: String, at place: Int? = nil) -> JSONError {
    let before = bytes[..<(place ?? position)]
    let line = before.lazy.filter { $0 == UInt8(ascii: "\n") }.count + 1
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return JSONError(message: message, line: line, column: before.count - start + 1)
  }

  func unexpected(_ expected: String) -> JSONError {
    if position >= bytes.count { return error("expected \(expected), but the text ends") }
    let found = (0x21...0x7e).contains(byte) ? "'\(Character(Unicode.Scalar(byte)))'" : "byte \(byte)"
    return error("expected \(expected), found \(found)")
  }

  mutating func skipBlanks() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0a, 0x0d: position += 1
      default: return
      }
    }
  }

  /// Consumes the character where it stands here, after blanks.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard position < bytes.count, byte == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  mutating func document() throws(JSONError) -> JSONValue {
    let value = try value()
    skipBlanks()
    guard position == bytes.count else { throw unexpected("the end of the text") }
    return value
  }

  mutating func value() throws(JSONError) -> JSONValue {
    skipBlanks()
    switch byte {
    case UInt8(ascii: "{"): return try nested { parser throws(JSONError) in try parser.object() }
    case UInt8(ascii: "["): return try nested { parser throws(JSONError) in try parser.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: throw unexpected("a value")
    }
  }

  mutating func nested(
    _ body: (inout JSONParser) throws(JSONError) -> JSONValue
  ) throws(JSONError) -> JSONValue {
    guard depth < 1000 else { throw error("values nest more than 1000 levels deep") }
    position += 1
    depth += 1
    defer { depth -= 1 }
    return try body(&self)
  }

  mutating func array() throws(JSONError) -> JSONValue {
    var values: [JSONValue] = []
    if take("]") { return .array(values) }
    while true {
      values.append(try value())
      if take("]") { return .array(values) }
      guard take(",") else { throw unexpected("',' or ']'") }
    }
  }

  mutating func object() throws(JSONError) -> JSONValue {
    var members: [String: JSONValue] = [:]
    if take("}") { return .object(members) }
    while true {
      skipBlanks()
      guard byte == UInt8(ascii: "\"") else { throw unexpected("a member's name") }
      let name = try string()
      guard take(":") else { throw unexpected("':'") }
      members[name] = try value()
      if take("}") { return .object(members) }
      guard take(",") else { throw unexpected("',' or '}'") }
    }
  }

  mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
    let end = position + word.utf8CodeUnitCount
    guard end <= bytes.count, bytes[position..<end].elementsEqual(Array("\(word)".utf8)) else {
      throw unexpected("'\(word)'")
    }
    position = end
    return value
  }

  mutating func digits() throws(JSONError) {
    guard isDigit else { throw unexpected("a digit") }
    while isDigit { position += 1 }
  }

  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  mutating func number() throws(JSONError) -> JSONValue {
    let start = position
    var isInteger = true
    if byte == UInt8(ascii: "-") { position += 1 }
    if byte == UInt8(ascii: "0") { position += 1 } else { try digits() }
    if isDigit { throw error("a number begins with a zero") }
    if byte == UInt8(ascii: ".") {
      isInteger = false
      position += 1
      try digits()
    }
    if byte | 0x20 == UInt8(ascii: "e") {
      isInteger = false
      position += 1
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { position += 1 }
      try digits()
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isInteger {
      if let number = Int(text) { return .int(number) }
      if let number = UInt64(text) { return .uint(number) }
    }
    guard let number = Double(text) else { throw error("not a number: \(text)", at: start) }
    return .double(number)
  }

  /// The string at the position. A run without escapes, which most strings are, is taken as a whole.
  mutating func string() throws(JSONError) -> String {
    let start = position
    position += 1
    var text = ""
    var run = position
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        text += try decode(run..<position)
        position += 1
        return text
      case UInt8(ascii: "\\"):
        text += try decode(run..<position)
        position += 1
        text.unicodeScalars.append(try escape())
        run = position
      case 0..<0x20:
        throw error("a control character stands in a string")
      default:
        position += 1
      }
    }
    throw error("the string has no end", at: start)
  }

  func decode(_ range: Range<Int>) throws(JSONError) -> String {
    guard let text = String(validating: bytes[range], as: UTF8.self) else {
      throw error("the string is not UTF-8", at: range.lowerBound)
    }
    return text
  }

  mutating func escape() throws(JSONError) -> Unicode.Scalar {
    let start = position - 1
    let letter = byte
    position += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{c}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): break
    default: throw error("no such escape", at: start)
    }
    let first = try hexadecimal(start)
    if let scalar = Unicode.Scalar(first) { return scalar }
    // A code point beyond 16 bits is written as a pair of surrogates, high and low.
    guard first < 0xdc00, byte == UInt8(ascii: "\\") else { throw error("a surrogate without its pair", at: start) }
    position += 1
    guard byte == UInt8(ascii: "u") else { throw error("a surrogate without its pair", at: start) }
    position += 1
    let second = try hexadecimal(start)
    guard (0xdc00..<0xe000).contains(second) else { throw error("a surrogate without its pair", at: start) }
    return Unicode.Scalar(0x10000 + (UInt32(first - 0xd800) << 10) + UInt32(second - 0xdc00))!
  }

  mutating func hexadecimal(_ start: Int) throws(JSONError) -> UInt16 {
    var code: UInt16 = 0
    for _ in 0..<4 {
      guard position < bytes.count, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw error("an escape wants four hexadecimal digits", at: start)
      }
      code = code << 4 | UInt16(digit)
      position += 1
    }
    return code
  }
}
