import LanewiseCore

extension Linalg {
  /// The matrix with these blocks along its diagonal and zeros elsewhere (`jax.scipy.linalg.block_diag`). Vectors are
  /// rows.
  ///
  /// ```swift
  /// print(Linalg.blockDiag([[1, 2]], [3]))  // [[1 2 0]
  ///                                         //  [0 0 3]]
  /// ```
  public static func blockDiag(_ blocks: NDArray...) -> NDArray { blockDiag(blocks) }

  /// The same for an array of blocks.
  public static func blockDiag(_ blocks: [NDArray]) -> NDArray {
    guard !blocks.isEmpty else { return zeros([1, 0]) }
    for block in blocks where !Check.rank("block_diag", block, 0, 2) { return .poisoned(block.aval) }
    let matrices = Promote.together(blocks).map(atleast2d)
    let width = matrices.reduce(0) { $0 + $1.shape[1] }
    var left = 0
    let rows = matrices.map { matrix in
      defer { left += matrix.shape[1] }
      return Lax.pad(
        matrix, Lax.scalarZero(matrix),
        [(low: 0, high: 0, interior: 0), (low: left, high: width - left - matrix.shape[1], interior: 0)])
    }
    return Lax.concatenate(rows, dimension: 0)
  }

  /// The matrix that is constant along its diagonals, with `c` as its first column and `r` as its first row, of which
  /// the first element is not read (`jax.scipy.linalg.toeplitz`); without `r` its conjugated column is the row.
  ///
  /// ```swift
  /// print(Linalg.toeplitz([1, 2], [1, 5]))  // [[1 5]
  ///                                         //  [2 1]]
  /// ```
  public static func toeplitz(_ c: NDArray, _ r: NDArray? = nil) -> NDArray {
    let both = Promote.together([ravel(c), ravel(r ?? Lax.conj(c))])
    let (column, row) = (both[0], both[1])
    let (m, n) = (column.size, row.size)
    guard m > 0, n > 0 else { return zeros([m, n], dtype: column.dtype) }
    let elements = Lax.concatenate([Lax.rev(column, [0]), Lax.sliceInDim(row, 1, n, axis: 0)], dimension: 0)
    let places = Lax.sub(Lax.iota(.int32, [m, n], 1), Lax.iota(.int32, [m, n], 0)) + (m - 1)
    return take(elements, places, mode: .clip)
  }
  /// Hilbert's matrix, 1 / (i + j + 1) (`jax.scipy.linalg.hilbert`), which is nearly singular.
  ///
  /// ```swift
  /// print(Linalg.hilbert(2))  // [[1.         0.5       ]
  ///                           //  [0.5        0.33333334]]
  /// ```
  public static func hilbert(_ n: Int) -> NDArray {
    let dtype = DefaultDTypes.current.float
    guard Check.isShape("hilbert", [n, n]) else { return .poisoned(AbstractArray([0, 0], dtype)) }
    let places = Lax.iota(dtype, [n, n], 0)
    return 1 / (places + places.T + 1)
  }

  /// The Hermitian one of a column: the form that can be passed as a function.
  public static func toeplitz(_ c: NDArray) -> NDArray { toeplitz(c, nil) }
}
