import LanewiseEngine

/// The arrays of a tree joined in order by `f`, beginning with `initial` (`jax.tree.reduce`).
///
/// ```swift
/// let squares = treeReduce({ $0 + ($1 * $1).sum() }, model, 0.0)  // of all parameters
/// ```
public func treeReduce<T: Tree>(_ f: (NDArray, NDArray) -> NDArray, _ tree: T, _ initial: NDArray) -> NDArray {
  treeLeaves(tree).reduce(initial, f)
}

/// The same with a Swift value.
///
/// ```swift
/// let parameterCount = treeReduce({ (count: Int, x) in count + x.size }, model, 0)
/// ```
@_disfavoredOverload
public func treeReduce<T: Tree, R>(_ f: (R, NDArray) -> R, _ tree: T, _ initial: R) -> R {
  treeLeaves(tree).reduce(initial, f)
}

/// The same, beginning with the first array; a tree without arrays is an error.
public func treeReduce<T: Tree>(_ f: (NDArray, NDArray) -> NDArray, _ tree: T) -> NDArray {
  let leaves = treeLeaves(tree)
  guard let first = leaves.first else {
    return fail(
      .value, "treeReduce: the tree has no arrays, \(treeStructure(tree)); give a value to begin with.",
      like: AbstractArray([], .float32))
  }
  return leaves.dropFirst().reduce(first, f)
}
