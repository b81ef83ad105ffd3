import Lanewise
import Testing

@Suite struct CustomJVPTests {
  /// The sine, with a derivative ten times too large, so that one sees that the rule is used.
  private static let f = customJVP({ (x: NDArray) in sin(x) }, jvp: { x, dx in (sin(x), 10 * dx * cos(x)) })
  private let f = CustomJVPTests.f
  private let slope = 10 * cosine(0.7)

  @Test func theValueIsTheFunctions() {
    #expect(abs(Double(f(0.7)) - sine(0.7)) < 1e-6)
    #expect(abs(Double(jit(f)(0.7)) - sine(0.7)) < 1e-6)
    expectClose(vmap(f)(NDArray([0.7, 1] as [Float])), sin(NDArray([0.7, 1] as [Float])))
  }

  @Test func theDerivativeIsTheRulesUnderEveryNesting() {
    let x: NDArray = 0.7
    let nests: [String: (NDArray) -> NDArray] = [
      "grad": grad(f), "jit grad": jit(grad(f)), "grad jit": grad(jit(f)), "jit grad jit": jit(grad(jit(f))),
      "jvp": { jvp(f, $0, 1.0).1 }, "jvp of jit": { jvp(jit(f), $0, 1.0).1 }, "jacfwd": jacfwd(f), "jacrev": jacrev(f),
      "jit jvp": jit { (x: NDArray) in jvp(f, x, 1.0).1 }, "linearize": { linearize(f, $0).1(1.0) },
      "vmap grad": { vmap(grad(f))($0[.newAxis])[0] }, "grad vmap": { grad { vmap(f)($0[.newAxis])[0] }($0) },
      "jit vmap grad jit": { jit(vmap(grad(jit(f))))($0[.newAxis])[0] },
      "grad jit vmap": { grad { jit(vmap(f))($0[.newAxis])[0] }($0) },
      "grad jit vmap jit": { grad { jit(vmap(jit(f)))($0[.newAxis])[0] }($0) },
      "vmap of nothing": { x in vmap { (y: NDArray) in grad(f)(x) + 0 * y }(zeros([2]))[1] },
    ]
    for (name, nest) in nests { #expect(abs(Double(nest(x)) - slope) < 1e-4, "\(name)") }
  }

  @Test func secondDerivativesDifferentiateTheRule() {
    // The rule's own derivative: 10·(−sin x), for sin and cos in it are the plain ones.
    let second = -10 * sine(0.7)
    let nests: [String: (NDArray) -> NDArray] = [
      "grad grad": grad(grad(f)), "jit": jit(grad(jit(grad(jit(f))))), "jvp of grad": { jvp(grad(f), $0, 1.0).1 },
      "grad of jvp": grad { jvp(f, $0, 1.0).1 }, "hessian": hessian(f), "jacrev jacfwd": jacrev(jacfwd(jit(f))),
      "vmap": { vmap(grad(grad(f)))($0[.newAxis])[0] },
      "grad vmap grad": { grad { vmap(grad(jit(f)))($0[.newAxis])[0] }($0) },
    ]
    for (name, nest) in nests { #expect(abs(Double(nest(0.7)) - second) < 1e-4, "\(name)") }
  }

  @Test func rulesMayCallTheFunctionItself() {
    // f(x) = eˣ with the rule f′ = 2f: every derivative is twice the one before.
    @Sendable func f(_ x: NDArray) -> NDArray {
      customJVP({ (x: NDArray) in exp(x) }, jvp: { x, dx in (f(x), 2 * dx * f(x)) })(x)
    }
    for (order, nest) in [grad(f), grad(grad(f)), jit(grad(grad(jit(grad(f)))))].enumerated() {
      #expect(abs(Float(nest(0.0)) - Float(2 << order)) < 1e-5)
    }
    #expect(abs(Float(grad(grad { jit(f)($0) })(0.0)) - 4) < 1e-5)
  }

  @Test func nativeControlFlowWorksInFunctionAndRule() {
    let f = customJVP(
      { (x: NDArray) in Float(x) > 0 ? x : -x }, jvp: { x, dx in Float(x) > 0 ? (x, dx * 3) : (-x, dx * 5) })
    #expect([Float(grad(f)(2.0)), Float(grad(f)(-2.0)), Float(f(-2.0))] == [3, 5, 2])
  }

  @Test func severalArgumentsAndTrees() {
    let product = customJVP(
      { (x: NDArray, y: NDArray) in x * y }, jvp: { x, y, dx, dy in (x * y, dx * y + 100 * x * dy) })
    #expect(grad(product, argnums: [0, 1])(3.0, 4.0).map { Float($0) } == [4, 300])
    expectClose(
      vmap(grad(product, argnums: 1), inAxes: (nil, 0))(3.0, ones([2])), NDArray([300, 300] as [Float]))
    let triple = customJVP(
      { (x: NDArray, y: NDArray, z: NDArray) in x * y * z },
      jvp: { x, y, z, dx, dy, dz in (x * y * z, dx * y * z + dy + dz) })
    #expect(grad(triple, argnums: [0, 1, 2])(2.0, 3.0, 4.0).map { Float($0) } == [12, 1, 1])
    let norm = customJVP(
      { (p: [String: NDArray], n: Int) in ["out": p["a"]! * NDArray(n), "constant": ones([2])] },
      jvp: { p, n, dp, _ in
        (["out": p["a"]! * NDArray(n), "constant": ones([2])], ["out": dp["a"]! * 7, "constant": zeros([2])])
      })
    let gradient = grad { (p: [String: NDArray]) in norm(p, 2)["out"]! }(["a": 5.0, "b": 1.0])
    #expect(Float(gradient["a"]!) == 7 && Float(gradient["b"]!) == 0)
    #expect(Float(jit { (p: [String: NDArray]) in norm(p, 3)["out"]! }(["a": 5.0])) == 15)
  }

  @Test func integersHaveNoDerivative() {
    let f = customJVP({ (x: NDArray, n: NDArray) in x * n }, jvp: { x, n, dx, dn in (x * n, dx * n) })
    #expect(Float(grad(f)(2.0, NDArray(3 as Int32))) == 3)
    let g = customJVP({ (x: NDArray) in x.astype(.int32) }, jvp: { x, dx in (x.astype(.int32), dx.astype(.int32)) })
    #expect(Float(grad { (x: NDArray) in x * g(x) }(2.5)) == 2)
  }

  @Test func capturedArraysAreOperands() {
    let outer = { (a: NDArray, x: NDArray) -> NDArray in
      let scaled = customJVP({ (x: NDArray) in x * a }, jvp: { x, dx in (x * a, 2 * dx * a) })
      return scaled(x)
    }
    #expect(Float(jit(outer)(3.0, 5.0)) == 15)
    #expect(Float(grad(outer, argnums: 1)(3.0, 5.0)) == 6)
    // The rule may capture what is being batched, but not what is being differentiated by.
    let batched = vmap(grad(outer, argnums: 1))(NDArray([1, 3] as [Float]), ones([2]))
    #expect(batched.asArray(Float.self) == [2, 6])
    #expect(vmap(outer, inAxes: (0, nil))(NDArray([1, 3] as [Float]), 2.0).asArray(Float.self) == [2, 6])
    let summed = grad { (x: NDArray) in vmap(outer)(NDArray([1, 3] as [Float]), x).sum() }(ones([2]))
    #expect(summed.asArray(Float.self) == [2, 6])
    expectError("captured") { grad(outer)(3.0, 5.0) }
    expectError("captured") { grad(jit(outer))(3.0, 5.0) }
  }

  @Test func theReluOfTheLibrary() {
    #expect(NN.relu(NDArray([-1, 0, 2] as [Float])).asArray(Float.self) == [0, 0, 2])
    for transform in [vmap(grad(NN.relu)), jit(vmap(grad(jit(NN.relu)))), vmap { x in jvp(NN.relu, x, 1.0).1 }] {
      #expect(transform(NDArray([-1, 0, 2] as [Float])).asArray(Float.self) == [0, 0, 1])
    }
    let (_, tangent) = jvp({ (x: NDArray) in jvp(NN.relu, x, 1.0).0 }, 0.0, 1.0)
    #expect(Float(tangent) == 0)
    #expect(NN.relu(NDArray([-1, 3] as [Int32])).asArray(Int32.self) == [0, 3])
  }

  @Test func itPrintsAsJAXDoes() {
    // JAX 0.4.34's texts, without the addresses.
    let sine = customJVP({ (x: NDArray) in Lax.sin(x) }, jvp: { x, dx in (Lax.sin(x), dx * Lax.cos(x)) })
    #expect(
      makeJaxpr(vmap(sine))(ones([3])).description == """
        { lambda ; a:f32[3]. let
            b:f32[3] = custom_jvp_call[
              call_jaxpr={ lambda ; c:f32[3]. let d:f32[3] = sin c in (d,) }
              jvp_jaxpr_thunk=<function _memoize.<locals>.memoized at 0x0>
              num_consts=0
              symbolic_zeros=False
            ] a
          in (b,) }
        """)
    let captured = makeJaxpr { (a: NDArray) in customJVP({ (x: NDArray) in x * a }, jvp: { x, dx in (x, dx) })(2.0) }
    #expect(
      captured(1.0).description == """
        { lambda ; a:f32[]. let
            b:f32[] = custom_jvp_call[
              call_jaxpr={ lambda ; c:f32[] d:f32[]. let e:f32[] = mul d c in (e,) }
              jvp_jaxpr_thunk=<function _memoize.<locals>.memoized at 0x0>
              num_consts=1
              symbolic_zeros=False
            ] a 2.0
          in (b,) }
        """)
  }

  @Test func mistakesInRulesAreSentences() {
    let shape = customJVP({ (x: NDArray) in x * 2 }, jvp: { x, dx in (x * 2, ones([3])) }, name: "twice")
    expectError("customJVP twice: the rule gives the tangent of type f32[3] for a value of type f32[]") {
      grad(shape)(1.0)
    }
    let dtype = customJVP({ (x: NDArray) in x * 2 }, jvp: { x, dx in (x * 2, dx.astype(.float16)) })
    expectError("of type f16[] for a value of type f32[]") { jit(grad(dtype))(1.0) }
    let structure = customJVP(
      { (x: [NDArray]) -> [NDArray] in x }, jvp: { x, dx -> ([NDArray], [NDArray]) in (x, dx + dx) })
    expectError("another structure") { grad { (x: NDArray) in structure([x])[0] }(1.0) }
    let value = customJVP({ (x: NDArray) in x * 2 }, jvp: { x, dx in (ones([3]), ones([3])) })
    expectError("the rule's value has type f32[3], but the function's has type f32[]") { grad(jit(value))(1.0) }
  }
}
