import COpenBLAS

/// BLAS on parts of matrices that are stored by rows, for one element type: float32, float64, complex64 or complex128.
/// A stride is the distance from row to row.
struct Blas {
  let type: DType
  init(_ type: DType) { self.type = type }

  /// The X of op(A)·X = B, or of X·op(A) = B, in the place of B; `rows` and `columns` are B's.
  func solve(
    _ a: UnsafeRawPointer, stride lda: Int, _ b: UnsafeMutableRawPointer, rows: Int, columns: Int, stride ldb: Int,
    isLeft: Bool, isLower: Bool, _ operation: CBLAS_TRANSPOSE, hasUnitDiagonal: Bool
  ) {
    let (side, uplo) = (isLeft ? CblasLeft : CblasRight, isLower ? CblasLower : CblasUpper)
    let diagonal = hasUnitDiagonal ? CblasUnit : CblasNonUnit
    let (m, n, lda, ldb) = (blasint(rows), blasint(columns), blasint(lda), blasint(ldb))
    switch type {
    case .float32: cblas_strsm(CblasRowMajor, side, uplo, operation, diagonal, m, n, 1, a.of(), lda, b.of(), ldb)
    case .float64: cblas_dtrsm(CblasRowMajor, side, uplo, operation, diagonal, m, n, 1, a.of(), lda, b.of(), ldb)
    case .complex64:
      var one = Complex<Float>(1, 0)
      cblas_ctrsm(CblasRowMajor, side, uplo, operation, diagonal, m, n, &one, a, lda, b, ldb)
    default:
      var one = Complex<Double>(1, 0)
      cblas_ztrsm(CblasRowMajor, side, uplo, operation, diagonal, m, n, &one, a, lda, b, ldb)
    }
  }

  /// The x of op(A)·x = b for one vector, in its place.
  func solveVector(
    _ a: UnsafeRawPointer, stride lda: Int, _ b: UnsafeMutableRawPointer, _ order: Int, isLower: Bool,
    _ operation: CBLAS_TRANSPOSE, hasUnitDiagonal: Bool
  ) {
    let (uplo, n, lda) = (isLower ? CblasLower : CblasUpper, blasint(order), blasint(lda))
    let diagonal = hasUnitDiagonal ? CblasUnit : CblasNonUnit
    switch type {
    case .float32: cblas_strsv(CblasRowMajor, uplo, operation, diagonal, n, a.of(), lda, b.of(), 1)
    case .float64: cblas_dtrsv(CblasRowMajor, uplo, operation, diagonal, n, a.of(), lda, b.of(), 1)
    case .complex64: cblas_ctrsv(CblasRowMajor, uplo, operation, diagonal, n, a, lda, b, 1)
    default: cblas_ztrsv(CblasRowMajor, uplo, operation, diagonal, n, a, lda, b, 1)
    }
  }

  /// C − A·op(B) in the place of C.
  func subtract(
    _ a: UnsafeRawPointer, _ b: UnsafeRawPointer, _ operation: CBLAS_TRANSPOSE, from c: UnsafeMutableRawPointer,
    rows: Int, columns: Int, terms: Int, stride: Int
  ) {
    MatrixProduct.multiplyInexact(
      rows, columns, terms, a, stride, b, stride, operation, c, stride, sign: -1, type)
  }

  /// The lower triangle of C − AAᴴ in the place of C's.
  func subtractSquare(
    _ a: UnsafeRawPointer, from c: UnsafeMutableRawPointer, order: Int, terms: Int, stride: Int
  ) {
    let (n, k, ld) = (blasint(order), blasint(terms), blasint(stride))
    switch type {
    case .float32: cblas_ssyrk(CblasRowMajor, CblasLower, CblasNoTrans, n, k, -1, a.of(), ld, 1, c.of(), ld)
    case .float64: cblas_dsyrk(CblasRowMajor, CblasLower, CblasNoTrans, n, k, -1, a.of(), ld, 1, c.of(), ld)
    case .complex64: cblas_cherk(CblasRowMajor, CblasLower, CblasNoTrans, n, k, -1, a, ld, 1, c, ld)
    default: cblas_zherk(CblasRowMajor, CblasLower, CblasNoTrans, n, k, -1, a, ld, 1, c, ld)
    }
  }
}

extension UnsafeRawPointer {
  @inline(__always) func of<T>() -> UnsafePointer<T> { assumingMemoryBound(to: T.self) }
}
extension UnsafeMutableRawPointer {
  @inline(__always) func of<T>() -> UnsafeMutablePointer<T> { assumingMemoryBound(to: T.self) }
}
