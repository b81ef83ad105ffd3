import Lanewise
import Testing

@Suite struct CustomVJPTests {
  /// The sine, with a derivative ten times too large, so that one sees that the rule is used.
  private static let f = customVJP(
    { (x: NDArray) in sin(x) }, forward: { x in (sin(x), x) }, backward: { x, g in 10 * g * cos(x) })
  private let f = CustomVJPTests.f

  @Test func theDerivativeIsTheRulesUnderEveryNesting() {
    let slope = 10 * cosine(0.7)
    let nests: [String: (NDArray) -> NDArray] = [
      "grad": grad(f), "jit grad": jit(grad(f)), "grad jit": grad(jit(f)), "jit grad jit": jit(grad(jit(f))),
      "vjp": { vjp(f, $0).1(1.0) }, "jacrev": jacrev(f), "jacrev jit": jacrev(jit(f)),
      "vmap grad": { vmap(grad(f))($0[.newAxis])[0] }, "grad vmap": { grad { vmap(f)($0[.newAxis])[0] }($0) },
      "jit vmap grad jit": { jit(vmap(grad(jit(f))))($0[.newAxis])[0] },
      "grad jit vmap jit": { grad { jit(vmap(jit(f)))($0[.newAxis])[0] }($0) },
      "vmap vmap grad": { vmap(vmap(grad(f)))($0[.newAxis, .newAxis])[0, 0] },
    ]
    for (name, nest) in nests { #expect(abs(Double(nest(0.7)) - slope) < 1e-4, "\(name)") }
    #expect(abs(Double(jit(vmap(f))(ones([2]))[0]) - sine(1)) < 1e-6)
  }

  @Test func secondDerivativesDifferentiateTheRules() {
    let second = -10 * sine(0.7)
    let nests: [String: (NDArray) -> NDArray] = [
      "grad grad": grad(grad(f)), "jit": jit(grad(jit(grad(jit(f))))), "jvp of grad": { jvp(grad(f), $0, 1.0).1 },
      "jvp of jit grad": { jvp(jit(grad(f)), $0, 1.0).1 }, "jvp of grad jit": { jvp(grad(jit(f)), $0, 1.0).1 },
      "jacfwd jacrev": hessian(f), "jacrev jacrev": jacrev(jacrev(f)),
      "vmap": { vmap(grad(grad(f)))($0[.newAxis])[0] },
      "grad vmap grad": { grad { vmap(grad(jit(f)))($0[.newAxis])[0] }($0) },
    ]
    for (name, nest) in nests { #expect(abs(Double(nest(0.7)) - second) < 1e-4, "\(name)") }
  }

  @Test func gradientsAreClipped() {
    let clipped = customVJP(
      { (x: NDArray) in x }, forward: { x in (x, 0) }, backward: { (_: Int, g) in clip(g, -1, 1) })
    #expect(Float(grad { (x: NDArray) in clipped(x) * 5 }(2.0)) == 1)
    #expect(
      vmap(grad { (x: NDArray) in clipped(x) ** 2 })(NDArray([0.25, 3] as [Float])).asArray(Float.self) == [0.5, 1])
  }

  @Test func residualsMayBeTrees() {
    let f = customVJP(
      { (x: NDArray, y: NDArray) in sin(x) * y }, forward: { x, y in (sin(x) * y, (cos(x), sin(x), y)) },
      backward: { kept, g in (kept.0 * g * kept.2, kept.1 * g) })
    expectClose(grad(f)(1.0, 2.0), 2 * cos(1.0))
    expectClose(grad(f, argnums: 1)(1.0, 2.0), sin(1.0))
    let g = customVJP(
      { (x: NDArray) in x ** 3 }, forward: { x in (x ** 3, ["x": [x, x * x]]) },
      backward: { kept, g in 3 * g * kept["x"]![1] })
    #expect(Float(jit(grad(g))(2.0)) == 12)
    let h = customVJP(
      { (x: NDArray, y: NDArray, z: NDArray) in x * y * z }, forward: { x, y, z in (x * y * z, [x, y, z]) },
      backward: { kept, g in (g, g * kept[2], g * kept[1]) })
    #expect(grad(h, argnums: [0, 1, 2])(2.0, 3.0, 4.0).map { Float($0) } == [1, 4, 3])
  }

  @Test func trees() {
    let f = customVJP(
      { (p: [String: NDArray], n: Int) in [p["a"]! * NDArray(n), p["b"]!] },
      forward: { p, n in ([p["a"]! * NDArray(n), p["b"]!], n) },
      backward: { n, g in (["a": g[0] * 100, "b": g[1]], n) })
    let gradient = grad { (p: [String: NDArray]) in f(p, 3)[0] }(["a": 2.0, "b": 5.0])
    #expect(Float(gradient["a"]!) == 100 && Float(gradient["b"]!) == 0)
  }

  @Test func whatIsTheSameForABatchGetsTheSum() {
    let f = customVJP(
      { (w: NDArray, x: NDArray) in w * x }, forward: { w, x in (w * x, (w, x)) },
      backward: { kept, g in (g * kept.1, g * kept.0) })
    let loss = { (w: NDArray) in vmap(f, inAxes: (nil, 0))(w, NDArray([1, 2, 3] as [Float])).sum() }
    #expect(Float(grad(loss)(5.0)) == 6 && Float(grad(jit(loss))(5.0)) == 6)
    #expect(Float(grad { (w: NDArray) in vmap(jit(f), inAxes: (nil, 0))(w, ones([4])).sum() }(5.0)) == 4)
    // A cotangent that does not depend on the example counts once for each.
    let constant = customVJP({ (x: NDArray) in x }, forward: { x in (x, 0) }, backward: { (_: Int, _) in 1.0 })
    let every = { (w: NDArray) in vmap { (x: NDArray) in constant(w) * x }(ones([3])).sum() }
    #expect(Float(grad(every)(1.0)) == 3)
  }

  @Test func forwardModeIsAnError() {
    expectError("can't apply forward-mode autodiff (jvp) to a custom_vjp function") { jvp(f, 1.0, 1.0) }
    expectError("can't apply forward-mode autodiff (jvp) to a custom_vjp function") { jit(jacfwd(f))(1.0) }
    expectError("can't apply forward-mode autodiff (jvp) to a custom_vjp function") { jacfwd(jit(f))(1.0) }
    // And again: nothing is kept of what failed.
    let compiled = jit { (x: NDArray) in jvp(CustomVJPTests.f, x, 1.0).1 }
    for _ in 0..<2 { expectError("forward-mode") { compiled(1.0) } }
  }

  @Test func mistakesInRulesAreSentences() {
    let shape = customVJP(
      { (x: NDArray) in x * 2 }, forward: { x in (x * 2, x) }, backward: { _, g in ones([3]) }, name: "twice")
    expectError("customVJP twice: the backward rule gives a cotangent of type f32[3] for the argument of type f32[]") {
      grad(shape)(1.0)
    }
    let structure = customVJP(
      { (x: [NDArray]) in x[0] }, forward: { x in (x[0], 0) }, backward: { (_: Int, g) in [g, g] })
    expectError("another structure") { grad(structure)([1.0]) }
    let captured = { (a: NDArray) in
      customVJP({ (x: NDArray) in x * a }, forward: { x in (x * a, x) }, backward: { x, g in g })(1.0)
    }
    expectError("captured") { grad(captured)(2.0) }
    expectError("captured") { grad(jit(captured))(2.0) }
  }

  @Test func itPrintsAsJAXDoes() {
    // JAX 0.4.34's text, without the addresses.
    let sine = customVJP({ (x: NDArray) in Lax.sin(x) }, forward: { x in (Lax.sin(x), x) }, backward: { x, g in g * x })
    #expect(
      makeJaxpr { (x: NDArray) in sine(x) * 2 }(ones([3])).description == """
        { lambda ; a:f32[3]. let
            b:f32[3] = custom_vjp_call_jaxpr[
              bwd=<function CustomVJPCallPrimitive.bind.<locals>.<lambda> at 0x0>
              fun_jaxpr={ lambda ; c:f32[3]. let d:f32[3] = sin c in (d,) }
              fwd_jaxpr_thunk=<function _memoize.<locals>.memoized at 0x0>
              num_consts=0
              out_trees=<function transformation_with_aux.<locals>.<lambda> at 0x0>
              symbolic_zeros=False
            ] a
            e:f32[3] = mul b 2.0
          in (e,) }
        """)
  }
}
