import Foundation
import Testing

@testable import LanewiseEngine

@Suite struct NormalDistributionTests {
  @Test(arguments: [-37, -20, -10.01, -9.99, -3, -0.2, 0, 0.5, 1, 4.9, 5.1, 7]) func inverses(_ x: Double) {
    let p = exp(NormalDistribution.logarithm(x))
    // Beyond the middle, p is rounded near 1.
    #expect(isClose(NormalDistribution.inverse(p), x, x > 0 ? 1e-15 * exp(x * x / 2) : 1e-13, scale: 1))
    let slope = exp(-x * x / 2 - NormalDistribution.logarithm(x)) / (2 * Double.pi).squareRoot()
    #expect(isClose(numericSlope(NormalDistribution.logarithm, at: x), slope, 1e-8, scale: 1e-5), "\(x)")
  }

  @Test func edges() {
    #expect(NormalDistribution.inverse(0) == -.infinity && NormalDistribution.inverse(1) == .infinity)
    #expect(NormalDistribution.inverse(-0.1).isNaN && NormalDistribution.inverse(1.1).isNaN)
    #expect(NormalDistribution.inverse(0.5) == 0 && NormalDistribution.inverse(1e-300).isFinite)
    #expect(NormalDistribution.logarithm(-.infinity) == -.infinity && NormalDistribution.logarithm(.infinity) == 0)
    #expect(NormalDistribution.logarithm(.nan).isNaN && NormalDistribution.inverse(.nan).isNaN)
  }
}
