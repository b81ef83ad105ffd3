import Testing

@testable import LanewiseEngine

@Suite struct TriplesTests {
  @Test(arguments: 0..<14) func takesEveryThirdElement(_ count: Int) {
    let source = (0..<3 * count).map { UInt32($0) }
    // No element behind the last one of a row may be read or written.
    var target = Array(repeating: UInt32.max, count: count + 1)
    for first in 0..<3 where count > 0 {
      source.withUnsafeBytes { from in
        target.withUnsafeMutableBytes { to in
          Triples.take(count, from: from.baseAddress! + 4 * first, to: to.baseAddress!)
        }
      }
      #expect(target == (0..<count).map { UInt32(3 * $0 + first) } + [.max])
    }
  }

  @Test(arguments: [0..<0, 0..<1, 0..<4, 1..<7, 2..<13, 0..<13] as [Range<Int>]) func putsRowsTogether(
    _ rows: Range<Int>
  ) {
    let sources = (0..<3).map { number in (0..<13).map { UInt32(10 * $0 + number) } }
    var target = Array(repeating: UInt32.max, count: 39)
    target.withUnsafeMutableBytes { to in
      Triples.put(rows, from: sources[0], sources[1], sources[2], to: to.baseAddress!)
    }
    for row in 0..<13 {
      for number in 0..<3 {
        #expect(target[3 * row + number] == (rows.contains(row) ? UInt32(10 * row + number) : .max))
      }
    }
  }
}
