import LanewiseKernelABI

/// The type of an array's elements (`jnp.dtype`).
///
/// `print(x.dtype)` shows JAX's name, `float32`; a jaxpr shows the short one, `f32`.
public enum DType: UInt8, Hashable, Sendable, CaseIterable {
  case bool, int8, int16, int32, int64, uint8, uint16, uint32, uint64
  case float32, float64, complex64, complex128, float16, bfloat16
  /// A random key whose streams are those of JAX's original Threefry layout (the default before JAX 0.5).
  case key
  /// A random key whose streams are those of JAX's partitionable Threefry layout (the default since JAX 0.5).
  case partitionableKey

  // The compiler's own is called through a witness in other modules.
  @inlinable public static func == (a: DType, b: DType) -> Bool {
    unsafeBitCast(a, to: UInt8.self) == unsafeBitCast(b, to: UInt8.self)
  }
}

extension DType: CustomStringConvertible {
  /// JAX's name: `float32`, `int8`, `key<fry>`.
  public var description: String { info.name }
  /// The name in a jaxpr: `f32`, `i8`, `key<fry>`.
  public var shortName: String { info.short }

  /// The dtype with this long or short name, if there is one.
  public init?(name: String) {
    guard let found = Self.allCases.first(where: { $0.description == name || $0.shortName == name }) else { return nil }
    self = found
  }
}

extension DType {
  /// Bytes an element takes in memory.
  @inlinable public var byteWidth: Int {
    switch self {
    case .bool, .int8, .uint8: 1
    case .int16, .uint16, .float16, .bfloat16: 2
    case .int32, .uint32, .float32: 4
    case .int64, .uint64, .float64, .complex64, .key, .partitionableKey: 8
    case .complex128: 16
    }
  }

  @inlinable public var isInteger: Bool { rawValue >= DType.int8.rawValue && rawValue <= DType.uint64.rawValue }
  @inlinable public var isSignedInteger: Bool { rawValue >= DType.int8.rawValue && rawValue <= DType.int64.rawValue }
  @inlinable public var isUnsignedInteger: Bool {
    rawValue >= DType.uint8.rawValue && rawValue <= DType.uint64.rawValue
  }
  /// Real floating point: float16, bfloat16, float32, float64.
  @inlinable public var isFloating: Bool {
    self == .float32 || self == .float64 || self == .float16 || self == .bfloat16
  }
  @inlinable public var isComplex: Bool { self == .complex64 || self == .complex128 }
  /// Floating point or complex: what a derivative can be taken of.
  @inlinable public var isInexact: Bool { rawValue >= DType.float32.rawValue && rawValue <= DType.bfloat16.rawValue }
  @inlinable public var isKey: Bool { self == .key || self == .partitionableKey }

  /// The dtype of the parts of a complex dtype; the dtype itself otherwise.
  public var realPart: DType { self == .complex64 ? .float32 : self == .complex128 ? .float64 : self }

  /// The lane that kernels compute this dtype in: half precision computes as float32. Keys have none. The lanes come
  /// in the order of the dtypes, so that no initialiser has to be called.
  package var lane: Lane {
    switch self {
    case .float16, .bfloat16: .f32
    case .key, .partitionableKey: .u64
    default: unsafeBitCast(rawValue, to: Lane.self)
    }
  }

  /// The format of an element in memory. Keys are opaque 8-byte elements.
  package var format: Format { isKey ? .u64 : Format(rawValue: rawValue)! }

  private var info: (name: String, short: String) {
    switch self {
    case .bool: ("bool", "bool")
    case .int8: ("int8", "i8")
    case .int16: ("int16", "i16")
    case .int32: ("int32", "i32")
    case .int64: ("int64", "i64")
    case .uint8: ("uint8", "u8")
    case .uint16: ("uint16", "u16")
    case .uint32: ("uint32", "u32")
    case .uint64: ("uint64", "u64")
    case .float32: ("float32", "f32")
    case .float64: ("float64", "f64")
    case .complex64: ("complex64", "c64")
    case .complex128: ("complex128", "c128")
    case .float16: ("float16", "f16")
    case .bfloat16: ("bfloat16", "bf16")
    case .key, .partitionableKey: ("key<fry>", "key<fry>")
    }
  }
}
