import LanewiseCore

/// The gradient of `f` with respect to its first argument (`jax.grad`), which has that argument's type. `f` must return
/// a scalar of a floating-point dtype.
///
/// ```swift
/// grad { (x: NDArray) in x ** 3 }(2.0)  // 12
/// ```
public func grad(_ f: @escaping (NDArray) -> NDArray) -> @Sendable (NDArray) -> NDArray {
  nonisolated(unsafe) let f = f
  return { gradient("grad", $0, f).gradient }
}

// One overload for each number of arguments; see the first.

@_disfavoredOverload
public func grad<A: Tree>(_ f: @escaping (A) -> NDArray) -> @Sendable (A) -> A {
  nonisolated(unsafe) let f = f
  return { a in GradientCall("grad", One(a), argnums: [0]) { (p: One<A>) in f(p.value) }.gradient.value }
}

/// The gradient of a function that returns (scalar, something else), with that something else (`has_aux=True`).
public func grad<A: Tree, Aux: Tree>(
  _ f: @escaping (A) -> (NDArray, Aux), hasAux: Bool
) -> @Sendable (A) -> (A, Aux) {
  nonisolated(unsafe) let f = f
  return { a in
    let call = AuxiliaryGradientCall("grad", One(a), argnums: [0]) { (p: One<A>) in f(p.value) }
    return (call.gradient.value, call.aux)
  }
}

public func grad<A: Tree, B: Tree>(_ f: @escaping (A, B) -> NDArray) -> @Sendable (A, B) -> A {
  nonisolated(unsafe) let f = f
  return { a, b in
    GradientCall("grad", Pack(a, b), argnums: [0]) { (p: Pack<A, B>) in f(p.values.0, p.values.1) }.gradient.values.0
  }
}

/// The gradient of a function that returns (scalar, something else), with that something else (`has_aux=True`).
public func grad<A: Tree, B: Tree, Aux: Tree>(
  _ f: @escaping (A, B) -> (NDArray, Aux), hasAux: Bool
) -> @Sendable (A, B) -> (A, Aux) {
  nonisolated(unsafe) let f = f
  return { a, b in
    let call = AuxiliaryGradientCall("grad", Pack(a, b), argnums: [0]) { (p: Pack<A, B>) in f(p.values.0, p.values.1) }
    return (call.gradient.values.0, call.aux)
  }
}

public func grad<A: Tree, B: Tree, C: Tree>(_ f: @escaping (A, B, C) -> NDArray) -> @Sendable (A, B, C) -> A {
  nonisolated(unsafe) let f = f
  return { a, b, c in
    GradientCall("grad", Pack(a, b, c), argnums: [0]) { (p: Pack<A, B, C>) in f(p.values.0, p.values.1, p.values.2) }
      .gradient.values.0
  }
}

/// The gradient of a function that returns (scalar, something else), with that something else (`has_aux=True`).
public func grad<A: Tree, B: Tree, C: Tree, Aux: Tree>(
  _ f: @escaping (A, B, C) -> (NDArray, Aux), hasAux: Bool
) -> @Sendable (A, B, C) -> (A, Aux) {
  nonisolated(unsafe) let f = f
  return { a, b, c in
    let call = AuxiliaryGradientCall("grad", Pack(a, b, c), argnums: [0]) { (p: Pack<A, B, C>) in
      f(p.values.0, p.values.1, p.values.2)
    }
    return (call.gradient.values.0, call.aux)
  }
}

public func grad<A: Tree, B: Tree, C: Tree, D: Tree>(_ f: @escaping (A, B, C, D) -> NDArray)
  -> @Sendable (A, B, C, D) -> A
{
  nonisolated(unsafe) let f = f
  return { a, b, c, d in
    GradientCall("grad", Pack(a, b, c, d), argnums: [0]) { (p: Pack<A, B, C, D>) in
      f(p.values.0, p.values.1, p.values.2, p.values.3)
    }.gradient.values.0
  }
}

/// The gradient of a function that returns (scalar, something else), with that something else (`has_aux=True`).
public func grad<A: Tree, B: Tree, C: Tree, D: Tree, Aux: Tree>(
  _ f: @escaping (A, B, C, D) -> (NDArray, Aux), hasAux: Bool
) -> @Sendable (A, B, C, D) -> (A, Aux) {
  nonisolated(unsafe) let f = f
  return { a, b, c, d in
    let call = AuxiliaryGradientCall("grad", Pack(a, b, c, d), argnums: [0]) { (p: Pack<A, B, C, D>) in
      f(p.values.0, p.values.1, p.values.2, p.values.3)
    }
    return (call.gradient.values.0, call.aux)
  }
}

public func grad<A: Tree, B: Tree, C: Tree, D: Tree, E: Tree>(_ f: @escaping (A, B, C, D, E) -> NDArray)
  -> @Sendable (A, B, C, D, E) -> A
{
  nonisolated(unsafe) let f = f
  return { a, b, c, d, e in
    GradientCall("grad", Pack(a, b, c, d, e), argnums: [0]) { (p: Pack<A, B, C, D, E>) in
      f(p.values.0, p.values.1, p.values.2, p.values.3, p.values.4)
    }.gradient.values.0
  }
}

/// The gradient of a function that returns (scalar, something else), with that something else (`has_aux=True`).
public func grad<A: Tree, B: Tree, C: Tree, D: Tree, E: Tree, Aux: Tree>(
  _ f: @escaping (A, B, C, D, E) -> (NDArray, Aux), hasAux: Bool
) -> @Sendable (A, B, C, D, E) -> (A, Aux) {
  nonisolated(unsafe) let f = f
  return { a, b, c, d, e in
    let call = AuxiliaryGradientCall("grad", Pack(a, b, c, d, e), argnums: [0]) { (p: Pack<A, B, C, D, E>) in
      f(p.values.0, p.values.1, p.values.2, p.values.3, p.values.4)
    }
    return (call.gradient.values.0, call.aux)
  }
}
