import Lanewise
import Testing

@Suite struct ImplicitSolvesTests {
  private let matrix = NDArray([4, 1, 2, 3] as [Float], shape: [2, 2])
  private let right = NDArray([1, 2] as [Float])

  /// The inverse of a matrix of two rows.
  private static func inverse(_ m: NDArray) -> NDArray {
    let determinant = m[0, 0] * m[1, 1] - m[0, 1] * m[1, 0]
    return stack([m[1, 1], -m[0, 1], -m[1, 0], m[0, 0]]).reshape([2, 2]) / determinant
  }

  /// A⁻¹b, with a solver that must not be differentiated.
  private let solve = { (m: NDArray, b: NDArray) -> NDArray in
    let frozen = stopGradient(m)
    return Lax.customLinearSolve(
      { matmul(m, $0) }, b, solve: { _, b in matmul(ImplicitSolvesTests.inverse(frozen), b) },
      transposeSolve: { _, b in matmul(ImplicitSolvesTests.inverse(frozen.transpose()), b) })
  }
  private let plain = { (m: NDArray, b: NDArray) in matmul(ImplicitSolvesTests.inverse(m), b) }

  @Test func derivativesAreImplicit() {
    expectClose(solve(matrix, right), plain(matrix, right))
    for argument in [0, 1] {
      let wanted = jacrev(plain, argnums: argument)(matrix, right)
      expectClose(jacrev(solve, argnums: argument)(matrix, right), wanted)
      expectClose(jacfwd(solve, argnums: argument)(matrix, right), wanted)
      expectClose(jit(jacrev(jit(solve), argnums: argument))(matrix, right), wanted)
      let second = hessian(plain, argnums: argument)(matrix, right)
      expectClose(hessian(solve, argnums: argument)(matrix, right), second, 1e-4)
    }
  }

  @Test func batchesOfEveryKind() {
    let matrices = stack([matrix, 2 * matrix + eye(2)])
    let rights = stack([right, -right, 3 * right])
    expectClose(
      vmap(solve, inAxes: (nil, 0))(matrix, rights), vmap(plain, inAxes: (nil, 0))(matrix, rights))
    expectClose(vmap(solve, inAxes: (0, nil))(matrices, right), vmap(plain, inAxes: (0, nil))(matrices, right))
    let loss = { (f: @escaping (NDArray, NDArray) -> NDArray) in { (m: NDArray, b: NDArray) in (f(m, b) ** 2).sum() } }
    expectClose(
      vmap(grad(loss(solve)), inAxes: (0, nil))(matrices, right),
      vmap(grad(loss(plain)), inAxes: (0, nil))(matrices, right))
    expectClose(
      grad { (m: NDArray) in vmap(jit(solve), inAxes: (nil, 0))(m, rights).sum() }(matrix),
      grad { (m: NDArray) in vmap(plain, inAxes: (nil, 0))(m, rights).sum() }(matrix))
  }

  @Test func symmetricMapsNeedOneSolver() {
    let solve = { (d: NDArray, b: [NDArray]) -> [NDArray] in
      let frozen = stopGradient(d)
      return Lax.customLinearSolve(
        { (x: [NDArray]) -> [NDArray] in x.map { d * $0 } }, b,
        solve: { (_, b: [NDArray]) -> [NDArray] in b.map { $0 / frozen } }, symmetric: true)
    }
    let f = { (d: NDArray) in solve(d, [1.0, 2.0]).reduce(0.0, +) }
    #expect(Float(f(4.0)) == 0.75 && Float(grad(f)(2.0)) == -0.75 && Float(grad(grad(f))(2.0)) == 0.75)
  }

  @Test func rootsAreFunctionsOfWhatTheyDependOn() {
    // Newton's method, with as many steps as it takes where values are there, and ten where they are not.
    let squareRoot = { (a: NDArray) in
      Lax.customRoot(
        { x in x * x - a }, 1.0,
        solve: { f, x in (0..<10).reduce(x) { x, _ in x - f(x) / grad(f)(x) } }, tangentSolve: { g, y in y / g(1.0) })
    }
    #expect(abs(Float(squareRoot(4.0)) - 2) < 1e-6)
    #expect(abs(Float(grad(squareRoot)(4.0)) - 0.25) < 1e-6)
    #expect(abs(Float(grad(grad(squareRoot))(4.0)) + 1 / 32) < 1e-6)
    #expect(abs(Float(jit(grad(jit(squareRoot)))(4.0)) - 0.25) < 1e-6)
    #expect(abs(Float(jvp(squareRoot, 4.0, 1.0).1) - 0.25) < 1e-6)
    expectClose(vmap(grad(squareRoot))(NDArray([1, 4] as [Float])), NDArray([0.5, 0.25] as [Float]))
    expectClose(
      grad { (x: NDArray) in vmap(squareRoot)(x).sum() }(NDArray([1, 4] as [Float])), NDArray([0.5, 0.25] as [Float]))
  }

  @Test func unknownsMayBeTreesAndTheirSolversTransformations() {
    // (x + y, x − y) = (a, b), solved by the inverse of a Jacobian.
    let solve = { (a: NDArray, b: NDArray) -> [NDArray] in
      let newton = { (f: ([NDArray]) -> [NDArray], x: [NDArray]) -> [NDArray] in
        let r = f(x)
        return [x[0] - (r[0] + r[1]) / 2, x[1] - (r[0] - r[1]) / 2]
      }
      return Lax.customRoot(
        { x in [x[0] + x[1] - a, x[0] - x[1] - b] }, [0.0, 0.0], solve: newton,
        tangentSolve: { _, y in [(y[0] + y[1]) / 2, (y[0] - y[1]) / 2] })
    }
    #expect(solve(5.0, 1.0).map { Float($0) } == [3, 2])
    #expect(
      grad({ (a: NDArray, b: NDArray) in solve(a, b)[1] }, argnums: [0, 1])(5.0, 1.0).map { Float($0) } == [0.5, -0.5])
  }

  @Test func mistakesAreSentences() {
    expectError("customLinearSolve: matvec: the result has type f32[1] where the vector has type f32[2]") {
      grad { (b: NDArray) in Lax.customLinearSolve({ $0[..<1] }, b, solve: { _, b in b }).sum() }(right)
    }
    expectError("transposeSolve") {
      grad { (b: NDArray) in Lax.customLinearSolve({ $0 * 2 }, b, solve: { _, b in b / 2 }).sum() }(right)
    }
    expectError("customRoot: f: the result has type f32[2]") {
      grad { (a: NDArray) in
        Lax.customRoot({ x in x * a * ones([2]) }, 1.0, solve: { _, x in x }, tangentSolve: { _, y in y })
      }(1.0)
    }
  }
}
