import LanewiseEngine
import LanewiseKernelABI

/// Each number rounded to what fewer bits of exponent and mantissa can hold (`lax.reduce_precision`): to nearest, ties
/// to even; too large is infinite, too small is zero, NaN stays.
package struct ReducePrecision: Primitive {
  package let exponentBits: Int, mantissaBits: Int
  package var name: String { "reduce_precision" }
  package var parameters: [Parameter] {
    [Parameter("exponent_bits", .int(exponentBits)), Parameter("mantissa_bits", .int(mantissaBits))]
  }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    try DTypeClass.floating.check(name, x[0])
    guard exponentBits > 0, mantissaBits >= 0 else {
      throw LanewiseError(
        .value, "reduce_precision: \(exponentBits) bits of exponent and \(mantissaBits) of mantissa are too few.")
    }
    return x
  }
  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) { (bind(self, x), bind(self, [t[0]!])) }
  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] {
    [cotangents[0].map { bind(self, [$0])[0] }]
  }
  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) { (bind(self, x), axes) }

  package func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray]) -> [Slot] {
    let dtype = results[0].dtype
    let wide: DType = dtype == .float64 ? .float64 : .float32
    let words: DType = wide == .float64 ? .uint64 : .uint32
    let own = wide == .float64 ? (exponent: 11, mantissa: 52) : (exponent: 8, mantissa: 23)
    let type = results[0].with(dtype: wide)
    func word(_ bits: UInt64) -> Slot { b.scalar(bits: bits, words) }
    let value = b.convert(x[0], to: wide)
    var bits = b.bitcast(value, to: type.with(dtype: words))
    let signMask = UInt64(1) << UInt64(own.exponent + own.mantissa)
    let sign = b.binary(.and, bits, word(signMask))
    let dropped = own.mantissa - mantissaBits
    if dropped > 0 {
      let odd = b.binary(.and, b.binary(.shiftRightLogical, bits, word(UInt64(dropped))), word(1))
      let bias = b.binary(.add, odd, word((UInt64(1) << UInt64(dropped - 1)) - 1))
      bits = b.binary(.and, b.binary(.add, bits, bias), word(~((UInt64(1) << UInt64(dropped)) - 1)))
    }
    if exponentBits < own.exponent {
      let exponentMask = (signMask - 1) & ~((UInt64(1) << UInt64(own.mantissa)) - 1)
      let exponent = b.binary(.and, bits, word(exponentMask))
      let ownBias = UInt64(1) << UInt64(own.exponent - 1) - 1
      let bias = UInt64(1) << UInt64(exponentBits - 1) - 1
      let tooLarge = b.compare(.gt, exponent, word((ownBias + bias) << UInt64(own.mantissa)))
      let tooSmall = b.compare(.le, exponent, word((ownBias - bias) << UInt64(own.mantissa)))
      bits = b.select(tooLarge, b.binary(.or, sign, word(exponentMask)), bits)
      bits = b.select(tooSmall, sign, bits)
    }
    let rounded = b.select(b.compare(.eq, value, value), b.bitcast(bits, to: type), value)
    return [b.convert(rounded, to: dtype)]
  }
}
