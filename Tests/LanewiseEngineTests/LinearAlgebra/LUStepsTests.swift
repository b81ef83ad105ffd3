import LanewiseEngine
import Testing

@Suite struct LUStepsTests {
  @Test(arguments: [1, 2]) func productsAreTheMatricesWithRowsExchanged(threads: Int) {
    var generator = Generator(4)
    for (dtype, tolerance) in lapackTypes {
      for (count, m, n) in [
        (1, 1, 1), (3, 4, 4), (2, 5, 3), (2, 3, 5), (1, 210, 200), (2, 0, 3), (2, 3, 0),
      ] {
        let k = min(m, n)
        let matrices = (0..<count).map { _ in TestMatrix.random(m, n, dtype, &generator) }
        let results = withThreads(threads) {
          LUStep().results(
            [TestArray(matrices, dtype)], [([count, m, n], dtype), ([count, k], .int32), ([count, m], .int32)])
        }
        let (pivots, permutations) = (results[1].elements(Int32.self), results[2].elements(Int32.self))
        for (index, (a, lu)) in zip(matrices, results[0].matrices).enumerated() {
          let order = permutations[index * m..<(index + 1) * m].map { Int($0) }
          let l = TestMatrix(m, k) { $0 > $1 ? lu[$0, $1] : Complex($0 == $1 ? 1 : 0, 0) }
          let u = TestMatrix(k, n) { $0 <= $1 ? lu[$0, $1] : .zero }
          let exchanged = TestMatrix(m, n) { a[order[$0], $1] }
          #expect((l * u).distance(exchanged) < tolerance, "\(dtype) \(m) \(n)")
          #expect(l.elements.allSatisfy { abs($0.real) <= 1.5 && abs($0.imaginary) <= 1.5 })
          let again = PivotsToPermutationStep(size: m).result(
            [TestArray(Array(pivots[index * k..<(index + 1) * k]), [1, k], .int32)], [1, m], .int32, Int32.self)
          #expect(again.map { Int($0) } == order)
        }
      }
    }
  }

  @Test func pivotsOutsideChangeNothing() {
    let pivots = TestArray([2, 2, -1, 9, 0, 1] as [Int32], [2, 3], .int32)
    let permutations = PivotsToPermutationStep(size: 4).result([pivots], [2, 4], .int32, Int32.self)
    #expect(permutations == [2, 0, 1, 3, 1, 2, 0, 3])
  }
}
