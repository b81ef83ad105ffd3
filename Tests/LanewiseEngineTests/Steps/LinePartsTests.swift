import Testing

@testable import LanewiseEngine

@Suite struct LinePartsTests {
  @Test(arguments: [1, 65535, 65536, 1_000_003])
  func partsFollowEachOtherAndCoverTheLine(_ length: Int) {
    let parts = LineParts(length)
    #expect((parts.count == 1) == (length < 1 << 16))
    #expect(parts[0].lowerBound == 0)
    #expect((1..<parts.count).allSatisfy { parts[$0 - 1].upperBound == parts[$0].lowerBound })
    #expect(parts[parts.count - 1].upperBound == length)
  }

  @Test func eachPartIsRunOnce() {
    let length = 1 << 18
    let parts = LineParts(length)
    var marks = [UInt8](repeating: 0, count: length)
    marks.withUnsafeMutableBufferPointer { marks in
      nonisolated(unsafe) let marks = marks
      parts.run { _, range in for i in range { marks[i] += 1 } }
    }
    #expect(marks.allSatisfy { $0 == 1 })
  }
}
