import Foundation
import Testing

@testable import LanewiseEngine

@Suite struct ExponentialIntegralTests {
  static let arguments = randomArguments(5, 40, 0.01...40)

  @Test(arguments: arguments) func recurrence(_ x: [Double]) {
    let x = x[0]
    // n Eₙ₊₁ = e⁻ˣ − x Eₙ (DLMF 8.19.12)
    for n in [1.0, 2, 3.5, 7, 40] {
      let value = ExponentialIntegral.en(n, x)
      #expect(isClose(n * ExponentialIntegral.en(n + 1, x), exp(-x) - x * value, 1e-11, scale: exp(-x)), "\(n), \(x)")
    }
    #expect(isClose(numericSlope(ExponentialIntegral.ei, at: x, step: min(x / 100, 0.01)), exp(x) / x, 1e-6), "\(x)")
    #expect(isClose(numericSlope(ExponentialIntegral.ei, at: -x, step: min(x / 100, 0.01)), -exp(-x) / x, 1e-6), "\(x)")
  }

  @Test func bothSeriesMeet() {
    let slope = exp(40.0) / 40
    #expect(isClose(ExponentialIntegral.ei(40.0001) - ExponentialIntegral.ei(40), slope * 0.0001, 1e-3))
    let step = ExponentialIntegral.en(3, 1.0001) - ExponentialIntegral.en(3, 1)
    #expect(isClose(step, -0.0001 * ExponentialIntegral.en(2, 1), 1e-3))
    #expect(isClose(ExponentialIntegral.en(1, 1), 0.219_383_934_395_520_27))
  }

  @Test func edges() {
    #expect(ExponentialIntegral.ei(0) == -.infinity && ExponentialIntegral.ei(.infinity) == .infinity)
    #expect(ExponentialIntegral.en(1, 0) == .infinity && ExponentialIntegral.en(3, 0) == 0.5)
    #expect(isClose(ExponentialIntegral.en(0, 2), exp(-2) / 2) && ExponentialIntegral.en(2, .infinity) == 0)
    #expect(ExponentialIntegral.en(-1, 2).isNaN && ExponentialIntegral.en(1, -2).isNaN)
    #expect(ExponentialIntegral.ei(.nan).isNaN)
  }
}
