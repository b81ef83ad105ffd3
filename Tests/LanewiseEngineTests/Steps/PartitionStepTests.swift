import LanewiseEngine
import Testing

@Suite struct PartitionStepTests {
  /// By definition: the places of what is less than the k-th smallest, of what equals it, and of what is greater.
  private func check<T: Element>(_ dtype: DType, _ shape: [Int], _ kth: Int, _ x: [T]) {
    let length = shape.last!
    var places: [Int32] = []
    for start in stride(from: 0, to: x.count, by: length) {
      let keys = x[start..<start + length].map(\.sortKey)
      let middle = keys.sorted()[kth]
      var parts: [[Int32]] = [[], [], []]
      for (place, key) in keys.enumerated() {
        parts[key < middle ? 0 : key == middle ? 1 : 2].append(Int32(place))
      }
      places += parts.joined()
    }
    let expected = places.enumerated().map { x[$0.offset / length * length + Int($0.element)] }
    for threads in [1, 2] {
      let (alone, both) = withThreads(threads) {
        let x = [TestArray(x, shape, dtype)]
        return (
          PartitionStep(kth: kth).results(x, [(shape, dtype)]),
          PartitionStep(kth: kth).results(x, [(shape, dtype), (shape, .int32)])
        )
      }
      #expect(Bool(both[1].elements(Int32.self) == places), "\(dtype) \(shape) \(kth) \(threads)")
      for got in [alone[0], both[0]] {
        #expect(Bool(got.bytes == TestArray(expected, shape, dtype).bytes), "\(dtype) \(shape) \(kth) \(threads)")
      }
    }
  }

  private func checkShapes<T: Element>(_ dtype: DType, seed: UInt64, _ make: (Int) -> T) {
    var generator = Generator(seed)
    for shape in [[1], [7], [3, 40], [2, 17_000], [66_001]] {
      let length = shape.last!
      for range in [-2...2, -50_000...50_000] {
        let x = (0..<shape.reduce(1, *)).map { _ in make(Int.random(in: range, using: &generator)) }
        for kth in Set([0, length / 3, length - 1]) { check(dtype, shape, kth, x) }
      }
    }
  }

  @Test func threePartsOfAnyType() {
    checkShapes(.float32, seed: 1) { TopKStepTests.float($0) }
    checkShapes(.float64, seed: 2) { Double(TopKStepTests.float($0)) }
    checkShapes(.float16, seed: 3) { Half(total: TopKStepTests.float($0 % 2000)) }
    checkShapes(.int32, seed: 4) { Int32($0 &* 40_000) }
    checkShapes(.uint8, seed: 5) { UInt8(truncatingIfNeeded: $0) }
    checkShapes(.bool, seed: 6) { Truth($0 > 0 ? 1 : 0) }
    checkShapes(.complex64, seed: 7) { Complex<Float>(Float($0 % 7), Float($0)) }
  }
}
