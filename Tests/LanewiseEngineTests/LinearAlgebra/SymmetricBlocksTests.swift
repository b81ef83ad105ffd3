import LanewiseEngine
import Testing

@Suite struct SymmetricBlocksTests {
  private func symmetric(_ n: Int, _ scale: Double, _ dtype: DType, _ generator: inout Generator) -> TestMatrix {
    let a = TestMatrix.random(n, n, dtype, &generator)
    return (a + a.adjoint) * .diagonal([Complex](repeating: Complex(scale, 0), count: n))
  }

  /// Some blocks and a rest, or a rest alone; elements whose squares overflow, or are lost, in float32.
  @Test(arguments: [(70, 1.0), (150, 1), (150, 1e-30), (150, 1e30)])
  func vectorsAndValues(n: Int, scale: Double) {
    var generator = Generator(22)
    for (dtype, tolerance) in lapackTypes {
      let a = symmetric(n, scale, dtype, &generator)
      let results = EighStep(isLower: true).results(
        [TestArray([a], dtype)], [([1, n, n], dtype), ([1, n], dtype.realPart)])
      let (v, w) = (results[0].matrices[0], results[1].matrices[0])
      #expect((a * v).distance(v * .diagonal(w.elements)) < tolerance * 10 * scale, "\(dtype)")
      #expect((v.adjoint * v).distance(.identity(n)) < tolerance * 10, "\(dtype)")
      #expect(zip(w.elements, w.elements.dropFirst()).allSatisfy { $0.real <= $1.real })
      let alone = EighStep(isLower: true, valuesOnly: true).results(
        [TestArray([a], dtype)], [([1, n], dtype.realPart)])
      #expect(alone[0].matrices[0].distance(w) < tolerance * 10 * scale, "\(dtype)")
    }
  }

  @Test func bitsDoNotDependOnThreads() {
    var generator = Generator(23)
    let n = 300
    let a = TestArray([symmetric(n, 1, .float32, &generator)], .float32)
    let results = [1, 2].map { threads in
      withThreads(threads) {
        EighStep(isLower: true).results([a], [([1, n, n], .float32), ([1, n], .float32)]).map(\.bytes)
      }
    }
    #expect(results[0] == results[1])
  }

  @Test func nanEnds() {
    let n = 100
    let bad = TestMatrix(n, n) { i, j in Complex(i == 70 && j == 70 ? .nan : 1, 0) }
    let results = EighStep(isLower: true).results(
      [TestArray([bad], .float64)], [([1, n, n], .float64), ([1, n], .float64)])
    #expect(results[1].wide.contains { $0.real.isNaN })
  }
}
