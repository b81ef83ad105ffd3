import Lanewise
import Testing

@Suite struct GMRESTests {
  private let a = Random.normal(Random.key(1), [30, 30], dtype: .float64) + 12 * eye(30, dtype: .float64)
  private let b = Random.normal(Random.key(2), [30], dtype: .float64)

  @Test(arguments: [Linalg.GMRESMethod.batched, .incremental]) func solutionsFulfilTheEquations(
    _ method: Linalg.GMRESMethod
  ) {
    let exact = Linalg.solve(a, b)
    for restart in [5, 20, 40] {
      expectClose(Linalg.gmres(a, b, tol: 1e-12, restart: restart, solveMethod: method), exact, 1e-9)
    }
    let matrix = a
    let near = { (x: NDArray) in x / 12 }
    let jitted = jit { (b: NDArray) in
      Linalg.gmres({ matmul(matrix, $0) }, b, tol: 1e-12, m: near, solveMethod: method)
    }
    expectClose(jitted(b), exact, 1e-9)
    expectClose(
      vmap { (b: NDArray) in Linalg.gmres(matrix, b, tol: 1e-12, solveMethod: method) }(stack([b, -b])),
      stack([exact, -exact]), 1e-9)
    // A space that A does not lead out of.
    let twice = Linalg.gmres({ 2 * $0 }, b, solveMethod: method)
    expectClose(twice, b / 2, 1e-12)
    expectClose(Linalg.gmres(a, zerosLike(b), solveMethod: method), zerosLike(b), 1e-12)
    expectClose(Linalg.gmres(a, b, x0: exact, solveMethod: method), exact, 1e-12)
  }

  @Test func complexMatrices() {
    let z = Lax.complex(a, a.T * 0.3)
    let right = Lax.complex(b, -b)
    for method in [Linalg.GMRESMethod.batched, .incremental] {
      let x = Linalg.gmres(z, right, tol: 1e-12, restart: 30, solveMethod: method)
      #expect(Double(max(abs(matmul(z, x) - right))) < 1e-8)
    }
  }

  @Test func derivativesAreThoseOfTheSolution() {
    let loss = { (a: NDArray, b: NDArray) in (Linalg.gmres(a, b, tol: 1e-13) ** 2).sum() }
    let exact = { (a: NDArray, b: NDArray) in (Linalg.solve(a, b) ** 2).sum() }
    let (da, db) = grad(loss, argnums: (0, 1))(a, b)
    let (ea, eb) = grad(exact, argnums: (0, 1))(a, b)
    expectClose(da, ea, 1e-8)
    expectClose(db, eb, 1e-8)
  }

  @Test func unknownsMayBeTrees() {
    let a = { (x: [String: NDArray]) -> [String: NDArray] in ["p": 2 * x["p"]! + x["q"]!, "q": 4 * x["q"]!] }
    let x = Linalg.gmres(a, ["p": NDArray([4.0, 6.0]), "q": NDArray(8.0)])
    expectClose(x["p"]!, NDArray([1.0, 2.0]))
    expectClose(x["q"]!, NDArray(2.0))
  }

  @Test func mistakes() {
    expectError("same structure and shapes") { Linalg.gmres(a, b, x0: ones([5])) }
  }
}
