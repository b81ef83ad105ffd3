import LanewiseShims

extension F64Math {
  /// erf x for |x| ≤ 1.
  @inline(__always) static func erfCore(_ x: Doubles) -> Doubles {
    let z = x * x
    let z2 = z * z
    let z4 = z2 * z2
    let high = cubic(
      z, z2, 1.6447517567641667e-06, -1.6209175426580397e-07, 1.3722975493826882e-08, -7.801189557567462e-10)
    let p = fma(
      high, z4 * z4,
      septic(
        z, z2, z4, 0.12837916709551256, -0.3761263890318355, 0.11283791670945252, -0.026866170643276035,
        0.005223977607422288, -0.0008548325989653283, 0.00012055295319521354, -1.4924744649931631e-05))
    return fma(p, x, x)
  }

  /// erfc a for a ≥ ½: e^(−a²)·t·P(t), t = 2 / (2 + a).
  @inline(__always) static func erfcCore(_ a: Doubles) -> Doubles {
    let (divisor, divisorTail) = (splat(2) + a, a - ((splat(2) + a) - splat(2)))
    let t = splat(2) / divisor
    // What is lost of t, relative to t
    let lost = (residual(t, divisor, splat(2)) - t * divisorTail) * splat(0.5)
    let u = t - splat(0.3125)
    let u2 = u * u
    let u4 = u2 * u2
    let u8 = u4 * u4
    let top = septic(
      u, u2, u4, -0.22005100083916074, -0.17530693638425934, 0.48094475289595495, -0.15764233388227225,
      -0.538595895475396, 0.8235587989349746, -0.5047638202064688, 0.1212619717713919)
    let high = septic(
      u, u2, u4, 0.04113762825923792, -0.1057528174726582, -0.0352610242938247, 0.12752589905537273,
      0.00880768511420224, -0.16911566386367713, 0.0622961497383755, 0.21105711627997745)
    let low = septic(
      u, u2, u4, 0.40045329772206373, 0.49671141339969793, 0.4489609403207529, 0.22865905229244174,
      -0.04147034847623821, -0.15001894861786194, -0.02980466847112336, 0.10955337687949268)
    let p = fma(fma(top, u8, high), u8, low)
    // t·P(t), where P changes more slowly than t, by some t·P′ / P = ½ of its rate
    let product = fma(p, t, p * t * lost * splat(1.5))
    // a² = s² + (a − s)(a + s): the square of 26 bits is exact, and the rest joins what the reduction leaves.
    let s = double(bits: bits(a) & splat(Int64(-0x0800_0000)))
    let rest = (s - a) * (s + a)
    let (shifted, first, second) = reduceExpInParts(negate(s * s))
    let r = first - (second - rest)
    let r2 = r * r
    return scaleInSteps(fma(fma(expTail(r, r2), r2, r), product, product), shifted)
  }

  /// The error function, 2/√π ∫₀ˣ e^(−t²) dt.
  @inline(__always) static func erf(_ x: Doubles) -> Doubles {
    let a = abs(x)
    if any(notBelow(1, a)) { return erfLarge(x, a) }
    return erfCore(x)
  }

  /// The same where a lane is beyond 1: from 5.93 on the result rounds to 1.
  @inline(never) static func erfLarge(_ x: Doubles, _ a: Doubles) -> Doubles {
    let large = splat(1) - erfcCore(clamp(a, 0.5, 6))
    return select(lw_e_lt(a, splat(1)), erfCore(x), copySign(large, x))
  }

  /// 1 − erf x, accurate where that is tiny; 0 above 27.2261.
  @inline(__always) static func erfc(_ x: Doubles) -> Doubles {
    let a = abs(x)
    let tail = erfcCore(clamp(a, 0.5, 28))
    let small = splat(1) - erfCore(clamp(x, -1, 1))
    return select(lw_e_lt(a, splat(0.5)), small, select(sign(x), splat(2) - tail, tail))
  }

  /// The inverse of the error function (Giles 2010). ±∞ at ±1, NaN beyond.
  @inline(__always) static func erfInv(_ x: Doubles) -> Doubles {
    // Up to here log(1 − x²) is above −6.25, and one of the three polynomials serves.
    let a = abs(x)
    let rare = notBelow(0.999, a)
    let w = splat(-3.125) - logCore((splat(1) - a) * (splat(1) + a))
    let w2 = w * w
    let w4 = w2 * w2
    let w8 = w4 * w4
    let top = fma(
      fma(w2, -3.6444120640178196996e-21, fma(w, -1.685059138182016589e-19, 1.2858480715256400167e-18)), w4,
      cubic(
        w, w2, 6.6376381343583238325e-15, 2.0972767875968561637e-17, -1.333171662854620906e-16,
        1.115787767802518096e-17))
    let high = septic(
      w, w2, w4, -2.9070369957882005086e-08, -4.1126339803469836976e-09, 1.051212273321532285e-09,
      -5.4154120542946279317e-11, -1.2975133253453532498e-11, 2.6335093153082322977e-12, -8.1519341976054721522e-14,
      -4.0545662729752068639e-14)
    let low = septic(
      w, w2, w4, 1.6536545626831027356, 0.24015818242558961693, -0.0060336708714301490533, -0.00074070253416626697512,
      0.0001867342080340571352, -1.3882523362786468719e-05, -1.3654692000834678645e-06, 4.2347877827932403518e-07)
    let result = fma(fma(top, w8, high), w8, low) * x
    return any(rare) ? erfInvTail(rare, x, result) : result
  }

  @inline(never) static func erfInvTail(_ mask: Longs, _ x: Doubles, _ result: Doubles) -> Doubles {
    redo(mask, x, result) { inverseErrorFunction($0) }
  }
}
