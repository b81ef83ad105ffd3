import Lanewise

/// Loops in compiled functions.
func loops() -> [Workload] { scalarLoops() + arrayLoops() }

private func logisticStep(_ c: NDArray, _ x: NDArray) -> (NDArray, NDArray) { (3.7 * c * (1 - c), c - x) }

private func recurrence(_ weights: NDArray, _ x: NDArray, _ h: NDArray) -> (NDArray, NDArray) {
  func step(_ h: NDArray, _ x: NDArray) -> (NDArray, NDArray) {
    let next = tanh(matmul(weights, h) + x)
    return (next, next)
  }
  return Lax.scan(step, h, x)
}

/// 100,000 steps over scalars, where a step is all there is.
private func scalarLoops() -> [Workload] {
  let x = linspace(0, 1, 100_000)
  let short = linspace(0, 1, 10_000)
  let decay = jit { (x: NDArray) in Lax.scan({ c, x in (c * 0.99 + x, c) }, 0.0, x) }
  let decayGradient = jit(grad { (x: NDArray) in Lax.scan({ c, x in (sin(c) * 0.99 + x, c) }, 0.0, x).0 })
  let logistic = jit { (x: NDArray) in Lax.scan(logisticStep, 0.4, x) }
  let count = jit { (n: NDArray) in Lax.whileLoop({ i in i .< n }, { i in i + 1 }, 0) }
  let newton = jit { (n: NDArray, a: NDArray) -> (NDArray, NDArray) in
    func step(_ i: NDArray, _ x: NDArray) -> (NDArray, NDArray) { (i + 1, 0.5 * (x + a / x)) }
    return Lax.whileLoop({ i, _ in i .< n }, step, (0, 1.0))
  }
  let steps = NDArray(100_000)
  let two = NDArray(2.0, dtype: .float32)
  return [
    Workload(name: "scan_100k") { decay(x).0.blockUntilReady() },
    Workload(name: "grad_scan_100k") { decayGradient(x).blockUntilReady() },
    Workload(name: "grad_scan_10k") { decayGradient(short).blockUntilReady() },
    Workload(name: "scan_logistic_100k") { logistic(x).0.blockUntilReady() },
    Workload(name: "while_100k") { count(steps).blockUntilReady() },
    Workload(name: "while_newton_100k") { newton(steps, two).1.blockUntilReady() },
  ]
}

/// Loops whose steps work on arrays.
private func arrayLoops() -> [Workload] {
  let weights = linspace(-0.1, 0.1, 64 * 64).reshape([64, 64])
  let inputs = linspace(-1, 1, 1000 * 64).reshape([1000, 64])
  let start = zeros([64])
  let recurrent = jit { (w: NDArray, x: NDArray, h: NDArray) -> (NDArray, NDArray) in
    recurrence(w, x, h)
  }
  let recurrentGradient = jit(
    grad { (w: NDArray, x: NDArray, h: NDArray) in sum(recurrence(w, x, h).1) })
  let table = zeros([1000, 1000])
  let row = linspace(0, 1, 1000)
  let update = jit { (table: NDArray, row: NDArray) -> NDArray in
    func turn(_ i: NDArray, _ table: NDArray) -> NDArray { table.at[i].set(row * i.astype(.float32)) }
    return Lax.foriLoop(0, 1000, turn, table)
  }
  return [
    Workload(name: "rnn_1000") { recurrent(weights, inputs, start).0.blockUntilReady() },
    Workload(name: "grad_rnn_1000") { recurrentGradient(weights, inputs, start).blockUntilReady() },
    Workload(name: "update_rows_1000") { update(table, row).blockUntilReady() },
  ]
}
