import Testing

@testable import LanewiseEngine

/// What keys give side by side is what each gives alone.
@Suite struct KeyRowTests {
  @Test(arguments: [DType.key, .partitionableKey], [1, 5, 16, 35]) func streams(_ dtype: DType, _ count: Int) {
    let keys = (0..<count).map { UInt64($0 + 1) &* 0x9e37_79b9_7f4a_7c15 }
    func stream(_ key: UInt64, _ step: some Step, _ shape: [Int], _ type: DType) -> [UInt32] {
      step.results([TestArray([key], [], dtype)], [(shape, type)])[0].bytes.withUnsafeBytes { raw in
        (0..<raw.count / 4).map { raw.loadUnaligned(fromByteOffset: 4 * $0, as: UInt32.self) }
      }
    }
    let size = KeyRow.wordCount(count)
    withScratch(UInt32.self, 4 * size) { memory in
      let rows = (0..<4).map {
        KeyRow(memory + $0 * size, count: count, dtype == .key ? .original : .partitionable)
      }
      for (i, key) in keys.enumerated() {
        rows[0][i] = (UInt32(truncatingIfNeeded: key), UInt32(truncatingIfNeeded: key >> 32))
      }
      func words(_ row: KeyRow, _ i: Int) -> [UInt32] { [row[i].0, row[i].1] }
      rows[0].split(count, into: rows[1], rows[2])
      for (i, key) in keys.enumerated() {
        #expect(words(rows[1], i) + words(rows[2], i) == stream(key, RandomSplitStep(), [2], dtype))
      }
      rows[0].split(count, into: rows[1], rows[2], rows[3])
      for (i, key) in keys.enumerated() {
        #expect(
          words(rows[1], i) + words(rows[2], i) + words(rows[3], i) == stream(key, RandomSplitStep(), [3], dtype))
      }
      rows[0].bits32(count, into: rows[1].words0, scratch: rows[1].words1)
      for (i, key) in keys.enumerated() {
        #expect([rows[1][i].0] == stream(key, RandomBitsStep(bitWidth: 32), [], .uint32))
      }
      rows[0].suffix(count - 1).bits64(1, into: rows[1].words0, rows[1].words1)
      #expect([rows[1][0].1, rows[1][0].0] == stream(keys[count - 1], RandomBitsStep(bitWidth: 64), [], .uint64))
    }
  }
}
