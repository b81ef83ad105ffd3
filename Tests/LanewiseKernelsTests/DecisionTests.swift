import LanewiseKernels
import Testing

/// A comparison and the select that it decides, in one pass.
@Suite struct DecisionTests {
  private func holds(_ op: CompareOp, _ x: Float, _ y: Float) -> Bool {
    switch op {
    case .eq: x == y
    case .ne: x != y
    case .lt: x < y
    case .le: x <= y
    case .gt: x > y
    case .ge: x >= y
    }
  }

  @Test(arguments: Build.all) func everyDecision(_ build: Build) throws {
    let (a, b) = Float.pairs
    let c = a.indices.map { UInt32($0) }
    let d = c.map { ~$0 }
    for op in CompareOp.allCases {
      for sources in [Sources.rr, .rc] {
        let y = sources == .rc ? [1.5] : b
        for values in SelectSources.allCases {
          let z = values == .cr || values == .cc ? [7] : c
          let w = values == .rc || values == .cc ? [9] : d
          let want = a.indices.map { i in
            holds(op, a[i], y.count == 1 ? y[0] : y[i])
              ? (z.count == 1 ? z[0] : z[i]) : (w.count == 1 ? w[0] : w[i])
          }
          let index = KernelIndex.compareSelect(op, sources, values)
          let got: [UInt32] = try build.run(index, count: a.count, [a, y, z, w])
          #expect(got == want, "\(op) \(sources), \(values)")
        }
      }
      #expect(KernelIndex.compareSelect(op, .cr, .rr) == KernelIndex.absent)
    }
  }

  @Test func swappedComparisonsSayTheSame() {
    for op in CompareOp.allCases {
      for (x, y) in zip(Float.pairs.0, Float.pairs.1) { #expect(holds(op, x, y) == holds(op.swapped, y, x)) }
    }
  }
}
