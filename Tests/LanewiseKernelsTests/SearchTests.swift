import LanewiseKernels
import Testing

/// Places of values in sorted lines are counts of what is below them, or not above.
@Suite struct SearchTests {
  private func check<T: Comparable & BitwiseCopyable & ExpressibleByIntegerLiteral>(
    _ build: Build, _ lane: Lane, _ values: [T], _ line: [T]
  ) throws {
    for (behindEqual, expected) in [
      (false, values.map { value in line.count { $0 < value } }),
      (true, values.map { value in line.count { $0 <= value } }),
    ] {
      let found: [Int32] = try build.run(
        KernelIndex.search(lane, behindEqual: behindEqual), count: values.count, [values, line, [Int32(-7)]],
        immediate: line.count)
      let isSame = zip(zip(values, expected), found).allSatisfy { $0.0 == $0.0 ? Int($0.1) == $1 : $1 == -7 }
      #expect(isSame, "\(values.count) values in \(line.count) elements, behind equal: \(behindEqual)")
    }
  }

  @Test(arguments: Build.all) func placesOfValues(_ build: Build) throws {
    for length in [0, 1, 2, 3, 7, 8, 100] {
      for count in counts {
        let line = (0..<length).map { $0 / 2 * 3 }
        let values = (0..<count).map { $0 * 7 % 163 - 5 }
        try check(build, .i32, values.map(Int32.init), line.map(Int32.init))
        let floats = values.map { $0 == 2 ? Float.nan : $0 == 0 ? -0.0 : Float($0) }
        try check(build, .f32, floats, line.map(Float.init))
      }
    }
  }
}
