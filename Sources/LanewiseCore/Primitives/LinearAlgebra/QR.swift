import LanewiseEngine

/// The factors of A = QR (`lax.linalg.qr`): Q has orthonormal columns, as many as A has rows if the matrices are full.
package struct QR: Factorization {
  package let fullMatrices: Bool
  package init(fullMatrices: Bool) { self.fullMatrices = fullMatrices }
  package var name: String { "qr" }
  package var resultCount: Int { 2 }
  package var parameters: [Parameter] { [Parameter("full_matrices", .bool(fullMatrices))] }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    let (batch, m, n) = try MatrixRule.matrix(name, x[0])
    let k = fullMatrices ? m : min(m, n)
    return [x[0].with(shape: Shape(batch + [m, k])), x[0].with(shape: Shape(batch + [k, n]))]
  }

  /// With M = Qᴴ ∂A R⁻¹ and the skew-Hermitian Ω that has M's lower triangle: ∂Q = Q·(Ω − M) + ∂A R⁻¹,
  /// ∂R = (M − Ω)·R (Townsend 2018).
  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    let (m, n) = (x[0].shape[x[0].ndim - 2], x[0].shape[x[0].ndim - 1])
    guard m == n || m > n && !fullMatrices else {
      return noDerivative(
        x,
        "the derivative for matrices of shape \(x[0].aval.shape)\(fullMatrices ? " with a full Q" : "") is not known; it takes at least as many rows as columns, and a reduced Q where there are more."
      )
    }
    let results = bind(self, x)
    let (q, r) = (results[0], results[1])
    let ratio = Lax.triangularSolve(r, t[0]!)
    let change = Lax.matrixProduct(Lax.adjoint(q), ratio)
    let below = Lax.lowerTriangle(change, -1)
    var turn = below - Lax.adjoint(below)
    if change.dtype.isComplex {
      turn = turn + Lax.identity(n, like: change) * (change - Lax.convertElementType(Lax.real(change), change.dtype))
    }
    let dq = Lax.matrixProduct(q, turn - change) + ratio
    return (results, [dq, Lax.matrixProduct(change - turn, r)])
  }

  package var step: any Step { QRStep(isFull: fullMatrices) }
}

/// R of A = QR with the reflectors of Q below it, and their factors (`lax.linalg.geqrf`).
package struct Geqrf: Factorization {
  package init() {}
  package var name: String { "geqrf" }
  package var resultCount: Int { 2 }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    let (batch, m, n) = try MatrixRule.matrix(name, x[0])
    return [x[0], x[0].with(shape: Shape(batch + [min(m, n)]))]
  }
  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    noDerivative(x, "the derivative of reflectors is not known; take that of Linalg.qr.")
  }
  package var step: any Step { ReflectorsStep() }
}

/// The first columns of the product of reflectors (`lax.linalg.householder_product`). Operands: a matrix with the
/// reflectors below its diagonal, and their factors.
package struct HouseholderProduct: Factorization {
  package init() {}
  package var name: String { "householder_product" }
  package var arity: Int? { 2 }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    try ShapeRule.sameDType(name, x)
    let (batch, m, n) = try MatrixRule.matrix(name, x[0])
    let taus = x[1].shape.dims
    guard m >= n, let count = taus.last, Array(taus.dropLast()) == batch, count <= n else {
      throw LanewiseError(
        .shape,
        "householder_product: shapes \(x[0].shape) and \(x[1].shape) do not fit; the matrices must have at least as many rows as columns, and each at most as many factors as columns."
      )
    }
    return [x[0]]
  }
  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    noDerivative(x, "the derivative of a product of reflectors is not known; take that of Linalg.qr.")
  }
  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    (bind(self, zip(x, axes).map { Lax.moveBatch($0, from: $1, to: 0, size: size) }), [0])
  }
  package var step: any Step { ReflectorProductStep() }
}
