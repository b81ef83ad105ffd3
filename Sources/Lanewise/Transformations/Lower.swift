import LanewiseCore

/// What ``jit`` makes of `f`, as a function of the arguments (`jax.jit(f).lower(x)`): the traced program, what is fused
/// in it, and what it costs. Of the arguments only shapes, dtypes and structure matter; nothing is run.
///
/// ```swift
/// let lowered = lower { (x: NDArray) in exp(x) * 2 }(ones([1000]))
/// print(lowered.jaxpr, lowered.text, lowered.cost)
/// let f = lowered.compile()  // what jit gives
/// ```
///
/// - Parameters: those of ``jit(_:staticArgnums:donateArgnums:name:)``.
public func lower(
  _ f: @escaping (NDArray) -> NDArray, donateArgnums: Argnums = [], name: String = "f"
) -> (NDArray) -> Lowered<@Sendable (NDArray) -> NDArray> {
  let compiled = JitFunction(name: name, donating: donateArgnums, f)
  return { a in Lowered(compiled.lowered(a)) { compiled.call($0) } }
}

// One overload for each number of arguments, for one result and for a tuple of results; see the first.

@_disfavoredOverload
public func lower<A: Tree, R: Tree>(
  _ f: @escaping (A) -> R, donateArgnums: Argnums = [], name: String = "f"
) -> (A) -> Lowered<@Sendable (A) -> R> {
  let compiled = JitFunction(name: name, donating: donateArgnums) { (p: One<A>) in f(p.value) }
  return { a in
    Lowered(compiled.lowered(One(a))) { a in compiled(One(a)) }
  }
}

@_disfavoredOverload
public func lower<A: Tree, each R: Tree>(
  _ f: @escaping (A) -> (repeat each R), donateArgnums: Argnums = [], name: String = "f"
) -> (A) -> Lowered<@Sendable (A) -> (repeat each R)> {
  let compiled = JitFunction(name: name, donating: donateArgnums) { (p: One<A>) in
    let r = f(p.value)
    return Pack(repeat each r)
  }
  return { a in
    Lowered(compiled.lowered(One(a))) { a in compiled(One(a)).values }
  }
}

public func lower<A: Tree, B: Tree, R: Tree>(
  _ f: @escaping (A, B) -> R, donateArgnums: Argnums = [], name: String = "f"
) -> (A, B) -> Lowered<@Sendable (A, B) -> R> {
  let compiled = JitFunction(name: name, donating: donateArgnums) { (p: Pack<A, B>) in f(p.values.0, p.values.1) }
  return { a, b in
    Lowered(compiled.lowered(Pack(a, b))) { a, b in compiled(Pack(a, b)) }
  }
}

@_disfavoredOverload
public func lower<A: Tree, B: Tree, each R: Tree>(
  _ f: @escaping (A, B) -> (repeat each R), donateArgnums: Argnums = [], name: String = "f"
) -> (A, B) -> Lowered<@Sendable (A, B) -> (repeat each R)> {
  let compiled = JitFunction(name: name, donating: donateArgnums) { (p: Pack<A, B>) in
    let r = f(p.values.0, p.values.1)
    return Pack(repeat each r)
  }
  return { a, b in
    Lowered(compiled.lowered(Pack(a, b))) { a, b in compiled(Pack(a, b)).values }
  }
}

public func lower<A: Tree, B: Tree, C: Tree, R: Tree>(
  _ f: @escaping (A, B, C) -> R, donateArgnums: Argnums = [], name: String = "f"
) -> (A, B, C) -> Lowered<@Sendable (A, B, C) -> R> {
  let compiled = JitFunction(name: name, donating: donateArgnums) { (p: Pack<A, B, C>) in
    f(p.values.0, p.values.1, p.values.2)
  }
  return { a, b, c in
    Lowered(compiled.lowered(Pack(a, b, c))) { a, b, c in compiled(Pack(a, b, c)) }
  }
}

@_disfavoredOverload
public func lower<A: Tree, B: Tree, C: Tree, each R: Tree>(
  _ f: @escaping (A, B, C) -> (repeat each R), donateArgnums: Argnums = [], name: String = "f"
) -> (A, B, C) -> Lowered<@Sendable (A, B, C) -> (repeat each R)> {
  let compiled = JitFunction(name: name, donating: donateArgnums) { (p: Pack<A, B, C>) in
    let r = f(p.values.0, p.values.1, p.values.2)
    return Pack(repeat each r)
  }
  return { a, b, c in
    Lowered(compiled.lowered(Pack(a, b, c))) { a, b, c in compiled(Pack(a, b, c)).values }
  }
}

public func lower<A: Tree, B: Tree, C: Tree, D: Tree, R: Tree>(
  _ f: @escaping (A, B, C, D) -> R, donateArgnums: Argnums = [], name: String = "f"
) -> (A, B, C, D) -> Lowered<@Sendable (A, B, C, D) -> R> {
  let compiled = JitFunction(name: name, donating: donateArgnums) { (p: Pack<A, B, C, D>) in
    f(p.values.0, p.values.1, p.values.2, p.values.3)
  }
  return { a, b, c, d in
    Lowered(compiled.lowered(Pack(a, b, c, d))) { a, b, c, d in compiled(Pack(a, b, c, d)) }
  }
}

@_disfavoredOverload
public func lower<A: Tree, B: Tree, C: Tree, D: Tree, each R: Tree>(
  _ f: @escaping (A, B, C, D) -> (repeat each R), donateArgnums: Argnums = [], name: String = "f"
) -> (A, B, C, D) -> Lowered<@Sendable (A, B, C, D) -> (repeat each R)> {
  let compiled = JitFunction(name: name, donating: donateArgnums) { (p: Pack<A, B, C, D>) in
    let r = f(p.values.0, p.values.1, p.values.2, p.values.3)
    return Pack(repeat each r)
  }
  return { a, b, c, d in
    Lowered(compiled.lowered(Pack(a, b, c, d))) { a, b, c, d in compiled(Pack(a, b, c, d)).values }
  }
}

public func lower<A: Tree, B: Tree, C: Tree, D: Tree, E: Tree, R: Tree>(
  _ f: @escaping (A, B, C, D, E) -> R, donateArgnums: Argnums = [], name: String = "f"
) -> (A, B, C, D, E) -> Lowered<@Sendable (A, B, C, D, E) -> R> {
  let compiled = JitFunction(name: name, donating: donateArgnums) { (p: Pack<A, B, C, D, E>) in
    f(p.values.0, p.values.1, p.values.2, p.values.3, p.values.4)
  }
  return { a, b, c, d, e in
    Lowered(compiled.lowered(Pack(a, b, c, d, e))) { a, b, c, d, e in compiled(Pack(a, b, c, d, e)) }
  }
}

@_disfavoredOverload
public func lower<A: Tree, B: Tree, C: Tree, D: Tree, E: Tree, each R: Tree>(
  _ f: @escaping (A, B, C, D, E) -> (repeat each R), donateArgnums: Argnums = [], name: String = "f"
) -> (A, B, C, D, E) -> Lowered<@Sendable (A, B, C, D, E) -> (repeat each R)> {
  let compiled = JitFunction(name: name, donating: donateArgnums) { (p: Pack<A, B, C, D, E>) in
    let r = f(p.values.0, p.values.1, p.values.2, p.values.3, p.values.4)
    return Pack(repeat each r)
  }
  return { a, b, c, d, e in
    Lowered(compiled.lowered(Pack(a, b, c, d, e))) { a, b, c, d, e in compiled(Pack(a, b, c, d, e)).values }
  }
}
