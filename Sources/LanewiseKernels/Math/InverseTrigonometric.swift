import Glibc
import LanewiseShims

extension F32Math {
  /// atan t − t for t in [−1, 1].
  @inline(__always) static func atanTail(_ t: Floats) -> Floats {
    let t2 = t * t
    let p = polynomial(
      t2, -0.3333314359188079833984375, 0.19993579387664794921875, -0.14209578931331634521484375,
      0.1066047251224517822265625, -7.5408883392810821533203125e-2, 4.3082617223262786865234375e-2,
      -1.62907354533672332763671875e-2, 2.90188402868807315826416015625e-3)
    return p * t2 * t
  }

  /// π/2 − (t + tail) for 0 ≤ t ≤ π/2: the rounding error of the first difference joins the small terms.
  @inline(__always) static func complement(_ t: Floats, _ tail: Floats) -> Floats {
    let half: Floats = splat(0x1.921fb6p0)
    let difference = half - t
    let lost = (half - difference) - t
    return difference - ((tail + splat(0x1.777a5cp-25)) - lost)
  }

  /// atan x.
  @inline(__always) static func atan(_ x: Floats) -> Floats {
    let magnitude = abs(x)
    // atan x = π/2 − atan(1/x)
    let inverted = lw_m_lt(splat(1), magnitude)
    let t = select(inverted, splat(1) / magnitude, magnitude)
    let tail = atanTail(t)
    return copySign(select(inverted, complement(t, tail), t + tail), x)
  }

  /// The angle of the point (x, y), in [−π, π], with IEEE 754's values for zeros and infinities.
  @inline(__always) static func atan2(_ y: Floats, _ x: Floats) -> Floats {
    let ax = abs(x)
    let ay = abs(y)
    let larger = lw_m_max(ax, ay)
    let smaller = lw_m_min(ax, ay)
    let rare = notBelow(.infinity, ax) | notBelow(.infinity, ay)
    // Both zero: the angle is that of the signs alone.
    let t = select(lw_m_eq(larger, splat(0)), larger, smaller / larger)
    let tail = atanTail(t)
    var angle = select(lw_m_lt(ax, ay), complement(t, tail), t + tail)
    let negative = lw_m_lt_i(bits(x), splat(Int32(0)))
    angle = select(negative, splat(0x1.921fb6p1) - (angle + splat(0x1.777a5cp-24)), angle)
    let result = copySign(angle, y)
    return any(rare) ? atan2Rare(rare, y, x, result) : result
  }

  @inline(never) static func atan2Rare(_ mask: Ints, _ y: Floats, _ x: Floats, _ result: Floats) -> Floats {
    redo(mask, y, x, result) { Glibc.atan2($0, $1) }
  }

  /// (asin t − t) / t for t² = z in [0, 1/4].
  @inline(__always) static func asinPolynomial(_ z: Floats) -> Floats {
    z
      * polynomial(
        z, 0.1666675508022308349609375, 7.4952177703380584716796875e-2, 4.547862708568572998046875e-2,
        2.414443902671337127685546875e-2, 4.2219109833240509033203125e-2)
  }

  /// asin x. NaN outside [−1, 1].
  @inline(__always) static func asin(_ x: Floats) -> Floats {
    let magnitude = abs(x)
    let large = lw_m_lt(splat(0.5), magnitude)
    // asin x = π/2 − 2·asin √((1 − x) / 2)
    let z = select(large, fma(magnitude, -0.5, 0.5), magnitude * magnitude)
    let t = select(large, lw_m_sqrt(z), magnitude)
    let tail = asinPolynomial(z) * t
    return copySign(select(large, complement(t + t, tail + tail), t + tail), x)
  }

  /// acos x. NaN outside [−1, 1].
  @inline(__always) static func acos(_ x: Floats) -> Floats {
    let magnitude = abs(x)
    let large = lw_m_lt(splat(0.5), magnitude)
    let z = select(large, fma(magnitude, -0.5, 0.5), magnitude * magnitude)
    let t = select(large, lw_m_sqrt(z), magnitude)
    let tail = asinPolynomial(z) * t
    let negative = lw_m_lt_i(bits(x), splat(Int32(0)))
    // Beyond ½ on either side: 2·asin t, or π less that.
    let near = t + tail
    let twice = near + near
    let far = splat(0x1.921fb6p1) - (twice + splat(0x1.777a5cp-24))
    // Between: π/2 − asin x.
    let signs = sign(x)
    let middle = splat(0x1.921fb6p0) - (flip(t, signs) + (flip(tail, signs) + splat(0x1.777a5cp-25)))
    return select(large, select(negative, far, twice), middle)
  }
}
