import Lanewise

// The functions of the README's table.

func relu(_ x: NDArray) -> NDArray { maximum(0, x) }

func postF(_ x: NDArray) -> NDArray {
  let x = (x + 2) ** 2 - 4
  return sum(x)
}

func chain900(_ x: NDArray) -> NDArray {
  var x = x
  for _ in 0..<300 {
    x = x * 1.0001
    x = x + 0.5
    x = sin(x)
  }
  return x
}

func chain8(_ x: NDArray, _ y: NDArray) -> NDArray {
  let half = ((x + y) * x - y) * 0.5
  return ((half + x) * y - 0.25) * x
}

func softmax(_ x: NDArray) -> NDArray {
  let shifted = exp(x - x.max(axis: -1, keepdims: true))
  return shifted / shifted.sum(axis: -1, keepdims: true)
}

func affine(_ x: NDArray) -> NDArray { x * 2 + 1 }

func workloads() -> [Workload] {
  smallCalls() + smallOperations() + compilations() + loops() + elementwise() + matrices() + programs() + random()
    + steps() + factorizations() + mlpSteps() + [digitsStep()]
}

private func smallCalls() -> [Workload] {
  let x8 = arange(8.0)
  let y8 = ones([8])
  let jitted = jit(affine)
  let reluGrad = grad(relu)
  let place = NDArray(1.5, dtype: .float32)
  let batched = vmap(grad(relu))
  let places = linspace(-3, 3, 200)
  let tanhGrad = grad { (x: NDArray) in sum(tanh(x) * x) }
  let three = linspace(-1, 1, 3)
  return [
    Workload(name: "eager_add_8") { (x8 + y8).blockUntilReady() },
    Workload(name: "jit_affine_8") { jitted(x8).blockUntilReady() },
    Workload(name: "eager_grad_relu") { reluGrad(place).blockUntilReady() },
    Workload(name: "eager_vmap_grad_relu_200") { batched(places).blockUntilReady() },
    Workload(name: "eager_grad_tanh_3") { tanhGrad(three).blockUntilReady() },
  ]
}

/// What the inner loop of a program without `jit` is made of.
private func smallOperations() -> [Workload] {
  let x = arange(8.0)
  let y = ones([8])
  let key = Random.key(0)
  let scalars = [x[1], x[2], x[3]]
  return [
    Workload(name: "eager_index") { x[3].blockUntilReady() },
    Workload(name: "eager_slice") { x[1..<3].blockUntilReady() },
    Workload(name: "eager_reshape") { x.reshape([2, 4]).blockUntilReady() },
    Workload(name: "eager_sum_8") { sum(x).blockUntilReady() },
    Workload(name: "eager_set") { x.at[3].set(1.5).blockUntilReady() },
    Workload(name: "eager_less_8") { (x .< y).blockUntilReady() },
    Workload(name: "eager_split") { Random.split(key).blockUntilReady() },
    Workload(name: "eager_stack_3") { stack(scalars).blockUntilReady() },
  ]
}

/// A new compiled function each time: nothing is found in a cache.
private func compilations() -> [Workload] {
  let x = linspace(-1, 1, 1000)
  return [
    Workload(name: "compile_chain_900", runs: 9) { jit(chain900)(x).blockUntilReady() },
    Workload(name: "compile_grad_chain_900", runs: 9) {
      jit(grad { (x: NDArray) in sum(chain900(x)) })(x).blockUntilReady()
    },
  ]
}

private func elementwise() -> [Workload] {
  let million = 1_000_000
  let x = linspace(-10, 10, million)
  let positive = linspace(0.001, 10, million)
  let (a, b) = (linspace(-1, 1, million), linspace(0, 2, million))
  let f = jit(postF)
  let (jitExp, jitTanh, jitSin, jitLog) = (jit { exp($0) }, jit { tanh($0) }, jit { sin($0) }, jit { log($0) })
  let chain = jit(chain8)
  return [
    Workload(name: "post_f_eager") { postF(x).blockUntilReady() },
    Workload(name: "post_f_jit") { f(x).blockUntilReady() },
    Workload(name: "exp_1m") { jitExp(x).blockUntilReady() },
    Workload(name: "tanh_1m") { jitTanh(x).blockUntilReady() },
    Workload(name: "sin_1m") { jitSin(x).blockUntilReady() },
    Workload(name: "log_1m") { jitLog(positive).blockUntilReady() },
    Workload(name: "chain8_1m") { chain(a, b).blockUntilReady() },
  ]
}

private func matrices() -> [Workload] {
  let square = linspace(-1, 1, 2048 * 2048).reshape([2048, 2048])
  let all = jit { sum($0) }
  let rows = jit { sum($0, axis: 0) }
  let columns = jit { sum($0, axis: 1) }
  let jitSoftmax = jit(softmax)
  let small = linspace(-1, 1, 1_000_000).reshape([1000, 1000])
  let cube = linspace(-1, 1, 128 * 128 * 128).reshape([128, 128, 128])
  let tiles = linspace(-1, 1, 64 * 64 * 64).reshape([64, 64, 64])
  let vector = linspace(-1, 1, 2048)
  let product = jit { (a: NDArray, b: NDArray) in matmul(a, b) }
  let products = [512, 1024].map { size -> Workload in
    let a = linspace(-1, 1, size * size).reshape([size, size])
    let b = a.T
    return Workload(name: "matmul_\(size)") { product(a, b).blockUntilReady() }
  }
  return [
    Workload(name: "sum_all_2048") { all(square).blockUntilReady() },
    Workload(name: "sum_axis0_2048") { rows(square).blockUntilReady() },
    Workload(name: "sum_axis1_2048") { columns(square).blockUntilReady() },
    Workload(name: "softmax_2048") { jitSoftmax(square).blockUntilReady() },
    Workload(name: "sum_all_1000") { all(small).blockUntilReady() },
    Workload(name: "sum_axis0_1000") { rows(small).blockUntilReady() },
    Workload(name: "sum_axis1_1000") { columns(small).blockUntilReady() },
    Workload(name: "sum_axis0_128_cubed") { rows(cube).blockUntilReady() },
    Workload(name: "matmul_64_of_64") { product(tiles, tiles).blockUntilReady() },
    Workload(name: "matvec_2048") { product(square, vector).blockUntilReady() },
  ] + products
}

private func random() -> [Workload] {
  let key = Random.key(21)
  let uniform = jit { Random.uniform($0, [1_000_000]) }
  let normal = jit { Random.normal($0, [1_000_000]) }
  let permutation = jit { Random.permutation($0, 1_000_000) }
  return [
    Workload(name: "uniform_1m") { uniform(key).blockUntilReady() },
    Workload(name: "normal_1m") { normal(key).blockUntilReady() },
    Workload(name: "permutation_1m") { permutation(key).blockUntilReady() },
  ]
}

private typealias Parameters = [String: NDArray]

/// The regression of the tutorial: 1–128–1, tanh, mean squared error over 1,000 samples, gradient descent.
private func mlpSteps() -> [Workload] {
  let keys = Random.split(Random.key(0))
  let parameters: Parameters = [
    "w1": Random.normal(keys[0], [1, 128]), "b1": zeros([128]), "w2": Random.normal(keys[1], [128, 1]) * 0.1,
    "b2": zeros([1]),
  ]
  let x = linspace(-1, 1, 1000).reshape([1000, 1])
  let y = sin(3 * x)
  func loss(_ p: Parameters, _ x: NDArray, _ y: NDArray) -> NDArray {
    let prediction = matmul(tanh(matmul(x, p["w1"]!) + p["b1"]!), p["w2"]!) + p["b2"]!
    return ((prediction - y) ** 2).mean()
  }
  func step(_ p: Parameters, _ x: NDArray, _ y: NDArray) -> (Parameters, NDArray) {
    let (value, gradient) = valueAndGrad(loss)(p, x, y)
    return (treeMap({ $0 - 0.01 * $1 }, p, gradient), value)
  }
  let jitted = jit(step)
  return [
    Workload(name: "mlp_step_jit") { jitted(parameters, x, y).1.blockUntilReady() },
    Workload(name: "mlp_step_eager") { step(parameters, x, y).1.blockUntilReady() },
  ]
}

private func digitsLoss(_ parameters: Parameters, _ images: NDArray, _ labels: NDArray) -> NDArray {
  let hidden = relu(matmul(images, parameters["w1"]!) + parameters["b1"]!)
  let scores = matmul(hidden, parameters["w2"]!) + parameters["b2"]!
  let shifted = scores - stopGradient(scores.max(axis: -1, keepdims: true))
  let logProbabilities = shifted - log(exp(shifted).sum(axis: -1, keepdims: true))
  let isLabel = (labels.reshape([-1, 1]) .== arange(10)).astype(.float32)
  return -(logProbabilities * isLabel).sum(axis: -1).mean()
}

private func digitsStep(
  _ parameters: Parameters, _ velocity: Parameters, _ images: NDArray, _ labels: NDArray
) -> (Parameters, Parameters, NDArray) {
  let (loss, gradient) = valueAndGrad { (p: Parameters) in digitsLoss(p, images, labels) }(parameters)
  let velocity = treeMap({ 0.9 * $0 + $1 }, velocity, gradient)
  let parameters = treeMap({ $0 - 0.1 * $1 }, parameters, velocity)
  return (parameters, velocity, loss)
}

private func digitsStep() -> Workload {
  let keys = Random.split(Random.key(0), 4)
  let parameters: Parameters = [
    "w1": Random.normal(keys[0], [64, 128]) * 0.1, "b1": zeros([128]),
    "w2": Random.normal(keys[1], [128, 10]) * 0.1, "b2": zeros([10]),
  ]
  let velocity = treeMap({ zerosLike($0) }, parameters)
  let images = Random.uniform(keys[2], [64, 64])
  let labels = Random.randint(keys[3], [64], 0, 10)
  let step = jit(digitsStep, name: "step")
  return Workload(name: "digits_step") { step(parameters, velocity, images, labels).2.blockUntilReady() }
}
