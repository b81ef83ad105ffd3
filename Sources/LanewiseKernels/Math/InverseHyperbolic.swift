import LanewiseShims

// log of sums that would cancel in float32: in double precision they do not.

extension F32Math {
  /// asinh x = log(x + √(x² + 1)).
  @inline(__always) static func asinh(_ x: Floats) -> Floats {
    let magnitude = abs(x)
    // Below 2⁻¹² asinh x is x − x³/6 to far within rounding, and the logarithm's argument would lose x's digits;
    // at +∞ the clamp's logarithm is replaced below.
    let a = lw_m_to_double(lw_m_min(splat(Float.greatestFiniteMagnitude), magnitude))
    let large = lw_m_round(logDouble(a + lw_m_sqrt_d(fma(a, a, 1))))
    let small = fma(magnitude * magnitude * splat(-1 / 6), magnitude, magnitude)
    var result = select(lw_m_lt(magnitude, splat(0x1p-12)), small, large)
    result = select(notBelow(.infinity, magnitude), magnitude, result)
    return copySign(result, x)
  }

  /// acosh x = log(x + √(x² − 1)). NaN below 1.
  @inline(__always) static func acosh(_ x: Floats) -> Floats {
    let a = lw_m_to_double(lw_m_min(splat(Float.greatestFiniteMagnitude), x))
    let result = lw_m_round(logDouble(a + lw_m_sqrt_d(fma(a, a, -1))))
    let special = select(lw_m_lt(x, splat(1)), splat(Float.nan), x)
    return select(lw_m_le(splat(1), x) & lw_m_lt(x, splat(Float.infinity)), result, special)
  }

  /// atanh x = ½·log((1 + x) / (1 − x)). ±∞ at ±1, NaN beyond.
  @inline(__always) static func atanh(_ x: Floats) -> Floats {
    let magnitude = abs(x)
    let a = lw_m_to_double(lw_m_min(splat(0.99999994), magnitude))
    let large = lw_m_round(logDouble((splat(1.0) + a) / (splat(1.0) - a)) * splat(0.5))
    let small = fma(magnitude * magnitude * splat(1 / 3), magnitude, magnitude)
    var result = select(lw_m_lt(magnitude, splat(0x1p-12)), small, large)
    let edge = select(lw_m_eq(magnitude, splat(1)), splat(Float.infinity), splat(Float.nan))
    result = select(notBelow(1, magnitude), edge, result)
    return copySign(result, x)
  }
}
