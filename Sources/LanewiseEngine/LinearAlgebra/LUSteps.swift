import COpenBLAS

/// The factors of PA = LU (JAX's `lu`).
///
/// - Operand: A `[…, m, n]`. Results: L, below the diagonal and without its ones, and U in one matrix of A's shape; the
///   row that each of the first min(m, n) rows was exchanged with, int32; the permutation of the m rows, int32.
///
/// Panels of columns are factored one after the other, and what each changes in the rest the workers share. The panels
/// depend on the shape alone.
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
    let extents = MatrixExtents(type)
    let (m, n) = (extents.rows, extents.columns)
    if call.operand(0) != UnsafeRawPointer(call.result(0)) {
      call.result(0).copyMemory(from: call.operand(0), byteCount: type.byteCount)
    }
    forEachMatrix(call) { index in
      let pivots = call.result(1, as: Int32.self) + index * min(m, n)
      let matrix = call.result(0) + index * extents.count * type.dtype.byteWidth
      switch type.dtype {
      case .float32 where max(m, n) <= SmallMatrices<Float>.largest:
        SmallMatrices.factor(matrix.assumingMemoryBound(to: Float.self), m, n, pivots)
      case .float64 where max(m, n) <= SmallMatrices<Double>.largest:
        SmallMatrices.factor(matrix.assumingMemoryBound(to: Double.self), m, n, pivots)
      default: factor(matrix, m, n, pivots, type.dtype)
      }
      RowExchanges.permutation(of: m, pivots, min(m, n), into: call.result(2, as: Int32.self) + index * m)
    }
  }

  static let panel = 64
  static let tile = 128

  private func factor(
    _ matrix: UnsafeMutableRawPointer, _ m: Int, _ n: Int, _ pivots: UnsafeMutablePointer<Int32>, _ type: DType
  ) {
    let (lapack, blas) = (Lapack(type), Blas(type))
    let k = min(m, n)
    func at(_ row: Int, _ column: Int) -> UnsafeMutableRawPointer { matrix + (row * n + column) * lapack.width }
    for first in stride(from: 0, to: k, by: Self.panel) {
      let terms = min(Self.panel, k - first)
      let (rows, end) = (m - first, first + terms)
      // LAPACK searches a column for its pivot, so that the panel is stored by columns meanwhile.
      withScratch(UInt8.self, rows * terms * lapack.width) { panel in
        withScratch(blasint.self, terms) { exchanged in
          Matrices.transpose(at(first, first), rows: rows, columns: terms, stride: n, to: panel, width: lapack.width)
          lapack.lu(panel, rows, terms, exchanged)
          Matrices.transpose(
            panel, rows: terms, columns: rows, to: at(first, first), targetStride: n, width: lapack.width)
          for i in 0..<terms { pivots[first + i] = Int32(first + Int(exchanged[i]) - 1) }
        }
      }
      for row in first..<end where Int(pivots[row]) != row {
        RowExchanges.exchange(at(row, 0), at(Int(pivots[row]), 0), byteCount: first * lapack.width)
        RowExchanges.exchange(at(row, end), at(Int(pivots[row]), end), byteCount: (n - end) * lapack.width)
      }
      let columnTiles = (n - end + Self.tile - 1) / Self.tile
      let rowTiles = (m - end + Self.tile - 1) / Self.tile
      func part(_ index: Int, _ extent: Int) -> (first: Int, count: Int) {
        let first = end + index * Self.tile
        return (first, min(Self.tile, extent - first))
      }
      forEachRange(columnTiles, grain: 1, nanoseconds: terms * terms * Self.tile / 40) { range in
        for index in range {
          let (column, count) = part(index, n)
          blas.solve(
            at(first, first), stride: n, at(first, column), rows: terms, columns: count, stride: n, isLeft: true,
            isLower: true, CblasNoTrans, hasUnitDiagonal: true)
        }
      }
      forEachRange(columnTiles * rowTiles, grain: 1, nanoseconds: terms * Self.tile * Self.tile / 40) { range in
        for index in range {
          let ((row, rows), (column, columns)) = (part(index / columnTiles, m), part(index % columnTiles, n))
          blas.subtract(
            at(row, first), at(first, column), CblasNoTrans, from: at(row, column), rows: rows, columns: columns,
            terms: terms, stride: n)
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

  /// Exchanges the bytes at two addresses, which are those of 4-byte words.
  static func exchange(_ a: UnsafeMutableRawPointer, _ b: UnsafeMutableRawPointer, byteCount: Int) {
    let (x, y) = (a.assumingMemoryBound(to: UInt32.self), b.assumingMemoryBound(to: UInt32.self))
    for i in 0..<byteCount / 4 { (x[i], y[i]) = (y[i], x[i]) }
  }
}
