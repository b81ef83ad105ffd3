import Lanewise

// The post "JAX 101" as somebody writes it who has Lanewise as a dependency.

// Basics
let integers = arange(5)
let points = linspace(-3, 3, 100)
let halves = zeros([10, 10], dtype: .float16)
print(integers, integers.dtype, points.dtype, points.shape, halves.dtype, halves.shape)

// Randomness
let key = Random.key(21)
print(key)
print(Random.normal(key, 3))
print(Random.normal(key, [3]))
let keys = Random.split(key, 2)
print(keys[0])
print(keys[1])

// grad
func relu(_ x: NDArray) -> NDArray { maximum(0, x) }
let reluGrad = grad(relu)
let xs = linspace(-3, 3, 200)
let oneByOne = xs.map(reluGrad)
print(oneByOne.count, Float(oneByOne[0]), Float(oneByOne[199]))

func polynomial(_ a: NDArray, _ b: NDArray) -> NDArray { 2 * a ** 3 - b ** 2 }
print(grad(polynomial, argnums: 0)(2.0, 3.0), grad(polynomial, argnums: 1)(2.0, 3.0))

// vmap
let atOnce = vmap(grad(relu))(xs)
print(atOnce.shape, all(atOnce .== stack(oneByOne)))

// jit
func f(_ x: NDArray) -> NDArray {
  var x = x + 2
  x = x ** 2 - 4
  return sum(x)
}
let jitted = jit(f)
let million = linspace(-10, 10, 1_000_000)
print(abs(Float(jitted(million)) / Float(f(million)) - 1) < 1e-5)
print(makeJaxpr(f)(million))

// A dictionary of parameters, and its gradient.
let parameters = ["w": NDArray([[1.0, 2.0], [3.0, 4.0]]), "b": zeros([2])]
let loss = { (p: [String: NDArray], x: NDArray) in ((matmul(x, p["w"]!) + p["b"]!) ** 2).sum() }
let gradient = jit(grad(loss))(parameters, [1.0, -1.0])
print(gradient["b"]!, treeStructure(gradient))

// Mistakes are caught.
let mistakes: [() -> NDArray] = [
  { ones([2, 3]) + ones([4]) }, { grad(relu)(1) }, { jit { (x: NDArray) in Bool(x .> 0) ? x : -x }(1.0) },
]
for mistake in mistakes {
  do {
    print(try catching(mistake))
  } catch let error as LanewiseError {
    print(error.kind.rawValue)
  }
}

// `post time` ends with the microseconds that a warm call takes: the least of several, for machines are busy.
if CommandLine.arguments.contains("time") {
  let clock = ContinuousClock()
  let runs = (0..<20).map { _ in
    clock.measure { for _ in 0..<20 { jitted(million).blockUntilReady() } } / 20
  }
  print("\(Int(runs.min()! / .microseconds(1)))")
}
