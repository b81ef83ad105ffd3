/// The factors of A = ZTZᴴ (JAX's `schur`): T is upper triangular, of a real A with blocks of 2 × 2 for conjugate
/// eigenvalues.
///
/// - Operand: A `[…, n, n]`. Results: T and, if wanted, the unitary Z, both of A's shape.
package struct SchurStep: MatrixStep {
  package let hasVectors: Bool
  package init(hasVectors: Bool) { self.hasVectors = hasVectors }
  package var name: String { "schur" }
  func flops(rows: Int, columns: Int) -> Int { 25 * rows * rows * rows }

  package func run(_ call: StepCall) {
    let type = call.operandTypes[0]
    let (extents, lapack) = (MatrixExtents(type), Lapack(type.dtype))
    let (n, bytes) = (extents.rows, extents.count * lapack.width)
    guard extents.count > 0 else { return }
    forEachMatrix(call) { index in
      withScratch(UInt8.self, bytes * (hasVectors ? 2 : 1)) { matrix in
        Matrices.transpose(call.operand(0) + index * bytes, rows: n, columns: n, to: matrix, width: lapack.width)
        let succeeded = lapack.schur(matrix, n, vectors: hasVectors ? matrix + bytes : nil)
        for result in 0..<(hasVectors ? 2 : 1) {
          let target = call.result(result) + index * bytes
          Matrices.transpose(matrix + result * bytes, rows: n, columns: n, to: target, width: lapack.width)
          if !succeeded { Matrices.fillNaN(target, type.dtype, count: extents.count) }
        }
      }
    }
  }
}

/// H of A = QHQᴴ, which is zero below the first subdiagonal, with the reflectors of Q there (JAX's `hessenberg`).
///
/// - Operand: A `[…, n, n]`. Results: the matrix, of A's shape; the reflectors' factors, `[…, n − 1]`.
package struct HessenbergStep: MatrixStep {
  package init() {}
  package var name: String { "hessenberg" }
  func flops(rows: Int, columns: Int) -> Int { 4 * rows * rows * rows }

  package func run(_ call: StepCall) {
    let type = call.operandTypes[0]
    let (extents, lapack) = (MatrixExtents(type), Lapack(type.dtype))
    let (n, bytes) = (extents.rows, extents.count * lapack.width)
    guard extents.count > 0 else { return }
    forEachMatrix(call) { index in
      let taus = call.result(1) + index * (n - 1) * lapack.width
      withScratch(UInt8.self, bytes) { matrix in
        Matrices.transpose(call.operand(0) + index * bytes, rows: n, columns: n, to: matrix, width: lapack.width)
        let succeeded = lapack.hessenberg(matrix, n, taus)
        Matrices.transpose(matrix, rows: n, columns: n, to: call.result(0) + index * bytes, width: lapack.width)
        if !succeeded {
          Matrices.fillNaN(call.result(0) + index * bytes, type.dtype, count: extents.count)
          Matrices.fillNaN(taus, type.dtype, count: n - 1)
        }
      }
    }
  }
}

/// T of a Hermitian A = QTQᴴ, which is tridiagonal (JAX's `tridiagonal`).
///
/// - Operand: A `[…, n, n]`, of which one triangle is read. Results: the reflectors of Q in a matrix of A's shape; the
///   diagonal of T `[…, n]` and what is beside it `[…, n − 1]`, real; the reflectors' factors `[…, n − 1]`; 0 for each
///   matrix, int32, or LAPACK's number for what went wrong.
package struct TridiagonalStep: MatrixStep {
  package let isLower: Bool
  package init(isLower: Bool) { self.isLower = isLower }
  package var name: String { "tridiagonal" }
  func flops(rows: Int, columns: Int) -> Int { 4 * rows * rows * rows / 3 }

  package func run(_ call: StepCall) {
    let type = call.operandTypes[0]
    let (extents, lapack) = (MatrixExtents(type), Lapack(type.dtype))
    let (n, bytes) = (extents.rows, extents.count * lapack.width)
    guard extents.count > 0 else { return }
    forEachMatrix(call) { index in
      withScratch(UInt8.self, bytes) { matrix in
        Matrices.transpose(call.operand(0) + index * bytes, rows: n, columns: n, to: matrix, width: lapack.width)
        let info = lapack.tridiagonal(
          matrix, n, stride: n, isLower: isLower, call.result(1) + index * n * lapack.realWidth,
          call.result(2) + index * (n - 1) * lapack.realWidth, call.result(3) + index * (n - 1) * lapack.width)
        Matrices.transpose(matrix, rows: n, columns: n, to: call.result(0) + index * bytes, width: lapack.width)
        call.result(4, as: Int32.self)[index] = Int32(info)
      }
    }
  }
}
