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

  /// Keys order as their numbers do, and make these again but for the bits of −0 and NaN.
  private func checkNumbers<
    T: BinaryFloatingPoint & BitwiseCopyable, K: FixedWidthInteger & UnsignedInteger & BitwiseCopyable
  >(
    _ build: Build, _ lane: Lane, _: T.Type, _ bits: (T) -> K
  ) throws {
    let ordered: [T] = [
      -.infinity, -.greatestFiniteMagnitude, -3, -1, -.leastNonzeroMagnitude, 0, .leastNonzeroMagnitude, 0.5, 2,
      .greatestFiniteMagnitude, .infinity,
    ]
    let plain = (0..<300).map { ordered[$0 * 7 % ordered.count] }
    for count in [4, 11, 16, 17, 300] {
      for numbers in [plain, plain + [-0.0], plain + [.nan], plain + [-.nan]].map({ $0.suffix(count) }).map(Array.init)
      {
        let (keys, found): ([K], [UInt32]) = try build.runTwo(
          KernelIndex.makeKeys(lane), count: count, [numbers], immediate: 1)
        let varying = UInt64(found[0]) | UInt64(found[1]) << 32
        #expect(varying == keys.reduce(0) { $0 | UInt64($1 ^ 1) })
        for (number, key) in zip(numbers, keys) {
          #expect(
            number.isNaN ? key == .max : zip(numbers, keys).allSatisfy { ($0 < number) == ($1 < key) || $0.isNaN })
        }
        let isPlain = numbers.allSatisfy { !$0.isNaN && !($0 == 0 && $0.sign == .minus) }
        #expect((found[2] == 0 && found[3] == 0) == isPlain)
        guard isPlain else { continue }
        let again: [T] = try build.run(KernelIndex.readKeys(lane), count: count, [keys])
        #expect(again.map(bits) == numbers.map(bits))
      }
    }
  }

  @Test(arguments: Build.all.filter { $0.table[KernelIndex.makeKeys(.f32)] != nil })
  func numbersHaveKeys(_ build: Build) throws {
    try checkNumbers(build, .f32, Float.self, \.bitPattern)
    try checkNumbers(build, .f64, Double.self, \.bitPattern)
  }

  @Test(arguments: Build.all.filter { $0.table[KernelIndex.sortKeys(.u32)] != nil })
  func sortedAndDivided(_ build: Build) throws {
    try check(build, .u32, UInt32.self)
    try check(build, .u64, UInt64.self)
  }
}
