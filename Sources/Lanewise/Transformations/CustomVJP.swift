import LanewiseCore

/// `f` with a reverse derivative of your own (`jax.custom_vjp`). Under reverse-mode differentiation `forward` is called
/// in place of `f`: it gives the value, and whatever the backward pass needs; `backward` takes that and the value's
/// cotangent, and gives the argument's.
///
/// ```swift
/// let clipped = customVJP(
///   { (x: NDArray) in x },
///   forward: { x in (x, 0) },
///   backward: { _, g in clip(g, -1, 1) })
/// grad { clipped($0) * 5 }(2.0)  // 1
/// ```
///
/// What is kept may be any tree. The rules are for the arguments alone: an array that is differentiated by must be
/// passed, not captured. Forward-mode differentiation (`jvp`, `jacfwd`, `hessian`) of it is an error, as in JAX.
///
/// - Parameter name: what errors call it.
public func customVJP<Residual: Tree>(
  _ f: @escaping (NDArray) -> NDArray, forward: @escaping (NDArray) -> (NDArray, Residual),
  backward: @escaping (Residual, NDArray) -> NDArray, name: String = "f"
) -> @Sendable (NDArray) -> NDArray {
  let custom = CustomVJPFunction(name, f, forward: forward, backward: backward)
  return { custom($0) }
}

/// The same for an argument and a result of any tree.
@_disfavoredOverload
public func customVJP<A: Tree, R: Tree, Residual: Tree>(
  _ f: @escaping (A) -> R, forward: @escaping (A) -> (R, Residual), backward: @escaping (Residual, R) -> A,
  name: String = "f"
) -> @Sendable (A) -> R {
  let custom = CustomVJPFunction(name, f, forward: forward, backward: backward)
  return { custom($0) }
}

/// The same for two arguments; `backward` gives both cotangents.
///
/// ```swift
/// let product = customVJP(
///   { (x: NDArray, y: NDArray) in x * y },
///   forward: { x, y in (x * y, (x, y)) },
///   backward: { kept, g in (g * kept.1, g * kept.0) })
/// ```
public func customVJP<Residual: Tree>(
  _ f: @escaping (NDArray, NDArray) -> NDArray, forward: @escaping (NDArray, NDArray) -> (NDArray, Residual),
  backward: @escaping (Residual, NDArray) -> (NDArray, NDArray), name: String = "f"
) -> @Sendable (NDArray, NDArray) -> NDArray {
  let custom = pair(name, f, forward, backward)
  return { a, b in custom(Pack(a, b)) }
}

/// The same for two arguments and a result of any tree.
@_disfavoredOverload
public func customVJP<A: Tree, B: Tree, R: Tree, Residual: Tree>(
  _ f: @escaping (A, B) -> R, forward: @escaping (A, B) -> (R, Residual),
  backward: @escaping (Residual, R) -> (A, B), name: String = "f"
) -> @Sendable (A, B) -> R {
  let custom = pair(name, f, forward, backward)
  return { a, b in custom(Pack(a, b)) }
}

private func pair<A: Tree, B: Tree, R: Tree, Residual: Tree>(
  _ name: String, _ f: @escaping (A, B) -> R, _ forward: @escaping (A, B) -> (R, Residual),
  _ backward: @escaping (Residual, R) -> (A, B)
) -> CustomVJPFunction<Pack<A, B>, R, Residual> {
  CustomVJPFunction(name, { f($0.values.0, $0.values.1) }) {
    forward($0.values.0, $0.values.1)
  } backward: {
    let pulled = backward($0, $1)
    return Pack(pulled.0, pulled.1)
  }
}

/// The same for three arguments; `backward` gives their cotangents.
public func customVJP<Residual: Tree>(
  _ f: @escaping (NDArray, NDArray, NDArray) -> NDArray,
  forward: @escaping (NDArray, NDArray, NDArray) -> (NDArray, Residual),
  backward: @escaping (Residual, NDArray) -> (NDArray, NDArray, NDArray), name: String = "f"
) -> @Sendable (NDArray, NDArray, NDArray) -> NDArray {
  let custom = triple(name, f, forward, backward)
  return { a, b, c in custom(Pack(a, b, c)) }
}

/// The same for three arguments and a result of any tree.
@_disfavoredOverload
public func customVJP<A: Tree, B: Tree, C: Tree, R: Tree, Residual: Tree>(
  _ f: @escaping (A, B, C) -> R, forward: @escaping (A, B, C) -> (R, Residual),
  backward: @escaping (Residual, R) -> (A, B, C), name: String = "f"
) -> @Sendable (A, B, C) -> R {
  let custom = triple(name, f, forward, backward)
  return { a, b, c in custom(Pack(a, b, c)) }
}

private func triple<A: Tree, B: Tree, C: Tree, R: Tree, Residual: Tree>(
  _ name: String, _ f: @escaping (A, B, C) -> R, _ forward: @escaping (A, B, C) -> (R, Residual),
  _ backward: @escaping (Residual, R) -> (A, B, C)
) -> CustomVJPFunction<Pack<A, B, C>, R, Residual> {
  CustomVJPFunction(name, { f($0.values.0, $0.values.1, $0.values.2) }) {
    forward($0.values.0, $0.values.1, $0.values.2)
  } backward: {
    let pulled = backward($0, $1)
    return Pack(pulled.0, pulled.1, pulled.2)
  }
}
