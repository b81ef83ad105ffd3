/// The factors of A = QR (JAX's `qr`): Q has orthonormal columns, R is upper triangular.
///
/// - Operand: A `[…, m, n]`. Results: Q `[…, m, k]`, R `[…, k, n]`, where k is m if `isFull`, else min(m, n).
/// - Of an empty matrix Q is the identity.
package struct QRStep: MatrixStep {
  package let isFull: Bool
  package init(isFull: Bool) { self.isFull = isFull }
  package var name: String { "qr" }
  func flops(rows: Int, columns: Int) -> Int { 4 * rows * min(rows, columns) * columns }

  package func run(_ call: StepCall) {
    let type = call.operandTypes[0]
    let (extents, lapack) = (MatrixExtents(type), Lapack(type.dtype))
    let (m, n) = (extents.rows, extents.columns)
    let small = min(m, n)
    let k = isFull ? m : small
    let width = lapack.width
    forEachMatrix(call) { index in
      let q = call.result(0) + index * m * k * width
      let r = call.result(1) + index * k * n * width
      guard extents.count > 0 else { return Matrices.writeIdentity(q, m, k, type.dtype) }
      withScratch(UInt8.self, m * max(n, k) * width) { matrix in
        withScratch(UInt8.self, small * width) { taus in
          Matrices.transpose(
            call.operand(0) + index * extents.count * width, rows: m, columns: n, to: matrix, width: width)
          var succeeded = lapack.reflectors(matrix, m, n, taus)
          // Row i of R: zeros, then the columns from i on.
          Matrices.transpose(matrix, rows: n, columns: k, stride: m, to: r, targetStride: n, width: width)
          for i in 1..<max(k, 1) {
            (r + i * n * width).initializeMemory(as: UInt8.self, repeating: 0, count: min(i, n) * width)
          }
          succeeded = lapack.product(matrix, m, k, small, taus) && succeeded
          Matrices.transpose(matrix, rows: k, columns: m, to: q, width: width)
          if !succeeded {
            Matrices.fillNaN(q, type.dtype, count: m * k)
            Matrices.fillNaN(r, type.dtype, count: k * n)
          }
        }
      }
    }
  }
}

/// R of A = QR with the reflectors whose product is Q below it (JAX's `geqrf`).
///
/// - Operand: A `[…, m, n]`. Results: the matrix, of A's shape; the reflectors' factors, `[…, min(m, n)]`.
package struct ReflectorsStep: MatrixStep {
  package init() {}
  package var name: String { "geqrf" }
  package var reusableOperand: Int? { 0 }
  func flops(rows: Int, columns: Int) -> Int { 2 * rows * min(rows, columns) * columns }

  package func run(_ call: StepCall) {
    let type = call.operandTypes[0]
    let (extents, lapack) = (MatrixExtents(type), Lapack(type.dtype))
    let (m, n) = (extents.rows, extents.columns)
    guard extents.count > 0 else { return }
    forEachMatrix(call) { index in
      let offset = index * extents.count * lapack.width
      let taus = call.result(1) + index * min(m, n) * lapack.width
      withScratch(UInt8.self, extents.count * lapack.width) { matrix in
        Matrices.transpose(call.operand(0) + offset, rows: m, columns: n, to: matrix, width: lapack.width)
        let succeeded = lapack.reflectors(matrix, m, n, taus)
        Matrices.transpose(matrix, rows: n, columns: m, to: call.result(0) + offset, width: lapack.width)
        if !succeeded {
          Matrices.fillNaN(call.result(0) + offset, type.dtype, count: extents.count)
          Matrices.fillNaN(taus, type.dtype, count: min(m, n))
        }
      }
    }
  }
}

/// The product of reflectors (JAX's `householder_product`): of as many as there are factors, with as many columns as
/// the matrix has.
///
/// - Operands: `[…, m, n]` with m ≥ n, the reflectors below its diagonal; their factors, `[…, k]`. Result: `[…, m, n]`.
package struct ReflectorProductStep: MatrixStep {
  package init() {}
  package var name: String { "householder_product" }
  package var reusableOperand: Int? { 0 }
  func flops(rows: Int, columns: Int) -> Int { 2 * rows * columns * columns }

  package func run(_ call: StepCall) {
    let type = call.operandTypes[0]
    let (extents, lapack) = (MatrixExtents(type), Lapack(type.dtype))
    let (m, n) = (extents.rows, extents.columns)
    let k = call.operandTypes[1].shape[call.operandTypes[1].rank - 1]
    guard extents.count > 0 else { return }
    forEachMatrix(call) { index in
      let offset = index * extents.count * lapack.width
      withScratch(UInt8.self, extents.count * lapack.width) { matrix in
        Matrices.transpose(call.operand(0) + offset, rows: m, columns: n, to: matrix, width: lapack.width)
        let succeeded = lapack.product(matrix, m, n, k, call.operand(1) + index * k * lapack.width)
        Matrices.transpose(matrix, rows: n, columns: m, to: call.result(0) + offset, width: lapack.width)
        if !succeeded { Matrices.fillNaN(call.result(0) + offset, type.dtype, count: extents.count) }
      }
    }
  }
}
