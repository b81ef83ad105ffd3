import LanewiseEngine

/// What the elementwise families share: operands of rank 0 or with extents of 1 are broadcast, so tangents must be
/// broadcast with them, cotangents summed back, and batches lined up.
package enum Broadcasting {
  /// `x` with extents of 1 stretched to `shape`, as a view.
  package static func expand(_ x: Slot, to shape: Shape, _ b: ProgramBuilder) -> Slot {
    let type = b.type(x)
    guard type.shape != shape, !type.shape.isScalar else { return x }
    let strides = type.shape.strides
    return b.view(
      x, shape: shape, offset: 0, strides: (0..<shape.rank).map { type.shape[$0] == shape[$0] ? strides[$0] : 0 })
  }

  /// `x` stretched to `shape`: rank 0, or extents of 1.
  package static func expand(_ x: NDArray, to shape: Shape) -> NDArray {
    guard x.aval.shape != shape else { return x }
    return Lax.broadcastInDim(x, shape.dims, x.ndim == 0 ? [] : Array(0..<shape.rank))
  }

  /// The cotangent of an operand of shape `shape` that was stretched: summed over what was stretched.
  package static func unexpand(_ ct: NDArray, to shape: Shape) -> NDArray {
    guard ct.aval.shape != shape else { return ct }
    let axes = (0..<ct.ndim).filter { shape.isScalar || (shape[$0] == 1 && ct.aval.shape[$0] != 1) }
    return Lax.reshape(Lax.reduceSum(ct, axes), shape.dims)
  }

  /// The axis, where every batched operand has the batch in the same place and full rank, and the others are scalars:
  /// then nothing moves.
  private static func commonAxis(_ x: [NDArray], _ axes: [Int?]) -> Int? {
    var common: (axis: Int, rank: Int)?
    for (operand, axis) in zip(x, axes) {
      let rank = operand.ndim
      guard let axis else {
        if rank == 0 { continue }
        return nil
      }
      if let common, common != (axis, rank) { return nil }
      common = (axis, rank)
    }
    return common?.axis
  }

  /// Operands lined up for an elementwise operation on a batch, and the batch's axis in the result.
  package static func align(_ x: [NDArray], _ axes: [Int?]) -> ([NDArray], Int) {
    if let axis = commonAxis(x, axes) { return (x, axis) }
    let ranks = zip(x, axes).map { $0.ndim - ($1 == nil ? 0 : 1) }
    let rank = ranks.max() ?? 0
    let aligned = zip(zip(x, axes), ranks).map { operand, ownRank -> NDArray in
      let (value, axis) = operand
      guard let axis else { return value.ndim == 0 ? value : Lax.reshape(value, [1] + value.shape) }
      let front = Lax.moveAxis(value, from: axis, to: 0)
      return ownRank == rank ? front : Lax.reshape(front, [front.shape[0]] + Array(repeating: 1, count: rank))
    }
    return (aligned, 0)
  }
}
