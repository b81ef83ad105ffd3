import LanewiseCore

/// A matrix put together from blocks, row by row (`jnp.block`): the blocks of a row are joined along the last axis, the
/// rows along the one before it.
///
/// ```swift
/// print(block([[eye(1), zeros([1, 2])], [zeros([1, 1]), ones([1, 2])]]))  // [[1. 0. 0.], [0. 1. 1.]]
/// ```
public func block(_ rows: [[NDArray]]) -> NDArray {
  let joined = rows.map { row in concatenate(Blocks.ofEqualRank(row, atLeast: 1), axis: -1) }
  return concatenate(Blocks.ofEqualRank(joined, atLeast: 2), axis: -2)
}

/// Blocks joined along the last axis (`jnp.block` of a flat list).
public func block(_ parts: [NDArray]) -> NDArray { concatenate(Blocks.ofEqualRank(parts, atLeast: 1), axis: -1) }

private enum Blocks {
  /// New axes come first.
  static func ofEqualRank(_ x: [NDArray], atLeast least: Int) -> [NDArray] {
    let rank = Swift.max(x.map(\.ndim).max() ?? 0, least)
    return x.map { $0.ndim == rank ? $0 : Lax.reshape($0, Array(repeating: 1, count: rank - $0.ndim) + $0.shape) }
  }
}

/// The parts of an array along an axis, without it (`jnp.unstack`).
///
/// ```swift
/// unstack(eye(2)).count  // 2
/// ```
public func unstack(_ x: NDArray, axis: Int = 0) -> [NDArray] {
  guard Check.rank("unstack", x, 1), let axis = Check.axis("unstack", axis, of: x) else { return [] }
  return (0..<x.aval.shape[axis]).map { Lax.squeeze(Lax.sliceInDim(x, $0, $0 + 1, axis: axis), [axis]) }
}

/// The same as ``concatenate(_:axis:)`` (`jnp.concat`).
public func concat(_ x: [NDArray], axis: Int? = 0) -> NDArray { concatenate(x, axis: axis) }
/// The same as ``transpose(_:_:)`` (`jnp.permute_dims`).
public func permuteDims(_ x: NDArray, _ axes: [Int]) -> NDArray { transpose(x, axes) }
