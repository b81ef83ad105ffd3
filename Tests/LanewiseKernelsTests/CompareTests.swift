import LanewiseKernels
import Testing

@Suite struct CompareTests {
  private func reference<T: Comparable>(_ op: CompareOp, _ a: T, _ b: T) -> UInt8 {
    switch op {
    case .eq: a == b ? 1 : 0
    case .ne: a != b ? 1 : 0
    case .lt: a < b ? 1 : 0
    case .le: a <= b ? 1 : 0
    case .gt: a > b ? 1 : 0
    case .ge: a >= b ? 1 : 0
    }
  }

  private func check<T: Comparable & Awkward>(_ build: Build, _: T.Type) throws {
    let (a, b) = T.pairs
    for op in CompareOp.allCases {
      let got: [UInt8] = try build.run(KernelIndex.compare(op, T.lane, .rr), count: a.count, [a, b])
      expectSame(got, zip(a, b).map { reference(op, $0, $1) }, "\(op) \(T.self)")
      for constant in T.awkward {
        let right: [UInt8] = try build.run(
          KernelIndex.compare(op, T.lane, .rc), count: T.awkward.count, [T.awkward, [constant]])
        expectSame(right, T.awkward.map { reference(op, $0, constant) }, "\(op) \(T.self), \(constant)")
        let left: [UInt8] = try build.run(
          KernelIndex.compare(op, T.lane, .cr), count: T.awkward.count, [[constant], T.awkward])
        expectSame(left, T.awkward.map { reference(op, constant, $0) }, "\(op) \(constant), \(T.self)")
      }
    }
  }

  @Test(arguments: Build.all) func numbers(_ build: Build) throws {
    try check(build, Int8.self)
    try check(build, Int16.self)
    try check(build, Int32.self)
    try check(build, Int64.self)
    try check(build, UInt8.self)
    try check(build, UInt16.self)
    try check(build, UInt32.self)
    try check(build, UInt64.self)
    try check(build, Float.self)
    try check(build, Double.self)
  }

  @Test(arguments: Build.all) func boolAndComplex(_ build: Build) throws {
    let a: [UInt8] = [0, 0, 1, 1]
    let b: [UInt8] = [0, 1, 0, 1]
    #expect(try build.run(KernelIndex.compare(.lt, .bool, .rr), count: 4, [a, b]) == [0, 1, 0, 0] as [UInt8])
    #expect(
      try build.run(KernelIndex.compare(.ne, .bool, .rc), count: 4, [b, [1] as [UInt8]]) == [1, 0, 1, 0] as [UInt8])
    let z = [Pair<Float>(1, 2), Pair(1, 2), Pair(.nan, 0), Pair(0, -0.0)]
    let w = [Pair<Float>(1, 2), Pair(1, 3), Pair(.nan, 0), Pair(-0.0, 0)]
    let (equal, different): ([UInt8], [UInt8]) = ([1, 0, 0, 1], [0, 1, 1, 0])
    for times in [1, 4, 5] {
      let (z, w) = ((0..<times).flatMap { _ in z }, (0..<times).flatMap { _ in w })
      let (equal, different) = ((0..<times).flatMap { _ in equal }, (0..<times).flatMap { _ in different })
      #expect(try build.run(KernelIndex.compare(.eq, .c64, .rr), count: z.count, [z, w], length: z.count) == equal)
      #expect(try build.run(KernelIndex.compare(.ne, .c64, .rr), count: z.count, [z, w], length: z.count) == different)
    }
    let one: [UInt8] = try build.run(KernelIndex.compare(.eq, .c64, .rc), count: 4, [z, [w[3]]])
    #expect(try one == [0, 0, 0, 1] && build.run(KernelIndex.compare(.eq, .c64, .cr), count: 4, [[w[3]], z]) == one)
    for op in [CompareOp.lt, .le, .gt, .ge] { #expect(build.table[KernelIndex.compare(op, .c128, .rr)] == nil) }
  }
}

@Suite struct SelectTests {
  private func check<T: FixedWidthInteger & Awkward>(_ build: Build, _: T.Type) throws {
    for count in counts {
      let mask = (0..<count).map { UInt8(($0 * 7 / 3) & 1) }
      let a = (0..<count).map { T(truncatingIfNeeded: $0 * 77 + 1) }
      let b = (0..<count).map { T(truncatingIfNeeded: $0 * 31 - 1) }
      let width = MemoryLayout<T>.size
      for (sources, yes, no) in [
        (SelectSources.rr, a, b), (.rc, a, [T(9)]), (.cr, [T(8)], b), (.cc, [T(8)], [T(9)]),
      ] {
        let got: [T] = try build.run(KernelIndex.select(byteWidth: width, sources), count: count, [mask, yes, no])
        let want = (0..<count).map { i in
          mask[i] != 0 ? (yes.count == 1 ? yes[0] : yes[i]) : (no.count == 1 ? no[0] : no[i])
        }
        expectSame(got, want, "select \(T.self) \(sources) of \(count)")
      }
    }
  }

  @Test(arguments: Build.all) func everyWidth(_ build: Build) throws {
    try check(build, UInt8.self)
    try check(build, UInt16.self)
    try check(build, UInt32.self)
    try check(build, UInt64.self)
    let mask: [UInt8] = [1, 0, 1]
    let z = [Pair<Double>(1, 2), Pair(3, 4), Pair(5, 6)]
    let w = Pair<Double>(-1, -2)
    #expect(
      try build.run(KernelIndex.select(byteWidth: 16, .rc), count: 3, [mask, z, [w]]) == [z[0], w, z[2]])
    #expect(try build.run(KernelIndex.select(byteWidth: 16, .cr), count: 3, [mask, [w], z]) == [w, z[1], w])
  }
}
