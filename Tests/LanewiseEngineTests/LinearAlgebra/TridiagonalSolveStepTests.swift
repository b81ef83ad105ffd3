import LanewiseEngine
import Testing

@Suite struct TridiagonalSolveStepTests {
  @Test(arguments: [1, 2]) func solutionsFulfilTheEquations(threads: Int) {
    var generator = Generator(13)
    for (dtype, tolerance) in lapackTypes where !dtype.isComplex {
      for (count, n, k) in [(1, 3, 1), (4, 5, 2), (40, 30, 7)] {
        let diagonals = (0..<3).map { place in
          (0..<count).map { _ in
            TestMatrix(n, 1) { _, _ in Complex(Double.random(in: -1...1, using: &generator) + (place == 1 ? 4 : 0), 0) }
          }
        }
        let right = (0..<count).map { _ in TestMatrix.random(n, k, dtype, &generator) }
        let operands = diagonals.map { matrices -> TestArray in
          var array = TestArray(matrices, dtype)
          array.type = AbstractArray([count, n], dtype)
          return array
        }
        let results = withThreads(threads) {
          TridiagonalSolveStep().results(operands + [TestArray(right, dtype)], [([count, n, k], dtype)])
        }
        for (index, x) in results[0].matrices.enumerated() {
          let a = TestMatrix(n, n) { i, j in
            abs(i - j) > 1 ? .zero : diagonals[j - i + 1][index][i, 0]
          }
          #expect((a * x).distance(right[index]) < tolerance, "\(dtype) \(count) \(n) \(k)")
        }
      }
    }
  }
}
