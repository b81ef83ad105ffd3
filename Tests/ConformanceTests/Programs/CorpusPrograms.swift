import Lanewise

// Programs of the corpus, above all those whose jaxpr it does not have.
extension HandWritten {
  static let fromTheCorpus: [String: Program] = [
    "programs/nbody_energy/value": { [energy($0[0], $0[1])] },
    "programs/nbody_energy/grad": { [grad(energy)($0[0], $0[1])] },
    "programs/nbody_energy/leapfrog": { x in
      let m = x[1][.all, .newAxis]
      let ((last, v), energies) = Lax.scan(
        { (c: (NDArray, NDArray)) in
          var (y, v) = c
          v = v - 0.005 * grad(energy)(y, x[1]) / m
          y = y + 0.01 * v
          v = v - 0.005 * grad(energy)(y, x[1]) / m
          return ((y, v), energy(y, x[1]))
        }, (x[0], x[2]), length: 5)
      return [last, v, energies]
    },
    "programs/vae_elbo/value": { [evidence(Array($0[..<4]), $0[4], $0[5])] },
    "programs/vae_elbo/grad": { grad(evidence)(Array($0[..<4]), $0[4], $0[5]) },
    "programs/vae_elbo/jit_vag": { x in
      let (value, gradient) = jit(valueAndGrad(evidence))(Array(x[..<4]), x[4], x[5])
      return [value] + gradient
    },
    "programs/sgd_seed_notebook/value": { x in
      func forward(_ p: [String: NDArray], _ x: NDArray) -> NDArray {
        dot(NN.tanh(dot(x, p["W1"]!) + p["b1"]!), p["W2"]!) + p["b2"]!
      }
      func error(_ p: [String: NDArray], _ x: NDArray, _ y: NDArray) -> NDArray { mean((y - forward(p, x)) ** 2) }
      let (w1, w2, dtype) = (x[0], x[1], x[2].dtype)
      var p = ["W1": w1, "b1": zeros([w1.shape[1]], dtype: dtype), "W2": w2, "b2": zeros([1], dtype: dtype)]
      var losses: [NDArray] = []
      for _ in 0..<5 {
        let (loss, gradient) = valueAndGrad(error)(p, x[2], x[3])
        p = treeMap({ $0 - 0.05 * $1 }, p, gradient)
        losses.append(loss)
      }
      return treeLeaves(p) + [stack(losses)]
    },
    "programs/hmm_forward/value": { [hiddenMarkov($0)] },
    "programs/hmm_forward/grad": { x in grad { (p: [NDArray]) in hiddenMarkov(p + [x[3]]) }(Array(x[..<3])) },
    "programs/hmm_forward/jit_vag": { x in
      let (value, gradient) = jit(valueAndGrad { (p: [NDArray]) in hiddenMarkov(p + [x[3]]) })(Array(x[..<3]))
      return [value] + gradient
    },
    "programs/transformer_block/value": { [transformerBlock($0)] },
    "programs/transformer_block/grad": { Array(grad(transformerBlock)($0)[..<5]) },
    "programs/transformer_block/jit_vag": { x in
      let (value, gradient) = jit(valueAndGrad(transformerBlock))(x)
      return [value] + gradient[..<5]
    },
    "programs/deep_sets_ragged/value": { [deepSets($0[0], $0[1], $0[2])] },
    "programs/deep_sets_ragged/grad": { x in grad(deepSets, argnums: [0, 2])(x[0], x[1], x[2]) },
    "programs/deep_sets_ragged/jit_vag": { x in
      let (value, gradient) = valueAndGrad(jit(deepSets), argnums: [0, 2])(x[0], x[1], x[2])
      return [value] + gradient
    },
    "programs/sinkhorn/value": { [sinkhorn($0[0], $0[1])] },
    "programs/sinkhorn/grad": { x in
      let (cost, epsilon) = grad(sinkhorn, argnums: (0, 1))(x[0], x[1])
      return [cost, epsilon]
    },
    "programs/sinkhorn/jit_vag": { x in
      let (value, (cost, epsilon)) = valueAndGrad(jit(sinkhorn), argnums: (0, 1))(x[0], x[1])
      return [value, cost, epsilon]
    },
    "programs/pendulum_lagrangian/value": { [acceleration($0[0], $0[1])] },
    "programs/pendulum_lagrangian/jac": { [jacfwd(acceleration)($0[0], $0[1])] },
    "programs/fixed_point_implicit/value": { [sum(fixedPoint($0[0], $0[1]) ** 2)] },
    "programs/fixed_point_implicit/grad": { x in
      let (da, db) = grad({ a, b in sum(fixedPoint(a, b) ** 2) }, argnums: (0, 1))(x[0], x[1])
      return [da, db]
    },
    "programs/fixed_point_implicit/jit_vag": { x in
      let f = jit { a, b in sum(fixedPoint(a, b) ** 2) }
      let (value, (da, db)) = valueAndGrad(f, argnums: (0, 1))(x[0], x[1])
      return [value, da, db]
    },
    "programs/gae_reverse_scan/value": { x in
      let (v, rewards, done) = (x[0], x[1], x[2])
      let (_, advantages) = Lax.scan(
        { (c: (NDArray, NDArray), t: [NDArray]) in
          let delta = t[0] + 0.99 * c.1 * (1 - t[2]) - t[1]
          let g = delta + 0.99 * 0.95 * (1 - t[2]) * c.0
          return ((g, t[1]), g)
        }, (zeros([], dtype: v.dtype), v[-1]), [rewards, v[..<(-1)], done], reverse: true)
      return [advantages]
    },
  ]

  private static func energy(_ x: NDArray, _ m: NDArray) -> NDArray {
    let d = x[.all, .newAxis] - x[.newAxis]
    let distance = sqrt(sum(d ** 2, axis: -1) + 1e-2)
    let (i, j) = pairs(x.shape[0])
    return -sum(m[i] * m[j] / distance[i, j])
  }

  private static func evidence(_ w: [NDArray], _ x: NDArray, _ key: NDArray) -> NDArray {
    let h = tanh(matmul(x, w[0]))
    let (mu, deviation) = (matmul(h, w[1]), matmul(h, w[2]))
    let noise = Random.normal(Random.wrapKeyData(key), mu.shape, dtype: mu.dtype)
    let logits = matmul(mu + exp(deviation) * noise, w[3])
    let likelihood = sum(x * NN.logSigmoid(logits) + (1 - x) * NN.logSigmoid(-logits), axis: -1)
    let divergence = 0.5 * sum(exp(2 * deviation) + mu ** 2 - 1 - 2 * deviation, axis: -1)
    return -mean(likelihood - divergence)
  }

  /// The log-probability of observations.
  private static func hiddenMarkov(_ x: [NDArray]) -> NDArray {
    let (a, b, p) = (NN.logSoftmax(x[0], axis: 1), NN.logSoftmax(x[1], axis: 1), NN.logSoftmax(x[2]))
    let (last, _) = Lax.scan(
      { state, o in
        let next = NN.logsumexp(state[.all, .newAxis] + a, axis: 0) + b[.all, o]
        return (next, next)
      }, p + b[.all, x[3][0]], x[3][1...])
    return NN.logsumexp(last)
  }

  private static func transformerBlock(_ x: [NDArray]) -> NDArray {
    func norm(_ x: NDArray, _ g: NDArray) -> NDArray {
      g * (x - x.mean(axis: -1, keepdims: true)) / sqrt(x.`var`(axis: -1, keepdims: true) + 1e-6)
    }
    let (tokens, width, heads, g) = (x[5].shape[0], x[5].shape[1], 2, x[4])
    let parts = split(matmul(norm(x[5], g), x[0]), 3, axis: -1)
      .map { $0.reshape(tokens, heads, width / heads).transpose(1, 0, 2) }
    var scores = matmul(parts[0], parts[1].transpose(0, 2, 1)) / sqrt(NDArray(Double(width / heads)))
    let places = arange(tokens)
    scores = `where`(places[.all, .newAxis] .>= places[.newAxis], scores, -.infinity)
    let mixed = matmul(NN.softmax(scores), parts[2]).transpose(1, 0, 2).reshape(tokens, width)
    let y = x[5] + matmul(mixed, x[1])
    return mean((y + matmul(NN.gelu(matmul(norm(y, g), x[2])), x[3])) ** 2)
  }

  private static func deepSets(_ x: NDArray, _ segments: NDArray, _ w: NDArray) -> NDArray {
    let sums = zeros([3], dtype: x.dtype).at[segments].add(tanh(x * w[0]))
    let largest = full([3], -.infinity, dtype: x.dtype).at[segments].max(x)
    return sum(sums * w[1] + `where`(isfinite(largest), largest, 0) * w[2])
  }

  private static func sinkhorn(_ cost: NDArray, _ epsilon: NDArray) -> NDArray {
    let (n, m) = (cost.shape[0], cost.shape[1])
    let ((u, v), _) = Lax.scan(
      { (c: (NDArray, NDArray)) in
        var (u, v) = c
        u = -epsilon * NN.logsumexp((v[.newAxis] - cost) / epsilon, axis: 1) - epsilon * log(NDArray(Double(n)))
        v = -epsilon * NN.logsumexp((u[.all, .newAxis] - cost) / epsilon, axis: 0) - epsilon * log(NDArray(Double(m)))
        return ((u, v), zeros([]))
      }, (zeros([n], dtype: cost.dtype), zeros([m], dtype: cost.dtype)), length: 15)
    return sum(exp((u[.all, .newAxis] + v[.newAxis] - cost) / epsilon) * cost)
  }

  /// The accelerations of a double pendulum, from its Lagrangian.
  private static func acceleration(_ q: NDArray, _ velocity: NDArray) -> NDArray {
    func lagrangian(_ q: NDArray, _ v: NDArray) -> NDArray {
      let first = 0.5 * v[0] ** 2
      let second = 0.5 * (v[0] ** 2 + v[1] ** 2 + 2 * v[0] * v[1] * cos(q[0] - q[1]))
      return first + second + 9.8 * (2 * cos(q[0]) + cos(q[1]))
    }
    let mass = hessian(lagrangian, argnums: 1)(q, velocity)
    let force = grad(lagrangian)(q, velocity) - matmul(jacfwd(grad(lagrangian, argnums: 1))(q, velocity), velocity)
    // The solution of two equations, by Cramer's rule.
    let determinant = mass[0, 0] * mass[1, 1] - mass[0, 1] * mass[1, 0]
    return stack([mass[1, 1] * force[0] - mass[0, 1] * force[1], mass[0, 0] * force[1] - mass[1, 0] * force[0]])
      / determinant
  }

  /// The fixed point z = tanh(a z + b), differentiated as what it solves.
  private static let fixedPoint = customVJP(
    { (a: NDArray, b: NDArray) in
      Lax.foriLoop(0, 60, { _, z in tanh(matmul(a, z) + b) }, zerosLike(b))
    },
    forward: { a, b in
      let z = Lax.foriLoop(0, 60, { _, z in tanh(matmul(a, z) + b) }, zerosLike(b))
      return (z, [a, b, z])
    },
    backward: { kept, g in
      let (a, b, z) = (kept[0], kept[1], kept[2])
      let (_, pullZ) = vjp({ z in tanh(matmul(a, z) + b) }, z)
      let w = Lax.foriLoop(0, 60, { _, w in g + pullZ(w) }, g)
      let (_, pull) = vjp({ a, b in tanh(matmul(a, z) + b) }, a, b)
      return pull(w)
    })
}
