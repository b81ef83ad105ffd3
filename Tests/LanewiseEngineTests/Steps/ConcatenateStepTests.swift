import LanewiseEngine
import Testing

@Suite struct ConcatenateStepTests {
  @Test func operandsFollowEachOtherAlongTheAxis() {
    for axis in 0..<3 {
      let shapes = [1, 0, 3, 2].map { length in
        var shape = [2, 3, 2]
        shape[axis] = length
        return shape
      }
      var next: UInt16 = 0
      let operands = shapes.map { shape in
        (0..<shape.reduce(1, *)).map { _ -> UInt16 in
          next += 1
          return next
        }
      }
      var shape = [2, 3, 2]
      shape[axis] = 6
      let expected = indexVectors(shape).map { index -> UInt16 in
        var index = index
        var operand = 0
        while index[axis] >= shapes[operand][axis] {
          index[axis] -= shapes[operand][axis]
          operand += 1
        }
        return operands[operand][offset(index, in: shapes[operand])]
      }
      let got = ConcatenateStep(axis: axis).result(
        zip(operands, shapes).map { TestArray($0, $1, .uint16) }, shape, .uint16, UInt16.self)
      #expect(got == expected)
    }
  }

  /// Many rows: short ones, which are woven, and long ones; in every width.
  @Test func longRows() {
    let seed = UInt64.random(in: 0..<1 << 32)
    var generator = Generator(seed)
    func check<T: FixedWidthInteger & BitwiseCopyable>(_ dtype: DType, _: T.Type) {
      for lengths in [[1, 1], [1, 3, 0, 2], [3, 3], [5, 1, 7, 2, 8], [17, 1], [30, 33], [400, 300]] {
        let rows = 100_000 / lengths.reduce(0, +)
        let operands = lengths.map { length in
          (0..<rows * length).map { _ in T(truncatingIfNeeded: generator.next()) }
        }
        let expected = (0..<rows).flatMap { row in
          zip(operands, lengths).flatMap { Array($0[row * $1..<(row + 1) * $1]) }
        }
        let got = ConcatenateStep(axis: 1).result(
          zip(operands, lengths).map { TestArray($0, [rows, $1], dtype) }, [rows, lengths.reduce(0, +)], dtype, T.self)
        #expect(Bool(got == expected), "seed \(seed) \(dtype) \(lengths)")
      }
    }
    check(.uint8, UInt8.self)
    check(.uint16, UInt16.self)
    check(.uint32, UInt32.self)
    check(.uint64, UInt64.self)
  }
}
