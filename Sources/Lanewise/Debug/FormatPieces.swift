/// A format with `{}` or `{name}` for each value, taken apart.
struct FormatPieces: Sendable {
  private var texts = [""]
  /// What stands between the braces; nothing for a value that has a place instead of a name.
  private(set) var places: [String] = []

  /// Nil where a brace is neither doubled nor around a name.
  init?(_ format: String) {
    var rest = Substring(format)
    while let character = rest.popFirst() {
      switch (character, rest.first) {
      case ("{", "{"), ("}", "}"):
        rest.removeFirst()
        texts[texts.count - 1].append(character)
      case ("{", _):
        guard let end = rest.firstIndex(of: "}") else { return nil }
        let name = rest[..<end]
        guard name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }) else { return nil }
        places.append(String(name))
        texts.append("")
        rest = rest[rest.index(after: end)...]
      case ("}", _): return nil
      default: texts[texts.count - 1].append(character)
      }
    }
  }

  func filled(_ values: [String]) -> String {
    zip(texts, values + [""]).map { $0 + $1 }.joined()
  }
}
