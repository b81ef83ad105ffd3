import LanewiseEngine

/// Where a view's elements are in its operand: the first, and the distance along each dimension of the result.
package struct ViewMap {
  package let offset: Int
  package let strides: [Int]
}

/// A primitive whose result is its operand's elements in other places: a view in a program, a copy in memory (or the
/// same memory, where all elements stay in order).
package protocol View: DirectUnary {
  /// For an operand that the shape rule has accepted.
  func map(_ operand: Shape) -> ViewMap
}

extension View {
  package func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray]) -> [Slot] {
    let map = map(b.type(x[0]).shape)
    return [b.view(x[0], shape: results[0].shape, offset: map.offset, strides: map.strides)]
  }

  package func direct(_ x: NDArray) -> NDArray? { viewed(x) }

  func viewed(_ x: NDArray) -> NDArray? {
    guard x.aval.count > 0, let memory = x.memory, let result = try? abstract([x.aval])[0] else { return nil }
    let map = map(x.aval.shape)
    return NDArray(
      result, Direct.view(memory, x.dtype, result.shape, offset: map.offset, strides: map.strides))
  }
}
