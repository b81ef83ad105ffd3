import Glibc

/// A complex number as memory holds it: real part, imaginary part.
package struct Complex<Part: BinaryFloatingPoint & BitwiseCopyable & Sendable>: BitwiseCopyable, Sendable {
  package var real: Part
  package var imaginary: Part
  @inline(__always) package init(_ real: Part, _ imaginary: Part) {
    self.real = real
    self.imaginary = imaginary
  }
}

/// The unsigned integer of twice the width, for a sort key of two parts.
package protocol HasDoubleWidth: FixedWidthInteger, UnsignedInteger {
  associatedtype DoubleWidth: FixedWidthInteger & UnsignedInteger & BitwiseCopyable & Sendable
}
extension UInt32: HasDoubleWidth { package typealias DoubleWidth = UInt64 }
extension UInt64: HasDoubleWidth { package typealias DoubleWidth = UInt128 }

extension Complex: Element where Part: RealElement, Part.SortKey: HasDoubleWidth {
  package typealias Total = Complex<Part>
  package typealias SortKey = Part.SortKey.DoubleWidth

  @inline(__always) package static var zero: Self { Self(0, 0) }
  @inline(__always) package static var emptySum: Self { Self(Part.emptySum, Part.emptySum) }
  @inline(__always) package static func sum(_ a: Self, _ b: Self) -> Self {
    Self(a.real + b.real, a.imaginary + b.imaginary)
  }
  @inline(__always) package static func product(_ a: Self, _ b: Self) -> Self {
    Self(a.real * b.real - a.imaginary * b.imaginary, a.real * b.imaginary + a.imaginary * b.real)
  }
  @inline(__always) package static func maximum(_ a: Self, _ b: Self) -> Self {
    a.isNaN || (!b.isNaN && isAbove(a, b)) ? a : b
  }
  @inline(__always) package static func minimum(_ a: Self, _ b: Self) -> Self {
    a.isNaN || (!b.isNaN && isAbove(b, a)) ? a : b
  }
  package static func logAddExp(_ a: Self, _ b: Self) -> Self {
    let (high, low) = isAbove(a, b) ? (a.wide, b.wide) : (b.wide, a.wide)
    guard high.real > -.infinity else { return Self(wide: high) }
    // log(eʰ + eˡ) = h + log(1 + e^(l − h))
    let scale = exp(low.real - high.real)
    let angle = low.imaginary - high.imaginary
    let sum = Complex<Double>(1 + scale * cos(angle), scale * sin(angle))
    return Self(
      wide: Complex<Double>(
        high.real + log(hypot(sum.real, sum.imaginary)), high.imaginary + atan2(sum.imaginary, sum.real)))
  }
  @inline(__always) package static func isAbove(_ a: Self, _ b: Self) -> Bool {
    a.real > b.real || (a.real == b.real && a.imaginary > b.imaginary)
  }
  @inline(__always) package var isNaN: Bool { real.isNaN || imaginary.isNaN }
  @inline(__always) package var sortKey: SortKey {
    SortKey(truncatingIfNeeded: real.sortKey) << Part.SortKey.bitWidth
      | SortKey(truncatingIfNeeded: imaginary.sortKey)
  }
  @inline(__always) package init(sortKey: SortKey) {
    self.init(
      Part(sortKey: Part.SortKey(truncatingIfNeeded: sortKey >> Part.SortKey.bitWidth)),
      Part(sortKey: Part.SortKey(truncatingIfNeeded: sortKey)))
  }
  @inline(__always) package var ownsSortKey: Bool { real.ownsSortKey && imaginary.ownsSortKey }
  @inline(__always) package var wide: Complex<Double> { Complex<Double>(Double(real), Double(imaginary)) }
  @inline(__always) package init(wide: Complex<Double>) { self.init(Part(wide.real), Part(wide.imaginary)) }
  @inline(__always) package var integer: Int64? { nil }
  @inline(__always) package init?(integer: Int64) { return nil }
}
