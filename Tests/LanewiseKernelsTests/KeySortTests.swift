import LanewiseKernels
import Testing

/// Sorting and dividing keys without sign, which only the build for AVX-512 does.
@Suite struct KeySortTests {
  /// Splits a number by the golden ratio: keys without a pattern, of which `distinct` are different.
  private func keys<K: FixedWidthInteger & UnsignedInteger>(_ count: Int, distinct: Int, _: K.Type) -> [K] {
    (0..<count).map {
      K(truncatingIfNeeded: UInt64($0 % distinct + 1) &* 0x9E37_79B9_7F4A_7C15 &>> (K.bitWidth == 32 ? 20 : 0))
    }
  }

  private static let counts =
    Array(1...40) + [63, 64, 65, 127, 128, 129, 255, 256, 257, 300, 511, 512, 513, 1000, 5000]

  private func check<K: FixedWidthInteger & UnsignedInteger & BitwiseCopyable>(
    _ build: Build, _ lane: Lane, _: K.Type
  ) throws {
    for count in Self.counts {
      for distinct in [1, 2, 7, count] {
        var own = keys(count, distinct: distinct, K.self)
        if count > 3 { (own[1], own[count - 1]) = (.max, .min) }
        for order in [own, own.sorted(), own.sorted(by: >)] {
          let sorted: [K] = try build.run(KernelIndex.sortKeys(lane), count: count, [], result: order)
          #expect(sorted == own.sorted(), "\(count) keys, \(distinct) of them distinct")
        }
        for pivot in [own[count / 2], 0, .max] {
          let (divided, below) = try build.runTwo(
            KernelIndex.divideKeys(lane), count: count + 1, [], immediate: Int(truncatingIfNeeded: pivot),
            result: own + [K.max])
          let expected = own.count { $0 < pivot }
          #expect(Int(below[0]) == expected && below[1] == 0, "\(count) keys below \(pivot)")
          #expect(divided.prefix(expected).allSatisfy { $0 < pivot })
          #expect(divided.dropFirst(expected).allSatisfy { $0 >= pivot })
          #expect(divided.sorted() == (own + [K.max]).sorted())
        }
      }
    }
  }

  @Test(arguments: Build.all.filter { $0.table[KernelIndex.sortKeys(.u32)] != nil })
  func sortedAndDivided(_ build: Build) throws {
    try check(build, .u32, UInt32.self)
    try check(build, .u64, UInt64.self)
  }
}
