import LanewiseCore

extension Lax {
  /// A loop over the leading axis of `xs` that carries a state (`jax.lax.scan`): `f` takes the carry and a slice of
  /// `xs`, and gives the next carry and a slice of the result. Gives the final carry and the stacked slices.
  ///
  /// The carry keeps its structure, shapes and dtypes. `f` is traced once, whatever the number of steps, and can be
  /// differentiated in forward and reverse mode; reverse mode keeps what it needs of every step in one array each.
  ///
  /// ```swift
  /// let (sum, sums) = Lax.scan({ c, x in (c + x, c + x) }, 0.0, arange(5.0))  // 10, [0. 1. 3. 6. 10.]
  /// ```
  ///
  /// - Parameters:
  ///   - length: the number of steps; it must be given only where there are no `xs`.
  ///   - reverse: whether to go from the last slice to the first; results stand at the places of their slices.
  ///   - unroll: accepted for programs written for JAX, and shown in jaxprs.
  public static func scan(
    _ f: @escaping (NDArray, NDArray) -> (NDArray, NDArray), _ initial: NDArray, _ xs: NDArray, length: Int? = nil,
    reverse: Bool = false, unroll: Int = 1
  ) -> (NDArray, NDArray) {
    LanewiseCore.scan("scan", f, initial, xs, length: length, reverse: reverse, unroll: unroll)
  }

  /// The same for trees.
  @_disfavoredOverload
  public static func scan<C: Tree, X: Tree, Y: Tree>(
    _ f: @escaping (C, X) -> (C, Y), _ initial: C, _ xs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1
  ) -> (C, Y) {
    LanewiseCore.scan("scan", f, initial, xs, length: length, reverse: reverse, unroll: unroll)
  }

  /// The same without inputs: `f` takes the carry alone, `length` times.
  @_disfavoredOverload
  public static func scan<C: Tree, Y: Tree>(
    _ f: @escaping (C) -> (C, Y), _ initial: C, length: Int, reverse: Bool = false, unroll: Int = 1
  ) -> (C, Y) {
    LanewiseCore.scan(
      "scan", { (c: C, _: Nothing) in f(c) }, initial, Nothing(), length: length, reverse: reverse, unroll: unroll)
  }

  /// The same without inputs, for programs written for JAX: `xs` is nil, and so is what `f` is given for it.
  @_disfavoredOverload
  public static func scan<C: Tree, Y: Tree>(
    _ f: @escaping (C, NDArray?) -> (C, Y), _ initial: C, _ xs: NDArray?, length: Int, reverse: Bool = false,
    unroll: Int = 1
  ) -> (C, Y) {
    LanewiseCore.scan("scan", f, initial, xs, length: length, reverse: reverse, unroll: unroll)
  }

  // Carries and inputs may be tuples.

  /// The same for a carry of two trees, without inputs.
  @_disfavoredOverload
  public static func scan<A: Tree, B: Tree, Y: Tree>(
    _ f: @escaping ((A, B)) -> ((A, B), Y), _ initial: (A, B), length: Int, reverse: Bool = false, unroll: Int = 1
  ) -> ((A, B), Y) {
    let (carry, ys) = LanewiseCore.scan(
      "scan",
      { (c: Pack<A, B>, _: Nothing) in
        let (next, y) = f(c.values)
        return (Pack(tuple: next), y)
      }, Pack(tuple: initial), Nothing(), length: length, reverse: reverse, unroll: unroll)
    return (carry.values, ys)
  }

  /// The same for a carry of two trees.
  @_disfavoredOverload
  public static func scan<A: Tree, B: Tree, X: Tree, Y: Tree>(
    _ f: @escaping ((A, B), X) -> ((A, B), Y), _ initial: (A, B), _ xs: X, length: Int? = nil, reverse: Bool = false,
    unroll: Int = 1
  ) -> ((A, B), Y) {
    let (carry, ys) = LanewiseCore.scan(
      "scan",
      { (c: Pack<A, B>, x: X) in
        let (next, y) = f(c.values, x)
        return (Pack(tuple: next), y)
      }, Pack(tuple: initial), xs, length: length, reverse: reverse, unroll: unroll)
    return (carry.values, ys)
  }

  /// The same for a carry of three trees.
  @_disfavoredOverload
  public static func scan<A: Tree, B: Tree, C: Tree, X: Tree, Y: Tree>(
    _ f: @escaping ((A, B, C), X) -> ((A, B, C), Y), _ initial: (A, B, C), _ xs: X, length: Int? = nil,
    reverse: Bool = false, unroll: Int = 1
  ) -> ((A, B, C), Y) {
    let (carry, ys) = LanewiseCore.scan(
      "scan",
      { (c: Pack<A, B, C>, x: X) in
        let (next, y) = f(c.values, x)
        return (Pack(tuple: next), y)
      }, Pack(tuple: initial), xs, length: length, reverse: reverse, unroll: unroll)
    return (carry.values, ys)
  }

  /// The same for inputs of two trees.
  @_disfavoredOverload
  public static func scan<C: Tree, X: Tree, Z: Tree, Y: Tree>(
    _ f: @escaping (C, (X, Z)) -> (C, Y), _ initial: C, _ xs: (X, Z), length: Int? = nil, reverse: Bool = false,
    unroll: Int = 1
  ) -> (C, Y) {
    LanewiseCore.scan(
      "scan", { (c: C, x: Pack<X, Z>) in f(c, x.values) }, initial, Pack(tuple: xs), length: length, reverse: reverse,
      unroll: unroll)
  }

  /// The same for a carry of two trees and inputs of two trees.
  @_disfavoredOverload
  public static func scan<A: Tree, B: Tree, X: Tree, Z: Tree, Y: Tree>(
    _ f: @escaping ((A, B), (X, Z)) -> ((A, B), Y), _ initial: (A, B), _ xs: (X, Z), length: Int? = nil,
    reverse: Bool = false, unroll: Int = 1
  ) -> ((A, B), Y) {
    let (carry, ys) = LanewiseCore.scan(
      "scan",
      { (c: Pack<A, B>, x: Pack<X, Z>) in
        let (next, y) = f(c.values, x.values)
        return (Pack(tuple: next), y)
      }, Pack(tuple: initial), Pack(tuple: xs), length: length, reverse: reverse, unroll: unroll)
    return (carry.values, ys)
  }

  /// The same for results of two trees.
  @_disfavoredOverload
  public static func scan<C: Tree, X: Tree, Y: Tree, Z: Tree>(
    _ f: @escaping (C, X) -> (C, (Y, Z)), _ initial: C, _ xs: X, length: Int? = nil, reverse: Bool = false,
    unroll: Int = 1
  ) -> (C, (Y, Z)) {
    let (carry, ys) = LanewiseCore.scan(
      "scan",
      { (c: C, x: X) in
        let (next, y) = f(c, x)
        return (next, Pack(tuple: y))
      }, initial, xs, length: length, reverse: reverse, unroll: unroll)
    return (carry, ys.values)
  }

  /// The same for a carry of two trees and results of two trees.
  @_disfavoredOverload
  public static func scan<A: Tree, B: Tree, X: Tree, Y: Tree, Z: Tree>(
    _ f: @escaping ((A, B), X) -> ((A, B), (Y, Z)), _ initial: (A, B), _ xs: X, length: Int? = nil,
    reverse: Bool = false, unroll: Int = 1
  ) -> ((A, B), (Y, Z)) {
    let (carry, ys) = LanewiseCore.scan(
      "scan",
      { (c: Pack<A, B>, x: X) in
        let (next, y) = f(c.values, x)
        return (Pack(tuple: next), Pack(tuple: y))
      }, Pack(tuple: initial), xs, length: length, reverse: reverse, unroll: unroll)
    return (carry.values, ys.values)
  }
}
