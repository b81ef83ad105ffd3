import LanewiseEngine
import LanewiseKernels
import Testing

/// Windows against loops over them, with windows at random.
@Suite struct WindowFoldStepTests {
  @Test func everyFoldAndType() {
    for seed in 1...60 as ClosedRange<UInt64> {
      var generator = Generator(seed)
      let (window, shape) = Window.random(&generator, rank: Int.random(in: 1...3, using: &generator))
      for op in [FoldOp.sum, .prod, .max, .min] {
        check(.float32, op, window, shape, seed) { Float($0) }
        check(.int8, op, window, shape, seed) { Int8($0) }
        check(.float64, op, window, shape, seed) { Double($0) }
        check(.bfloat16, op, window, shape, seed) { BrainFloat(total: Float($0)) }
      }
      check(.bool, .and, window, shape, seed) { Truth($0 > 0 ? 1 : 0) }
      check(.bool, .or, window, shape, seed) { Truth($0 > 0 ? 1 : 0) }
    }
  }

  private func check<E: Element>(
    _ dtype: DType, _ op: FoldOp, _ window: Window, _ shape: [Int], _ seed: UInt64, make: (Int) -> E
  ) {
    var generator = Generator(seed)
    let x = (0..<shape.reduce(1, *)).map { _ in make(Int.random(in: -2...2, using: &generator)) }
    var neutral = E.zero
    withUnsafeMutableBytes(of: &neutral) { bytes in
      withUnsafeBytes(of: op.identityBits(dtype)) { bytes.copyBytes(from: $0.prefix(bytes.count)) }
    }
    let counts = shape.indices.map { window.count($0, shape[$0]) }
    let got = WindowFoldStep(op, window).result(
      [TestArray(x, shape, dtype), TestArray([neutral], [], dtype)], counts, dtype, E.self)
    let expected = indexVectors(counts).map { position in
      var total = neutral.total
      for place in window.elements(position, shape) {
        let element = x[offset(place, in: shape)].total
        switch op {
        case .sum: total = E.Total.sum(total, element)
        case .prod: total = E.Total.product(total, element)
        case .max, .or: total = E.Total.maximum(total, element)
        default: total = E.Total.minimum(total, element)
        }
      }
      return E(total: total)
    }
    // Small whole numbers: exact in any order.
    #expect(zip(got, expected).allSatisfy { $0.wide.real == $1.wide.real }, "seed \(seed): \(dtype) \(op) \(window)")
  }

  @Test func notANumberWins() {
    let x = TestArray([1, .nan, 3, 4] as [Float], [4], .float32)
    let window = Window(extents: [2], strides: [1], low: [0], high: [0])
    for (op, neutral) in [(FoldOp.max, -Float.infinity), (.min, .infinity), (.sum, 0)] {
      let got = WindowFoldStep(op, window).result([x, TestArray([neutral], [], .float32)], [3], .float32, Float.self)
      #expect(got[0].isNaN && got[1].isNaN && !got[2].isNaN)
    }
  }
}

extension Window {
  /// A window, and the shape of an array that it moves over.
  static func random(_ generator: inout Generator, rank: Int, dilatesBase: Bool = true) -> (Window, [Int]) {
    func numbers(_ range: ClosedRange<Int>) -> [Int] { (0..<rank).map { _ in .random(in: range, using: &generator) } }
    let window = Window(
      extents: numbers(1...3), strides: numbers(1...2), low: numbers(-1...2), high: numbers(-1...2),
      baseDilation: dilatesBase ? numbers(1...2) : nil, dilation: numbers(1...2))
    return (window, numbers(3...6))
  }

  /// The places of the elements that a window lies on, by the definition.
  func elements(_ position: [Int], _ shape: [Int]) -> [[Int]] {
    indexVectors(extents).compactMap { tap in
      var place: [Int] = []
      for axis in shape.indices {
        let at = position[axis] * strides[axis] + tap[axis] * dilation[axis] - low[axis]
        guard at >= 0, at % baseDilation[axis] == 0, at / baseDilation[axis] < shape[axis] else { return nil }
        place.append(at / baseDilation[axis])
      }
      return place
    }
  }
}
