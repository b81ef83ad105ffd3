import LanewiseEngine
import Testing

@Suite struct ReductionStepsTests {
  @Test func schurFactorsMakeTheMatrices() {
    var generator = Generator(10)
    for (dtype, tolerance) in lapackTypes {
      for (count, n) in [(1, 1), (3, 4), (1, 20)] {
        let matrices = (0..<count).map { _ in TestMatrix.random(n, n, dtype, &generator) }
        let results = SchurStep(hasVectors: true).results(
          [TestArray(matrices, dtype)], [([count, n, n], dtype), ([count, n, n], dtype)])
        for ((a, t), z) in zip(zip(matrices, results[0].matrices), results[1].matrices) {
          #expect((z * t * z.adjoint).distance(a) < tolerance * 4, "\(dtype) \(n)")
          #expect((z.adjoint * z).distance(.identity(n)) < tolerance)
          // A real T may have an element below the diagonal, but not two in a row.
          let below = dtype.isComplex ? 0 : 1
          #expect(t.distance(t.kept { $0 <= $1 + below }) == 0)
          for i in 2..<max(n, 2) { #expect(t[i, i - 1].real == 0 || t[i - 1, i - 2].real == 0) }
        }
        let alone = SchurStep(hasVectors: false).results([TestArray(matrices, dtype)], [([count, n, n], dtype)])
        #expect(zip(alone[0].matrices, results[0].matrices).allSatisfy { $0.distance($1) < tolerance * 10 })
      }
    }
  }

  /// Q of reflectors that lie below the first subdiagonal.
  private func unitary(_ packed: TestArray, _ taus: TestArray, _ n: Int, _ dtype: DType) -> [TestMatrix] {
    let inner = TestArray(packed.matrices.map { $0.part(1..<n, 0..<n - 1) }, dtype)
    let products = ReflectorProductStep().results([inner, taus], [([packed.matrices.count, n - 1, n - 1], dtype)])[0]
    return products.matrices.map { q in
      TestMatrix(n, n) { i, j in i == 0 || j == 0 ? Complex(i == j ? 1 : 0, 0) : q[i - 1, j - 1] }
    }
  }

  @Test func hessenbergFactorsMakeTheMatrices() {
    var generator = Generator(11)
    let n = 6
    for (dtype, tolerance) in lapackTypes {
      let matrices = (0..<2).map { _ in TestMatrix.random(n, n, dtype, &generator) }
      let results = HessenbergStep().results([TestArray(matrices, dtype)], [([2, n, n], dtype), ([2, n - 1], dtype)])
      let q = unitary(results[0], results[1], n, dtype)
      for ((a, q), packed) in zip(zip(matrices, q), results[0].matrices) {
        #expect((q * packed.kept { $0 <= $1 + 1 } * q.adjoint).distance(a) < tolerance, "\(dtype)")
      }
    }
  }

  @Test func tridiagonalFactorsMakeTheMatrices() {
    var generator = Generator(12)
    let n = 6
    for (dtype, tolerance) in lapackTypes {
      let matrices = (0..<2).map { _ in TestMatrix.random(n, n, dtype, &generator).positive }
      let real = dtype.realPart
      let results = TridiagonalStep(isLower: true).results(
        [TestArray(matrices, dtype)],
        [([2, n, n], dtype), ([2, n], real), ([2, n - 1], real), ([2, n - 1], dtype), ([2], .int32)])
      let q = unitary(results[0], results[3], n, dtype)
      for index in 0..<2 {
        let (d, e) = (results[1].matrices[index].elements, results[2].matrices[index].elements)
        let t = TestMatrix(n, n) { i, j in i == j ? d[i] : abs(i - j) == 1 ? e[min(i, j)] : .zero }
        #expect((q[index] * t * q[index].adjoint).distance(matrices[index]) < tolerance * 4, "\(dtype)")
      }
      #expect(results[4].elements(Int32.self) == [0, 0])
    }
  }
}
