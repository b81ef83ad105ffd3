import LanewiseKernels
import Testing

/// A comparison and the select that it decides, in one pass.
@Suite struct DecisionTests {
  private func holds<T: Comparable>(_ op: CompareOp, _ x: T, _ y: T) -> Bool {
    switch op {
    case .eq: x == y
    case .ne: x != y
    case .lt: x < y
    case .le: x <= y
    case .gt: x > y
    case .ge: x >= y
    }
  }

  @Test(arguments: Build.withSuperinstructions) func everyDecision(_ build: Build) throws {
    try decide(build, .f32, Float.pairs, 1.5, UInt32.self)
    try decide(build, .f64, (Float.pairs.0.map(Double.init), Float.pairs.1.map(Double.init)), 1.5, UInt64.self)
    let places = Array(0..<Int32(37))
    try decide(build, .i32, (places.map { $0 % 5 - 2 }, places.map { $0 % 3 - 1 }), 1, UInt32.self)
  }

  private func decide<T: Comparable, U: FixedWidthInteger>(
    _ build: Build, _ lane: Lane, _ pairs: ([T], [T]), _ constant: T, _: U.Type
  ) throws {
    let (a, b) = pairs
    let c = a.indices.map { U($0) }
    let d = c.map { ~$0 }
    for op in CompareOp.allCases {
      for sources in [Sources.rr, .rc] {
        let y = sources == .rc ? [constant] : b
        for values in SelectSources.allCases {
          let z = values == .cr || values == .cc ? [7] : c
          let w = values == .rc || values == .cc ? [9] : d
          let want = a.indices.map { i in
            holds(op, a[i], y.count == 1 ? y[0] : y[i])
              ? (z.count == 1 ? z[0] : z[i]) : (w.count == 1 ? w[0] : w[i])
          }
          let index = KernelIndex.compareSelect(op, lane, sources, values)
          let got: [U] = try build.run(index, count: a.count, [a, y, z, w])
          #expect(got == want, "\(op) \(lane) \(sources), \(values)")
        }
      }
      #expect(KernelIndex.compareSelect(op, lane, .cr, .rr) == KernelIndex.absent)
    }
  }

  @Test(arguments: Build.withSuperinstructions) func everyMirror(_ build: Build) throws {
    try mirror(build, .f32, Float.pairs, 1.5)
    try mirror(build, .f64, (Float.pairs.0.map(Double.init), Float.pairs.1.map(Double.init)), 1.5)
    #expect(KernelIndex.compareMirror(.lt, .i32, .rr) == KernelIndex.absent)
  }

  private func mirror<T: BinaryFloatingPoint>(
    _ build: Build, _ lane: Lane, _ pairs: ([T], [T]), _ constant: T
  ) throws {
    let (a, b) = pairs
    let c = a.indices.map { T($0) - 3 }
    for op in CompareOp.allCases {
      for sources in [Sources.rr, .rc] {
        let y = sources == .rc ? [constant] : b
        let want = a.indices.map { holds(op, a[$0], y.count == 1 ? y[0] : y[$0]) ? c[$0] : 0.25 - c[$0] }
        let got: [T] = try build.run(KernelIndex.compareMirror(op, lane, sources), count: a.count, [a, y, c, [0.25 as T]])
        #expect(got == want, "\(op) \(lane) \(sources)")
      }
      #expect(KernelIndex.compareMirror(op, lane, .cr) == KernelIndex.absent)
    }
  }

  @Test(arguments: Build.withSuperinstructions) func everyJoin(_ build: Build) throws {
    try join(build, .f32, Float.pairs, 1.5)
    try join(build, .f64, (Float.pairs.0.map(Double.init), Float.pairs.1.map(Double.init)), 1.5)
    let places = Array(0..<Int32(37))
    try join(build, .i32, (places.map { $0 % 5 - 2 }, places.map { $0 % 3 - 1 }), 1)
  }

  private func join<T: Comparable>(_ build: Build, _ lane: Lane, _ pairs: ([T], [T]), _ constant: T) throws {
    let (a, b) = pairs
    let c = a.indices.map { UInt8($0 / 2 % 2) }
    for op in CompareOp.allCases {
      for sources in [Sources.rr, .rc] {
        let y = sources == .rc ? [constant] : b
        let holding = a.indices.map { holds(op, a[$0], y.count == 1 ? y[0] : y[$0]) ? UInt8(1) : 0 }
        for (join, want) in [(BinaryOp.and, zip(holding, c).map(&)), (.or, zip(holding, c).map(|))] {
          let index = KernelIndex.compareJoin(op, lane, sources, join)
          let got: [UInt8] = try build.run(index, count: a.count, [a, y, c])
          #expect(got == want, "\(op) \(lane) \(sources) \(join)")
        }
      }
      #expect(KernelIndex.compareJoin(op, lane, .rr, .xor) == KernelIndex.absent)
    }
  }

  @Test func swappedComparisonsSayTheSame() {
    for op in CompareOp.allCases {
      for (x, y) in zip(Float.pairs.0, Float.pairs.1) { #expect(holds(op, x, y) == holds(op.swapped, y, x)) }
    }
  }
}
