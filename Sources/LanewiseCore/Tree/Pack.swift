/// Several trees as one: the arguments of a function, or a tuple of results.
package struct Pack<each T: Tree>: Tree {
  package let values: (repeat each T)

  package init(_ values: repeat each T) { self.values = (repeat each values) }
  package init(tuple values: (repeat each T)) { self.values = values }

  package func walk(_ w: inout TreeWalker) -> Pack {
    func child<U: Tree>(_ value: U) -> U { value.walk(&w) }
    return Pack(repeat child(each values))
  }
}

/// The arguments of a function: trees, of which the number of leaves is known one by one.
package protocol ArgumentPack: Tree {
  var leafCounts: [Int] { get }
}

/// Arguments or results that stand beside each other, as opposed to one alone.
package protocol TuplePack: ArgumentPack {}

extension Pack: TuplePack {
  package var leafCounts: [Int] {
    var counts: [Int] = []
    repeat counts.append(treeLeaves(each values).count)
    return counts
  }
}

/// A single array is the commonest argument, and has a path of its own that needs no packs.
extension NDArray: ArgumentPack {
  package var leafCounts: [Int] { [1] }
}

extension Tree {
  /// Where each leaf is, as errors say it: ` .weights[0]`; empty for an array alone.
  package var leafPaths: [String] { leafSteps.map { $0.isEmpty ? "" : " " + $0.joined() } }

  /// The same, where a tuple's members have their numbers: ` [1].weights[0]`.
  package var memberPaths: [String] {
    guard let pack = self as? any TuplePack else { return leafPaths }
    let members = pack.leafCounts.enumerated().flatMap { Array(repeating: $0, count: $1) }
    return zip(members, leafSteps).map { " [\($0)]" + $1.joined() }
  }

  /// The same as ``leafPaths``, step by step: `[".weights", "[0]"]`.
  package var leafSteps: [[String]] {
    var walker = TreeWalker(collectingPaths: true)
    _ = walk(&walker)
    return walker.paths!
  }
}

/// A single argument (a pack of one is not yet a tuple of one to the compiler).
package struct One<A: Tree>: ArgumentPack {
  package let value: A
  package init(_ value: A) { self.value = value }
  package func walk(_ w: inout TreeWalker) -> One { One(value.walk(&w)) }
  package var leafCounts: [Int] { [treeLeaves(value).count] }
}
