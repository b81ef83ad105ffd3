import Foundation
import Testing

@testable import LanewiseEngine

@Suite struct ZetaTests {
  static let arguments = randomArguments(3, 60, 1.05...60, 0.01...80)

  @Test(arguments: arguments) func recurrence(_ x: [Double]) {
    let (s, q) = (x[0], x[1])
    #expect(isClose(Zeta.value(s, q + 1) + pow(q, -s), Zeta.value(s, q)), "\(s), \(q)")
    let numeric = numericSlope({ Zeta.value($0, q) }, at: s, step: min(1e-3, (s - 1) / 100))
    #expect(isClose(Zeta.slope(s, q), numeric, 1e-6), "\(s), \(q)")
  }

  @Test func closedForms() {
    #expect(isClose(Zeta.value(2, 1), pow(Double.pi, 2) / 6))
    #expect(isClose(Zeta.value(4, 1), pow(Double.pi, 4) / 90))
    #expect(isClose(Zeta.value(2, 0.5), pow(Double.pi, 2) / 2))
  }

  @Test func negativeNumbers() {
    for s in [2.0, 3, 6] {
      for q in [-0.5, -2.25, -7.9] {
        #expect(isClose(Zeta.value(s, q), pow(q, -s) + Zeta.value(s, q + 1), 1e-12), "\(s), \(q)")
      }
      // Far below, the terms are those of all numbers between the integers: twice the positive ones, or none.
      let all = s == 3 ? 0 : 2 * Zeta.value(s, 0.5)
      #expect(isClose(Zeta.value(s, -1e6 - 0.5), all, 1e-5, scale: 1e-5))
    }
  }

  @Test func edges() {
    #expect(Zeta.value(1, 2) == .infinity && Zeta.value(0.5, 2).isNaN && Zeta.value(.nan, 2).isNaN)
    #expect(Zeta.value(2, 0) == .infinity && Zeta.value(3, -1).isNaN && Zeta.value(2.5, -0.5).isNaN)
    #expect(Zeta.value(2, .infinity) == 0 && Zeta.value(.infinity, 1) == 1 && Zeta.value(2, .nan).isNaN)
  }
}

@Suite struct PolygammaTests {
  static let arguments = randomArguments(4, 60, 0.01...50, -20 ... -0.01)

  @Test(arguments: arguments) func recurrence(_ x: [Double]) {
    for x in x {
      let psi = Polygamma.digamma(x)
      #expect(isClose(Polygamma.digamma(x + 1), psi + 1 / x, 1e-12, scale: max(abs(psi), 1)), "\(x)")
      var factorial = 1.0
      for n in 1...4 {
        factorial *= -Double(n)
        let value = Polygamma.value(Double(n), x)
        let next = value + factorial * pow(x, -Double(n) - 1)
        #expect(isClose(Polygamma.value(Double(n), x + 1), next, 1e-11, scale: abs(value)), "\(n), \(x)")
      }
    }
  }

  @Test func closedForms() {
    let euler = 0.577_215_664_901_532_860_6
    let atHalf = -euler - 2 * log(2.0)
    #expect(isClose(Polygamma.digamma(1), -euler) && isClose(Polygamma.digamma(0.5), atHalf))
    #expect(isClose(Polygamma.value(1, 1), pow(Double.pi, 2) / 6))
  }

  @Test func edges() {
    #expect(Polygamma.digamma(0).isNaN && Polygamma.digamma(-3).isNaN && Polygamma.digamma(.infinity) == .infinity)
    #expect(Polygamma.value(1.5, 1).isNaN && Polygamma.value(-1, 1).isNaN && Polygamma.value(1, -2) == .infinity)
  }
}
