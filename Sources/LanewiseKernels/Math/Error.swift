import LanewiseShims

extension F32Math {
  /// The error function, 2/√π ∫₀ˣ e^(−t²) dt.
  @inline(__always) static func erf(_ x: Floats) -> Floats {
    let magnitude = abs(x)
    let x2 = x * x
    let p = polynomial(
      x2, 0.128379166126251220703125, -0.37612628936767578125, 0.112836323678493499755859375,
      -2.685632742941379547119140625e-2, 5.1941969431936740875244140625e-3, -8.07198113761842250823974609375e-4,
      8.0941594205796718597412109375e-5)
    let small = fma(p, x, x)
    // 1 − erf x = 2^(−q(x)), q fitted with that power as weight. From 3.92 on erf x rounds to 1; 4 ends the fit.
    let a = lw_m_min(splat(4), magnitude)
    let q = polynomial(
      a, 9.51955444179475307464599609375e-5, 1.62769019603729248046875, 0.91787433624267578125,
      0.151192486286163330078125, -3.268592059612274169921875e-2, 4.5496900565922260284423828125e-3,
      -2.99292034469544887542724609375e-4)
    let shifted = splat(biasedMagic) - q
    let r = (splat(biasedMagic) - shifted) - q
    let e = polynomial(
      r, 1, 0.693146884441375732421875, 0.24022237956523895263671875, 5.55085353553295135498046875e-2,
      9.67170111835002899169921875e-3, 1.323044183664023876190185546875e-3)
    let large = copySign(splat(1) - e * scale(shifted), x)
    return select(lw_m_lt(magnitude, splat(0.95)), small, large)
  }

  /// 1 − erf x, accurate where that is tiny; 0 above 10.0549.
  @inline(__always) static func erfc(_ x: Floats) -> Floats {
    let a = lw_m_to_double(lw_m_min(splat(12), abs(x)))
    // erfc a = e^(−a²)·t·P(t), t = 2 / (2 + a), in double precision: nothing cancels, and subnormals round once.
    let t = splat(2.0) / (splat(2.0) + a)
    let low = polynomial(
      t, 0.282099783040044979, 0.281941578379766759, 0.248911450242353906, 0.159841013378691939, 0.168485542695617647)
    let high = polynomial(
      t, -0.301585298834911315, 0.665365824857834037, -1.2557165918045273, 1.30075728036288445, -0.756368297841979859)
    let top = fma(t, splat(-0.0321444082490612141), splat(0.238412123705815618))
    let t2 = t * t
    let t5 = t2 * t2 * t
    let p = fma(fma(top, t5, high), t5, low) * t
    let e = exp2Double(a * a * splat(-0x1.71547652b82fep0)) * p
    return lw_m_round(select(lw_m_lt_d(lw_m_to_double(x), splat(0.0)), splat(2.0) - e, e))
  }
}
