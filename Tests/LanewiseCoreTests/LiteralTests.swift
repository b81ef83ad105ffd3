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

  @Test func numbersAreAsExactAsWhatTheyMeet() {
    let x = NDArray([1.0], dtype: .float64)
    let factor = 0.1
    #expect((x * 0.1).asArray(Double.self) == [0.1] && (x * factor).asArray(Double.self) == [0.1])
    #expect(jit { (x: NDArray) in x + .pi }(x).asArray(Double.self) == [1 + Double.pi])
    #expect(NDArray(0.1).dtype == .float32 && Double(NDArray(0.1)) == Double(Float(0.1)))
    #expect("\(makeJaxpr { (x: NDArray) in x * 0.1 }(NDArray([1.0])))".contains("mul a 0.10000000149011612"))
  }

  @Test func arraysOfLiteralsAreArrays() {
    let x: NDArray = [1, 2.5]
    #expect(x.dtype == .float32 && x.asArray(Float.self) == [1, 2.5])
    #expect((NDArray([1, 2] as [Int32]) << 3).asArray(Int32.self) == [8, 16])
  }
}
