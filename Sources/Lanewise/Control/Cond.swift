import LanewiseCore

extension Lax {
  /// One of two functions of `operand`, by a predicate that may be traced (`jax.lax.cond`). Both are traced, and must
  /// give results of one structure, shape and dtype; only the chosen one is computed. Under `vmap` with a predicate of
  /// each example's own, both are computed, and each example takes its own.
  ///
  /// ```swift
  /// Lax.cond(true, { $0 * 2 }, { -$0 }, 3.0)  // 6
  /// ```
  ///
  /// - Parameter predicate: a bool of rank 0, or a number of rank 0, for which 0 is false.
  public static func cond(
    _ predicate: NDArray, _ onTrue: @escaping (NDArray) -> NDArray, _ onFalse: @escaping (NDArray) -> NDArray,
    _ operand: NDArray
  ) -> NDArray {
    LanewiseCore.cond(predicate, onTrue, onFalse, operand)
  }

  /// The same for functions without an argument, which capture what they need.
  public static func cond(
    _ predicate: NDArray, _ onTrue: @escaping () -> NDArray, _ onFalse: @escaping () -> NDArray
  ) -> NDArray {
    LanewiseCore.cond(predicate, { (_: Nothing) in onTrue() }, { (_: Nothing) in onFalse() }, Nothing())
  }

  /// The same for a result of any tree.
  @_disfavoredOverload
  public static func cond<R: Tree>(
    _ predicate: NDArray, _ onTrue: @escaping () -> R, _ onFalse: @escaping () -> R
  ) -> R {
    LanewiseCore.cond(predicate, { (_: Nothing) in onTrue() }, { (_: Nothing) in onFalse() }, Nothing())
  }

  /// The same for any tree.
  @_disfavoredOverload
  public static func cond<A: Tree, R: Tree>(
    _ predicate: NDArray, _ onTrue: @escaping (A) -> R, _ onFalse: @escaping (A) -> R, _ operand: A
  ) -> R {
    LanewiseCore.cond(predicate, onTrue, onFalse, operand)
  }

  /// The same for two operands.
  public static func cond(
    _ predicate: NDArray, _ onTrue: @escaping (NDArray, NDArray) -> NDArray,
    _ onFalse: @escaping (NDArray, NDArray) -> NDArray, _ a: NDArray, _ b: NDArray
  ) -> NDArray {
    LanewiseCore.cond(
      predicate, { (p: Pack<NDArray, NDArray>) in onTrue(p.values.0, p.values.1) },
      { (p: Pack<NDArray, NDArray>) in onFalse(p.values.0, p.values.1) }, Pack(a, b))
  }

  /// The same for two operands of any tree.
  @_disfavoredOverload
  public static func cond<A: Tree, B: Tree, R: Tree>(
    _ predicate: NDArray, _ onTrue: @escaping (A, B) -> R, _ onFalse: @escaping (A, B) -> R, _ a: A, _ b: B
  ) -> R {
    LanewiseCore.cond(
      predicate, { (p: Pack<A, B>) in onTrue(p.values.0, p.values.1) },
      { (p: Pack<A, B>) in onFalse(p.values.0, p.values.1) }, Pack(a, b))
  }

  /// The same for functions of no argument that give two results.
  @_disfavoredOverload
  public static func cond<R: Tree, S: Tree>(
    _ predicate: NDArray, _ onTrue: @escaping () -> (R, S), _ onFalse: @escaping () -> (R, S)
  ) -> (R, S) {
    LanewiseCore.cond(
      predicate, { (_: Nothing) in Pack(tuple: onTrue()) }, { (_: Nothing) in Pack(tuple: onFalse()) }, Nothing()
    ).values
  }

  /// The same for two operands and two results.
  @_disfavoredOverload
  public static func cond<A: Tree, B: Tree, R: Tree, S: Tree>(
    _ predicate: NDArray, _ onTrue: @escaping (A, B) -> (R, S), _ onFalse: @escaping (A, B) -> (R, S), _ a: A, _ b: B
  ) -> (R, S) {
    LanewiseCore.cond(
      predicate, { (p: Pack<A, B>) in Pack(tuple: onTrue(p.values.0, p.values.1)) },
      { (p: Pack<A, B>) in Pack(tuple: onFalse(p.values.0, p.values.1)) }, Pack(a, b)
    ).values
  }

  /// One of several functions of `operand`, by an index that may be traced (`jax.lax.switch`). An index out of range is
  /// taken for the nearest in range.
  ///
  /// ```swift
  /// Lax.switch(1, [{ sin($0) }, { cos($0) }, { $0 }], 0.0)  // 1
  /// ```
  public static func `switch`(
    _ index: NDArray, _ branches: [(NDArray) -> NDArray], _ operand: NDArray
  ) -> NDArray {
    switchBranch(index, branches, operand)
  }

  /// The same for any tree.
  @_disfavoredOverload
  public static func `switch`<A: Tree, R: Tree>(_ index: NDArray, _ branches: [(A) -> R], _ operand: A) -> R {
    switchBranch(index, branches, operand)
  }

  /// The same for two operands.
  @_disfavoredOverload
  public static func `switch`<A: Tree, B: Tree, R: Tree>(
    _ index: NDArray, _ branches: [(A, B) -> R], _ a: A, _ b: B
  ) -> R {
    switchBranch(
      index, branches.map { f in { (p: Pack<A, B>) in f(p.values.0, p.values.1) } }, Pack(a, b))
  }

  /// The same for functions without an argument.
  @_disfavoredOverload
  public static func `switch`<R: Tree>(_ index: NDArray, _ branches: [() -> R]) -> R {
    switchBranch(index, branches.map { f in { (_: Nothing) in f() } }, Nothing())
  }
}
