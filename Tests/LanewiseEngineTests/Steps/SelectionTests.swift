import Testing

@testable import LanewiseEngine

@Suite struct SelectionTests {
  private func check(_ x: [UInt32], _ ranks: [Int]) {
    let sorted = x.sorted()
    x.withUnsafeBufferPointer { x in
      for kth in ranks {
        let key = Selection(keys: x.baseAddress!, parts: LineParts(x.count)).key(kth)
        #expect(key == sorted[kth], "\(kth) of \(x.count)")
      }
    }
  }

  @Test(arguments: [1, 5, 16_384, 16_385, 100_000]) func ofAnyLength(_ length: Int) {
    var generator = Generator(UInt64(length))
    let wide = (0..<length).map { _ in UInt32.random(in: .min ... .max, using: &generator) }
    let few = wide.map { $0 % 3 }
    for x in [wide, few, few.sorted(), Array(repeating: 7, count: length)] {
      check(x, [0, length / 100, length / 2, length - 1])
    }
  }

  /// A sample that says nothing of the rest: it sees one element in seventeen.
  @Test func aMisleadingSample() {
    let length = 17 * 4096
    let x = (0..<length).map { $0 % 17 == 0 ? UInt32.max : UInt32(truncatingIfNeeded: $0 &* 7919) & 0xFFFF }
    check(x, [0, 4095, 4096, length / 2, length - 1])
  }
}
