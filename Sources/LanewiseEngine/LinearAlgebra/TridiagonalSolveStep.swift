/// The X of A·X = B for a tridiagonal A (JAX's `tridiagonal_solve`), by elimination without exchanges of rows: a zero
/// that comes up on the diagonal gives NaN.
///
/// - Operands: below the diagonal, the diagonal, and above it, `[…, n]` each, of which the first of the first and the
///   last of the last are not read; B `[…, n, k]`. Result: as B. float32 or float64.
package struct TridiagonalSolveStep: Step {
  package init() {}
  package var name: String { "tridiagonal_solve" }
  package var reusableOperand: Int? { 3 }

  package func run(_ call: StepCall) {
    if call.resultTypes[0].dtype == .float32 { run(call, Float.self) } else { run(call, Double.self) }
  }

  private func run<E: RealElement>(_ call: StepCall, _ type: E.Type) {
    let extents = MatrixExtents(call.resultTypes[0])
    let (n, k) = (extents.rows, extents.columns)
    guard extents.count > 0 else { return }
    forEachRange(extents.batch, grain: max(1, 4096 / extents.count), nanoseconds: 8 * extents.count) { range in
      withScratch(E.self, n) { ratios in
        for index in range {
          let (low, diagonal, high) = (
            call.operand(0, as: type) + index * n, call.operand(1, as: type) + index * n,
            call.operand(2, as: type) + index * n
          )
          let b = call.operand(3, as: type) + index * extents.count
          let x = call.result(0, as: type) + index * extents.count
          ratios[0] = high[0] / diagonal[0]
          for j in 0..<k { x[j] = b[j] / diagonal[0] }
          for i in 1..<n {
            let pivot = diagonal[i] - low[i] * ratios[i - 1]
            ratios[i] = high[i] / pivot
            for j in 0..<k { x[i * k + j] = (b[i * k + j] - low[i] * x[(i - 1) * k + j]) / pivot }
          }
          for i in stride(from: n - 2, through: 0, by: -1) {
            for j in 0..<k { x[i * k + j] = x[i * k + j] - ratios[i] * x[(i + 1) * k + j] }
          }
        }
      }
    }
  }
}
