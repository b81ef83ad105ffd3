import LanewiseEngine
import Testing

@Suite struct DynamicSliceStepsTests {
  let shape = [4, 3]
  var x: TestArray { TestArray((0..<12).map { Float($0) }, shape, .float32) }

  @Test func startsAreClamped() {
    for (rows, columns) in [(0, 1), (1, 1), (2, 3), (4, 3)] {
      for (i, j) in [(0, 0), (1, 1), (2, 2), (-7, 9), (100, -100)] {
        let start = (max(0, min(i, 4 - rows)), max(0, min(j, 3 - columns)))
        let expected = indexVectors([rows, columns]).map { Float((start.0 + $0[0]) * 3 + start.1 + $0[1]) }
        let indices = [TestArray([Int8(i)], [], .int8), TestArray([Int64(j)], [], .int64)]
        #expect(
          DynamicSliceStep(sizes: [rows, columns]).result([x] + indices, [rows, columns], .float32, Float.self)
            == expected)
        let update = TestArray((0..<rows * columns).map { _ in Float(-1) }, [rows, columns], .float32)
        var updated = (0..<12).map { Float($0) }
        for value in expected { updated[Int(value)] = -1 }
        #expect(DynamicUpdateSliceStep().result([x, update] + indices, shape, .float32, Float.self) == updated)
      }
    }
  }

  @Test func unsignedStartsPastEverySignedOne() {
    let x = TestArray([1, 2, 3] as [Int32], [3], .int32)
    #expect(
      DynamicSliceStep(sizes: [1]).result([x, TestArray([UInt64.max], [], .uint64)], [1], .int32, Int32.self) == [3])
  }
}
