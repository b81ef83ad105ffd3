import Lanewise

extension Variations {
  func moves() {
    let cube = Self.normal(11, 100, 100, 100)
    for axes in [[2, 0, 1], [1, 0, 2], [0, 2, 1], [2, 1, 0]] {
      jitted("m_transpose_" + axes.map(String.init).joined(), cube) { transpose($0, axes) }
    }
    jitted("m_transpose_1000", Self.table) { $0.T }
    jitted("m_transpose_float64", Self.table.astype(.float64)) { $0.T }
    jitted("m_transpose_thin", Self.normal(12, 300_000, 3)) { $0.T }
    jitted("m_transpose_heads", Self.normal(12, 8, 128, 8, 64)) { transpose($0, [0, 2, 1, 3]) }
    jitted("m_transpose_add", Self.table) { $0.T + $0 }
    jitted("m_flip", Self.table) { flip($0, axis: 1) }
    jitted("m_roll", Self.line) { roll($0, 1000) }
    jitted("m_transpose_scale_float64", Self.table.astype(.float64)) { $0.T * 2 }
    jitted("m_transpose_scale_wide", Self.normal(6, 7, 100_000)) { $0.T * 2 }
    jitted("m_transpose_scale_uint8", Self.table.astype(.int32).astype(.uint8)) { $0.T + 1 }
    jitted("m_planes_to_pixels", Self.normal(6, 3, 500, 500)) { $0.transpose(1, 2, 0) * 2 }
    jitted("m_pad", Self.table) { pad($0, 3) }
    jitted("m_pad_pixels", Self.normal(6, 400, 400, 3)) { pad($0, 1) }
    jitted("m_concatenate_1", Self.table) { concatenate([$0, $0], axis: 1) }
    jitted("m_stack_last", Self.line, Self.unit) { stack([$0, $1], axis: -1) }
    jitted("m_tile", Self.line) { tile($0, 2) }
    jitted("m_tile_matrix", Self.table) { tile($0, [2, 2]) }
    jitted("m_repeat", Self.line) { repeated($0, 2) }
    jitted("m_outer_add", Self.normal(13, 1000)) { $0[.all, .newAxis] + $0 }
    jitted("m_stride", Self.line) { $0[.stride(by: 3)] }
    jitted("m_reverse", Self.line) { $0[.stride(by: -1)] }
    jitted("m_columns", Self.table) { $0[.all, 100..<900] }
    jitted("m_tril", Self.table) { tril($0) }
    jitted("m_triu_sum", Self.table) { sum(triu($0)) }
    jitted("m_set_slice", Self.line) { $0.at[1000..<500_000].set(1) }
    jitted("m_differences", Self.table) { $0[.all, 1...] - $0[.all, ..<(-1)] }
    jitted("m_laplacian", Self.table) { x in
      x[1..<999, 2...] + x[1..<999, ..<998] + x[2..., 1..<999] + x[..<998, 1..<999] - 4 * x[1..<999, 1..<999]
    }
    jitted("m_blur", Self.table) { x in
      (x[..<998, ..<998] + x[1..<999, ..<998] + x[2..., ..<998] + x[..<998, 1..<999] + x[1..<999, 1..<999]) / 5
    }
    jitted("m_outer_distance", Self.normal(13, 1000)) { abs($0[.all, .newAxis] - $0) }
    jitted("m_pad_edge", Self.table) { pad($0, 8, mode: .edge) }
    jitted("m_pad_reflect", Self.table) { pad($0, 8, mode: .reflect) }
    jitted("m_kron", Self.table[..<100, ..<100]) { kron($0, ones([10, 10])) }
    jitted("m_rolls", Self.table) {
      roll($0, 1, axis: 0) + roll($0, -1, axis: 0) + roll($0, 1, axis: 1) + roll($0, -1, axis: 1)
    }
  }

  func places() {
    let key = Random.key(14)
    let many = Random.randint(key, [Self.million], 0, Self.million)
    let rows = Random.randint(key, [100_000], 0, 10_000)
    let table = Self.normal(15, 10_000, 64)
    let few = Random.randint(key, [500], 0, 1000)
    jitted("p_gather_float64", Self.line.astype(.float64), many) { $0[$1] }
    jitted("p_gather_int32", Self.whole, many) { $0[$1] }
    jitted("p_gather_10k", Self.normal(15, 10_000), rows[..<10_000]) { $0[$1] }
    jitted("p_embedding", table, rows) { $0[$1] }
    jitted("p_embedding_grad", table, rows) { table, rows in grad { (t: NDArray) in sum(t[rows] ** 2) }(table) }
    jitted("p_columns", Self.table, few) { $0[.all, $1] }
    jitted("p_rows_of_4", Self.table[.all, ..<4], many % 1000) { $0[$1] }
    jitted("p_points", Self.table, many % 1000, Self.whole) { $0[$1, $2] }
    jitted("p_take_along", Self.table, Self.whole.reshape([1000, 1000])) { takeAlongAxis($0, $1, axis: 1) }
    jitted("p_one_hot", Self.whole[..<10_000]) { NN.oneHot($0, 100) }
    jitted("p_scatter_rows", Self.normal(16, 100_000, 16), rows) { zeros([10_000, 16]).at[$1].add($0) }
    jitted("p_scatter_set", Self.line, many) { zeros([Self.million]).at[$1].set($0) }
    jitted("p_scatter_max", Self.line, Self.whole) { zeros([1000]).at[$1].max($0) }
    jitted("p_scatter_float64", Self.line.astype(.float64), Self.whole) {
      zeros([1000], dtype: .float64).at[$1].add($0)
    }
    jitted("p_segment_sum", Self.line, sort(Self.whole)) { Ops.segmentSum($0, $1, numSegments: 1000) }
    jitted("p_histogram", Self.line) { histogram($0, bins: 100).counts }
    jitted("p_bincount", Self.whole) { bincount($0, length: 1000) }
    jitted("p_searchsorted", Self.line, Self.normal(17, Self.million)) { searchsorted($0, $1) }
    jitted("p_digitize", Self.line, linspace(-3, 3, 100)) { digitize($0, $1) }
    jitted("p_interp", Self.line, linspace(-3, 3, 100), linspace(0, 1, 100)) { interp($0, $1, $2) }
    jitted("p_where_index", Self.line, Self.whole) { `where`($1 .> 500, $0[$1], 0) }
    eager("p_mask") { Self.line[Self.line .> 0] }
    eager("p_nonzero") { nonzero(Self.line .> 0)[0] }
  }

  func orders() {
    let x = Self.normal(18, Self.million)
    jitted("o_sort_int32", Random.randint(Random.key(19), [Self.million], 0, Self.million)) { sort($0) }
    jitted("o_sort_few_int32", Self.whole) { sort($0) }
    jitted("o_sort_float64", x.astype(.float64)) { sort($0) }
    jitted("o_sort_float16", x.astype(.float16)) { sort($0) }
    jitted("o_sort_uint8", Self.whole.astype(.uint8)) { sort($0) }
    jitted("o_sort_100k", x[..<100_000]) { sort($0) }
    jitted("o_sort_10k", x[..<10_000]) { sort($0) }
    jitted("o_sort_1000", x[..<1000]) { sort($0) }
    jitted("o_sort_100", x[..<100]) { sort($0) }
    jitted("o_sort_rows", Self.table) { sort($0, axis: 1) }
    jitted("o_sort_columns", Self.table) { sort($0, axis: 0) }
    jitted("o_sort_short_rows", Self.normal(18, 100_000, 10)) { sort($0, axis: 1) }
    jitted("o_sort_sorted", Self.line) { sort($0) }
    jitted("o_argsort_rows", Self.table) { argsort($0, axis: 1) }
    jitted("o_argsort_int32", Self.whole) { argsort($0) }
    jitted("o_argsort_10k", x[..<10_000]) { argsort($0) }
    jitted("o_lexsort", Self.whole, x) { lexsort([$1, $0]) }
    jitted("o_topk_one", Self.table) { Lax.topK($0, 1).values }
    jitted("o_topk_rows", Self.table) { Lax.topK($0, 10).values }
    jitted("o_topk_1000", x) { Lax.topK($0, 1000).values }
    jitted("o_median", x) { median($0) }
    jitted("o_percentile_rows", Self.table) { percentile($0, 30, axis: 1) }
    jitted("o_partition", x) { partition($0, 500_000) }
    eager("o_unique_float") { unique(x) }
    eager("o_unique_few") { unique(Self.whole) }
    eager("o_intersect") { intersect1d(Self.whole, Self.whole[..<1000]) }
    eager("o_isin") { isin(Self.whole, arange(10)) }
  }

  func samples() {
    let key = Random.key(21)
    let m = Self.million
    jitted("s_bits", key) { Random.bits($0, [m]) }
    jitted("s_randint", key) { Random.randint($0, [m], 0, 1000) }
    jitted("s_uniform_float64", key) { Random.uniform($0, [m], dtype: .float64) }
    jitted("s_normal_float64", key) { Random.normal($0, [m], dtype: .float64) }
    jitted("s_uniform_1000", key) { Random.uniform($0, [1000]) }
    jitted("s_normal_1000", key) { Random.normal($0, [1000]) }
    jitted("s_normal_100k", key) { Random.normal($0, [100_000]) }
    jitted("s_uniform_10m", key) { Random.uniform($0, [10_000_000]) }
    jitted("s_bernoulli", key) { Random.bernoulli($0, 0.3, [m]) }
    jitted("s_exponential", key) { Random.exponential($0, [m]) }
    jitted("s_gumbel", key) { Random.gumbel($0, [m]) }
    jitted("s_laplace", key) { Random.laplace($0, [m]) }
    jitted("s_truncated_normal", key) { Random.truncatedNormal($0, -2, 2, [m]) }
    jitted("s_categorical", key, Self.table) { Random.categorical($0, $1) }
    jitted("s_gamma", key) { Random.gamma($0, 2.5, [100_000]) }
    jitted("s_poisson", key) { Random.poisson($0, 3, [100_000]) }
    jitted("s_beta", key) { Random.beta($0, 2, 3, [100_000]) }
    jitted("s_permutation_10k", key) { Random.permutation($0, 10_000) }
    jitted("s_permutation_rows", key, Self.table) { Random.permutation($0, $1) }
    jitted("s_choice", key, Self.line) { Random.choice($0, $1, [100_000]) }
    jitted("s_split_1000", key) { Random.keyData(Random.split($0, 1000)) }
    jitted("s_fold_in_1000", key) { key in
      vmap { (i: NDArray) in Random.uniform(Random.foldIn(key, i), [10]) }(arange(1000))
    }
    jitted("s_dropout", key, Self.table) { `where`(Random.bernoulli($0, 0.9, [1000, 1000]), $1 / 0.9, 0) }
    jitted("s_monte_carlo_pi", key) { key in
      let x = Random.uniform(key, [m, 2])
      return mean((sum(x * x, axis: 1) .< 1).astype(.float32)) * 4
    }
    eager("s_eager_uniform_8") { Random.uniform(key, [8]) }
    eager("s_eager_normal_8") { Random.normal(key, [8]) }
  }
}
