import Lanewise
import Testing

/// A struct of parameters, as users write them.
private struct Model: Tree, Sendable {
  var weights: NDArray
  var bias: NDArray
  var activation: String

  func walk(_ w: inout TreeWalker) -> Model {
    Model(weights: w(weights, "weights"), bias: w(bias, "bias"), activation: w(activation, "activation"))
  }
}

@Suite struct TransformationsTests {
  @Test func gradientsNest() {
    let f = { (x: NDArray) in x ** 3 - 3 * x ** 2 + 2 * x }
    let d1 = grad(f)
    let d2 = grad(d1)
    let d3 = grad(d2)
    let d4 = grad(d3)
    #expect([d1, d2, d3, d4].map { Float($0(4.0)) } == [26, 18, 6, 0])
    let xs = NDArray([0, 1, 2, 3, 4, 5, 6] as [Float])
    #expect(vmap(d1)(xs).asArray(Float.self) == [2, -1, 2, 11, 26, 47, 74])
  }

  @Test func jitNestsWithEverything() {
    let f = { (x: NDArray) in sin(x) * x }
    let expected = Float(grad(grad(f))(0.7))
    let nests: [(NDArray) -> NDArray] = [
      jit(grad(jit(grad(jit(f))))), grad(jit(grad(f))), jit(grad(grad(f))), grad(grad(jit(f))),
    ]
    for nest in nests { #expect(abs(Float(nest(0.7)) - expected) < 1e-6) }
    let batched = jit(vmap(grad(jit(f))))(NDArray([0.1, 0.7] as [Float]))
    #expect(abs(batched.asArray(Float.self)[1] - Float(grad(f)(0.7))) < 1e-6)
  }

  @Test func perturbationsDoNotMix() {
    // d/dx (x · d/dy (x + y)) = 1
    let f = { (x: NDArray) in x * grad { (y: NDArray) in x + y }(1.0) }
    #expect(Float(grad(f)(3.0)) == 1)
  }

  @Test func nativeControlFlowWorksUnderGrad() {
    func f(_ x: NDArray) -> NDArray {
      var y = x
      for _ in 0..<3 where Float(y) < 10 { y = y * y }
      return Bool(y .> 5) ? y : -y
    }
    #expect(Float(grad(f)(2.0)) == 32)
  }

  @Test func gradientsHaveTheTypeOfTheParameters() {
    let model = Model(weights: NDArray([1, 2] as [Float]), bias: 0.5, activation: "none")
    let loss = { (m: Model, x: NDArray) in (m.weights * x).sum() + m.bias * m.bias }
    let x = NDArray([3, 4] as [Float])
    let gradient = grad(loss)(model, x)
    #expect(gradient.weights.asArray(Float.self) == [3, 4])
    #expect(Float(gradient.bias) == 1)
    let (value, jitted) = jit(valueAndGrad(loss))(model, x)
    #expect(Float(value) == 11.25)
    #expect(jitted.weights.asArray(Float.self) == [3, 4])
  }

  @Test func argumentsAreChosenByNumber() {
    func f(_ a: NDArray, _ b: NDArray) -> NDArray { 2 * a ** 3 - b ** 2 }
    #expect(Float(grad(f, argnums: 0)(2.0, 3.0)) == 24)
    #expect(Float(grad(f, argnums: 1)(2.0, 3.0)) == -6)
    #expect(Float(grad(f, argnums: -1)(2.0, 3.0)) == -6)
    let (a, b) = grad(f, argnums: (0, 1))(2.0, 3.0)
    #expect([Float(a), Float(b)] == [24, -6])
    #expect(grad(f, argnums: [1, 0])(2.0, 3.0).map { Float($0) } == [-6, 24])
    let (value, gradient) = valueAndGrad(f)(2.0, 3.0)
    #expect([Float(value), Float(gradient)] == [7, 24])
  }

  @Test func somethingElseIsCarriedAlong() {
    let f = { (x: NDArray) in (sum(x * x), ["double": x * 2]) }
    let ((value, aux), gradient) = valueAndGrad(f, hasAux: true)(NDArray([1, 2] as [Float]))
    #expect(Float(value) == 5)
    #expect(aux["double"]!.asArray(Float.self) == [2, 4])
    #expect(gradient.asArray(Float.self) == [2, 4])
  }

  @Test func forwardAndReverseAgree() {
    let f = { (x: NDArray) in exp(x) * x }
    let (y, dy) = jvp(f, 1.5, 1.0)
    let (value, pullback) = vjp(f, 1.5)
    let (linear, map) = linearize(f, 1.5)
    #expect(Float(y) == Float(value) && Float(value) == Float(linear))
    #expect(abs(Float(dy) - Float(pullback(1.0))) < 1e-5)
    #expect(abs(Float(dy) - Float(map(1.0))) < 1e-5)
    let (_, both) = vjp({ (a: NDArray, b: NDArray) in a * b }, 3.0, 4.0)
    let (da, db) = both(1.0)
    #expect([Float(da), Float(db)] == [4, 3])
  }

  @Test func vmapTakesAxes() {
    let dot = { (a: NDArray, b: NDArray) in (a * b).sum() }
    let m = NDArray([[1, 2], [3, 4], [5, 6]] as [[Float]])
    let v = NDArray([10, 1] as [Float])
    #expect(vmap(dot, inAxes: (0, nil))(m, v).asArray(Float.self) == [12, 34, 56])
    #expect(vmap(dot, inAxes: (1, 1))(m, m).asArray(Float.self) == [35, 56])
    let outer = vmap(vmap({ (a: NDArray, b: NDArray) in a * b }, inAxes: (nil, 0)), inAxes: (0, nil))
    #expect(outer(v, v).asArray(Float.self) == [100, 10, 10, 1])
    let rows = vmap({ (x: NDArray) in x * 2 }, inAxes: 1, outAxes: 1)(m)
    #expect(rows.shape == [3, 2] && rows.asArray(Float.self) == [2, 4, 6, 8, 10, 12])
  }

  @Test func staticsAreTypesOfArguments() {
    nonisolated(unsafe) var traces = 0
    let f = jit { (x: NDArray, power: Int, mode: String) in
      traces += 1
      return mode == "negate" ? -(x ** NDArray(power)) : x ** NDArray(power)
    }
    #expect(Float(f(3.0, 2, "keep")) == 9)
    #expect(Float(f(4.0, 2, "keep")) == 16)
    #expect(traces == 1)
    #expect(Float(f(3.0, 3, "negate")) == -27)
    #expect(traces == 2)
    _ = f(NDArray([1, 2] as [Float]), 2, "keep")
    #expect(traces == 3)
  }

  @Test func capturedTracersBecomeOperands() {
    let f = { (x: NDArray) in
      let inner = jit { (y: NDArray) in y * x }
      return inner(2.0) + inner(x)
    }
    #expect(Float(grad(f)(3.0)) == 8)
    #expect(vmap(f)(NDArray([1, 2] as [Float])).asArray(Float.self) == [3, 8])
    #expect(Float(jit(f)(3.0)) == 15)
  }

  @Test func shapesAreKnownWithoutComputing() {
    let shape = evalShape({ (x: NDArray, y: NDArray) in matmul(x, y) }, ones([3, 4]), ones([4, 5]))
    #expect(shape.shape == [3, 5] && shape.dtype == .float32)
  }

  @Test func stoppedGradientsAreZero() {
    #expect(Float(grad { (x: NDArray) in stopGradient(x) * x }(3.0)) == 3)
  }
}
