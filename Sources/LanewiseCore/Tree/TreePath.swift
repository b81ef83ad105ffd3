/// A step on the way to a leaf of a tree.
public enum TreeKey: Hashable, Sendable, CustomStringConvertible {
  /// A property of a struct, or a case or a named value of an enum: `.weights`.
  case property(String)
  /// A place in an array, or a number as a key of a dictionary: `[0]`.
  case index(Int)
  /// A key of a dictionary: `['weights']`.
  case key(String)

  public var description: String {
    if case .property(let name) = self { "." + name } else { "[\(literal)]" }
  }

  /// The step without what it is of, as Python writes it.
  package var literal: String {
    switch self {
    case .property(let name): return name
    case .index(let index): return String(index)
    case .key(let key):
      let quote = key.contains("'") && !key.contains("\"") ? "\"" : "'"
      let escaped = key.map { $0 == "\\" || String($0) == quote ? "\\\($0)" : String($0) }
      return quote + escaped.joined() + quote
    }
  }

  /// The step as a bare name.
  package var name: String {
    switch self {
    case .property(let name), .key(let name): name
    case .index(let index): String(index)
    }
  }
}

/// Where a leaf is in a tree. Its text is that of JAX's `keystr`: `.layers[0]['weights']`; empty for an array alone.
public struct TreePath: Hashable, Sendable, CustomStringConvertible {
  public let steps: [TreeKey]
  package init(_ steps: [TreeKey]) { self.steps = steps }
  public var description: String { steps.map(\.description).joined() }
}
