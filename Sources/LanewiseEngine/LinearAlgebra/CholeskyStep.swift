import COpenBLAS

/// The lower triangular L of A = LLᴴ (JAX's `cholesky`).
///
/// - Operand and result: `[…, n, n]`. Of A the lower triangle is read; the upper one of the result is A's.
/// - A matrix that is not positive definite gives NaN.
///
/// Large matrices go by blocks, whose products the workers share. The blocks depend on the shape alone.
package struct CholeskyStep: MatrixStep {
  package init() {}
  package var name: String { "cholesky" }
  package var reusableOperand: Int? { 0 }
  func flops(rows: Int, columns: Int) -> Int { rows * rows * rows / 3 }

  package func run(_ call: StepCall) {
    let type = call.operandTypes[0]
    let extents = MatrixExtents(type)
    guard type.count > 0 else { return }
    if call.operand(0) != UnsafeRawPointer(call.result(0)) {
      call.result(0).copyMemory(from: call.operand(0), byteCount: type.byteCount)
    }
    forEachMatrix(call) { index in
      let matrix = call.result(0) + index * extents.count * type.dtype.byteWidth
      if !factor(matrix, extents.rows, type.dtype) { Matrices.fillNaN(matrix, type.dtype, count: extents.count) }
    }
  }

  static let block = 128

  private func factor(_ matrix: UnsafeMutableRawPointer, _ n: Int, _ type: DType) -> Bool {
    if n <= SmallMatrices<Float>.largest, !type.isComplex {
      return type == .float32
        ? SmallMatrices.factorPositive(matrix.assumingMemoryBound(to: Float.self), n)
        : SmallMatrices.factorPositive(matrix.assumingMemoryBound(to: Double.self), n)
    }
    let (lapack, blas) = (Lapack(type), Blas(type))
    func at(_ row: Int, _ column: Int) -> UnsafeMutableRawPointer { matrix + (row * n + column) * lapack.width }
    for first in stride(from: 0, to: n, by: Self.block) {
      let end = min(first + Self.block, n)
      let terms = end - first
      // By columns the memory holds Aᵀ, whose upper triangle is the given one; its factor U is Lᵀ there: L by rows.
      guard lapack.cholesky(at(first, first), terms, stride: n) else { return false }
      let tiles = (n - end + Self.block - 1) / Self.block
      /// The rows (and columns) of a tile below.
      func tile(_ index: Int) -> (first: Int, count: Int) {
        let first = end + index * Self.block
        return (first, min(Self.block, n - first))
      }
      let work = Self.block * Self.block * terms / 40
      forEachRange(tiles, grain: 1, nanoseconds: work) { range in
        for index in range {
          let (row, count) = tile(index)
          blas.solve(
            at(first, first), stride: n, at(row, first), rows: count, columns: terms, stride: n, isLeft: false,
            isLower: true, CblasConjTrans, hasUnitDiagonal: false)
        }
      }
      forEachRange(tiles * (tiles + 1) / 2, grain: 1, nanoseconds: 2 * work) { range in
        for index in range {
          // The tiles of the lower triangle, row by row.
          let i = Int((Double(8 * index + 1).squareRoot() - 1) / 2)
          let ((row, rows), (column, columns)) = (tile(i), tile(index - i * (i + 1) / 2))
          if row == column {
            blas.subtractSquare(at(row, first), from: at(row, row), order: rows, terms: terms, stride: n)
          } else {
            blas.subtract(
              at(row, first), at(column, first), CblasConjTrans, from: at(row, column), rows: rows, columns: columns,
              terms: terms, stride: n)
          }
        }
      }
    }
    return true
  }
}
