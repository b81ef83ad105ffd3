import LanewiseEngine
import Testing

@Suite struct CholeskyStepTests {
  @Test(arguments: [1, 2]) func productsAreTheMatrices(threads: Int) {
    var generator = Generator(1)
    for (dtype, tolerance) in lapackTypes {
      for (count, n) in [(1, 1), (1, 5), (3, 4), (1, 150)] {
        let matrices = (0..<count).map { _ in TestMatrix.random(n, n, dtype, &generator).positive }
        // What is above the diagonal is not read.
        let given = matrices.map { matrix in TestMatrix(n, n) { $0 >= $1 ? matrix[$0, $1] : Complex(7, 0) } }
        let results = withThreads(threads) {
          CholeskyStep().results([TestArray(given, dtype)], [([count, n, n], dtype)])
        }
        for (matrix, result) in zip(matrices, results[0].matrices) {
          let factor = result.kept { $0 >= $1 }
          #expect((factor * factor.adjoint).distance(matrix) < tolerance * Double(n), "\(dtype) \(count) \(n)")
          #expect((0..<n).allSatisfy { factor[$0, $0].real > 0 && factor[$0, $0].imaginary == 0 })
        }
      }
    }
  }

  @Test func whatIsNotPositiveDefiniteGivesNaN() {
    for (dtype, _) in lapackTypes {
      let good = TestMatrix.identity(3)
      let bad = TestMatrix.diagonal([Complex(1, 0), Complex(-1, 0), Complex(1, 0)])
      let results = CholeskyStep().results([TestArray([good, bad, good], dtype)], [([3, 3, 3], dtype)])[0].matrices
      #expect(results[0].distance(good) == 0 && results[2].distance(good) == 0)
      #expect(results[1].elements.allSatisfy { $0.real.isNaN })
    }
  }

  /// A diagonal that turns negative in a later block.
  @Test func largeMatricesFailToo() {
    let n = 150
    let bad = TestMatrix.diagonal((0..<n).map { Complex($0 == 140 ? -1 : 2, 0) })
    let result = CholeskyStep().results([TestArray([bad], .float64)], [([1, n, n], .float64)])[0]
    #expect(result.wide.allSatisfy { $0.real.isNaN })
  }

  @Test func bitsDoNotDependOnThreads() {
    var generator = Generator(14)
    let operand = TestArray([TestMatrix.random(300, 300, .float32, &generator).positive], .float32)
    let results = [1, 2].map { threads in
      withThreads(threads) { CholeskyStep().results([operand], [([1, 300, 300], .float32)])[0].bytes }
    }
    #expect(results[0] == results[1])
  }

  @Test func emptyMatrices() {
    #expect(CholeskyStep().results([TestArray([Float](), [2, 0, 0], .float32)], [([2, 0, 0], .float32)])[0].bytes == [])
  }
}
