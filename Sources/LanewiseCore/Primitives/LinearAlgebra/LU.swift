import LanewiseEngine

/// The factors of PA = LU with exchanges of rows (`lax.linalg.lu`). Results: L, without its ones, and U in one matrix;
/// the row that each row was exchanged with, in turn; the permutation that these come to.
package struct LU: Factorization {
  package init() {}
  package var name: String { "lu" }
  package var resultCount: Int { 3 }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    let (batch, m, n) = try MatrixRule.matrix(name, x[0])
    return [
      x[0], AbstractArray(Shape(batch + [min(m, n)]), .int32), AbstractArray(Shape(batch + [m]), .int32),
    ]
  }

  /// With M = L⁻¹ P∂A U⁻¹: ∂L = L·(M below the diagonal), ∂U = (the rest of M)·U. L and U are made square: what is
  /// beyond them belongs to an identity.
  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    let results = bind(self, x)
    let (lu, rank) = (results[0], x[0].ndim)
    let (m, n) = (x[0].shape[rank - 2], x[0].shape[rank - 1])
    let k = min(m, n)
    let batch = (0..<rank - 2).map { _ in (low: 0, high: 0, interior: 0) }
    func padded(_ matrix: NDArray, _ rows: Int, _ columns: Int) -> NDArray {
      Lax.pad(
        matrix, Lax.scalarZero(lu), batch + [(low: 0, high: rows, interior: 0), (low: 0, high: columns, interior: 0)])
    }
    let left = Lax.lowerTriangle(Lax.sliceInDim(lu, 0, k, axis: rank - 1), -1)
    let l = padded(left, 0, m - k) + Lax.identity(m, like: lu)
    let beyond = Lax.identity(n - k, like: lu)
    let corner = Lax.pad(
      beyond, Lax.scalarZero(lu), batch + Array(repeating: (low: k, high: 0, interior: 0), count: 2))
    let u = padded(Lax.upperTriangle(Lax.sliceInDim(lu, 0, k, axis: rank - 2)), n - k, 0) + corner
    let right = Lax.triangularSolve(
      l, Lax.takeRows(t[0]!, results[2]), leftSide: true, lower: true, unitDiagonal: true)
    let both = Lax.triangularSolve(u, right)
    let change =
      Lax.matrixProduct(l, Lax.lowerTriangle(both, -1)) + Lax.matrixProduct(Lax.upperTriangle(both), u)
    return (results, [change, nil, nil])
  }

  package var step: any Step { LUStep() }
}

/// The permutation of `permutationSize` rows that exchanges of rows come to (`lax.linalg.lu_pivots_to_permutation`).
package struct LUPivotsToPermutation: Factorization {
  package let permutationSize: Int
  package init(permutationSize: Int) { self.permutationSize = permutationSize }
  package var name: String { "lu_pivots_to_permutation" }
  package var parameters: [Parameter] { [Parameter("permutation_size", .int(permutationSize))] }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    let shape = x[0].shape
    guard x[0].dtype == .int32, shape.rank >= 1, shape[shape.rank - 1] <= permutationSize else {
      throw LanewiseError(
        .value,
        "lu_pivots_to_permutation: it takes int32 pivots, at most as many as the \(permutationSize) rows of the permutation, but they have type \(x[0])."
      )
    }
    return [x[0].with(shape: Shape(shape.dims.dropLast() + [permutationSize]))]
  }
  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) { (bind(self, x), [nil]) }
  package var step: any Step { PivotsToPermutationStep(size: permutationSize) }
}
