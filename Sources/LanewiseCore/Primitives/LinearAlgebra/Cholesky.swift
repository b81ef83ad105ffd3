import LanewiseEngine

/// The lower triangular L of A = LLᴴ (`lax.linalg.cholesky` without its mask): the lower triangle of A is read, and the
/// upper one of the result means nothing. NaN where A is not positive definite.
package struct Cholesky: Factorization {
  package init() {}
  package var name: String { "cholesky" }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    _ = try MatrixRule.square(name, x[0])
    return x
  }

  /// With Φ, which halves the diagonal of a lower triangle: ∂L = L·Φ(L⁻¹ ∂A L⁻ᴴ) (Murray 2016).
  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    let factor = Lax.lowerTriangle(bind(self, x)[0])
    let right = Lax.triangularSolve(factor, t[0]!, lower: true, transposeA: true, conjugateA: true)
    let inner = Lax.lowerTriangle(Lax.triangularSolve(factor, right, leftSide: true, lower: true))
    let halved = inner / (Lax.identity(factor.shape[factor.ndim - 1], like: factor) + 1)
    return ([factor], [Lax.matrixProduct(factor, halved)])
  }

  package var step: any Step { CholeskyStep() }
}
