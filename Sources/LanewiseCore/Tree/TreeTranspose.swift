// `jax.tree.transpose` where the types follow from each other: collections inside out.

/// A list of dictionaries as a dictionary of lists (`jax.tree.transpose`). The dictionaries must have the same keys; of
/// an empty list the result is empty.
///
/// ```swift
/// treeTranspose([["a": 1.0, "b": 2.0], ["a": 3.0, "b": 4.0]] as [[String: NDArray]])["a"]!  // 1.0 and 3.0
/// ```
public func treeTranspose<Key: Hashable, T: Tree>(_ tree: [[Key: T]]) -> [Key: [T]] {
  let first = tree.first ?? [:]
  if let other = tree.firstIndex(where: { $0.keys != first.keys }) {
    reportRagged("the keys at [\(other)] are not those at [0]")
    return first.mapValues { [$0] }
  }
  return Dictionary(uniqueKeysWithValues: first.keys.map { key in (key, tree.map { $0[key]! }) })
}

/// A dictionary of lists as a list of dictionaries. The lists must have one length.
public func treeTranspose<Key: Hashable, T: Tree>(_ tree: [Key: [T]]) -> [[Key: T]] {
  let counts = Set(tree.values.map(\.count))
  if counts.count > 1 { reportRagged("the lists have lengths \(counts.sorted())") }
  return (0..<(counts.min() ?? 0)).map { index in tree.mapValues { $0[index] } }
}

/// A list of lists, the other way round. The inner lists must have one length.
public func treeTranspose<T: Tree>(_ tree: [[T]]) -> [[T]] {
  let counts = Set(tree.map(\.count))
  if counts.count > 1 { reportRagged("the lists have lengths \(counts.sorted())") }
  return (0..<(counts.min() ?? 0)).map { index in tree.map { $0[index] } }
}

/// A dictionary of dictionaries, the other way round. The inner ones must have the same keys.
public func treeTranspose<Outer: Hashable, Inner: Hashable, T: Tree>(_ tree: [Outer: [Inner: T]]) -> [Inner: [Outer: T]]
{
  let first = tree.first?.value ?? [:]
  if tree.values.contains(where: { $0.keys != first.keys }) {
    reportRagged("the dictionaries have different keys")
    return first.mapValues { _ in [:] }
  }
  return Dictionary(uniqueKeysWithValues: first.keys.map { key in (key, tree.mapValues { $0[key]! }) })
}

/// A tree of the structure `outer`, each array of which is a tree of the structure `inner`, inside out (`jax.tree.transpose`).
/// Since a structure has no type in Swift, `example` says what the result is like: a tree of the structure `inner`, each
/// array of which is a tree of the structure `outer`. Its arrays do not matter.
///
/// Another structure than that is an error, which names the first place that is not as it should be.
public func treeTranspose<T: Tree, R: Tree>(
  _ outer: TreeStructure, _ inner: TreeStructure, _ tree: T, like example: R
) -> R {
  for (name, found, wanted) in [
    ("the tree", treeStructure(tree), outer.with(inner)), ("the example", treeStructure(example), inner.with(outer)),
  ] {
    guard let difference = StructureDifference(found, wanted) else { continue }
    report(LanewiseError(.value, "treeTranspose: \(difference.sentence(name, "the composed structure"))."))
    return example.poisoned
  }
  let leaves = treeLeaves(tree)
  let (rows, columns) = (outer.leafCount, inner.leafCount)
  return example.replacingLeaves((0..<leaves.count).map { leaves[$0 % rows * columns + $0 / rows] })
}

extension TreeStructure {
  /// The structure with another in place of each array.
  fileprivate func with(_ inner: TreeStructure) -> TreeStructure {
    TreeStructure(parts: parts.flatMap { $0 == .leaf ? inner.parts : [$0] })
  }
}

private func reportRagged(_ what: String) {
  report(LanewiseError(.value, "treeTranspose: \(what); all must be alike to be turned inside out."))
}
