import LanewiseCore

extension Linalg {
  /// A function of a square matrix (`jax.scipy.linalg.funm`), complex: that of its eigenvalues, carried over by Schur's
  /// factors (Golub and Van Loan, Matrix Computations, algorithm 11.1.1). It has no derivative.
  ///
  /// ```swift
  /// let root = Linalg.funm([[4, 1], [0, 9]], sqrt)  // [[2. 0.2], [0. 3.]]
  /// ```
  ///
  /// - Parameter f: takes the vector of eigenvalues, and gives as many values.
  public static func funm(_ a: NDArray, _ f: (NDArray) -> NDArray) -> NDArray { funmWithError(a, f).value }

  /// The same, and an estimate of its error (`funm` with `disp=False`), which grows as eigenvalues come near each
  /// other.
  public static func funmWithError(_ a: NDArray, _ f: (NDArray) -> NDArray) -> (value: NDArray, error: NDArray) {
    guard Check.rank("funm", a, 2, 2), Check.square("funm", a) else { return (.poisoned(a.aval), .poisoned(a.aval)) }
    let real = schur(a)
    let (t, z) = rsf2csf(real.t, real.z)
    guard !t.isPoisoned, a.size > 0 else { return (t, zeros([Int](), dtype: t.dtype.realPart)) }
    let eigenvalues = Lax.diagonals(t)
    let (n, values) = (t.shape[0], f(eigenvalues).astype(t.dtype))
    guard values.shape == [n] else {
      let bad = fail(
        .shape,
        "funm: the function gives shape \(values.aval.shape) for \(n) eigenvalues; it must give as many values.",
        like: t.aval)
      return (bad, bad)
    }
    // What commutes with T: one diagonal above the other, each from those below it.
    let strict = Lax.upperTriangle(t, 1)
    var above = zerosLike(t)
    var least = abs(t[0, 0])
    for offset in Swift.stride(from: 1, to: n, by: 1) {
      func products(_ x: NDArray, _ y: NDArray) -> NDArray {
        sum(x[..<(n - offset)] * y[.all, offset...].T, axis: 1)
      }
      let gaps = eigenvalues[offset...] - eigenvalues[..<(n - offset)]
      let rises = diagonal(t, offset: offset) * (values[offset...] - values[..<(n - offset)])
      let elements = rises + (products(strict, above) - products(above, strict))
      above = above + diag(`where`(gaps .!= 0, elements / gaps, elements), k: offset)
      least = minimum(least, min(abs(gaps)))
    }
    let result = Lax.matrixProduct(Lax.matrixProduct(z, diag(values) + above), Lax.adjoint(z))
    let tolerance = NDArray(FloatingPointClass.epsilon(t.dtype), dtype: least.dtype)
    let spread = tolerance / `where`(least .== 0, tolerance, least) * norm(strict, ord: 1)
    let error = `where`(any(isinf(result)), .infinity, clip(spread, tolerance, 1))
    return (result, error)
  }

  /// The exponential of a square matrix, and its derivative in the direction E (`jax.scipy.linalg.expm_frechet`).
  ///
  /// ```swift
  /// let (value, slope) = Linalg.expmFrechet(a, e)  // jvp(Linalg.expm, a, e)
  /// ```
  public static func expmFrechet(_ a: NDArray, _ e: NDArray) -> (expm: NDArray, derivative: NDArray) {
    guard Check.square("expmFrechet", a), Check.square("expmFrechet", e) else {
      return (.poisoned(a.aval), .poisoned(a.aval))
    }
    guard a.shape == e.shape else {
      report(LanewiseError(.shape, "expmFrechet: shapes \(a.aval.shape) and \(e.aval.shape) must be equal."))
      return (.poisoned(a.aval), .poisoned(a.aval))
    }
    let both = Promote.together([a, e]).map { Promote.inexact($0) }
    return jvp({ (a: NDArray) in expm(a) }, both[0], both[1])
  }
}
