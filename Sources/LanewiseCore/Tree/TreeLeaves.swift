/// The arrays of a tree, in order (`jax.tree.leaves`).
///
/// ```swift
/// treeLeaves(["b": zeros([2]), "a": ones([3])]).count  // 2: those of "a" and of "b"
/// ```
public func treeLeaves<T: Tree>(_ tree: T) -> [NDArray] {
  var walker = TreeWalker(collectingStructure: false)
  _ = walker.enter(tree)
  return walker.leaves
}

/// The arrays of a tree and its structure (`jax.tree.flatten`).
public func treeFlatten<T: Tree>(_ tree: T) -> (leaves: [NDArray], structure: TreeStructure) {
  var walker = TreeWalker()
  _ = walker.enter(tree)
  return (walker.leaves, TreeStructure(parts: walker.structure))
}

/// A tree like `tree` of other arrays, which may have other shapes and dtypes (`jax.tree.unflatten`). A structure alone
/// has no type in Swift, so an example takes its place. Another number of arrays than the tree has is an error.
///
/// ```swift
/// treeUnflatten(["a": zeros([2]), "b": zeros([2])], [1.0, 2.0])["b"]!  // 2.0
/// ```
public func treeUnflatten<T: Tree>(_ tree: T, _ leaves: [NDArray]) -> T {
  let count = treeLeaves(tree).count
  guard leaves.count == count else {
    report(
      LanewiseError(
        .value,
        "treeUnflatten: \(leaves.count) arrays are given for a tree of \(count), \(treeStructure(tree)); give one for each."
      ))
    return tree.poisoned
  }
  return tree.replacingLeaves(leaves)
}

/// The arrays of a tree, each with the way to it (`jax.tree.leaves_with_path`).
///
/// ```swift
/// for (path, x) in treeLeavesWithPath(["w": [ones([2, 3])]]) { print(path, x.shape) }  // ['w'][0] [2, 3]
/// ```
public func treeLeavesWithPath<T: Tree>(_ tree: T) -> [(path: TreePath, leaf: NDArray)] {
  var walker = TreeWalker(collectingPaths: true)
  _ = walker.enter(tree)
  return zip(walker.paths!, walker.leaves).map { ($0, $1) }
}

/// The arrays of a tree, each with the way to it, and its structure (`jax.tree.flatten_with_path`).
public func treeFlattenWithPath<T: Tree>(
  _ tree: T
) -> (leaves: [(path: TreePath, leaf: NDArray)], structure: TreeStructure) {
  (treeLeavesWithPath(tree), treeStructure(tree))
}
