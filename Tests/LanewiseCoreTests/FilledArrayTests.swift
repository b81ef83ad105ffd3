import Testing

@testable import LanewiseCore

@Suite struct FilledArrayTests {
  @Test(arguments: [0, 1, 17]) func isAsLongAsAsked(count: Int) {
    #expect([Int?](filledWith: nil, count: count) == [Int?](repeating: nil, count: count))
    #expect([Bool](filledWith: true, count: count) == [Bool](repeating: true, count: count))
  }
}
