import Lanewise
import Testing

/// Exercise 6: relu with derivatives of one's own.
@Suite struct RectifierTests {
  private let reverse = customVJP(
    { (x: NDArray) in maximum(0, x) },
    forward: { x in (maximum(0, x), x) },
    backward: { x, g in `where`(x .> 0, g, 0) })

  private let forward = customJVP(
    { (x: NDArray) in maximum(0, x) },
    jvp: { x, dx in (maximum(0, x), `where`(x .> 0, dx, 0)) })

  @Test func theyAreReluAndItsGradient() {
    let xs = linspace(-2, 2, 9)
    for f in [reverse, forward, { NN.relu($0) }] {
      expectJAX(f(xs), "relu")
      expectJAX(vmap(grad(f))(xs), "relu gradient")
      expectJAX(jit(vmap(grad(f)))(xs), "relu gradient")
      expectJAX(stack(xs.map(grad(f))), "relu gradient")
      #expect(Float(grad(f)(0.0)) == 0)
    }
    // The derivative of maximum itself at a tie is a half.
    #expect(Float(grad { maximum(0, $0) }(0.0)) == 0.5)
  }
}
