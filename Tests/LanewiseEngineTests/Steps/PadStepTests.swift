import LanewiseEngine
import Testing

@Suite struct PadStepTests {
  @Test func everySmallPaddingOfOneAxis() {
    for count in 0...4 {
      let x = (0..<count).map { Int32($0 + 1) }
      for low in -3...3 {
        for high in -3...3 {
          for interior in 0...2 {
            var spread: [Int32] = []
            for (i, value) in x.enumerated() {
              if i > 0 { spread += [Int32](repeating: 9, count: interior) }
              spread.append(value)
            }
            guard spread.count + low + high >= 0 else { continue }
            let padded = [Int32](repeating: 9, count: max(low, 0)) + spread + [Int32](repeating: 9, count: max(high, 0))
            let expected = Array(padded.dropFirst(max(-low, 0)).dropLast(max(-high, 0)))
            guard expected.count == spread.count + low + high else { continue }
            let got = PadStep(low: [low], high: [high], interior: [interior]).result(
              [TestArray(x, [count], .int32), TestArray([Int32(9)], [], .int32)], [expected.count], .int32, Int32.self)
            #expect(got == expected, "\(count) \(low) \(high) \(interior)")
          }
        }
      }
    }
  }

  @Test func axesArePaddedApart() {
    let x = TestArray([1, 2, 3, 4, 5, 6] as [Int8], [2, 3], .int8)
    let zero = TestArray([Int8(0)], [], .int8)
    #expect(
      PadStep(low: [1, -1], high: [0, 1], interior: [1, 0]).result([x, zero], [4, 3], .int8, Int8.self)
        == [0, 0, 0, 2, 3, 0, 0, 0, 0, 5, 6, 0])
  }

  /// Matrices, whose rows are copied together, cut and padded on all sides.
  @Test(arguments: [(1, 0, 0, 1), (0, 2, 3, 0), (-1, 1, -2, 5), (2, -3, -30, -1), (-7, 3, 4, 4), (9, -8, 1, 1)])
  func rowsOfMatrices(_ top: Int, _ bottom: Int, _ left: Int, _ right: Int) {
    func check<T: Element & Equatable & ExpressibleByIntegerLiteral>(_ dtype: DType, _ make: (Int) -> T) {
      let (rows, columns) = (7, 50)
      let x = (0..<rows * columns).map { make($0 % 100) }
      let (height, width) = (rows + top + bottom, columns + left + right)
      var expected: [T] = []
      for i in -top..<height - top {
        for j in -left..<width - left {
          let isInside = (0..<rows).contains(i) && (0..<columns).contains(j)
          expected.append(isInside ? x[i * columns + j] : 9)
        }
      }
      let step = PadStep(low: [top, left], high: [bottom, right], interior: [0, 0])
      let operands = [TestArray(x, [rows, columns], dtype), TestArray([9 as T], [], dtype)]
      #expect(step.result(operands, [height, width], dtype, T.self) == expected, "\(dtype)")
    }
    check(.float32) { Float($0) }
    check(.float64) { Double($0) }
    check(.int8) { Int8($0) }
  }
}
