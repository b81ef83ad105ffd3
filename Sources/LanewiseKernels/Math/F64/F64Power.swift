import Glibc
import LanewiseShims

extension F64Math {
  /// x to the power y, with C's special values: pow(x, 0) = pow(1, y) = 1 even for NaN; NaN for negative x with y not
  /// an integer.
  @inline(__always) static func pow(_ x: Doubles, _ y: Doubles) -> Doubles {
    let (result, exponent) = powCore(x, y)
    let rare = notPositiveNormal(x) | notBelow(1022, abs(exponent)) | notBelow(0x1p900, abs(y))
    return any(rare) ? powRare(rare, x, y, result) : result
  }

  @inline(never) static func powRare(_ mask: Longs, _ x: Doubles, _ y: Doubles, _ result: Doubles) -> Doubles {
    redo(mask, x, y, result) { Glibc.pow($0, $1) }
  }

  /// xʸ for positive normal x, and y·log₂x: where that is not within ±1022 the result is not valid.
  ///
  /// y·log₂x reaches 1022, so log₂x is taken in two words, to 2⁻⁶⁵.
  @inline(__always) static func powCore(_ x: Doubles, _ y: Doubles) -> (result: Doubles, exponent: Doubles) {
    let (log, logTail) = log2InTwoWords(x)
    let (t, tTail) = product(y, log)
    let tail = fma(y, logTail, tTail)
    let shifted = t + splat(biasedMagic)
    let r = (t - (shifted - splat(biasedMagic))) + tail
    return (exp2Polynomial(r) * scale(shifted), t)
  }

  /// log₂x = e + s·(C + z·(c0 + z·Q(z))), s = f / (2 + f), z = s².
  @inline(__always) static func log2InTwoWords(_ x: Doubles) -> (high: Doubles, low: Doubles) {
    let one = splat(1.0)
    let (e, m, _) = splitExponent(bits(x))
    let f = m - one
    let sum = m + one
    let sumTail = m - (sum - one)
    let reciprocal = one / sum
    let s = f * reciprocal
    let sTail = (residual(s, sum, f) - s * sumTail) * reciprocal

    let (z, zLost) = product(s, s)
    let zTail = fma(s + s, sTail, zLost)
    let z2 = z * z
    let q =
      septic(
        z, z2, z2 * z2, 0.5770780163555844, 0.41219858311156626, 0.32059889787592294, 0.26230820212488953,
        0.2219520779562568, 0.1924075744405078, 0.16834148754206132, 0.1736270578404679) * z
    let w = q + splat(0x1.ec709dc3a03fdp-1)
    let wTail = (splat(0x1.ec709dc3a03fdp-1) - w) + q + splat(0x1.d27f05548af0cp-55)

    let (p, pLost) = product(z, w)
    let pTail = fma(z, wTail, fma(zTail, w, pLost))
    let c = splat(0x1.71547652b82fep1)
    let u = c + p
    let uTail = ((c - u) + p) + (pTail + splat(0x1.777d0ffda0d24p-55))
    let (l, lLost) = product(s, u)
    let lTail = fma(s, uTail, fma(sTail, u, lLost))
    let high = e + l
    // |e| ≥ 1 > |l|, or e is 0 and nothing is lost.
    return (high, (l - (high - e)) + lTail)
  }

  /// The cube root, of negative numbers too.
  @inline(__always) static func cbrt(_ x: Doubles) -> Doubles {
    let a = abs(x)
    if any(notPositiveNormal(a)) { return cbrtRare(x, a) }
    return copySign(cbrtCore(a), x)
  }

  @inline(never) static func cbrtRare(_ x: Doubles, _ a: Doubles) -> Doubles {
    let subnormal = lw_e_lt(a, splat(Double.leastNormalMagnitude))
    let core = cbrtCore(select(subnormal, a * splat(0x1p54), a)) * select(subnormal, splat(0x1p-18), splat(1))
    // Zeros, infinities and NaN are their own roots.
    let same = lw_e_eq(a, splat(0)) | notBelow(.infinity, a)
    return select(same, x, copySign(core, x))
  }

  /// The cube root of a positive normal number.
  @inline(__always) static func cbrtCore(_ a: Doubles) -> Doubles {
    // A third of the exponent, negated, starts a^(−1/3) to 3.5 %; each step raises the error to the third power. The
    // exponent becomes a double, and an integer again, by standing in the low bits of 2⁵².
    let integer = splat(Int64(0x4330_0000_0000_0000))
    let exponent = double(bits: lw_e_shr(bits(a), 32) | integer) - splat(0x1p52)
    let third = splat(0x1p52 + 1_430_188_458) - exponent * splat(1.0 / 3)
    var y = double(bits: lw_e_shl(bits(third), 32))
    y = cbrtStep(a, y)
    y = cbrtStep(a, y)
    y = cbrtStep(a, y)
    // A Newton step on the root itself, its residual in two words.
    let root = a * (y * y)
    let (square, squareLost) = product(root, root)
    let (cube, cubeLost) = product(square, root)
    let rest = (a - cube) - fma(squareLost, root, cubeLost)
    return fma(rest, y * y * splat(1.0 / 3), root)
  }

  /// y, which is nearly x^(−1/3), more nearly.
  @inline(__always) static func cbrtStep(_ x: Doubles, _ y: Doubles) -> Doubles {
    let e = fma(negate(x * y), y * y, 1)
    return fma(y * e, fma(e, 2.0 / 9, 1.0 / 3), y)
  }

  /// √(x² + y²), which nothing overflows or is lost in; infinite where x or y is, beside NaN too.
  @inline(__always) static func hypot(_ x: Doubles, _ y: Doubles) -> Doubles {
    let square = fma(x, x, y * y)
    let rare = notBelow(0x1p900, square) | lw_e_lt(square, splat(0x1p-900))
    return any(rare) ? hypotOfAny(x, y) : lw_e_sqrt(square)
  }

  /// The numbers are moved to where their squares are normal, and back.
  @inline(never) static func hypotOfAny(_ x: Doubles, _ y: Doubles) -> Doubles {
    let (a, b) = (abs(x), abs(y))
    let large = lw_e_max(a, b)
    let (isHuge, isTiny) = (notBelow(0x1p450, large), lw_e_lt(large, splat(0x1p-450)))
    let scale = select(isHuge, splat(0x1p-600), select(isTiny, splat(0x1p700), splat(1)))
    let back = select(isHuge, splat(0x1p600), select(isTiny, splat(0x1p-700), splat(1)))
    let (p, q) = (a * scale, b * scale)
    let infinity = splat(Double.infinity)
    return select(lw_e_eq(a, infinity) | lw_e_eq(b, infinity), infinity, lw_e_sqrt(fma(p, p, q * q)) * back)
  }
}
