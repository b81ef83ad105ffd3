import LanewiseEngine

/// A Swift type that array elements can be made from and read as.
public protocol ArrayElement: Sendable {
  /// The dtype of exactly this type: float64 for `Double`, int64 for `Int`.
  static var dtype: DType { get }
  /// The dtype an array gets when it is made from values of this type and none is asked for: `Int` and `Double` give
  /// the defaults (int32 and float32), as Python's numbers do in JAX; the sized types give their own.
  static var arrayDType: DType { get }
  init(_scalar: _ElementValue)
  var _scalar: _ElementValue { get }
}

/// An element on its way between Swift's types and an array's dtype.
public struct _ElementValue: Sendable {
  package let scalar: Scalar
}

extension ArrayElement {
  public static var arrayDType: DType { dtype }
}

extension ArrayElement where Self: FixedWidthInteger {
  public init(_scalar: _ElementValue) {
    if case .uint(let x) = _scalar.scalar {
      self.init(truncatingIfNeeded: x)
    } else {
      self.init(truncatingIfNeeded: _scalar.scalar.integer)
    }
  }
  public var _scalar: _ElementValue {
    _ElementValue(
      scalar: Self.isSigned ? .int(Int64(truncatingIfNeeded: self)) : .uint(UInt64(truncatingIfNeeded: self)))
  }
}

extension Int: ArrayElement {
  public static var dtype: DType { .int64 }
  public static var arrayDType: DType { DefaultDTypes.current.int }
}
extension Int8: ArrayElement { public static var dtype: DType { .int8 } }
extension Int16: ArrayElement { public static var dtype: DType { .int16 } }
extension Int32: ArrayElement { public static var dtype: DType { .int32 } }
extension Int64: ArrayElement { public static var dtype: DType { .int64 } }
extension UInt: ArrayElement {
  public static var dtype: DType { .uint64 }
  public static var arrayDType: DType { DefaultDTypes.current.uint }
}
extension UInt8: ArrayElement { public static var dtype: DType { .uint8 } }
extension UInt16: ArrayElement { public static var dtype: DType { .uint16 } }
extension UInt32: ArrayElement { public static var dtype: DType { .uint32 } }
extension UInt64: ArrayElement { public static var dtype: DType { .uint64 } }

extension Bool: ArrayElement {
  public static var dtype: DType { .bool }
  public init(_scalar: _ElementValue) { self = _scalar.scalar.isTrue }
  public var _scalar: _ElementValue { _ElementValue(scalar: .bool(self)) }
}
extension Float: ArrayElement {
  public static var dtype: DType { .float32 }
  public init(_scalar: _ElementValue) { self = Float(_scalar.scalar.double) }
  public var _scalar: _ElementValue { _ElementValue(scalar: .float(Double(self))) }
}
extension Double: ArrayElement {
  public static var dtype: DType { .float64 }
  public static var arrayDType: DType { DefaultDTypes.current.float }
  public init(_scalar: _ElementValue) { self = _scalar.scalar.double }
  public var _scalar: _ElementValue { _ElementValue(scalar: .float(self)) }
}
