import LanewiseEngine

/// Eigenvalues of any square matrices, complex, in LAPACK's order, and the left and right eigenvectors that are wanted
/// (`lax.linalg.eig`).
package struct Eig: Factorization {
  package let left: Bool
  package let right: Bool

  package init(left: Bool, right: Bool) {
    self.left = left
    self.right = right
  }

  package var name: String { "eig" }
  package var resultCount: Int { 1 + (left ? 1 : 0) + (right ? 1 : 0) }
  package var parameters: [Parameter] {
    [
      Parameter("compute_left_eigenvectors", .bool(left)), Parameter("compute_right_eigenvectors", .bool(right)),
    ]
  }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    let (batch, n) = try MatrixRule.square(name, x[0])
    let vectors = x[0].with(dtype: x[0].dtype.realPart == .float32 ? .complex64 : .complex128)
    return [vectors.with(shape: Shape(batch + [n]))] + Array(repeating: vectors, count: resultCount - 1)
  }

  /// ∂w is the diagonal of V⁻¹ ∂A V.
  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    guard !left, !right else {
      return noDerivative(x, "the derivative of eigenvectors is not known; take that of Linalg.eigvals.")
    }
    let results = bind(Eig(left: false, right: true), x)
    let v = results[1]
    let solved = Lax.solve(v, Lax.convertElementType(t[0]!, v.dtype))
    return ([results[0]], [Lax.reduceSum(Lax.mul(solved, Lax.matrixTranspose(v)), [v.ndim - 1])])
  }

  package var step: any Step { EigStep(hasLeft: left, hasRight: right) }
}
