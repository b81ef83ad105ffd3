import LanewiseCore

extension Lax {
  /// Products summed over some dimensions, with others in common (`lax.dot_general`): for each operand its contracting
  /// dimensions, pairwise equally long, and its batch dimensions. The result has the batch dimensions, then the other
  /// ones of `x`, then those of `y`; its dtype is the operands', or the one preferred.
  ///
  /// ```swift
  /// Lax.dotGeneral(ones([5, 2, 3]), ones([5, 3, 4]), contracting: ([2], [1]), batch: ([0], [0])).shape  // [5, 2, 4]
  /// ```
  public static func dotGeneral(
    _ x: NDArray, _ y: NDArray, contracting: ([Int], [Int]), batch: ([Int], [Int]) = ([], []),
    preferredElementType: DType? = nil
  ) -> NDArray {
    dotGeneral(
      x, y,
      DotGeneral.Dims(
        lhsContracting: contracting.0, rhsContracting: contracting.1, lhsBatch: batch.0, rhsBatch: batch.1),
      resultDType: preferredElementType)
  }

  /// The product of vectors or matrices (`lax.dot`).
  public static func dot(_ x: NDArray, _ y: NDArray, preferredElementType: DType? = nil) -> NDArray {
    guard Check.rank("dot", x, 1, 2), Check.rank("dot", y, 1, 2) else { return .poisoned(x.aval) }
    return dotGeneral(x, y, contracting: ([x.ndim - 1], [0]), preferredElementType: preferredElementType)
  }

  /// The products of two stacks of matrices of the same leading dimensions (`lax.batch_matmul`).
  public static func batchMatmul(_ x: NDArray, _ y: NDArray) -> NDArray {
    guard Check.rank("batch_matmul", x, 2), Check.rank("batch_matmul", y, 2) else { return .poisoned(x.aval) }
    let leading = Array(0..<(x.ndim - 2))
    return dotGeneral(x, y, contracting: ([x.ndim - 1], [y.ndim - 2]), batch: (leading, leading))
  }

  /// Products of rows with the matrix of their group (`lax.ragged_dot`): the first `groupSizes[0]` rows of `lhs` with
  /// `rhs[0]`, the next ones with `rhs[1]`, and so on; rows beyond the groups give zeros.
  ///
  /// - Parameters:
  ///   - lhs: rows, of shape `[m, k]`.
  ///   - rhs: a matrix for each group, of shape `[g, k, n]`.
  ///   - groupSizes: integers, of shape `[g]`.
  ///
  /// ```swift
  /// print(Lax.raggedDot([[1.0], [2], [3]], [[[10.0]], [[100]]], [1, 2]).reshape([-1]))  // [ 10. 200. 300.]
  /// ```
  public static func raggedDot(
    _ lhs: NDArray, _ rhs: NDArray, _ groupSizes: NDArray, preferredElementType: DType? = nil
  ) -> NDArray {
    bind(RaggedDot(resultDType: preferredElementType), [lhs, rhs, groupSizes])[0]
  }
}
