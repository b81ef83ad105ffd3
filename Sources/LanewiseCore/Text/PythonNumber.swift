extension Scalar {
  /// Reads what Python's `str` makes of a number: `True`, `3`, `-0.5`, `1e-05`, `inf`, `(1+2j)`, `2j`. Nil where the
  /// text is something else, or an integer of more than 64 bits.
  package init?(pythonText text: String) {
    switch text {
    case "True": self = .bool(true)
    case "False": self = .bool(false)
    default:
      let isComplex = text.hasSuffix("j") || text.hasSuffix("j)")
      if isComplex, let value = Self.complex(text) {
        self = value
      } else if let value = Int64(text) {
        self = .int(value)
      } else if let value = UInt64(text) {
        self = .uint(value)
      } else if !text.utf8.allSatisfy(Self.isDigit), let value = Self.float(text) {
        self = .float(value)
      } else {
        return nil
      }
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  private static func float(_ text: some StringProtocol) -> Double? {
    switch text {
    case "inf", "+inf": return .infinity
    case "-inf": return -.infinity
    case "nan", "+nan", "-nan": return .nan
    default:
      let isPlain = text.utf8.allSatisfy {
        isDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "+")
          || $0 == UInt8(ascii: "-")
      }
      // Python writes a digit first and last.
      guard isPlain, text.utf8.contains(where: isDigit) else { return nil }
      return Double(text)
    }
  }

  /// `(1+2j)`, `2j`.
  private static func complex(_ text: String) -> Scalar? {
    var body = text[...]
    if body.first == "(", body.last == ")" { body = body.dropFirst().dropLast() }
    guard body.last == "j" else { return nil }
    body = body.dropLast()
    // The sign between the parts is the last one that is not an exponent's.
    var split: Substring.Index?
    for index in body.indices.dropFirst() where body[index] == "+" || body[index] == "-" {
      let previous = body[body.index(before: index)]
      if previous != "e" { split = index }
    }
    guard let split else { return float(body).map { .complex(0, $0) } }
    guard let real = float(body[..<split]), let imaginary = float(body[split...]) else { return nil }
    return .complex(real, imaginary)
  }
}
