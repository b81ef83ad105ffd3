import LanewiseEngine
import LanewiseKernelABI

/// A number on the host, of any dtype's kind.
package enum Scalar: Hashable, Sendable {
  case bool(Bool)
  case int(Int64)
  case uint(UInt64)
  case float(Double)
  case complex(Double, Double)

  package var double: Double {
    switch self {
    case .bool(let x): x ? 1 : 0
    case .int(let x): Double(x)
    case .uint(let x): Double(x)
    case .float(let x): x
    case .complex(let re, _): re
    }
  }

  /// As an integer, truncated; wrapped where it is an integer out of range, saturated where it is floating point.
  package var integer: Int64 {
    switch self {
    case .bool(let x): x ? 1 : 0
    case .int(let x): x
    case .uint(let x): Int64(truncatingIfNeeded: x)
    case .float(let x), .complex(let x, _):
      x.isNaN
        ? 0 : x >= 9.3e18 ? .max : x <= -9.3e18 ? .min : Int64(exactly: x.rounded(.towardZero)) ?? (x > 0 ? .max : .min)
    }
  }

  package var isTrue: Bool {
    if case .complex(let re, let im) = self { return re != 0 || im != 0 }
    return double != 0
  }

  /// The value as an element of `dtype` holds it.
  package func rounded(to dtype: DType) -> Scalar {
    switch dtype {
    case .bool: .bool(isTrue)
    case .int8: .int(Int64(Int8(truncatingIfNeeded: clamped(Int64(Int8.min), Int64(Int8.max)))))
    case .int16: .int(Int64(Int16(truncatingIfNeeded: clamped(Int64(Int16.min), Int64(Int16.max)))))
    case .int32: .int(Int64(Int32(truncatingIfNeeded: clamped(Int64(Int32.min), Int64(Int32.max)))))
    case .int64: .int(integer)
    case .uint8: .uint(UInt64(UInt8(truncatingIfNeeded: clamped(0, Int64(UInt8.max)))))
    case .uint16: .uint(UInt64(UInt16(truncatingIfNeeded: clamped(0, Int64(UInt16.max)))))
    case .uint32: .uint(UInt64(UInt32(truncatingIfNeeded: clamped(0, Int64(UInt32.max)))))
    case .uint64, .key, .partitionableKey: .uint(unsigned)
    case .float16: .float(Double(Half(total: Float(double)).total))
    case .bfloat16: .float(Double(BrainFloat(total: Float(double)).total))
    case .float32: .float(Double(Float(double)))
    case .float64: .float(double)
    case .complex64: .complex(Double(Float(parts.0)), Double(Float(parts.1)))
    case .complex128: .complex(parts.0, parts.1)
    }
  }

  package var parts: (Double, Double) {
    if case .complex(let re, let im) = self { return (re, im) }
    return (double, 0)
  }

  /// Integers wrap (the caller truncates), floating point saturates.
  private func clamped(_ low: Int64, _ high: Int64) -> Int64 {
    if case .float = self { return Swift.min(Swift.max(integer, low), high) }
    return integer
  }

  private var unsigned: UInt64 {
    switch self {
    case .uint(let x): x
    case .float(let x): x.isNaN || x <= 0 ? 0 : x >= 1.8446744073709552e19 ? .max : UInt64(x)
    default: UInt64(bitPattern: integer)
    }
  }

  /// The dtype a number of this kind has when nothing else decides.
  package var defaultDType: DType {
    switch self {
    case .bool: .bool
    case .int: DefaultDTypes.current.int
    case .uint: DefaultDTypes.current.uint
    case .float: DefaultDTypes.current.float
    case .complex: DefaultDTypes.current.complex
    }
  }
}

extension Scalar {
  /// Writes the value as an element of `dtype`.
  package func store(as dtype: DType, at address: UnsafeMutableRawPointer) {
    switch (dtype, rounded(to: dtype)) {
    case (.bool, .bool(let x)): address.storeBytes(of: x ? 1 : 0, as: UInt8.self)
    case (.float16, .float(let x)): address.storeBytes(of: Half(total: Float(x)).bits, as: UInt16.self)
    case (.bfloat16, .float(let x)): address.storeBytes(of: BrainFloat(total: Float(x)).bits, as: UInt16.self)
    case (.float32, .float(let x)): address.storeBytes(of: Float(x), as: Float.self)
    case (.float64, .float(let x)): address.storeBytes(of: x, as: Double.self)
    case (.complex64, .complex(let re, let im)):
      address.storeBytes(of: Float(re), as: Float.self)
      address.storeBytes(of: Float(im), toByteOffset: 4, as: Float.self)
    case (.complex128, .complex(let re, let im)):
      address.storeBytes(of: re, as: Double.self)
      address.storeBytes(of: im, toByteOffset: 8, as: Double.self)
    case (_, .int(let x)): Scalar.store(UInt64(bitPattern: x), width: dtype.byteWidth, at: address)
    case (_, .uint(let x)): Scalar.store(x, width: dtype.byteWidth, at: address)
    default: break
    }
  }

  /// Reads an element of `dtype`.
  package init(_ dtype: DType, at address: UnsafeRawPointer) {
    switch dtype {
    case .bool: self = .bool(address.load(as: UInt8.self) != 0)
    case .int8: self = .int(Int64(address.load(as: Int8.self)))
    case .int16: self = .int(Int64(address.load(as: Int16.self)))
    case .int32: self = .int(Int64(address.load(as: Int32.self)))
    case .int64: self = .int(address.load(as: Int64.self))
    case .uint8: self = .uint(UInt64(address.load(as: UInt8.self)))
    case .uint16: self = .uint(UInt64(address.load(as: UInt16.self)))
    case .uint32: self = .uint(UInt64(address.load(as: UInt32.self)))
    case .uint64, .key, .partitionableKey: self = .uint(address.load(as: UInt64.self))
    case .float16: self = .float(Double(Half(bits: address.load(as: UInt16.self)).total))
    case .bfloat16: self = .float(Double(BrainFloat(bits: address.load(as: UInt16.self)).total))
    case .float32: self = .float(Double(address.load(as: Float.self)))
    case .float64: self = .float(address.load(as: Double.self))
    case .complex64:
      self = .complex(Double(address.load(as: Float.self)), Double(address.load(fromByteOffset: 4, as: Float.self)))
    case .complex128: self = .complex(address.load(as: Double.self), address.load(fromByteOffset: 8, as: Double.self))
    }
  }

  /// The bits of the value as an element of `dtype`, for dtypes of at most 8 bytes.
  package func bits(as dtype: DType) -> UInt64 {
    precondition(dtype.byteWidth <= 8, "an element of 16 bytes is not a word")
    var bits: UInt64 = 0
    withUnsafeMutableBytes(of: &bits) { store(as: dtype, at: $0.baseAddress!) }
    return bits
  }

  private static func store(_ bits: UInt64, width: Int, at address: UnsafeMutableRawPointer) {
    switch width {
    case 1: address.storeBytes(of: UInt8(truncatingIfNeeded: bits), as: UInt8.self)
    case 2: address.storeBytes(of: UInt16(truncatingIfNeeded: bits), as: UInt16.self)
    case 4: address.storeBytes(of: UInt32(truncatingIfNeeded: bits), as: UInt32.self)
    default: address.storeBytes(of: bits, as: UInt64.self)
    }
  }
}
