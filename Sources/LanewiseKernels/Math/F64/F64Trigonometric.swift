import Glibc
import LanewiseShims

// x = n·π/2 + r with |r| ≤ π/4; the quadrant n mod 4 picks sine or cosine of r and the sign.

extension F64Math {
  /// Up to here the reduction in float64 is exact enough; beyond, lanes go through the C library.
  static var trigonometricLimit: Double { @inline(__always) get { 1e5 } }

  /// n, whose low two bits are the quadrant, and r in two words.
  @inline(__always) static func reduceQuadrant(_ x: Doubles) -> (quadrant: Longs, r: Doubles, tail: Doubles) {
    let magic = splat(0x1.8p52)
    let shifted = fma(x, splat(0x1.45f306dc9c883p-1), magic)
    let n = shifted - magic
    if hasFMA {
      // Cody–Waite: the fused product is exact, so π/2 is taken in full words.
      let first = fma(n, -0x1.921fb54442d18p0, x)
      let r = fma(n, -0x1.1a62633145c07p-54, first)
      return (bits(shifted), r, fma(n, -0x1.1a62633145c07p-54, first - r))
    }
    // Without it, words of 33 bits make the products exact.
    let first = fma(n, -0x1.921fb544p0, x)
    let second = n * splat(0x1.0b4611a6p-34)
    let rounded = first - second
    let third = n * splat(0x1.3198a2e037073p-69) - ((first - rounded) - second)
    let r = rounded - third
    return (bits(shifted), r, (rounded - r) - third)
  }

  /// sin r − r for |r| ≤ π/4 and a tail of r.
  @inline(__always) static func sinTail(_ r: Doubles, _ z: Doubles, _ tail: Doubles) -> Doubles {
    let z2 = z * z
    let high = fma(z, 1.589681498026795e-10, -2.505075843758588e-08)
    let low = cubic(
      z, z2, -0.16666666666666632, 0.00833333333332242, -0.0001984126982981329, 2.7557313693901242e-06)
    return fma(fma(high, z2 * z2, low) * z, r, tail)
  }

  /// cos r for |r| ≤ π/4, r² = z, and a tail of r: in two parts, of which the first is 1 − z/2.
  @inline(__always) static func cosParts(_ r: Doubles, _ z: Doubles, _ tail: Doubles) -> (Doubles, Doubles) {
    let z2 = z * z
    let high = fma(z, -1.1359660947403629e-11, 2.0875723518180818e-09)
    let low = cubic(
      z, z2, 0.0416666666666666, -0.0013888888888874133, 2.4801587289487927e-05, -2.755731435406559e-07)
    let half = z * splat(0.5)
    let first = splat(1) - half
    let lost = (splat(1) - first) - half
    return (first, fma(fma(high, z2 * z2, low), z2, lost - r * tail))
  }

  /// ±sin r or ±cos r by the quadrant, negated where the sign bit of `negated` is set.
  @inline(__always) static func sinOfQuadrant(
    _ quadrant: Longs, _ r: Doubles, _ tail: Doubles, _ negated: Longs
  ) -> Doubles {
    let z = r * r
    let (c, cTail) = cosParts(r, z, tail)
    let odd = lw_e_shl(quadrant, 63)
    let magnitude = select(odd, c, r) + select(odd, cTail, sinTail(r, z, tail))
    return flip(magnitude, (lw_e_shl(quadrant, 62) ^ negated) & splat(Int64.min))
  }

  /// Of the magnitude, with the sign put back: the polynomial alone would make −0 positive.
  @inline(__always) static func sinCore(_ x: Doubles) -> Doubles {
    let (quadrant, r, tail) = reduceQuadrant(abs(x))
    return sinOfQuadrant(quadrant, r, tail, bits(x))
  }

  @inline(__always) static func cosCore(_ x: Doubles) -> Doubles {
    let (quadrant, r, tail) = reduceQuadrant(x)
    return sinOfQuadrant(quadrant &+ splat(Int64(1)), r, tail, splat(Int64(0)))
  }

  /// sin r / cos r, or −cos r / sin r in an odd quadrant.
  @inline(__always) static func tanCore(_ x: Doubles) -> Doubles {
    let (quadrant, r, tail) = reduceQuadrant(abs(x))
    let z = r * r
    let (c, cTail) = inOrder(cosParts(r, z, tail))
    let (s, sTail) = inOrder((r, sinTail(r, z, tail)))
    let odd = lw_e_shl(quadrant, 63)
    let divisor = select(odd, s, c)
    let reciprocal = splat(1) / divisor
    let dividend = select(odd, negate(c), s)
    let quotient = dividend * reciprocal
    // What is left over, of all four words, mends the quotient.
    let tails = select(odd, negate(cTail), sTail) - quotient * select(odd, sTail, cTail)
    return flip(fma(residual(quotient, divisor, dividend) + tails, reciprocal, quotient), sign(x))
  }

  /// sin x. NaN at ±∞.
  @inline(__always) static func sin(_ x: Doubles) -> Doubles {
    any(notBelow(trigonometricLimit, abs(x))) ? sinRare(x) : sinCore(x)
  }

  /// cos x. NaN at ±∞.
  @inline(__always) static func cos(_ x: Doubles) -> Doubles {
    any(notBelow(trigonometricLimit, abs(x))) ? cosRare(x) : cosCore(x)
  }

  /// tan x. NaN at ±∞.
  @inline(__always) static func tan(_ x: Doubles) -> Doubles {
    any(notBelow(trigonometricLimit, abs(x))) ? tanRare(x) : tanCore(x)
  }

  @inline(never) static func sinRare(_ x: Doubles) -> Doubles {
    redo(notBelow(trigonometricLimit, abs(x)), x, sinCore(x)) { Glibc.sin($0) }
  }

  @inline(never) static func cosRare(_ x: Doubles) -> Doubles {
    redo(notBelow(trigonometricLimit, abs(x)), x, cosCore(x)) { Glibc.cos($0) }
  }

  @inline(never) static func tanRare(_ x: Doubles) -> Doubles {
    redo(notBelow(trigonometricLimit, abs(x)), x, tanCore(x)) { Glibc.tan($0) }
  }
}
