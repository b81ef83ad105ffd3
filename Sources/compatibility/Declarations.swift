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
/// stands two columns in, and what is in a type within it four.
struct DeclarationReader {
  private var scope = ""
  /// The scope around the inner type that is being read; nil outside of one.
  private var outer: String?
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
    if line == "}" { (scope, outer) = ("", nil) }
    if line == "  }", let around = outer { (scope, outer) = (around, nil) }
    let depth = line.prefix { $0 == " " }.count
    guard depth == (scope.isEmpty ? 0 : outer == nil ? 2 : 4) || depth == 0 else { return }
    let isOuter = depth == 0
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
    // A type that ends on its own line has no members.
    guard isType, kind != "typealias", !line.hasSuffix("}") else { return }
    if isOuter {
      scope = name
    } else if depth == 2 {
      (outer, scope) = (scope, "\(scope).\(name)")
    }
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
    String(text.drop { $0 == "`" }.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." })
  }
}
