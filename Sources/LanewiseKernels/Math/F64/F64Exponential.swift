import LanewiseShims

// eˣ = 2ⁿ·eʳ with n = round(x / ln 2), |r| ≤ ln 2 / 2.

extension F64Math {
  /// 1.5·2⁵² with the exponent bias added: adding it rounds to an integer n, and the sum's low bits, shifted into the
  /// exponent's place, are 2ⁿ itself.
  static var biasedMagic: Double { @inline(__always) get { 0x1.8p52 + 1023 } }

  @inline(__always) static func scale(_ shifted: Doubles) -> Doubles { double(bits: lw_e_shl(bits(shifted), 52)) }

  /// n and r of the reduction; the bits of `shifted` end in n + 1023.
  @inline(__always) static func reduceExp(_ x: Doubles) -> (shifted: Doubles, r: Doubles) {
    let (shifted, first, second) = reduceExpInParts(x)
    return (shifted, first - second)
  }

  /// The same with r as the difference of two parts.
  @inline(__always) static func reduceExpInParts(_ x: Doubles) -> (shifted: Doubles, first: Doubles, second: Doubles) {
    let shifted = fma(x, 0x1.71547652b82fep0, biasedMagic)
    let n = shifted - splat(biasedMagic)
    // The first part of ln 2 has 42 bits, so its product with n is exact without a fused multiply-add, too.
    return (shifted, fma(n, -0x1.62e42fefa38p-1, x), n * splat(0x1.ef35793c76730p-45))
  }

  /// (eʳ − 1 − r) / r² for |r| ≤ ln 2 / 2.
  @inline(__always) static func expTail(_ r: Doubles, _ r2: Doubles) -> Doubles {
    let high = fma(r, 2.5000059256054842e-08, 2.7630248379742436e-07)
    let r4 = r2 * r2
    return fma(
      high, r4 * r4,
      septic(
        r, r2, r4, 0.5000000000000011, 0.16666666666666413, 0.04166666666653016, 0.008333333333494465,
        0.001388888894363005, 0.0001984126950657133, 2.480149309892918e-05, 2.7557586380882427e-06))
  }

  /// eʳ for |r| ≤ ln 2 / 2.
  @inline(__always) static func expPolynomial(_ r: Doubles) -> Doubles {
    let r2 = r * r
    return fma(expTail(r, r2), r2, r) + splat(1)
  }

  /// 2ʳ for |r| ≤ 1/2.
  @inline(__always) static func exp2Polynomial(_ r: Doubles) -> Doubles {
    let r2 = r * r
    let r4 = r2 * r2
    let high = fma(r, 4.434766203818519e-10, 7.073790769801251e-09)
    let tail = fma(
      high, r4 * r4,
      septic(
        r, r2, r4, 0.2402265069591013, 0.05550410866482008, 0.009618129107594065, 0.0013333558146775184,
        0.00015403530457188243, 1.5252733492743754e-05, 1.3215435241270061e-06, 1.0178199667588522e-07))
    // ln 2 in two words
    let small = fma(tail, r2, r * splat(0x1.abc9e3b39803fp-56))
    return fma(r, 0x1.62e42fefa39efp-1, small) + splat(1)
  }

  /// p·2ⁿ in two steps, for results that overflow or are subnormal. What would round to 0 is a product with 0: for any that
  /// is less than the least normal number some processors take a hundred cycles.
  @inline(__always) static func scaleInSteps(_ p: Doubles, _ shifted: Doubles) -> Doubles {
    let n = bits(shifted) &- bits(splat(biasedMagic))
    let half = lw_e_sar(n, 1)
    let bias = splat(Int64(1023))
    let second = double(bits: lw_e_shl((n &- half) &+ bias, 52))
    let vanishes = lw_e_lt(shifted, splat(biasedMagic - 1075))
    return p * double(bits: lw_e_shl(half &+ bias, 52)) * select(vanishes, splat(0), second)
  }

  /// eˣ. Overflows to +∞ above 709.783; subnormal below −708.396, 0 below −745.134.
  @inline(__always) static func exp(_ x: Doubles) -> Doubles {
    if any(notBelow(708, abs(x))) { return expRare(x) }
    let (shifted, r) = reduceExp(x)
    return expPolynomial(r) * scale(shifted)
  }

  @inline(never) static func expRare(_ x: Doubles) -> Doubles {
    let (shifted, r) = reduceExp(clamp(x, -746, 710))
    return scaleInSteps(expPolynomial(r), shifted)
  }

  /// 2ˣ, exact for integers.
  @inline(__always) static func exp2(_ x: Doubles) -> Doubles {
    if any(notBelow(1022, abs(x))) { return exp2Rare(x) }
    let shifted = x + splat(biasedMagic)
    return exp2Polynomial(x - (shifted - splat(biasedMagic))) * scale(shifted)
  }

  @inline(never) static func exp2Rare(_ x: Doubles) -> Doubles {
    let x = clamp(x, -1080, 1025)
    let shifted = x + splat(biasedMagic)
    return scaleInSteps(exp2Polynomial(x - (shifted - splat(biasedMagic))), shifted)
  }

  /// eˣ − 1 for x in [−700, 708], accurate near 0; the sign of zero is lost.
  @inline(__always) static func expm1Core(_ x: Doubles) -> Doubles {
    let (shifted, first, second) = reduceExpInParts(x)
    let r = first - second
    let lost = (first - r) - second
    // 2ⁿ(1 + r + r²·tail) − 1 = (2ⁿ − 1) + 2ⁿr + 2ⁿr²·tail: the first sum keeps its rounding error for the last one.
    let scale = scale(shifted)
    let scaled = scale * r
    let integral = scale - splat(1)
    let sum = integral + scaled
    let error = fma(scale, lost, scaled - (sum - integral))
    return sum + fma(scaled * r, expTail(r, r * r), error)
  }

  /// eˣ − 1, accurate near 0.
  @inline(__always) static func expm1(_ x: Doubles) -> Doubles {
    if any(notBelow(700, abs(x))) { return expm1Rare(x) }
    return double(bits: bits(expm1Core(x)) | sign(x))
  }

  @inline(never) static func expm1Rare(_ x: Doubles) -> Doubles {
    let core = double(bits: bits(expm1Core(clamp(x, -700, 700))) | sign(x))
    return select(lw_e_lt(splat(700), x), expRare(x), core)
  }

  /// 1 / (1 + e⁻ˣ), the logistic function (JAX: `lax.logistic`).
  @inline(__always) static func logistic(_ x: Doubles) -> Doubles {
    if any(~lw_e_lt(splat(-708), x)) { return logisticRare(x) }
    return logisticCore(x)
  }

  @inline(__always) static func logisticCore(_ x: Doubles) -> Doubles {
    let (shifted, r) = reduceExp(lw_e_max(splat(-708), negate(x)))
    return splat(1) / fma(expPolynomial(r), scale(shifted), 1)
  }

  /// Below −708 the quotient is eˣ to within its rounding, and 1 + e⁻ˣ would overflow.
  @inline(never) static func logisticRare(_ x: Doubles) -> Doubles {
    select(lw_e_lt(splat(-700), x), logisticCore(lw_e_max(splat(-700), x)), expRare(x))
  }
}
