import LanewiseShims

extension F32Math {
  /// tanh x = (1 − e⁻²ˣ) / (1 + e⁻²ˣ), through expm1 so that small arguments keep their accuracy. Of e⁻²ˣ and not e²ˣ:
  /// so the parts of the quotient lie just below a power of two where the result does, and their roundings weigh half.
  @inline(__always) static func tanh(_ x: Floats) -> Floats {
    let negative = float(bits: bits(x) | splat(Int32.min))
    // From 9.02 on the result rounds to 1.
    let t = expm1Core(lw_m_max(splat(-20), negative + negative))
    return copySign(abs(t / (t + splat(2))), x)
  }

  /// e^|x| / 2, finite wherever cosh x is.
  @inline(__always) static func halfExp(_ magnitude: Floats) -> Floats {
    let (shifted, _, r) = reduceExp(magnitude)
    return expPolynomial(r) * float(bits: lw_m_shl(bits(shifted) &- splat(Int32(1)), 23))
  }

  /// cosh x. +∞ above 89.4160.
  @inline(__always) static func cosh(_ x: Floats) -> Floats {
    let magnitude = abs(x)
    if any(notBelow(88, magnitude)) { return coshRare(x) }
    let e = halfExp(magnitude)
    return e + splat(0.25) / e
  }

  /// sinh x. ±∞ beyond 89.4160.
  @inline(__always) static func sinh(_ x: Floats) -> Floats {
    let magnitude = abs(x)
    if any(notBelow(88, magnitude)) { return sinhRare(x) }
    return sinhCore(x, magnitude)
  }

  @inline(__always) static func sinhCore(_ x: Floats, _ magnitude: Floats) -> Floats {
    let x2 = x * x
    let p = polynomial(
      x2, 0x1.555556p-3, 0x1.1110fp-7, 0x1.a02364p-13, 0x1.70b29ep-19, 0x1.d01ffep-26)
    let e = halfExp(magnitude)
    let large = copySign(e - splat(0.25) / e, x)
    return select(lw_m_lt(magnitude, splat(2)), fma(p * x2, x, x), large)
  }

  /// The same where 2ⁿ itself would overflow.
  @inline(__always) static func halfExpRare(_ magnitude: Floats) -> Floats {
    let (_, n, r) = reduceExp(lw_m_min(splat(91), magnitude))
    return scaleInSteps(expPolynomial(r), n - splat(1))
  }

  @inline(never) static func coshRare(_ x: Floats) -> Floats {
    let e = halfExpRare(abs(x))
    return e + splat(0.25) / e
  }

  @inline(never) static func sinhRare(_ x: Floats) -> Floats {
    let magnitude = abs(x)
    let large = copySign(halfExpRare(magnitude), x)
    return select(lw_m_lt(magnitude, splat(80)), sinhCore(x, lw_m_min(splat(80), magnitude)), large)
  }
}
