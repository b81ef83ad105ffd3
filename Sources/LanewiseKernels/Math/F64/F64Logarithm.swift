import LanewiseShims

// x = 2ᵉ·m with m in [√½, √2), so log x = e·ln 2 + log(1 + f), f = m − 1 exactly. With s = f / (2 + f), log(1 + f) is
// 2s + s³·P(s²), arranged so that the large terms come last.

extension F64Math {
  /// e, as a double, m, and the bits of 2ᵉ from the bits of a positive normal number.
  @inline(__always) static func splitExponent(_ b: Longs) -> (e: Doubles, m: Doubles, power: Longs) {
    let root = Int64(0x3fe6_a09e_667f_3bcd)
    let offset = b &+ splat(Int64(0x3ff0_0000_0000_0000) - root)
    // The biased exponent becomes a double by standing in the low bits of 2⁵².
    let e = double(bits: lw_e_shr(offset, 52) | splat(Int64(0x4330_0000_0000_0000))) - splat(0x1p52 + 1023)
    let m = double(bits: (offset & splat(Int64(0x000f_ffff_ffff_ffff))) &+ splat(root))
    return (e, m, offset & splat(Int64(0x7ff0_0000_0000_0000)))
  }

  /// e·ln 2 + log(1 + f) for f in [√½ − 1, √2 − 1].
  @inline(__always) static func logPolynomial(_ f: Doubles, _ e: Doubles) -> Doubles {
    let s = f / (f + splat(2))
    let z = s * s
    let z2 = z * z
    let p = fma(
      fma(z2, 0.14796624315353743, fma(z, 0.1531398678949195, 0.18183566668714643)), z2 * z2,
      cubic(z, z2, 0.6666666666666735, 0.3999999999941313, 0.28571428742766, 0.22222198531139864))
    let half = f * f * splat(0.5)
    let low = fma(s, fma(z, p, half), e * splat(0x1.ef35793c76730p-45))
    return fma(e, 0x1.62e42fefa38p-1, f - (half - low))
  }

  /// Mask of the lanes that are not positive normal numbers.
  @inline(__always) static func notPositiveNormal(_ x: Doubles) -> Longs {
    ~(lw_e_le(splat(Double.leastNormalMagnitude), x) & lw_e_lt(x, splat(Double.infinity)))
  }

  @inline(__always) static func logCore(_ x: Doubles) -> Doubles {
    let (e, m, _) = splitExponent(bits(x))
    return logPolynomial(m - splat(1), e)
  }

  /// log x. −∞ at ±0, NaN below.
  @inline(__always) static func log(_ x: Doubles) -> Doubles {
    if any(notPositiveNormal(x)) { return logRare(x) }
    return logCore(x)
  }

  @inline(never) static func logRare(_ x: Doubles) -> Doubles {
    let subnormal = lw_e_lt(x, splat(Double.leastNormalMagnitude))
    let (e, m, _) = splitExponent(bits(select(subnormal, x * splat(0x1p54), x)))
    var r = logPolynomial(m - splat(1), e + select(subnormal, splat(-54), splat(0)))
    r = select(lw_e_eq(x, splat(Double.infinity)), x, r)
    r = select(lw_e_eq(x, splat(0)), splat(-Double.infinity), r)
    return select(lw_e_le(splat(0), x), r, splat(Double.nan))
  }

  /// log(1 + x), accurate near 0. −∞ at −1, NaN below.
  @inline(__always) static func log1p(_ x: Doubles) -> Doubles {
    if any(~(lw_e_lt(splat(-1), x) & lw_e_lt(x, splat(0x1p1022)))) { return log1pRare(x) }
    return log1pCore(x)
  }

  @inline(__always) static func log1pCore(_ x: Doubles) -> Doubles {
    let one = splat(1.0)
    let u = one + x
    let (e, m, power) = splitExponent(bits(u))
    // What the sum lost, scaled as m is. The larger summand first.
    let larger = lw_e_max(x, one)
    let lost = (larger - u) + lw_e_min(x, one)
    let inverse = double(bits: splat(Int64(0x7fe0_0000_0000_0000)) &- power)
    let f = fma(lost, inverse, m - one)
    return double(bits: bits(logPolynomial(f, e)) | sign(x))
  }

  @inline(never) static func log1pRare(_ x: Doubles) -> Doubles {
    let one = splat(1.0)
    let huge = lw_e_le(splat(0x1p1022), x)
    let inside = lw_e_lt(splat(-1), x) & ~huge
    let core = log1pCore(select(inside, x, one))
    // At such sizes 1 + x is x; below −1, at −1 and for NaN the logarithm itself has the right answer.
    return select(inside, core, logRare(select(huge, x, one + x)))
  }
}
