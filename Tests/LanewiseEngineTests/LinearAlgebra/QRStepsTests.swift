import LanewiseEngine
import Testing

@Suite struct QRStepsTests {
  @Test(arguments: [false, true]) func factorsAreOrthonormalAndTriangular(isFull: Bool) {
    var generator = Generator(5)
    for (dtype, tolerance) in lapackTypes {
      for (count, m, n) in [(1, 1, 1), (3, 4, 4), (2, 5, 3), (2, 3, 5), (1, 70, 40)] {
        let k = isFull ? m : min(m, n)
        let matrices = (0..<count).map { _ in TestMatrix.random(m, n, dtype, &generator) }
        let results = QRStep(isFull: isFull).results(
          [TestArray(matrices, dtype)], [([count, m, k], dtype), ([count, k, n], dtype)])
        for ((a, q), r) in zip(zip(matrices, results[0].matrices), results[1].matrices) {
          #expect((q * r).distance(a) < tolerance, "\(dtype) \(m) \(n)")
          #expect((q.adjoint * q).distance(.identity(k)) < tolerance, "\(dtype) \(m) \(n)")
          #expect(r.distance(r.kept { $0 <= $1 }) == 0)
        }
      }
    }
  }

  @Test func emptyMatricesHaveTheIdentity() {
    let results = QRStep(isFull: true).results(
      [TestArray([Float](), [2, 3, 0], .float32)], [([2, 3, 3], .float32), ([2, 3, 0], .float32)])
    #expect(results[0].matrices.allSatisfy { $0.distance(.identity(3)) == 0 })
  }

  /// The reflectors' product is Q, and what is above them R.
  @Test func reflectorsMakeTheFactors() {
    var generator = Generator(6)
    for (dtype, tolerance) in lapackTypes {
      for (m, n) in [(4, 4), (6, 3)] {
        let matrices = (0..<2).map { _ in TestMatrix.random(m, n, dtype, &generator) }
        let reflectors = ReflectorsStep().results([TestArray(matrices, dtype)], [([2, m, n], dtype), ([2, n], dtype)])
        let q = ReflectorProductStep().results(reflectors, [([2, m, n], dtype)])[0].matrices
        for ((a, q), packed) in zip(zip(matrices, q), reflectors[0].matrices) {
          let r = packed.part(0..<n, 0..<n).kept { $0 <= $1 }
          #expect((q * r).distance(a) < tolerance, "\(dtype) \(m) \(n)")
        }
      }
    }
  }
}
