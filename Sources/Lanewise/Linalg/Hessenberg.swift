import LanewiseCore

extension Linalg {
  /// The H of A = QHQᴴ, which is zero below its first subdiagonal (`jax.scipy.linalg.hessenberg`). The signs are
  /// LAPACK's.
  public static func hessenberg(_ a: NDArray) -> NDArray {
    guard Check.square("hessenberg", a) else { return .poisoned(a.aval) }
    let operand = Promote.inexact(a)
    guard operand.size > 0 else { return operand }
    return Lax.upperTriangle(Lax.hessenberg(operand).a, -1)
  }

  /// H and the unitary Q of A = QHQᴴ (`hessenberg` with `calc_q=True`).
  public static func hessenbergFactors(_ a: NDArray) -> (h: NDArray, q: NDArray) {
    guard Check.square("hessenbergFactors", a) else { return (.poisoned(a.aval), .poisoned(a.aval)) }
    let operand = Promote.inexact(a)
    guard operand.size > 0 else { return (operand, operand) }
    let (reflectors, taus) = Lax.hessenberg(operand)
    guard !reflectors.isPoisoned else { return (reflectors, reflectors) }
    // The first row and column of Q are those of the identity.
    let inner = Lax.householderProduct(reflectors[.ellipsis, 1..., ..<(-1)], taus)
    let widths = [(Int, Int)](repeating: (0, 0), count: a.ndim - 2) + [(1, 0), (1, 0)]
    let corner = zeros([a.shape[a.ndim - 1], a.shape[a.ndim - 1]], dtype: inner.dtype).at[0, 0].set(1)
    return (Lax.upperTriangle(reflectors, -1), pad(inner, widths) + corner)
  }
}

extension Lax {
  /// QC, or CQ unless `left`, for the Q whose reflectors and their factors ``geqrf(_:)`` gives
  /// (`lax.linalg.ormqr`, which JAX has since 0.5): Q is square, with as many rows as `a`.
  ///
  /// - Parameter transpose: whether it is Qᴴ in place of Q.
  public static func ormqr(
    _ a: NDArray, _ taus: NDArray, _ c: NDArray, left: Bool = true, transpose: Bool = false
  ) -> NDArray {
    guard Check.rank("ormqr", a, 2), Check.rank("ormqr", c, 2) else { return .poisoned(c.aval) }
    let (m, n) = (a.shape[a.ndim - 2], a.shape[a.ndim - 1])
    let extent = c.shape[left ? c.ndim - 2 : c.ndim - 1]
    guard extent == m else {
      return fail(
        .shape,
        "ormqr: Q has \(m) rows and columns, and C the shape \(c.aval.shape); C must have \(m) \(left ? "rows" : "columns").",
        like: c.aval)
    }
    let outer = [(Int, Int)](repeating: (0, 0), count: a.ndim - 1)
    let square = n < m ? Lanewise.pad(a, outer + [(0, m - n)]) : a[.ellipsis, ..<m]
    let q = householderProduct(square, taus)
    let factor = transpose ? adjoint(q) : q
    return left ? matmul(factor, c) : matmul(c, factor)
  }
}
