import COpenBLAS
import LanewiseKernelABI

/// Plain products of row-major matrices, of any number type.
enum MatrixProduct {
  /// The widest of the dtypes; float32 for half precision.
  static func computingType(_ types: DType...) -> DType {
    func rank(_ type: DType) -> Int {
      (type.isComplex ? 300 : type.isFloating ? 200 : type.isInteger ? 100 : 0) + type.byteWidth
    }
    // The later of equals wins, so that int32 · int32 into uint32 is computed as the result's dtype.
    let widest = types.max { rank($0) <= rank($1) }!
    return widest == .float16 || widest == .bfloat16 ? .float32 : widest
  }

  /// Before products on the workers: these are the threads, and BLAS makes none of its own.
  static func prepare() {
    if openblas_get_num_threads() != 1 { openblas_set_num_threads(1) }
  }

  /// c = a · b: m by k times k by n, each with the distance of its rows.
  @inline(__always) static func multiply<E: Element>(
    _ m: Int, _ n: Int, _ k: Int, _ a: UnsafePointer<E>, _ aStride: Int, _ b: UnsafePointer<E>, _ bStride: Int,
    _ c: UnsafeMutablePointer<E>, _ cStride: Int, _ type: DType
  ) {
    guard type.isInexact, m * n * k > DotStep.tiny else {
      return own(m, n, k, a, aStride, step: 1, b, bStride, c, cStride)
    }
    multiplyInexact(m, n, k, a, aStride, b, bStride, CblasNoTrans, c, cStride, type)
  }

  /// The same without BLAS; the elements of a row of a are `step` apart.
  static func own<E: Element>(
    _ m: Int, _ n: Int, _ k: Int, _ a: UnsafePointer<E>, _ aStride: Int, step: Int, _ b: UnsafePointer<E>,
    _ bStride: Int, _ c: UnsafeMutablePointer<E>, _ cStride: Int
  ) {
    if let kernel = kernel(E.self) {
      let width = MemoryLayout<E>.stride
      return withUnsafeBytes(of: (m, k, aStride * width, step * width, bStride * width)) { sizes in
        callKernel(kernel, result: c, a, b, sizes.baseAddress, immediate: cStride * width, count: n)
      }
    }
    for i in 0..<m {
      let row = c + i * cStride
      for j in 0..<n { row[j] = E.zero }
      let factors = a + i * aStride
      var p = 0
      // Four terms while an element of the row is at hand.
      while p + 4 <= k {
        let f0 = factors[p * step]
        let (f1, f2, f3) = (factors[(p + 1) * step], factors[(p + 2) * step], factors[(p + 3) * step])
        let b0 = b + p * bStride
        let (b1, b2, b3) = (b0 + bStride, b0 + 2 * bStride, b0 + 3 * bStride)
        for j in 0..<n {
          let two = E.sum(E.sum(row[j], E.product(f0, b0[j])), E.product(f1, b1[j]))
          row[j] = E.sum(E.sum(two, E.product(f2, b2[j])), E.product(f3, b3[j]))
        }
        p += 4
      }
      while p < k {
        for j in 0..<n { row[j] = E.sum(row[j], E.product(factors[p * step], b[p * bStride + j])) }
        p += 1
      }
    }
  }

  /// Of integers, whose bits are the same with a sign and without.
  private static func kernel<E: Element>(_ type: E.Type) -> Kernel? {
    if type == Int32.self || type == UInt32.self { return KernelTable.kernel(KernelIndex.products(.i32)) }
    if type == Int64.self || type == UInt64.self { return KernelTable.kernel(KernelIndex.products(.i64)) }
    return nil
  }

  /// a · op(b) of floating point or complex numbers, by kernels, where there are some, else by BLAS. It becomes c, or with
  /// `sign` is added to c (1), or taken from it (−1).
  static func multiplyInexact(
    _ m: Int, _ n: Int, _ k: Int, _ a: UnsafeRawPointer, _ aStride: Int, _ b: UnsafeRawPointer, _ bStride: Int,
    _ operation: CBLAS_TRANSPOSE, _ c: UnsafeMutableRawPointer, _ cStride: Int, sign: Int = 0,
    _ type: DType
  ) {
    if let product = TiledProduct(
      type, m, n, k, leftStride: aStride, rightStride: bStride, rightTransposed: operation != CblasNoTrans,
      resultStride: cStride, sign: sign)
    {
      return product.run(a, b, c)
    }
    // Vectors go to gemv, of which some versions multiply what was in the result by 0, and so keep its NaNs.
    if sign == 0, m == 1 || n == 1 {
      for i in 0..<m {
        (c + i * cStride * type.byteWidth).initializeMemory(as: UInt8.self, repeating: 0, count: n * type.byteWidth)
      }
    }
    let (rows, columns, depth) = (blasint(m), blasint(n), blasint(k))
    let (lda, ldb, ldc) = (blasint(aStride), blasint(bStride), blasint(cStride))
    let (no, order) = (CblasNoTrans, CblasRowMajor)
    let (alpha, beta) = (sign < 0 ? -1.0 : 1, sign == 0 ? 0.0 : 1)
    switch type {
    case .float32:
      cblas_sgemm(
        order, no, operation, rows, columns, depth, Float(alpha), a.of(), lda, b.of(), ldb, Float(beta), c.of(), ldc)
    case .float64:
      cblas_dgemm(order, no, operation, rows, columns, depth, alpha, a.of(), lda, b.of(), ldb, beta, c.of(), ldc)
    case .complex64:
      var (factor, kept) = (Complex<Float>(Float(alpha), 0), Complex<Float>(Float(beta), 0))
      cblas_cgemm(order, no, operation, rows, columns, depth, &factor, a, lda, b, ldb, &kept, c, ldc)
    default:
      var (factor, kept) = (Complex<Double>(alpha, 0), Complex<Double>(beta, 0))
      cblas_zgemm(order, no, operation, rows, columns, depth, &factor, a, lda, b, ldb, &kept, c, ldc)
    }
  }
}
