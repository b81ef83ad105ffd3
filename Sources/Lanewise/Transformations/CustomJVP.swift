import LanewiseCore

/// `f` with a forward derivative of your own (`jax.custom_jvp`): under differentiation, forward or reverse, the rule is
/// called in place of `f`. It takes the argument and its tangent, and gives the value and its tangent, in which it must
/// be linear in the tangent.
///
/// ```swift
/// let softplus = customJVP({ (x: NDArray) in log(1 + exp(x)) }, jvp: { x, dx in (log(1 + exp(x)), dx * NN.sigmoid(x)) })
/// grad(softplus)(100.0)  // 1, not NaN
/// ```
///
/// The rule is for the arguments alone: an array that is differentiated by must be passed, not captured. Static values
/// among the arguments (`Int`, `String`, `Bool`) come to the rule as they are, in place of their tangents too.
///
/// - Parameter name: what errors call it.
public func customJVP(
  _ f: @escaping (NDArray) -> NDArray, jvp rule: @escaping (NDArray, NDArray) -> (NDArray, NDArray), name: String = "f"
) -> @Sendable (NDArray) -> NDArray {
  let custom = CustomJVPFunction(name, f, rule: rule)
  return { custom($0) }
}

/// The same for an argument and a result of any tree.
@_disfavoredOverload
public func customJVP<A: Tree, R: Tree>(
  _ f: @escaping (A) -> R, jvp rule: @escaping (A, A) -> (R, R), name: String = "f"
) -> @Sendable (A) -> R {
  let custom = CustomJVPFunction(name, f, rule: rule)
  return { custom($0) }
}

/// The same for two arguments; the rule takes them, then their tangents.
///
/// ```swift
/// let product = customJVP({ (x: NDArray, y: NDArray) in x * y }, jvp: { x, y, dx, dy in (x * y, dx * y + x * dy) })
/// ```
public func customJVP(
  _ f: @escaping (NDArray, NDArray) -> NDArray,
  jvp rule: @escaping (NDArray, NDArray, NDArray, NDArray) -> (NDArray, NDArray), name: String = "f"
) -> @Sendable (NDArray, NDArray) -> NDArray {
  let custom = pair(name, f, rule)
  return { a, b in custom(Pack(a, b)) }
}

/// The same for two arguments and a result of any tree.
@_disfavoredOverload
public func customJVP<A: Tree, B: Tree, R: Tree>(
  _ f: @escaping (A, B) -> R, jvp rule: @escaping (A, B, A, B) -> (R, R), name: String = "f"
) -> @Sendable (A, B) -> R {
  let custom = pair(name, f, rule)
  return { a, b in custom(Pack(a, b)) }
}

private func pair<A: Tree, B: Tree, R: Tree>(
  _ name: String, _ f: @escaping (A, B) -> R, _ rule: @escaping (A, B, A, B) -> (R, R)
) -> CustomJVPFunction<Pack<A, B>, R> {
  CustomJVPFunction(name, { f($0.values.0, $0.values.1) }) { x, t in
    rule(x.values.0, x.values.1, t.values.0, t.values.1)
  }
}

/// The same for three arguments; the rule takes them, then their tangents.
public func customJVP(
  _ f: @escaping (NDArray, NDArray, NDArray) -> NDArray,
  jvp rule: @escaping (NDArray, NDArray, NDArray, NDArray, NDArray, NDArray) -> (NDArray, NDArray), name: String = "f"
) -> @Sendable (NDArray, NDArray, NDArray) -> NDArray {
  let custom = triple(name, f, rule)
  return { a, b, c in custom(Pack(a, b, c)) }
}

/// The same for three arguments and a result of any tree.
@_disfavoredOverload
public func customJVP<A: Tree, B: Tree, C: Tree, R: Tree>(
  _ f: @escaping (A, B, C) -> R, jvp rule: @escaping (A, B, C, A, B, C) -> (R, R), name: String = "f"
) -> @Sendable (A, B, C) -> R {
  let custom = triple(name, f, rule)
  return { a, b, c in custom(Pack(a, b, c)) }
}

private func triple<A: Tree, B: Tree, C: Tree, R: Tree>(
  _ name: String, _ f: @escaping (A, B, C) -> R, _ rule: @escaping (A, B, C, A, B, C) -> (R, R)
) -> CustomJVPFunction<Pack<A, B, C>, R> {
  CustomJVPFunction(name, { f($0.values.0, $0.values.1, $0.values.2) }) { x, t in
    rule(x.values.0, x.values.1, x.values.2, t.values.0, t.values.1, t.values.2)
  }
}
