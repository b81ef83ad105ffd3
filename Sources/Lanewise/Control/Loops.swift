import LanewiseCore

// Loops whose number of steps is not known when tracing, or that go over a range of integers.
extension Lax {
  /// `body` applied to a state as long as `condition` holds of it (`jax.lax.while_loop`).
  ///
  /// The state keeps its structure, shapes and dtypes. It can be differentiated in forward mode (`jvp`), not in reverse:
  /// use ``scan(_:_:_:length:reverse:unroll:)-swift.type.method`` or ``foriLoop(_:_:_:_:)`` with known bounds for that.
  /// Under `vmap`, the loop runs until the condition holds for no example, and keeps the states of those that stopped.
  ///
  /// ```swift
  /// Lax.whileLoop({ s in s .< 10 }, { s in s * 2 }, 1)  // 16
  /// Lax.whileLoop({ i, s in i .< 3 }, { i, s in (i + 1, s * 2.0) }, (0, x))
  /// ```
  ///
  /// - Parameter condition: gives a bool of rank 0.
  public static func whileLoop(
    _ condition: @escaping (NDArray) -> NDArray, _ body: @escaping (NDArray) -> NDArray, _ initial: NDArray
  ) -> NDArray {
    LanewiseCore.whileLoop("whileLoop", condition, body, initial)
  }

  /// The same for a state of any tree.
  @_disfavoredOverload
  public static func whileLoop<S: Tree>(
    _ condition: @escaping (S) -> NDArray, _ body: @escaping (S) -> S, _ initial: S
  ) -> S {
    LanewiseCore.whileLoop("whileLoop", condition, body, initial)
  }

  /// The same for a state of two arrays.
  public static func whileLoop(
    _ condition: @escaping (NDArray, NDArray) -> NDArray, _ body: @escaping (NDArray, NDArray) -> (NDArray, NDArray),
    _ initial: (NDArray, NDArray)
  ) -> (NDArray, NDArray) {
    LanewiseCore.whileLoop(
      "whileLoop", { (p: Pack<NDArray, NDArray>) in condition(p.values.0, p.values.1) },
      { (p: Pack<NDArray, NDArray>) in Pack(tuple: body(p.values.0, p.values.1)) }, Pack(tuple: initial)
    ).values
  }

  /// The same for a state of two trees.
  @_disfavoredOverload
  public static func whileLoop<A: Tree, B: Tree>(
    _ condition: @escaping (A, B) -> NDArray, _ body: @escaping (A, B) -> (A, B), _ initial: (A, B)
  ) -> (A, B) {
    LanewiseCore.whileLoop(
      "whileLoop", { (p: Pack<A, B>) in condition(p.values.0, p.values.1) },
      { (p: Pack<A, B>) in Pack(tuple: body(p.values.0, p.values.1)) }, Pack(tuple: initial)
    ).values
  }

  /// The same for a state of three trees.
  @_disfavoredOverload
  public static func whileLoop<A: Tree, B: Tree, C: Tree>(
    _ condition: @escaping (A, B, C) -> NDArray, _ body: @escaping (A, B, C) -> (A, B, C), _ initial: (A, B, C)
  ) -> (A, B, C) {
    LanewiseCore.whileLoop(
      "whileLoop", { (p: Pack<A, B, C>) in condition(p.values.0, p.values.1, p.values.2) },
      { (p: Pack<A, B, C>) in Pack(tuple: body(p.values.0, p.values.1, p.values.2)) }, Pack(tuple: initial)
    ).values
  }

  /// The same for a state of four trees.
  @_disfavoredOverload
  public static func whileLoop<A: Tree, B: Tree, C: Tree, D: Tree>(
    _ condition: @escaping (A, B, C, D) -> NDArray, _ body: @escaping (A, B, C, D) -> (A, B, C, D),
    _ initial: (A, B, C, D)
  ) -> (A, B, C, D) {
    LanewiseCore.whileLoop(
      "whileLoop",
      { (p: Pack<A, B, C, D>) in condition(p.values.0, p.values.1, p.values.2, p.values.3) },
      { (p: Pack<A, B, C, D>) in Pack(tuple: body(p.values.0, p.values.1, p.values.2, p.values.3)) },
      Pack(tuple: initial)
    ).values
  }

  /// `body` applied to a state for each integer from `lower` up to, but not including, `upper`
  /// (`jax.lax.fori_loop`). It can be differentiated in reverse where the bounds are known when it is traced.
  ///
  /// ```swift
  /// Lax.foriLoop(0, 10, { i, s in s + i }, 0)  // 45
  /// ```
  public static func foriLoop(
    _ lower: NDArray, _ upper: NDArray, _ body: @escaping (NDArray, NDArray) -> NDArray, _ initial: NDArray
  ) -> NDArray {
    LanewiseCore.foriLoop(lower, upper, body, initial)
  }

  /// The same with bounds that are Swift integers.
  public static func foriLoop(
    _ lower: Int, _ upper: Int, _ body: @escaping (NDArray, NDArray) -> NDArray, _ initial: NDArray
  ) -> NDArray {
    LanewiseCore.foriLoop(bound(lower), bound(upper), body, initial)
  }

  /// The same for a state of any tree.
  @_disfavoredOverload
  public static func foriLoop<S: Tree>(
    _ lower: NDArray, _ upper: NDArray, _ body: @escaping (NDArray, S) -> S, _ initial: S
  ) -> S {
    LanewiseCore.foriLoop(lower, upper, body, initial)
  }

  /// The same for a state of any tree, with bounds that are Swift integers.
  @_disfavoredOverload
  public static func foriLoop<S: Tree>(
    _ lower: Int, _ upper: Int, _ body: @escaping (NDArray, S) -> S, _ initial: S
  ) -> S {
    LanewiseCore.foriLoop(bound(lower), bound(upper), body, initial)
  }

  /// The same for a state of two trees.
  @_disfavoredOverload
  public static func foriLoop<A: Tree, B: Tree>(
    _ lower: NDArray, _ upper: NDArray, _ body: @escaping (NDArray, (A, B)) -> (A, B), _ initial: (A, B)
  ) -> (A, B) {
    LanewiseCore.foriLoop(
      lower, upper, { i, p in Pack(tuple: body(i, p.values)) }, Pack(tuple: initial)
    ).values
  }

  /// The same for a state of three trees.
  @_disfavoredOverload
  public static func foriLoop<A: Tree, B: Tree, C: Tree>(
    _ lower: NDArray, _ upper: NDArray, _ body: @escaping (NDArray, (A, B, C)) -> (A, B, C), _ initial: (A, B, C)
  ) -> (A, B, C) {
    LanewiseCore.foriLoop(
      lower, upper, { i, p in Pack(tuple: body(i, p.values)) }, Pack(tuple: initial)
    ).values
  }

  private static func bound(_ value: Int) -> NDArray { .weakLiteral(.int(Int64(value))) }
}
