/// Conversions between float32 and the 16-bit formats, for single values; kernels convert arrays.
///
/// By integer arithmetic, because `Float16` is not there on every platform. All round to nearest, ties to even.
package enum HalfPrecision {
  package static func bits(_ x: Float) -> UInt16 {
    let bits = x.bitPattern
    let sign = UInt16(truncatingIfNeeded: bits >> 16) & 0x8000
    let magnitude = bits & 0x7fff_ffff
    if magnitude > 0x7f80_0000 { return sign | 0x7e00 }
    if magnitude >= 0x4780_0000 { return sign | 0x7c00 }
    if magnitude < 0x3880_0000 {
      // Subnormal in half precision: adding 2^-1 × 2^-24 units aligns the last bit, and the addition rounds.
      let aligned = Float(bitPattern: magnitude) + 0.5
      return sign | UInt16(truncatingIfNeeded: aligned.bitPattern &- 0x3f00_0000)
    }
    let odd = (magnitude >> 13) & 1
    return sign | UInt16(truncatingIfNeeded: (magnitude &- 0x3800_0000 &+ 0xfff &+ odd) >> 13)
  }

  package static func float(_ bits: UInt16) -> Float {
    let sign = UInt32(bits & 0x8000) << 16
    let magnitude = UInt32(bits & 0x7fff)
    if magnitude >= 0x7c00 { return Float(bitPattern: sign | 0x7f80_0000 | (magnitude & 0x3ff) << 13) }
    if magnitude >= 0x400 { return Float(bitPattern: sign | (magnitude << 13) &+ 0x3800_0000) }
    let value = Float(magnitude) * 0x1p-24
    return Float(bitPattern: sign | value.bitPattern)
  }

  package static func bfloat16Bits(_ x: Float) -> UInt16 {
    if x.isNaN { return UInt16(truncatingIfNeeded: x.bitPattern >> 16) | 0x40 }
    let odd = (x.bitPattern >> 16) & 1
    return UInt16(truncatingIfNeeded: (x.bitPattern &+ 0x7fff &+ odd) >> 16)
  }

  package static func float(bfloat16 bits: UInt16) -> Float { Float(bitPattern: UInt32(bits) << 16) }
}
