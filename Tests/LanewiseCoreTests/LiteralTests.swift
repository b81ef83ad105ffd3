import Lanewise
import Testing

/// Arithmetic of Swift's literals stays Swift's where no array takes part.
@Suite struct LiteralTests {
  @Test func numbersOfLiteralsAreSwifts() {
    #expect(Double(1 << 60) == 1_152_921_504_606_846_976)
    #expect(Int(7 / 2) == 3)
    #expect(Float(1 + 2) == 3)
    let shifted = 1 << 40
    #expect(shifted == 1_099_511_627_776)
  }

  @Test func arraysOfLiteralsAreArrays() {
    let x: NDArray = [1, 2.5]
    #expect(x.dtype == .float32 && x.asArray(Float.self) == [1, 2.5])
    #expect((NDArray([1, 2] as [Int32]) << 3).asArray(Int32.self) == [8, 16])
  }
}
