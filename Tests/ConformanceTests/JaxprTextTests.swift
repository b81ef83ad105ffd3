import Foundation
import Lanewise
import LanewiseCore
import Testing

/// Programs written with Lanewise print as JAX 0.4.34 prints them, letter for letter.
@Suite struct JaxprTextTests {
  /// JAX's text of each program, by the program's name.
  private static func texts() throws -> [String: String] {
    let file = Bundle.module.resourceURL!.appendingPathComponent("Corpus/jaxpr_texts.json")
    let programs = try JSONValue(parsing: Data(contentsOf: file))["programs"]?.objectValue ?? [:]
    return programs.compactMapValues { $0["text"]?.stringValue ?? $0["jaxpr"]?.stringValue }
  }

  @Test(arguments: Programs.names) func printsAsJAXDoes(_ name: String) throws {
    let wanted = try #require(Self.texts()[name])
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
}
