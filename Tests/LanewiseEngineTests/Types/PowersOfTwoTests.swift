import Testing

@testable import LanewiseEngine

@Suite struct PowersOfTwoTests {
  @Test func aroundEachNumber() {
    #expect([1, 2, 3, 4, 5, 63, 64, 65].map(\.roundedDownToPowerOfTwo) == [1, 2, 2, 4, 4, 32, 64, 64])
    #expect([-7, 0, 1, 2, 3, 4, 5, 63, 64, 65].map(\.roundedUpToPowerOfTwo) == [1, 1, 1, 2, 4, 4, 8, 64, 64, 128])
  }
}
