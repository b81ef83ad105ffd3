import LanewiseCore
import Testing

@Suite struct CompareTests {
  private func tensor<T>(_ dtype: String, _ values: [T], shape: [Int]? = nil) -> Tensor {
    let size = JSONTensor.itemSize(dtype)!
    let bytes = values.withUnsafeBytes { Array($0) }
    return Tensor(dtype: dtype, shape: shape ?? [bytes.count / size], bytes: bytes)
  }

  private let exact = CorpusCase.Tolerance(isExact: true)
  private let loose = CorpusCase.Tolerance(relative: 0.1, absolute: 0.01)

  @Test func dtypesAndShapes() {
    let x = tensor("f32", [Float(1), 2])
    #expect(mismatch(x, tensor("i32", [Int32(1), 2]), loose) == "the result is f32[2] instead of i32[2]")
    #expect(
      mismatch(x, tensor("f32", [Float(1), 2], shape: [1, 2]), loose) == "the result is f32[2] instead of f32[1, 2]")
    #expect(mismatch([x], [x, x], loose) == "there are 1 outputs instead of 2")
    #expect(mismatch([x, x], [x, x], loose) == nil)
  }

  @Test func tolerancesAreOfTheExpectedValue() {
    #expect(mismatch(tensor("f64", [1.109]), tensor("f64", [1.0]), loose) == nil)
    // 0.01 + 0.1·|b| is 0.11 at 1.0 and 0.122 at 1.12.
    #expect(mismatch(tensor("f64", [1.0]), tensor("f64", [1.12]), loose) == nil)
    #expect(mismatch(tensor("f64", [1.12]), tensor("f64", [1.0]), loose) != nil)
    #expect(mismatch(tensor("f64", [0.0]), tensor("f64", [0.0]), .init()) == nil)
  }

  @Test func theWorstElementIsNamed() {
    let a = tensor("f32", [Float(1), 2, 3, 5], shape: [2, 2])
    let b = tensor("f32", [Float(1), 2, 4, 25], shape: [2, 2])
    #expect(
      mismatch([a], [b], .init(relative: 0, absolute: 0.5))
        == "output 0: element [1, 1] is 5.0 instead of 25.0, 40 times what is allowed; 2 of 4 elements differ")
  }

  @Test func whatIsNotFinite() {
    let nan = tensor("f32", [Float.nan])
    let inf = tensor("f32", [Float.infinity])
    let minusInf = tensor("f32", [-Float.infinity])
    let one = tensor("f32", [Float(1)])
    for tolerance in [loose, exact, .init(relative: .infinity, absolute: 1)] {
      #expect(mismatch(nan, nan, tolerance) == nil)
      #expect(mismatch(tensor("f32", [-Float.nan]), nan, tolerance) == nil)
      #expect(mismatch(inf, inf, tolerance) == nil)
      #expect(mismatch(inf, minusInf, tolerance) == "element [0] is inf instead of -inf")
      #expect(mismatch(nan, one, tolerance) == "element [0] is nan instead of 1.0")
      #expect(mismatch(one, nan, tolerance) != nil)
      #expect(mismatch(one, inf, tolerance) != nil)
      #expect(mismatch(inf, one, tolerance) != nil)
    }
  }

  @Test func exactComparesBits() {
    #expect(mismatch(tensor("f64", [0.0]), tensor("f64", [-0.0]), loose) == nil)
    #expect(mismatch(tensor("f64", [0.0]), tensor("f64", [-0.0]), exact) == "element [0] is 0.0 instead of -0.0")
    #expect(mismatch(tensor("f32", [Float(1)]), tensor("f32", [Float(1).nextUp]), exact) != nil)
    #expect(mismatch(tensor("c64", [Float(1), 0]), tensor("c64", [Float(1), -0]), exact) == nil)
    #expect(mismatch(tensor("c64", [Float(1), 0]), tensor("c64", [Float(1), -0.0]), exact) != nil)
  }

  @Test func integersAreAlwaysExact() {
    #expect(mismatch(tensor("i64", [Int64.max]), tensor("i64", [Int64.max - 1]), loose) != nil)
    #expect(mismatch(tensor("u64", [UInt64.max]), tensor("u64", [UInt64.max - 1]), loose) != nil)
    #expect(
      mismatch(tensor("i8", [Int8(-3), 4]), tensor("i8", [Int8(-3), 5]), loose)
        == "element [1] is 4 instead of 5")
    #expect(mismatch(tensor("bool", [UInt8(1)]), tensor("bool", [UInt8(0)]), loose) == "element [0] is 1 instead of 0")
    for (dtype, values) in [("u8", [UInt8(7), 9]), ("bool", [1, 0])] {
      #expect(mismatch(tensor(dtype, values), tensor(dtype, values), exact) == nil)
    }
  }

  @Test func narrowFloats() {
    #expect(mismatch(tensor("f16", [Float16(1.05)]), tensor("f16", [Float16(1)]), loose) == nil)
    #expect(mismatch(tensor("f16", [Float16(1.5)]), tensor("f16", [Float16(1)]), loose) != nil)
    // 1.0 and 1.0078125, neighbours in bfloat16.
    #expect(mismatch(tensor("bf16", [UInt16(0x3f81)]), tensor("bf16", [UInt16(0x3f80)]), loose) == nil)
    #expect(
      mismatch(tensor("bf16", [UInt16(0x3f81)]), tensor("bf16", [UInt16(0x3f80)]), exact)
        == "element [0] is 1.0078125 instead of 1.0")
  }

  @Test func complexNumbers() {
    // The difference is 0.14 in modulus, where 0.01 + 0.1·√2 is allowed, though only 0.11 in each part alone.
    #expect(mismatch(tensor("c128", [1.1, 1.1]), tensor("c128", [1.0, 1.0]), loose) == nil)
    #expect(mismatch(tensor("c128", [3.0, 0.3]), tensor("c128", [3.0, 0.0]), loose) == nil)
    #expect(mismatch(tensor("c128", [3.0, 0.4]), tensor("c128", [3.0, 0.0]), loose) != nil)
    let mixed = tensor("c64", [Float.nan, 2])
    #expect(mismatch(mixed, mixed, loose) == nil)
    #expect(
      mismatch(tensor("c64", [Float.nan, 3]), mixed, loose)
        == "element [0] is (nan+3j) instead of (nan+2j), 4.76 times what is allowed")
    #expect(mismatch(tensor("c128", [1e300, 1e300]), tensor("c128", [-1e300, 1e300]), loose) != nil)
  }

  @Test func float0HasNoValues() {
    let a = Tensor(dtype: "float0", shape: [2], bytes: [0, 1])
    #expect(mismatch(a, Tensor(dtype: "float0", shape: [2], bytes: []), exact) == nil)
    #expect(mismatch(a, Tensor(dtype: "float0", shape: [3], bytes: []), exact) != nil)
  }
}
