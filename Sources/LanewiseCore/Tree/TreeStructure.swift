/// The structure of a tree: equal for trees that differ in their arrays only (JAX's `PyTreeDef`).
///
/// It prints as JAX's does, a Swift struct as a named tuple:
///
/// ```swift
/// print(treeStructure(["a": [ones([2]), zeros([3])]]))  // PyTreeDef({'a': [*, *]})
/// ```
///
/// Static values of a struct, and the case of an enum, stand before what it holds:
/// `PyTreeDef(CustomNode(Model[(3, 'relu')], [*, *]))`.
public struct TreeStructure: Hashable, Sendable, CustomStringConvertible {
  package let parts: [StructurePart]
  package init(parts: [StructurePart]) { self.parts = parts }

  /// The number of arrays in the tree (JAX's `num_leaves`).
  public var leafCount: Int { parts.reduce(0) { $0 + ($1 == .leaf ? 1 : 0) } }
  /// The number of arrays, collections, structs and nils in the tree (JAX's `num_nodes`).
  public var nodeCount: Int { StructureNode(parts).count }

  public var description: String { "PyTreeDef(\(StructureNode(parts)))" }
}

/// The structure of a tree (`jax.tree.structure`).
public func treeStructure<T: Tree>(_ tree: T) -> TreeStructure {
  var walker = TreeWalker()
  _ = walker.enter(tree)
  return TreeStructure(parts: walker.structure)
}
