import Lanewise
import Testing

@Suite struct PolarIterationTests {
  @Test func factorsAreThoseOfSingularValues() {
    for shape in [[5, 5], [7, 3], [1, 1]] {
      let a = Random.normal(Random.key(1), shape, dtype: .float64)
      let (u, p, iterations, isConverged) = Lax.qdwh(a)
      let exact = Linalg.polar(a)
      expectClose(u, exact.unitary, 1e-11)
      expectClose(p, exact.positive, 1e-11)
      #expect(Bool(isConverged) && Int(iterations) < 9)
      expectClose(jit { (a: NDArray) in Lax.qdwh(a).h }(a), p, 1e-11)
    }
    let z = Lax.complex(Random.normal(Random.key(2), [4, 4]), Random.normal(Random.key(3), [4, 4]))
    let (u, p, _, _) = Lax.qdwh(z)
    #expect(Double(max(abs(matmul(u, p) - z))) < 1e-4)
    #expect(!Bool(Lax.qdwh(z, maxIterations: 1).isConverged))
  }

  @Test func mistakes() {
    expectError("as many rows as columns") { Lax.qdwh(zeros([2, 3])).u }
    expectError("floating-point") { Lax.qdwh(eye(2, dtype: .int32)).u }
  }
}
