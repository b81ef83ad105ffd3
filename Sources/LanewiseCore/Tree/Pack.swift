/// Several trees as one: the arguments of a function, or a tuple of results.
package struct Pack<each T: Tree>: Tree {
  package let values: (repeat each T)

  package init(_ values: repeat each T) { self.values = (repeat each values) }
  package init(tuple values: (repeat each T)) { self.values = values }

  package func walk(_ w: inout TreeWalker) -> Pack {
    var count = 0
    func counted<U>(_ value: U) { count += 1 }
    repeat counted(each values)
    w.node(.tuple, Self.self, count: count)
    var place = -1
    func child<U: Tree>(_ value: U) -> U {
      place += 1
      return w.child(value, .index(place))
    }
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

/// A single argument (a pack of one is not yet a tuple of one to the compiler).
package struct One<A: Tree>: ArgumentPack {
  package let value: A
  package init(_ value: A) { self.value = value }
  package func walk(_ w: inout TreeWalker) -> One { One(w.unwrapped(value, of: One.self)) }
  package var leafCounts: [Int] { [treeLeaves(value).count] }
}
