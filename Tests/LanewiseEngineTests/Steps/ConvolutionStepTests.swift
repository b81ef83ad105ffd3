import LanewiseEngine
import Testing

/// Convolutions against loops over their definition, with parameters at random.
@Suite struct ConvolutionStepTests {
  private struct Case {
    var window: Window
    var batch, channels, features: Int
    var featureGroups = 1, batchGroups = 1
    var space: [Int]

    init(_ generator: inout Generator) {
      (window, space) = Window.random(&generator, rank: Int.random(in: 0...3, using: &generator))
      let groups = Int.random(in: 1...3, using: &generator)
      if Bool.random(using: &generator) { featureGroups = groups } else { batchGroups = groups }
      batch = Int.random(in: 1...2, using: &generator) * batchGroups
      channels = Int.random(in: 1...3, using: &generator) * featureGroups
      features = Int.random(in: 1...4, using: &generator) * groups
    }

    var counts: [Int] { space.indices.map { window.count($0, space[$0]) } }
    /// A shape in either layout.
    static func shape(_ first: Int, _ second: Int, _ space: [Int], last: Bool) -> [Int] {
      last ? [first] + space + [second] : [first, second] + space
    }
    var image: (Bool) -> [Int] { { Case.shape(batch, channels, space, last: $0) } }
    var kernel: (Bool) -> [Int] {
      let apart = channels / featureGroups
      return { $0 ? window.extents + [apart, features] : [features, apart] + window.extents }
    }
    var result: (Bool) -> [Int] { { Case.shape(batch / batchGroups, features, counts, last: $0) } }

    func direct<E: Element>(_ x: [E], _ k: [E], last: Bool) -> [E] {
      let (imageShape, kernelShape) = (image(last), kernel(last))
      let results = batch / batchGroups
      return indexVectors(result(last)).map { index in
        let (n, feature) = (index[0], last ? index[index.count - 1] : index[1])
        let position = Array(last ? index[1..<(index.count - 1)] : index[2...])
        let group = feature / (features / (featureGroups * batchGroups))
        let number = batchGroups > 1 ? group * results + n : n
        var total = E.zero
        for tap in indexVectors(window.extents) {
          var one = window
          one.extents = window.extents.map { _ in 1 }
          one.low = window.low.indices.map { window.low[$0] - tap[$0] * window.dilation[$0] }
          guard let place = one.elements(position, space).first else { continue }
          for channel in 0..<(channels / featureGroups) {
            let of = featureGroups > 1 ? group * (channels / featureGroups) + channel : channel
            let from = last ? [number] + place + [of] : [number, of] + place
            let by = last ? tap + [channel, feature] : [feature, channel] + tap
            total = E.sum(total, E.product(x[offset(from, in: imageShape)], k[offset(by, in: kernelShape)]))
          }
        }
        return total
      }
    }

    func check<E: Element>(_ dtype: DType, _ generator: inout Generator, _ seed: UInt64, make: (Int) -> E) {
      for last in [false, true] {
        func numbers(_ shape: [Int]) -> [E] {
          (0..<shape.reduce(1, *)).map { _ in make(Int.random(in: -3...3, using: &generator)) }
        }
        let (x, k) = (numbers(image(last)), numbers(kernel(last)))
        let got = ConvolutionStep(
          window, featureGroups: featureGroups, batchGroups: batchGroups, featuresLast: last
        ).result([TestArray(x, image(last), dtype), TestArray(k, kernel(last), dtype)], result(last), dtype, E.self)
        // Small whole numbers: exact in any order.
        let isSame = zip(got, direct(x, k, last: last)).allSatisfy {
          $0.wide.real == $1.wide.real && $0.wide.imaginary == $1.wide.imaginary
        }
        #expect(isSame, "seed \(seed): \(dtype), last \(last), \(self)")
      }
    }
  }

  @Test func everyTypeAndLayout() {
    for seed in 1...80 as ClosedRange<UInt64> {
      var generator = Generator(seed)
      let one = Case(&generator)
      one.check(.float32, &generator, seed) { Float($0) }
      one.check(.float64, &generator, seed) { Double($0) }
      one.check(.int32, &generator, seed) { Int32($0) }
      one.check(.int8, &generator, seed) { Int8($0) }
      one.check(.complex64, &generator, seed) { Complex<Float>(Float($0), Float($0 % 2)) }
      one.check(.bool, &generator, seed) { Truth($0 > 1 ? 1 : 0) }
    }
  }

  /// Half precision is summed in float32 and rounded once.
  @Test func halfPrecision() {
    let x = (0..<100).map { Half(total: Float($0) * 0.01) }
    let k = (0..<5).map { Half(total: 1 + Float($0) * 0.1) }
    let window = Window(extents: [5], strides: [1], low: [0], high: [0])
    let got = ConvolutionStep(window, featureGroups: 1, batchGroups: 1, featuresLast: false).result(
      [TestArray(x, [1, 1, 100], .float16), TestArray(k, [1, 1, 5], .float16)], [1, 1, 96], .float16, Half.self)
    for i in 0..<96 {
      let exact = (0..<5).reduce(Float(0)) { $0 + x[i + $1].total * k[$1].total }
      #expect(abs(got[i].total - exact) <= exact * 0x1p-11 + 1e-6)
    }
  }

  /// More patches than are laid out at a time.
  @Test func largeImages() {
    var generator = Generator(4)
    var one = Case(&generator)
    one.window = Window(extents: [3, 3], strides: [1, 1], low: [1, 1], high: [1, 1])
    (one.space, one.batch, one.channels, one.features) = ([70, 50], 2, 3, 4)
    (one.featureGroups, one.batchGroups) = (1, 1)
    one.check(.float32, &generator, 4) { Float($0) }
  }

  /// Windows larger than the result, as in a gradient by the kernel: of more channels than are laid out at a time.
  @Test(arguments: [1, 2], [1, 2]) func largeWindows(step: Int, groups: Int) {
    var generator = Generator(5)
    var one = Case(&generator)
    one.window = Window(extents: [20, 12], strides: [step, 1], low: [2, 1], high: [1, 2], dilation: [1, step])
    (one.space, one.batch, one.channels, one.features) = ([24, step == 1 ? 14 : 25], 2, 7 * groups, 2 * groups)
    (one.featureGroups, one.batchGroups) = (groups, 1)
    one.check(.float32, &generator, 5) { Float($0) }
    one.check(.complex64, &generator, 5) { Complex<Float>(Float($0), Float($0 % 2)) }
    one.check(.int32, &generator, 5) { Int32($0) }
    (one.featureGroups, one.batchGroups) = (1, groups)
    one.batch = groups
    one.check(.float32, &generator, 5) { Float($0) }
  }

  @Test func theBitsDoNotDependOnTheThreads() {
    var generator = Generator(12)
    let x = (0..<(4 * 8 * 40 * 40)).map { _ in Float.random(in: -1...1, using: &generator) }
    let k = (0..<(16 * 8 * 9)).map { _ in Float.random(in: -1...1, using: &generator) }
    let window = Window(extents: [3, 3], strides: [1, 1], low: [1, 1], high: [1, 1])
    let results = [1, 2, 3].map { threads in
      withThreads(threads) {
        ConvolutionStep(window, featureGroups: 1, batchGroups: 1, featuresLast: false).results(
          [TestArray(x, [4, 8, 40, 40], .float32), TestArray(k, [16, 8, 3, 3], .float32)],
          [([4, 16, 40, 40], .float32)])[0].bytes
      }
    }
    #expect(results[0] == results[1] && results[1] == results[2])
  }
}
