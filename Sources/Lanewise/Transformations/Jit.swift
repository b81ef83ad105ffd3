import LanewiseCore

/// `f`, compiled (`jax.jit`): traced at the first call with arguments of a kind, fused, and run by the interpreter on
/// all cores from then on.
///
/// A kind is the shapes and dtypes of the arrays, the structure of the trees they come in, and every static value
/// among them (`Int`, `String`, `Bool`, enums). Under `grad`, `vmap` or another `jit` the call is recorded as one.
///
/// ```swift
/// let f = jit { (x: NDArray) in exp(x) * 2 }
/// f(zeros([2]))  // [2. 2.]
/// ```
///
/// - Parameters:
///   - staticArgnums: arguments that must be static. What is not an array is so by itself; this is for programs written
///     for JAX, and it is an error where such an argument holds arrays.
///   - donateArgnums: arguments that the caller gives away. Their memory may become the result's, and they are deleted:
///     reading one afterwards, by whatever copy of it, is an error. No other thread may be using them.
///   - name: what a jaxpr calls it.
public func jit(
  _ f: @escaping (NDArray) -> NDArray, staticArgnums: Argnums = [], donateArgnums: Argnums = [],
  name: String = "f"
) -> @Sendable (NDArray) -> NDArray {
  let compiled = JitFunction(name: name, donating: donateArgnums, static: staticArgnums, f)
  return { compiled.call($0) }
}

// One overload for each number of arguments, for one result and for a tuple of results; see the first.

@_disfavoredOverload
public func jit<A: Tree, R: Tree>(
  _ f: @escaping (A) -> R, staticArgnums: Argnums = [], donateArgnums: Argnums = [],
  name: String = "f"
) -> @Sendable (A) -> R {
  let compiled = JitFunction(name: name, donating: donateArgnums, static: staticArgnums) { (p: One<A>) in f(p.value) }
  return { a in compiled(One(a)) }
}

@_disfavoredOverload
public func jit<A: Tree, each R: Tree>(
  _ f: @escaping (A) -> (repeat each R), staticArgnums: Argnums = [], donateArgnums: Argnums = [],
  name: String = "f"
) -> @Sendable (A) -> (repeat each R) {
  let compiled = JitFunction(name: name, donating: donateArgnums, static: staticArgnums) { (p: One<A>) in
    let r = f(p.value)
    return Pack(repeat each r)
  }
  return { a in compiled(One(a)).values }
}

public func jit(
  _ f: @escaping (NDArray, NDArray) -> NDArray, staticArgnums: Argnums = [], donateArgnums: Argnums = [],
  name: String = "f"
) -> @Sendable (NDArray, NDArray) -> NDArray {
  let compiled = JitFunction(name: name, donating: donateArgnums, static: staticArgnums) {
    (p: Pack<NDArray, NDArray>) in f(p.values.0, p.values.1)
  }
  return { a, b in compiled.call(a, b) }
}

@_disfavoredOverload
public func jit<A: Tree, B: Tree, R: Tree>(
  _ f: @escaping (A, B) -> R, staticArgnums: Argnums = [], donateArgnums: Argnums = [],
  name: String = "f"
) -> @Sendable (A, B) -> R {
  let compiled = JitFunction(name: name, donating: donateArgnums, static: staticArgnums) { (p: Pack<A, B>) in
    f(p.values.0, p.values.1)
  }
  return { a, b in compiled(Pack(a, b)) }
}

@_disfavoredOverload
public func jit<A: Tree, B: Tree, each R: Tree>(
  _ f: @escaping (A, B) -> (repeat each R), staticArgnums: Argnums = [], donateArgnums: Argnums = [],
  name: String = "f"
) -> @Sendable (A, B) -> (repeat each R) {
  let compiled = JitFunction(name: name, donating: donateArgnums, static: staticArgnums) { (p: Pack<A, B>) in
    let r = f(p.values.0, p.values.1)
    return Pack(repeat each r)
  }
  return { a, b in compiled(Pack(a, b)).values }
}

public func jit<A: Tree, B: Tree, C: Tree, R: Tree>(
  _ f: @escaping (A, B, C) -> R, staticArgnums: Argnums = [], donateArgnums: Argnums = [],
  name: String = "f"
)
  -> @Sendable (A, B, C) -> R
{
  let compiled = JitFunction(name: name, donating: donateArgnums, static: staticArgnums) { (p: Pack<A, B, C>) in
    f(p.values.0, p.values.1, p.values.2)
  }
  return { a, b, c in compiled(Pack(a, b, c)) }
}

@_disfavoredOverload
public func jit<A: Tree, B: Tree, C: Tree, each R: Tree>(
  _ f: @escaping (A, B, C) -> (repeat each R), staticArgnums: Argnums = [], donateArgnums: Argnums = [],
  name: String = "f"
) -> @Sendable (A, B, C) -> (repeat each R) {
  let compiled = JitFunction(name: name, donating: donateArgnums, static: staticArgnums) { (p: Pack<A, B, C>) in
    let r = f(p.values.0, p.values.1, p.values.2)
    return Pack(repeat each r)
  }
  return { a, b, c in compiled(Pack(a, b, c)).values }
}

public func jit<A: Tree, B: Tree, C: Tree, D: Tree, R: Tree>(
  _ f: @escaping (A, B, C, D) -> R, staticArgnums: Argnums = [], donateArgnums: Argnums = [],
  name: String = "f"
)
  -> @Sendable (A, B, C, D) -> R
{
  let compiled = JitFunction(name: name, donating: donateArgnums, static: staticArgnums) { (p: Pack<A, B, C, D>) in
    f(p.values.0, p.values.1, p.values.2, p.values.3)
  }
  return { a, b, c, d in compiled(Pack(a, b, c, d)) }
}

@_disfavoredOverload
public func jit<A: Tree, B: Tree, C: Tree, D: Tree, each R: Tree>(
  _ f: @escaping (A, B, C, D) -> (repeat each R), staticArgnums: Argnums = [], donateArgnums: Argnums = [],
  name: String = "f"
) -> @Sendable (A, B, C, D) -> (repeat each R) {
  let compiled = JitFunction(name: name, donating: donateArgnums, static: staticArgnums) { (p: Pack<A, B, C, D>) in
    let r = f(p.values.0, p.values.1, p.values.2, p.values.3)
    return Pack(repeat each r)
  }
  return { a, b, c, d in compiled(Pack(a, b, c, d)).values }
}

public func jit<A: Tree, B: Tree, C: Tree, D: Tree, E: Tree, R: Tree>(
  _ f: @escaping (A, B, C, D, E) -> R, staticArgnums: Argnums = [], donateArgnums: Argnums = [],
  name: String = "f"
) -> @Sendable (A, B, C, D, E) -> R {
  let compiled = JitFunction(name: name, donating: donateArgnums, static: staticArgnums) { (p: Pack<A, B, C, D, E>) in
    f(p.values.0, p.values.1, p.values.2, p.values.3, p.values.4)
  }
  return { a, b, c, d, e in compiled(Pack(a, b, c, d, e)) }
}

@_disfavoredOverload
public func jit<A: Tree, B: Tree, C: Tree, D: Tree, E: Tree, each R: Tree>(
  _ f: @escaping (A, B, C, D, E) -> (repeat each R), staticArgnums: Argnums = [], donateArgnums: Argnums = [],
  name: String = "f"
) -> @Sendable (A, B, C, D, E) -> (repeat each R) {
  let compiled = JitFunction(name: name, donating: donateArgnums, static: staticArgnums) { (p: Pack<A, B, C, D, E>) in
    let r = f(p.values.0, p.values.1, p.values.2, p.values.3, p.values.4)
    return Pack(repeat each r)
  }
  return { a, b, c, d, e in compiled(Pack(a, b, c, d, e)).values }
}
