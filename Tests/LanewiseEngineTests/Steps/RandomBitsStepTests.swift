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
    (false, 8, 1, 0xaf63_ba4c_8601_b2c6),
    (false, 8, 2, 0x828_0507_b4e2_3ccf),
    (false, 8, 3, 0xbe3d_6118_5c6d_5def),
    (false, 8, 7, 0x1d59_f384_a9ab_2257),
    (false, 8, 17, 0x73a2_f800_c4f4_3fcd),
    (false, 8, 40, 0xb5e5_fc60_6d95_bb6b),
    (false, 8, 1001, 0x72e7_6a9c_9e7d_62b0),
    (false, 8, 50001, 0x5a6e_185c_1706_6730),
    (false, 16, 1, 0x828_0507_b4e2_3ccf),
    (false, 16, 2, 0xafa9_5f65_0dd5_af39),
    (false, 16, 3, 0x6b49_19fb_98d0_22fb),
    (false, 16, 7, 0x578b_f626_9c18_0dad),
    (false, 16, 17, 0x9ee7_a0a6_0495_2a3e),
    (false, 16, 40, 0xfc78_3796_842c_40c4),
    (false, 16, 1001, 0xcf85_1d3d_73b8_5a24),
    (false, 16, 50001, 0x61d2_4254_2266_050e),
    (false, 32, 1, 0xafa9_5f65_0dd5_af39),
    (false, 32, 2, 0x8afb_9c6c_4dcc_2ad6),
    (false, 32, 3, 0x5cf9_08fc_bbbd_035f),
    (false, 32, 7, 0xbf0c_e485_889b_b0c8),
    (false, 32, 17, 0x4d6_94af_ca58_ab76),
    (false, 32, 40, 0xb719_a174_3423_90f6),
    (false, 32, 1001, 0x419f_f309_7840_6839),
    (false, 32, 50001, 0xe2dc_b37a_5728_bb4b),
    (false, 64, 1, 0xc5bd_3976_6f73_5cfe),
    (false, 64, 2, 0x7c5c_cc5e_d9cf_424c),
    (false, 64, 3, 0xf36b_ad77_3d02_7925),
    (false, 64, 7, 0x9b29_02e5_ba7a_efe8),
    (false, 64, 17, 0x7020_fd74_baae_fe29),
    (false, 64, 40, 0xe6e3_de52_93f4_55ca),
    (false, 64, 1001, 0x7cf0_adea_8b76_fc02),
    (false, 64, 50001, 0x92ee_c9ac_563b_ee7d),
    (true, 8, 1, 0xaf63_fa4c_8602_1f86),
    (true, 8, 2, 0x901_8907_b59b_0ddb),
    (true, 8, 3, 0xe8a9_8d19_9678_4a8f),
    (true, 8, 7, 0x9c91_fc17_0e4a_1db4),
    (true, 8, 17, 0x982e_a509_b0f5_095d),
    (true, 8, 40, 0xe646_e1ee_faa3_eac9),
    (true, 8, 1001, 0x712f_6aed_092f_bf4f),
    (true, 8, 50001, 0x3631_f508_28db_8a0b),
    (true, 16, 1, 0x901_9107_b59b_1b73),
    (true, 16, 2, 0x1760_cf7a_d715_6c10),
    (true, 16, 3, 0x425_778f_4a9e_d518),
    (true, 16, 7, 0x186_84c0_bb87_4a4d),
    (true, 16, 17, 0x419_ad89_7358_bdc5),
    (true, 16, 40, 0x1ced_990e_ba6c_6de3),
    (true, 16, 1001, 0xa8b2_36ee_58e4_e36c),
    (true, 16, 50001, 0x584c_fbb4_95f5_682e),
    (true, 32, 1, 0x15f8_387a_d5e2_c275),
    (true, 32, 2, 0xbdea_9f57_7b85_46be),
    (true, 32, 3, 0xdc8f_ba26_912a_0edc),
    (true, 32, 7, 0x839_e978_4b7f_b83e),
    (true, 32, 17, 0x5d8f_36d6_1dda_f816),
    (true, 32, 40, 0x6c46_5b6f_0187_17b0),
    (true, 32, 1001, 0xc609_9cfa_efcd_9f3b),
    (true, 32, 50001, 0xb46f_d546_dd38_90d9),
    (true, 64, 1, 0x7235_9901_5e47_090d),
    (true, 64, 2, 0xcb06_8825_0dd6_2f06),
    (true, 64, 3, 0x87ab_7053_7070_83a0),
    (true, 64, 7, 0xb6fc_259d_f518_657e),
    (true, 64, 17, 0xe798_fdeb_6ddf_aa4a),
    (true, 64, 40, 0x90cb_59a1_fbc5_3b30),
    (true, 64, 1001, 0xa003_618d_24b4_2c63),
    (true, 64, 50001, 0x371c_4906_51b4_ae2d),
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
    #expect(words == [2_429_732_776, 23_994_490, 52_449_140, 1_562_384_705, 2_068_424_395])
    let bytes = RandomBitsStep(bitWidth: 8).result(
      [Self.keys(Self.key, [], .partitionableKey)], [5], .uint8, UInt8.self)
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
    #expect(split(.key, 2) == [15_689_208, 2_943_087_094, 1_648_097_174, 339_021_355])
    #expect(split(.key, 3) == [2_429_732_776, 23_994_490, 483_920_682, 1_562_384_705, 2_068_424_395, 2_885_567_771])
    #expect(split(.partitionableKey, 2) == [2_350_560_007, 1_024_160_832, 549_268_965, 2_234_923_354])
    #expect(
      split(.partitionableKey, 3) == [
        2_350_560_007, 1_024_160_832, 549_268_965, 2_234_923_354, 15_689_208, 1_648_097_174,
      ])
    #expect(split(.key, 0) == [])
  }
}
