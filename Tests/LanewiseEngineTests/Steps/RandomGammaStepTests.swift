import Foundation
import Testing

@testable import LanewiseEngine

@Suite struct RandomGammaStepTests {
  private func samples(_ alpha: [Float], log: Bool = false, seed: UInt64 = 7 << 32) -> [Float] {
    RandomGammaStep(inLogSpace: log).result(
      [TestArray([seed], [], .key), TestArray(alpha, [alpha.count], .float32)], [alpha.count], .float32, Float.self)
  }

  @Test(arguments: [0.3, 1, 2.5, 40] as [Float]) func momentsAreThoseOfTheDistribution(_ alpha: Float) {
    let count = 20_000
    let x = samples(Array(repeating: alpha, count: count)).map(Double.init)
    let mean = x.reduce(0, +) / Double(count)
    let variance = x.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(count)
    // Five standard errors.
    #expect(abs(mean - Double(alpha)) < 5 * (Double(alpha) / Double(count)).squareRoot())
    #expect(abs(variance / Double(alpha) - 1) < 5 * ((2 + 6 / Double(alpha)) / Double(count)).squareRoot())
  }

  @Test func logarithmsAreOfTheSameSamples() {
    let alpha: [Float] = [0.1, 0.7, 1, 3, 12]
    for (sample, logarithm) in zip(samples(alpha), samples(alpha, log: true)) {
      #expect(abs(logf(sample) - logarithm) < 1e-4 * max(1, abs(logarithm)))
    }
  }

  @Test func everyFormatSamplesTheSameDistribution() {
    let count = 4000
    let wide = RandomGammaStep(inLogSpace: false).result(
      [
        TestArray([UInt64(3)], [], .partitionableKey), TestArray(Array(repeating: 2.0, count: count), [count], .float64),
      ], [count], .float64, Double.self)
    #expect(abs(wide.reduce(0, +) / Double(count) - 2) < 0.12)
    for dtype in [DType.float16, .bfloat16] {
      let two: UInt16 = 0x4000
      let half = RandomGammaStep(inLogSpace: false).result(
        [TestArray([UInt64(3)], [], .key), TestArray(Array(repeating: two, count: count), [count], dtype)],
        [count], dtype, UInt16.self)
      let sum = half.map { dtype == .float16 ? Half(bits: $0).total : BrainFloat(bits: $0).total }.reduce(0, +)
      #expect(abs(sum / Float(count) - 2) < 0.12)
    }
  }

  @Test func edges() {
    let x = samples([0, .nan, .infinity])
    #expect(x[0] == 0 && x[1].isNaN && x[2] == .infinity)
    #expect(samples([0], log: true)[0] == -.infinity)
    #expect(samples([]).isEmpty)
  }
}
