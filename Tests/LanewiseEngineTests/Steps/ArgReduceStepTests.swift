import LanewiseEngine
import Testing

@Suite struct ArgReduceStepTests {
  func reference<T>(_ x: [T], _ shape: [Int], _ axis: Int, _ beats: (T, T) -> Bool, _ isNaN: (T) -> Bool) -> [Int] {
    var kept = shape
    kept.remove(at: axis)
    return indexVectors(kept).map { at in
      func value(_ i: Int) -> T {
        var index = at
        index.insert(i, at: axis)
        return x[offset(index, in: shape)]
      }
      if let found = (0..<shape[axis]).first(where: { isNaN(value($0)) }) { return found }
      return (1..<max(shape[axis], 1)).reduce(0) { beats(value($1), value($0)) ? $1 : $0 }
    }
  }

  func check<T: Element>(_ dtype: DType, _ make: (Int) -> T) {
    var generator = Generator(11)
    for shape in [[1], [5], [37], [3, 4], [4, 3, 2], [2, 33], [33, 2], [1, 2100], [2, 600], [600, 3], [300, 32]] {
      for axis in shape.indices {
        for range in [0...1, -3...3, -40...40] {
          let x = (0..<shape.reduce(1, *)).map { _ in make(Int.random(in: range, using: &generator)) }
          for isMax in [true, false] {
            var kept = shape
            kept.remove(at: axis)
            let got = ArgReduceStep(isMax: isMax, axis: axis).result(
              [TestArray(x, shape, dtype)], kept, .int32, Int32.self)
            let expected = reference(x, shape, axis, { isMax ? T.isAbove($0, $1) : T.isAbove($1, $0) }, \.isNaN)
            #expect(got == expected.map { Int32($0) }, "\(dtype) \(shape) \(axis) \(isMax)")
          }
        }
      }
    }
  }

  @Test func theFirstBestWins() {
    check(.float32) { Float($0) }
    check(.float64) { Double($0) }
    check(.bfloat16) { BrainFloat(total: Float($0)) }
    check(.int8) { Int8($0) }
    check(.uint32) { UInt32(truncatingIfNeeded: $0) }
    check(.bool) { Truth($0 > 0 ? 1 : 0) }
  }

  /// −40 stands for NaN, 40 for infinity, −39 for −infinity, −38 for −0.
  @Test func theFirstNaNWins() {
    check(.float32) { $0 == -40 ? .nan : $0 == 40 ? .infinity : $0 == -39 ? -.infinity : $0 == -38 ? -0.0 : Float($0) }
    check(.float64) { $0 == -40 ? .nan : $0 == 40 ? .infinity : $0 == -39 ? -.infinity : $0 == -38 ? -0.0 : Double($0) }
    check(.float16) { $0 == -40 ? Half(bits: 0xfe00) : Half(total: Float($0)) }
  }

  @Test func everyIndexType() {
    let x = TestArray([1, 3, 2] as [Float], [3], .float32)
    let step = ArgReduceStep(isMax: true, axis: 0)
    #expect(step.result([x], [], .int8, Int8.self) == [1])
    #expect(step.result([x], [], .uint16, UInt16.self) == [1])
    #expect(step.result([x], [], .int64, Int64.self) == [1])
  }

  /// Lines that are cut into parts, with the best, or a NaN, in several of them.
  @Test func longLines() {
    var generator = Generator(59)
    let count = 70_000
    for (special, value) in [(0, Float(9)), (3, 9), (3, .nan), (1, .nan)] {
      var x = (0..<count).map { _ in Float.random(in: -1...1, using: &generator) }
      for _ in 0..<special { x[Int.random(in: 0..<count, using: &generator)] = value }
      let half = x.map { BrainFloat(total: $0) }
      for isMax in [true, false] {
        let step = ArgReduceStep(isMax: isMax, axis: 0)
        func expected<T: Element>(_ x: [T]) -> [Int32] {
          reference(x, [count], 0, { isMax ? T.isAbove($0, $1) : T.isAbove($1, $0) }, \.isNaN).map { Int32($0) }
        }
        for threads in [1, 2] {
          withThreads(threads) {
            #expect(step.result([TestArray(x, [count], .float32)], [], .int32, Int32.self) == expected(x))
            #expect(step.result([TestArray(half, [count], .bfloat16)], [], .int32, Int32.self) == expected(half))
          }
        }
      }
    }
  }
}
