import LanewiseShims

// In double precision, since I₁ loses half its digits near 0 otherwise. One polynomial serves all arguments: in
// t = (a − 8) / (a + 8), which maps [0, ∞] to [−1, 1], what is left of both functions beside powers of a + 8 is smooth.

extension F32Math {
  /// The modified Bessel function of the first kind and order 0, scaled: e^(−|x|) I₀(x).
  @inline(__always) static func besselI0e(_ x: Floats) -> Floats {
    // √(a + 8) e^(−a) I₀(a), to 1.1e−9.
    let root = inverseRootBesides8(x)
    let t = fma(root * root, splat(-16.0), 1)
    let low = polynomial(
      t, 0.57372712800242199, -0.30765090495841192, 0.25048774511686896, -0.23075659205046552, 0.22967578525803712,
      -0.24484142035171716, 0.27544036588419897, -0.30911004157157102)
    let middle = polynomial(
      t, 0.3076292225231671, -0.21576842903042233, 0.029739088010774405, 0.12570366840946775, -0.10016620130771034,
      -0.038797771272638797, 0.073578869995673146, 0.0061985725866351305)
    let high = polynomial(
      t, -0.036022559145316848, 0.00095027011771737853, 0.011262475471136493, -0.00082484134001027707,
      -0.001667217649636361, 0.00015506731197781178)
    return lw_m_round(joined(low, middle, high, t) * root)
  }

  /// The modified Bessel function of the first kind and order 1, scaled: e^(−|x|) I₁(x).
  @inline(__always) static func besselI1e(_ x: Floats) -> Floats {
    // (a + 8)^1.5 e^(−a) I₁(a) / a, to 6e−10.
    let root = inverseRootBesides8(x)
    let square = root * root
    let t = fma(square, splat(-16.0), 1)
    let low = polynomial(
      t, 1.073139945913249, -1.4938209237976266, 1.7096790944714643, -1.7905906969515827, 1.7519197930273309,
      -1.5843930367558826, 1.2662226262638231, -0.79364638499210596)
    let middle = polynomial(
      t, 0.24115730669091878, 0.19555325912029384, -0.29346749165500117, 0.061593868793685789, 0.15964478752705152,
      -0.09574409630081859, -0.074395515751772212, 0.068192095493992026)
    let high = polynomial(
      t, 0.029678288780208502, -0.03332664177218236, -0.0084537994575885729, 0.010288662298745245,
      0.0012003541782109383, -0.001489214614531788)
    // Below infinity, where the root is 0.
    let a = lw_m_to_double(lw_m_min(splat(Float.greatestFiniteMagnitude), abs(x)))
    return copySign(lw_m_round(joined(low, middle, high, t) * (a * square * root)), x)
  }

  /// 1 / √(|x| + 8).
  @inline(__always) private static func inverseRootBesides8(_ x: Floats) -> Doubles {
    splat(1.0) / lw_m_sqrt_d(lw_m_to_double(abs(x)) + splat(8.0))
  }

  /// low + middle · t⁸ + high · t¹⁶.
  @inline(__always) private static func joined(_ low: Doubles, _ middle: Doubles, _ high: Doubles, _ t: Doubles)
    -> Doubles
  {
    let t8 = power8(t)
    return fma(fma(high, t8, middle), t8, low)
  }
}
