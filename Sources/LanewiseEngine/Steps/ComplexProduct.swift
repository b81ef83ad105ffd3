import LanewiseKernelABI

/// Products of complex matrices, as four of their real and imaginary parts.
extension DotStep {
  /// What a product of parts does with what is in the result.
  struct PartProducts {
    let type: DType
    let store, subtract, add: TiledProduct
  }

  /// The products of the parts, if they take longer than taking the operands apart, and there are kernels.
  func partProducts(_ type: DType) -> PartProducts? {
    guard type.isComplex, min(m, n, k) >= 16 else { return nil }
    let part: DType = type == .complex64 ? .float32 : .float64
    guard let store = tiled(part, sign: 0), let subtract = tiled(part, sign: -1), let add = tiled(part, sign: 1) else {
      return nil
    }
    return PartProducts(type: part, store: store, subtract: subtract, add: add)
  }

  func multiply(
    _ lhs: UnsafeRawPointer, _ rhs: UnsafeRawPointer, _ result: UnsafeMutableRawPointer, by products: PartProducts
  ) {
    if products.type == .float32 {
      multiply(lhs, rhs, result, by: products, Float.self)
    } else {
      multiply(lhs, rhs, result, by: products, Double.self)
    }
  }

  private func multiply<Part: BinaryFloatingPoint & BitwiseCopyable>(
    _ lhs: UnsafeRawPointer, _ rhs: UnsafeRawPointer, _ result: UnsafeMutableRawPointer, by products: PartProducts,
    _: Part.Type
  ) {
    let (left, right, own) = (batch * m * k, batch * k * n, batch * m * n)
    // A pad of a line of the cache keeps parts from falling on the same places.
    let pad = 64 / MemoryLayout<Part>.stride
    withScratch(Part.self, 2 * (left + right + own) + 6 * pad) { scratch in
      let lefts = (scratch, scratch + left + pad)
      let rights = (lefts.1 + left + pad, lefts.1 + left + right + 2 * pad)
      let sums = (rights.1 + right + pad, rights.1 + right + own + 2 * pad)
      takeApart(lhs.assumingMemoryBound(to: Part.self), left, lefts)
      takeApart(rhs.assumingMemoryBound(to: Part.self), right, rights)
      multiply(lefts.0, rights.0, sums.0, by: products.store, products.type)
      multiply(lefts.1, rights.1, sums.0, by: products.subtract, products.type)
      multiply(lefts.0, rights.1, sums.1, by: products.store, products.type)
      multiply(lefts.1, rights.0, sums.1, by: products.add, products.type)
      let result = result.assumingMemoryBound(to: Part.self)
      forEachRange(own, grain: 1 << 14) { range in
        for i in range { (result[2 * i], result[2 * i + 1]) = (sums.0[i], sums.1[i]) }
      }
    }
  }

  private func takeApart<Part: BitwiseCopyable>(
    _ source: UnsafePointer<Part>, _ count: Int, _ parts: (UnsafeMutablePointer<Part>, UnsafeMutablePointer<Part>)
  ) {
    forEachRange(count, grain: 1 << 14) { range in
      for i in range { (parts.0[i], parts.1[i]) = (source[2 * i], source[2 * i + 1]) }
    }
  }
}
