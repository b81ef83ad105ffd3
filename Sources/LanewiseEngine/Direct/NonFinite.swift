/// What a floating-point element may be that is not a number of finite size.
package enum NonFinite: Sendable {
  case nan, infinity

  /// The first such element among `count` of a floating-point or complex dtype; nil where there is none.
  package func first(in storage: Storage, _ dtype: DType, count: Int) -> Int? {
    let parts = dtype.isComplex ? 2 : 1
    let found: Int? =
      switch dtype.realPart {
      case .float16: search(storage, parts * count, exponent: 0x7c00 as UInt16)
      case .bfloat16: search(storage, parts * count, exponent: 0x7f80 as UInt16)
      case .float32: search(storage, parts * count, exponent: 0x7f80_0000 as UInt32)
      case .float64: search(storage, parts * count, exponent: 0x7ff0_0000_0000_0000 as UInt64)
      default: nil
      }
    return found.map { $0 / parts }
  }

  /// Without their sign, the bits of an infinity are all of the exponent's, and those of a NaN are more.
  private func search<Bits: FixedWidthInteger>(_ storage: Storage, _ count: Int, exponent: Bits) -> Int? {
    let elements = UnsafeBufferPointer(start: storage.address.assumingMemoryBound(to: Bits.self), count: count)
    let magnitude = Bits.max >> 1
    return switch self {
    case .nan: elements.firstIndex { $0 & magnitude > exponent }
    case .infinity: elements.firstIndex { $0 & magnitude == exponent }
    }
  }
}
