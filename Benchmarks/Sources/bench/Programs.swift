import Lanewise

// Programs of a few dozen operations: what people run, rather than one function.

func layerNorm(_ x: NDArray, _ scale: NDArray, _ shift: NDArray) -> NDArray {
  let centred = x - x.mean(axis: -1, keepdims: true)
  let variance = (centred * centred).mean(axis: -1, keepdims: true)
  return centred / sqrt(variance + 1e-5) * scale + shift
}

private func geluErf(_ x: NDArray) -> NDArray { 0.5 * x * (1 + Lax.erf(x * Double(0.5).squareRoot())) }

private func dense(_ x: NDArray, _ weights: NDArray, _ bias: NDArray) -> NDArray {
  geluErf(matmul(x, weights) + bias)
}

private func attention(_ q: NDArray, _ k: NDArray, _ v: NDArray) -> NDArray {
  let scores = einsum("bhqd,bhkd->bhqk", q, k) * 0.125
  return einsum("bhqk,bhkd->bhqd", softmax(scores), v)
}

private func mandelbrot(_ real: NDArray, _ imaginary: NDArray) -> NDArray {
  func step(_ i: NDArray, _ state: (NDArray, NDArray, NDArray)) -> (NDArray, NDArray, NDArray) {
    let (x, y, count) = state
    let (xx, yy) = (x * x, y * y)
    let isInside = xx + yy .<= 4
    return (
      select(isInside, xx - yy + real, x), select(isInside, 2 * x * y + imaginary, y), count + isInside.astype(.int32)
    )
  }
  let start = zerosLike(real)
  return Lax.foriLoop(0, 100, step, (start, start, start.astype(.int32))).2
}

private func blackScholes(
  _ spot: NDArray, _ strike: NDArray, _ rate: NDArray, _ volatility: NDArray, _ time: NDArray
) -> NDArray {
  func cumulative(_ x: NDArray) -> NDArray { 0.5 * (1 + Lax.erf(x * Double(0.5).squareRoot())) }
  let width = volatility * sqrt(time)
  let d1 = (log(spot / strike) + (rate + 0.5 * volatility * volatility) * time) / width
  return spot * cumulative(d1) - strike * exp(-rate * time) * cumulative(d1 - width)
}

/// Potential energy of bodies of mass 1, softened.
private func energy(_ places: NDArray) -> NDArray {
  let difference = places[.all, .newAxis] - places[.newAxis]
  let distance = sqrt((difference * difference).sum(axis: -1) + 1e-3)
  return -0.5 * sum(1 / distance)
}

func programs() -> [Workload] {
  let million = 1_000_000
  let x = linspace(-10, 10, million)
  let positive = linspace(0.001, 10, million)
  let exponent = linspace(-3, 3, million)
  let gelu = jit(geluErf)
  let power = jit { (x: NDArray, y: NDArray) in x ** y }
  let wave = jit { (x: NDArray) in sin(x) * exp(-x * x) + cos(x) }
  let gradient = jit(vmap(grad(relu)))

  let square = linspace(-1, 1, 2048 * 2048).reshape([2048, 2048])
  let (scale, shift) = (linspace(0.5, 1.5, 2048), linspace(-1, 1, 2048))
  let norm = jit(layerNorm)
  let normGradient = jit(
    grad({ (x: NDArray, a: NDArray, b: NDArray) in sum(layerNorm(x, a, b) ** 2) }, argnums: [0, 1, 2]))

  let side = linspace(-1, 1, 1024 * 1024).reshape([1024, 1024])
  let jitDense = jit(dense)
  let heads = (0..<3).map { Random.normal(Random.key($0), [8, 8, 128, 64]) }
  let attentionGradient = jit(
    valueAndGrad({ (q: NDArray, k: NDArray, v: NDArray) in sum(attention(q, k, v) ** 2) }, argnums: [0, 1, 2]))

  let plane = meshgrid(linspace(-2, 0.6, 512), linspace(-1.3, 1.3, 512))
  let set = jit(mandelbrot)
  let option = (
    linspace(80, 120, million), linspace(90, 110, million), linspace(0.01, 0.05, million), linspace(0.1, 0.4, million),
    linspace(0.2, 2, million)
  )
  let greeks = jit(
    valueAndGrad(
      { (s: NDArray, k: NDArray, r: NDArray, v: NDArray, t: NDArray) in sum(blackScholes(s, k, r, v, t)) },
      argnums: [0, 1, 2, 3, 4]))
  let bodies = Random.normal(Random.key(0), [512, 3])
  let force = jit(valueAndGrad(energy))
  return [
    Workload(name: "gelu_1m") { gelu(x).blockUntilReady() },
    Workload(name: "pow_1m") { power(positive, exponent).blockUntilReady() },
    Workload(name: "wave_1m") { wave(x).blockUntilReady() },
    Workload(name: "vmap_grad_relu_1m") { gradient(x).blockUntilReady() },
    Workload(name: "layer_norm_2048") { norm(square, scale, shift).blockUntilReady() },
    Workload(name: "grad_layer_norm_2048") { normGradient(square, scale, shift)[0].blockUntilReady() },
    Workload(name: "dense_gelu_1024") { jitDense(side, side, side[0]).blockUntilReady() },
    Workload(name: "attention_grad") { attentionGradient(heads[0], heads[1], heads[2]).0.blockUntilReady() },
    Workload(name: "mandelbrot_512") { set(plane[0], plane[1]).blockUntilReady() },
    Workload(name: "black_scholes_1m") { greeks(option.0, option.1, option.2, option.3, option.4).0.blockUntilReady() },
    Workload(name: "nbody_512") { force(bodies).0.blockUntilReady() },
  ]
}
