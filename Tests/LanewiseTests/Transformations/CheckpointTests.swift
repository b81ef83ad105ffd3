import Foundation
import Testing

@testable import Lanewise
@testable import LanewiseCore

@Suite struct CheckpointTests {
  private static let policies: [CheckpointPolicy] = [
    .nothingSaveable, .everythingSaveable, .dotsSaveable, .dotsWithNoBatchDimsSaveable,
  ]
  private let f = { (x: NDArray) in (tanh(matmul(sin(x), x)) * exp(x)).sum() }
  private let x = NDArray([0.5, -1, 2, 0.25] as [Float], shape: [2, 2])

  @Test(arguments: policies) func derivativesAreThoseOfTheFunction(_ policy: CheckpointPolicy) {
    let g = checkpoint(f, policy: policy)
    #expect(Float(g(x)) == Float(f(x)))
    let first = grad(f)(x)
    let nests: [(NDArray) -> NDArray] = [
      grad(g), jit(grad(g)), grad(jit(g)), grad(checkpoint(g, policy: policy)), jit(grad(jit(checkpoint(jit(g))))),
      { vmap(grad(g))($0[.newAxis])[0] }, { grad { vmap(g)($0[.newAxis]).sum() }($0) },
      { jit(vmap(grad(jit(g))))($0[.newAxis])[0] }, jacfwd(g), { vjp(g, $0).1(1.0) }, checkpoint(grad(g)),
    ]
    for (index, nest) in nests.enumerated() {
      expectClose(nest(x), first)
      #expect(nest(x).shape == first.shape, "\(index)")
    }
    let second = hessian(f)(x)
    for nest in [hessian(g), jacrev(jacrev(g)), jit(jacrev(jit(grad(g)))), jacfwd(checkpoint(grad(g)))] {
      expectClose(nest(x), second, 1e-4)
    }
    let (_, tangent) = jvp(g, x, ones([2, 2]))
    expectClose(tangent, jvp(f, x, ones([2, 2])).1)
  }

  /// What is computed again in a branch or a loop feeds what is linear after it.
  @Test(arguments: policies) func branchesAndLoopsWithin(_ policy: CheckpointPolicy) {
    let x = NDArray([0.5, -1, 2])
    let bodies: [(NDArray) -> NDArray] = [
      { x in sin(Lax.cond(x.sum() .> 0, { $0 * $0 }, { cos($0) }, x)).sum() },
      { x in Lax.switch(1, [{ $0 }, { exp($0) * $0 }], x).prod() },
      { x in exp(Lax.foriLoop(0, 3, { _, y in sin(y) * x }, x)).sum() },
      { x in Lax.scan({ c, y in (c * y, sin(c)) }, 1.0, x).1.prod() },
      { x in checkpoint({ Lax.cond($0.sum() .> 0, { $0 * $0 }, { $0 }, $0) })(x * x).prod() },
    ]
    for body in bodies {
      let again = checkpoint(body, policy: policy)
      expectClose(grad(again)(x), grad(body)(x))
      expectClose(jit(grad(jit(again)))(x), grad(body)(x))
      expectClose(hessian(again)(x), hessian(body)(x))
      expectClose(vmap(grad(again))(stack([x, -x]))[1], grad(body)(-x))
    }
  }

  @Test func severalArgumentsAndResults() {
    let layer = checkpoint { (w: [String: NDArray], x: NDArray) in (sin(x) * w["w"]!, x) }
    let loss = { (w: [String: NDArray], x: NDArray) -> NDArray in
      let (y, same) = layer(w, x)
      return (layer(w, y).0 * same).sum()
    }
    let plain = { (w: [String: NDArray], x: NDArray) in (sin(sin(x) * w["w"]!) * w["w"]! * x).sum() }
    let w = ["w": NDArray([2, 3] as [Float])]
    expectClose(grad(loss)(w, ones([2]))["w"]!, grad(plain)(w, ones([2]))["w"]!)
    expectClose(jit(grad(loss))(w, ones([2]))["w"]!, grad(plain)(w, ones([2]))["w"]!)
  }

  /// How often an operation stands in a program's equations, those of the programs inside included.
  private func count(_ name: String, _ jaxpr: Jaxpr) -> Int {
    jaxpr.equations.reduce(0) { total, equation in
      total + (equation.primitive.name == name ? 1 : 0) + equation.primitive.jaxprs.reduce(0) { $0 + count(name, $1) }
    }
  }

  @Test func policiesSayWhatIsComputedAgain() {
    let f = { (x: NDArray) in sin(matmul(sin(matmul(x, x)), x)).sum() }
    func counts(_ f: @escaping (NDArray) -> NDArray) -> [Int] {
      let jaxpr = makeJaxpr(grad(f))(x)
      return [count("dot_general", jaxpr), count("sin", jaxpr)]
    }
    // Forward: two products and two sines. Backward: four products; again: the first two products, the first sine.
    #expect(counts(f) == [6, 2])
    #expect(counts(checkpoint(f)) == [8, 3])
    #expect(counts(checkpoint(f, policy: .dotsSaveable)) == [6, 3])
    #expect(counts(checkpoint(jit(f), policy: .dotsSaveable)) == [6, 3])
    #expect(counts(checkpoint(f, policy: .everythingSaveable)) == [6, 2])
    let batched = { (x: NDArray) in
      vmap { (x: NDArray) in sin(matmul(x, x)) }(concatenate([x[.newAxis]], axis: 0)).sum()
    }
    #expect(counts(checkpoint(batched, policy: .dotsWithNoBatchDimsSaveable)) == [4, 1])
    #expect(counts(checkpoint(batched, policy: .dotsSaveable)) == [3, 1])
  }

  @Test func theCompilerComputesAgain() {
    // A chain of sines: without a checkpoint each cosine is taken of a sine that is there already.
    let f = { (x: NDArray) in (0..<4).reduce(x) { x, _ in Lax.sin(x) }.sum() }
    func sines(_ f: @escaping (NDArray) -> NDArray) -> Int {
      let program = makeJaxpr(valueAndGrad(f))(ones([5000])).executable
      return "\(program)".components(separatedBy: "sin").count - 1
    }
    let (plain, merged) = (sines(f), sines(checkpoint(f, preventCSE: false)))
    #expect(merged == plain)
    #expect(sines(checkpoint(f)) == plain + 3)
  }

  @Test func itPrintsAsJAXDoes() {
    // JAX 0.4.34's text.
    let f = checkpoint { (y: NDArray) in Lax.sin(Lax.sin(y)) }
    #expect(
      makeJaxpr(grad(f))(1.0).description == """
        { lambda ; a:f32[]. let
            b:f32[] = sin a
            _:f32[] = sin b
            c:f32[] = remat2[
              differentiated=True
              jaxpr={ lambda ; d:f32[] e:f32[]. let
                  f:f32[] = sin d
                  g:f32[] = cos d
                  h:f32[] = cos f
                  i:f32[] = mul e h
                  j:f32[] = mul i g
                in (j,) }
              policy=None
              prevent_cse=True
            ] a 1.0
          in (c,) }
        """)
    #expect(
      makeJaxpr(checkpoint(Lax.sin, policy: .dotsSaveable))(1.0).description.contains(
        "policy=<function dots_saveable at 0x0>"))
  }
}
