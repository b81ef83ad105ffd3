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
}
