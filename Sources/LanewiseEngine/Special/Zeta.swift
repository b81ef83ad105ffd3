import Glibc

/// The Hurwitz zeta function ζ(s, q) = Σ (q + k)⁻ˢ.
enum Zeta {
  /// B₂ₖ / (2k)!, B₂ₖ the Bernoulli numbers.
  static let bernoulli: [Double] = [
    1 / 12.0, -1 / 720.0, 1 / 30240.0, -1 / 1_209_600.0, 1 / 47_900_160.0, -691 / 1_307_674_368_000.0,
    1 / 74_724_249_600.0, -3617 / 10_670_622_842_880_000.0, 43867 / 5_109_094_217_170_944_000.0,
    -174611 / 8.028_576_626_982_912e20, 77683 / 1.410_110_003_980_539_1e22, -236_364_091 / 1.693_824_136_731_743_7e27,
  ]

  /// By the formula of Euler and Maclaurin (DLMF 25.11.5), for q > 0 and s > 1.
  private static func series<N: AnalyticNumber>(_ s: N, _ q: Double) -> N {
    let minusS = N(0) - s
    var sum = N.power(q, minusS)
    var base = q
    let limit = 10 + min(s.value, 40)
    while base < limit {
      base += 1
      let term = N.power(base, minusS)
      sum = sum + term
      if term.isNegligible(beside: sum) { return sum }
    }
    let last = N.power(base, minusS)
    guard last.value != 0 else { return sum }
    sum = sum + last * (N(base) / (s - N(1)) - N(0.5))
    // s(s + 1)…(s + 2k − 2) · base^(−s − 2k + 1)
    var rising = s * last / N(base)
    for (k, coefficient) in bernoulli.enumerated() {
      let term = rising * N(coefficient)
      sum = sum + term
      if term.isNegligible(beside: sum) { break }
      let n = Double(2 * k)
      rising = rising * ((s + N(n + 1)) / N(base)) * ((s + N(n + 2)) / N(base))
    }
    return sum
  }

  /// ζ(s, q): ∞ at s = 1 and at the poles q = 0, −1, … of even s; NaN where s < 1, at the poles of other s, and where
  /// q < 0 and s is no integer.
  static func value(_ s: Double, _ q: Double) -> Double {
    if s.isNaN || q.isNaN || s < 1 { return .nan }
    if s == 1 { return .infinity }
    if q > 0 { return series(s, q) }
    let isEven = s.truncatingRemainder(dividingBy: 2) == 0
    if q == q.rounded(.down) { return isEven ? .infinity : .nan }
    guard s == s.rounded(.down) else { return .nan }
    // The terms at negative numbers are those of two other zeta functions.
    let whole = q.rounded(.down)
    let fraction = q - whole
    let below = series(s, 1 - fraction) - series(s, 1 - fraction - whole)
    return series(s, fraction) + (isEven ? below : -below)
  }

  /// ∂ζ/∂s where q > 0, else NaN.
  static func slope(_ s: Double, _ q: Double) -> Double {
    guard s > 1, q > 0 else { return .nan }
    return series(Dual(s, slope: 1), q).slope
  }
}

/// The logarithmic derivatives of the gamma function.
enum Polygamma {
  /// ψ(x): upward recurrence, the asymptotic series, and reflection (DLMF 5.5.2, 5.11.2, 5.5.4). NaN at the poles.
  static func digamma(_ x: Double) -> Double {
    if x <= 0 {
      if x == x.rounded(.down) { return .nan }
      return digamma(1 - x) - .pi / tan(.pi * (x - x.rounded(.down)))
    }
    var x = x
    var sum = 0.0
    while x < 12 {
      sum -= 1 / x
      x += 1
    }
    let inverseSquare = 1 / (x * x)
    var power = inverseSquare
    var factorial = 1.0  // (2k − 1)!
    var tail = 0.0
    for (k, coefficient) in Zeta.bernoulli.prefix(9).enumerated() {
      tail += coefficient * factorial * power
      power *= inverseSquare
      factorial *= Double((2 * k + 2) * (2 * k + 3))
    }
    return sum + log(x) - 0.5 / x - tail
  }

  /// ψ⁽ⁿ⁾(x) = (−1)ⁿ⁺¹ n! ζ(n + 1, x); NaN unless n is an integer and not negative.
  static func value(_ n: Double, _ x: Double) -> Double {
    guard n >= 0, n == n.rounded(.down) else { return .nan }
    if n == 0 { return digamma(x) }
    let magnitude = tgamma(n + 1) * Zeta.value(n + 1, x)
    return n.truncatingRemainder(dividingBy: 2) == 0 ? -magnitude : magnitude
  }
}
