import Foundation
import Testing

@testable import LanewiseEngine

@Suite struct DilogarithmTests {
  @Test(arguments: randomArguments(6, 40, 0.001...0.999)) func reflectionAndInversion(_ x: [Double]) {
    let x = x[0]
    let sum = Double.pi * Double.pi / 6 - log(x) * log1p(-x)
    #expect(isClose(Dilogarithm.spence(x) + Dilogarithm.spence(1 - x), sum), "\(x)")
    // Li₂(1 − x) + Li₂(1 − 1/x) = −½ log² x
    let inverted = Dilogarithm.spence(x) + Dilogarithm.spence(1 / x)
    #expect(isClose(inverted, -0.5 * log(x) * log(x), 1e-13, scale: 1), "\(x)")
  }

  @Test func values() {
    let twelfth = Double.pi * Double.pi / 12
    let logTwo = log(2.0)
    #expect(isClose(Dilogarithm.spence(0.5), twelfth - logTwo * logTwo / 2))
    #expect(isClose(Dilogarithm.spence(2), -twelfth))
    #expect(Dilogarithm.spence(1) == 0 && isClose(Dilogarithm.spence(0), 2 * twelfth))
    #expect(Dilogarithm.spence(-1).isNaN && Dilogarithm.spence(.nan).isNaN)
  }
}
