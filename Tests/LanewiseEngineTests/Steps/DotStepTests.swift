import LanewiseEngine
import Testing

@Suite struct DotStepTests {
  /// Every extent up to 3, each operand transposed or not, and a few sizes that reach BLAS and its panels.
  static let cases: [(Int, Int, Int, Int)] =
    indexVectors([3, 4, 4, 4]).map { ($0[0], $0[1], $0[2], $0[3]) }
    + [
      (5, 4, 4, 4), (1, 17, 19, 23), (3, 1, 33, 40), (2, 45, 1, 37), (1, 1, 1, 5000), (1, 300, 70, 250),
      (1, 70, 310, 220), (1, 100, 3, 4000), (1, 1, 1100, 500), (2, 1, 1, 600_001), (1, 700, 1, 900), (2, 1, 531, 1100),
      (1, 33, 600, 300), (20, 9, 50, 270),
    ]

  func check<T: Element>(
    _ dtype: DType, _ result: DType, _ cases: [(Int, Int, Int, Int)], make: (Int64) -> T
  ) {
    var generator = Generator(7)
    for (batch, m, n, k) in cases {
      for flags in 0..<4 {
        let (lt, rt) = (flags & 1 != 0, flags & 2 != 0)
        let lhs = (0..<batch * m * k).map { _ in make(Int64.random(in: -9...9, using: &generator)) }
        let rhs = (0..<batch * k * n).map { _ in make(Int64.random(in: -9...9, using: &generator)) }
        let got = DotStep(batch: batch, m: m, n: n, k: k, lhsTransposed: lt, rhsTransposed: rt).results(
          [TestArray(lhs, [batch, m, k], dtype), TestArray(rhs, [batch, k, n], dtype)], [([batch, m, n], result)])[0]
        // Small whole numbers: every sum is exact. Of the large products a sample is enough.
        let elements = got.elements(T.self)
        let sample = m * n * k > 100_000 ? 197 : 1
        var same = true
        for b in 0..<batch {
          for i in 0..<m {
            for j in 0..<n {
              let index = (b * m + i) * n + j
              if index % sample != 0 { continue }
              var total = T.Total.zero
              for p in 0..<k {
                let x = lhs[b * m * k + (lt ? p * m + i : i * k + p)]
                let y = rhs[b * k * n + (rt ? j * k + p : p * n + j)]
                total = T.Total.sum(total, T.Total.product(x.total, y.total))
              }
              let (x, y) = (elements[index].wide, T(total: total).wide)
              same = same && x.real == y.real && x.imaginary == y.imaginary
            }
          }
        }
        #expect(same, "\(dtype) \(batch) \(m) \(n) \(k) \(lt) \(rt)")
      }
    }
  }

  @Test func everyTypeMultiplies() {
    let small = Array(Self.cases.prefix(3 * 64))
    let all = Self.cases
    check(.float32, .float32, all) { Float($0) }
    check(.float64, .float64, all) { Double($0) }
    check(.complex64, .complex64, all) { Complex<Float>(Float($0), Float($0 % 3)) }
    check(.complex128, .complex128, all) { Complex<Double>(Double($0), Double($0 % 3)) }
    check(.float16, .float16, all) { Half(total: Float($0)) }
    check(.bfloat16, .bfloat16, all) { BrainFloat(total: Float($0)) }
    check(.int8, .int8, all) { Int8($0) }
    check(.uint16, .uint16, small) { UInt16(truncatingIfNeeded: $0) }
    check(.int32, .int32, all) { Int32($0) }
    check(.uint64, .uint64, small) { UInt64(truncatingIfNeeded: $0) }
    check(.bool, .bool, all) { Truth($0 > 3 ? 1 : 0) }
  }

  @Test func resultsMayBeOfAnotherType() {
    let wide = DotStep(batch: 1, m: 1, n: 1, k: 3).result(
      [TestArray([100, 100, 100] as [Int8], [3], .int8), TestArray([100, 100, 100] as [Int8], [3], .int8)],
      [1, 1, 1], .int32, Int32.self)
    #expect(wide == [30000])
    let half = DotStep(batch: 1, m: 1, n: 1, k: 2).result(
      [
        TestArray([Half(total: 60000), Half(total: 60000)], [2], .float16),
        TestArray([Half(total: 1), Half(total: 1)], [2], .float16),
      ], [1, 1, 1], .float32, Float.self)
    #expect(half == [120000])
  }

  @Test func nothingToSumGivesZeros() {
    #expect(
      DotStep(batch: 2, m: 2, n: 1, k: 0).result(
        [TestArray([Float](), [2, 2, 0], .float32), TestArray([Float](), [2, 0, 1], .float32)],
        [2, 2, 1], .float32, Float.self) == [0, 0, 0, 0])
  }

  @Test func notANumberIsKept() {
    var lhs = [Float](repeating: 0, count: 40 * 40)
    lhs[0] = .nan
    let zeros = TestArray([Float](repeating: 0, count: 40), [40, 1], .float32)
    let got = DotStep(batch: 1, m: 40, n: 1, k: 40).result(
      [TestArray(lhs, [1, 40, 40], .float32), zeros], [1, 40, 1], .float32, Float.self)
    #expect(got[0].isNaN && got[1...].allSatisfy { $0 == 0 })
  }
}
