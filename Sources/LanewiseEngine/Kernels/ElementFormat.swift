import LanewiseKernelABI

extension DType {
  /// Whether elements are stored in half precision, and computed with in float32.
  @inline(__always)
  var isHalf: Bool { self == .float16 || self == .bfloat16 }

  /// Bytes of an element while it is computed with.
  @inline(__always)
  var laneWidth: Int { isHalf ? 4 : byteWidth }

  /// The format of an element while it is computed with.
  @inline(__always)
  var laneFormat: Format { isHalf ? .f32 : format }
}

extension FoldOp {
  /// The bits of what folding nothing gives, in the dtype's format; complex64 fits, complex128 has its real part only.
  package func identityBits(_ dtype: DType) -> UInt64 {
    let isLargest = self == .min
    let one = self == .prod
    switch self {
    case .sum, .or, .xor: return 0
    case .and: return dtype == .bool ? 1 : UInt64.max >> UInt64(64 - 8 * dtype.byteWidth)
    case .prod, .max, .min: break
    }
    let bits = UInt64(8 * dtype.byteWidth)
    switch dtype {
    case .bool: return one || isLargest ? 1 : 0
    case .float32, .complex64: return UInt64((one ? 1 : isLargest ? Float.infinity : -Float.infinity).bitPattern)
    case .float64, .complex128: return (one ? 1 : isLargest ? Double.infinity : -Double.infinity).bitPattern
    case .float16: return one ? 0x3C00 : isLargest ? 0x7C00 : 0xFC00
    case .bfloat16: return one ? 0x3F80 : isLargest ? 0x7F80 : 0xFF80
    default: break
    }
    if one { return 1 }
    if dtype.isSignedInteger {
      let smallest = UInt64(1) << (bits - 1)
      return isLargest ? smallest - 1 : smallest
    }
    return isLargest ? UInt64.max >> (64 - bits) : 0
  }
}
