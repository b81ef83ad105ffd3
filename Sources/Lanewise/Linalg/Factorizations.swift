import LanewiseCore

/// Which columns of Q ``Linalg/qr(_:mode:)`` gives.
public enum QRMode: String, Sendable {
  /// As many as the smaller extent of A.
  case reduced
  /// As many as A has rows.
  case complete
  /// None: the reflectors whose product Q is, transposed, and their factors, as LAPACK has them.
  case raw
}

/// Stands for R alone in ``Linalg/qr(_:mode:)-(_,TriangularFactor)``.
public enum TriangularFactor: Sendable { case r }

/// Which triangle of a Hermitian matrix is read (NumPy's `UPLO`).
public enum Triangle: Sendable { case lower, upper }

extension Linalg {
  /// The lower triangular L of A = LLᴴ, or the upper triangular Lᴴ (`jnp.linalg.cholesky`), for a Hermitian A. NaN
  /// where A is not positive definite.
  ///
  /// ```swift
  /// print(Linalg.cholesky([[4, 2], [2, 5]]))  // [[2. 0.]
  ///                                           //  [1. 2.]]
  /// ```
  public static func cholesky(_ a: NDArray, upper: Bool = false) -> NDArray {
    guard Check.square("cholesky", a) else { return .poisoned(a.aval) }
    let factor = Lax.cholesky(Promote.inexact(a))
    return upper ? Lax.adjoint(factor) : factor
  }
  /// The lower factor: the form that can be passed as a function.
  public static func cholesky(_ a: NDArray) -> NDArray { cholesky(a, upper: false) }

  /// The factors of A = QR (`jnp.linalg.qr`): the columns of Q are orthonormal, R is upper triangular. The signs are
  /// LAPACK's. They have a derivative where A has no more columns than rows, and Q is reduced.
  ///
  /// ```swift
  /// let (q, r) = Linalg.qr([[3, 1], [4, 2]])
  /// print(matmul(q, r))  // [[3. 1.]
  ///                      //  [4. 2.]], but for rounding
  /// ```
  public static func qr(_ a: NDArray, mode: QRMode = .reduced) -> (q: NDArray, r: NDArray) {
    guard Check.rank("qr", a, 2) else { return (.poisoned(a.aval), .poisoned(a.aval)) }
    guard mode == .raw else { return Lax.qr(Promote.inexact(a), fullMatrices: mode == .complete) }
    let (reflectors, taus) = Lax.geqrf(Promote.inexact(a))
    return (Lax.matrixTranspose(reflectors), taus)
  }
  /// R alone (`jnp.linalg.qr` with `mode="r"`).
  public static func qr(_ a: NDArray, mode: TriangularFactor) -> NDArray { qr(a, mode: QRMode.reduced).r }
  /// The reduced factors: the form that can be passed as a function.
  public static func qr(_ a: NDArray) -> (q: NDArray, r: NDArray) { qr(a, mode: QRMode.reduced) }

  /// The factors of A = U·diag(s)·Vᴴ (`jnp.linalg.svd`): the columns of U and V are orthonormal, and s are the singular
  /// values, the largest first. The signs are LAPACK's.
  ///
  /// Singular values have a derivative; the vectors too unless the matrices are full, where the values are distinct.
  ///
  /// ```swift
  /// let (u, s, vh) = Linalg.svd([[3, 0], [0, -2]])
  /// print(s)  // [3. 2.]
  /// ```
  ///
  /// - Parameters:
  ///   - fullMatrices: whether U and V are square; otherwise they have as many columns as s has elements.
  ///   - hermitian: whether A is Hermitian, so that it is quicker to go by its eigenvalues.
  public static func svd(
    _ a: NDArray, fullMatrices: Bool = true, hermitian: Bool = false
  ) -> (u: NDArray, s: NDArray, vh: NDArray) {
    let isFit = hermitian ? Check.square("svd", a) : Check.rank("svd", a, 2)
    guard isFit else { return (.poisoned(a.aval), .poisoned(a.aval), .poisoned(a.aval)) }
    let operand = Promote.inexact(a)
    guard hermitian else { return Lax.svd(operand, fullMatrices: fullMatrices) }
    let (vectors, values) = Lax.eigh(operand)
    guard !values.isPoisoned, values.ndim > 0 else { return (vectors, values, vectors) }
    let last = values.ndim - 1
    let sorted = Lax.sort(
      [Lax.abs(values), Lax.iota(.int32, values.shape, last), Lax.sign(values)], dimension: last
    ).map { Lax.rev($0, [last]) }
    let u = takeAlongAxis(vectors, Lax.expandDims(sorted[1], [last]), axis: -1)
    let signs = Lax.expandDims(sorted[2], [last]).astype(u.dtype)
    return (u, sorted[0], Lax.adjoint(u * signs))
  }
  /// The factors with square U and V: the form that can be passed as a function.
  public static func svd(_ a: NDArray) -> (u: NDArray, s: NDArray, vh: NDArray) { svd(a, fullMatrices: true) }

  /// The singular values, the largest first (`jnp.linalg.svdvals`, and `svd` with `compute_uv=False`).
  public static func svdvals(_ x: NDArray) -> NDArray {
    guard Check.rank("svdvals", x, 2) else { return .poisoned(x.aval) }
    return Lax.singularValues(Promote.inexact(x))
  }

  /// The factors of A = PLU (`jax.scipy.linalg.lu`): a permutation, a lower triangular matrix with ones on its
  /// diagonal, and an upper triangular one.
  public static func lu(_ a: NDArray) -> (p: NDArray, l: NDArray, u: NDArray) {
    guard Check.rank("lu", a, 2, 2) else { return (.poisoned(a.aval), .poisoned(a.aval), .poisoned(a.aval)) }
    let (factors, _, permutation) = Lax.lu(Promote.inexact(a))
    guard !factors.isPoisoned else { return (factors, factors, factors) }
    let (m, n) = (a.aval.shape[0], a.aval.shape[1])
    let k = Swift.min(m, n)
    let places = Lax.iota(permutation.dtype, [m, m], 0)
    let p = Lax.eq(Lax.broadcastInDim(permutation, [m, m], [1]), places).astype(factors.dtype.realPart)
    let l = Lax.lowerTriangle(Lax.sliceInDim(factors, 0, k, axis: 1), -1) + eye(m, k, dtype: factors.dtype)
    return (p, l, Lax.upperTriangle(Lax.sliceInDim(factors, 0, k, axis: 0)))
  }

  /// The factors of A = ZTZᴴ (`jax.scipy.linalg.schur`): Z is unitary, T upper triangular, of a real A with blocks of
  /// 2 × 2 for conjugate eigenvalues. They have no derivative.
  ///
  /// - Parameter complex: whether a real A is taken as a complex one (`output="complex"`), so that T has no blocks.
  public static func schur(_ a: NDArray, complex: Bool = false) -> (t: NDArray, z: NDArray) {
    guard Check.square("schur", a) else { return (.poisoned(a.aval), .poisoned(a.aval)) }
    let operand = Promote.inexact(a)
    return Lax.schur(complex ? operand.astype(MatrixFunctions.complexDType(operand.dtype)) : operand)
  }

  /// A = UP, or PU if `left` (`jax.scipy.linalg.polar`): U has orthonormal columns (or rows), P is Hermitian and
  /// positive semidefinite.
  public static func polar(_ a: NDArray, left: Bool = false) -> (unitary: NDArray, positive: NDArray) {
    guard Check.rank("polar", a, 2, 2) else { return (.poisoned(a.aval), .poisoned(a.aval)) }
    let (u, s, vh) = svd(a, fullMatrices: false)
    guard !u.isPoisoned else { return (u, u) }
    let values = s.astype(u.dtype)
    let positive = left
      ? Lax.matrixProduct(u * values, Lax.adjoint(u)) : Lax.matrixProduct(Lax.adjoint(vh) * values, vh)
    return (Lax.matrixProduct(u, vh), positive)
  }
}
