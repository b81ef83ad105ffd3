import LanewiseEngine

/// T of A = ZTZᴴ, upper triangular (of a real A with blocks of 2 × 2), and Z, if wanted (`lax.linalg.schur`).
package struct Schur: Factorization {
  package let computeVectors: Bool
  package init(computeVectors: Bool) { self.computeVectors = computeVectors }
  package var name: String { "schur" }
  package var resultCount: Int { computeVectors ? 2 : 1 }
  package var parameters: [Parameter] {
    [
      Parameter("compute_schur_vectors", .bool(computeVectors)), Parameter("select_callable", .none),
      Parameter("sort_eig_vals", .bool(false)),
    ]
  }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    _ = try MatrixRule.square(name, x[0])
    return Array(repeating: x[0], count: resultCount)
  }
  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    noDerivative(x, "the derivative of the Schur factors is not known.")
  }
  package var step: any Step { SchurStep(hasVectors: computeVectors) }
}

/// H of A = QHQᴴ, zero below the first subdiagonal, with the reflectors of Q there, and their factors
/// (`lax.linalg.hessenberg`).
package struct Hessenberg: Factorization {
  package init() {}
  package var name: String { "hessenberg" }
  package var resultCount: Int { 2 }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    let (batch, n) = try MatrixRule.square(name, x[0])
    return [x[0], x[0].with(shape: Shape(batch + [max(n - 1, 0)]))]
  }
  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    noDerivative(x, "the derivative of the reduction is not known.")
  }
  package var step: any Step { HessenbergStep() }
}

/// The tridiagonal T of Hermitian A = QTQᴴ (`lax.linalg.tridiagonal`). Results: the reflectors of Q, the diagonal of T,
/// what is beside it, the reflectors' factors, and LAPACK's number for what went wrong.
package struct Tridiagonal: Factorization {
  package let lower: Bool
  package init(lower: Bool) { self.lower = lower }
  package var name: String { "tridiagonal" }
  package var resultCount: Int { 5 }
  package var parameters: [Parameter] { [Parameter("lower", .bool(lower))] }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    let (batch, n) = try MatrixRule.square(name, x[0])
    guard n > 0 else {
      throw LanewiseError(.shape, "tridiagonal: the matrices of shape \(x[0].shape) are empty; they need a row at least.")
    }
    let real = x[0].with(dtype: x[0].dtype.realPart)
    return [
      x[0], real.with(shape: Shape(batch + [n])), real.with(shape: Shape(batch + [n - 1])),
      x[0].with(shape: Shape(batch + [n - 1])), AbstractArray(Shape(batch), .int32),
    ]
  }
  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    noDerivative(x, "the derivative of the reduction is not known.")
  }
  package var step: any Step { TridiagonalStep(isLower: lower) }
}
