import Testing

@testable import LanewiseEngine

@Suite struct SpecialStepTests {
  @Test func everyFormatAndScalarsBesideArrays() {
    let x: [Float] = [0.1, 0.5, 1, 2.5, 30, .infinity, .nan]
    let expected = x.map { Float(Bessel.scaledI0(Double($0))) }
    let single = SpecialStep(.besselI0e).result([TestArray(x, [7], .float32)], [7], .float32, Float.self)
    #expect(single.map(\.bitPattern) == expected.map(\.bitPattern))
    let halves = x.map { Half(total: $0) }
    let half = SpecialStep(.besselI0e).result([TestArray(halves, [7], .float16)], [7], .float16, Half.self)
    #expect(half.map(\.bits) == halves.map { Half(total: Float(Bessel.scaledI0(Double($0.total)))).bits })
    let doubles = [0.5, 1.5, 4]
    let double = SpecialStep(.igamma).result(
      [TestArray([2.5], [], .float64), TestArray(doubles, [3], .float64)], [3], .float64, Double.self)
    #expect(double == doubles.map { IncompleteGamma.lower(2.5, $0) })
  }

  @Test func manyThreadsGiveWhatOneGives() {
    let x = (0..<5000).map { Double($0) * 0.01 }
    func run() -> [Double] {
      SpecialStep(.expi).result([TestArray(x, [5000], .float64)], [5000], .float64, Double.self)
    }
    #expect(withThreads(1, run) == withThreads(4, run))
  }
}
