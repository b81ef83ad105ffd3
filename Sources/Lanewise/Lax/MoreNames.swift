import LanewiseCore

// Functions of `jax.lax` that are one operation under a name of their own.
extension Lax {
  /// Each element times itself (`lax.square`).
  public static func square(_ x: NDArray) -> NDArray { integerPow(x, 2) }
  /// One over each element (`lax.reciprocal`).
  public static func reciprocal(_ x: NDArray) -> NDArray { integerPow(x, -1) }
  /// The same as ``and(_:_:)`` (`lax.bitwise_and`).
  public static func bitwiseAnd(_ x: NDArray, _ y: NDArray) -> NDArray { and(x, y) }
  /// The same as ``or(_:_:)`` (`lax.bitwise_or`).
  public static func bitwiseOr(_ x: NDArray, _ y: NDArray) -> NDArray { or(x, y) }
  /// The same as ``xor(_:_:)`` (`lax.bitwise_xor`).
  public static func bitwiseXor(_ x: NDArray, _ y: NDArray) -> NDArray { xor(x, y) }

  /// Keys in ascending order along a dimension, and values that move with them (`lax.sort_key_val`).
  ///
  /// ```swift
  /// Lax.sortKeyVal([2, 1], [10, 20]).values  // [20 10]
  /// ```
  public static func sortKeyVal(
    _ keys: NDArray, _ values: NDArray, dimension: Int = -1, isStable: Bool = true
  ) -> (keys: NDArray, values: NDArray) {
    guard let dimension = Check.axis("sort_key_val", dimension, of: keys) else { return (keys, values) }
    let sorted = sort([keys, values], dimension: dimension, isStable: isStable)
    return (sorted[0], sorted[1])
  }

  /// The `k` largest elements along the last dimension and their places (`lax.approx_max_k`), here exactly.
  public static func approxMaxK(_ x: NDArray, _ k: Int) -> (values: NDArray, indices: NDArray) { topK(x, k) }
  /// The `k` smallest elements along the last dimension and their places (`lax.approx_min_k`), here exactly.
  public static func approxMinK(_ x: NDArray, _ k: Int) -> (values: NDArray, indices: NDArray) {
    let (values, indices) = topK(neg(x), k)
    return (neg(values), indices)
  }

  /// A mapped axis exchanged for one of the array's own (`lax.pswapaxes`).
  public static func pswapaxes(_ x: NDArray, _ axisName: String, axis: Int) -> NDArray {
    allToAll(x, axisName, splitAxis: axis, concatAxis: axis)
  }

  /// The same arrays, between which and what follows JAX's compiler moves nothing (`lax.optimization_barrier`). Results
  /// do not depend on it; it stands in a jaxpr.
  public static func optimizationBarrier(_ x: NDArray) -> NDArray { bind(barrier(1), [x])[0] }

  /// The same for the arrays of a tree.
  @_disfavoredOverload
  public static func optimizationBarrier<T: Tree>(_ x: T) -> T {
    let leaves = treeLeaves(x)
    return leaves.isEmpty ? x : x.replacingLeaves(bind(barrier(leaves.count), leaves))
  }

  private static func barrier(_ count: Int) -> Copy { Copy(name: "optimization_barrier", count: count) }
}
