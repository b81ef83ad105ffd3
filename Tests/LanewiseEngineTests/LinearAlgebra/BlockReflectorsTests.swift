import LanewiseEngine
import Testing

@Suite struct BlockReflectorsTests {
  /// Of the blocks one is not full; more rows than columns, fewer, and all columns of Q.
  @Test(arguments: [(150, 100, false), (100, 150, false), (130, 70, true)])
  func factorsAreOrthonormalAndTriangular(m: Int, n: Int, isFull: Bool) {
    var generator = Generator(20)
    for (dtype, tolerance) in lapackTypes {
      let k = isFull ? m : min(m, n)
      let a = TestMatrix.random(m, n, dtype, &generator)
      let results = QRStep(isFull: isFull).results([TestArray([a], dtype)], [([1, m, k], dtype), ([1, k, n], dtype)])
      let (q, r) = (results[0].matrices[0], results[1].matrices[0])
      #expect((q * r).distance(a) < tolerance, "\(dtype)")
      #expect((q.adjoint * q).distance(.identity(k)) < tolerance, "\(dtype)")
      #expect(r.distance(r.kept { $0 <= $1 }) == 0)
    }
  }

  @Test func bitsDoNotDependOnThreads() {
    var generator = Generator(21)
    let a = TestArray([TestMatrix.random(300, 200, .float32, &generator)], .float32)
    let results = [1, 2].map { threads in
      withThreads(threads) {
        QRStep(isFull: false).results([a], [([1, 300, 200], .float32), ([1, 200, 200], .float32)]).map(\.bytes)
      }
    }
    #expect(results[0] == results[1])
  }

  /// A column of zeros has no reflector; NaN spreads, and nothing hangs.
  @Test func unusualElements() {
    let n = 70
    for value in [0, Double.nan, .infinity] {
      let a = TestMatrix(n, n) { i, j in Complex(j == 40 ? value : i == j ? 1 : 0.01, 0) }
      let results = QRStep(isFull: false).results(
        [TestArray([a], .float64)], [([1, n, n], .float64), ([1, n, n], .float64)])
      let (q, r) = (results[0].matrices[0], results[1].matrices[0])
      if value == 0 {
        #expect((q * r).distance(a) < 1e-12 && r[40, 40].real == 0)
      } else {
        #expect(r[40, 40].real.isNaN || r[40, 40].real.isInfinite)
      }
    }
  }
}
