/// A 16-bit floating-point format that computes as float32.
package protocol HalfElement: Element where Total == Float, SortKey == UInt16 {
  var bits: UInt16 { get }
  init(bits: UInt16)
}

extension HalfElement {
  @inline(__always) package static var zero: Self { Self(bits: 0) }
  @inline(__always) package static var emptySum: Self { Self(bits: 0x8000) }
  @inline(__always) package static func sum(_ a: Self, _ b: Self) -> Self { Self(total: a.total + b.total) }
  @inline(__always) package static func product(_ a: Self, _ b: Self) -> Self { Self(total: a.total * b.total) }
  @inline(__always) package static func maximum(_ a: Self, _ b: Self) -> Self {
    Self(total: Float.maximum(a.total, b.total))
  }
  @inline(__always) package static func minimum(_ a: Self, _ b: Self) -> Self {
    Self(total: Float.minimum(a.total, b.total))
  }
  @inline(__always) package static func logAddExp(_ a: Self, _ b: Self) -> Self {
    Self(total: Float.logAddExp(a.total, b.total))
  }
  @inline(__always) package static func isAbove(_ a: Self, _ b: Self) -> Bool { a.total > b.total }
  @inline(__always) package var isNaN: Bool { total.isNaN }
  @inline(__always) package var sortKey: UInt16 {
    if isNaN { return .max }
    if bits & 0x7fff == 0 { return 0x8000 }
    return bits & 0x8000 == 0 ? bits | 0x8000 : ~bits
  }
  @inline(__always) package init(sortKey: UInt16) {
    self.init(bits: sortKey & 0x8000 == 0 ? ~sortKey : sortKey & 0x7fff)
  }
  @inline(__always) package var ownsSortKey: Bool { !isNaN && bits != 0x8000 }
  package static var sharedSortKeys: [UInt16] { [0x8000, .max] }
  @inline(__always) package var wide: Complex<Double> { Complex(Double(total), 0) }
  @inline(__always) package init(wide: Complex<Double>) { self.init(total: Float(wide.real)) }
  @inline(__always) package var integer: Int64? { nil }
  @inline(__always) package init?(integer: Int64) { return nil }
}

/// IEEE half precision: 5 bits of exponent, 10 of significand. (Swift's own `Float16` converts by a library call where
/// the machine's baseline has no instruction.)
package struct Half: HalfElement {
  package typealias Total = Float
  package typealias SortKey = UInt16
  package var bits: UInt16
  @inline(__always) package init(bits: UInt16) { self.bits = bits }

  @inline(__always) package var total: Float {
    // The fields moved into place are the value times 2⁻¹¹², subnormals too; infinity and NaN get the full exponent.
    let magnitude = UInt32(bits & 0x7fff) << 13
    let scaled = (Float(bitPattern: magnitude) * 0x1p112).bitPattern
    let special: UInt32 = magnitude >= 0x0f80_0000 ? 0x7f80_0000 : 0
    return Float(bitPattern: scaled | special | UInt32(bits & 0x8000) << 16)
  }

  /// Rounded to nearest, ties to even.
  @inline(__always) package init(total: Float) {
    let sign = UInt16(truncatingIfNeeded: total.bitPattern >> 16) & 0x8000
    let magnitude = total.bitPattern & 0x7fff_ffff
    let rounded: UInt32
    if magnitude >= 0x4780_0000 {
      rounded = magnitude > 0x7f80_0000 ? 0x7e00 : 0x7c00
    } else if magnitude < 0x3880_0000 {
      // Subnormal: adding 0.5 leaves exactly the bits that count, rounded by the machine.
      rounded = (Float(bitPattern: magnitude) + 0.5).bitPattern &- 0x3f00_0000
    } else {
      rounded = (magnitude &- 0x3800_0000 &+ 0xfff &+ ((magnitude >> 13) & 1)) >> 13
    }
    bits = sign | UInt16(truncatingIfNeeded: rounded)
  }
}

/// bfloat16: the upper half of a float32.
package struct BrainFloat: HalfElement {
  package typealias Total = Float
  package typealias SortKey = UInt16
  package var bits: UInt16
  @inline(__always) package init(bits: UInt16) { self.bits = bits }

  @inline(__always) package var total: Float { Float(bitPattern: UInt32(bits) << 16) }

  /// Rounded to nearest, ties to even.
  @inline(__always) package init(total: Float) {
    let pattern = total.bitPattern
    let rounded = total.isNaN ? pattern | 0x0040_0000 : pattern &+ 0x7fff &+ ((pattern >> 16) & 1)
    bits = UInt16(truncatingIfNeeded: rounded >> 16)
  }
}
