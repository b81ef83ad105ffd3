import LanewiseShims

extension F32Math {
  /// The error function, 2/√π ∫₀ˣ e^(−t²) dt.
  ///
  /// A polynomial for each of eight intervals, whose coefficients are looked up: half the work of two polynomials and an
  /// exponential for all.
  @inline(__always) static func erf(_ x: Floats) -> Floats {
    // From 3.92 on erf x rounds to 1.
    let a = lw_m_min(splat(0x1.fffffep1), abs(x))
    let k = lw_m_to_int(a + a)
    let t = fma(lw_m_to_float(k), -0.5, a)
    var p = fma(lw_m_erf_coefficient(7, k), t, lw_m_erf_coefficient(6, k))
    p = fma(p, t, lw_m_erf_coefficient(5, k))
    p = fma(p, t, lw_m_erf_coefficient(4, k))
    p = fma(p, t, lw_m_erf_coefficient(3, k))
    p = fma(p, t, lw_m_erf_coefficient(2, k))
    p = fma(p, t, lw_m_erf_coefficient(1, k))
    let start = select(lw_m_lt(a, splat(0.5)), t, lw_m_erf_coefficient(0, k))
    return copySign(fma(p, t, start), x)
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
