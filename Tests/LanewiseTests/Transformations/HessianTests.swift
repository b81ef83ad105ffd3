import Lanewise
import Testing

@Suite struct HessianTests {
  /// Rosenbrock's function of any number of variables.
  private let rosenbrock = { (x: NDArray) in
    let (head, tail) = (x[..<(-1)], x[1...])
    return (100 * (tail - head ** 2) ** 2 + (1 - head) ** 2).sum()
  }

  @Test func rosenbrocks() {
    // 1200x² − 400y + 2, −400x, 200, by hand.
    let h = hessian(rosenbrock)(NDArray([1.5, 2] as [Float]))
    expectClose(h, NDArray([1902, -600, -600, 200] as [Float], shape: [2, 2]))
    expectClose(jit(hessian(rosenbrock))(NDArray([1.5, 2] as [Float])), h)
    expectClose(jacrev(jacfwd(rosenbrock))(NDArray([1.5, 2] as [Float])), h)
  }

  @Test func productsWithVectorsNeedNoHessian() {
    let (x, v) = (NDArray([0.5, -1, 2] as [Float]), NDArray([1, 2, -3] as [Float]))
    let full = matmul(hessian(rosenbrock)(x), v)
    let (_, forward) = jvp(grad(rosenbrock), x, v)
    expectClose(forward, full)
    expectClose(grad { (x: NDArray) in (grad(rosenbrock)(x) * v).sum() }(x), full)
    expectClose(vjp(grad(rosenbrock), x).1(v), full)
  }

  @Test func ofNamedArraysAndOfSeveralArguments() {
    let f = { (p: [String: NDArray]) in (p["a"]! * p["a"]! * p["b"]!).sum() }
    let h = hessian(f)(["a": NDArray([1, 2] as [Float]), "b": NDArray([3, 4] as [Float])])
    #expect(h["a"]!["a"]!.asArray(Float.self) == [6, 0, 0, 8])
    #expect(h["a"]!["b"]!.asArray(Float.self) == [2, 0, 0, 4])
    #expect(h["b"]!["b"]!.asArray(Float.self) == [0, 0, 0, 0])
    let g = { (a: NDArray, b: NDArray) in a * a * b }
    #expect(Float(hessian(g)(2.0, 3.0)) == 6 && Float(hessian(g, argnums: 1)(2.0, 3.0)) == 0)
    #expect(hessian(g, argnums: [0, 1])(2.0, 3.0).map { $0.map { Float($0) } } == [[6, 4], [4, 0]])
    let array = hessian { (p: [NDArray]) in p[0] * p[0] * p[1] }([2.0, 3.0])
    #expect(array.map { $0.map { Float($0) } } == [[6, 4], [4, 0]])
    let tree = hessian { (x: NDArray) in ["cube": (x ** 3).sum()] }(NDArray([1, 2] as [Float]))
    #expect(tree["cube"]!.asArray(Float.self) == [6, 0, 0, 12])
  }
}
