import LanewiseKernels
import LanewiseShims
import Testing

/// Elements from places, as indices name them: from the end below 0, and outside the nearest or a filler.
@Suite struct TakeTests {
  @Test(arguments: Build.all.filter { $0.table[KernelIndex.take32] != nil }) func everyIndex(_ build: Build) throws {
    let source = (0..<37).map { UInt32($0 * $0 + 1) }
    for count in counts {
      let indices = (0..<count).map { Int32($0 * 7 % 91 - 45) }
      for wrap in [0, 37] {
        for filler in [nil, UInt32(7)] {
          let taking = lw_taking(
            wrap: Int32(wrap), last: 36, fills: filler == nil ? 0 : 1, filler: Int32(bitPattern: filler ?? 0))
          let expected = indices.map { index -> UInt32 in
            let place = Int(index) + (index < 0 ? wrap : 0)
            if let filler, !source.indices.contains(place) { return filler }
            return source[max(0, min(place, 36))]
          }
          let taken: [UInt32] = try build.run(KernelIndex.take32, count: count, [source, indices, [taking]])
          #expect(taken == expected, "\(count) indices, wrapped by \(wrap), filled with \(filler ?? 0)")
        }
      }
    }
  }
}
