import LanewiseEngine

// Factorisations, as `jax.lax.linalg` names them: matrices are the last two dimensions of an array, and those before
// are a batch. They take float32, float64, complex64 and complex128, and nothing is promoted.
extension Lax {
  /// The lower triangular L of A = LLᴴ (`lax.linalg.cholesky`), NaN where A is not positive definite. Unless
  /// `symmetrizeInput`, the lower triangle of A alone is read.
  public static func cholesky(_ x: NDArray, symmetrizeInput: Bool = true) -> NDArray {
    lowerTriangle(bindOne(Cholesky(), symmetrizeInput ? symmetrized(x) : x))
  }

  /// L, without its ones, and U of PA = LU in one matrix, the row that each row was exchanged with, and the permutation
  /// of the rows (`lax.linalg.lu`).
  public static func lu(_ x: NDArray) -> (lu: NDArray, pivots: NDArray, permutation: NDArray) {
    let results = bind(LU(), [x])
    return (results[0], results[1], results[2])
  }

  /// The permutation of `size` rows that exchanges of rows come to (`lax.linalg.lu_pivots_to_permutation`).
  public static func luPivotsToPermutation(_ pivots: NDArray, _ size: Int) -> NDArray {
    bindOne(LUPivotsToPermutation(permutationSize: size), pivots)
  }

  /// The factors of A = QR (`lax.linalg.qr`): Q has orthonormal columns, as many as A has rows if the matrices are
  /// full.
  public static func qr(_ x: NDArray, fullMatrices: Bool = true) -> (q: NDArray, r: NDArray) {
    let results = bind(QR(fullMatrices: fullMatrices), [x])
    return (results[0], results[1])
  }

  /// R of A = QR with the reflectors of Q below it, and their factors (`lax.linalg.geqrf`).
  public static func geqrf(_ x: NDArray) -> (a: NDArray, taus: NDArray) {
    let results = bind(Geqrf(), [x])
    return (results[0], results[1])
  }

  /// The first columns of the product of the reflectors below the diagonal of `a` (`lax.linalg.householder_product`).
  public static func householderProduct(_ a: NDArray, _ taus: NDArray) -> NDArray {
    bindOne(HouseholderProduct(), a, taus)
  }

  /// The factors of A = U·diag(s)·Vᴴ, s the largest first (`lax.linalg.svd`).
  public static func svd(_ x: NDArray, fullMatrices: Bool = true) -> (u: NDArray, s: NDArray, vh: NDArray) {
    let results = bind(SVD(computeUV: true, fullMatrices: fullMatrices), [x])
    return (results[1], results[0], results[2])
  }

  /// The singular values alone (`lax.linalg.svd` with `compute_uv=False`).
  public static func singularValues(_ x: NDArray) -> NDArray {
    bindOne(SVD(computeUV: false, fullMatrices: false), x)
  }

  /// Eigenvectors and eigenvalues of Hermitian matrices, the smallest first (`lax.linalg.eigh`). Unless
  /// `symmetrizeInput`, one triangle of A alone is read.
  public static func eigh(
    _ x: NDArray, lower: Bool = true, symmetrizeInput: Bool = true
  ) -> (v: NDArray, w: NDArray) {
    let results = bind(Eigh(lower: lower), [symmetrizeInput ? symmetrized(x) : x])
    return (results[0], results[1])
  }

  /// The eigenvalues alone, as `eigh` takes a matrix.
  public static func hermitianEigenvalues(
    _ x: NDArray, lower: Bool = true, symmetrizeInput: Bool = true
  ) -> NDArray {
    bindOne(Eigh(lower: lower, computeVectors: false), symmetrizeInput ? symmetrized(x) : x)
  }

  /// Eigenvalues of any square matrices and the right eigenvectors (`lax.linalg.eig`), complex. The vectors have no
  /// derivative.
  public static func eig(_ x: NDArray) -> (w: NDArray, v: NDArray) {
    let results = bind(Eig(left: false, right: true), [x])
    return (results[0], results[1])
  }

  /// The eigenvalues alone, which have a derivative.
  public static func eigenvalues(_ x: NDArray) -> NDArray { bindOne(Eig(left: false, right: false), x) }

  /// The factors of A = ZTZᴴ (`lax.linalg.schur`): T is upper triangular, of a real A with blocks of 2 × 2 for
  /// conjugate eigenvalues. They have no derivative.
  public static func schur(_ x: NDArray) -> (t: NDArray, z: NDArray) {
    let results = bind(Schur(computeVectors: true), [x])
    return (results[0], results[1])
  }

  /// H of A = QHQᴴ, which is zero below the first subdiagonal, with the reflectors of Q there, and their factors
  /// (`lax.linalg.hessenberg`).
  public static func hessenberg(_ x: NDArray) -> (a: NDArray, taus: NDArray) {
    let results = bind(Hessenberg(), [x])
    return (results[0], results[1])
  }

  /// The tridiagonal T of a Hermitian A = QTQᴴ (`lax.linalg.tridiagonal`): the reflectors of Q, the diagonal of T, what
  /// is beside it, and the reflectors' factors.
  public static func tridiagonal(
    _ x: NDArray, lower: Bool = true
  ) -> (a: NDArray, d: NDArray, e: NDArray, taus: NDArray) {
    let results = bind(Tridiagonal(lower: lower), [x])
    return (results[0], results[1], results[2], results[3])
  }

  /// The X of op(A)·X = B for a triangular A, or of X·op(A) = B unless `leftSide` (`lax.linalg.triangular_solve`).
  ///
  /// - Parameters:
  ///   - b: matrices, or vectors: then it has a dimension less than `a`.
  ///   - lower: which triangle of `a` is read.
  ///   - unitDiagonal: whether the diagonal is taken to be ones, and not read.
  public static func triangularSolve(
    _ a: NDArray, _ b: NDArray, leftSide: Bool = false, lower: Bool = false, transposeA: Bool = false,
    conjugateA: Bool = false, unitDiagonal: Bool = false
  ) -> NDArray {
    let solve = TriangularSolve(
      leftSide: leftSide, lower: lower, transposeA: transposeA, conjugateA: conjugateA && a.dtype.isComplex,
      unitDiagonal: unitDiagonal)
    guard b.ndim == a.ndim - 1, b.ndim > 0 else { return bindOne(solve, a, b) }
    let axis = leftSide ? b.ndim : b.ndim - 1
    let solution = bindOne(solve, a, expandDims(b, [axis]))
    return solution.isPoisoned ? solution : squeeze(solution, [axis])
  }

  /// The X of A·X = B for a tridiagonal A of at least three rows (`lax.linalg.tridiagonal_solve`), by elimination
  /// without exchanges of rows.
  ///
  /// - Parameters:
  ///   - dl: what is below the diagonal, `[…, m]`; its first element is not read.
  ///   - d: the diagonal.
  ///   - du: what is above the diagonal, `[…, m]`; its last element is not read.
  ///   - b: `[…, m, n]`.
  public static func tridiagonalSolve(_ dl: NDArray, _ d: NDArray, _ du: NDArray, _ b: NDArray) -> NDArray {
    guard b.ndim >= 2 else {
      return fail(
        .shape, "tridiagonal_solve: the right-hand side has shape \(b.aval.shape); it must be […, m, n].", like: b.aval)
    }
    return bindOne(TridiagonalSolve.solving(for: b), dl, d, du, b)
  }
}

// Solving with factors, which are square here and have the batch of the right-hand side.
extension Lax {
  /// The X of A·X = B, or of Aᵀ·X = B, from the factors of A.
  package static func luSolve(_ lu: NDArray, _ permutation: NDArray, _ b: NDArray, transpose: Bool) -> NDArray {
    guard transpose else {
      let lower = triangularSolve(lu, takeRows(b, permutation), leftSide: true, lower: true, unitDiagonal: true)
      return triangularSolve(lu, lower, leftSide: true)
    }
    let upper = triangularSolve(lu, b, leftSide: true, transposeA: true)
    let exchanged = triangularSolve(lu, upper, leftSide: true, lower: true, transposeA: true, unitDiagonal: true)
    let last = permutation.ndim - 1
    let order = sort([permutation, iota(.int32, permutation.shape, last)], dimension: last)
    return takeRows(exchanged, order[1])
  }

  /// The X of A·X = B (`lax.linalg._solve`), differentiated as the solution that it is, with the same factors.
  package static func solve(_ a: NDArray, _ b: NDArray) -> NDArray {
    let factors = lu(stopGradient(a))
    // With no derivative to come there is no need to say what has been solved.
    if Context.evaluatesConstants, a.memory != nil, b.memory != nil {
      return luSolve(factors.lu, factors.permutation, b, transpose: false)
    }
    return linearSolve(
      { matrixProduct(a, $0) }, b,
      solve: { luSolve(factors.lu, factors.permutation, $1, transpose: false) },
      transposeSolve: { luSolve(factors.lu, factors.permutation, $1, transpose: true) }, symmetric: false)
  }
}
