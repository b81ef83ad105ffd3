import LanewiseCore

// Shapes, as `jax.lax` changes them.
extension Lax {
  /// An array of one value (`lax.full`), in its dtype or another.
  public static func full(_ shape: any ShapeArgument, _ value: NDArray, dtype: DType? = nil) -> NDArray {
    Lanewise.full(shape, value, dtype: dtype)
  }

  /// An array of one value in the shape and dtype of another (`lax.full_like`), or in other ones.
  public static func fullLike(
    _ x: NDArray, _ value: NDArray, dtype: DType? = nil, shape: [Int]? = nil
  ) -> NDArray {
    Lanewise.fullLike(x, value, dtype: dtype, shape: shape)
  }

  /// The array repeated along new leading dimensions (`lax.broadcast`).
  ///
  /// ```swift
  /// Lax.broadcast(ones([3]), [2]).shape  // [2, 3]
  /// ```
  public static func broadcast(_ x: NDArray, _ sizes: [Int]) -> NDArray {
    broadcastInDim(x, sizes + x.shape, Array(sizes.count..<(sizes.count + x.ndim)))
  }

  /// The shape that these shapes meet in (`lax.broadcast_shapes`).
  public static func broadcastShapes(_ shapes: [Int]...) -> [Int] {
    Broadcast.shape("broadcast_shapes", shapes) ?? []
  }

  /// The array with leading dimensions of the extent 1, so that it has so many (`lax.broadcast_to_rank`).
  public static func broadcastToRank(_ x: NDArray, _ rank: Int) -> NDArray {
    expandDims(x, Array(0..<Swift.max(rank - x.ndim, 0)))
  }

  /// The integers 0, 1, … along one dimension of a shape (`lax.broadcasted_iota`).
  ///
  /// ```swift
  /// Lax.broadcastedIota(.int32, [2, 3], 1)  // [[0 1 2], [0 1 2]]
  /// ```
  public static func broadcastedIota(_ dtype: DType, _ shape: [Int], _ dimension: Int) -> NDArray {
    iota(dtype, shape, dimension)
  }

  /// The integers 0 ..< `size` (`lax.iota`).
  public static func iota(_ dtype: DType, _ size: Int) -> NDArray { iota(dtype, [size], 0) }

  /// The dimensions from `start` to `stop` as one (`lax.collapse`); without an end, all that follow.
  ///
  /// ```swift
  /// Lax.collapse(ones([2, 3, 4]), 0, 2).shape  // [6, 4]
  /// ```
  public static func collapse(_ x: NDArray, _ start: Int, _ stop: Int? = nil) -> NDArray {
    let places = [start, stop ?? x.ndim].map { $0 < 0 ? $0 + x.ndim : $0 }
    guard places[0] >= 0, places[1] <= x.ndim, places[0] <= places[1] else {
      return fail(
        .shape,
        "collapse: dimensions \(start) to \(stop ?? x.ndim) of an array of shape \(x.aval.shape); they must be within it, in order.",
        like: x.aval)
    }
    let (before, within) = (x.shape[..<places[0]], x.shape[places[0]..<places[1]])
    return reshape(x, before + [within.reduce(1, *)] + x.shape[places[1]...])
  }

  /// The elements in another shape, read with the dimensions in another order (`lax.reshape` with `dimensions`).
  public static func reshape(_ x: NDArray, _ shape: [Int], dimensions: [Int]) -> NDArray {
    reshape(transpose(x, dimensions), shape)
  }
}
