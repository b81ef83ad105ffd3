import Glibc
import LanewiseShims

// In double precision throughout: near the zeros of both functions float32 would have no correct digits left.
// Three pieces meet at 1 and 3: below 1 a recurrence leads up to [1, 2), on [1, 3) a polynomial has the zeros as
// factors, from 3 on Stirling's series is a short polynomial in 1/x².

extension F32Math {
  /// log |Γ(x)|. +∞ at zero, at the negative integers and at ±∞.
  @inline(__always) static func lgamma(_ x: Floats) -> Floats {
    let rare = ~(lw_m_lt(splat(0), x) & lw_m_lt(x, splat(Float.infinity)))
    let inside = lw_m_select(rare, splat(1), x)
    let result = lw_m_round(lgammaPositive(lw_m_to_double(inside)))
    return any(rare) ? lgammaRare(rare, x, result) : result
  }

  @inline(__always) static func lgammaPositive(_ x: Doubles) -> Doubles {
    let small = lw_m_lt_d(x, splat(1.0))
    let u = select(small, x - splat(1.0), x - splat(2.0))
    let low = polynomial(
      u, 0.422784335065045018, -0.100317301658409779, 0.0329650048915645624, -0.0123841942305698284,
      0.00499855230000451355, -0.00210808844267243708, 0.000916075365291080264, -0.000406040552292712324)
    let high = polynomial(
      u, 0.0001798884008053009, -0.0000818244511919986743, 0.0000435849880321270673, -0.0000202442964380575454,
      2.33778328710429965e-6, -1.04238132943302745e-6, 4.84875339680480417e-6, -2.30127718248661598e-6)
    // The sum with 0 makes the zero at 1 positive.
    let middle = fma((u + splat(1.0)) * u, fma(high, power8(u), low), 0)
    let log = logDouble(x)
    let inverse = splat(1.0) / x
    let series = polynomial(
      inverse * inverse, 0.0833333333024019497, -0.00277776377634307907, 0.000792611279656778626,
      -0.000567181404153556679, 0.000504531871734381223)
    let halfLogTwoPi = 0.91893853320467274178
    let large = fma(x - splat(0.5), log, fma(series, inverse, halfLogTwoPi) - x)
    let belowThree = select(small, middle - log, middle)
    return select(lw_m_lt_d(x, splat(3.0)), belowThree, large)
  }

  @inline(never) static func lgammaRare(_ mask: Ints, _ x: Floats, _ result: Floats) -> Floats {
    redo(mask, x, result) {
      // The reentrant form: `lgamma` itself writes a global variable.
      var sign: Int32 = 0
      return lgamma_r($0, &sign)
    }
  }

  /// The digamma function Γ'(x) / Γ(x). NaN at zero, at the negative integers and at −∞.
  @inline(__always) static func digamma(_ x: Floats) -> Floats {
    let rare = ~(lw_m_lt(splat(0), x) & lw_m_lt(x, splat(Float.infinity)))
    if any(rare) { return digammaRare(rare, x) }
    return lw_m_round(digammaPositive(lw_m_to_double(x)))
  }

  @inline(__always) static func digammaPositive(_ x: Doubles) -> Doubles {
    let small = lw_m_lt_d(x, splat(1.0))
    let inverse = splat(1.0) / x
    let u = select(small, x - splat(1.0), x - splat(2.0))
    let low = polynomial(
      u, 0.7853075381208918, -0.260738954441420274, 0.108999978748170261, -0.0495510637796683263,
      0.0234460261496705653, -0.0113377908978115053, 0.0055623243935034399, -0.00274460745089246897)
    let high = polynomial(
      u, 0.00131983734708585616, -0.000656163052378294704, 0.000413945255734550159, -0.000206567242715562906,
      2.29546072374452646e-7, -7.61409142849533076e-8, 0.0000633610438021139024, -0.0000316729263235494888)
    // The positive zero is at 2 − 0.53836785….
    let middle = (u + splat(0.53836785503163765874)) * fma(high, power8(u), low)
    let i2 = inverse * inverse
    let series = fma(
      polynomial(
        i2, -0.00833331911524529513, 0.00396671385723617671, -0.00410354113689665235, 0.00633033662811384592,
        -0.00794050754894309911),
      i2, 0.0833333333115247814)
    let large = logDouble(x) - fma(series, i2, inverse * splat(0.5))
    let belowThree = select(small, middle - inverse, middle)
    return select(lw_m_lt_d(x, splat(3.0)), belowThree, large)
  }

  /// ψ(x) = ψ(1 − x) − π / tan πx for negative x.
  @inline(never) static func digammaRare(_ mask: Ints, _ x: Floats) -> Floats {
    let wide = lw_m_to_double(x)
    let negative = lw_m_lt_d(wide, splat(0.0))
    var argument = select(negative, splat(1.0) - wide, wide)
    argument = lw_m_min_d(splat(0x1p200), lw_m_max_d(argument, splat(0x1p-200)))
    let positive = digammaPositive(argument)
    var result = lw_m_round(positive)
    var lane = 0
    while lane < 16 {
      if mask[lane] != 0 {
        let value = wide[lane]
        if value < 0, value > -.infinity, value != Glibc.rint(value) {
          result[lane] = Float(positive[lane] - .pi / Glibc.tan(.pi * (value - Glibc.rint(value))))
        } else {
          result[lane] = value == .infinity ? .infinity : .nan
        }
      }
      lane &+= 1
    }
    return result
  }
}
