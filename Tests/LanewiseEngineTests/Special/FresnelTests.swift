import Foundation
import Testing

@testable import LanewiseEngine

@Suite struct FresnelTests {
  @Test(arguments: [-3.3, 0.2, 1, 1.59, 1.6, 1.61, 2.5, 7, 30]) func slopes(_ x: Double) {
    let phase = .pi * x * x / 2
    let h = 1e-4
    #expect(isClose(numericSlope(Fresnel.sine, at: x, step: h), sin(phase), 1e-7, scale: 1))
    #expect(isClose(numericSlope(Fresnel.cosine, at: x, step: h), cos(phase), 1e-7, scale: 1))
  }

  @Test func values() {
    #expect(isClose(Fresnel.sine(1), 0.438_259_147_390_354_77) && isClose(Fresnel.cosine(1), 0.779_893_400_376_822_83))
    #expect(Fresnel.sine(0) == 0 && Fresnel.cosine(-2) == -Fresnel.cosine(2))
    #expect(Fresnel.sine(.infinity) == 0.5 && Fresnel.cosine(-.infinity) == -0.5 && Fresnel.sine(.nan).isNaN)
  }
}
