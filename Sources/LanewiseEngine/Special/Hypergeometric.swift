import Glibc

/// The confluent hypergeometric function ₁F₁(a; b; x), Kummer's M.
enum Hypergeometric {
  /// Σ (a)ₖ/(b)ₖ xᵏ/k! (DLMF 13.2.2)
  private static func series<N: AnalyticNumber>(_ a: N, _ b: N, _ x: Double) -> N {
    var term = N(1)
    var sum = term
    for k in 0...2000 {
      let n = N(Double(k))
      term = term * ((a + n) / (b + n)) * N(x / Double(k + 1))
      sum = sum + term
      if term.isNegligible(beside: sum) { break }
    }
    return sum
  }

  /// 1 where a = 0, ∞ where b = 0 and a is not.
  static func value(_ a: Double, _ b: Double, _ x: Double) -> Double {
    if a == 0 { return 1 }
    if a == b { return exp(x) }
    if b == 0 { return .infinity }
    let isPolynomial = a < 0 && a == a.rounded(.down)
    if isPolynomial || (x >= 0 && x < 100) { return series(a, b, x) }
    // Kummer's transformation (DLMF 13.2.39) makes all terms positive again.
    if x < 0 && x > -100 { return exp(x) * series(b - a, b, -x) }
    if x.isNaN { return x }
    return asymptotic(a, b, x)
  }

  /// The leading expansion for large |x| (DLMF 13.7.1, 13.7.2).
  private static func asymptotic(_ a: Double, _ b: Double, _ x: Double) -> Double {
    if x < 0 { return ratio(b, b - a) * pow(-x, -a) * tail(a, a - b + 1, -x) }
    return ratio(b, a) * exp(x) * pow(x, a - b) * tail(1 - a, b - a, x)
  }

  private static func ratio(_ a: Double, _ b: Double) -> Double { tgamma(a) / tgamma(b) }

  private static func tail(_ a: Double, _ b: Double, _ x: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    for k in 0...250 {
      let next = term * (a + Double(k)) * (b + Double(k)) / (Double(k + 1) * x)
      guard abs(next) <= abs(term) || k < 2 else { break }
      term = next
      sum += term
      if term.isNegligible(beside: sum) { break }
    }
    return sum
  }

  /// The derivatives by a and by b, of the series.
  static func slopeByA(_ a: Double, _ b: Double, _ x: Double) -> Double { series(Dual(a, slope: 1), Dual(b), x).slope }
  static func slopeByB(_ a: Double, _ b: Double, _ x: Double) -> Double { series(Dual(a), Dual(b, slope: 1), x).slope }
}
