import Foundation
import Testing

@testable import LanewiseEngine

@Suite struct IncompleteGammaTests {
  static let arguments = randomArguments(1, 60, 0.05...30, 0.01...50)

  @Test(arguments: arguments) func bothHalvesAreOne(_ x: [Double]) {
    #expect(isClose(IncompleteGamma.lower(x[0], x[1]) + IncompleteGamma.upper(x[0], x[1]), 1))
  }

  /// P(a + 1, x) = P(a, x) − xᵃe⁻ˣ/Γ(a + 1) (DLMF 8.8.5)
  @Test(arguments: arguments) func recurrence(_ x: [Double]) {
    let (a, x) = (x[0], x[1])
    let step = exp(a * log(x) - x - logGamma(a + 1))
    #expect(isClose(IncompleteGamma.lower(a + 1, x) + step, IncompleteGamma.lower(a, x), 1e-12), "\(a), \(x)")
    #expect(isClose(IncompleteGamma.upper(a + 1, x) - step, IncompleteGamma.upper(a, x), 1e-11, scale: step))
  }

  @Test(arguments: arguments) func slopes(_ x: [Double]) {
    let (a, x) = (x[0], x[1])
    let numeric = numericSlope({ IncompleteGamma.lower($0, x) }, at: a, step: min(1e-3, a / 10))
    let slope = IncompleteGamma.slope(a, x)
    #expect(isClose(slope, numeric, 1e-5, scale: 1e-5), "\(a), \(x)")
    let density = exp((a - 1) * log(x) - x - logGamma(a))
    #expect(isClose(IncompleteGamma.sampleSlope(a, x) * density, -slope, 1e-11), "\(a), \(x)")
  }

  /// By mpmath with 40 digits; where the series and the fraction meet, what is left of the series is small.
  @Test(arguments: [
    (0.01, 1.5, -0.10269005300378605), (0.05, 3.9, -0.0052184340146025416), (0.5, 2, -0.13561933520399724),
    (1.5, 3.5, -0.10548560864235863), (3.9, 4, -0.20352876856124866), (2, 4.25, -0.093754491519389609),
    (0.5, 6, -0.0020708697600576254), (30, 20, -0.010205257324989506),
  ]) func slopesToTheirDigits(_ a: Double, _ x: Double, _ slope: Double) {
    let got = IncompleteGamma.slope(a, x)
    #expect(isClose(got, slope, 1e-12), "\(got) at \(a), \(x)")
  }

  @Test func edges() {
    #expect(IncompleteGamma.lower(2, 0) == 0 && IncompleteGamma.lower(2, .infinity) == 1)
    #expect(IncompleteGamma.lower(0, 1).isNaN && IncompleteGamma.lower(1, -1).isNaN)
    #expect(IncompleteGamma.lower(.nan, 1).isNaN && IncompleteGamma.upper(1, .infinity) == 0)
    #expect(IncompleteGamma.upper(0, 1) == 1 && IncompleteGamma.upper(1, -1) == 1)
    #expect(IncompleteGamma.upper(1, .nan).isNaN && IncompleteGamma.upper(.nan, 1).isNaN)
    #expect(IncompleteGamma.slope(1, 0) == 0 && IncompleteGamma.sampleSlope(1, 0) == 0)
    #expect(IncompleteGamma.sampleSlope(0, 1).isNaN && IncompleteGamma.slope(1, -1).isNaN)
    // A small parameter: x moves by x·(1/a)²·(−log P) where P ≈ xᵃ.
    let moved = -1e-10 * log(1e-10) * 1e3
    #expect(isClose(IncompleteGamma.sampleSlope(1e-3, 1e-10), moved, 1e-1))
    // A large one, near the median: P is ½ + 1/(3·√(2πa)).
    let above = 1 / (3 * (2 * Double.pi * 1e5).squareRoot())
    #expect(isClose(IncompleteGamma.lower(1e5, 1e5), 0.5 + above, 1e-6))
  }
}
