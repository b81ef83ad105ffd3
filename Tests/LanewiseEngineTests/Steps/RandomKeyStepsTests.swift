import LanewiseEngine
import Testing

@Suite struct RandomKeyStepsTests {
  static func words(_ array: TestArray) -> [UInt32] {
    array.bytes.withUnsafeBytes { Array($0.bindMemory(to: UInt32.self)) }
  }

  @Test func seeds() {
    func seed<T: BitwiseCopyable>(_ value: T, _ dtype: DType) -> [UInt32] {
      Self.words(RandomSeedStep().results([TestArray([value], [], dtype)], [([], .key)])[0])
    }
    #expect(seed(Int32(21), .int32) == [0, 21])
    #expect(seed(Int32(-1), .int32) == [0, 0xffff_ffff])
    #expect(seed(Int8(-2), .int8) == [0, 0xffff_fffe])
    #expect(seed(UInt8(254), .uint8) == [0, 254])
    #expect(seed(Int64(1_099_511_627_781), .int64) == [256, 5])
    #expect(seed(Int64(-1), .int64) == [0xffff_ffff, 0xffff_ffff])
  }

  @Test func foldsAreThoseOfJAX() {
    let data: [UInt32] = [0, 7, .max]
    let expected: [UInt32] = [2_350_560_007, 1_024_160_832, 3_490_973_996, 836_786_289, 2_094_491_300, 86_138_165]
    let key = RandomBitsStepTests.keys([0, 21], [], .key)
    #expect(Self.words(RandomFoldInStep().results([key, TestArray(data, [3], .uint32)], [([3], .key)])[0]) == expected)
    let keys = RandomBitsStepTests.keys([0, 21, 0, 21, 0, 21], [3], .key)
    #expect(
      Self.words(RandomFoldInStep().results([keys, TestArray(data, [3], .uint32)], [([3], .key)])[0]) == expected)
    #expect(
      Self.words(RandomFoldInStep().results([keys, TestArray([UInt32(7)], [], .uint32)], [([3], .key)])[0])
        == [3_490_973_996, 836_786_289, 3_490_973_996, 836_786_289, 3_490_973_996, 836_786_289])
  }

  @Test func theBlockFunction() {
    // The known answers published with the cipher.
    let inputs: [(UInt32, UInt32, UInt32, UInt32, UInt32, UInt32)] = [
      (0, 0, 0, 0, 0x6b20_0159, 0x99ba_4efe),
      (.max, .max, .max, .max, 0x1cb9_96fc, 0xbb00_2be7),
      (0x1319_8a2e, 0x0370_7344, 0x243f_6a88, 0x85a3_08d3, 0xc492_3a9c, 0x483d_f7a0),
    ]
    for count in [0, 1, 3, 8, 11, 40] {
      let rows = (0..<count).map { inputs[$0 % 3] }
      func operand(_ word: (Int) -> UInt32) -> TestArray { TestArray(rows.indices.map(word), [count], .uint32) }
      let got = Threefry2x32Step().results(
        [operand { rows[$0].0 }, operand { rows[$0].1 }, operand { rows[$0].2 }, operand { rows[$0].3 }],
        [([count], .uint32), ([count], .uint32)])
      #expect(Self.words(got[0]) == rows.map(\.4))
      #expect(Self.words(got[1]) == rows.map(\.5))
    }
  }
}
