import Glibc

/// An element type as the steps compute with it: what dot, scatter, cumulative and sort need of a number.
///
/// Every dtype but the keys has one. Integers wrap; bool adds by "or" and multiplies by "and"; half precision computes
/// in float32 and rounds once an operation; complex numbers order lexicographically.
package protocol Element: BitwiseCopyable, Sendable {
  /// What a running total is kept in: float32 for half precision, the type itself otherwise.
  associatedtype Total: Element where Total.Total == Total
  /// Unsigned integers in the order JAX sorts by: NaN last, −0 equal to +0.
  associatedtype SortKey: FixedWidthInteger & UnsignedInteger & BitwiseCopyable & Sendable

  static var zero: Self { get }
  /// What every value stays itself with when it is added: −0 of floating point.
  static var emptySum: Self { get }
  static var isInexact: Bool { get }
  static func sum(_ a: Self, _ b: Self) -> Self
  static func product(_ a: Self, _ b: Self) -> Self
  /// The larger; NaN if either is; +0 above −0.
  static func maximum(_ a: Self, _ b: Self) -> Self
  /// The smaller; NaN if either is; −0 below +0.
  static func minimum(_ a: Self, _ b: Self) -> Self
  /// log(eᵃ + eᵇ). Of integers and bool it has no meaning, and gives the larger.
  static func logAddExp(_ a: Self, _ b: Self) -> Self
  /// Whether `a > b`; false if either is NaN.
  static func isAbove(_ a: Self, _ b: Self) -> Bool
  var isNaN: Bool { get }
  var sortKey: SortKey { get }
  /// The value with this sort key, where it `ownsSortKey`: where no other bits have the same key.
  init(sortKey: SortKey)
  var ownsSortKey: Bool { get }
  /// The keys that several bit patterns have, where these are few: those of zero and NaN.
  static var sharedSortKeys: [SortKey] { get }

  var total: Total { get }
  init(total: Total)

  /// The value as a complex number of double precision, and back: the way between any two types.
  var wide: Complex<Double> { get }
  init(wide: Complex<Double>)
  /// The value as a 64-bit integer, and back, for what is exact as one (integers and bool); nil otherwise.
  var integer: Int64? { get }
  init?(integer: Int64)
}

extension Element {
  @inline(__always) package static var emptySum: Self { zero }
  @inline(__always) package static var isInexact: Bool { true }
  @inline(__always) package static var sharedSortKeys: [SortKey] { [] }
}

extension Element where Total == Self {
  @inline(__always) package var total: Self { self }
  @inline(__always) package init(total: Self) { self = total }
}

// MARK: Integers

extension Element where Self: FixedWidthInteger, Total == Self, Magnitude: FixedWidthInteger {
  @inline(__always) package static var isInexact: Bool { false }
  @inline(__always) package static func sum(_ a: Self, _ b: Self) -> Self { a &+ b }
  @inline(__always) package static func product(_ a: Self, _ b: Self) -> Self { a &* b }
  @inline(__always) package static func maximum(_ a: Self, _ b: Self) -> Self { a > b ? a : b }
  @inline(__always) package static func minimum(_ a: Self, _ b: Self) -> Self { a < b ? a : b }
  @inline(__always) package static func logAddExp(_ a: Self, _ b: Self) -> Self { maximum(a, b) }
  @inline(__always) package static func isAbove(_ a: Self, _ b: Self) -> Bool { a > b }
  @inline(__always) package var isNaN: Bool { false }
  /// The bits, with the sign flipped so that they order as the values do.
  @inline(__always) package var sortKey: Magnitude {
    Magnitude(truncatingIfNeeded: self) ^ Magnitude(truncatingIfNeeded: Self.min)
  }
  @inline(__always) package init(sortKey: Magnitude) {
    self = Self(truncatingIfNeeded: sortKey ^ Magnitude(truncatingIfNeeded: Self.min))
  }
  @inline(__always) package var ownsSortKey: Bool { true }
  @inline(__always) package var wide: Complex<Double> { Complex(Double(self), 0) }
  @inline(__always) package init(wide: Complex<Double>) { self = Self(clampingTowardZero: wide.real) }
  @inline(__always) package var integer: Int64? { Int64(truncatingIfNeeded: self) }
  @inline(__always) package init?(integer: Int64) { self = Self(truncatingIfNeeded: integer) }
}

extension FixedWidthInteger {
  /// The integer part; the nearest bound for what is out of range, 0 for NaN.
  @inline(__always) init(clampingTowardZero value: Double) {
    if value.isNaN {
      self = 0
      return
    }
    let truncated = value.rounded(.towardZero)
    self = Self(exactly: truncated) ?? (value < 0 ? Self.min : Self.max)
  }
}

extension Int8: Element {
  package typealias Total = Int8
  package typealias SortKey = UInt8
}
extension Int16: Element {
  package typealias Total = Int16
  package typealias SortKey = UInt16
}
extension Int32: Element {
  package typealias Total = Int32
  package typealias SortKey = UInt32
}
extension Int64: Element {
  package typealias Total = Int64
  package typealias SortKey = UInt64
}
extension UInt8: Element {
  package typealias Total = UInt8
  package typealias SortKey = UInt8
}
extension UInt16: Element {
  package typealias Total = UInt16
  package typealias SortKey = UInt16
}
extension UInt32: Element {
  package typealias Total = UInt32
  package typealias SortKey = UInt32
}
extension UInt64: Element {
  package typealias Total = UInt64
  package typealias SortKey = UInt64
}

/// A bool of one byte: 0 or 1 (any other byte counts as 1 once it is computed with).
package struct Truth: Element {
  package typealias Total = Truth
  package var byte: UInt8
  @inline(__always) package init(_ byte: UInt8) { self.byte = byte }
  @inline(__always) package static var zero: Truth { Truth(0) }
  @inline(__always) package static var isInexact: Bool { false }
  @inline(__always) package static func sum(_ a: Truth, _ b: Truth) -> Truth { Truth(a.byte | b.byte) }
  @inline(__always) package static func product(_ a: Truth, _ b: Truth) -> Truth { Truth(a.byte & b.byte) }
  @inline(__always) package static func maximum(_ a: Truth, _ b: Truth) -> Truth { sum(a, b) }
  @inline(__always) package static func minimum(_ a: Truth, _ b: Truth) -> Truth { product(a, b) }
  @inline(__always) package static func logAddExp(_ a: Truth, _ b: Truth) -> Truth { sum(a, b) }
  @inline(__always) package static func isAbove(_ a: Truth, _ b: Truth) -> Bool { a.byte > b.byte }
  @inline(__always) package var isNaN: Bool { false }
  @inline(__always) package var sortKey: UInt8 { byte }
  @inline(__always) package init(sortKey: UInt8) { byte = sortKey }
  @inline(__always) package var ownsSortKey: Bool { true }
  @inline(__always) package var wide: Complex<Double> { Complex(Double(byte), 0) }
  @inline(__always) package init(wide: Complex<Double>) { byte = wide.real != 0 || wide.imaginary != 0 ? 1 : 0 }
  @inline(__always) package var integer: Int64? { Int64(byte) }
  @inline(__always) package init?(integer: Int64) { byte = integer != 0 ? 1 : 0 }
}

// MARK: Floating point

/// What float32 and float64 share beyond `BinaryFloatingPoint`: the functions of the C library, and their bits.
package protocol RealElement: Element, BinaryFloatingPoint where Total == Self, SortKey == BitPattern {
  associatedtype BitPattern: FixedWidthInteger & UnsignedInteger & BitwiseCopyable & Sendable
  var bitPattern: BitPattern { get }
  init(bitPattern: BitPattern)
  static func exponential(_ x: Self) -> Self
  static func logOnePlus(_ x: Self) -> Self
}

extension RealElement {
  @inline(__always) package static func sum(_ a: Self, _ b: Self) -> Self { a + b }
  @inline(__always) package static func product(_ a: Self, _ b: Self) -> Self { a * b }
  // Without branches, so that loops over them are vectorised. Equal numbers differ in the sign of zero at most; a
  // comparison with NaN is false, so that a NaN in `b` is taken as it is.
  @inline(__always) package static func maximum(_ a: Self, _ b: Self) -> Self {
    let larger = a > b ? a : b
    let extreme = a == b ? Self(bitPattern: a.bitPattern & b.bitPattern) : larger
    return a.isNaN ? a : extreme
  }
  @inline(__always) package static func minimum(_ a: Self, _ b: Self) -> Self {
    let smaller = a < b ? a : b
    let extreme = a == b ? Self(bitPattern: a.bitPattern | b.bitPattern) : smaller
    return a.isNaN ? a : extreme
  }
  @inline(__always) package static func logAddExp(_ a: Self, _ b: Self) -> Self {
    let difference = a - b
    if difference.isNaN { return a + b }
    return (a > b ? a : b) + logOnePlus(exponential(-abs(difference)))
  }
  @inline(__always) package static var emptySum: Self { -0.0 }
  @inline(__always) package static func isAbove(_ a: Self, _ b: Self) -> Bool { a > b }
  // By integer arithmetic without branches, so that loops over them are vectorised.
  @inline(__always) package var sortKey: BitPattern {
    let bits = bitPattern
    let sign: BitPattern = 1 << (BitPattern.bitWidth - 1)
    let ordered = bits ^ (Self.signBits(bits) | sign)
    let key = bits == sign ? sign : ordered
    return bits & ~sign > Self.infinity.bitPattern ? .max : key
  }
  @inline(__always) package init(sortKey: BitPattern) {
    let sign: BitPattern = 1 << (BitPattern.bitWidth - 1)
    self.init(bitPattern: sortKey ^ (~Self.signBits(sortKey) | sign))
  }
  /// All bits if the highest is set, else none.
  @inline(__always) private static func signBits(_ bits: BitPattern) -> BitPattern {
    0 &- bits &>> BitPattern(truncatingIfNeeded: BitPattern.bitWidth - 1)
  }
  @inline(__always) package var ownsSortKey: Bool {
    let bits = bitPattern
    let sign: BitPattern = 1 << (BitPattern.bitWidth - 1)
    return (bits != sign) && (bits & ~sign <= Self.infinity.bitPattern)
  }
  package static var sharedSortKeys: [BitPattern] { [Self.zero.sortKey, .max] }
  @inline(__always) package var wide: Complex<Double> { Complex(Double(self), 0) }
  @inline(__always) package init(wide: Complex<Double>) { self = Self(wide.real) }
  @inline(__always) package var integer: Int64? { nil }
  @inline(__always) package init?(integer: Int64) { return nil }
}

extension Float: RealElement {
  package typealias Total = Float
  package typealias BitPattern = UInt32
  package typealias SortKey = UInt32
  @inline(__always) package static func exponential(_ x: Float) -> Float { expf(x) }
  @inline(__always) package static func logOnePlus(_ x: Float) -> Float { log1pf(x) }
}

extension Double: RealElement {
  package typealias Total = Double
  package typealias BitPattern = UInt64
  package typealias SortKey = UInt64
  @inline(__always) package static func exponential(_ x: Double) -> Double { exp(x) }
  @inline(__always) package static func logOnePlus(_ x: Double) -> Double { log1p(x) }
}
