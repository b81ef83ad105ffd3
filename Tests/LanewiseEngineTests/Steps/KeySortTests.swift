import LanewiseEngine
import Testing

/// Where this processor has the kernels; other arrays are sorted as `SortStepTests` say.
@Suite(.serialized) struct KeySortTests {
  private func check<K: FixedWidthInteger & UnsignedInteger & BitwiseCopyable & Sendable>(_ keys: [K], _ threads: Int) {
    guard let keySort = KeySort<K>() else { return }
    let before = Workers.threadCount
    Workers.threadCount = threads
    defer { Workers.threadCount = before }
    withScratch(K.self, 2 * keys.count) { room in
      room.update(from: keys, count: keys.count)
      let sorted = keySort.sort(room, room + keys.count, keys.count)
      #expect(Array(UnsafeBufferPointer(start: sorted, count: keys.count)) == keys.sorted(), "\(threads) threads")
    }
  }

  /// On several threads the keys are divided by a sample: nothing depends on how good that is.
  @Test(arguments: [1, 2, 3, 5]) func anyOrderOnAnyNumberOfThreads(_ threads: Int) {
    var random = SeededGenerator(41)
    for count in [10, 5999, 6000, 10_000, 32_767, 32_768, 60_001] {
      let words = (0..<count).map { _ in random.next() }
      check(words, threads)
      check(words.map { UInt32(truncatingIfNeeded: $0) }, threads)
      check(words.map { UInt32(truncatingIfNeeded: $0 % 3) }, threads)
      check(words.indices.map { $0 % 97 == 0 ? UInt32.max : UInt32(count - $0) }, threads)
      check([UInt64](repeating: .max, count: count), threads)
      check((0..<count).map(UInt64.init), threads)
    }
  }
}
