import Foundation
import Testing

@testable import LanewiseEngine

@Suite struct HypergeometricTests {
  static let arguments = randomArguments(7, 60, 0.1...6, 0.1...8, -30...40)

  /// b M(a, b) − b M(a − 1, b) − x M(a, b + 1) = 0 (DLMF 13.3.4)
  @Test(arguments: arguments) func recurrence(_ x: [Double]) {
    let (a, b, x) = (x[0] + 1, x[1], x[2])
    let parts = [
      b * Hypergeometric.value(a, b, x), -b * Hypergeometric.value(a - 1, b, x), -x * Hypergeometric.value(a, b + 1, x),
    ]
    #expect(abs(parts.reduce(0, +)) < 1e-9 * parts.map(abs).max()!, "\(a), \(b), \(x)")
  }

  @Test(arguments: arguments) func slopes(_ x: [Double]) {
    let (a, b, x) = (x[0], x[1], abs(x[2]))
    let byA = numericSlope({ Hypergeometric.value($0, b, x) }, at: a, step: a / 1000)
    let byB = numericSlope({ Hypergeometric.value(a, $0, x) }, at: b, step: b / 1000)
    #expect(isClose(Hypergeometric.slopeByA(a, b, x), byA, 1e-6), "\(a), \(b), \(x)")
    #expect(isClose(Hypergeometric.slopeByB(a, b, x), byB, 1e-6), "\(a), \(b), \(x)")
  }

  @Test func closedForms() {
    // M(1, 2, x) = (eˣ − 1)/x, for large x by the asymptotic form; a polynomial for a = −2.
    for x in [-150.0, -2, 3, 150] { #expect(isClose(Hypergeometric.value(1, 2, x), expm1(x) / x, 1e-12), "\(x)") }
    #expect(isClose(Hypergeometric.value(-2, 3, 2), 0, 1e-13, scale: 1))
    #expect(isClose(Hypergeometric.value(-1, -2, 3), 2.5))
  }

  @Test func edges() {
    #expect(Hypergeometric.value(0, 0, 3) == 1 && Hypergeometric.value(2, 0, 3) == .infinity)
    #expect(isClose(Hypergeometric.value(2.5, 2.5, -3), exp(-3)) && Hypergeometric.value(2, 3, .nan).isNaN)
  }
}
