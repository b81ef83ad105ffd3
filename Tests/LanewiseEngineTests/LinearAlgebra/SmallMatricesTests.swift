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

  /// What is above the diagonal stays.
  @Test func positiveMatricesHaveAFactor() {
    var a: [Float] = [4, 7, 7, 2, 10, 7, -2, 5, 14]
    #expect(SmallMatrices.factorPositive(&a, 3))
    #expect(a == [2, 7, 7, 1, 3, 7, -1, 2, 3])
    var semidefinite: [Double] = [1, 1, 1, 1]
    #expect(!SmallMatrices.factorPositive(&semidefinite, 2))
    var bad: [Double] = [.nan]
    #expect(!SmallMatrices.factorPositive(&bad, 1))
  }

  @Test func aZeroOnTheDiagonalGivesInfinities() {
    let a: [Float] = [0, 0, 1, 2]
    var b: [Float] = [1, 4]
    SmallMatrices.solve(a, &b, 2, 1, stride: 1, isLower: true, transposes: false, hasUnitDiagonal: false)
    #expect(b == [.infinity, -.infinity])
  }
}
