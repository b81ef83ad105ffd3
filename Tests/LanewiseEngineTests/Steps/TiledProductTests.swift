import LanewiseEngine
import Testing

/// Products by tiles; of what they compute, `DotStepTests` says more.
@Suite struct TiledProductTests {
  private static let hasTiles = TiledProduct(.float32, 2, 2, 2, leftStride: 2, rightStride: 2, resultStride: 2) != nil

  private func numbers(_ count: Int, _ generator: inout Generator) -> [Float] {
    (0..<count).map { _ in Float.random(in: -1...1, using: &generator) }
  }

  /// The bits are the same by one thread and by all, and in whatever part of a larger product.
  @Test(
    .enabled(if: hasTiles),
    arguments: [(30, 70, 300), (200, 300, 1000), (64, 40, 5000), (3, 900, 700)], [false, true])
  func bitsDoNotDependOnTheDivision(_ extents: (Int, Int, Int), _ rightTransposed: Bool) throws {
    let (m, n, k) = extents
    var generator = Generator(11)
    let (left, right) = (numbers(m * k, &generator), numbers(k * n, &generator))
    var (alone, shared, rows) = (
      [Float](repeating: 0, count: m * n), [Float](repeating: 0, count: m * n), [Float](repeating: 0, count: 2 * n)
    )
    let stride = rightTransposed ? k : n
    let product = try #require(
      TiledProduct(
        .float32, m, n, k, leftStride: k, rightStride: stride, rightTransposed: rightTransposed, resultStride: n))
    let firstTwo = try #require(
      TiledProduct(
        .float32, 2, n, k, leftStride: k, rightStride: stride, rightTransposed: rightTransposed, resultStride: n))
    product.run(left, right, &alone)
    product.runShared(left, right, &shared)
    firstTwo.run(left, right, &rows)
    #expect(alone == shared)
    #expect(rows[...] == alone[..<(2 * n)])
  }

  @Test(.enabled(if: hasTiles)) func productsAreAddedAndTakenAway() throws {
    let (m, n, k) = (19, 35, 600)
    let (left, right) = ((0..<m * k).map { Double($0 % 7) }, (0..<k * n).map { Double($0 % 5) })
    func run(_ sign: Int) throws -> [Double] {
      var result = [Double](repeating: 1000, count: m * n)
      try #require(
        TiledProduct(.float64, m, n, k, leftStride: k, rightStride: n, resultStride: n, sign: sign)
      ).run(left, right, &result)
      return result
    }
    let stored = try run(0)
    #expect(stored[1] == (0..<k).reduce(0) { $0 + left[$1] * right[$1 * n + 1] })
    #expect(try run(1) == stored.map { 1000 + $0 })
    #expect(try run(-1) == stored.map { 1000 - $0 })
  }

  /// Vectors, integers and complex numbers are for others.
  @Test func othersHaveNone() {
    #expect(TiledProduct(.float32, 1, 5, 5, leftStride: 5, rightStride: 5, resultStride: 5) == nil)
    #expect(TiledProduct(.complex64, 5, 5, 5, leftStride: 5, rightStride: 5, resultStride: 5) == nil)
  }
}
