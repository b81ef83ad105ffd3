import Lanewise

/// What runs between fused groups: orders, running totals, places named by indices, moves of memory, transforms and
/// convolutions.
func steps() -> [Workload] { orders() + indexed() + moves() + fields() }

private let million = 1_000_000

private func orders() -> [Workload] {
  let x = Random.normal(Random.key(1), [million])
  let whole = Random.randint(Random.key(2), [million], 0, million)
  let (jitSort, jitArgsort) = (jit { sort($0) }, jit { argsort($0) })
  let top = jit { (x: NDArray) -> (NDArray, NDArray) in Lax.topK(x, 100) }
  let jitCumsum = jit { cumsum($0) }
  let square = x.reshape([1000, 1000])
  let jitArgmax = jit { argmax($0, axis: 1) }
  return [
    Workload(name: "sort_1m") { jitSort(x).blockUntilReady() },
    Workload(name: "argsort_1m") { jitArgsort(x).blockUntilReady() },
    Workload(name: "topk_100_1m") { top(x).0.blockUntilReady() },
    Workload(name: "unique_1m") { unique(whole).blockUntilReady() },
    Workload(name: "cumsum_1m") { jitCumsum(x).blockUntilReady() },
    Workload(name: "argmax_axis1_1000") { jitArgmax(square).blockUntilReady() },
  ]
}

private func indexed() -> [Workload] {
  let x = Random.normal(Random.key(3), [million])
  let few = Random.randint(Random.key(4), [million], 0, 1000)
  let many = Random.randint(Random.key(5), [million], 0, million)
  let gather = jit { (x: NDArray, i: NDArray) in x[i] }
  let scatterFew = jit { (x: NDArray, i: NDArray) in zeros([1000]).at[i].add(x) }
  let scatterMany = jit { (x: NDArray, i: NDArray) in zeros([million]).at[i].add(x) }
  return [
    Workload(name: "gather_1m") { gather(x, many).blockUntilReady() },
    Workload(name: "scatter_add_1m_1k") { scatterFew(x, few).blockUntilReady() },
    Workload(name: "scatter_add_1m_1m") { scatterMany(x, many).blockUntilReady() },
  ]
}

private func moves() -> [Workload] {
  let square = linspace(-1, 1, 2048 * 2048).reshape([2048, 2048])
  let transposed = jit { transpose($0) }
  let (x, y) = (linspace(-1, 1, million), linspace(0, 2, million))
  let joined = jit { (x: NDArray, y: NDArray) in concatenate([x, y]) }
  return [
    Workload(name: "transpose_2048") { transposed(square).blockUntilReady() },
    Workload(name: "concatenate_1m") { joined(x, y).blockUntilReady() },
  ]
}

private func fields() -> [Workload] {
  func signal(_ count: Int) -> NDArray {
    Lax.complex(Random.normal(Random.key(6), [count]), Random.normal(Random.key(7), [count]))
  }
  let (long, short) = (signal(1 << 19), signal(1 << 16))
  let transform = jit { FFT.fft($0) }
  let images = Random.normal(Random.key(8), [32, 3, 64, 64])
  let kernels = Random.normal(Random.key(9), [16, 3, 3, 3])
  let convolution = jit { (x: NDArray, k: NDArray) in Lax.conv(x, k, [1, 1], .same) }
  let pool = jit { (x: NDArray) in
    Lax.reduceWindow(
      x, -.infinity, { Lax.max($0, $1) }, windowDimensions: [1, 1, 2, 2], windowStrides: [1, 1, 2, 2], padding: .valid)
  }
  let features = convolution(images, kernels)
  return [
    Workload(name: "fft_2_19") { transform(long).blockUntilReady() },
    Workload(name: "fft_2_16") { transform(short).blockUntilReady() },
    Workload(name: "conv_3x3") { convolution(images, kernels).blockUntilReady() },
    Workload(name: "max_pool_2x2") { pool(features).blockUntilReady() },
  ]
}
