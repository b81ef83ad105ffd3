import LanewiseEngine
import Testing

@Suite struct TopKStepTests {
  /// By definition: a stable sort of the places, NaN above all.
  func check<T: Element>(_ dtype: DType, _ shape: [Int], _ k: Int, _ x: [T]) {
    let length = shape.last!
    let lines = x.count / max(length, 1)
    var places: [Int32] = []
    for line in 0..<lines {
      func isAbove(_ a: Int, _ b: Int) -> Bool {
        let (a, b) = (x[line * length + a], x[line * length + b])
        return T.isAbove(a, b) || (a.isNaN && !b.isNaN)
      }
      let order = (0..<length).sorted { isAbove($0, $1) || (!isAbove($1, $0) && $0 < $1) }
      places += order.prefix(k).map { Int32($0) }
    }
    let expected = places.enumerated().map { x[$0.offset / max(k, 1) * length + Int($0.element)] }
    let kept = Array(shape.dropLast()) + [k]
    for threads in [1, 2] {
      let got = withThreads(threads) {
        TopKStep(k: k).results([TestArray(x, shape, dtype)], [(kept, dtype), (kept, .int32)])
      }
      #expect(Bool(got[0].bytes == TestArray(expected, kept, dtype).bytes), "\(dtype) \(shape) \(k) \(threads)")
      #expect(Bool(got[1].elements(Int32.self) == places), "\(dtype) \(shape) \(k) \(threads)")
    }
  }

  func checkShapes<T: Element>(_ dtype: DType, _ make: (Int) -> T) {
    var generator = Generator(41)
    for (shape, ks) in [
      ([1], [0, 1]), ([7], [1, 7]), ([300], [1, 20, 300]), ([3, 40], [1, 5, 40]), ([2, 3000], [3, 700]),
      ([1 << 16], [1, 100]), ([70_001], [5, 9000]),
    ] {
      for range in [-2...2, -50_000...50_000] {
        let x = (0..<shape.reduce(1, *)).map { _ in make(Int.random(in: range, using: &generator)) }
        for k in ks { check(dtype, shape, k, x) }
      }
    }
  }

  static func float(_ value: Int) -> Float {
    switch value {
    case 0: -0.0
    case 1: 0
    case -2, 50_000: .nan
    case -3: -.infinity
    default: Float(value)
    }
  }

  @Test func theLargestComeFirst() {
    checkShapes(.float32) { Self.float($0) }
    checkShapes(.float64) { Double(Self.float($0)) }
    checkShapes(.float16) { Half(total: Self.float($0 % 2000)) }
    checkShapes(.int32) { Int32($0 &* 40_000) }
    checkShapes(.int64) { Int64($0) }
    checkShapes(.uint8) { UInt8(truncatingIfNeeded: $0) }
    checkShapes(.bool) { Truth($0 > 0 ? 1 : 0) }
  }

  /// Everything beats all before it; nothing does; all are NaN.
  @Test func ordersThatAreHardest() {
    let count = 70_000
    check(.float32, [count], 50, (0..<count).map { Float($0) })
    check(.float32, [count], 50, (0..<count).map { Float(-$0) })
    check(.float32, [count], 50, [Float](repeating: .nan, count: count))
    check(.int32, [count], 50, [Int32](repeating: 3, count: count))
  }
}
