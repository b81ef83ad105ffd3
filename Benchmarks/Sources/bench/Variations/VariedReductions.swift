import Lanewise

extension Variations {
  func reductions() {
    let shapes: [(String, NDArray)] = [
      ("square", Self.table), ("wide", Self.normal(3, 100, 10_000)), ("tall", Self.normal(4, 10_000, 100)),
      ("float64", Self.table.astype(.float64)), ("int32", Self.whole.reshape([1000, 1000])),
    ]
    let functions: [(String, @Sendable (NDArray, [Int]) -> NDArray)] = [
      ("sum", { sum($0, axis: $1) }), ("max", { max($0, axis: $1) }), ("mean", { mean($0, axis: $1) }),
      ("prod", { prod($0, axis: $1) }), ("var", { variance($0, axis: $1) }), ("any", { any($0, axis: $1) }),
    ]
    for (shape, x) in shapes {
      for (name, f) in functions where shape != "int32" || (name != "mean" && name != "var") {
        jitted("r_\(name)_all_\(shape)", x) { f($0, [0, 1]) }
        jitted("r_\(name)_0_\(shape)", x) { f($0, [0]) }
        jitted("r_\(name)_1_\(shape)", x) { f($0, [1]) }
      }
      jitted("r_argmax_0_\(shape)", x) { argmax($0, axis: 0) }
      jitted("r_argmax_1_\(shape)", x) { argmax($0, axis: 1) }
    }
    let cube = Self.normal(5, 128, 128, 128)
    for (name, f) in functions.prefix(2) {
      jitted("r_\(name)_cube_1", cube) { f($0, [1]) }
      jitted("r_\(name)_cube_02", cube) { f($0, [0, 2]) }
      jitted("r_\(name)_cube_2", cube) { f($0, [2]) }
    }
    jitted("r_narrow_1", Self.normal(6, 300_000, 3)) { sum($0, axis: 1) }
    jitted("r_narrow_0", Self.normal(6, 300_000, 3)) { sum($0, axis: 0) }
    jitted("r_sum_10m", Self.normal(6, 10_000_000)) { sum($0) }
    jitted("r_sum_100k", Self.normal(6, 100_000)) { sum($0) }
    jitted("r_sum_bfloat16", Self.line.astype(.bfloat16)) { sum($0) }
    jitted("r_dot", Self.line, Self.positive) { sum($0 * $1) }
    jitted("r_logsumexp", Self.table) { NN.logsumexp($0, axis: 1) }
    jitted("r_norm", Self.table) { Linalg.norm($0, axis: 1) }
    jitted("r_std", Self.table) { std($0, axis: 0) }
    jitted("r_count", Self.table) { sum(($0 .> 0).astype(.int32)) }
    jitted("r_distance", Self.line, Self.positive) { sqrt(sum(square($0 - $1))) }
    jitted("r_mean_of_squares_grad", Self.line) { grad { (x: NDArray) in mean(x * x) }($0) }
    jitted("r_max_grad", Self.table) { grad { (x: NDArray) in sum(max(x, axis: 1)) }($0) }

    jitted("c_cumsum_0", Self.table) { cumsum($0, axis: 0) }
    jitted("c_cumsum_1", Self.table) { cumsum($0, axis: 1) }
    jitted("c_cumsum_float64", Self.line.astype(.float64)) { cumsum($0) }
    jitted("c_cumsum_int32", Self.whole) { cumsum($0) }
    jitted("c_cumsum_10k", Self.normal(7, 10_000)) { cumsum($0) }
    jitted("c_cumprod", Self.line) { cumprod($0) }
    jitted("c_cummax", Self.line) { Lax.cummax($0, axis: 0) }
    jitted("c_cumlogsumexp", Self.line) { Lax.cumlogsumexp($0, axis: 0) }
    jitted("c_diff", Self.line) { diff($0) }
  }

  func normalisations() {
    jitted("n_softmax_128_1000", Self.normal(8, 128, 1000)) { softmax($0) }
    jitted("n_softmax_64_32000", Self.normal(8, 64, 32_000)) { softmax($0) }
    jitted("n_softmax_heads", Self.normal(8, 8, 8, 128, 128)) { softmax($0) }
    jitted("n_softmax_axis_0", Self.table) { NN.softmax($0, axis: 0) }
    jitted("n_softmax_float64", Self.table.astype(.float64)) { softmax($0) }
    jitted("n_log_softmax", Self.table) { NN.logSoftmax($0) }
    let rows = Self.normal(9, 4096, 768)
    let (scale, shift) = (linspace(0.5, 1.5, 768), linspace(-1, 1, 768))
    jitted("n_layer_norm", rows, scale, shift) { layerNorm($0, $1, $2) }
    jitted("n_layer_norm_float64", rows.astype(.float64), scale.astype(.float64), shift.astype(.float64)) {
      layerNorm($0, $1, $2)
    }
    jitted("n_rms_norm", rows, scale) { $0 * Lax.rsqrt(mean(square($0), axis: -1, keepdims: true) + 1e-6) * $1 }
    jitted("n_batch_norm", rows, scale, shift) { x, scale, shift in
      (x - mean(x, axis: 0)) * Lax.rsqrt(variance(x, axis: 0) + 1e-5) * scale + shift
    }
    jitted("n_grad_softmax", Self.table) { grad { (x: NDArray) in sum(softmax(x) ** 2) }($0) }
    jitted("n_grad_rms_norm", rows, scale) { x, scale in
      grad { (x: NDArray) in sum((x * Lax.rsqrt(mean(square(x), axis: -1, keepdims: true) + 1e-6) * scale) ** 2) }(x)
    }
    let labels = Random.randint(Random.key(10), [1000], 0, 1000)
    jitted("n_cross_entropy_grad", Self.table, labels) { scores, labels in
      grad { (x: NDArray) in -mean(takeAlongAxis(NN.logSoftmax(x), labels[.all, .newAxis], axis: 1)) }(scores)
    }
    jitted("n_standardise", Self.line) { ($0 - mean($0)) / std($0) }
    jitted("n_minmax", Self.table) { ($0 - min($0, axis: 0)) / (max($0, axis: 0) - min($0, axis: 0)) }
  }
}
