import Glibc

/// The distribution function Φ of the standard normal distribution: its logarithm and its inverse.
enum NormalDistribution {
  static func logarithm(_ x: Double) -> Double {
    let root = 0.5.squareRoot()
    if x > 5 { return log1p(-0.5 * erfc(x * root)) }
    if x > -10 || x.isNaN { return log(0.5 * erfc(-x * root)) }
    if x == -.infinity { return x }
    // The asymptotic series 1 − 1/x² + 1·3/x⁴ − … (DLMF 7.12.1)
    var term = 1.0
    var sum = 1.0
    for n in 1...50 {
      term *= -Double(2 * n - 1) / (x * x)
      sum += term
      if term.isNegligible(beside: sum) { break }
    }
    return -0.5 * x * x - log(-x) - 0.5 * log(2 * .pi) + log(sum)
  }

  /// Φ⁻¹(p): NaN outside [0, 1]. From a rational approximation (Abramowitz & Stegun 26.2.23) by two steps of Halley.
  static func inverse(_ p: Double) -> Double {
    guard p >= 0, p <= 1 else { return .nan }
    if p == 0 { return -.infinity }
    if p == 1 { return .infinity }
    if p > 0.5 { return -lowerHalf(1 - p) }
    return lowerHalf(p)
  }

  private static func lowerHalf(_ p: Double) -> Double {
    if p == 0.5 { return 0 }
    let t = (-2 * log(p)).squareRoot()
    let numerator = 2.515517 + t * (0.802853 + t * 0.010328)
    var x = numerator / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t
    let root = 0.5.squareRoot()
    let scale = (2 * Double.pi).squareRoot()
    for _ in 0..<2 {
      // (Φ(x) − p) / φ(x), without an overflow far out
      let error = (0.5 * erfc(-x * root) - p) * scale * exp(0.5 * x * x)
      x -= error / (1 + 0.5 * x * error)
    }
    return x
  }
}
