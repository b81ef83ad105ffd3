/// A format with `{}` for each value, taken apart.
struct FormatPieces: Sendable {
  private var texts = [""]

  var placeCount: Int { texts.count - 1 }

  /// Nil where a brace is neither doubled nor part of `{}`.
  init?(_ format: String) {
    var rest = Substring(format)
    while let character = rest.popFirst() {
      switch (character, rest.first) {
      case ("{", "{"), ("}", "}"):
        rest.removeFirst()
        texts[texts.count - 1].append(character)
      case ("{", "}"):
        rest.removeFirst()
        texts.append("")
      case ("{", _), ("}", _): return nil
      default: texts[texts.count - 1].append(character)
      }
    }
  }

  func filled(_ values: [String]) -> String {
    zip(texts, values + [""]).map { $0 + $1 }.joined()
  }
}
