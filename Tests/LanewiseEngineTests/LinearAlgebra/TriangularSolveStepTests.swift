import LanewiseEngine
import Testing

@Suite struct TriangularSolveStepTests {
  /// All five choices, for few and for many lines, which are cut into panels.
  @Test(arguments: [1, 2]) func solutionsFulfilTheEquations(threads: Int) {
    var generator = Generator(2)
    for (dtype, tolerance) in lapackTypes {
      for (count, n, k) in [(1, 1, 1), (3, 4, 1), (2, 3, 5), (1, 101, 20), (1, 160, 170)] {
        for choice in 0..<32 where n < 150 || choice % 10 == 1 {
          let (isLeft, isLower, transposes) = (choice & 1 > 0, choice & 2 > 0, choice & 4 > 0)
          let (conjugates, isUnit) = (choice & 8 > 0, choice & 16 > 0)
          let step = TriangularSolveStep(
            isLeft: isLeft, isLower: isLower, transposes: transposes, conjugates: conjugates, hasUnitDiagonal: isUnit)
          // Small elements beside the diagonal, so that errors do not grow.
          let given = (0..<count).map { _ in
            let a = TestMatrix.random(n, n, dtype, &generator)
            return TestMatrix(n, n) { i, j in
              i == j ? .sum(a[i, j], Complex(3, 0)) : .product(a[i, j], Complex(2 / Double(n), 0))
            }
          }
          let right = (0..<count).map { _ in
            isLeft ? TestMatrix.random(n, k, dtype, &generator) : TestMatrix.random(k, n, dtype, &generator)
          }
          let shape = isLeft ? [count, n, k] : [count, k, n]
          let results = withThreads(threads) {
            step.results([TestArray(given, dtype), TestArray(right, dtype)], [(shape, dtype)])
          }
          for ((a, b), x) in zip(zip(given, right), results[0].matrices) {
            var operation = a.kept { isLower ? $0 > $1 : $0 < $1 }
            operation = operation + (isUnit ? TestMatrix.identity(n) : a.kept { $0 == $1 })
            if transposes { operation = operation.transposed }
            if conjugates { operation = operation.conjugated }
            let product = isLeft ? operation * x : x * operation
            #expect(product.distance(b) < tolerance, "\(dtype) \(shape) \(step)")
          }
        }
      }
    }
  }

  @Test func bitsDoNotDependOnThreads() {
    var generator = Generator(3)
    let shift = TestMatrix.diagonal([Complex](repeating: Complex(20, 0), count: 150))
    let a = TestMatrix.random(150, 150, .float32, &generator) + shift
    let operands = [TestArray([a], .float32), TestArray([TestMatrix.random(150, 400, .float32, &generator)], .float32)]
    let step = TriangularSolveStep(
      isLeft: true, isLower: true, transposes: false, conjugates: false, hasUnitDiagonal: false)
    let results = [1, 2].map { threads in
      withThreads(threads) { step.results(operands, [([1, 150, 400], .float32)])[0].bytes }
    }
    #expect(results[0] == results[1])
  }
}
