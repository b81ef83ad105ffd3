import LanewiseKernelABI

/// Products of complex matrices, as four of their real and imaginary parts.
extension DotStep {
  /// Whether the products take longer than taking the operands apart; and there must be kernels.
  func hasParts(_ type: DType) -> Bool {
    type.isComplex && min(m, n) >= 16 && k >= 16 && tiled(type == .complex64 ? .float32 : .float64, sign: 0) != nil
  }

  func multiplyParts(
    _ lhs: UnsafeRawPointer, _ rhs: UnsafeRawPointer, _ result: UnsafeMutableRawPointer, _ type: DType
  ) {
    if type == .complex64 {
      multiplyParts(lhs, rhs, result, .float32, Float.self)
    } else {
      multiplyParts(lhs, rhs, result, .float64, Double.self)
    }
  }

  private func multiplyParts<Part: BinaryFloatingPoint & BitwiseCopyable>(
    _ lhs: UnsafeRawPointer, _ rhs: UnsafeRawPointer, _ result: UnsafeMutableRawPointer, _ type: DType, _: Part.Type
  ) {
    let (left, right, own) = (batch * m * k, batch * k * n, batch * m * n)
    guard let first = tiled(type, sign: 0), let minus = tiled(type, sign: -1), let plus = tiled(type, sign: 1) else {
      return
    }
    // A pad of a line of the cache keeps parts from falling on the same places.
    let pad = 64 / MemoryLayout<Part>.stride
    withScratch(Part.self, 2 * (left + right + own) + 6 * pad) { scratch in
      let lefts = (scratch, scratch + left + pad)
      let rights = (lefts.1 + left + pad, lefts.1 + left + right + 2 * pad)
      let sums = (rights.1 + right + pad, rights.1 + right + own + 2 * pad)
      takeApart(lhs.assumingMemoryBound(to: Part.self), left, lefts)
      takeApart(rhs.assumingMemoryBound(to: Part.self), right, rights)
      multiply(lefts.0, rights.0, sums.0, by: first, type)
      multiply(lefts.1, rights.1, sums.0, by: minus, type)
      multiply(lefts.0, rights.1, sums.1, by: first, type)
      multiply(lefts.1, rights.0, sums.1, by: plus, type)
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
