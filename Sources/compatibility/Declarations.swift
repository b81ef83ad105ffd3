import Foundation

/// A public declaration of Lanewise, as its source has it.
struct Declaration {
  /// What somebody writes: `sum`, `Lax.scan`, `x.astype`.
  let spelling: String
  /// The type or the namespace it is in; empty for the outermost.
  let scope: String
  /// Its own name.
  let name: String
  /// JAX's names in the summary of its comment, by their full paths.
  let mentioned: [String]
}

/// Reads the public declarations out of Swift sources that are indented as this repository's are: what is in a scope
/// stands two columns in.
struct DeclarationReader {
  private var scope = ""
  private var comment: [String] = []
  private(set) var declarations: [Declaration] = []

  static func declarations(in files: [URL]) throws -> [Declaration] {
    try files.flatMap { declarations(of: try String(contentsOf: $0, encoding: .utf8)) }
  }

  static func declarations(of text: String) -> [Declaration] {
    var reader = DeclarationReader()
    reader.read(text)
    return reader.declarations
  }

  private mutating func read(_ text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let trimmed = line.trimmingCharacters(in: .whitespaces)
      if trimmed.hasPrefix("///") {
        comment.append(String(trimmed.dropFirst(3)))
      } else if !trimmed.hasPrefix("@") || trimmed.contains(" func ") || trimmed.contains(" init") {
        read(line: String(line))
        comment = []
      }
    }
  }

  private mutating func read(line: String) {
    if line == "}" { scope = "" }
    let isOuter = !line.hasPrefix(" ")
    guard isOuter || (line.hasPrefix("  ") && !line.hasPrefix("   ")) else { return }
    var words = line.split(separator: " ").filter { !$0.hasPrefix("@") }[...]
    if isOuter, let first = words.first, first == "extension", let type = words.dropFirst().first {
      scope = Self.identifier(type)
      return
    }
    guard words.first == "public" else { return }
    words = words.dropFirst()
    while let word = words.first, ["static", "mutating", "indirect", "final"].contains(word) { words.removeFirst() }
    guard let kind = words.popFirst(), let rest = words.first else { return }
    let isType = ["enum", "struct", "class", "protocol", "typealias"].contains(kind)
    guard isType || ["func", "var", "let", "case"].contains(kind) else { return }
    let name = Self.identifier(rest)
    if !name.isEmpty { add(name, isStatic: line.contains(" static ")) }
    if isOuter, isType, kind != "typealias" { scope = name }
  }

  private mutating func add(_ name: String, isStatic: Bool) {
    let ofArrays = scope == "NDArray" && !isStatic
    let spelling =
      scope.isEmpty ? name : ofArrays ? "x.\(name)" : scope == "ArrayLocation" ? "x.at[…].\(name)" : "\(scope).\(name)"
    declarations.append(
      Declaration(spelling: spelling, scope: scope, name: name, mentioned: JAXName.mentioned(in: summary)))
  }

  /// The comment up to its first empty line.
  private var summary: String {
    comment.prefix { !$0.trimmingCharacters(in: .whitespaces).isEmpty }.joined(separator: " ")
  }

  private static func identifier(_ text: Substring) -> String {
    String(text.drop { $0 == "`" }.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
  }
}
