import Glibc

/// Modified Bessel functions of the first kind, scaled: e^(−|x|) I₀(x) and e^(−|x|) I₁(x).
enum Bessel {
  static func scaledI0(_ x: Double) -> Double { scaled(0, abs(x)) }
  static func scaledI1(_ x: Double) -> Double { x < 0 ? -scaled(1, -x) : scaled(1, x) }

  /// Up to 20 by the power series (DLMF 10.25.2), whose terms are all positive; beyond by the asymptotic one (10.40.1).
  private static func scaled(_ order: Double, _ x: Double) -> Double {
    if x <= 20 {
      let square = x * x / 4
      var term = order == 0 ? 1 : x / 2
      var sum = term
      var k = 1.0
      repeat {
        term *= square / (k * (k + order))
        sum += term
        k += 1
      } while !term.isNegligible(beside: sum)
      return sum * exp(-x)
    }
    var term = 1.0
    var sum = 1.0
    for k in 1...40 {
      let odd = Double(2 * k - 1)
      term *= (odd * odd - 4 * order * order) / (8 * Double(k) * x)
      sum += term
      if term.isNegligible(beside: sum) { break }
    }
    return sum / (2 * .pi * x).squareRoot()
  }
}
