import LanewiseShims

// x = 2ᵉ·m with m in [√½, √2), so log x = e·ln 2 + log(1 + f), f = m − 1 exactly.

extension F32Math {
  /// e·ln 2 + log(1 + f) for f in [√½ − 1, √2 − 1].
  @inline(__always) static func logPolynomial(_ f: Floats, _ e: Floats) -> Floats {
    let p = polynomial(
      f, 0.3333334028720855712890625, -0.2500084936618804931640625, 0.20000685751438140869140625,
      -0.16622091829776763916015625, 0.1421140134334564208984375, -0.1318067610263824462890625,
      0.1270911991596221923828125, -7.521021366119384765625e-2)
    let f2 = f * f
    // The large terms last: e·(first 15 bits of ln 2) is exact.
    let low = fma(e, 0x1.7f7d1cp-20, fma(f2 * f, p, f2 * splat(-0.5)))
    return fma(e, 0x1.62e4p-1, f + low)
  }

  /// e and m from the bits of a positive normal number.
  @inline(__always) static func splitExponent(_ b: Ints) -> (e: Ints, m: Floats) {
    let offset = b &- splat(Int32(0x3f35_04f3))
    let e = lw_m_sar(offset, 23)
    return (e, float(bits: b &- lw_m_shl(e, 23)))
  }

  @inline(__always) static func logNormal(_ x: Floats, _ adjustment: Floats) -> Floats {
    let (e, m) = splitExponent(bits(x))
    return logPolynomial(m - splat(1), lw_m_to_float(e) + adjustment)
  }

  /// Mask of the lanes that are not positive normal numbers: one signed comparison, the order of the bits rotated.
  @inline(__always) static func notPositiveNormal(_ x: Floats) -> Ints {
    ~lw_m_lt_i(bits(x) &+ splat(Int32(0x7f80_0000)), splat(Int32(-0x0100_0000)))
  }

  /// log x. −∞ at ±0, NaN below.
  @inline(__always) static func log(_ x: Floats) -> Floats {
    if any(notPositiveNormal(x)) { return logRare(x) }
    let (e, m) = splitExponent(bits(x))
    return logPolynomial(m - splat(1), lw_m_to_float(e))
  }

  @inline(never) static func logRare(_ x: Floats) -> Floats {
    let subnormal = lw_m_lt(x, splat(Float.leastNormalMagnitude))
    let scaled = select(subnormal, x * splat(0x1p23), x)
    return logSpecial(x, logNormal(scaled, lw_m_select(subnormal, splat(-23), splat(0))))
  }

  /// The logarithm's value where it is none of a finite positive number.
  @inline(__always) static func logSpecial(_ x: Floats, _ result: Floats) -> Floats {
    var r = select(lw_m_eq(x, splat(Float.infinity)), x, result)
    r = select(lw_m_eq(x, splat(0)), splat(-Float.infinity), r)
    return select(lw_m_le(splat(0), x), r, splat(Float.nan))
  }

  /// log(1 + x), accurate near 0. −∞ at −1, NaN below.
  @inline(__always) static func log1p(_ x: Floats) -> Floats {
    let outside = ~(lw_m_lt(splat(-1), x) & lw_m_lt(x, splat(0x1p126)))
    if any(outside) { return log1pRare(x) }
    return log1pCore(x)
  }

  @inline(__always) static func log1pCore(_ x: Floats) -> Floats {
    let one = splat(1 as Float)
    let u = one + x
    let (e, m) = splitExponent(bits(u))
    // What the sum lost, scaled as m is. The larger summand first.
    let larger = lw_m_max(x, one)
    let lost = (larger - u) + lw_m_min(x, one)
    let scale = float(bits: splat(Int32(0x3f80_0000)) &- lw_m_shl(e, 23))
    let f = fma(lost, scale, m - one)
    return float(bits: bits(logPolynomial(f, lw_m_to_float(e))) | sign(x))
  }

  @inline(never) static func log1pRare(_ x: Floats) -> Floats {
    let one = splat(1 as Float)
    let huge = lw_m_le(splat(0x1p126), x)
    let inside = lw_m_lt(splat(-1), x) & ~huge
    let core = log1pCore(select(inside, x, one))
    // At such sizes 1 + x is x; below −1, at −1 and for NaN the logarithm itself has the right answer.
    return select(inside, core, logRare(select(huge, x, one + x)))
  }
}
