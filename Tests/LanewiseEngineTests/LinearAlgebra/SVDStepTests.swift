import LanewiseEngine
import Testing

@Suite struct SVDStepTests {
  @Test(arguments: [false, true]) func factorsMakeTheMatrices(isFull: Bool) {
    var generator = Generator(7)
    for (dtype, tolerance) in lapackTypes {
      for (count, m, n) in [(1, 1, 1), (3, 4, 4), (2, 5, 3), (2, 3, 5), (1, 60, 40)] {
        let k = min(m, n)
        let matrices = (0..<count).map { _ in TestMatrix.random(m, n, dtype, &generator) }
        let input = TestArray(matrices, dtype)
        let results = SVDStep(isFull: isFull, valuesOnly: false).results(
          [input],
          [([count, k], dtype.realPart), ([count, m, isFull ? m : k], dtype), ([count, isFull ? n : k, n], dtype)])
        let values = SVDStep(isFull: isFull, valuesOnly: true).results([input], [([count, k], dtype.realPart)])[0]
        for index in 0..<count {
          let (s, u, vh) = (results[0].matrices[index], results[1].matrices[index], results[2].matrices[index])
          let product = u.part(0..<m, 0..<k) * TestMatrix.diagonal(s.elements) * vh.part(0..<k, 0..<n)
          #expect(product.distance(matrices[index]) < tolerance, "\(dtype) \(m) \(n)")
          #expect((u.adjoint * u).distance(.identity(u.columns)) < tolerance)
          #expect((vh * vh.adjoint).distance(.identity(vh.rows)) < tolerance)
          #expect(zip(s.elements, s.elements.dropFirst()).allSatisfy { $0.real >= $1.real && $1.real >= 0 })
          #expect(values.matrices[index].distance(s) < tolerance)
        }
      }
    }
  }

  @Test func emptyMatricesHaveFullIdentities() {
    let empty = TestArray([Double](), [2, 0, 3], .float64)
    let results = SVDStep(isFull: true, valuesOnly: false).results(
      [empty], [([2, 0], .float64), ([2, 0, 0], .float64), ([2, 3, 3], .float64)])
    #expect(results[2].matrices.allSatisfy { $0.distance(.identity(3)) == 0 })
  }

  @Test func nanGivesNaN() {
    for (dtype, _) in lapackTypes {
      let bad = TestMatrix(3, 2) { i, _ in Complex(i == 1 ? .nan : 1, 0) }
      let good = TestMatrix(3, 2) { Complex($0 == $1 ? 2 : 0, 0) }
      let results = SVDStep(isFull: false, valuesOnly: false).results(
        [TestArray([bad, good], dtype)], [([2, 2], dtype.realPart), ([2, 3, 2], dtype), ([2, 2, 2], dtype)])
      for result in results { #expect(result.matrices[0].elements.allSatisfy { $0.real.isNaN }) }
      #expect(results[0].matrices[1].elements.allSatisfy { $0.real == 2 })
    }
  }
}
