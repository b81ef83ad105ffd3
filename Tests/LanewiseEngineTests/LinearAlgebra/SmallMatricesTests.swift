import Testing

@testable import LanewiseEngine

@Suite struct SmallMatricesTests {
  /// A column of zeros has no pivot: it stays, and the factors are those of the rest.
  @Test func aSingularMatrixHasFactors() {
    var a: [Double] = [0, 2, 1, 0, 4, 3, 0, 1, 1]
    var pivots = [Int32](repeating: -1, count: 3)
    SmallMatrices.factor(&a, 3, 3, &pivots)
    #expect(a.map { $0 * 4 } == [0, 8, 4, 0, 16, 12, 0, 1, 1])
    #expect(pivots == [0, 1, 2])
  }

  /// The first of the largest elements is the pivot, as in LAPACK.
  @Test func thePivotIsTheFirstOfTheLargest() {
    var a: [Float] = [1, 5, -2, 6, 2, 7]
    var pivots = [Int32](repeating: -1, count: 2)
    SmallMatrices.factor(&a, 3, 2, &pivots)
    #expect(pivots == [1, 2])
    #expect(a == [-2, 6, -1, 13, -0.5, 8 / 13])
  }

  @Test func aZeroOnTheDiagonalGivesInfinities() {
    let a: [Float] = [0, 0, 1, 2]
    var b: [Float] = [1, 4]
    SmallMatrices.solve(a, &b, 2, 1, stride: 1, isLower: true, transposes: false, hasUnitDiagonal: false)
    #expect(b == [.infinity, -.infinity])
  }
}
