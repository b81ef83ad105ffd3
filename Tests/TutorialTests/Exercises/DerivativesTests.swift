import Lanewise
import Testing

/// Exercise 2: derivatives of derivatives, in batches.
@Suite struct DerivativesTests {
  private func f(_ x: NDArray) -> NDArray { x ** 3 - 3 * x ** 2 + 2 * x }

  @Test(arguments: ["small", "wide"]) func fourOrders(_ range: String) {
    let xs = range == "small" ? arange(0.0, 7.0) : linspace(-10, 10, 200)
    let first = grad(f)
    let second = grad(first)
    let third = grad(second)
    let fourth = grad(third)
    for (order, derivative) in [first, second, third, fourth].enumerated() {
      expectJAX(vmap(derivative)(xs), "derivative \(order + 1) \(range)")
      expectJAX(jit(vmap(derivative))(xs), "derivative \(order + 1) \(range)")
      expectJAX(stack(xs.map(derivative)), "derivative \(order + 1) \(range)")
    }
  }

  @Test func inOneExpression() {
    let fourth = jit(vmap(grad(grad(grad(grad(f))))))
    #expect(fourth(arange(0.0, 7.0)).asArray(Float.self) == [0, 0, 0, 0, 0, 0, 0])
    #expect("\(vmap(grad(f))(arange(0.0, 7.0)))" == "[ 2. -1.  2. 11. 26. 47. 74.]")
  }
}
