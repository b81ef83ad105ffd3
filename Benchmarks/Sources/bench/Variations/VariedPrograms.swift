import Lanewise

extension Variations {
  func loops() {
    func weights(_ shape: Int...) -> NDArray { Random.normal(Random.key(27), shape) * 0.1 }
    jitted("w_scan_vector_16", weights(10_000, 16)) { xs in
      Lax.scan({ (c: NDArray, x: NDArray) in (0.9 * c + x, c) }, zeros([16]), xs).1
    }
    jitted("w_scan_vector_1000", weights(1000, 1000)) { xs in
      Lax.scan({ (c: NDArray, x: NDArray) in (tanh(0.9 * c + x), c.sum()) }, zeros([1000]), xs).1
    }
    jitted("w_scan_two", weights(100_000)) { xs in
      Lax.scan(
        { (c: (NDArray, NDArray), x: NDArray) in ((c.0 + x, maximum(c.1, c.0)), c.1) }, (zeros([]), zeros([])), xs
      ).1
    }
    jitted("w_lstm", weights(100, 32, 64), weights(128, 256)) { xs, w in
      Lax.scan(
        { (state: (NDArray, NDArray), x: NDArray) in
          let gates = split(matmul(concatenate([x, state.0], axis: 1), w), 4, axis: 1)
          let cell = NN.sigmoid(gates[0]) * state.1 + NN.sigmoid(gates[1]) * tanh(gates[2])
          let hidden = NN.sigmoid(gates[3]) * tanh(cell)
          return ((hidden, cell), hidden)
        }, (zeros([32, 64]), zeros([32, 64])), xs
      ).1
    }
    jitted("w_power_iteration", weights(128, 128), ones([128])) { a, v in
      Lax.foriLoop(
        0, 100,
        { (_: NDArray, v: NDArray) in
          let w = matmul(a, v)
          return w / Linalg.norm(w)
        }, v)
    }
    jitted("w_lorenz", ones([3])) { start in
      func slope(_ s: NDArray) -> NDArray {
        let (x, y, z) = (s[0], s[1], s[2])
        return stack([10 * (y - x), x * (28 - z) - y, x * y - 8.0 / 3.0 * z])
      }
      return Lax.foriLoop(
        0, 1000,
        { (_: NDArray, s: NDArray) in
          let k1 = slope(s)
          let k2 = slope(s + 0.005 * k1)
          let k3 = slope(s + 0.005 * k2)
          let k4 = slope(s + 0.01 * k3)
          return s + 0.01 / 6 * (k1 + 2 * k2 + 2 * k3 + k4)
        }, start)
    }
    jitted("w_collatz", NDArray(837_799)) { n in
      Lax.whileLoop(
        { (n: NDArray, _: NDArray) in n .!= 1 },
        { (n: NDArray, count: NDArray) in
          (`where`(n % 2 .== 0, floorDivide(n, 2), 3 * n + 1), count + 1)
        }, (n.astype(.int64), NDArray(0))
      ).1
    }
    jitted("w_heat", weights(256, 256)) { u in
      Lax.foriLoop(
        0, 100,
        { (_: NDArray, u: NDArray) in
          u + 0.1 * (roll(u, 1, axis: 0) + roll(u, -1, axis: 0) + roll(u, 1, axis: 1) + roll(u, -1, axis: 1) - 4 * u)
        }, u)
    }
    jitted("w_life", (weights(256, 256) .> 0).astype(.int32)) { board in
      Lax.foriLoop(
        0, 100,
        { (_: NDArray, b: NDArray) in
          let rows = roll(b, 1, axis: 0) + b + roll(b, -1, axis: 0)
          let n = roll(rows, 1, axis: 1) + rows + roll(rows, -1, axis: 1) - b
          return ((n .== 3) | ((b .== 1) & (n .== 2))).astype(.int32)
        }, board)
    }
    jitted("w_logistic_map", linspace(2.5, 4, 1_000_000)) { r in
      Lax.foriLoop(0, 100, { (_: NDArray, x: NDArray) in r * x * (1 - x) }, 0.5 * onesLike(r))
    }
    jitted("w_vmap_while", linspace(1, 100, 10_000)) { xs in
      vmap { (a: NDArray) in
        Lax.whileLoop({ (x: NDArray) in abs(x * x - a) .> 1e-3 * a }, { (x: NDArray) in 0.5 * (x + a / x) }, a)
      }(xs)
    }
    jitted("w_associative", weights(100_000)) { Lax.associativeScan({ $0 + $1 }, $0) }
    jitted("w_cond_scan", weights(10_000)) { xs in
      Lax.scan(
        { (c: NDArray, x: NDArray) in
          let next = Lax.cond(x .> 0, { (c: NDArray) in c * 0.5 + 1 }, { (c: NDArray) in sin(c) }, c)
          return (next, next)
        }, zeros([]), xs
      ).1
    }
    jitted("w_kalman", weights(1000, 2)) { zs in
      let a = NDArray([[1.0, 0.1], [0.0, 1.0]])
      return Lax.scan(
        { (s: (NDArray, NDArray), z: NDArray) in
          let x = matmul(a, s.0)
          let p = matmul(matmul(a, s.1), a.T) + 0.01 * eye(2)
          let k = matmul(p, Linalg.inv(p + eye(2)))
          let next = x + matmul(k, z - x)
          return ((next, p - matmul(k, p)), next)
        }, (zeros([2]), eye(2)), zs
      ).1
    }
    jitted("w_grad_rnn_128", weights(200, 128), weights(128, 128)) { xs, w in
      grad { (w: NDArray) in
        sum(
          Lax.scan(
            { (h: NDArray, x: NDArray) in
              let next = tanh(matmul(w, h) + x)
              return (next, next)
            }, zeros([128]), xs
          ).1)
      }(w)
    }
    jitted("w_grad_unrolled", weights(1000)) { x in
      grad { (x: NDArray) in sum(Lax.foriLoop(0, 20, { (_: NDArray, y: NDArray) in sin(y) * x }, x)) }(x)
    }
  }

  func programs() {
    func normal(_ shape: Int...) -> NDArray { Random.normal(Random.key(28), shape) }
    typealias Layers = [NDArray]
    @Sendable func mlp(_ w: Layers, _ x: NDArray) -> NDArray {
      var x = x
      for layer in w.dropLast() { x = maximum(matmul(x, layer), 0) }
      return matmul(x, w.last!)
    }
    let layers = [normal(784, 256) * 0.05, normal(256, 256) * 0.05, normal(256, 10) * 0.05]
    let images = normal(128, 784)
    let labels = Random.randint(Random.key(29), [128], 0, 10)
    @Sendable func loss(_ w: Layers, _ x: NDArray, _ y: NDArray) -> NDArray {
      -mean(sum(NN.logSoftmax(mlp(w, x)) * NN.oneHot(y, 10), axis: 1))
    }
    let forward = jit { (w: Layers, x: NDArray) in mlp(w, x) }
    eager("g_mlp_forward") { forward(layers, images) }
    let single = images[..<1]
    eager("g_mlp_forward_one") { forward(layers, single) }
    let train = jit { (w: Layers, x: NDArray, y: NDArray) in
      let (value, g) = valueAndGrad { (w: Layers) in loss(w, x, y) }(w)
      return (treeMap({ $0 - 0.1 * $1 }, w, g), value)
    }
    eager("g_mlp_train") { train(layers, images, labels).1 }
    let adam = jit { (w: Layers, m: Layers, v: Layers, x: NDArray, y: NDArray) in
      let g = grad { (w: Layers) in loss(w, x, y) }(w)
      let m = treeMap({ 0.9 * $0 + 0.1 * $1 }, m, g)
      let v = treeMap({ 0.999 * $0 + 0.001 * $1 * $1 }, v, g)
      let step = treeMap({ $0 / (sqrt($1) + 1e-8) }, m, v)
      return (treeMap({ $0 - 0.001 * $1 }, w, step), m, v)
    }
    eager("g_mlp_adam") { adam(layers, layers, layers, images, labels).0[0] }
    let perExample = jit { (w: Layers, x: NDArray, y: NDArray) in
      vmap(
        { (x: NDArray, y: NDArray) in
          grad { (w: NDArray) in loss([w], x[.newAxis], y[.newAxis]) }(w[0])
        }, inAxes: (0, 0))(x, y)
    }
    let small = [normal(64, 10)]
    let rows = normal(128, 64)
    eager("g_per_example_gradients") { perExample(small, rows, labels) }

    let q = normal(1, 8, 512, 64)
    @Sendable func attend(_ q: NDArray, _ k: NDArray, _ v: NDArray) -> NDArray {
      let scores = einsum("bhqd,bhkd->bhqk", q, k) * 0.125
      return einsum("bhqk,bhkd->bhqd", softmax(`where`(tril(ones([512, 512])) .> 0, scores, -1e9)), v)
    }
    jitted("g_causal_attention", q, q, q, attend)
    jitted("g_rosenbrock_hessian", normal(100)) {
      hessian { (x: NDArray) in sum(100 * square(x[1...] - square(x[..<99])) + square(1 - x[..<99])) }($0)
    }
    jitted("g_jacobian", normal(100), normal(100, 100)) { x, w in jacrev { (x: NDArray) in tanh(matmul(w, x)) }(x) }
    jitted("g_jacfwd", normal(100), normal(100, 100)) { x, w in jacfwd { (x: NDArray) in tanh(matmul(w, x)) }(x) }
    jitted("g_hvp", normal(1000), normal(1000)) { x, v in
      jvp(grad { (x: NDArray) in sum(tanh(x) ** 2) }, (x), (v)).1
    }
    jitted("g_logistic_regression", normal(10_000, 20), normal(20)) { x, w in
      grad { (w: NDArray) in mean(NN.softplus(-matmul(x, w))) + 0.01 * sum(w * w) }(w)
    }
    jitted("g_kmeans", normal(10_000, 2), normal(10, 2)) { x, centres in
      let nearest = argmin(sum(square(x[.all, .newAxis] - centres), axis: -1), axis: 1)
      let member = NN.oneHot(nearest, 10)
      return matmul(member.T, x) / (sum(member, axis: 0)[.all, .newAxis] + 1e-6)
    }
    jitted("g_pairwise", normal(1000, 3)) { x in sum(exp(-sum(square(x[.all, .newAxis] - x), axis: -1)), axis: 1) }
    jitted("g_kernel_density", normal(1000), linspace(-3, 3, 1000)) { x, at in
      mean(exp(-0.5 * square(at[.all, .newAxis] - x)), axis: 1)
    }
    jitted("g_polyval", linspace(0, 1, 10), Self.line) { polyval($0, $1) }
    jitted("g_julia", linspace(-1.5, 1.5, 512)) { line in
      Lax.foriLoop(0, 50, { (_: NDArray, z: NDArray) in z * z + NDArray(-0.4) }, line[.all, .newAxis] * line)
    }
    jitted("g_covariance", normal(10_000, 50)) { x in
      let c = x - mean(x, axis: 0)
      return matmul(c.T, c) / 9999
    }
    jitted("g_black_scholes_price", linspace(80, 120, 1_000_000), linspace(0.1, 0.4, 1_000_000)) { s, v in
      let d = (log(s / 100) + (0.02 + 0.5 * v * v)) / v
      let n = { (x: NDArray) in 0.5 * (1 + Lax.erf(x * 0.7071)) }
      return s * n(d) - 98 * n(d - v)
    }
    jitted("g_haversine", Self.unit, Self.line) { a, b in
      2 * arcsin(sqrt(square(sin((a - b) * 0.5)) + cos(a) * cos(b) * square(sin(a * 0.5))))
    }
    jitted("g_huber_grad", Self.line) { x in
      grad { (x: NDArray) in sum(`where`(abs(x) .< 1, 0.5 * x * x, abs(x) - 0.5)) }(x)
    }
    jitted("g_clip_grad", Self.line) { x in grad { (x: NDArray) in sum(clip(x, -1, 1) * x) }(x) }
    jitted("g_slice_grad", Self.table) { x in grad { (x: NDArray) in sum(square(x[.all, 100..<900])) }(x) }
    jitted("g_stride_grad", Self.line) { x in grad { (x: NDArray) in sum(square(x[.stride(by: 2)])) }(x) }
    jitted("g_variation_grad", Self.line) { x in
      grad { (x: NDArray) in sum(square(x[1...] - x[..<(-1)])) }(x)
    }
    jitted("g_variation_grad_2d", Self.table) { x in
      grad { (x: NDArray) in
        sum(square(x[1...] - x[..<(-1)])) + sum(square(x[.all, 1...] - x[.all, ..<(-1)]))
      }(x)
    }
    jitted("g_box_muller", Self.positive, Self.unit) { u, v in sqrt(-2 * log(u / 5)) * cos(6.2831853 * v) }
    compiled("g_compile_mlp_grad") {
      jit { (w: Layers, x: NDArray, y: NDArray) in grad { (w: Layers) in loss(w, x, y) }(w) }(layers, images, labels)[0]
    }
    compiled("g_compile_softmax") { jit { (x: NDArray) in softmax(x) }(rows) }
    compiled("g_compile_scan") {
      jit { (x: NDArray) in Lax.scan({ (c: NDArray, x: NDArray) in (c + x, tanh(c)) }, zeros([]), x).1 }(
        labels.astype(.float32))
    }
    compiled("g_compile_hessian") { jit(hessian { (x: NDArray) in sum(tanh(x) ** 2) })(rows[0]) }
    eager("g_eager_mlp_grad") { grad { (w: Layers) in loss(w, rows, labels) }(small)[0] }
  }

  func smallCalls() {
    let x = arange(8.0)
    let y = ones([8])
    let m = ones([4, 4])
    let thousand = linspace(-1, 1, 1000)
    let i = arange(8)
    eager("e_multiply_scalar") { x * 2.5 }
    eager("e_exp") { exp(x) }
    eager("e_negative") { -x }
    eager("e_power") { x ** 2 }
    eager("e_divide") { x / (y + 1) }
    eager("e_int_add") { i + 1 }
    eager("e_astype") { i.astype(.float32) }
    eager("e_matmul_4") { matmul(m, m) }
    eager("e_dot") { dot(x, y) }
    eager("e_concatenate") { concatenate([x, y]) }
    eager("e_where") { `where`(x .> 3, x, y) }
    eager("e_sum_axis") { sum(m, axis: 0) }
    eager("e_max") { max(x) }
    eager("e_mean") { mean(x) }
    eager("e_argmax") { argmax(x) }
    eager("e_zeros") { zeros([8]) }
    eager("e_arange") { arange(8) }
    eager("e_linspace") { linspace(0, 1, 8) }
    eager("e_column") { m[.all, 0] }
    eager("e_row") { m[1] }
    eager("e_transpose") { m.T }
    eager("e_broadcast") { x[.all, .newAxis] + y }
    eager("e_gather") { x[i] }
    eager("e_sort") { sort(x) }
    eager("e_cumsum") { cumsum(x) }
    eager("e_clip") { clip(x, 1, 3) }
    eager("e_stack") { stack([x, y]) }
    eager("e_array") { NDArray([1.0, 2.0, 3.0]) }
    eager("e_norm") { Linalg.norm(x) }
    eager("e_softmax") { NN.softmax(x) }
    eager("e_add_1000") { thousand + thousand }
    eager("e_exp_1000") { exp(thousand) }
    eager("e_sum_1000") { sum(thousand) }
    eager("e_add_1m") { Self.line + Self.positive }
    eager("e_exp_1m") { exp(Self.line) }
    eager("e_sum_1m") { sum(Self.line) }
    eager("e_hypot_1m") { hypot(Self.line, Self.positive) }
    eager("e_isclose_1m") { isclose(Self.line, Self.positive) }
    eager("e_nan_to_num_1m") { nanToNum(Self.line) }
    eager("e_tril_1m") { tril(Self.table) }
    eager("e_divide_10_1m") { floorDivide(Self.whole, 10) }
    eager("e_solve_4") { Linalg.solve(m + 4 * eye(4), m[0]) }
    eager("e_jvp") { jvp({ (x: NDArray) in sum(sin(x) * x) }, (x), (y)).1 }
    eager("e_hessian_3") { hessian { (x: NDArray) in sum(x ** 3) }(x[..<3]) }
    eager("e_vmap_dot") { vmap({ (a: NDArray, b: NDArray) in dot(a, b) })(m, m) }
    eager("e_grad_quadratic") { grad { (x: NDArray) in sum(x * x) }(x) }
    let step = jit { (x: NDArray, y: NDArray) in x - 0.1 * y }
    eager("e_jit_axpy") { step(x, y) }
    let many = jit { (a: [NDArray]) in a.map { $0 + 1 } }
    let twenty = Array(repeating: x, count: 20)
    eager("e_jit_20_arguments") { many(twenty)[0] }
  }
}
