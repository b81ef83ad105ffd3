/// The lower triangular L of A = LLᴴ (JAX's `cholesky`).
///
/// - Operand and result: `[…, n, n]`. Of A the lower triangle is read; the upper one of the result is A's.
/// - A matrix that is not positive definite gives NaN.
package struct CholeskyStep: MatrixStep {
  package init() {}
  package var name: String { "cholesky" }
  package var reusableOperand: Int? { 0 }
  func flops(rows: Int, columns: Int) -> Int { rows * rows * rows / 3 }

  package func run(_ call: StepCall) {
    let type = call.operandTypes[0]
    let (extents, lapack) = (MatrixExtents(type), Lapack(type.dtype))
    guard type.count > 0 else { return }
    if call.operand(0) != UnsafeRawPointer(call.result(0)) {
      call.result(0).copyMemory(from: call.operand(0), byteCount: type.byteCount)
    }
    // By columns the memory holds Aᵀ, whose upper triangle is the given one; its factor U is Lᵀ there, which is L by
    // rows.
    forEachMatrix(call) { index in
      let matrix = call.result(0) + index * extents.count * lapack.width
      if !lapack.cholesky(matrix, extents.rows) { Matrices.fillNaN(matrix, type.dtype, count: extents.count) }
    }
  }
}
