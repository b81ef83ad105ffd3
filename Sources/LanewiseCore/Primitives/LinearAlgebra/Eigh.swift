import LanewiseEngine

/// Eigenvectors and eigenvalues of Hermitian matrices, the smallest first (`lax.linalg.eigh`); one triangle is read.
package struct Eigh: Factorization {
  package let lower: Bool
  /// Whether the vectors are wanted; else the values are the only result.
  package let computeVectors: Bool
  /// Whether the values have to be in order, which they are in any case.
  package let sortEigenvalues: Bool

  package init(lower: Bool, computeVectors: Bool = true, sortEigenvalues: Bool = true) {
    self.lower = lower
    self.computeVectors = computeVectors
    self.sortEigenvalues = sortEigenvalues
  }

  package var name: String { "eigh" }
  package var resultCount: Int { computeVectors ? 2 : 1 }
  package var parameters: [Parameter] {
    (computeVectors ? [] : [Parameter("compute_vectors", .bool(false))]) + [
      Parameter("lower", .bool(lower)), Parameter("sort_eigenvalues", .bool(sortEigenvalues)),
      Parameter("subset_by_index", .none),
    ]
  }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    let (batch, n) = try MatrixRule.square(name, x[0])
    let values = AbstractArray(Shape(batch + [n]), x[0].dtype.realPart, weak: x[0].weak)
    return computeVectors ? [x[0], values] : [values]
  }

  /// With M = Vᴴ ∂A V: ∂w is its diagonal, ∂V = V·(M / (wⱼ − wᵢ)). Vectors of equal eigenvalues have no derivative, and
  /// infinities come.
  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    let results = bind(Eigh(lower: lower), [Lax.symmetrized(x[0])])
    let v = results[0]
    let inner = Lax.matrixProduct(Lax.matrixProduct(Lax.adjoint(v), t[0]!), v)
    let valueTangent = Lax.real(Lax.diagonals(inner))
    guard computeVectors else { return ([results[1]], [valueTangent]) }
    let w = Lax.convertElementType(results[1], v.dtype)
    let identity = Lax.identity(w.shape[w.ndim - 1], like: v)
    let rows = Lax.expandDims(w, [w.ndim - 1])
    let inverse = Lax.integerPow(identity + rows - Lax.matrixTranspose(rows), -1) - identity
    return (results, [Lax.matrixProduct(v, inverse * inner), valueTangent])
  }

  package var step: any Step { EighStep(isLower: lower, valuesOnly: !computeVectors) }
}
