import Lanewise
import Testing

@Suite struct IterativeSolversTests {
  private let square = Random.normal(Random.key(1), [6, 6], dtype: .float64)
  private let right = Random.normal(Random.key(2), [6], dtype: .float64)
  private var positive: NDArray { matmul(square, square.T) + eye(6, dtype: .float64) }
  private var general: NDArray { square + 6 * eye(6, dtype: .float64) }

  @Test func solutionsFulfilTheEquations() {
    expectClose(Linalg.cg(positive, right, tol: 1e-12), Linalg.solve(positive, right), 1e-9)
    expectClose(Linalg.bicgstab(general, right, tol: 1e-12), Linalg.solve(general, right), 1e-9)
    let a = positive
    let jitted = jit { (b: NDArray) in Linalg.cg({ matmul(a, $0) }, b, tol: 1e-12) }
    expectClose(jitted(right), Linalg.solve(a, right), 1e-9)
    let rights = Random.normal(Random.key(3), [4, 6], dtype: .float64)
    expectClose(
      vmap { (b: NDArray) in Linalg.cg(a, b, tol: 1e-12) }(rights), Linalg.solve(a, rights.T).T, 1e-9)
  }

  @Test func complexMatrices() {
    let z = Lax.complex(square, square.T * 0.5)
    let b = Lax.complex(right, -right)
    let hermitian = matmul(z, conj(z.T)) + eye(6, dtype: .complex128)
    let x = Linalg.cg(hermitian, b, tol: 1e-12)
    #expect(Double(max(abs(matmul(hermitian, x) - b))) < 1e-9)
    let shifted = z + 8 * eye(6, dtype: .complex128)
    let y = Linalg.bicgstab(shifted, b, tol: 1e-12)
    #expect(Double(max(abs(matmul(shifted, y) - b))) < 1e-9)
  }

  @Test func derivativesAreThoseOfTheSolution() {
    for (solver, matrix) in [
      ({ (a: NDArray, b: NDArray) in Linalg.cg(a, b, tol: 1e-13) }, positive),
      ({ (a: NDArray, b: NDArray) in Linalg.bicgstab(a, b, tol: 1e-13) }, general),
    ] {
      let loss = { (a: NDArray, b: NDArray) in (solver(a, b) ** 2).sum() }
      let exact = { (a: NDArray, b: NDArray) in (Linalg.solve(a, b) ** 2).sum() }
      let (da, db) = grad(loss, argnums: (0, 1))(matrix, right)
      let (ea, eb) = grad(exact, argnums: (0, 1))(matrix, right)
      expectClose(da, ea, 1e-7)
      expectClose(db, eb, 1e-7)
    }
  }

  @Test func whereItBeginsAndEnds() {
    let start = ones([6], dtype: .float64)
    #expect(Linalg.cg(positive, right, x0: start, maxiter: 0).asArray(Double.self) == start.asArray(Double.self))
    let solution = Linalg.solve(positive, right)
    #expect(Linalg.cg(positive, right, x0: solution).asArray(Double.self) == solution.asArray(Double.self))
    // With the inverse itself it is there after one step.
    let inverse = Linalg.inv(positive)
    expectClose(Linalg.cg(positive, right, maxiter: 1, m: { matmul(inverse, $0) }), solution, 1e-9)
    let other = Linalg.inv(general)
    expectClose(
      Linalg.bicgstab(general, right, maxiter: 1, m: { matmul(other, $0) }), Linalg.solve(general, right), 1e-9)
    expectError("same structure and shapes") { Linalg.cg(positive, right, x0: ones([5])) }
  }

  @Test func unknownsMayBeTrees() {
    let a = { (x: [String: NDArray]) -> [String: NDArray] in ["p": 2 * x["p"]!, "q": 4 * x["q"]!] }
    let x = Linalg.cg(a, ["p": NDArray([1.0, 2.0]), "q": NDArray(8.0)])
    expectClose(x["p"]!, NDArray([0.5, 1.0]))
    expectClose(x["q"]!, NDArray(2.0))
    let y = Linalg.bicgstab(a, ["p": NDArray([1.0, 2.0]), "q": NDArray(8.0)])
    expectClose(y["p"]!, NDArray([0.5, 1.0]))
  }
}
