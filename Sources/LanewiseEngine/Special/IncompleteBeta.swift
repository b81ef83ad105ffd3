import Glibc

/// The regularised incomplete beta function.
enum IncompleteBeta {
  /// I_x(a, b), by the continued fraction on the side where it converges fast (DLMF 8.17.22, 8.17.4); NaN unless a and
  /// b are positive and x is in [0, 1].
  static func value(_ a: Double, _ b: Double, _ x: Double) -> Double {
    guard a > 0, b > 0, x >= 0, x <= 1, a < .infinity, b < .infinity else { return .nan }
    return x < (a + 1) / (a + b + 2) ? direct(a, b, x, 1 - x) : 1 - direct(b, a, 1 - x, x)
  }

  private static func direct(_ a: Double, _ b: Double, _ x: Double, _ complement: Double) -> Double {
    guard x > 0 else { return 0 }
    var fraction = LentzFraction(1.0)
    for k in 1...20_000 {
      let m = Double(k / 2)
      let term =
        k % 2 == 0
        ? m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        : -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      if fraction.take(term, over: 1) { break }
    }
    let logBeta = logGamma(a) + logGamma(b) - logGamma(a + b)
    let logWeight = a * log(x) + b * logOf(complement, oneMinus: x) - logBeta
    return exp(logWeight) / (a * fraction.value)
  }

  /// log(1 − x), of whichever of the two is exact.
  private static func logOf(_ complement: Double, oneMinus x: Double) -> Double {
    x < 0.5 ? log1p(-x) : log(complement)
  }
}
