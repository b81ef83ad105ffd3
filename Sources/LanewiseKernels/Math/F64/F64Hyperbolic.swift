import LanewiseShims

extension F64Math {
  /// tanh x = (e²ˣ − 1) / (e²ˣ + 1), through expm1 so that small arguments keep their accuracy.
  @inline(__always) static func tanh(_ x: Doubles) -> Doubles {
    // From 19.07 on the result rounds to 1.
    let t = expm1Core(lw_e_min(splat(40), abs(x + x)))
    return copySign(t / (t + splat(2)), x)
  }

  /// e^|x| / 2, finite wherever cosh x is.
  @inline(__always) static func halfExp(_ magnitude: Doubles) -> Doubles {
    let (shifted, r) = reduceExp(magnitude)
    return expPolynomial(r) * double(bits: lw_e_shl(bits(shifted) &- splat(Int64(1)), 52))
  }

  /// The same where 2ⁿ itself would overflow.
  @inline(__always) static func halfExpRare(_ magnitude: Doubles) -> Doubles {
    let (shifted, r) = reduceExp(lw_e_min(splat(712), magnitude))
    return scaleInSteps(expPolynomial(r), shifted - splat(1))
  }

  /// cosh x. +∞ above 710.476.
  @inline(__always) static func cosh(_ x: Doubles) -> Doubles {
    let a = abs(x)
    if any(notBelow(709, a)) { return coshRare(a) }
    let e = halfExp(a)
    return e + splat(0.25) / e
  }

  @inline(never) static func coshRare(_ a: Doubles) -> Doubles {
    let e = halfExpRare(a)
    return e + splat(0.25) / e
  }

  /// sinh x. ±∞ beyond 710.476.
  @inline(__always) static func sinh(_ x: Doubles) -> Doubles {
    let a = abs(x)
    if any(notBelow(709, a)) { return sinhRare(x) }
    return sinhCore(x, a)
  }

  @inline(__always) static func sinhCore(_ x: Doubles, _ a: Doubles) -> Doubles {
    let z = x * x
    let z2 = z * z
    let high = fma(z2, 7.759312133718347e-13, fma(z, 1.6057240343843749e-10, 2.50521233985186e-08))
    let low = cubic(
      z, z2, 0.16666666666666669, 0.008333333333333139, 0.0001984126984143768, 2.755731915533711e-06)
    let small = fma(fma(high, z2 * z2, low) * z, x, x)
    let e = halfExp(a)
    return select(lw_e_lt(a, splat(1)), small, copySign(e - splat(0.25) / e, x))
  }

  @inline(never) static func sinhRare(_ x: Doubles) -> Doubles {
    let a = abs(x)
    let large = copySign(halfExpRare(a), x)
    let inside = lw_e_lt(a, splat(700))
    return select(inside, sinhCore(clamp(x, -700, 700), lw_e_min(splat(700), a)), large)
  }

  /// asinh x = log(x + √(x² + 1)), as log1p of what is beyond 1.
  @inline(__always) static func asinh(_ x: Doubles) -> Doubles {
    let a = abs(x)
    if any(notBelow(0x1p28, a)) { return asinhRare(x, a) }
    return copySign(asinhCore(a), x)
  }

  @inline(__always) static func asinhCore(_ a: Doubles) -> Doubles {
    let square = a * a
    return log1pCore(a + square / (splat(1) + lw_e_sqrt(square + splat(1))))
  }

  @inline(never) static func asinhRare(_ x: Doubles, _ a: Doubles) -> Doubles {
    let core = asinhCore(lw_e_min(splat(0x1p28), a))
    return copySign(select(lw_e_lt(a, splat(0x1p28)), core, logRare(a) + splat(0x1.62e42fefa39efp-1)), x)
  }

  /// acosh x = log(x + √(x² − 1)), as log1p of what is beyond 1. NaN below 1.
  @inline(__always) static func acosh(_ x: Doubles) -> Doubles {
    if any(~(lw_e_le(splat(1), x) & lw_e_lt(x, splat(0x1p28)))) { return acoshRare(x) }
    return acoshCore(x)
  }

  @inline(__always) static func acoshCore(_ x: Doubles) -> Doubles {
    let t = x - splat(1)
    return log1pCore(t + lw_e_sqrt(fma(t, t, t + t)))
  }

  @inline(never) static func acoshRare(_ x: Doubles) -> Doubles {
    let core = acoshCore(clamp(x, 1, 0x1p28))
    let large = logRare(x) + splat(0x1.62e42fefa39efp-1)
    let result = select(lw_e_lt(x, splat(0x1p28)), core, large)
    return select(lw_e_le(splat(1), x), result, splat(Double.nan))
  }

  /// atanh x = ½·log((1 + x) / (1 − x)). ±∞ at ±1, NaN beyond.
  @inline(__always) static func atanh(_ x: Doubles) -> Doubles {
    let a = abs(x)
    if any(notBelow(1, a)) { return atanhRare(x, a) }
    return copySign(atanhCore(a), x)
  }

  @inline(__always) static func atanhCore(_ a: Doubles) -> Doubles {
    // (1 + a) / (1 − a) − 1 = 2a / (1 − a); below ½ as 2a + 2a² / (1 − a), of which the second term is small.
    let t = a + a
    let small = lw_e_lt(a, splat(0.5))
    let quotient = select(small, t * a, t) / (splat(1) - a)
    return log1pCore(select(small, t + quotient, quotient)) * splat(0.5)
  }

  @inline(never) static func atanhRare(_ x: Doubles, _ a: Doubles) -> Doubles {
    let edge = select(lw_e_eq(a, splat(1)), splat(Double.infinity), splat(Double.nan))
    let core = atanhCore(lw_e_min(splat(0x1.fffffffffffffp-1), a))
    return copySign(select(notBelow(1, a), edge, core), x)
  }
}
