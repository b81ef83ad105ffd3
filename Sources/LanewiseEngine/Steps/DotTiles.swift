import LanewiseKernelABI

/// Products by kernels that keep tiles of the result in registers.
extension DotStep {
  /// The product of one matrix of the batch with another, if there are kernels for it.
  func tiled(_ type: DType, sign: Int) -> TiledProduct? {
    TiledProduct(
      type, m, n, k, leftStride: lhsTransposed ? m : k, leftTransposed: lhsTransposed,
      rightStride: rhsTransposed ? k : n, rightTransposed: rhsTransposed, resultStride: n, sign: sign)
  }

  /// Many products, one thread to each, or few large ones by all threads.
  func multiply(
    _ lhs: UnsafeRawPointer, _ rhs: UnsafeRawPointer, _ result: UnsafeMutableRawPointer, by product: TiledProduct,
    _ type: DType
  ) {
    let (left, right, own) = (m * k * type.byteWidth, k * n * type.byteWidth, m * n * type.byteWidth)
    if m * n * k >= 1 << 20, batch < 16 {
      for i in 0..<batch { product.runShared(lhs + i * left, rhs + i * right, result + i * own) }
      return
    }
    forEachRange(batch, grain: max(1, (1 << 17) / (m * n * k)), nanoseconds: max(1, product.nanoseconds)) { range in
      for i in range { product.run(lhs + i * left, rhs + i * right, result + i * own) }
    }
  }
}
