import Foundation
import Testing

@testable import LanewiseEngine

@Suite struct RandomLoopTests {
  /// How many programs to try; the environment may ask for more.
  private let seeds = UInt64(ProcessInfo.processInfo.environment["LANEWISE_SEEDS"] ?? "400")!

  @Test func framesAndExecutablesGiveWhatTheTurnsWrittenOutGive() {
    for seed in 0..<seeds {
      let (written, inputs) = RandomLoop.make(seed: seed, .unrolled)
      let expected = written.run(inputs)
      for form in [RandomLoop.Form.frame, .executable] {
        let (program, inputs) = RandomLoop.make(seed: seed, form)
        for donated in [0 as UInt64, ~0] {
          for (index, result) in program.run(inputs, donated: donated).enumerated() {
            #expect(
              agree(result, expected[index]), "seed \(seed), \(form), output \(index): \(result.type)")
          }
        }
      }
    }
  }

  /// The same bytes, or not a number both.
  private func agree(_ a: TestArray, _ b: TestArray) -> Bool {
    guard a.bytes != b.bytes else { return true }
    return switch a.type.dtype {
    case .float32, .complex64: zip(parts(a), parts(b)).allSatisfy { $0 == $1 || $0.isNaN && $1.isNaN }
    case .float64: zip(a.elements(Double.self), b.elements(Double.self)).allSatisfy { $0 == $1 || $0.isNaN && $1.isNaN }
    default: false
    }
  }

  private func parts(_ array: TestArray) -> [Float] {
    array.bytes.withUnsafeBytes { bytes in
      (0..<bytes.count / 4).map { bytes.loadUnaligned(fromByteOffset: 4 * $0, as: Float.self) }
    }
  }
}
