import Glibc
import LanewiseShims

// x = n·π/2 + r with |r| ≤ π/4; the quadrant n mod 4 picks sine or cosine of r and the sign.

extension F32Math {
  /// Up to here the reduction in float32 is exact enough; beyond, lanes go through the C library.
  static var trigonometricLimit: Float { @inline(__always) get { lw_m_has_fma() != 0 ? 1e5 : 12_800 } }

  /// Tangent's polynomial adds more of its own.
  static var tangentLimit: Float { @inline(__always) get { 12_800 } }

  /// n, whose low two bits are the quadrant, and r; the tail is what rounding takes from r, where that is known.
  @inline(__always) static func reduceQuadrant(_ x: Floats) -> (quadrant: Ints, r: Floats, tail: Floats) {
    let shifted = fma(x, 0x1.45f306p-1, roundingMagic)
    let n = shifted - splat(roundingMagic)
    var r: Floats
    var tail: Floats = splat(Float(0))
    if lw_m_has_fma() != 0 {
      // Cody–Waite: the fused product is exact, so π/2 is taken in full words; all positive, so that −0 stays −0.
      r = fma(n, -0x1.921fb4p0, x)
      let first = r
      r = fma(n, -0x1.4442dp-24, r)
      // The difference is exact where the product is the smaller part of it.
      tail = select(lw_m_lt(abs(r), splat(0x1p-11)), tail, fma(n, -0x1.4442dp-24, first - r))
      r = fma(n, -0x1.84698ap-48, r)
    } else {
      // Without it, words of 11 bits make the products exact for n below 2¹³.
      r = fma(n, -0x1.92p0, x)
      r = fma(n, -0x1.fb4p-12, r)
      // The third step rounds: its error joins the last.
      let third = n * splat(0x1.444p-24)
      let rounded = r - third
      r = rounded - (n * splat(0x1.68c234p-39) - ((r - rounded) - third))
    }
    return (bits(shifted), r, tail)
  }

  /// sin r and cos r for |r| ≤ π/4.
  @inline(__always) static func sinPolynomial(_ r: Floats, _ r2: Floats) -> Floats {
    let p = polynomial(
      r2, -0.1666665375232696533203125, 8.33212025463581085205078125e-3, -1.95108135812915861606597900390625e-4)
    return fma(p * r2, r, r)
  }

  @inline(__always) static func cosPolynomial(_ r2: Floats) -> Floats {
    let p = polynomial(
      r2, 4.16666455566883087158203125e-2, -1.3887309469282627105712890625e-3, 2.4432343707303516566753387451171875e-5)
    return fma(p, r2 * r2, fma(r2, -0.5, 1))
  }

  /// ±sin r or ±cos r by the quadrant, negated where the sign bit of `negated` is set.
  @inline(__always) static func sinOfQuadrant(_ quadrant: Ints, _ r: Floats, _ negated: Ints) -> Floats {
    let r2 = r * r
    // A blend looks at the sign bit alone, so the shift is the whole comparison.
    let magnitude = select(lw_m_shl(quadrant, 31), cosPolynomial(r2), sinPolynomial(r, r2))
    return flip(magnitude, (lw_m_shl(quadrant, 30) ^ negated) & splat(Int32.min))
  }

  /// sin x. NaN at ±∞.
  @inline(__always) static func sin(_ x: Floats) -> Floats {
    if any(notBelow(trigonometricLimit, abs(x))) { return sinRare(x) }
    return sinCore(x)
  }

  /// cos x. NaN at ±∞.
  @inline(__always) static func cos(_ x: Floats) -> Floats {
    if any(notBelow(trigonometricLimit, abs(x))) { return cosRare(x) }
    return cosCore(x)
  }

  /// tan x. NaN at ±∞.
  @inline(__always) static func tan(_ x: Floats) -> Floats {
    if any(notBelow(tangentLimit, abs(x))) { return tanRare(x) }
    return tanCore(x)
  }

  /// Of the magnitude, with the sign put back: the polynomial alone would make −0 positive.
  @inline(__always) static func sinCore(_ x: Floats) -> Floats {
    let (quadrant, r, _) = reduceQuadrant(abs(x))
    return sinOfQuadrant(quadrant, r, bits(x))
  }

  @inline(__always) static func cosCore(_ x: Floats) -> Floats {
    let (quadrant, r, _) = reduceQuadrant(x)
    return sinOfQuadrant(quadrant &+ splat(Int32(1)), r, splat(Int32(0)))
  }

  /// Of the magnitude, as the sine.
  @inline(__always) static func tanCore(_ x: Floats) -> Floats {
    let (quadrant, r, tail) = reduceQuadrant(abs(x))
    let r2 = r * r
    let p = polynomial(
      r2, 0.333333492279052734375, 0.13332675397396087646484375, 5.40589503943920135498046875e-2,
      2.128578163683414459228515625e-2, 1.0829162783920764923095703125e-2, 9.53186608967371284961700439453125e-5,
      4.374490119516849517822265625e-3)
    let t = r + fma(p * r2, r, tail)
    return flip(select(lw_m_shl(quadrant, 31), splat(-1) / t, t), bits(x) & splat(Int32.min))
  }

  @inline(never) static func sinRare(_ x: Floats) -> Floats {
    redo(notBelow(trigonometricLimit, abs(x)), x, sinCore(x)) { Glibc.sin($0) }
  }

  @inline(never) static func cosRare(_ x: Floats) -> Floats {
    redo(notBelow(trigonometricLimit, abs(x)), x, cosCore(x)) { Glibc.cos($0) }
  }

  @inline(never) static func tanRare(_ x: Floats) -> Floats {
    redo(notBelow(tangentLimit, abs(x)), x, tanCore(x)) { Glibc.tan($0) }
  }
}
