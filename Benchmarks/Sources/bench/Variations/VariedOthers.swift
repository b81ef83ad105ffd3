import Lanewise

/// What the other families do not have: statistics, signals, mixed dtypes, functions of JAX's that are several operations.
extension Variations {
  func others() {
    let (line, table, unit, positive) = (Self.line, Self.table, Self.unit, Self.positive)
    jitted("x_nanmean", table) { nanmean($0, axis: 1) }
    jitted("x_nanstd", table) { nanstd($0, axis: 0) }
    jitted("x_average", table, positive[..<1000]) { average($0, axis: 1, weights: $1) }
    jitted("x_cov", Self.normal(31, 100, 10_000)) { cov($0) }
    jitted("x_corrcoef", Self.normal(31, 100, 10_000)) { corrcoef($0) }
    jitted("x_cross", Self.normal(32, 100_000, 3), Self.normal(33, 100_000, 3)) { cross($0, $1) }
    let (threes, eights) = (Self.normal(32, 100_000, 3), Self.normal(33, 100_000, 8))
    jitted("x_threes_argmin", threes) { argmin($0, axis: 1) }
    jitted("x_threes_diff", threes) { diff($0, axis: 1) }
    jitted("x_threes_flip", threes) { flip($0, axis: 1) }
    jitted("x_eights_argmax_0", eights) { argmax($0, axis: 0) }
    jitted("x_eights_count", eights) { countNonzero($0 .> 0, axis: 1) }
    jitted("x_eights_roll", eights) { roll($0, 3, axis: 1) }
    jitted("x_trapezoid", line, unit) { trapezoid($0, $1) }
    jitted("x_gradient", line) { gradient($0)[0] }
    jitted("x_gradient_2d", table) { x in
      let parts = gradient(x)
      return parts[0] + parts[1]
    }
    jitted("x_unwrap", line) { unwrap($0) }
    jitted("x_ptp", table) { ptp($0, axis: 1) }
    jitted("x_vander", line[..<100_000]) { vander($0, n: 8) }
    jitted("x_select", line) { x in select([x .< -1, x .< 1], [x * 2, x * x], default: 0) }
    jitted("x_heaviside", line) { heaviside($0, 0.5) }
    jitted("x_copysign", line, unit) { copysign($0, $1) }
    jitted("x_fmod", line, positive) { fmod($0, $1) }
    jitted("x_i0", line) { i0($0) }
    jitted("x_i1e", line) { Special.i1e($0) }
    jitted("x_ndtri", unit) { Special.ndtri($0) }
    jitted("x_log_ndtr", line) { Special.logNdtr($0) }
    jitted("x_gammainc", positive, 4 * abs(unit)) { Special.gammainc($0, $1) }
    jitted("x_gammaincc", positive, 4 * abs(unit)) { Special.gammaincc($0, $1) }
    jitted("x_betainc", positive, 4 * abs(unit), abs(unit)) { Special.betainc($0, $1, $2) }
    jitted("x_zeta", positive, 4 * abs(unit)) { Special.zeta($0 + 1, $1) }
    jitted("x_polygamma", positive) { Special.polygamma(2, $0) }
    jitted("x_spence", positive) { Special.spence($0) }
    jitted("x_fresnel", line) { x in
      let (sine, cosine) = Special.fresnel(x)
      return sine + cosine
    }
    jitted("x_hyp1f1", line[..<10_000]) { Special.hyp1f1(0.5, 1.5, $0) }
    jitted("x_gamma_grad", positive[..<100_000]) { x in grad { (a: NDArray) in sum(Special.gammainc(a, 2)) }(x) }
    jitted("x_rot90", table) { rot90($0) }
    jitted("x_mean_abs_deviation", table) { x in mean(abs(x - mean(x, axis: 1, keepdims: true)), axis: 1) }
    jitted("x_sum_where", line) { x in sum(`where`(x .> 0, x, 0)) }
    jitted("x_all_close", line, unit) { allclose($0, $1) }
    jitted("x_norm_rows", table) { Linalg.norm($0, axis: 1) }
    jitted("x_normalise_rows", table) { $0 / Linalg.norm($0, axis: 1, keepdims: true) }
    jitted("x_cosine", table, table) { x, y in
      sum(x * y, axis: 1) / (Linalg.norm(x, axis: 1) * Linalg.norm(y, axis: 1))
    }
    jitted("x_entropy_rows", table) { x in
      let p = NN.softmax(x, axis: -1)
      return -sum(p * log(p + 1e-9), axis: 1)
    }
    jitted("x_cumsum_reverse", table) { flip(cumsum(flip($0, axis: 1), axis: 1), axis: 1) }
    jitted("x_moving_average", line) { x in
      let c = cumsum(x)
      return (c[8...] - c[..<(-8)]) / 8
    }
    jitted("x_convolve_9", line, ones([9])) { convolve($0, $1) }
    jitted("x_correlate_33", line[..<100_000], ones([33])) { correlate($0, $1) }
    jitted("x_float16_sum", table.astype(.float16)) { sum($0, axis: 1) }
    jitted("x_float16_softmax", table.astype(.float16)) { NN.softmax($0, axis: -1) }
    jitted("x_bfloat16_layer_norm", table.astype(.bfloat16)) { x in
      let centred = x - mean(x, axis: -1, keepdims: true)
      return centred / sqrt(mean(centred * centred, axis: -1, keepdims: true) + 1e-2)
    }
    jitted("x_bool_and", line, unit) { ($0 .> 0) & ($1 .> 0) }
    jitted("x_bool_sum_rows", table) { sum(($0 .> 0).astype(.int32), axis: 1) }
    jitted("x_uint8_to_float", Self.whole.astype(.uint8)) { $0.astype(.float32) / 255 }
    jitted("x_int16_add", Self.whole.astype(.int16)) { $0 + $0 }
    jitted("x_int8_max", Self.whole.astype(.int8).reshape([1000, 1000])) { max($0, axis: 1) }
    jitted("x_mixed_int_float", line, Self.whole) { $0 * $1 }
    jitted("x_mse_grad", line, unit) { x, y in grad { (x: NDArray) in mean(square(x - y)) }(x) }
    jitted("x_tanh_grad", line) { x in grad { (x: NDArray) in sum(tanh(x)) }(x) }
    jitted("x_exp_grad", line) { x in grad { (x: NDArray) in sum(exp(-square(x))) }(x) }
    jitted("x_logsumexp_grad", table) { x in grad { (x: NDArray) in sum(NN.logsumexp(x, axis: 1)) }(x) }
    jitted("x_norm_grad", table) { x in grad { (x: NDArray) in sum(Linalg.norm(x, axis: 1)) }(x) }
    jitted("x_cumsum_grad", table) { x in grad { (x: NDArray) in sum(square(cumsum(x, axis: 1))) }(x) }
    jitted("x_var_grad", table) { x in grad { (x: NDArray) in sum(`var`(x, axis: 0)) }(x) }
    jitted("x_min_grad", table) { x in grad { (x: NDArray) in sum(min(x, axis: 0)) }(x) }
    jitted("x_sort_grad", table) { x in grad { (x: NDArray) in sum(sort(x, axis: 1) * x) }(x) }
    jitted("x_gather_grad", line, Self.whole) { x, i in grad { (x: NDArray) in sum(square(x[i])) }(x) }
    jitted("x_matmul_grad", Self.normal(34, 256, 256), Self.normal(35, 256, 256)) { x, y in
      grad { (x: NDArray) in sum(tanh(matmul(x, y))) }(x)
    }
    jitted("x_softmax_cross_entropy", Self.normal(36, 1000, 100), Self.whole[..<1000] % 100) { x, labels in
      -mean(takeAlongAxis(NN.logSoftmax(x, axis: -1), labels[.all, .newAxis], axis: 1))
    }
    jitted("x_segment_mean", line, Self.whole) { x, i in
      Ops.segmentSum(x, i, numSegments: 1000) / maximum(Ops.segmentSum(ones([Self.million]), i, numSegments: 1000), 1)
    }
    jitted("x_argsort_float64", line.astype(.float64)[.stride(by: -1)]) { argsort($0) }
    jitted("x_sort_descending", table) { -sort(-$0, axis: 1) }
    jitted("x_argmin_rows", table) { argmin($0, axis: 1) }
    jitted("x_argmin_planes", Self.normal(40, 3, 500, 500)) { argmin($0, axis: 0) }
    jitted("x_max_rows_of_64", Self.normal(41, 10_000, 64)) { max($0, axis: 1) }
    jitted("x_argpartition_rows", table) { argpartition($0, 10, axis: 1) }
    jitted("x_quantiles", table) { quantile($0, NDArray([0.1, 0.5, 0.9]), axis: 1) }
    jitted("x_outer_product_sum", positive[..<1000], unit[..<1000]) { sum(outer($0, $1), axis: 0) }
    jitted("x_einsum_bij_bjk", Self.normal(37, 32, 64, 64), Self.normal(38, 32, 64, 64)) {
      einsum("bij,bjk->bik", $0, $1)
    }
    jitted("x_einsum_ijk_k", Self.normal(39, 100, 100, 100), positive[..<100]) { einsum("ijk,k->ij", $0, $1) }
    jitted("x_einsum_diagonal", Self.normal(40, 100, 100, 100)) { einsum("iij->ij", $0) }
    jitted("x_quadratic_form", table, positive[..<1000]) { a, x in dot(x, matmul(a, x)) }
    jitted("x_complex_multiply", Lax.complex(line, unit)) { $0 * $0 }
    jitted("x_complex_exp", Lax.complex(line, unit)) { exp($0) }
    jitted("x_complex_tanh", Lax.complex(line, unit)) { tanh($0) }
    jitted("x_complex_log", Lax.complex(line, unit)) { log($0) }
    jitted("x_complex_sqrt", Lax.complex(line, unit)) { sqrt($0) }
    jitted("x_complex_equal", Lax.complex(line, unit)) { $0 .== $0 + 0 }
    jitted("x_angle", Lax.complex(line, unit)) { angle($0) }
    jitted("x_fft_convolve", line[..<65_536]) { x in FFT.irfft(FFT.rfft(x) * FFT.rfft(x)) }
    jitted("x_spectral_power", Self.normal(41, 512, 512)) { x in square(abs(FFT.fft2(x))) }
    jitted("x_dynamic_slice_loop", line[..<10_000]) { x in
      Lax.foriLoop(
        0, 1000, { (i: NDArray, s: NDArray) in s + sum(Lax.dynamicSlice(x, [i * 9], [16])) }, NDArray(0.0))
    }
    jitted("x_element_loop", line[..<1000]) { x in
      Lax.foriLoop(0, 999, { (i: NDArray, s: NDArray) in s * 0.5 + x[i] * x[i + 1] }, NDArray(0.0))
    }
    jitted("x_update_loop", line[..<1000]) { x in
      Lax.foriLoop(2, 1000, { (i: NDArray, x: NDArray) in x.at[i].set(0.5 * x[i - 1] - 0.25 * x[i - 2]) }, x)
    }
    jitted("x_row_loop", Self.table[..<100]) { x in
      Lax.foriLoop(0, 100, { (i: NDArray, s: NDArray) in 0.9 * s + x[i] }, zeros([1000]))
    }
    jitted("x_knapsack", Self.whole[..<20].astype(.int32) % 7 + 1) { weights in
      Lax.foriLoop(
        0, 20,
        { (i: NDArray, best: NDArray) in
          let w = weights[i]
          let shifted = Lax.dynamicSlice(concatenate([zeros([8], dtype: .int32), best]), [8 - w], [200])
          return maximum(best, shifted + 2 * w)
        }, zeros([200], dtype: .int32))
    }
    jitted("x_edit_distance", Self.whole[..<32], Self.whole[32..<64]) { a, b in
      Lax.foriLoop(
        1, 33,
        { (i: NDArray, table: NDArray) in
          Lax.foriLoop(
            1, 33,
            { (j: NDArray, table: NDArray) in
              let cost = (a[i - 1] .!= b[j - 1]).astype(.int32)
              let fewest = minimum(minimum(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + cost)
              return table.at[i, j].set(fewest)
            }, table)
        }, arange(33)[.all, .newAxis] + arange(33))
    }
    jitted("x_newton_roots", positive) { a in
      Lax.foriLoop(0, 6, { (_: NDArray, x: NDArray) in (x + a / x) / 2 }, ones([Self.million]))
    }
    jitted("x_euler_maruyama", Self.normal(42, 1000, 1000)) { noise in
      Lax.scan(
        { (s: NDArray, dw: NDArray) in
          let next = s + 0.001 * (1 - s) + 0.03 * s * dw
          return (next, next)
        }, ones([1000]), noise
      ).1
    }
    jitted("x_ema", table) { x in
      Lax.scan(
        { (s: NDArray, row: NDArray) in
          let next = 0.9 * s + 0.1 * row
          return (next, next)
        }, zeros([1000]), x
      ).1
    }
    jitted("x_viterbi", Self.normal(43, 200, 64), Self.normal(44, 64, 64)) { scores, transitions in
      Lax.scan(
        { (s: NDArray, row: NDArray) in
          let paths = s[.all, .newAxis] + transitions
          return (max(paths, axis: 0) + row, argmax(paths, axis: 0))
        }, zeros([64]), scores
      ).0
    }
    eager("x_eager_mean_std_8") { std(positive[..<8]) }
    eager("x_eager_chain_1000") { [y = Self.line[..<1000]] in exp(-square(y)) * sin(y) + 1 }
    eager("x_eager_matvec_16") { [a = Self.table[..<16, ..<16], b = Self.line[..<16]] in matmul(a, b) }
    eager("x_eager_concat_slices") { [y = Self.line[..<16]] in concatenate([y[8...], y[..<8]]) }
  }
}
