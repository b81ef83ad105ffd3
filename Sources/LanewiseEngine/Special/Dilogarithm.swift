import Glibc

/// Spence's function Li₂(1 − x) = −∫₁ˣ log t / (t − 1) dt.
enum Dilogarithm {
  private static let sixthOfSquare = Double.pi * Double.pi / 6

  /// NaN where x < 0.
  static func spence(_ x: Double) -> Double {
    guard x >= 0 else { return .nan }
    if x == 0 { return sixthOfSquare }
    // Reflection and inversion (DLMF 25.12.6, 25.12.4) lead to arguments near 1.
    if x < 0.5 {
      let logComplement = log1p(-x)
      return sixthOfSquare - logComplement * log(x) - near(-logComplement)
    }
    if x > 2 {
      if x == .infinity { return -.infinity }
      let logarithm = log(x - 1)
      return -sixthOfSquare - 0.5 * logarithm * logarithm - near(log1p(-1 / x))
    }
    return near(-log(x))
  }

  /// Li₂(1 − e⁻ᵘ) = u − u²/4 + Σ B₂ₖ u²ᵏ⁺¹ / (2k + 1)!
  private static func near(_ u: Double) -> Double {
    let square = u * u
    var power = u * square
    var sum = u - square / 4
    for (k, coefficient) in Zeta.bernoulli.enumerated() {
      sum += coefficient / Double(2 * k + 3) * power
      power *= square
    }
    return sum
  }
}
