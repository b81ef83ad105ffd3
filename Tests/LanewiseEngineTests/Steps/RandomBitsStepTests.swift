import LanewiseEngine
import Testing

@Suite struct RandomBitsStepTests {
  static let key: [UInt32] = [0, 21]

  static func keys(_ words: [UInt32], _ shape: [Int], _ dtype: DType) -> TestArray {
    TestArray((0..<words.count / 2).map { UInt64(words[2 * $0 + 1]) << 32 | UInt64(words[2 * $0]) }, shape, dtype)
  }

  static func fnv(_ bytes: [UInt8]) -> UInt64 {
    bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  static func unsigned(_ width: Int) -> DType { [8: .uint8, 16: .uint16, 32: .uint32, 64: .uint64][width]! }

  /// FNV-1a of the bytes of JAX's `random.bits(random.key(21), (count,), width)`: partitionable, width, count, hash.
  static let goldens: [(Bool, Int, Int, UInt64)] = [
    (false, 8, 1, 0xaf63ba4c8601b2c6),
    (false, 8, 2, 0x8280507b4e23ccf),
    (false, 8, 3, 0xbe3d61185c6d5def),
    (false, 8, 7, 0x1d59f384a9ab2257),
    (false, 8, 17, 0x73a2f800c4f43fcd),
    (false, 8, 40, 0xb5e5fc606d95bb6b),
    (false, 8, 1001, 0x72e76a9c9e7d62b0),
    (false, 8, 50001, 0x5a6e185c17066730),
    (false, 16, 1, 0x8280507b4e23ccf),
    (false, 16, 2, 0xafa95f650dd5af39),
    (false, 16, 3, 0x6b4919fb98d022fb),
    (false, 16, 7, 0x578bf6269c180dad),
    (false, 16, 17, 0x9ee7a0a604952a3e),
    (false, 16, 40, 0xfc783796842c40c4),
    (false, 16, 1001, 0xcf851d3d73b85a24),
    (false, 16, 50001, 0x61d242542266050e),
    (false, 32, 1, 0xafa95f650dd5af39),
    (false, 32, 2, 0x8afb9c6c4dcc2ad6),
    (false, 32, 3, 0x5cf908fcbbbd035f),
    (false, 32, 7, 0xbf0ce485889bb0c8),
    (false, 32, 17, 0x4d694afca58ab76),
    (false, 32, 40, 0xb719a174342390f6),
    (false, 32, 1001, 0x419ff30978406839),
    (false, 32, 50001, 0xe2dcb37a5728bb4b),
    (false, 64, 1, 0xc5bd39766f735cfe),
    (false, 64, 2, 0x7c5ccc5ed9cf424c),
    (false, 64, 3, 0xf36bad773d027925),
    (false, 64, 7, 0x9b2902e5ba7aefe8),
    (false, 64, 17, 0x7020fd74baaefe29),
    (false, 64, 40, 0xe6e3de5293f455ca),
    (false, 64, 1001, 0x7cf0adea8b76fc02),
    (false, 64, 50001, 0x92eec9ac563bee7d),
    (true, 8, 1, 0xaf63fa4c86021f86),
    (true, 8, 2, 0x9018907b59b0ddb),
    (true, 8, 3, 0xe8a98d1996784a8f),
    (true, 8, 7, 0x9c91fc170e4a1db4),
    (true, 8, 17, 0x982ea509b0f5095d),
    (true, 8, 40, 0xe646e1eefaa3eac9),
    (true, 8, 1001, 0x712f6aed092fbf4f),
    (true, 8, 50001, 0x3631f50828db8a0b),
    (true, 16, 1, 0x9019107b59b1b73),
    (true, 16, 2, 0x1760cf7ad7156c10),
    (true, 16, 3, 0x425778f4a9ed518),
    (true, 16, 7, 0x18684c0bb874a4d),
    (true, 16, 17, 0x419ad897358bdc5),
    (true, 16, 40, 0x1ced990eba6c6de3),
    (true, 16, 1001, 0xa8b236ee58e4e36c),
    (true, 16, 50001, 0x584cfbb495f5682e),
    (true, 32, 1, 0x15f8387ad5e2c275),
    (true, 32, 2, 0xbdea9f577b8546be),
    (true, 32, 3, 0xdc8fba26912a0edc),
    (true, 32, 7, 0x839e9784b7fb83e),
    (true, 32, 17, 0x5d8f36d61ddaf816),
    (true, 32, 40, 0x6c465b6f018717b0),
    (true, 32, 1001, 0xc6099cfaefcd9f3b),
    (true, 32, 50001, 0xb46fd546dd3890d9),
    (true, 64, 1, 0x723599015e47090d),
    (true, 64, 2, 0xcb0688250dd62f06),
    (true, 64, 3, 0x87ab7053707083a0),
    (true, 64, 7, 0xb6fc259df518657e),
    (true, 64, 17, 0xe798fdeb6ddfaa4a),
    (true, 64, 40, 0x90cb59a1fbc53b30),
    (true, 64, 1001, 0xa003618d24b42c63),
    (true, 64, 50001, 0x371c490651b4ae2d),
  ]

  @Test func bitsAreThoseOfJAX() {
    for (partitionable, width, count, hash) in Self.goldens {
      let got = RandomBitsStep(bitWidth: width).results(
        [Self.keys(Self.key, [], partitionable ? .partitionableKey : .key)], [([count], Self.unsigned(width))])
      #expect(Self.fnv(got[0].bytes) == hash, "\(partitionable) \(width) \(count)")
    }
  }

  @Test func theFirstWordsInClear() {
    let words = RandomBitsStep(bitWidth: 32).result(
      [Self.keys(Self.key, [], .key)], [5], .uint32, UInt32.self)
    #expect(words == [2429732776, 23994490, 52449140, 1562384705, 2068424395])
    let bytes = RandomBitsStep(bitWidth: 8).result([Self.keys(Self.key, [], .partitionableKey)], [5], .uint8, UInt8.self)
    #expect(bytes == [71, 191, 110, 233, 183])
  }

  @Test func everyKeyHasItsOwnStream() {
    let pair: [UInt32] = [0, 21, 7, 9, 0xffff_ffff, 1]
    for dtype in [DType.key, .partitionableKey] {
      for width in [8, 16, 32, 64] {
        for count in [0, 1, 3, 5, 9] {
          let together = RandomBitsStep(bitWidth: width).results(
            [Self.keys(pair, [3], dtype)], [([3, count], Self.unsigned(width))])[0].bytes
          let apart = (0..<3).flatMap { i in
            RandomBitsStep(bitWidth: width).results(
              [Self.keys(Array(pair[2 * i..<2 * i + 2]), [], dtype)], [([count], Self.unsigned(width))])[0].bytes
          }
          #expect(together == apart)
        }
      }
    }
  }

  @Test func splitsAreThoseOfJAX() {
    func split(_ dtype: DType, _ count: Int) -> [UInt32] {
      let key = RandomSplitStep().results([Self.keys(Self.key, [], dtype)], [([count], dtype)])[0]
      return key.bytes.withUnsafeBytes { Array($0.bindMemory(to: UInt32.self)) }
    }
    #expect(split(.key, 2) == [15689208, 2943087094, 1648097174, 339021355])
    #expect(split(.key, 3) == [2429732776, 23994490, 483920682, 1562384705, 2068424395, 2885567771])
    #expect(split(.partitionableKey, 2) == [2350560007, 1024160832, 549268965, 2234923354])
    #expect(
      split(.partitionableKey, 3) == [2350560007, 1024160832, 549268965, 2234923354, 15689208, 1648097174])
    #expect(split(.key, 0) == [])
  }
}
