import Lanewise
import LanewiseCore

// JAX's transformations: functions of Python's become functions of lists of values.
extension FaceTable {
  mutating func addTransformations() {
    module = "jax"
    value("jit", "fun static_argnums") { a in
      let (f, isStatic) = (a.callable("fun"), a.ints("static_argnums"))
      let compiled = jit { (moving: [Value]) in f(moving) }
      return .function { arguments, _ in
        guard !isStatic.isEmpty else { return compiled(arguments) }
        let moving = arguments.indices.filter { !isStatic.contains($0) }
        return jit { (values: [Value]) in f(arguments.replacing(moving, by: values)) }(moving.map { arguments[$0] })
      }
    }
    value("checkpoint", "fun") { a in
      let f = a.callable("fun")
      let checkpointed = checkpoint { (arguments: [Value]) in f(arguments) }
      return .function { arguments, _ in checkpointed(arguments) }
    }
    value("grad", "fun argnums has_aux") { gradient($0, withValue: false) }
    value("value_and_grad", "fun argnums has_aux") { gradient($0, withValue: true) }
    value("vmap", "fun in_axes out_axes axis_name axis_size") { a in
      let f = a.callable("fun")
      let mapped = vmap(
        { (arguments: [Value]) in f(arguments) }, inAxes: axes(a.values["in_axes"] ?? .int(0)),
        outAxes: axes(a.values["out_axes"] ?? .int(0)), axisName: a.string("axis_name"),
        axisSize: a.optionalInt("axis_size"))
      return .function { arguments, _ in mapped(arguments) }
    }
    value("jvp", "fun primals tangents") { a in
      let f = a.callable("fun")
      let (y, dy) = jvp(
        { (arguments: [Value]) in f(arguments) }, a.interpreter.items(a["primals"] ?? .none),
        a.interpreter.items(a["tangents"] ?? .none))
      return .tuple([y, dy])
    }
    value("vjp", "fun *primals") { a in
      let f = a.callable("fun")
      let (y, pullback) = vjp({ (arguments: [Value]) in f(arguments) }, a["primals"]?.items ?? [])
      return .tuple([y, .function { cotangents, _ in .tuple(pullback(cotangents.first ?? .none)) }])
    }
    value("linearize", "fun *primals") { a in
      let f = a.callable("fun")
      let (y, linear) = linearize({ (arguments: [Value]) in f(arguments) }, a["primals"]?.items ?? [])
      return .tuple([y, .function { tangents, _ in linear(tangents) }])
    }
    value("linear_transpose", "fun *primals") { a in
      let f = a.callable("fun")
      let transposed = linearTranspose({ (arguments: [Value]) in f(arguments) }, a["primals"]?.items ?? [])
      return .function { cotangents, _ in .tuple(transposed(cotangents.first ?? .none)) }
    }
    value("jacfwd", "fun argnums") { jacobian($0) { f, x in jacfwd(f)(x) } }
    value("jacrev", "fun argnums") { jacobian($0) { f, x in jacrev(f)(x) } }
    alias("jacobian", of: "jacrev")
    value("hessian", "fun argnums") { jacobian($0) { f, x in hessian(f)(x) } }
    value("custom_jvp", "fun") { customJVPFunction($0) }
    value("custom_vjp", "fun") { customVJPFunction($0) }
    alias("remat", of: "checkpoint")
    module = "jax.custom_batching"
    value("sequential_vmap", "f") { a in
      let f = a.callable("f")
      let sequential = sequentialVmap { (arguments: [Value]) in f(arguments) }
      return .function { arguments, _ in sequential(arguments) }
    }
  }
}

private func gradient(_ a: Arguments, withValue: Bool) -> Value {
  let f = a.callable("fun")
  let isSeveral = a["argnums"]?.items != nil
  let chosen = a.optionalInts("argnums") ?? [0]
  let hasAux = a.bool("has_aux")
  return .function { arguments, _ in
    let chosen = chosen.filter(arguments.indices.contains)
    guard !chosen.isEmpty else { return a.interpreter.fault("\(a.function) of no argument") }
    let moving = chosen.map { arguments[$0] }
    let (value, gradient): (Value, [Value])
    if hasAux {
      let call = valueAndGrad(
        { (values: [Value]) -> (NDArray, Value) in
          let (y, aux) = a.interpreter.pair(f(arguments.replacing(chosen, by: values)))
          return (y.number ?? 0, aux)
        }, hasAux: true)
      let ((y, aux), dx) = call(moving)
      (value, gradient) = (.tuple([.array(y), aux]), dx)
      if !withValue { return .tuple([isSeveral ? .tuple(dx) : dx[0], aux]) }
    } else if withValue {
      let (y, dx) = valueAndGrad { (values: [Value]) in f(arguments.replacing(chosen, by: values)).number ?? 0 }(moving)
      (value, gradient) = (.array(y), dx)
    } else {
      let dx = grad { (values: [Value]) in f(arguments.replacing(chosen, by: values)).number ?? 0 }(moving)
      (value, gradient) = (.none, dx)
    }
    let derivative = isSeveral ? Value.tuple(gradient) : gradient[0]
    return withValue ? .tuple([value, derivative]) : derivative
  }
}

/// Jacobians by one argument, which is an array, or by several, one after the other.
private func jacobian(
  _ a: Arguments, _ derivative: @escaping (@escaping (NDArray) -> Value, NDArray) -> Value
) -> Value {
  let f = a.callable("fun")
  let isSeveral = a["argnums"]?.items != nil
  let chosen = a.optionalInts("argnums") ?? [0]
  return .function { arguments, _ in
    let chosen = chosen.filter(arguments.indices.contains)
    guard !chosen.isEmpty else { return a.interpreter.fault("\(a.function) of no argument") }
    let parts = chosen.map { place in
      derivative({ f(arguments.replacing([place], by: [.array($0)])) }, arguments[place].number ?? 0)
    }
    return isSeveral ? .tuple(parts) : parts[0]
  }
}

private func axes(_ value: Value) -> AxisTree {
  switch value {
  case .list(let parts), .tuple(let parts): .list(parts.map(axes))
  case .dictionary(let parts): .named(parts.mapValues(axes))
  default: .axis(value.int)
  }
}

extension [Value] {
  fileprivate func replacing(_ places: [Int], by values: [Value]) -> [Value] {
    var result = self
    for (place, value) in zip(places, values) { result[place] = value }
    return result
  }
}

/// A function whose derivative rule its member `defjvp` is given.
private func customJVPFunction(_ a: Arguments) -> Value {
  let f = a.callable("fun")
  let rule = Rules()
  let object = Object(call: { arguments, _ in
    guard let jvp = rule.given["jvp"] else { return f(arguments) }
    return customJVP(
      { (x: [Value]) in f(x) },
      jvp: { (x: [Value], dx: [Value]) in
        a.interpreter.pair(a.interpreter.call(jvp, [.tuple(x), .tuple(dx)]))
      })(arguments)
  })
  object.members["defjvp"] = .function { given, _ in
    rule.given["jvp"] = given.first
    return given.first ?? .none
  }
  return .object(object)
}

/// The same for `defvjp(fwd, bwd)`.
private func customVJPFunction(_ a: Arguments) -> Value {
  let f = a.callable("fun")
  let rule = Rules()
  let object = Object(call: { arguments, _ in
    guard let forward = rule.given["forward"], let backward = rule.given["backward"] else { return f(arguments) }
    return customVJP(
      { (x: [Value]) in f(x) },
      forward: { (x: [Value]) -> (Value, Value) in
        a.interpreter.pair(a.interpreter.call(forward, x))
      },
      backward: { (residual: Value, g: Value) in a.interpreter.items(a.interpreter.call(backward, [residual, g])) }
    )(arguments)
  })
  object.members["defvjp"] = .function { given, _ in
    rule.given["forward"] = given.first
    rule.given["backward"] = given.last
    return .none
  }
  return .object(object)
}

private final class Rules {
  var given: [String: Value] = [:]
}

// jax.tree and jax.tree_util.
extension FaceTable {
  mutating func addTrees() {
    module = "jax.flatten_util"
    value("ravel_pytree", "pytree") { a in
      let (vector, unravel) = ravelPytree(a["pytree"] ?? .none)
      return .tuple([.array(vector), .function { given, _ in unravel(given.first?.number ?? 0) }])
    }
    for (module, prefix) in [("jax.tree", ""), ("jax.tree_util", "tree_")] {
      self.module = module
      value("\(prefix)map", "f tree *rest") { a in
        let f = a.callable("f")
        let trees = [a["tree"] ?? .none] + (a["rest"]?.items ?? [])
        return treeMap({ leaves in f(leaves.map(Value.array)).number ?? 0 }, all: trees)
      }
      value("\(prefix)all", "tree") { .bool(treeAll($0["tree"] ?? .none)) }
      value("\(prefix)leaves", "tree") { .list(treeLeaves($0["tree"] ?? .none).map(Value.array)) }
      value("\(prefix)reduce", "function tree initializer") { a in
        let f = a.callable("function")
        let combine = { (x: NDArray, y: NDArray) in f([.array(x), .array(y)]).number ?? 0 }
        let tree = a["tree"] ?? .none
        return .array(a.optionalX("initializer").map { treeReduce(combine, tree, $0) } ?? treeReduce(combine, tree))
      }
    }
  }
}
