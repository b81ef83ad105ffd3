import Glibc

/// The exponential integrals Ei and Eₙ.
enum ExponentialIntegral {
  private static let euler = 0.577_215_664_901_532_860_6

  /// Ei(x): −∞ at 0.
  static func ei(_ x: Double) -> Double {
    if x < 0 { return -en(1, -x) }
    if x == 0 { return -.infinity }
    if x == .infinity { return .infinity }
    var term = 1.0
    var sum = 0.0
    if x <= 40 {
      // γ + log x + Σ xᵏ / (k · k!) (DLMF 6.6.1)
      for k in 1...200 {
        term *= x / Double(k)
        sum += term / Double(k)
        if term.isNegligible(beside: sum) { break }
      }
      return euler + log(x) + sum
    }
    // eˣ/x · Σ k! / xᵏ (DLMF 6.12.2)
    sum = 1
    for k in 1...40 {
      term *= Double(k) / x
      sum += term
      if term.isNegligible(beside: sum) { break }
    }
    return exp(x) / x * sum
  }

  /// Eₙ(x) = ∫₁^∞ e^(−xt) t⁻ⁿ dt for n, x ≥ 0; NaN otherwise.
  static func en(_ n: Double, _ x: Double) -> Double {
    guard n >= 0, x >= 0 else { return .nan }
    if x == .infinity { return 0 }
    if x == 0 { return n <= 1 ? .infinity : 1 / (n - 1) }
    if n == 0 { return exp(-x) / x }
    return x > 1 ? fraction(n, x) : series(n, x)
  }

  /// The continued fraction (DLMF 8.19.17, contracted).
  private static func fraction(_ n: Double, _ x: Double) -> Double {
    var denominator = x + n
    var fraction = LentzFraction(denominator)
    for k in 1...1000 {
      denominator += 2
      if fraction.take(-Double(k) * (n - 1 + Double(k)), over: denominator) { break }
    }
    return exp(-x) / fraction.value
  }

  /// The power series (DLMF 8.19.8 for integers n, 8.19.10 for others).
  private static func series(_ n: Double, _ x: Double) -> Double {
    let isInteger = n == n.rounded(.down)
    var sum = 0.0
    var power = 1.0  // (−x)ᵏ / k!
    var leading = isInteger ? 0 : tgamma(1 - n) * pow(x, n - 1)
    for k in 0...10_000 {
      let distance = Double(k) + 1 - n
      if distance == 0 {
        leading = power * (Polygamma.digamma(n) - log(x))
      } else {
        sum += power / distance
      }
      power *= -x / Double(k + 1)
      if power == 0 || (distance > 0 && power.isNegligible(beside: sum)) { break }
    }
    return leading - sum
  }
}
