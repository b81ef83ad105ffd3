import Foundation
import Lanewise
import LanewiseCore
import Testing

/// Programs written with Lanewise print as JAX 0.4.34 prints them, letter for letter.
///
/// Of the corpus's programs these cannot, since their texts show JAX's own ways: random_normal_key (`uniform` multiplies
/// and adds where Lanewise has one fused operation, for JAX's bits) and hessian (NumPy's integers among the parameters,
/// and equations of nothing). They are read and printed again, as all are.
@Suite struct JaxprTextTests {
  @Test(arguments: Programs.names) func printsAsJAXDoes(_ name: String) throws {
    let wanted = try #require(JaxprTexts.own().first { $0.name == name }?.text)
    #expect(Programs.all[name]!().description == wanted)
  }
}

private func ones(_ shape: Int..., dtype: DType = .float32) -> NDArray {
  NDArray([Float](repeating: 1, count: shape.reduce(1, *)), shape: shape, dtype: dtype)
}

/// The product of two matrices, or of a matrix and a vector.
private func dot(_ x: NDArray, _ y: NDArray) -> NDArray {
  Lax.dotGeneral(x, y, DotGeneral.Dims(lhsContracting: [x.ndim - 1], rhsContracting: [0]), resultDType: x.dtype)
}

/// The programs of the corpus that can be written with what the language has.
private enum Programs {
  static var names: [String] { all.keys.sorted() }

  static let all: [String: @Sendable () -> Jaxpr] = [
    "seed_f": {
      makeJaxpr { (x: NDArray) -> NDArray in
        var x = x + 2
        x = x ** 2 - 4
        return Lax.reduceSum(x, [0])
      }(ones(1_000_000))
    },
    "optimization_barrier": {
      makeJaxpr { (x: NDArray, y: NDArray) -> [NDArray] in Lax.optimizationBarrier([Lax.sin(x), y]) }(
        Lax.iota(.float32, [3], 0), NDArray(1.5 as Float))
    },
    "one_eqn_one_line": { makeJaxpr { (x: NDArray) in Lax.max(0.0, x) }(2.0) },
    "zero_eqn": { makeJaxpr { (x: NDArray) in x }(2.0) },
    "const_out": {
      makeJaxpr { (x: NDArray) -> (NDArray, NDArray, NDArray) in (1.0, x, Lax.full([2], .float(0), .float32)) }(2.0)
    },
    "scalar_const_inlined": {
      let constant = NDArray([3] as [Float], shape: [])
      return makeJaxpr { (x: NDArray) in x * constant }(ones(3))
    },
    "unused_underscore": {
      makeJaxpr { (x: NDArray) -> NDArray in
        let y = Lax.sin(x)
        _ = Lax.cos(x)
        return y
      }(1.0)
    },
    "two_args_pytree": {
      let f = { (p: [String: NDArray], x: NDArray) -> [String: NDArray] in
        ["out": dot(p["w"]!, x) + p["b"]!, "n": Lax.reduceSum(x, [0])]
      }
      return makeJaxpr(f)(["w": ones(2, 3), "b": ones(2)], ones(3))
    },
    "dot_general_multi_line_params": { makeJaxpr { (a: NDArray, b: NDArray) in dot(a, b) }(ones(2, 3), ones(3, 4)) },
    "grad_integer_pow": { makeJaxpr(grad { (x: NDArray) in x ** 3 })(2.0) },
    "jit_nested": {
      let inner = jit({ (x: NDArray) in Lax.sin(x) * 2 }, name: "inner")
      return makeJaxpr { (x: NDArray) in inner(x) + inner(x + 1) }(1.0)
    },
    "jit_outer": {
      let f = jit({ (x: NDArray, y: NDArray) -> (NDArray, NDArray) in (x * y, x - y) }, name: "f")
      return makeJaxpr(f)(ones(2, 2), 3.0)
    },
    "random_split_raw": {
      makeJaxpr { (key: NDArray) -> NDArray in
        let keys = apply("random_split", ["shape": .ints([2])], to: apply("random_wrap", to: key))
        return apply("random_unwrap", to: keys)
      }(NDArray([0, 0] as [UInt32]))
    },
    "random_fold_in": {
      let key = apply("random_wrap", to: NDArray([0, 0] as [UInt32]))
      return makeJaxpr { (key: NDArray) in apply("random_fold_in", to: key, NDArray(UInt32(3))) }(key)
    },
    "reshape_transpose": {
      makeJaxpr { (x: NDArray) -> (NDArray, NDArray, NDArray) in
        let transposed = Lax.transpose(Lax.reshape(x, [3, 2]), [1, 0])
        return (transposed, Lax.expandDims(x, [0]), Lax.squeeze(Lax.expandDims(x, [0]), [0]))
      }(ones(2, 3))
    },
    "reductions": { makeJaxpr(reductions)(ones(2, 3)) },
    "sort": {
      let sort = jit({ (x: NDArray) in Lax.sort([x], dimension: 0)[0] }, name: "sort")
      let argsort = jit(
        { (x: NDArray) in Lax.sort([x, Lax.iota(.int32, [3], 0)], dimension: 0)[1] }, name: "argsort")
      return makeJaxpr { (x: NDArray) -> (NDArray, NDArray) in (sort(x), argsort(x)) }(NDArray([3, 1, 2] as [Float]))
    },
    "clamp_select_sign": {
      let clip = jit(
        { (x: NDArray, low: NDArray, high: NDArray) -> NDArray in
          let above = Lax.max(Lax.convertElementType(low, .float32), x)
          return Lax.min(Lax.convertElementType(high, .float32), above)
        }, name: "clip")
      return makeJaxpr { (x: NDArray) -> (NDArray, NDArray, NDArray, NDArray) in
        (clip(x, 0.0, 1.0), Lax.abs(x), Lax.sign(x), Lax.clamp(0.0, x, 1.0))
      }(ones(2))
    },
    "dtypes": {
      makeJaxpr { (a: NDArray, b: NDArray, c: NDArray, d: NDArray) -> (NDArray, NDArray) in (a + b, Lax.and(c, d)) }(
        ones(2, dtype: .float16), ones(2, dtype: .bfloat16), ones(2, dtype: .bool), ones(2, dtype: .bool))
    },
    "jvp": {
      makeJaxpr { (x: NDArray, t: NDArray) -> (NDArray, NDArray) in
        let (y, dy) = jvp({ (x: NDArray) in Lax.tanh(x) * x }, x, t)
        return (y, dy)
      }(1.0, 1.0)
    },
    "many_vars_rollover": {
      makeJaxpr { (x: NDArray) -> NDArray in (0..<60).reduce(x) { $0 + Double($1) } }(1.0)
    },
    "mlp": {
      let f = { (params: [[NDArray]], x: NDArray) -> NDArray in
        params.reduce(x) { x, layer in Lax.tanh(dot(x, layer[0]) + layer[1]) }
      }
      return makeJaxpr(f)([[ones(4, 8), ones(8)], [ones(8, 2), ones(2)]], ones(5, 4))
    },
    "nn_ipynb_forward": {
      let forward = { (p: [String: NDArray], x: NDArray) -> NDArray in
        let hidden = Lax.tanh(dot(x, p["W1"]!) + p["b1"]!)
        return dot(hidden, p["W2"]!) + p["b2"]!
      }
      let params = ["W1": ones(1, 128), "b1": ones(128), "W2": ones(128, 1), "b2": ones(1)]
      return makeJaxpr(forward)(params, ones(1000, 1))
    },
    "stop_gradient": { makeJaxpr(grad { (x: NDArray) in Lax.stopGradient(x) * x })(2.0) },
    "custom_jvp": {
      func g(_ x: NDArray) -> NDArray {
        let custom = customJVP({ (x: NDArray) in Lax.log1p(Lax.exp(x)) }) { x, t in (g(x), t * NN.sigmoid(x)) }
        return custom(x)
      }
      return makeJaxpr { (x: NDArray) in g(x) * 2 }(1.0)
    },
    "relu_nn": { makeJaxpr { (x: NDArray) in NN.relu(x) }(ones(3)) },
    "remat": { makeJaxpr(checkpoint { (y: NDArray) in Lax.sin(Lax.sin(y)) })(1.0) },
    "eval_shape_named": { makeJaxpr { (x: NDArray) in Lax.sin(x) }(1.0) },
    "where_select": {
      let select = jit(
        { (c: NDArray, x: NDArray, y: NDArray) -> NDArray in
          let other = Lax.broadcastInDim(Lax.convertElementType(y, .float32), [3], [])
          return Lax.select(c, x, other)
        }, name: "_where")
      return makeJaxpr { (x: NDArray) in select(x .> 0, x, 0.0) }(ones(3))
    },
    "cond": { makeJaxpr { (x: NDArray) in Lax.cond(x .> 0, { $0 * 2 }, { $0 - 1 }, x) }(3.0) },
    "switch": {
      makeJaxpr { (i: NDArray, x: NDArray) in Lax.switch(i, [{ Lax.sin($0) }, { Lax.cos($0) }, { $0 }], x) }(1, 3.0)
    },
    "while_loop": {
      makeJaxpr { (x: NDArray) -> (NDArray, NDArray) in
        Lax.whileLoop({ i, _ in i .< 10 }, { i, y in (i + 1, y * 2) }, (0, x))
      }(1.0)
    },
    "fori_loop_static": { makeJaxpr { (x: NDArray) in Lax.foriLoop(0, 10, { i, c in c + i }, x) }(1.0) },
    "scan_cumsum": {
      makeJaxpr { (xs: NDArray) -> (NDArray, NDArray) in Lax.scan({ c, x in (c + x, c * x) }, 0.0, xs) }(ones(5))
    },
    "index_static": {
      makeJaxpr { (x: NDArray) -> (NDArray, NDArray, NDArray, NDArray) in
        let first = Lax.squeeze(Lax.slice(x, [1], [2]), [0])
        let last = Lax.squeeze(Lax.dynamicSlice(x, [3], [1]), [0])
        let two = Lax.slice(x, [0], [2])
        let places = Lax.add(0, Lax.mul(2, Lax.iota(.int32, [2], 0)))
        let every = Lax.gather(
          x, Lax.broadcastInDim(places, [2, 1], [0]), GatherDims(offset: [], collapsed: [0], startIndexMap: [0]),
          sliceSizes: [1], mode: .promiseInBounds, indicesAreSorted: true, uniqueIndices: true)
        return (first, last, two, every)
      }(ones(4))
    },
    "at_set": {
      makeJaxpr { (x: NDArray) in
        Lax.scatter(
          .set, x, Lax.broadcastInDim(1, [1], []), 5.0,
          ScatterDims(updateWindow: [], insertedWindow: [0], scatterDimsToOperand: [0]), mode: .fillOrDrop,
          indicesAreSorted: true, uniqueIndices: true)
      }(ones(4))
    },
    "at_add": {
      makeJaxpr { (x: NDArray, i: NDArray) -> NDArray in
        let places = Lax.select(Lax.lt(i, 0), Lax.add(i, 4), i)
        return Lax.scatterAdd(
          x, Lax.broadcastInDim(places, [2, 1], [0]), Lax.broadcastInDim(1.0, [2], []),
          ScatterDims(updateWindow: [], insertedWindow: [0], scatterDimsToOperand: [0]), mode: .fillOrDrop)
      }(ones(4), NDArray([0, 2] as [Int32]))
    },
    "iota_linspace": {
      stage([]) { _ in
        let (count, zeros) = (Lax.iota(.int32, [4], 0), Lax.full([2, 2], .float(0), .float32))
        let (rows, columns) = (Lax.iota(.int32, [2, 2], 0), Lax.iota(.int32, [2, 2], 1))
        return [count, zeros, Lax.convertElementType(Lax.eq(Lax.add(rows, 0), columns), .float32)]
      }
    },
    "scan_of_cond": {
      makeJaxpr { (x: NDArray) -> (NDArray, NDArray) in
        let small = { (y: NDArray) in Lax.whileLoop({ (z: NDArray) in z .< 2 }, { (z: NDArray) in z * 3 }, y) }
        return Lax.scan(
          { (c: NDArray) in (Lax.cond(c .> 1, { (y: NDArray) in y / 2 }, { (y: NDArray) in small(y) }, c), c) }, x,
          length: 4)
      }(NDArray(1.5 as Float))
    },
    "int_div_mod": { makeJaxpr(floorDivide)(7, -2) },
    "long_line_wrap": {
      let f = { (a: NDArray, b: NDArray, c: NDArray) -> [NDArray] in (0..<20).map { a * $0 } + [b, c] }
      return makeJaxpr(f)(1.0, 2.0, 3.0)
    },
  ]

  private static func reductions(_ x: NDArray) -> [NDArray] {
    let cumsum = jit({ (x: NDArray) in Lax.cumsum(x, axis: 1) }, name: "cumsum")
    let sum = Lax.reduceSum(x, [0])
    let max = Lax.reduceMax(x, [0, 1])
    let min = Lax.reduceMin(x, [1])
    let product = Lax.reduceProd(x, [0, 1])
    let mean = Lax.reduceSum(x, [0, 1]) / 6
    let place = Lax.argmax(x, axis: 1)
    let any = Lax.reduceOr(x .> 0, [0, 1])
    return [sum, max, min, product, mean, place, any, cumsum(x)]
  }

  /// Division of integers rounded down, as JAX builds it from one rounded towards zero.
  private static let floorDivide: @Sendable (NDArray, NDArray) -> NDArray = { a, b in
    let select = jit({ (c: NDArray, x: NDArray, y: NDArray) in Lax.select(c, x, y) }, name: "_where")
    let divide = jit(
      { (a: NDArray, b: NDArray) -> NDArray in
        let quotient = Lax.div(a, b)
        let signsDiffer = Lax.ne(Lax.sign(a), Lax.sign(b))
        let isInexact = Lax.ne(Lax.rem(a, b), 0)
        let isRoundedUp = Lax.and(bool(signsDiffer), bool(isInexact))
        return select(isRoundedUp, Lax.sub(quotient, 1), quotient)
      }, name: "floor_divide")
    return divide(a, b)
  }

  /// JAX converts a bool to bool.
  private static func bool(_ x: NDArray) -> NDArray {
    apply("convert_element_type", ["new_dtype": .dtype(.bool)], to: x)
  }
}
