/// `f` applied to every array of a tree (`jax.tree.map`). What is static stays.
///
/// ```swift
/// treeMap({ $0 * 2 }, ["a": ones([2])])["a"]!  // [2. 2.]
/// ```
public func treeMap<T: Tree>(_ f: (NDArray) -> NDArray, _ tree: T) -> T {
  tree.replacingLeaves(treeLeaves(tree).map(f))
}

/// `f` applied to the arrays at the same places of two trees, which must have one structure, static values included. If
/// they have not, the error names the first place at which they differ.
///
/// ```swift
/// let stepped = treeMap({ $0 - 0.1 * $1 }, model, gradient)  // a model
/// ```
public func treeMap<T: Tree>(_ f: (NDArray, NDArray) -> NDArray, _ first: T, _ second: T) -> T {
  map([first, second]) { f($0[0], $0[1]) }
}

/// `f` applied to the arrays at the same places of three trees, which must have one structure.
public func treeMap<T: Tree>(_ f: (NDArray, NDArray, NDArray) -> NDArray, _ first: T, _ second: T, _ third: T) -> T {
  map([first, second, third]) { f($0[0], $0[1], $0[2]) }
}

/// `f` applied to the arrays at the same places of four trees, which must have one structure.
public func treeMap<T: Tree>(
  _ f: (NDArray, NDArray, NDArray, NDArray) -> NDArray, _ first: T, _ second: T, _ third: T, _ fourth: T
) -> T {
  map([first, second, third, fourth]) { f($0[0], $0[1], $0[2], $0[3]) }
}

/// `f` applied to the arrays at the same places of any number of trees, at least one, which must have one structure.
///
/// ```swift
/// let mean = treeMap({ stack($0).mean(axis: 0) }, all: models)  // a model
/// ```
public func treeMap<T: Tree>(_ f: ([NDArray]) -> NDArray, all trees: [T]) -> T {
  guard !trees.isEmpty else { fatalError("ValueError: treeMap: there must be at least one tree.") }
  return map(trees, f)
}

/// `f` applied to every array of a tree and the way to it (`jax.tree.map_with_path`).
///
/// ```swift
/// let decayed = treeMapWithPath({ path, x in "\(path)".hasSuffix(".bias") ? x : x * 0.99 }, model)
/// ```
public func treeMapWithPath<T: Tree>(_ f: (TreePath, NDArray) -> NDArray, _ tree: T) -> T {
  tree.replacingLeaves(treeLeavesWithPath(tree).map { f($0.path, $0.leaf) })
}

private func map<T: Tree>(_ trees: [T], _ f: ([NDArray]) -> NDArray) -> T {
  let flat = trees.map { treeFlatten($0) }
  for (number, other) in flat.enumerated().dropFirst() {
    guard let difference = StructureDifference(flat[0].structure, other.structure) else { continue }
    report(
      LanewiseError(
        .value,
        "treeMap: the trees have different structures: \(difference.sentence("tree 0", "tree \(number)")); they must agree in everything but their arrays."
      ))
    return trees[0].poisoned
  }
  return trees[0].replacingLeaves(flat[0].leaves.indices.map { place in f(flat.map { $0.leaves[place] }) })
}
