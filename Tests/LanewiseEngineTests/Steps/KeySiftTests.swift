import Testing

@testable import LanewiseEngine

/// Where this processor has the kernel.
@Suite struct KeySiftTests {
  /// The three kinds by definition, in rooms of their size that others follow.
  private func check<K: FixedWidthInteger & UnsignedInteger & BitwiseCopyable & Sendable>(
    _ keys: [K], _ range: ClosedRange<K>
  ) {
    guard let sift = KeySift<K>() else { return }
    let elements = keys.indices.map { K(truncatingIfNeeded: $0) }
    func kind(_ key: K) -> Int { key < range.lowerBound ? 0 : key > range.upperBound ? 2 : 1 }
    let kinds = (0..<3).map { number in elements.filter { kind(keys[Int($0)]) == number } }
    let counts = SIMD4(kinds[0].count, kinds[1].count, kinds[2].count, 0)
    #expect(sift.count(keys, keys.count, range) == counts)

    let untouched = K.max
    var target = [K](repeating: untouched, count: keys.count + 3)
    let places = (0, counts[0] + 1, counts[0] + counts[1] + 2)
    target.withUnsafeMutableBufferPointer { target in
      func place(_ index: Int) -> UnsafeMutableRawPointer { UnsafeMutableRawPointer(target.baseAddress! + index) }
      let found = sift.sift(
        keys, elements, keys.count, range, to: (place(places.0), place(places.1), place(places.2)))
      #expect(found == counts)
    }
    #expect(target == kinds.flatMap { $0 + [untouched] })

    var kept = [K](repeating: untouched, count: kinds[1].count + 1)
    #expect(kept.withUnsafeMutableBytes { sift.keep(keys, keys.count, range, to: $0.baseAddress!) } == counts)
    #expect(kept == kinds[1].map { keys[Int($0)] } + [untouched])
  }

  @Test func threeKindsOfAnyNumber() {
    var random = SeededGenerator(43)
    for count in [0, 1, 7, 8, 9, 15, 16, 17, 100, 1000] {
      let words = (0..<count).map { _ in random.next() % 10 &* (UInt64.max / 9) }
      check(words, 3 * (UInt64.max / 9)...5 * (UInt64.max / 9))
      check(words.map { UInt32($0 >> 32) }, 0...0)
      check(words.map { UInt32($0 >> 32) }, UInt32.max...UInt32.max)
      check(words.map { UInt32($0 >> 32) }, 1 << 30...3 << 30)
      check(words, 0...UInt64.max)
    }
  }
}
