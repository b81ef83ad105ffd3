import Lanewise

// The corpus's cases of control flow and transformations.
extension HandWritten {
  static let controlFlow: [String: Program] = {
    let programs = loops.merging(derivatives) { first, _ in first }.merging(batches) { first, _ in first }
    return Dictionary(uniqueKeysWithValues: programs.map { ("control_flow/\($0)", $1) })
  }()

  private static let loops: [String: Program] = [
    "cond": { x in [Lax.cond(x[0].sum() .> 0, { $0 * 2 }, { -$0 + 1 }, x[0])] },
    "cond_closure": { x in [Lax.cond(x[0][0] .> x[0][1], { x[0].sum() }, { x[0].prod() })] },
    "switch": { x in
      let index = clip(floor(x[0][0]).astype(.int32) + 1, -3, 5)
      return [Lax.switch(index, [{ $0 }, { $0 ** 2 }, { sin($0) }], x[0])]
    },
    "while_loop": { x in [Lax.whileLoop({ i, _ in i .< 5 }, { i, v in (i + 1, sin(v)) }, (0, x[0])).1] },
    "fori_loop": { x in [Lax.foriLoop(0, 4, { i, v in v + cos(v) * i }, x[0])] },
    "fori_loop_index": { x in
      [Lax.foriLoop(0, 3, { i, v in v.at[i].set(v[i] ** 2 + v[(i + 1) % 3]) }, x[0])]
    },
    "scan": { x in
      let (c, ys) = Lax.scan({ c, x in (c * x, c + x) }, x[0], x[1])
      return [c, ys]
    },
    "scan_rev": { x in
      let (c, ys) = Lax.scan({ c, x in (c + x, c * x) }, x[0], x[1], reverse: true)
      return [c, ys]
    },
    "scan_unroll": { x in
      let (c, ys) = Lax.scan({ c, x in (0.9 * c + x, c) }, x[0], x[1], unroll: 2)
      return [c, ys]
    },
    "scan_pytree": { x in
      let (c, ys) = Lax.scan(
        { (c: [String: NDArray], x: (NDArray, NDArray)) in
          (["a": c["a"]! + x.0, "b": c["b"]! * x.1], c["a"]! * c["b"]!)
        }, ["a": x[0], "b": x[0] + 1], (x[1], x[1] * 2))
      return [c["a"]!, c["b"]!, ys]
    },
    "map": { x in [Lax.map({ sum(sin($0)) }, x[0])] },
    "map_batch": { x in [Lax.map({ $0 ** 2 + 1 }, x[0], batchSize: 2)] },
    "custom_root": { x in
      let root = Lax.customRoot(
        { v in v ** 3 - x[0] }, x[0],
        solve: { f, guess in Lax.foriLoop(0, 30, { _, v in v - f(v) / (3 * v ** 2) }, guess + 1) },
        tangentSolve: { g, y in y / g(1.0) })
      return [root]
    },
    "while_grad_fwd": { x in
      let power = { (v: NDArray) in Lax.whileLoop({ i, _ in i .< 3 }, { i, w in (i + 1, w * v) }, (0, v)).1 }
      return [jvp(power, x[0], x[1]).1]
    },
    "scan_grad": { x in [grad { v in Lax.scan({ c, x in (sin(c * x), c) }, v, x[1]).0 }(x[0])] },
  ]

  private static let derivatives: [String: Program] = [
    "jit": { x in [jit { sin($0) * 2 }(x[0])] },
    "nested_jit": { x in [jit { jit(cos)($0) + $0 }(x[0])] },
    "grad_of_grad": { x in [grad(grad { sin($0) * $0 ** 2 })(x[0])] },
    "grad4": { x in [vmap(grad(grad(grad(grad { $0 ** 3 - 3 * $0 ** 2 + 2 * $0 }))))(x[0])] },
    "value_and_grad": { x in
      let (y, dx) = valueAndGrad { sum($0 ** 3) }(x[0])
      return [y, dx]
    },
    "value_and_grad_aux": { x in
      let ((y, aux), dx) = valueAndGrad({ (v: NDArray) in (sum(v ** 2), v * 2) }, hasAux: true)(x[0])
      return [y, aux, dx]
    },
    "grad_dict": { x in
      let gradient = grad { (p: [String: NDArray]) in sum(p["w"]! * 2 + p["b"]!) }(["w": x[0], "b": x[1]])
      return [gradient["b"]!, gradient["w"]!]
    },
    "jacfwd": { x in [jacfwd { v in stack([v[0] * v[1], sin(v[1]), v[0] ** 2]) }(x[0])] },
    "hessian": { x in [hessian { v in sum(v ** 3) + v[0] * v[1] }(x[0])] },
    "hvp": { x in [jvp(grad { sum(sin($0) * $0) }, x[0], x[1]).1] },
    "linearize": { x in
      let (y, linear) = linearize({ sin($0) * $0 }, x[0])
      return [y, linear(x[1])]
    },
    "linear_transpose": { x in [linearTranspose({ cumsum($0) * 2 }, x[0])(x[1])] },
    "custom_jvp_sigmoid": { x in [NN.relu(x[0]) + NN.silu(x[0])] },
    "grad_clip_where": { x in
      [grad { v in sum(`where`(v .> 0, sqrt(`where`(v .> 0, v, 1)), 0)) }(x[0])]
    },
    "jacfwd_jacrev": { x in [jacfwd(jacrev { prod($0) })(x[0])] },
    "custom_jvp_user": { x in [softened(x[0])] },
    "custom_vjp_clip": { x in [grad { sum(clipped($0) ** 3) }(x[0])] },
    "inverse_stop": { x in [x[0] + stopGradient(round(x[0]) - x[0])] },
  ]

  private static let batches: [String: Program] = [
    "vmap_nested": { x in [vmap(vmap({ a, b in a * b }, inAxes: (0, nil)), inAxes: (nil, 0))(x[0], x[1])] },
    "vmap_out_axes": { x in [vmap({ stack([$0, $0 * 2]) }, outAxes: 1)(x[0])] },
    "vmap_psum": { x in [vmap({ $0 / Lax.psum($0, "i") }, axisName: "i")(x[0])] },
    "vmap_pmean": { x in [vmap({ $0 - Lax.pmean($0, "i") }, axisName: "i")(x[0])] },
    "vmap_all_gather": { x in [vmap({ Lax.allGather($0, "i") }, axisName: "i")(x[0])] },
    "vmap_ppermute": { x in [vmap({ Lax.ppermute($0, "i", [(0, 1), (1, 2), (2, 0)]) }, axisName: "i")(x[0])] },
    "vmap_while": { x in [vmap { a in Lax.whileLoop({ $0 .< 10 }, { $0 * 2 + 1 }, abs(a)) }(x[0])] },
    "vmap_scan": { x in
      let (c, ys) = vmap { (a: NDArray) in Lax.scan({ c, x in (c + x, c * x) }, 0 * a[0], a) }(x[0])
      return [c, ys]
    },
    "per_example_grad": { x in [vmap(grad { w, x in tanh(dot(w, x)) }, inAxes: (nil, 0))(x[0], x[1])] },
    "jit_vmap_grad": { x in [jit(vmap(grad { sin($0) ** 2 }))(x[0])] },
    "tree_map": { x in
      let tree = ["x": x[0], "y": x[1]]
      return treeLeaves(treeMap({ $0 + $1 }, tree, tree))
    },
  ]

  private static let softened = customJVP(
    { (x: NDArray) in log1p(exp(x)) },
    jvp: { x, dx in
      let y = log1p(exp(x))
      return (y, dx * (1 - 1 / (1 + exp(x))))
    })

  private static let clipped = customVJP(
    { (x: NDArray) in x }, forward: { x in (x, 0) }, backward: { _, g in clip(g, -1, 1) })
}
