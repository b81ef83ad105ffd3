extension NDArray: Tree {
  public func walk(_ w: inout TreeWalker) -> NDArray { w.leaf(self) }
}

extension Array: Tree where Element: Tree {
  public func walk(_ w: inout TreeWalker) -> [Element] {
    w.node(.list, Self.self, count: count)
    var result: [Element] = []
    result.reserveCapacity(count)
    for (index, element) in enumerated() { result.append(w.child(element, .index(index))) }
    return result
  }
}

/// Values in the order of their keys.
extension Dictionary: Tree where Key: Comparable, Value: Tree {
  public func walk(_ w: inout TreeWalker) -> [Key: Value] {
    w.node(.dictionary, Self.self, count: count)
    var result = self
    for key in keys.sorted() { result[w.fixed(key)] = w.child(self[key]!, StaticValue(key).key) }
    return result
  }
}

extension Optional: Tree where Wrapped: Tree {
  public func walk(_ w: inout TreeWalker) -> Wrapped? {
    w.node(.optional, Self.self, count: self == nil ? 0 : 1)
    return map { w.enter($0) }
  }
}

// Static values: part of the structure.
extension Int: Tree { public func walk(_ w: inout TreeWalker) -> Int { w.whole(self, as: self) } }
extension Bool: Tree { public func walk(_ w: inout TreeWalker) -> Bool { w.whole(self, as: self) } }
extension String: Tree { public func walk(_ w: inout TreeWalker) -> String { w.whole(self, as: self) } }
extension Float: Tree { public func walk(_ w: inout TreeWalker) -> Float { w.whole(self, as: ExactNumber(self)) } }
extension Double: Tree { public func walk(_ w: inout TreeWalker) -> Double { w.whole(self, as: ExactNumber(self)) } }
extension DType: Tree { public func walk(_ w: inout TreeWalker) -> DType { w.whole(self, as: self) } }

/// An enum of static cases conforms by declaring it: `enum Mode: StaticTree { case train, test }`.
public protocol StaticTree: Tree, Hashable, Sendable {}
extension StaticTree {
  public func walk(_ w: inout TreeWalker) -> Self { w.whole(self, as: self) }
}
