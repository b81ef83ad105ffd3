import Lanewise
import Testing

/// Against JAX 0.4.34.
@Suite struct TapersTests {
  @Test func fiveWeights() {
    close(bartlett(5), [0, 0.5, 1, 0.5, 0])
    close(hanning(5), [0, 0.5, 1, 0.5, 0])
    close(hamming(5), [0.080000013, 0.54, 1, 0.54, 0.080000013])
    close(blackman(5), [-1.4901161e-8, 0.34000003, 0.99999994, 0.34, -1.4901161e-8])
    close(kaiser(5, 8.6), [0.0013325138, 0.34039366, 1, 0.34039366, 0.0013325138])
    close(kaiser(4, 0), [1, 1, 1, 1])
    close(i0([-2.0, 0.0, 1.5]), [2.2795851, 1.0000001, 1.6467233])
  }

  private static let windows: [(String, @Sendable (Int) -> NDArray)] = [
    ("bartlett", bartlett), ("hanning", hanning), ("hamming", hamming), ("blackman", blackman),
    ("kaiser", { kaiser($0, 3) }),
  ]

  @Test func noneAndOne() {
    for (name, window) in Self.windows {
      #expect(window(0).shape == [0] && window(0).dtype == .float32)
      #expect(window(1).asArray(Float.self) == [1])
      with64BitDefaults { #expect(window(7).dtype == .float64) }
      expectError(name, .value, "-1 is not a number of weights; it must not be negative.") { window(-1) }
    }
  }

  private func close(_ x: NDArray, _ expected: [Float]) {
    #expect(x.dtype == .float32)
    #expect(zip(x.asArray(Float.self), expected).allSatisfy { Swift.abs($0 - $1) < 3e-7 }, "\(x)")
    #expect(x.size == expected.count)
  }
}
