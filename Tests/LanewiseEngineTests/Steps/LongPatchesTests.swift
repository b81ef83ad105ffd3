import LanewiseEngine
import Testing

/// Convolutions with windows as large as the images, against their definition.
@Suite struct LongPatchesTests {
  struct Sizes: CustomTestStringConvertible {
    var batch, channels, features: Int
    var featureGroups = 1, batchGroups = 1
    var side = 40

    var testDescription: String { "\(batch) of \(channels), \(features), \(featureGroups) and \(batchGroups) groups" }
  }

  /// Images of `side`² with a window as large, and a border of one: nine places.
  private func convolve(_ s: Sizes, _ x: [Float], _ k: [Float]) -> [Float] {
    let groups = s.featureGroups * s.batchGroups
    let window = Window(extents: [s.side, s.side], strides: [1, 1], low: [1, 1], high: [1, 1])
    return ConvolutionStep(
      window, featureGroups: s.featureGroups, batchGroups: s.batchGroups, featuresLast: false
    ).result(
      [
        TestArray(x, [s.batch * s.batchGroups, s.channels * s.featureGroups, s.side, s.side], .float32),
        TestArray(k, [s.features * groups, s.channels, s.side, s.side], .float32),
      ], [s.batch, s.features * groups, 3, 3], .float32, Float.self)
  }

  private func expected(_ s: Sizes, _ x: [Float], _ k: [Float]) -> [Float] {
    let (side, area) = (s.side, s.side * s.side)
    let groups = s.featureGroups * s.batchGroups
    var result: [Float] = []
    for n in 0..<s.batch {
      for feature in 0..<s.features * groups {
        let group = feature / s.features
        let image = s.batchGroups > 1 ? group * s.batch + n : n
        let first = image * s.channels * s.featureGroups + (s.batchGroups > 1 ? 0 : group * s.channels)
        for (dy, dx) in [(-1, -1), (-1, 0), (-1, 1), (0, -1), (0, 0), (0, 1), (1, -1), (1, 0), (1, 1)] {
          var total: Float = 0
          for channel in 0..<s.channels {
            for y in max(0, -dy)..<min(side, side - dy) {
              let row = (first + channel) * area + (y + dy) * side + dx
              let tap = (feature * s.channels + channel) * area + y * side
              for column in max(0, -dx)..<min(side, side - dx) { total += x[row + column] * k[tap + column] }
            }
          }
          result.append(total)
        }
      }
    }
    return result
  }

  private func numbers(_ count: Int, _ seed: UInt64) -> [Float] {
    var generator = Generator(seed)
    return (0..<count).map { _ in Float(Int.random(in: -2...2, using: &generator)) }
  }

  /// One image and several at once, all channels and some, kernels in front and behind.
  @Test(arguments: [
    Sizes(batch: 1, channels: 1, features: 1), Sizes(batch: 17, channels: 5, features: 3),
    Sizes(batch: 9, channels: 2, features: 20), Sizes(batch: 2, channels: 9, features: 2, side: 33),
    Sizes(batch: 8, channels: 2, features: 2, featureGroups: 2),
    Sizes(batch: 8, channels: 2, features: 2, batchGroups: 2),
  ]) func agreeWithTheDefinition(_ s: Sizes) {
    let groups = s.featureGroups * s.batchGroups
    let x = numbers(s.batch * s.channels * groups * s.side * s.side, 21)
    let k = numbers(s.features * groups * s.channels * s.side * s.side, 22)
    // Whole numbers: exact in any order.
    #expect(convolve(s, x, k) == expected(s, x, k), "seeds 21, 22")
  }

  @Test func theBitsDoNotDependOnTheThreads() {
    let s = Sizes(batch: 16, channels: 6, features: 10)
    let x = numbers(s.batch * s.channels * 1600, 23).map { $0 * 0.37 }
    let k = numbers(s.features * s.channels * 1600, 24).map { $0 / 3 }
    let results = [1, 2, 3].map { threads in withThreads(threads) { convolve(s, x, k).map(\.bitPattern) } }
    #expect(results[0] == results[1] && results[1] == results[2])
  }
}
