import LanewiseEngine

/// The factors of A = U·diag(s)·Vᴴ (`lax.linalg.svd`). Results: s, the largest first; then U and Vᴴ, if wanted.
package struct SVD: Factorization {
  package let computeUV: Bool
  package let fullMatrices: Bool

  package init(computeUV: Bool, fullMatrices: Bool) {
    self.computeUV = computeUV
    self.fullMatrices = fullMatrices
  }

  package var name: String { "svd" }
  package var resultCount: Int { computeUV ? 3 : 1 }
  package var parameters: [Parameter] {
    [
      Parameter("compute_uv", .bool(computeUV)), Parameter("full_matrices", .bool(fullMatrices)),
      Parameter("subset_by_index", .none),
    ]
  }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    let (batch, m, n) = try MatrixRule.matrix(name, x[0])
    let k = min(m, n)
    let values = AbstractArray(Shape(batch + [k]), x[0].dtype.realPart, weak: x[0].weak)
    guard computeUV else { return [values] }
    return [
      values, x[0].with(shape: Shape(batch + [m, fullMatrices ? m : k])),
      x[0].with(shape: Shape(batch + [fullMatrices ? n : k, n])),
    ]
  }

  /// ∂s is the diagonal of Uᴴ ∂A V; see Giles, "An extended collection of matrix derivative results" (2008), for the
  /// vectors. Where singular values are equal their vectors have no derivative, and infinities come.
  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    let (m, n) = (x[0].shape[x[0].ndim - 2], x[0].shape[x[0].ndim - 1])
    guard !computeUV || !fullMatrices else {
      return noDerivative(x, "the derivative with full matrices is not known; take fullMatrices: false.")
    }
    let reduced = bind(SVD(computeUV: true, fullMatrices: false), x)
    let (s, u, vt, change) = (reduced[0], reduced[1], reduced[2], t[0]!)
    let (ut, v) = (Lax.adjoint(u), Lax.adjoint(vt))
    let inner = Lax.matrixProduct(Lax.matrixProduct(ut, change), v)
    let ds = Lax.real(Lax.diagonals(inner))
    guard computeUV else { return ([s], [ds]) }

    func inDType(_ real: NDArray) -> NDArray { Lax.convertElementType(real, x[0].dtype) }
    let rows = Lax.expandDims(s, [s.ndim - 1])
    let columns = Lax.matrixTranspose(rows)
    let identity = Lax.identity(s.shape[s.ndim - 1], like: rows)
    let differences = (rows + columns) * (rows - columns)
    let f = inDType(1 / (differences + identity) - identity)
    let behind = inDType(rows) * inner
    let before = inDType(columns) * inner
    let isZero = Lax.convertElementType(Lax.eq(s, 0), s.dtype)
    let inverse = Lax.diagonalMatrices(1 / (s + isZero) - isZero)
    let phases = (inner - Lax.adjoint(inner)) * 0.5 * inDType(inverse)
    var du = Lax.matrixProduct(u, f * (behind + Lax.adjoint(behind)) + phases)
    var dv = Lax.matrixProduct(v, f * (before + Lax.adjoint(before)))
    if m > n {
      let outside = Lax.matrixProduct(change, v)
      du = du + (outside - Lax.matrixProduct(u, Lax.matrixProduct(ut, outside))) / inDType(rows)
    }
    if n > m {
      let outside = Lax.matrixProduct(Lax.adjoint(change), u)
      dv = dv + (outside - Lax.matrixProduct(v, Lax.matrixProduct(vt, outside))) / inDType(rows)
    }
    return (reduced, [ds, du, Lax.adjoint(dv)])
  }

  package var step: any Step { SVDStep(isFull: fullMatrices, valuesOnly: !computeUV) }
}
