import Testing

@testable import LanewiseEngine

@Suite struct AnalyticNumberTests {
  @Test func dualsAreDifferentiated() {
    func f<N: AnalyticNumber>(_ x: N) -> N { N.power(2.5, x) * x / (x + N(1)) - x }
    let x = 1.7
    let dual = f(Dual(x, slope: 1))
    #expect(isClose(dual.value, f(x)))
    #expect(isClose(dual.slope, numericSlope({ f($0) }, at: x), 1e-10))
  }

  @Test func lentzGivesTheGoldenRatioAndATangent() {
    var ratio = LentzFraction(1.0)
    var turns = 0
    while !ratio.take(1, over: 1) { turns += 1 }
    #expect(isClose(ratio.value, (1 + 5.0.squareRoot()) / 2) && turns < 60)
    // tan x = x/(1 − x²/(3 − x²/(5 − …))), here with a first denominator of zero
    var tangent = LentzFraction(0.0)
    _ = tangent.take(1, over: 1)
    for odd in stride(from: 3.0, through: 41, by: 2) { _ = tangent.take(-1, over: odd) }
    #expect(isClose(tangent.value, 1.557_407_724_654_902_2))
  }
}
