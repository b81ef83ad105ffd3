import Foundation
import LanewiseKernels
import Testing

@Suite struct MoveTests {
  private func check<T: FixedWidthInteger & Awkward>(_ build: Build, _: T.Type, _ count: Int) throws {
    let width = MemoryLayout<T>.size
    let a = (0..<(count * 3 + 1)).map { T(truncatingIfNeeded: $0 &* 0x0101_0101_0101_0101 &+ 7) }
    expectSame(
      try build.run(KernelIndex.fill(byteWidth: width), count: count, [[T(77)]]), [T](repeating: 77, count: count),
      "fill \(width)")
    for stride in [0, 1, 2, 3] {
      let got: [T] = try build.run(
        KernelIndex.copyStrided(byteWidth: width), count: count, [a], immediate: stride, length: count + 1)
      expectSame(Array(got.prefix(count)), (0..<count).map { a[$0 * stride] }, "copy \(width) by \(stride)")
      #expect(got[count] == T(truncatingIfNeeded: 0xA5A5_A5A5_A5A5_A5A5 as UInt64))
      guard stride > 0 else { continue }
      let stored: [T] = try build.run(
        KernelIndex.storeStrided(byteWidth: width), count: count, [a], immediate: stride, length: count * stride + 1)
      let old = T(truncatingIfNeeded: 0xA5A5_A5A5_A5A5_A5A5 as UInt64)
      let want = (0...(count * stride)).map { $0 % stride == 0 && $0 / stride < count ? a[$0 / stride] : old }
      expectSame(stored, want, "store \(width) by \(stride)")
    }
  }

  @Test(arguments: Build.all, counts) func elements(_ build: Build, _ count: Int) throws {
    try check(build, UInt8.self, count)
    try check(build, UInt16.self, count)
    try check(build, UInt32.self, count)
    try check(build, UInt64.self, count)
    let z = (0..<(2 * count + 1)).map { Pair(Double($0), -Double($0)) }
    #expect(
      try build.run(KernelIndex.fill(byteWidth: 16), count: count, [[z[0]]])
        == [Pair<Double>](repeating: z[0], count: count))
    #expect(
      try build.run(KernelIndex.copyStrided(byteWidth: 16), count: count, [z], immediate: 2)
        == (0..<count).map { z[2 * $0] })
    let stored: [Pair<Double>] = try build.run(
      KernelIndex.storeStrided(byteWidth: 16), count: count, [z], immediate: 2, length: 2 * count + 1)
    #expect((0..<count).allSatisfy { stored[2 * $0] == z[$0] })
    #expect(KernelIndex.fill(byteWidth: 3) == KernelIndex.absent)
  }

  /// Reads backwards from the last element of a page behind which, and before which, nothing may be touched.
  @Test(arguments: Build.all, [1, 2, 4, 8, 16]) func copiesTouchNothingElse(_ build: Build, _ width: Int) throws {
    let page = sysconf(Int32(_SC_PAGESIZE))
    let block = try #require(mmap(nil, 3 * page, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0))
    defer { munmap(block, 3 * page) }
    #expect(mprotect(block + page, page, PROT_READ | PROT_WRITE) == 0)
    let bytes = block + page
    for i in 0..<page { bytes.storeBytes(of: UInt8(truncatingIfNeeded: i / width), toByteOffset: i, as: UInt8.self) }
    let count = page / width

    let output = UnsafeMutableRawBufferPointer.allocate(byteCount: page, alignment: 64)
    defer { output.deallocate() }
    for (index, from, to) in [
      (KernelIndex.copyStrided(byteWidth: width), bytes + (page - width), output.baseAddress!),
      (KernelIndex.storeStrided(byteWidth: width), output.baseAddress!, bytes + (page - width)),
    ] {
      let slots = [UnsafeRawPointer(to), UnsafeRawPointer(from)]
      var record = [UInt64](repeating: 0, count: 4)
      record[1] = 0x1_0000
      record[3] = UInt64(bitPattern: -1)
      let kernel = try #require(build.table[index])
      kernel(record, slots, count)
    }
    // Reversed, then stored in reverse: as it was.
    #expect(
      (0..<page).allSatisfy { bytes.load(fromByteOffset: $0, as: UInt8.self) == UInt8(truncatingIfNeeded: $0 / width) })
  }

  private func iota<T: Awkward>(_ build: Build, _ start: Int, _ count: Int, _ value: (Int) -> T) throws {
    let got: [T] = try build.run(KernelIndex.iota(T.lane), count: count, [], immediate: start)
    expectSame(got, (0..<count).map { value(start &+ $0) }, "iota \(T.self) from \(start)")
  }

  @Test(arguments: Build.all, [0, 5, -40, 16_777_210, Int(Int32.max) - 20, 1 << 53])
  func iota(_ build: Build, _ start: Int) throws {
    for count in counts {
      try iota(build, start, count) { Int8(truncatingIfNeeded: $0) }
      try iota(build, start, count) { Int16(truncatingIfNeeded: $0) }
      try iota(build, start, count) { Int32(truncatingIfNeeded: $0) }
      try iota(build, start, count) { Int64($0) }
      try iota(build, start, count) { UInt8(truncatingIfNeeded: $0) }
      try iota(build, start, count) { UInt16(truncatingIfNeeded: $0) }
      try iota(build, start, count) { UInt32(truncatingIfNeeded: $0) }
      try iota(build, start, count) { UInt64(truncatingIfNeeded: $0) }
      try iota(build, start, count) { Float($0) }
      try iota(build, start, count) { Double($0) }
      let z: [Pair<Double>] = try build.run(KernelIndex.iota(.c128), count: count, [], immediate: start)
      #expect(z == (0..<count).map { Pair(Double(start + $0), 0) })
    }
    #expect(build.table[KernelIndex.iota(.bool)] == nil)
  }

  @Test(arguments: Build.all, [1, 16, 37, 100]) func repeatsEach(_ build: Build, _ times: Int) throws {
    let elements: [UInt32] = [1, 2, 3, 4, 5, 6, 7]
    for (step, count) in [(0, 3), (1, 7), (3, 3)] {
      let got: [UInt32] = try build.run(
        KernelIndex.repeatEach, count: count, [elements, [Int64(step)]], immediate: times,
        result: Array(repeating: 77, count: count * times + 1))
      let expected = (0..<count).flatMap { Array(repeating: elements[$0 * step], count: times) }
      #expect(got == expected + [77])
    }
  }

  @Test(arguments: Build.all, [16, 17, 31, 32, 99]) func copiesRuns(_ build: Build, _ extent: Int) throws {
    let elements = (0..<1000).map(UInt32.init)
    for (step, to, count) in [(0, extent, 3), (extent + 3, extent, 4), (1, extent + 1, 2), (7, 200, 1), (5, 5, 0)] {
      let got: [UInt32] = try build.run(
        KernelIndex.copyRuns, count: count, [elements, [Int64(step), Int64(to)]], immediate: extent,
        result: Array(repeating: 7777, count: count * to + 1))
      var expected = [UInt32](repeating: 7777, count: count * to + 1)
      for run in 0..<count { for j in 0..<extent { expected[run * to + j] = elements[run * step + j] } }
      #expect(got == expected, "\(step) \(to) \(count)")
    }
  }
}
