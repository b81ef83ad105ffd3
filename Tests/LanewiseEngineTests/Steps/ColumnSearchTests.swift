import LanewiseEngine
import Testing

@Suite struct ColumnSearchTests {
  /// Few and many columns, whose bests stand in any part of the rows, more than once, beside NaN or not.
  @Test(arguments: [[70_001, 2], [40_000, 3], [9_000, 16], [3_000, 100], [2, 900, 40], [300, 600], [3, 7, 1100]])
  func findsTheFirstBest(_ shape: [Int]) {
    var generator = Generator(61)
    let axis = shape.count - 2
    let (length, inner) = (shape[axis], shape[axis + 1])
    let outer = shape.count == 3 ? shape[0] : 1
    var x = (0..<outer * length * inner).map { _ in Float(Int.random(in: -99...99, using: &generator)) }
    for column in 0..<outer * inner where column % 3 == 1 {
      for _ in 0..<2 {
        let row = Int.random(in: 0..<length, using: &generator)
        x[(column / inner * length + row) * inner + column % inner] = .nan
      }
    }
    let half = x.map { BrainFloat(total: $0) }
    for isMax in [true, false] {
      let step = ArgReduceStep(isMax: isMax, axis: axis)
      let expected = (0..<outer * inner).map { column -> Int32 in
        var best = 0
        func value(_ row: Int) -> Float { x[(column / inner * length + row) * inner + column % inner] }
        for row in 1..<length where !value(best).isNaN {
          if value(row).isNaN || (isMax ? value(row) > value(best) : value(row) < value(best)) { best = row }
        }
        return Int32(best)
      }
      var kept = shape
      kept.remove(at: axis)
      for threads in [1, 2] {
        withThreads(threads) {
          #expect(step.result([TestArray(x, shape, .float32)], kept, .int32, Int32.self) == expected)
          #expect(step.result([TestArray(x, shape, .float32)], kept, .int64, Int64.self) == expected.map { Int64($0) })
          #expect(step.result([TestArray(half, shape, .bfloat16)], kept, .int32, Int32.self) == expected)
        }
      }
    }
  }
}
