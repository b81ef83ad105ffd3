import Lanewise
import LanewiseEngine
import Testing

@testable import LanewiseCore

@Suite struct TotalOrderTests {
  /// In their order, all different.
  static let ordered: [Float] = [
    Float(bitPattern: 0xFFC0_0000), -.infinity, -1, -.leastNonzeroMagnitude, -0.0, 0, 1, .infinity, .nan,
  ]

  @Test(arguments: [DType.float16, .bfloat16, .float32, .float64])
  func everyPairOfNumbers(dtype: DType) {
    // Half precision has no such small number.
    let numbers = dtype.byteWidth == 2 ? Self.ordered.filter { $0 != -.leastNonzeroMagnitude } : Self.ordered
    let x = NDArray(numbers).astype(dtype)
    let n = numbers.count
    for compared in [false, true] {
      func holds(_ comparison: Comparison) -> [Bool] {
        let f = { (x: NDArray) in
          bindOne(comparison, Lax.reshape(x, [n, 1]), Lax.reshape(x, [1, n]))
        }
        return (compared ? jit(f)(x) : f(x)).asArray(Bool.self)
      }
      let pairs = (0..<n).flatMap { i in (0..<n).map { (i, $0) } }
      #expect(holds(.ltTo) == pairs.map { $0 < $1 })
      #expect(holds(.leTo) == pairs.map { $0 <= $1 })
      #expect(holds(.eqTo) == pairs.map { $0 == $1 })
    }
  }

  @Test func integersCompareAsEver() {
    let (x, y) = (NDArray([-1, 0, 5] as [Int32]), NDArray([0, 0, 0] as [Int32]))
    #expect(bindOne(Comparison.ltTo, x, y).asArray(Bool.self) == [true, false, false])
  }

  @Test func readsAndPrintsAsJAXDoes() throws {
    let text = "{ lambda ; a:f32[3] b:f32[3]. let c:bool[3] = lt_to a b in (c,) }"
    #expect(try Jaxpr(parsing: text).description == text)
    #expect(
      throws: LanewiseError.self,
      performing: {
        try catching { bindOne(Comparison.ltTo, NDArray([1.0], dtype: .complex64), 1.0) }
      })
  }
}
