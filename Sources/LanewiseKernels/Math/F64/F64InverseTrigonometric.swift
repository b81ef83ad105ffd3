import Glibc
import LanewiseShims

extension F64Math {
  /// π/2 in two words.
  static var halfPi: Double { @inline(__always) get { 0x1.921fb54442d18p0 } }
  static var halfPiTail: Double { @inline(__always) get { 0x1.1a62633145c07p-54 } }

  /// atan t − t for |t| ≤ √2 − 1.
  @inline(__always) static func atanTail(_ t: Doubles) -> Doubles {
    let z = t * t
    let z2 = z * z
    let z4 = z2 * z2
    let high = cubic(
      z, z2, -0.05218544919892366, 0.045041216772994656, -0.033487799076882596, 0.015208724288602588)
    let p = fma(
      high, z4 * z4,
      septic(
        z, z2, z4, -0.33333333333333326, 0.19999999999997692, -0.14285714285390952, 0.11111111088361525,
        -0.09090908151167368, 0.07692282908992182, -0.06666228980481154, 0.058770435982430314))
    return p * z * t
  }

  /// atan x.
  @inline(__always) static func atan(_ x: Doubles) -> Doubles {
    let a = abs(x)
    // atan a = π/4 + atan((a − 1) / (a + 1)) = π/2 − atan(1 / a): whichever leaves the smallest argument.
    let middle = lw_e_lt(splat(0.41421356237309503), a)
    let far = lw_e_lt(splat(2.414213562373095), a)
    let one = splat(1.0)
    let dividend = select(far, splat(-1), select(middle, a - one, a))
    let divisor = select(far, a, select(middle, a + one, one))
    let reciprocal = one / divisor
    let t = dividend * reciprocal
    // What a + 1 and the division lost.
    let divisorTail = select(middle & ~far, a - (divisor - one), splat(0))
    let lost = (residual(t, divisor, dividend) - t * divisorTail) * reciprocal
    let base = select(far, splat(halfPi), select(middle, splat(halfPi / 2), splat(0)))
    let baseTail = select(far, splat(halfPiTail), select(middle, splat(halfPiTail / 2), splat(0)))
    let result = copySign(base + (t + (atanTail(t) + (baseTail + lost))), x)
    return any(notBelow(0x1p500, a)) ? atanHuge(x, a, result) : result
  }

  /// Beyond 2⁵⁰⁰ the reciprocal's products would be subnormal, and the angle is ±π/2.
  @inline(never) static func atanHuge(_ x: Doubles, _ a: Doubles, _ result: Doubles) -> Doubles {
    select(lw_e_le(splat(0x1p500), a), copySign(splat(halfPi), x), result)
  }

  /// The angle of the point (x, y), in [−π, π], with IEEE 754's values for zeros and infinities.
  @inline(__always) static func atan2(_ y: Doubles, _ x: Doubles) -> Doubles {
    let (ax, ay) = (abs(x), abs(y))
    let (larger, smaller) = (lw_e_max(ax, ay), lw_e_min(ax, ay))
    let rare = notBelow(1e300, ax) | notBelow(1e300, ay) | lw_e_lt(larger, splat(1e-290))
    let middle = lw_e_lt(larger * splat(0.41421356237309503), smaller)
    let t = select(middle, smaller - larger, smaller) / select(middle, larger + smaller, larger)
    let tail = atanTail(t)
    let swapped = lw_e_lt(ax, ay)
    let negative = sign(x)
    // The base is 0 or π/4, then that from π/2 where y is the larger, then that from π where x is negative.
    let half = splat(halfPi)
    let halfTail = splat(halfPiTail)
    let quarter = select(middle, splat(halfPi / 2), splat(0))
    let quarterTail = select(middle, splat(halfPiTail / 2), splat(0))
    let first = select(swapped, half - quarter, quarter)
    let firstTail = select(swapped, halfTail - quarterTail, quarterTail)
    // 3π/4 in two words is not the difference of those of π and π/4.
    let threeQuarters = middle & negative
    let threeQuartersTail = splat(0x1.a79394c9e8a0ap-54)
    let mirrored = select(threeQuarters, splat(0x1.2d97c7f3321d2p1), half + half - first)
    let base = select(negative, mirrored, first)
    let mirroredTail = select(threeQuarters, threeQuartersTail, select(swapped, halfTail, halfTail + halfTail))
    let baseTail = select(negative, mirroredTail, firstTail)
    let signs = (swapped & splat(Int64.min)) ^ negative
    let angle = base + (flip(t, signs) + (flip(tail, signs) + baseTail))
    let result = copySign(angle, y)
    return any(rare) ? atan2Rare(rare, y, x, result) : result
  }

  @inline(never) static func atan2Rare(_ mask: Longs, _ y: Doubles, _ x: Doubles, _ result: Doubles) -> Doubles {
    redo(mask, y, x, result) { Glibc.atan2($0, $1) }
  }

  /// asin t − t for t² = z in [0, 1/4].
  @inline(__always) static func asinTail(_ t: Doubles, _ z: Doubles) -> Doubles {
    let z2 = z * z
    let z4 = z2 * z2
    let high = fma(
      z4, 0.03267691434677434,
      cubic(z, z2, 0.010786533130409951, 0.003683028092746079, 0.02176353031988169, -0.02107733361888557))
    let p = fma(
      high, z4 * z4,
      septic(
        z, z2, z4, 0.16666666666666763, 0.07499999999970261, 0.044642857175121696, 0.03038194268358225,
        0.022372215661105036, 0.017351600079999002, 0.013980961569926856, 0.011397775159131974))
    return p * z * t
  }

  /// For |x| ≤ ½ x itself, above √((1 − |x|) / 2): whose arc sine is asked for, with its square.
  @inline(__always) static func asinArgument(_ a: Doubles, _ large: Longs) -> (t: Doubles, z: Doubles) {
    let z = select(large, fma(a, -0.5, 0.5), a * a)
    return (select(large, lw_e_sqrt(z), a), z)
  }

  /// asin x. NaN outside [−1, 1].
  @inline(__always) static func asin(_ x: Doubles) -> Doubles {
    let a = abs(x)
    let large = lw_e_lt(splat(0.5), a)
    let (t, z) = asinArgument(a, large)
    let tail = asinTail(t, z)
    // asin x = π/2 − 2·asin √((1 − x) / 2): the rounding error of the first difference joins the small terms.
    let twice = t + t
    let half = splat(halfPi)
    let difference = half - twice
    let lost = (half - difference) - twice
    let complement = difference - ((tail + tail - splat(halfPiTail)) - lost)
    return copySign(select(large, complement, t + tail), x)
  }

  /// acos x. NaN outside [−1, 1].
  @inline(__always) static func acos(_ x: Doubles) -> Doubles {
    let a = abs(x)
    let large = lw_e_lt(splat(0.5), a)
    let (t, z) = asinArgument(a, large)
    let tail = asinTail(t, z)
    let signs = sign(x)
    // Beyond ½ on either side: 2·asin t, or π less that.
    let near = t + tail
    let twice = near + near
    let half = splat(halfPi)
    let far = (half + half) - (twice - splat(halfPiTail + halfPiTail))
    // Between: π/2 − asin x.
    let middle = half - (flip(t, signs) + (flip(tail, signs) - splat(halfPiTail)))
    return select(large, select(signs, far, twice), middle)
  }
}
