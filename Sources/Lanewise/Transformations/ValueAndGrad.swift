import LanewiseCore

/// The value of `f` and its gradient with respect to its first argument (`jax.value_and_grad`), in one pass.
///
/// ```swift
/// let (value, gradient) = valueAndGrad { (x: NDArray) in x ** 3 }(2.0)  // 8, 12
/// ```
public func valueAndGrad(_ f: @escaping (NDArray) -> NDArray) -> @Sendable (NDArray) -> (NDArray, NDArray) {
  nonisolated(unsafe) let f = f
  return { gradient("valueAndGrad", $0, f) }
}

// One overload for each number of arguments; see the first.

@_disfavoredOverload
public func valueAndGrad<A: Tree>(_ f: @escaping (A) -> NDArray) -> @Sendable (A) -> (NDArray, A) {
  nonisolated(unsafe) let f = f
  return { a in
    let call = GradientCall("valueAndGrad", One(a), argnums: [0]) { (p: One<A>) in f(p.value) }
    return (call.value, call.gradient.value)
  }
}

/// For a function that returns (scalar, something else): ((value, something else), gradient) (`has_aux=True`).
public func valueAndGrad<A: Tree, Aux: Tree>(
  _ f: @escaping (A) -> (NDArray, Aux), hasAux: Bool
) -> @Sendable (A) -> ((NDArray, Aux), A) {
  nonisolated(unsafe) let f = f
  return { a in
    let call = AuxiliaryGradientCall("valueAndGrad", One(a), argnums: [0]) { (p: One<A>) in f(p.value) }
    return ((call.value, call.aux), call.gradient.value)
  }
}

public func valueAndGrad<A: Tree, B: Tree>(_ f: @escaping (A, B) -> NDArray) -> @Sendable (A, B) -> (NDArray, A) {
  nonisolated(unsafe) let f = f
  return { a, b in
    let call = GradientCall("valueAndGrad", Pack(a, b), argnums: [0]) { (p: Pack<A, B>) in f(p.values.0, p.values.1) }
    return (call.value, call.gradient.values.0)
  }
}

/// For a function that returns (scalar, something else): ((value, something else), gradient) (`has_aux=True`).
public func valueAndGrad<A: Tree, B: Tree, Aux: Tree>(
  _ f: @escaping (A, B) -> (NDArray, Aux), hasAux: Bool
) -> @Sendable (A, B) -> ((NDArray, Aux), A) {
  nonisolated(unsafe) let f = f
  return { a, b in
    let call = AuxiliaryGradientCall("valueAndGrad", Pack(a, b), argnums: [0]) { (p: Pack<A, B>) in
      f(p.values.0, p.values.1)
    }
    return ((call.value, call.aux), call.gradient.values.0)
  }
}

public func valueAndGrad<A: Tree, B: Tree, C: Tree>(_ f: @escaping (A, B, C) -> NDArray)
  -> @Sendable (A, B, C) -> (NDArray, A)
{
  nonisolated(unsafe) let f = f
  return { a, b, c in
    let call = GradientCall("valueAndGrad", Pack(a, b, c), argnums: [0]) { (p: Pack<A, B, C>) in
      f(p.values.0, p.values.1, p.values.2)
    }
    return (call.value, call.gradient.values.0)
  }
}

/// For a function that returns (scalar, something else): ((value, something else), gradient) (`has_aux=True`).
public func valueAndGrad<A: Tree, B: Tree, C: Tree, Aux: Tree>(
  _ f: @escaping (A, B, C) -> (NDArray, Aux), hasAux: Bool
) -> @Sendable (A, B, C) -> ((NDArray, Aux), A) {
  nonisolated(unsafe) let f = f
  return { a, b, c in
    let call = AuxiliaryGradientCall("valueAndGrad", Pack(a, b, c), argnums: [0]) { (p: Pack<A, B, C>) in
      f(p.values.0, p.values.1, p.values.2)
    }
    return ((call.value, call.aux), call.gradient.values.0)
  }
}

public func valueAndGrad<A: Tree, B: Tree, C: Tree, D: Tree>(_ f: @escaping (A, B, C, D) -> NDArray)
  -> @Sendable (A, B, C, D) -> (NDArray, A)
{
  nonisolated(unsafe) let f = f
  return { a, b, c, d in
    let call = GradientCall("valueAndGrad", Pack(a, b, c, d), argnums: [0]) { (p: Pack<A, B, C, D>) in
      f(p.values.0, p.values.1, p.values.2, p.values.3)
    }
    return (call.value, call.gradient.values.0)
  }
}

/// For a function that returns (scalar, something else): ((value, something else), gradient) (`has_aux=True`).
public func valueAndGrad<A: Tree, B: Tree, C: Tree, D: Tree, Aux: Tree>(
  _ f: @escaping (A, B, C, D) -> (NDArray, Aux), hasAux: Bool
) -> @Sendable (A, B, C, D) -> ((NDArray, Aux), A) {
  nonisolated(unsafe) let f = f
  return { a, b, c, d in
    let call = AuxiliaryGradientCall("valueAndGrad", Pack(a, b, c, d), argnums: [0]) { (p: Pack<A, B, C, D>) in
      f(p.values.0, p.values.1, p.values.2, p.values.3)
    }
    return ((call.value, call.aux), call.gradient.values.0)
  }
}

public func valueAndGrad<A: Tree, B: Tree, C: Tree, D: Tree, E: Tree>(_ f: @escaping (A, B, C, D, E) -> NDArray)
  -> @Sendable (A, B, C, D, E) -> (NDArray, A)
{
  nonisolated(unsafe) let f = f
  return { a, b, c, d, e in
    let call = GradientCall("valueAndGrad", Pack(a, b, c, d, e), argnums: [0]) { (p: Pack<A, B, C, D, E>) in
      f(p.values.0, p.values.1, p.values.2, p.values.3, p.values.4)
    }
    return (call.value, call.gradient.values.0)
  }
}

/// For a function that returns (scalar, something else): ((value, something else), gradient) (`has_aux=True`).
public func valueAndGrad<A: Tree, B: Tree, C: Tree, D: Tree, E: Tree, Aux: Tree>(
  _ f: @escaping (A, B, C, D, E) -> (NDArray, Aux), hasAux: Bool
) -> @Sendable (A, B, C, D, E) -> ((NDArray, Aux), A) {
  nonisolated(unsafe) let f = f
  return { a, b, c, d, e in
    let call = AuxiliaryGradientCall("valueAndGrad", Pack(a, b, c, d, e), argnums: [0]) { (p: Pack<A, B, C, D, E>) in
      f(p.values.0, p.values.1, p.values.2, p.values.3, p.values.4)
    }
    return ((call.value, call.aux), call.gradient.values.0)
  }
}
