import LanewiseShims

// eˣ = 2ⁿ·eʳ with n = round(x / ln 2), |r| ≤ ln 2 / 2.

extension F32Math {
  /// 1.5·2²³: adding it rounds to an integer, which the low bits of the sum then hold.
  static var roundingMagic: Float { @inline(__always) get { 0x1.8p23 } }

  /// The same with the exponent bias added: the sum's low bits, shifted into the exponent's place, are 2ⁿ itself.
  static var biasedMagic: Float { @inline(__always) get { 0x1.8p23 + 127 } }

  /// n and r of the reduction; the bits of `shifted` end in n + 127.
  @inline(__always) static func reduceExp(_ x: Floats) -> (shifted: Floats, n: Floats, r: Floats) {
    let shifted = fma(x, 0x1.715476p0, biasedMagic)
    let n = shifted - splat(biasedMagic)
    // The first part of ln 2 has 15 bits, so its product with n is exact without a fused multiply-add, too.
    return (shifted, n, fma(n, -0x1.7f7d1cp-20, fma(n, -0x1.62e4p-1, x)))
  }

  /// eʳ for |r| ≤ ln 2 / 2.
  @inline(__always) static func expPolynomial(_ r: Floats) -> Floats {
    let tail = polynomial(
      r, 0.49999988079071044921875, 0.16666518151760101318359375, 4.166965186595916748046875e-2,
      8.368945680558681488037109375e-3, 1.374497078359127044677734375e-3)
    return fma(tail, r * r, r) + splat(1)
  }

  /// 2ʳ for |r| ≤ 1/2.
  @inline(__always) static func exp2Polynomial(_ r: Floats) -> Floats {
    let tail = polynomial(
      r, 0.693147182464599609375, 0.240226447582244873046875, 5.550359189510345458984375e-2,
      9.618841111660003662109375e-3, 1.339113689027726650238037109375e-3, 1.523800310678780078887939453125e-4)
    return fma(tail, r, 1)
  }

  @inline(__always) static func scale(_ shifted: Floats) -> Floats { float(bits: lw_m_shl(bits(shifted), 23)) }

  /// p·2ⁿ in two steps, for results that overflow or are subnormal. What would round to 0 is a product with 0: for any that
  /// is less than the least normal number some processors take a hundred cycles.
  @inline(__always) static func scaleInSteps(_ p: Floats, _ n: Floats) -> Floats {
    let vanishes = lw_m_lt(n, splat(-150))
    let n = lw_m_to_int(n)
    let half = lw_m_sar(n, 1)
    let one = splat(Int32(127))
    let second = float(bits: lw_m_shl((n &- half) &+ one, 23))
    return p * float(bits: lw_m_shl(half &+ one, 23)) * select(vanishes, splat(0), second)
  }

  /// `x` between the bounds; NaN stays NaN.
  @inline(__always) static func clamp(_ x: Floats, _ low: Float, _ high: Float) -> Floats {
    lw_m_max(splat(low), lw_m_min(splat(high), x))
  }

  /// eˣ. Overflows to +∞ above 88.7228; subnormal below −87.3365, 0 below −103.972.
  @inline(__always) static func exp(_ x: Floats) -> Floats {
    if any(notBelow(87.3, abs(x))) { return expRare(x) }
    let (shifted, _, r) = reduceExp(x)
    return expPolynomial(r) * scale(shifted)
  }

  @inline(never) static func expRare(_ x: Floats) -> Floats {
    let (_, n, r) = reduceExp(clamp(x, -105, 89))
    return scaleInSteps(expPolynomial(r), n)
  }

  /// 2ˣ, exact for integers.
  @inline(__always) static func exp2(_ x: Floats) -> Floats {
    if any(notBelow(126, abs(x))) { return exp2Rare(x) }
    let shifted = x + splat(biasedMagic)
    return exp2Polynomial(x - (shifted - splat(biasedMagic))) * scale(shifted)
  }

  @inline(never) static func exp2Rare(_ x: Floats) -> Floats {
    let x = clamp(x, -151, 129)
    let n = (x + splat(roundingMagic)) - splat(roundingMagic)
    return scaleInSteps(exp2Polynomial(x - n), n)
  }

  /// eˣ − 1 for x in [−87, 87], accurate near 0; the sign of zero is lost.
  @inline(__always) static func expm1Core(_ x: Floats) -> Floats {
    let (shifted, _, r) = reduceExp(x)
    let tail = polynomial(
      r, 0.4999999701976776123046875, 0.16666541993618011474609375, 4.166750609874725341796875e-2,
      8.366675116121768951416015625e-3, 1.386418123729526996612548828125e-3)
    // 2ⁿ(1 + r + r²·tail) − 1 = (2ⁿ − 1) + 2ⁿr + 2ⁿr²·tail: the first sum keeps its rounding error for the last one.
    let scale = scale(shifted)
    let scaled = scale * r
    let integral = scale - splat(1)
    let sum = integral + scaled
    let error = scaled - (sum - integral)
    return sum + fma(scaled * r, tail, error)
  }

  /// eˣ − 1, accurate near 0.
  @inline(__always) static func expm1(_ x: Floats) -> Floats {
    if any(notBelow(87, abs(x))) { return expm1Rare(x) }
    return float(bits: bits(expm1Core(x)) | sign(x))
  }

  @inline(never) static func expm1Rare(_ x: Floats) -> Floats {
    let core = float(bits: bits(expm1Core(clamp(x, -80, 80))) | sign(x))
    return select(lw_m_lt(splat(80), x), expRare(x), core)
  }

  /// 1 / (1 + e⁻ˣ), the logistic function (JAX: `lax.logistic`).
  @inline(__always) static func logistic(_ x: Floats) -> Floats {
    if any(lw_m_not_lt(splat(-87), x)) { return logisticRare(x) }
    return logisticCore(x)
  }

  @inline(__always) static func logisticCore(_ x: Floats) -> Floats {
    let (shifted, _, r) = reduceExp(lw_m_max(splat(-87), negate(x)))
    return splat(1) / fma(expPolynomial(r), scale(shifted), 1)
  }

  /// Below −87 the quotient is eˣ to within its rounding, and 1 + e⁻ˣ would overflow.
  @inline(never) static func logisticRare(_ x: Floats) -> Floats {
    select(lw_m_lt(splat(-86), x), logisticCore(lw_m_max(splat(-86), x)), expRare(x))
  }
}
