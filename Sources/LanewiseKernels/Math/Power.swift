import Glibc
import LanewiseShims

extension F32Math {
  /// x to the power y, with C's special values: pow(x, 0) = pow(1, y) = 1 even for NaN; NaN for negative x with y not
  /// an integer.
  ///
  /// y·log₂x is taken in double precision: |y·log₂x| reaches 150, so float32 would leave 16 bits of the result.
  @inline(__always) static func pow(_ x: Floats, _ y: Floats) -> Floats {
    if any(notPositiveNormal(x)) { return powOfAny(x, y) }
    let (result, exponent) = powCore(x, y)
    return any(notBelow(126, abs(exponent))) ? powRare(x, y, result, exponent) : result
  }

  /// xʸ for positive normal x, and y·log₂x: where that is not within ±126 the result is not valid.
  @inline(__always) static func powCore(_ x: Floats, _ y: Floats) -> (result: Floats, exponent: Floats) {
    let one = splat(1 as Float)
    let (e, m) = splitExponent(bits(x))
    // log₂ m = s·P(s²), s = f / (2 + f): the reciprocal in float32, then a Newton step.
    let f = lw_m_to_double(m - one)
    let reciprocal = lw_m_to_double(one / (m + one))
    let s = (f * reciprocal) * lw_m_fnma_d(f + splat(2.0), reciprocal, splat(2.0))
    let p = polynomial(
      s * s, 2.8853900817900997033, 0.9617966733235647769, 0.5770835886659057001, 0.4116724848689379823,
      0.3407346449250544528)
    let t = lw_m_to_double(y) * fma(s, p, lw_m_int_to_double(e))
    let exponent = lw_m_round(t)
    let shifted = exponent + splat(biasedMagic)
    let r = lw_m_round(t - lw_m_to_double(shifted - splat(biasedMagic)))
    return (exp2Polynomial(r) * scale(shifted), exponent)
  }

  @inline(never) static func powRare(_ x: Floats, _ y: Floats, _ result: Floats, _ exponent: Floats) -> Floats {
    redo(notBelow(126, abs(exponent)), x, y, result) { Glibc.pow($0, $1) }
  }

  /// Zeros and negative numbers by lanes, because data holds many; what is left through the C library.
  @inline(never) static func powOfAny(_ x: Floats, _ y: Floats) -> Floats {
    let magnitude = abs(x)
    let zero = lw_m_eq(magnitude, splat(0))
    let tiny = lw_m_lt(magnitude, splat(Float.leastNormalMagnitude))
    let core = powCore(select(tiny, splat(1), magnitude), y)
    var result = core.result
    let zeroPower = select(lw_m_lt(y, splat(0)), splat(Float.infinity), splat(0))
    result = select(zero, select(lw_m_eq(y, splat(0)), splat(1), zeroPower), result)
    // Odd integers are below 2²⁴; past the clamp every float is an even one.
    let clamped = lw_m_max(splat(-0x1p30), lw_m_min(splat(0x1p30), y))
    let integer = lw_m_to_int(clamped)
    let fractional = ~lw_m_eq(lw_m_to_float(integer), clamped)
    result = flip(result, lw_m_shl(integer, 31) & sign(x) & ~fractional)
    result = select(lw_m_lt(x, splat(0)) & fractional, splat(Float.nan), result)
    let rare =
      notBelow(126, abs(core.exponent)) | (tiny & ~zero) | notBelow(.infinity, magnitude)
      | notBelow(.infinity, abs(y))
    return any(rare) ? redo(rare, x, y, result) { Glibc.pow($0, $1) } : result
  }

  /// The cube root, of negative numbers too.
  @inline(__always) static func cbrt(_ x: Floats) -> Floats {
    let magnitude = abs(x)
    // A third of the exponent, negated, starts x^(−1/3) to 4 %; each step raises the error to the third power.
    let third = lw_m_to_float(bits(magnitude)) * splat(-1 / 3)
    var y = float(bits: lw_m_to_int(third + splat(0x1.5285ep30)))
    y = cbrtStep(magnitude, y)
    y = cbrtStep(magnitude, y)
    let root = magnitude * (y * y)
    // One more Newton step on the root itself.
    let corrected = fma(cbrtResidual(magnitude, root), y * y * splat(1 / 3), root)
    let result = copySign(corrected, x)
    // Of the greatest numbers the root's cube may overflow.
    let rare = notPositiveNormal(magnitude) | notBelow(0x1.ffffp127, magnitude)
    return any(rare) ? cbrtRare(rare, x, result) : result
  }

  @inline(__always) static func cbrtStep(_ x: Floats, _ y: Floats) -> Floats {
    let e = fma(negate(x * y), y * y, 1)
    return fma(y * e, fma(e, 2 / 9, 1 / 3), y)
  }

  /// x − root³, exact enough in two words: of the square and of the cube, what rounding took, or in doubles.
  @inline(__always) static func cbrtResidual(_ x: Floats, _ root: Floats) -> Floats {
    if lw_m_has_fma() != 0 {
      let square = root * root
      let cube = square * root
      let (lostOfSquare, lostOfCube) = (fma(root, root, negate(square)), fma(square, root, negate(cube)))
      return fma(negate(lostOfSquare), root, (x - cube) - lostOfCube)
    }
    let wide = lw_m_to_double(root)
    return lw_m_round(lw_m_to_double(x) - wide * wide * wide)
  }

  @inline(never) static func cbrtRare(_ mask: Ints, _ x: Floats, _ result: Floats) -> Floats {
    let zero = lw_m_eq(x, splat(0))
    let filled = select(zero, x, result)
    let rest = mask & ~zero
    return any(rest) ? redo(rest, x, filled) { Glibc.cbrt($0) } : filled
  }

  /// √(x² + y²), which nothing overflows or is lost in; infinite where x or y is, beside NaN too.
  @inline(__always) static func hypot(_ x: Floats, _ y: Floats) -> Floats {
    let square = fma(x, x, y * y)
    let rare = notBelow(0x1p100, square) | lw_m_lt(square, splat(0x1p-100))
    return any(rare) ? hypotOfAny(x, y) : lw_m_sqrt(square)
  }

  /// The numbers are moved to where their squares are normal, and back.
  @inline(never) static func hypotOfAny(_ x: Floats, _ y: Floats) -> Floats {
    let (a, b) = (abs(x), abs(y))
    let large = lw_m_max(a, b)
    let (isHuge, isTiny) = (notBelow(0x1p50, large), lw_m_lt(large, splat(0x1p-50)))
    let scale = select(isHuge, splat(0x1p-80), select(isTiny, splat(0x1p90), splat(1)))
    let back = select(isHuge, splat(0x1p80), select(isTiny, splat(0x1p-90), splat(1)))
    let (p, q) = (a * scale, b * scale)
    let infinity = splat(Float.infinity)
    return select(lw_m_eq(a, infinity) | lw_m_eq(b, infinity), infinity, lw_m_sqrt(fma(p, p, q * q)) * back)
  }

  /// 1 / √x. ±∞ at ±0, NaN below.
  @inline(__always) static func rsqrt(_ x: Floats) -> Floats { splat(1) / lw_m_sqrt(x) }
}
