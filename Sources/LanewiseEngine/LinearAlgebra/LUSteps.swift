import COpenBLAS

/// The factors of PA = LU (JAX's `lu`).
///
/// - Operand: A `[…, m, n]`. Results: L, below the diagonal and without its ones, and U in one matrix of A's shape; the
///   row that each of the first min(m, n) rows was exchanged with, int32; the permutation of the m rows, int32.
package struct LUStep: MatrixStep {
  package init() {}
  package var name: String { "lu" }
  package var reusableOperand: Int? { 0 }
  func flops(rows: Int, columns: Int) -> Int {
    let small = min(rows, columns)
    return small * small * (max(rows, columns) - small / 3)
  }

  package func run(_ call: StepCall) {
    let type = call.operandTypes[0]
    let (extents, lapack) = (MatrixExtents(type), Lapack(type.dtype))
    let (m, n) = (extents.rows, extents.columns)
    let bytes = extents.count * lapack.width
    forEachMatrix(call) { index in
      let permutation = call.result(2, as: Int32.self) + index * m
      let pivots = call.result(1, as: Int32.self) + index * min(m, n)
      guard extents.count > 0 else { return RowExchanges.permutation(of: m, pivots, 0, into: permutation) }
      withScratch(UInt8.self, bytes) { matrix in
        withScratch(blasint.self, min(m, n)) { exchanged in
          Matrices.transpose(
            call.operand(0) + index * bytes, rows: m, columns: n, to: matrix, width: lapack.width)
          let succeeded = lapack.lu(matrix, m, n, exchanged)
          for i in 0..<min(m, n) { pivots[i] = Int32(exchanged[i] - 1) }
          RowExchanges.permutation(of: m, pivots, min(m, n), into: permutation)
          let result = call.result(0) + index * bytes
          Matrices.transpose(matrix, rows: n, columns: m, to: result, width: lapack.width)
          if !succeeded { Matrices.fillNaN(result, type.dtype, count: extents.count) }
        }
      }
    }
  }
}

/// The permutation that exchanges of rows come to (JAX's `lu_pivots_to_permutation`).
///
/// - Operand: `[…, k]` int32: row i was exchanged with that row, for i = 0, 1, … Result: `[…, size]` int32, the row
///   that is at each place in the end.
package struct PivotsToPermutationStep: Step {
  package let size: Int
  package init(size: Int) { self.size = size }
  package var name: String { "lu_pivots_to_permutation" }

  package func run(_ call: StepCall) {
    let type = call.operandTypes[0]
    let count = type.shape[type.rank - 1]
    for line in 0..<call.resultTypes[0].count / max(size, 1) {
      RowExchanges.permutation(
        of: size, call.operand(0, as: Int32.self) + line * count, count,
        into: call.result(0, as: Int32.self) + line * size)
    }
  }
}

private enum RowExchanges {
  /// A pivot outside the rows changes nothing.
  static func permutation(
    of size: Int, _ pivots: UnsafePointer<Int32>, _ count: Int, into permutation: UnsafeMutablePointer<Int32>
  ) {
    for i in 0..<size { permutation[i] = Int32(truncatingIfNeeded: i) }
    for i in 0..<count {
      let j = Int(pivots[i])
      guard j >= 0, j < size else { continue }
      (permutation[i], permutation[j]) = (permutation[j], permutation[i])
    }
  }
}
