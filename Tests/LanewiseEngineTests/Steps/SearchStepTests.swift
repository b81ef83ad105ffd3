import LanewiseEngine
import Testing

@Suite struct SearchStepTests {
  /// By definition: how many elements are before the place, NaN above all.
  private func check<T: Element>(
    _ dtype: DType, _ lines: Int, _ length: Int, _ sought: Int, _ generator: inout Generator, _ seed: UInt64,
    _ make: (Int) -> T
  ) {
    func isAbove(_ a: T, _ b: T) -> Bool { T.isAbove(a, b) || (a.isNaN && !b.isNaN) }
    let sorted = (0..<lines).map { _ in
      (0..<length).map { _ in make(Int.random(in: -4...40, using: &generator)) }.sorted { isAbove($1, $0) }
    }
    let values = (0..<lines * sought).map { _ in make(Int.random(in: -6...42, using: &generator)) }
    for isBehindEqual in [false, true] {
      let expected = values.enumerated().map { index, value in
        sorted[index / sought].count { isBehindEqual ? !isAbove($0, value) : isAbove(value, $0) }
      }
      let operands = [
        TestArray(sorted.flatMap { $0 }, [lines, length], dtype), TestArray(values, [lines, sought], dtype),
      ]
      let step = SearchStep(isBehindEqual: isBehindEqual)
      let narrow = step.result(operands, [lines, sought], .int32, Int32.self)
      let wide = step.result(operands, [lines, sought], .int64, Int64.self)
      #expect(
        Bool(narrow.map { Int($0) } == expected && wide.map { Int($0) } == expected),
        "seed \(seed): \(dtype) \(lines) lines of \(length), \(sought) values")
    }
  }

  @Test func placesInLinesOfAnyLength() {
    let seed = UInt64.random(in: 0..<1 << 32)
    var generator = Generator(seed)
    for length in Array(0...17) + [31, 32, 33, 100, 1000] {
      for (lines, sought) in [(1, 1), (1, 37), (3, 8), (2, 5000)] where length < 100 || sought < 100 {
        check(.float32, lines, length, sought, &generator, seed) { $0 > 37 ? .nan : $0 == 0 ? -0.0 : Float($0) }
        check(.int32, lines, length, sought, &generator, seed) { Int32($0) }
      }
      check(.float64, 2, length, 9, &generator, seed) { $0 > 37 ? .nan : Double($0) / 3 }
      check(.float16, 2, length, 9, &generator, seed) { Half(total: $0 > 37 ? .nan : Float($0)) }
      check(.complex64, 2, length, 9, &generator, seed) {
        Complex<Float>($0 > 37 ? .nan : Float($0 / 3), $0 > 37 ? 0 : Float($0 % 3))
      }
      check(.uint8, 2, length, 9, &generator, seed) { UInt8($0 + 6) }
      check(.int64, 2, length, 9, &generator, seed) { Int64($0) }
      check(.bool, 2, length, 9, &generator, seed) { Truth($0 > 20 ? 1 : 0) }
    }
  }
}
