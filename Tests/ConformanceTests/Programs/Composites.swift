import Lanewise

// The programs of Tests/Oracle/composite_cases.py.
extension HandWritten {
  static let composites: [String: Program] = [
    "composites/rnn": { x in
      let (h, hs) = recurrentNetwork(Cell(w: x[0], u: x[1], b: x[2]), x[3], x[4])
      return [h, hs]
    },
    "composites/rnn_gradient": { x in
      let step = checkpoint { (cell: Cell, h: NDArray, x: NDArray) in cell(h, x) }
      let loss = { (cell: Cell) in
        Lax.scan({ h, row in (step(cell, h, row), sum(h * h)) }, x[3], x[4]).1.mean()
      }
      let (value, gradient) = valueAndGrad(loss)(Cell(w: x[0], u: x[1], b: x[2]))
      return [value, gradient.w, gradient.u, gradient.b]
    },
    "composites/kalman": { x in
      let (likelihood, means) = kalmanFilter(x[0], x[1], x[2], x[3])
      return [likelihood, means]
    },
    "composites/cube_root": { x in
      let a = x[0]
      let (root, steps) = Lax.whileLoop(
        { x, i in
          let error = abs(x ** 3 - a)
          return (error .> 1e-3 * a) & (i .< 50)
        },
        { x, i in
          let next = x - (x ** 3 - a) / (3 * x ** 2)
          return (next, i + 1)
        }, (a + 1, 0))
      return [root, steps]
    },
    "composites/van_der_pol": { x in [vanDerPol(x[0], x[1])] },
    "composites/rosenbrock": { x in
      let x = x[0]
      let product = jvp(grad(rosenbrock), x, cos(x)).1
      return [rosenbrock(x), grad(rosenbrock)(x), hessian(rosenbrock)(x), product]
    },
    "composites/greeks": { x in
      let (s, k, t, r, sigma) = (x[0], x[1], x[2], x[3], x[4])
      let first = grad(callPrice, argnums: [0, 1, 2, 3, 4])(s, k, t, r, sigma)
      let gamma = grad(grad(callPrice))(s, k, t, r, sigma)
      let vanna = grad(grad(callPrice), argnums: 4)(s, k, t, r, sigma)
      return [callPrice(s, k, t, r, sigma)] + first + [gamma, vanna]
    },
    "composites/leapfrog": { x in
      let (i, j) = pairs(4)
      let m = x[1]
      let energy = { (x: NDArray) in
        let d = x[i] - x[j]
        return -sum(m[i] * m[j] / sqrt(sum(d * d, axis: -1) + 0.01))
      }
      let mass = m[.all, .newAxis]
      let ((last, v), energies) = Lax.scan(
        { (c: (NDArray, NDArray)) in
          var (x, v) = c
          v = v - 0.005 * grad(energy)(x) / mass
          x = x + 0.01 * v
          v = v - 0.005 * grad(energy)(x) / mass
          return ((x, v), energy(x) + 0.5 * sum(mass * v * v))
        }, (x[0], x[2]), length: 5)
      return [last, v, energies]
    },
    "composites/attention": { x in
      let heads = split(matmul(x[0], x[1]), 3, axis: -1).map { $0.reshape(2, 4, 2, 3).transpose(0, 2, 1, 3) }
      var scores = einsum("bhqd,bhkd->bhqk", heads[0], heads[1]) / sqrt(3.0)
      scores = `where`(tril(ones([4, 4], dtype: .bool)), scores, -.infinity)
      let mixed = einsum("bhqk,bhkd->bqhd", NN.softmax(scores), heads[2])
      return [matmul(mixed.reshape(2, 4, 6), x[2])]
    },
    "composites/layer_norm": { x in [layerNorm(x[0], x[1]) + x[2]] },
    "composites/vae": { x in
      let (value, gradient) = valueAndGrad(autoencoderLoss)([x[1], x[2], x[3]], x[0], x[4])
      return [value] + gradient
    },
    "composites/adam": { x in
      let (losses, found) = adam(x[0], x[1], ["w": x[2], "b": x[3]])
      return [losses, found["b"]!, found["w"]!]
    },
    "composites/branches": { x in
      let i = x[2]
      let (c, ys) = Lax.scan(
        { c, row in
          let chosen = Lax.switch(i, [{ $0 * row }, { sin($0) + row }, { flip($0) }], c)
          return (Lax.cond(chosen.sum() .> 0, { 0.5 * $0 }, { $0 + $0 * $0 }, chosen), chosen)
        }, x[1], x[0], reverse: true)
      return [c, ys]
    },
    "composites/recurrence": { x in
      let (_, fast) = Lax.associativeScan({ p, q in (p.0 * q.0, p.1 * q.0 + q.1) }, (x[0], x[1]))
      let (_, slow) = Lax.scan(
        { c, ab in
          let next = c * ab.0 + ab.1
          return (next, next)
        }, zeros([], dtype: x[0].dtype), (x[0], x[1]))
      return [fast, slow]
    },
  ]

  /// A step of a recurrent network; its parameters are a struct.
  private struct Cell: Tree {
    var w: NDArray
    var u: NDArray
    var b: NDArray

    func walk(_ walker: inout TreeWalker) -> Cell { Cell(w: walker(w, "w"), u: walker(u, "u"), b: walker(b, "b")) }
    func callAsFunction(_ h: NDArray, _ x: NDArray) -> NDArray { tanh(matmul(w, h) + matmul(u, x) + b) }
  }

  private static func recurrentNetwork(_ cell: Cell, _ h: NDArray, _ xs: NDArray) -> (NDArray, NDArray) {
    Lax.scan(
      { h, x in
        let next = cell(h, x)
        return (next, next)
      }, h, xs)
  }

  private static func kalmanFilter(_ a: NDArray, _ h: NDArray, _ m: NDArray, _ ys: NDArray) -> (NDArray, NDArray) {
    let q = 0.1 * eye(2, dtype: a.dtype)
    let (_, (terms, means)) = Lax.scan(
      { (c: (NDArray, NDArray), y: NDArray) in
        var (m, p) = c
        (m, p) = (matmul(a, m), matmul(matmul(a, p), a.T) + q)
        let s = matmul(matmul(h, p), h) + 0.2
        let (k, e) = (matmul(p, h) / s, y - matmul(h, m))
        (m, p) = (m + k * e, p - outer(k, matmul(h, p)))
        return ((m, p), (-0.5 * (log(2 * .pi * s) + e * e / s), m))
      }, (m, eye(2, dtype: a.dtype)), ys)
    return (terms.sum(), means)
  }

  private static func vanDerPol(_ y: NDArray, _ mu: NDArray) -> NDArray {
    func f(_ y: NDArray) -> NDArray { stack([y[1], mu * (1 - y[0] ** 2) * y[1] - y[0]]) }
    let h = 0.1
    return Lax.foriLoop(
      0, 20,
      { _, y in
        let k1 = f(y)
        let k2 = f(y + h / 2 * k1)
        let k3 = f(y + h / 2 * k2)
        let k4 = f(y + h * k3)
        return y + h / 6 * (k1 + 2 * k2 + 2 * k3 + k4)
      }, y)
  }

  private static func rosenbrock(_ x: NDArray) -> NDArray {
    let (head, tail) = (x[..<(-1)], x[1...])
    return sum(100 * (tail - head ** 2) ** 2 + (1 - head) ** 2)
  }

  private static func callPrice(
    _ s: NDArray, _ k: NDArray, _ t: NDArray, _ r: NDArray, _ sigma: NDArray
  ) -> NDArray {
    func normal(_ z: NDArray) -> NDArray { 0.5 * (1 + Lax.erf(z / sqrt(2.0))) }
    let d = (log(s / k) + (r + 0.5 * sigma ** 2) * t) / (sigma * sqrt(t))
    return s * normal(d) - k * exp(-r * t) * normal(d - sigma * sqrt(t))
  }

  /// The indices of all pairs of different ones of `count`.
  static func pairs(_ count: Int) -> ([Int], [Int]) {
    let all = (0..<count).flatMap { i in (i + 1..<count).map { (i, $0) } }
    return (all.map(\.0), all.map(\.1))
  }

  private static func layerNorm(_ x: NDArray, _ g: NDArray) -> NDArray {
    g * (x - x.mean(axis: -1, keepdims: true)) / sqrt(x.`var`(axis: -1, keepdims: true) + 1e-5)
  }

  /// `weights` are the encoder, both heads side by side, and the decoder.
  private static func autoencoderLoss(_ weights: [NDArray], _ x: NDArray, _ key: NDArray) -> NDArray {
    let parts = split(matmul(tanh(matmul(x, weights[0])), weights[1]), 2, axis: -1)
    let (mean, deviation) = (parts[0], parts[1])
    let noise = Random.normal(Random.wrapKeyData(key), mean.shape, dtype: mean.dtype)
    let y = matmul(mean + exp(deviation) * noise, weights[2])
    let divergence = 0.5 * sum(exp(2 * deviation) + mean ** 2 - 1 - 2 * deviation, axis: -1)
    return Lanewise.mean(sum((x - NN.sigmoid(y)) ** 2, axis: -1) + divergence)
  }

  private static func adam(_ x: NDArray, _ y: NDArray, _ start: [String: NDArray]) -> (NDArray, [String: NDArray]) {
    func loss(_ p: [String: NDArray]) -> NDArray { mean((tanh(matmul(x, p["w"]!) + p["b"]!) - y) ** 2) }
    let nothing = treeMap({ zerosLike($0) }, start)
    let steps = arange(1.0, 11.0, dtype: x.dtype)
    let ((found, _, _), losses) = Lax.scan(
      { (c: ([String: NDArray], [String: NDArray], [String: NDArray]), i: NDArray) in
        var (p, m, v) = c
        let (value, g) = valueAndGrad(loss)(p)
        m = treeMap({ 0.9 * $0 + 0.1 * $1 }, m, g)
        v = treeMap({ 0.999 * $0 + 0.001 * $1 * $1 }, v, g)
        let scale = 0.1 * sqrt(1 - 0.999 ** i) / (1 - 0.9 ** i)
        p = treeMap({ p, m, v in p - scale * m / (sqrt(v) + 1e-8) }, p, m, v)
        return ((p, m, v), value)
      }, (start, nothing, nothing), steps)
    return (losses, found)
  }
}
