import Lanewise
import Testing

@Suite struct ClosureConvertTests {
  @Test func whatMovesBecomesAnArgument() {
    // A rule for a function of functions: the derivative of f(x), ten times too large, by all that f depends on.
    let call = { (f: @escaping (NDArray) -> NDArray, x: NDArray) -> NDArray in
      let (g, captured) = closureConvert(f, x)
      let custom = customVJP(
        { (x: NDArray, c: [NDArray]) -> NDArray in g(x, c) },
        forward: { x, c -> (NDArray, [NDArray]) in (g(x, c), [x] + c) },
        backward: { kept, ct -> (NDArray, [NDArray]) in
          let (_, pullback) = vjp({ (x: NDArray, c: [NDArray]) in g(x, c) }, kept[0], Array(kept[1...]))
          return pullback(10 * ct)
        })
      return custom(x, captured)
    }
    let outer = { (a: NDArray) in call({ x in a * x * x }, 3.0) }
    #expect(Float(outer(2.0)) == 18)
    #expect(Float(grad(outer)(2.0)) == 90 && Float(jit(grad(outer))(2.0)) == 90 && Float(grad(jit(outer))(2.0)) == 90)
    #expect(vmap(grad(outer))(ones([2])).asArray(Float.self) == [90, 90])
  }

  @Test func whatIsConstantStays() {
    let a: NDArray = NDArray([1, 2] as [Float])
    let (g, captured) = closureConvert({ (x: NDArray, y: NDArray) in a * x + y }, ones([2]), 1.0)
    #expect(captured.isEmpty && g(a, 1.0, []).asArray(Float.self) == [2, 5])
    expectError("closureConvert: the arguments have types [f32[3], f32[]]") { g(ones([3]), 1.0, []) }
  }
}
