import Glibc

/// The regularised incomplete gamma functions P and Q = 1 − P, and their derivatives by the parameter.
///
/// Up to x = max(4, a), Q to max(1, a), by the series, beyond by the continued fraction.
enum IncompleteGamma {
  /// T in P(a, x) = xᵃ e⁻ˣ / Γ(a + 1) · T: Σ xⁿ / ((a + 1)…(a + n)) (DLMF 8.11.4).
  private static func series<N: AnalyticNumber>(_ a: N, _ x: Double) -> N {
    var term = N(1)
    var sum = term
    for n in 1...termLimit {
      term = term * (N(x) / (a + N(Double(n))))
      sum = sum + term
      if term.isNegligible(beside: sum) { break }
    }
    return sum
  }

  /// F in Q(a, x) = xᵃ e⁻ˣ / Γ(a) · F (DLMF 8.9.2, contracted).
  private static func fraction<N: AnalyticNumber>(_ a: N, _ x: Double) -> N {
    var denominator = N(x + 1) - a
    var fraction = LentzFraction(denominator)
    for n in 1...termLimit {
      let n = N(Double(n))
      denominator = denominator + N(2)
      if fraction.take(n * (a - n), over: denominator) { break }
    }
    return fraction.value.reciprocal
  }

  /// What bounds the work where a and x are huge: both forms need some √a terms.
  private static let termLimit = 20_000

  /// Up to 4 the series has half as many terms as the fraction, or fewer. What is small there beside P loses up to three
  /// digits, of which double precision has some to spare; Q would lose more.
  private static func usesSeries(_ a: Double, _ x: Double) -> Bool { x <= max(4, a) }

  /// P(a, x): NaN where a ≤ 0 or x < 0.
  static func lower(_ a: Double, _ x: Double) -> Double {
    if a.isNaN || x.isNaN || a <= 0 || x < 0 { return .nan }
    if x == 0 { return 0 }
    if x == .infinity { return 1 }
    if a == .infinity { return 0 }
    return usesSeries(a, x) ? weight(a, x) / a * series(a, x) : 1 - weight(a, x) * fraction(a, x)
  }

  /// Q(a, x): 1 where a ≤ 0 or x ≤ 0, as XLA has it.
  static func upper(_ a: Double, _ x: Double) -> Double {
    if a <= 0 || x <= 0 { return 1 }
    if x == .infinity { return 0 }
    if a.isNaN || x.isNaN { return .nan }
    if a == .infinity { return 1 }
    return x <= max(1, a) ? 1 - weight(a, x) / a * series(a, x) : weight(a, x) * fraction(a, x)
  }

  /// ∂P/∂a.
  static func slope(_ a: Double, _ x: Double) -> Double {
    if a.isNaN || x.isNaN || a <= 0 || x < 0 { return .nan }
    if x == 0 || x == .infinity || a == .infinity { return 0 }
    return weight(a, x) * scaledSlope(a, x)
  }

  /// ∂x/∂a at fixed P(a, x): how a sample of the gamma distribution moves with its parameter (Figurnov, Mohamed and
  /// Mnih 2018).
  static func sampleSlope(_ a: Double, _ x: Double) -> Double {
    if a.isNaN || x.isNaN || a <= 0 || x < 0 || x == .infinity || a == .infinity { return .nan }
    if x == 0 { return 0 }
    // The density is weight / x, and the weight is in both.
    return -x * scaledSlope(a, x)
  }

  /// ∂P/∂a over the weight.
  private static func scaledSlope(_ a: Double, _ x: Double) -> Double {
    let dual = Dual(a, slope: 1)
    if usesSeries(a, x) {
      let sum = series(dual, x)
      return (sum.slope + sum.value * (log(x) - Polygamma.digamma(a + 1))) / a
    }
    let fraction = fraction(dual, x)
    return -(fraction.slope + fraction.value * (log(x) - Polygamma.digamma(a)))
  }

  /// xᵃ e⁻ˣ / Γ(a).
  private static func weight(_ a: Double, _ x: Double) -> Double {
    exp(a * log(x) - x - logGamma(a))
  }
}

/// log|Γ(x)|.
func logGamma(_ x: Double) -> Double { lgamma(x).0 }
