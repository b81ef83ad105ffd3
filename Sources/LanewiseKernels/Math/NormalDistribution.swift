import LanewiseShims

// Of Φ, the distribution function of the standard normal distribution. In double precision: next to 1 float32 would
// have no digits left of what is missing there.

extension F32Math {
  /// Φ⁻¹(p): ±∞ at 0 and 1, NaN beyond.
  @inline(__always) static func ndtri(_ p: Floats) -> Floats {
    let wide = lw_m_to_double(p)
    let q = wide - splat(0.5)
    // Between 0.075 and 0.925, x / q in q², to 2.5e−10.
    let s = fma(q * q, splat(2 / (0.4251 * 0.4251)), -1)
    let near = polynomial(
      s, 2.8069176566940474, 0.38568153108809369, 0.11665916963282448, 0.04416949827229832, 0.018605512475930284,
      0.0083400889026719515, 0.0039061950962652997, 0.0018823034157985091)
    let far = polynomial(
      s, 0.00087760985270928517, 0.00042511119820896646, 0.00031381364703890106, 0.00017712386193212538,
      -2.5577983387278013e-5, -2.4476584019165204e-5, 5.9130952519533262e-5, 3.4056048090548998e-5)
    let center = fma(far, power8(s), near) * q
    // Beyond, x / r in 1 / (r + 1), where r = √−log p, to 6e−11.
    let isLow = lw_m_lt_d(q, splat(0.0))
    let rest = lw_m_max_d(select(isLow, wide, splat(1.0) - wide), splat(0x1p-149))
    let r = lw_m_sqrt_d(lw_m_max_d(splat(0.0) - logDouble(rest), splat(0.0)))
    let v = (splat(1.0) / (r + splat(1.0)) - splat(0.23666794508818772)) * splat(1 / 0.14716345757473516)
    let low = polynomial(
      v, 1.2433090752932386, -0.22791848755651848, -0.097501337808484013, -0.019860646164295721,
      -0.0046167924332303602, -0.00081349538234818807, -0.00020836386960843333, -2.5226380325548314e-5)
    let high = polynomial(
      v, -1.1694369542343115e-5, -3.6873675406743713e-7, -5.9971091667733881e-7, 8.1502233337179464e-7,
      -4.7468107550214144e-7)
    let size = fma(high, power8(v), low) * r
    let tail = select(isLow, splat(0.0) - size, size)
    let isCentral = lw_m_lt_d(q * q, splat(0.425 * 0.425))
    let result = lw_m_round(select(isCentral, center, tail))
    let infinity = splat(Float.infinity)
    let upper = select(lw_m_eq(p, splat(1)), infinity, splat(Float.nan))
    let edge = select(lw_m_eq(p, splat(0)), negate(infinity), upper)
    return select(lw_m_lt(splat(0), p) & lw_m_lt(p, splat(1)), result, edge)
  }

  /// log Φ(x).
  @inline(__always) static func logNdtr(_ x: Floats) -> Floats {
    let wide = lw_m_to_double(x)
    // Φ(−a) = e^(−a²/2) m(a), and (a + 3) m(a) is a polynomial in t = (a − 3) / (a + 3), to 8e−10.
    let a = lw_m_to_double(lw_m_min(splat(0x1p100), abs(x)))
    let inverse = splat(1.0) / (a + splat(3.0))
    let t = fma(inverse, splat(-6.0), 1)
    let low = polynomial(
      t, 0.72908369043585239, -0.50933198141601711, 0.23001768995550472, -0.047263044680461495, -0.010462378731131857,
      0.0069728444430321888, 0.0010245960490010297, -0.0010469767023144012)
    let high = polynomial(
      t, -0.00024773529067833974, 0.00015753251322164614, 6.519093780731789e-5, -1.8136425957091647e-5,
      -9.9134331809631578e-6, 9.0244405726975445e-7)
    let m = fma(high, power8(t), low) * inverse
    let isPositive = lw_m_lt_d(splat(0.0), wide)
    // Above 37 what is missing of 1 is no number of float32.
    let bounded = lw_m_min_d(a, splat(37.0))
    let missing = exp2Double(bounded * bounded * splat(-0.5 * 0x1.71547652b82fep0)) * m
    let log = logDouble(select(isPositive, splat(1.0) - missing, m))
    // log(1 − y) as a series where 1 − y has lost the digits of y.
    let series = missing * fma(fma(fma(missing, splat(-1.0 / 4), -1.0 / 3), missing, -0.5), missing, -1)
    let upper = select(lw_m_lt_d(missing, splat(0x1p-10)), series, log)
    return lw_m_round(select(isPositive, upper, fma(wide * wide, splat(-0.5), log)))
  }
}
