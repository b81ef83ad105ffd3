import Lanewise

/// The "JAX 101" post, block by block: each prints what the post prints.
func tutorial(_ show: (String) -> Void) {
  basics(show)
  randomness(show)
  gradients(show)
  vectorization(show)
  compilation(show)
}

private func basics(_ show: (String) -> Void) {
  show("# Basics")
  let integers = arange(5)
  let points = linspace(-3, 3, 100)
  let zeros16 = zeros([10, 10], dtype: .float16)
  show("arange(5) = \(integers), dtype \(integers.dtype)")
  show("linspace(-3, 3, 100): shape \(points.shape), dtype \(points.dtype)")
  show("zeros([10, 10], dtype: .float16): shape \(zeros16.shape), dtype \(zeros16.dtype)")
}

private func randomness(_ show: (String) -> Void) {
  show("\n# Randomness")
  let key = Random.key(21)
  show("\(key)")
  show("\(Random.normal(key, [3]))")
  show("\(Random.normal(key, [3]))")
  let keys = Random.split(key, 2)
  show("\(keys[0])")
  show("\(keys[1])")
}

func relu(_ x: NDArray) -> NDArray { maximum(0, x) }

private func gradients(_ show: (String) -> Void) {
  show("\n# grad")
  let reluGrad = grad(relu)
  let xs = linspace(-3, 3, 200)
  let slopes = xs.map(reluGrad).map { Float($0) }
  show(
    "relu's gradient at \(slopes.count) places, one by one: \(slopes.filter { $0 == 0 }.count) are 0, \(slopes.filter { $0 == 1 }.count) are 1"
  )

  func f(_ a: NDArray, _ b: NDArray) -> NDArray { 2 * a ** 3 - b ** 2 }
  show(
    "f(a, b) = 2a³ − b² at (2, 3): ∂f/∂a = \(grad(f, argnums: 0)(2.0, 3.0)), ∂f/∂b = \(grad(f, argnums: 1)(2.0, 3.0))")
}

private func vectorization(_ show: (String) -> Void) {
  show("\n# vmap")
  let xs = linspace(-3, 3, 200)
  let slopes = vmap(grad(relu))(xs)
  let oneByOne = stack(xs.map(grad(relu)))
  show(
    "vmap(grad(relu)) over 200 places at once: shape \(slopes.shape), equal to the loop: \(Bool(all(slopes .== oneByOne)))"
  )
}

private func compilation(_ show: (String) -> Void) {
  show("\n# jit")
  func f(_ x: NDArray) -> NDArray {
    var x = x + 2
    x = x ** 2 - 4
    return sum(x)
  }
  let compiled = jit(f)
  let xs = linspace(-10, 10, 1_000_000)
  show("f(xs) = \(f(xs)), jitted \(compiled(xs))")
  let eager = microseconds { f(xs).blockUntilReady() }
  let jitted = microseconds { compiled(xs).blockUntilReady() }
  show("eager: \(eager) µs per call; jitted: \(jitted) µs per call")
  show("\(makeJaxpr(f)(xs))")
}

/// The median time of a call over 7 runs of 100, in microseconds.
private func microseconds(_ body: () -> NDArray) -> Int {
  _ = body()
  let clock = ContinuousClock()
  let runs = (0..<7).map { _ in clock.measure { for _ in 0..<100 { _ = body() } } }
  let median = runs.sorted()[3]
  return Int(median.components.attoseconds / 100_000_000_000_000) + Int(median.components.seconds) * 10_000
}
