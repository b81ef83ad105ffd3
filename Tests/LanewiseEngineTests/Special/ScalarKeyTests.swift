import Testing

@testable import LanewiseEngine

/// What a key gives one at a time is what the kernels' streams give.
@Suite struct ScalarKeyTests {
  @Test(arguments: [DType.key, .partitionableKey]) func streams(_ dtype: DType) {
    let layout: RandomStream.Layout = dtype == .key ? .original : .partitionable
    let key = ScalarKey(0x1234_5678, 0x9abc_def0, layout)
    let operand = TestArray([0x9abc_def0_1234_5678 as UInt64], [], dtype)
    func stream(_ step: some Step, _ shape: [Int], _ type: DType) -> [UInt32] {
      step.results([operand], [(shape, type)])[0].bytes.withUnsafeBytes { raw in
        (0..<raw.count / 4).map { raw.loadUnaligned(fromByteOffset: 4 * $0, as: UInt32.self) }
      }
    }
    func words(_ keys: ScalarKey...) -> [UInt32] { keys.flatMap { [$0.word0, $0.word1] } }
    let (a, b) = key.split()
    #expect(words(a, b) == stream(RandomSplitStep(), [2], dtype))
    let (c, d, e) = key.split3()
    #expect(words(c, d, e) == stream(RandomSplitStep(), [3], dtype))
    #expect([key.bits32()] == stream(RandomBitsStep(bitWidth: 32), [], .uint32))
    let wide = stream(RandomBitsStep(bitWidth: 64), [], .uint64)
    #expect(key.bits64() == UInt64(wide[1]) << 32 | UInt64(wide[0]))
  }
}
