import LanewiseEngine

extension NDArray: CustomStringConvertible, CustomDebugStringConvertible {
  /// NumPy's text of the elements, summarised beyond 1,000 (see ``PrintOptions``): `[1. 2. 3.]`. A traced array shows its type; a key shows
  /// its words as JAX does.
  public var description: String {
    guard let elements = printableElements else { return placeholder }
    let options = PrintOptions.current
    if dtype.isKey { return ArrayText.keys(of: elements, shape: shape, options: options) }
    return ArrayText.text(of: elements, shape: shape, options: options)
  }

  /// JAX's `repr`: `Array([1., 2., 3.], dtype=float32)`.
  public var debugDescription: String {
    guard let elements = printableElements else { return placeholder }
    let options = PrintOptions.current
    if dtype.isKey { return ArrayText.keys(of: elements, shape: shape, options: options) }
    return ArrayText.repr(
      of: elements, shape: shape, dtypeName: dtype.description, weak: weakType, options: options)
  }

  private var placeholder: String {
    isPoisoned ? "Poisoned<\(aval)>" : "Traced<\(aval)>"
  }

  private var printableElements: ArrayElements? {
    guard let storage else { return nil }
    let base = storage.address
    func read<T>(_: T.Type) -> (Int) -> T {
      {
        _ = storage
        return base.load(fromByteOffset: $0 * MemoryLayout<T>.stride, as: T.self)
      }
    }
    let width = dtype.byteWidth
    let dtype = dtype
    func scalar(_ index: Int) -> Scalar { Scalar(dtype, at: storage.address + index * width) }
    switch dtype {
    case .bool: return .bool { scalar($0).isTrue }
    case .int8, .int16, .int32, .int64: return .int { scalar($0).integer }
    case .uint8, .uint16, .uint32, .uint64:
      return .uint { if case .uint(let x) = scalar($0) { x } else { 0 } }
    case .key, .partitionableKey: return .uint { UInt64(read(UInt32.self)($0)) }
    case .float16: return .float16 { Float(scalar($0).double) }
    case .bfloat16: return .bfloat16 { Float(scalar($0).double) }
    case .float32: return .float32(read(Float.self))
    case .float64: return .float64(read(Double.self))
    case .complex64: return .complex64 { (Float(scalar($0).parts.0), Float(scalar($0).parts.1)) }
    case .complex128: return .complex128 { scalar($0).parts }
    }
  }
}
