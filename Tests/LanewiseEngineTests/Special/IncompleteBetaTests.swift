import Foundation
import Testing

@testable import LanewiseEngine

@Suite struct IncompleteBetaTests {
  static let arguments = randomArguments(2, 60, 0.05...20, 0.05...20, 0.001...0.999)

  @Test(arguments: arguments) func symmetryAndRecurrence(_ x: [Double]) {
    let (a, b, x) = (x[0], x[1], x[2])
    let value = IncompleteBeta.value(a, b, x)
    #expect(isClose(value + IncompleteBeta.value(b, a, 1 - x), 1, 1e-12), "\(a), \(b), \(x)")
    // I_x(a, b) = I_x(a + 1, b) + xᵃ(1 − x)ᵇ / (a·B(a, b)) (DLMF 8.17.20)
    let step = exp(a * log(x) + b * log1p(-x) - logGamma(a + 1) - logGamma(b) + logGamma(a + b))
    #expect(isClose(IncompleteBeta.value(a + 1, b, x) + step, value, 1e-11, scale: 1e-3), "\(a), \(b), \(x)")
  }

  @Test func closedForms() {
    // I_x(a, 1) = xᵃ, and I_x(½, ½) = 2/π · arcsin √x
    #expect(isClose(IncompleteBeta.value(2.5, 1, 0.3), pow(0.3, 2.5)))
    let arc = 2 / Double.pi * asin(0.2.squareRoot())
    #expect(isClose(IncompleteBeta.value(0.5, 0.5, 0.2), arc))
  }

  @Test func edges() {
    #expect(IncompleteBeta.value(2, 3, 0) == 0 && IncompleteBeta.value(2, 3, 1) == 1)
    for bad in [[0, 1, 0.5], [1, 0, 0.5], [1, 1, -0.1], [1, 1, 1.1], [.nan, 1, 0.5], [1, 1, .nan]] {
      #expect(IncompleteBeta.value(bad[0], bad[1], bad[2]).isNaN)
    }
  }
}
