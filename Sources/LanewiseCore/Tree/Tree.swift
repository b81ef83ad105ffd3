/// A value made of arrays: an array, a collection of trees, or a struct of them (JAX's pytree).
///
/// Transformations take trees apart and put them together again: `grad` of a function of a struct is a struct. What in
/// a tree is not an array (an `Int`, a `String`, a `Bool`, an enum) is *static*: part of its structure, and so of the
/// key by which `jit` finds a compiled program.
///
/// A struct conforms by one function that walks its properties in order:
///
/// ```swift
/// struct Model: Tree {
///   var weights: NDArray
///   var bias: NDArray
///   func walk(_ w: inout TreeWalker) -> Model {
///     Model(weights: w(weights, "weights"), bias: w(bias, "bias"))
///   }
/// }
/// ```
public protocol Tree: SendableMetatype {
  /// Passes each property to the walker, and gives the value made of what the walker gives back.
  func walk(_ w: inout TreeWalker) -> Self
}

/// What walks over a tree: it collects the leaves, or puts others in their place.
public struct TreeWalker {
  /// The leaves seen.
  package var leaves: [NDArray] = []
  /// The structure as a key: kinds, counts, names and static values, in order.
  package var structure: [StructurePart] = []
  /// The leaves to put in place of those seen; nil while collecting.
  private var replacements: ArraySlice<NDArray>?
  private let collectsStructure: Bool
  /// Where the walk is, while paths are collected: `.weights[0]`.
  package var path: [String] = []
  /// The path of each leaf, step by step, where asked for.
  package var paths: [[String]]?

  package enum StructurePart: Hashable, Sendable {
    case leaf
    case node(ObjectIdentifier, Int)
    case field(String)
    case fixed(StaticValue)
  }

  package init(collectingStructure: Bool = true, collectingPaths: Bool = false) {
    collectsStructure = collectingStructure
    if collectingPaths { paths = [] }
  }
  package init(replacements: some Collection<NDArray>) {
    collectsStructure = false
    self.replacements = ArraySlice(replacements)
  }

  /// Walks a property; `name` is what an error calls it.
  public mutating func callAsFunction<T: Tree>(_ value: T, _ name: String) -> T {
    if collectsStructure { structure.append(.field(name)) }
    return child(value, "." + name)
  }

  package mutating func leaf(_ x: NDArray) -> NDArray {
    if replacements != nil { return replacements!.popFirst() ?? x }
    leaves.append(x)
    if collectsStructure { structure.append(.leaf) }
    paths?.append(path)
    return x
  }

  /// A value that is part of the structure.
  public mutating func fixed<T: Hashable>(_ value: T) -> T {
    if collectsStructure { structure.append(.fixed(StaticValue(value))) }
    return value
  }

  package mutating func node(_ type: Any.Type, count: Int) {
    if collectsStructure { structure.append(.node(ObjectIdentifier(type), count)) }
  }

  package mutating func child<T: Tree>(_ value: T, _ place: @autoclosure () -> String) -> T {
    guard paths != nil else { return value.walk(&self) }
    path.append(place())
    defer { path.removeLast() }
    return value.walk(&self)
  }
}

/// A static value of any hashable type. It is only ever compared, never handed out again.
package struct StaticValue: Hashable, @unchecked Sendable {
  private let value: AnyHashable
  package init<T: Hashable>(_ value: T) { self.value = AnyHashable(value) }
}

/// The structure of a tree: equal for trees that differ in their arrays only.
public struct TreeStructure: Hashable, Sendable {
  package let parts: [TreeWalker.StructurePart]
  /// The number of arrays in the tree.
  public var leafCount: Int { parts.reduce(0) { $0 + ($1 == .leaf ? 1 : 0) } }
}

/// The arrays of a tree, in order (`jax.tree.leaves`).
public func treeLeaves<T: Tree>(_ tree: T) -> [NDArray] {
  var walker = TreeWalker(collectingStructure: false)
  _ = tree.walk(&walker)
  return walker.leaves
}

/// The structure of a tree (`jax.tree.structure`).
public func treeStructure<T: Tree>(_ tree: T) -> TreeStructure {
  var walker = TreeWalker()
  _ = tree.walk(&walker)
  return TreeStructure(parts: walker.structure)
}

/// `f` applied to every array of a tree (`jax.tree.map`).
///
/// ```swift
/// treeMap({ $0 * 2 }, ["a": ones([2])])["a"]!  // [2. 2.]
/// ```
public func treeMap<T: Tree>(_ f: (NDArray) -> NDArray, _ tree: T) -> T {
  tree.replacingLeaves(treeLeaves(tree).map(f))
}

/// `f` applied to the arrays at the same places of two trees, which must have one structure.
public func treeMap<T: Tree>(_ f: (NDArray, NDArray) -> NDArray, _ first: T, _ second: T) -> T {
  guard treeStructure(first) == treeStructure(second) else {
    report(
      LanewiseError(
        .value, "treeMap: the trees have different structures; they must agree in everything but their arrays."))
    return first
  }
  return first.replacingLeaves(zip(treeLeaves(first), treeLeaves(second)).map(f))
}

/// `f` applied to the arrays at the same places of three trees, which must have one structure.
public func treeMap<T: Tree>(_ f: (NDArray, NDArray, NDArray) -> NDArray, _ first: T, _ second: T, _ third: T) -> T {
  guard treeStructure(first) == treeStructure(second), treeStructure(first) == treeStructure(third) else {
    report(
      LanewiseError(
        .value, "treeMap: the trees have different structures; they must agree in everything but their arrays."))
    return first
  }
  let (a, b, c) = (treeLeaves(first), treeLeaves(second), treeLeaves(third))
  return first.replacingLeaves(a.indices.map { f(a[$0], b[$0], c[$0]) })
}

extension Tree {
  /// The same tree with other arrays.
  package func replacingLeaves(_ leaves: some Collection<NDArray>) -> Self {
    var walker = TreeWalker(replacements: leaves)
    return walk(&walker)
  }
}
