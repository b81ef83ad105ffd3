import LanewiseEngine
import LanewiseKernels
import Testing

@Suite struct DirectTests {
  private static let counts = [0, 1, 8, 1000, 32_768, 100_003]

  @Test(arguments: counts, [DType.float32, .float64, .int32, .float16]) func binary(count: Int, dtype: DType) {
    let x = (0..<count).map { Double($0 % 31 - 15) }
    let y = (0..<count).map { Double($0 % 7 - 3) }
    let a = Interpreter.storage(x, dtype)
    let b = Interpreter.storage(y, dtype)
    let one = Interpreter.storage([5], dtype)
    let type = AbstractArray([count], dtype)
    func run(_ a: Storage, _ b: Storage, _ xIsScalar: Bool, _ yIsScalar: Bool) -> [Double] {
      Interpreter.elements(
        Direct.binary(.sub, a, b, dtype, count: count, xIsScalar: xIsScalar, yIsScalar: yIsScalar), type)
    }
    #expect(run(a, b, false, false) == zip(x, y).map { $0 - $1 })
    #expect(run(a, one, false, true) == x.map { $0 - 5 })
    #expect(run(one, b, true, false) == y.map { 5 - $0 })
    let less = Direct.compare(.lt, a, b, dtype, count: count, xIsScalar: false, yIsScalar: false)
    #expect(Interpreter.elements(less, type.with(dtype: .bool)) == zip(x, y).map { $0 < $1 ? 1 : 0 })
    let chosen = Direct.select(less, a, one, dtype, count: count, xIsScalar: false, yIsScalar: true)
    #expect(Interpreter.elements(chosen, type) == zip(x, y).map { $0 < $1 ? $0 : 5 })
  }

  @Test(arguments: counts) func unaryAndConvert(count: Int) {
    let x = (0..<count).map { Double($0 % 31 - 15) }
    let type = AbstractArray([count], .float16)
    let half = Interpreter.storage(x, .float16)
    #expect(Interpreter.elements(Direct.unary(.neg, half, .float16, count: count), type) == x.map { -$0 })
    let finite = Direct.unary(.isFinite, half, .float16, count: count)
    #expect(Interpreter.elements(finite, type.with(dtype: .bool)) == x.map { _ in 1 })
    let integers = Direct.convert(half, from: .float16, to: .int32, count: count)
    #expect(Interpreter.elements(integers, type.with(dtype: .int32)) == x)
  }
}
