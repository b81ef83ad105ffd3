extension NDArray: Tree {
  public func walk(_ w: inout TreeWalker) -> NDArray { w.leaf(self) }
}

extension Array: Tree where Element: Tree {
  public func walk(_ w: inout TreeWalker) -> [Element] {
    w.node(Self.self, count: count)
    var result: [Element] = []
    result.reserveCapacity(count)
    for (index, element) in enumerated() { result.append(w.child(element, "[\(index)]")) }
    return result
  }
}

/// Values in the order of their keys.
extension Dictionary: Tree where Key: Comparable, Value: Tree {
  public func walk(_ w: inout TreeWalker) -> [Key: Value] {
    w.node(Self.self, count: count)
    var result = self
    for key in keys.sorted() { result[w.fixed(key)] = w.child(self[key]!, "[\(String(reflecting: key))]") }
    return result
  }
}

extension Optional: Tree where Wrapped: Tree {
  public func walk(_ w: inout TreeWalker) -> Wrapped? {
    w.node(Self.self, count: self == nil ? 0 : 1)
    return map { $0.walk(&w) }
  }
}

// Static values: part of the structure.
extension Int: Tree { public func walk(_ w: inout TreeWalker) -> Int { w.fixed(self) } }
extension Bool: Tree { public func walk(_ w: inout TreeWalker) -> Bool { w.fixed(self) } }
extension String: Tree { public func walk(_ w: inout TreeWalker) -> String { w.fixed(self) } }
extension Float: Tree { public func walk(_ w: inout TreeWalker) -> Float { w.fixed(self) } }
extension Double: Tree { public func walk(_ w: inout TreeWalker) -> Double { w.fixed(self) } }
extension DType: Tree { public func walk(_ w: inout TreeWalker) -> DType { w.fixed(self) } }

/// An enum of static cases conforms by declaring it: `enum Mode: StaticTree { case train, test }`.
public protocol StaticTree: Tree, Hashable, Sendable {}
extension StaticTree {
  public func walk(_ w: inout TreeWalker) -> Self { w.fixed(self) }
}
