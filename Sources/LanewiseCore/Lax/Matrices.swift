import LanewiseEngine

// What the rules of linear algebra are made of. Matrices are the last two dimensions of an array, those before are a
// batch; the ranks and extents have been checked.
extension Lax {
  /// The last two dimensions exchanged.
  package static func matrixTranspose(_ x: NDArray) -> NDArray {
    x.ndim < 2 ? x : transpose(x, Array(0..<x.ndim - 2) + [x.ndim - 1, x.ndim - 2])
  }
  /// The conjugate of the transposed.
  package static func adjoint(_ x: NDArray) -> NDArray { conj(matrixTranspose(x)) }
  /// The Hermitian part, (A + Aᴴ) / 2.
  package static func symmetrized(_ x: NDArray) -> NDArray { div(add(x, adjoint(x)), scalarLike(x, 2)) }

  /// The products of matrices of two batches alike.
  package static func matrixProduct(_ x: NDArray, _ y: NDArray) -> NDArray {
    let batch = Array(0..<Swift.max(x.ndim - 2, 0))
    return dotGeneral(
      x, y, .init(lhsContracting: [x.ndim - 1], rhsContracting: [y.ndim - 2], lhsBatch: batch, rhsBatch: batch))
  }

  /// Zeros above the `k`-th diagonal.
  package static func lowerTriangle(_ x: NDArray, _ k: Int = 0) -> NDArray {
    masked(x) { rows, columns in ge(add(rows, scalar(.int(Int64(k)), .int32)), columns) }
  }
  /// Zeros below the `k`-th diagonal.
  package static func upperTriangle(_ x: NDArray, _ k: Int = 0) -> NDArray {
    masked(x) { rows, columns in le(add(rows, scalar(.int(Int64(k)), .int32)), columns) }
  }

  /// Elements where the mask, of the numbers of rows and of columns, holds, and zeros elsewhere.
  private static func masked(_ x: NDArray, _ mask: (NDArray, NDArray) -> NDArray) -> NDArray {
    guard x.ndim >= 2 else { return x }
    let holds = mask(iota(.int32, x.shape, x.ndim - 2), iota(.int32, x.shape, x.ndim - 1))
    return select(holds, x, full(x.shape, .int(0), x.dtype))
  }

  /// The identity, of n rows and as many columns, with as many dimensions as `x` has.
  package static func identity(_ n: Int, like x: NDArray) -> NDArray {
    let shape = Array(repeating: 1, count: Swift.max(x.ndim - 2, 0)) + [n, n]
    let rank = shape.count
    return convertElementType(eq(iota(.int32, shape, rank - 2), iota(.int32, shape, rank - 1)), x.dtype)
  }

  /// The diagonals of square matrices: a stride of their memory.
  package static func diagonals(_ x: NDArray) -> NDArray {
    guard x.ndim >= 2 else { return x }
    let n = x.aval.shape[x.ndim - 1]
    let flat = reshape(x, Array(x.shape.dropLast(2)) + [n * n])
    return sliceInDim(flat, 0, (n - 1) * (n + 1) + 1, stride: n + 1, axis: x.ndim - 2)
  }

  /// The matrices with these diagonals and zeros elsewhere.
  package static func diagonalMatrices(_ x: NDArray) -> NDArray {
    guard let n = x.shape.last else { return x }
    let square = broadcastInDim(x, x.shape + [n], Array(0..<x.ndim))
    return masked(square) { rows, columns in eq(rows, columns) }
  }

  /// The rows of matrices `[…, m, n]` at the places `[…, k]`.
  package static func takeRows(_ x: NDArray, _ places: NDArray) -> NDArray {
    let rank = x.ndim
    guard rank >= 2, places.ndim == rank - 1, x.aval.shape[rank - 2] > 0 else { return x }
    let shape = places.shape + [1]
    let indices = (0..<rank - 1).map { dimension in
      dimension == rank - 2 ? reshape(places, shape) : iota(places.dtype, shape, dimension)
    }
    let leading = Array(0..<rank - 1)
    return gather(
      x, concatenate(indices, dimension: rank - 1),
      GatherDims(offset: [rank - 1], collapsed: leading, startIndexMap: leading),
      sliceSizes: leading.map { _ in 1 } + [x.shape[rank - 1]], mode: .promiseInBounds)
  }
}
