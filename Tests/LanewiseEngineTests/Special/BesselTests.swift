import Foundation
import Testing

@testable import LanewiseEngine

@Suite struct BesselTests {
  /// Among them where one series takes over from the other.
  @Test(arguments: [0.1, 1, 3.7, 12, 19.9, 20, 20.1, 35, 200]) func slopes(_ x: Double) {
    // I₀′ = I₁ and I₁′ = I₀ − I₁/x (DLMF 10.29.2), scaled by e⁻ˣ
    let (i0, i1) = (Bessel.scaledI0(x), Bessel.scaledI1(x))
    #expect(isClose(numericSlope(Bessel.scaledI0, at: x), i1 - i0, 1e-9, scale: 1e-2))
    #expect(isClose(numericSlope(Bessel.scaledI1, at: x), i0 - i1 / x - i1, 1e-9, scale: 1e-2))
  }

  @Test func values() {
    // DLMF 10.35: e^(x cos t) has I₀ as its mean over a turn, and I₁ as that of its product with cos t.
    for x in [0.3, 2, 17, 20, 21, 60] {
      let turns = (0..<400).map { 2 * Double.pi * Double($0) / 400 }
      let mean = turns.map { exp(x * (cos($0) - 1)) }.reduce(0, +) / 400
      let first = turns.map { exp(x * (cos($0) - 1)) * cos($0) }.reduce(0, +) / 400
      #expect(isClose(Bessel.scaledI0(x), mean) && isClose(Bessel.scaledI1(x), first), "\(x)")
    }
  }

  @Test func edges() {
    #expect(Bessel.scaledI0(0) == 1 && Bessel.scaledI1(0) == 0)
    #expect(Bessel.scaledI0(-2) == Bessel.scaledI0(2) && Bessel.scaledI1(-2) == -Bessel.scaledI1(2))
    #expect(Bessel.scaledI0(.infinity) == 0 && Bessel.scaledI1(-.infinity) == 0)
    #expect(Bessel.scaledI0(.nan).isNaN && Bessel.scaledI1(.nan).isNaN)
  }
}
