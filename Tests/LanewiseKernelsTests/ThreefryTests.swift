import LanewiseKernels
import Testing

/// Threefry in the plainest form.
private func threefry(_ key: [UInt32], _ c0: UInt32, _ c1: UInt32) -> (UInt32, UInt32) {
  let keys = [key[0], key[1], key[0] ^ key[1] ^ 0x1BD1_1BDA]
  let rotations: [[UInt32]] = [[13, 15, 26, 6], [17, 29, 16, 24]]
  var x0 = c0 &+ keys[0]
  var x1 = c1 &+ keys[1]
  for i in 0..<5 {
    for r in rotations[i % 2] {
      x0 = x0 &+ x1
      x1 = (x1 << r | x1 >> (32 - r)) ^ x0
    }
    x0 = x0 &+ keys[(i + 1) % 3]
    x1 = x1 &+ keys[(i + 2) % 3] &+ UInt32(i + 1)
  }
  return (x0, x1)
}

@Suite struct ThreefryTests {
  private let key: [UInt32] = [0x1234_5678, 0x9ABC_DEF1]

  /// The published test vectors of Random123 with 20 rounds.
  @Test(arguments: Build.all) func published(_ build: Build) throws {
    for (key, counter, want) in [
      ([0, 0], [0, 0], [0x6b20_0159, 0x99ba_4efe]),
      ([0xffff_ffff, 0xffff_ffff], [0xffff_ffff, 0xffff_ffff], [0x1cb9_96fc, 0xbb00_2be7]),
      ([0x1319_8a2e, 0x0370_7344], [0x243f_6a88, 0x85a3_08d3], [0xc492_3a9c, 0x483d_f7a0]),
    ] as [([UInt32], [UInt32], [UInt32])] {
      let got: ([UInt32], [UInt32]) = try build.runTwo(
        KernelIndex.threefry, count: 1, [key, [counter[0]], [counter[1]]])
      #expect([got.0[0], got.1[0]] == want)
    }
  }

  @Test(arguments: Build.all, counts) func streams(_ build: Build, _ count: Int) throws {
    let c0 = (0..<count).map { UInt32(truncatingIfNeeded: $0 &* 0x9E37_79B9) }
    let c1 = (0..<count).map { UInt32(truncatingIfNeeded: $0 &* 0x85EB_CA6B &+ 1) }
    let got: ([UInt32], [UInt32]) = try build.runTwo(
      KernelIndex.threefry, count: count, [key, c0, c1], length: count + 1)
    let want = (0..<count).map { threefry(key, c0[$0], c1[$0]) }
    expectSame(got.0, want.map(\.0) + [0xA5A5_A5A5], "first words of \(count)")
    expectSame(got.1, want.map(\.1), "second words of \(count)")
  }

  @Test(arguments: Build.all, counts) func keys(_ build: Build, _ count: Int) throws {
    let words0 = (0..<count).map { UInt32(truncatingIfNeeded: $0 &* 0x9E37_79B9) }
    let words1 = (0..<count).map { UInt32(truncatingIfNeeded: $0 &* 0x85EB_CA6B &+ 1) }
    let got: ([UInt32], [UInt32]) = try build.runTwo(
      KernelIndex.threefryKeys, count: count, [words0, words1], immediate: 7 << 32 | 9, length: count + 1)
    let want = (0..<count).map { threefry([words0[$0], words1[$0]], 7, 9) }
    expectSame(got.0, want.map(\.0) + [0xA5A5_A5A5], "first words of \(count)")
    expectSame(got.1, want.map(\.1), "second words of \(count)")
  }

  /// From 0, and across the border of the low word.
  @Test(arguments: Build.all, [0, 3, (1 << 32) - 20, (5 << 32) + 7]) func counters(_ build: Build, _ start: Int) throws
  {
    for count in counts {
      let want = (0..<count).map { i in
        threefry(key, UInt32(truncatingIfNeeded: (start + i) >> 32), UInt32(truncatingIfNeeded: start + i))
      }
      let two: ([UInt32], [UInt32]) = try build.runTwo(
        KernelIndex.threefryCounters, count: count, [key], immediate: start)
      expectSame(two.0, want.map(\.0), "first words")
      expectSame(two.1, want.map(\.1), "second words")
      let xor: [UInt32] = try build.run(KernelIndex.threefryXor, count: count, [key], immediate: start)
      expectSame(xor, want.map { $0.0 ^ $0.1 }, "32 bits")
      let wide: [UInt64] = try build.run(KernelIndex.threefryWide, count: count, [key], immediate: start)
      expectSame(wide, want.map { UInt64($0.0) << 32 | UInt64($0.1) }, "64 bits")
    }
  }

  /// JAX's original layout, in one piece and in tiles.
  @Test(arguments: Build.all, [1, 2, 3, 7, 31, 32, 33, 101]) func halves(_ build: Build, _ n: Int) throws {
    let counters = (0..<n).map { UInt32($0) } + (n % 2 == 1 ? [0] : [])
    let half = counters.count / 2
    let want = (0..<half).map { threefry(key, counters[$0], counters[half + $0]) }
    let sizes = [UInt32(half), UInt32(n - 1)]
    var first: [UInt32] = []
    var second: [UInt32] = []
    for start in stride(from: 0, to: half, by: 16) {
      let got: ([UInt32], [UInt32]) = try build.runTwo(
        KernelIndex.threefryHalves, count: min(16, half - start), [key, sizes], immediate: start)
      first += got.0
      second += got.1
    }
    expectSame(first, want.map(\.0), "first half of \(n)")
    expectSame(second, want.map(\.1), "second half of \(n)")
  }
}
