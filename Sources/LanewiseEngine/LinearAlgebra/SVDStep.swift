/// The factors of A = U·diag(s)·Vᴴ (JAX's `svd`).
///
/// - Operand: A `[…, m, n]`. Results: s `[…, k]`, real, the largest first, where k is min(m, n); and unless
///   `valuesOnly`, U `[…, m, k]` and Vᴴ `[…, k, n]`, or `[…, m, m]` and `[…, n, n]` if `isFull`.
/// - Of an empty matrix with a full U or Vᴴ, that is the identity.
package struct SVDStep: MatrixStep {
  package let isFull, valuesOnly: Bool
  package init(isFull: Bool, valuesOnly: Bool) {
    self.isFull = isFull
    self.valuesOnly = valuesOnly
  }

  package var name: String { "svd" }
  func flops(rows: Int, columns: Int) -> Int {
    let small = min(rows, columns)
    return (valuesOnly ? 4 : 20) * small * small * max(rows, columns)
  }

  package func run(_ call: StepCall) {
    let type = call.operandTypes[0]
    let (extents, lapack) = (MatrixExtents(type), Lapack(type.dtype))
    let (m, n, width) = (extents.rows, extents.columns, lapack.width)
    let k = min(m, n)
    let (left, right) = valuesOnly ? (0, 0) : isFull ? (m, n) : (k, k)
    forEachMatrix(call) { index in
      guard extents.count > 0 else {
        if !valuesOnly {
          Matrices.writeIdentity(call.result(1) + index * m * left * width, m, left, type.dtype)
          Matrices.writeIdentity(call.result(2) + index * right * n * width, right, n, type.dtype)
        }
        return
      }
      let s = call.result(0) + index * k * lapack.realWidth
      withScratch(UInt8.self, (extents.count + m * left + right * n) * width) { matrix in
        let u = matrix + extents.count * width
        let vt = u + m * left * width
        Matrices.transpose(
          call.operand(0) + index * extents.count * width, rows: m, columns: n, to: matrix, width: width)
        let succeeded = lapack.svd(matrix, m, n, valuesOnly ? .none : isFull ? .full : .reduced, s, u, vt)
        if !succeeded { Matrices.fillNaN(s, type.dtype.realPart, count: k) }
        guard !valuesOnly else { return }
        for (result, vectors, rows, columns) in [(1, u, m, left), (2, vt, right, n)] {
          let target = call.result(result) + index * rows * columns * width
          Matrices.transpose(vectors, rows: columns, columns: rows, to: target, width: width)
          if !succeeded { Matrices.fillNaN(target, type.dtype, count: rows * columns) }
        }
      }
    }
  }
}
