import LanewiseCore

/// `f`, of which the backward pass computes again what it needs instead of keeping it (`jax.checkpoint`,
/// `jax.remat`): less memory for more time.
///
/// ```swift
/// let layer = checkpoint { (w: NDArray, x: NDArray) in tanh(matmul(x, w)) }
/// grad { (w: NDArray) in layer(w, layer(w, ones([4, 4]))).sum() }(eye(4))
/// ```
///
/// The arguments are kept, and what `policy` says; the default is to keep nothing else.
///
/// - Parameter preventCSE: keeps the second computation from being merged with the first.
public func checkpoint(
  _ f: @escaping (NDArray) -> NDArray, policy: CheckpointPolicy = .nothingSaveable, preventCSE: Bool = true
) -> @Sendable (NDArray) -> NDArray {
  let call = Recomputed(policy, preventCSE, f)
  return { call($0) }
}

// One overload for each number of arguments, for one result and for a tuple of results; see the first.

@_disfavoredOverload
public func checkpoint<A: Tree, R: Tree>(
  _ f: @escaping (A) -> R, policy: CheckpointPolicy = .nothingSaveable, preventCSE: Bool = true
) -> @Sendable (A) -> R {
  let call = Recomputed(policy, preventCSE) { (p: One<A>) in f(p.value) }
  return { a in call(One(a)) }
}

@_disfavoredOverload
public func checkpoint<A: Tree, each R: Tree>(
  _ f: @escaping (A) -> (repeat each R), policy: CheckpointPolicy = .nothingSaveable, preventCSE: Bool = true
) -> @Sendable (A) -> (repeat each R) {
  let call = Recomputed(policy, preventCSE) { (p: One<A>) in
    let r = f(p.value)
    return Pack(repeat each r)
  }
  return { a in call(One(a)).values }
}

public func checkpoint<A: Tree, B: Tree, R: Tree>(
  _ f: @escaping (A, B) -> R, policy: CheckpointPolicy = .nothingSaveable, preventCSE: Bool = true
) -> @Sendable (A, B) -> R {
  let call = Recomputed(policy, preventCSE) { (p: Pack<A, B>) in f(p.values.0, p.values.1) }
  return { a, b in call(Pack(a, b)) }
}

@_disfavoredOverload
public func checkpoint<A: Tree, B: Tree, each R: Tree>(
  _ f: @escaping (A, B) -> (repeat each R), policy: CheckpointPolicy = .nothingSaveable, preventCSE: Bool = true
) -> @Sendable (A, B) -> (repeat each R) {
  let call = Recomputed(policy, preventCSE) { (p: Pack<A, B>) in
    let r = f(p.values.0, p.values.1)
    return Pack(repeat each r)
  }
  return { a, b in call(Pack(a, b)).values }
}

public func checkpoint<A: Tree, B: Tree, C: Tree, R: Tree>(
  _ f: @escaping (A, B, C) -> R, policy: CheckpointPolicy = .nothingSaveable, preventCSE: Bool = true
) -> @Sendable (A, B, C) -> R {
  let call = Recomputed(policy, preventCSE) { (p: Pack<A, B, C>) in f(p.values.0, p.values.1, p.values.2) }
  return { a, b, c in call(Pack(a, b, c)) }
}

@_disfavoredOverload
public func checkpoint<A: Tree, B: Tree, C: Tree, each R: Tree>(
  _ f: @escaping (A, B, C) -> (repeat each R), policy: CheckpointPolicy = .nothingSaveable, preventCSE: Bool = true
) -> @Sendable (A, B, C) -> (repeat each R) {
  let call = Recomputed(policy, preventCSE) { (p: Pack<A, B, C>) in
    let r = f(p.values.0, p.values.1, p.values.2)
    return Pack(repeat each r)
  }
  return { a, b, c in call(Pack(a, b, c)).values }
}

public func checkpoint<A: Tree, B: Tree, C: Tree, D: Tree, R: Tree>(
  _ f: @escaping (A, B, C, D) -> R, policy: CheckpointPolicy = .nothingSaveable, preventCSE: Bool = true
) -> @Sendable (A, B, C, D) -> R {
  let call = Recomputed(policy, preventCSE) { (p: Pack<A, B, C, D>) in f(p.values.0, p.values.1, p.values.2, p.values.3)
  }
  return { a, b, c, d in call(Pack(a, b, c, d)) }
}

@_disfavoredOverload
public func checkpoint<A: Tree, B: Tree, C: Tree, D: Tree, each R: Tree>(
  _ f: @escaping (A, B, C, D) -> (repeat each R), policy: CheckpointPolicy = .nothingSaveable, preventCSE: Bool = true
) -> @Sendable (A, B, C, D) -> (repeat each R) {
  let call = Recomputed(policy, preventCSE) { (p: Pack<A, B, C, D>) in
    let r = f(p.values.0, p.values.1, p.values.2, p.values.3)
    return Pack(repeat each r)
  }
  return { a, b, c, d in call(Pack(a, b, c, d)).values }
}

public func checkpoint<A: Tree, B: Tree, C: Tree, D: Tree, E: Tree, R: Tree>(
  _ f: @escaping (A, B, C, D, E) -> R, policy: CheckpointPolicy = .nothingSaveable, preventCSE: Bool = true
) -> @Sendable (A, B, C, D, E) -> R {
  let call = Recomputed(policy, preventCSE) { (p: Pack<A, B, C, D, E>) in
    f(p.values.0, p.values.1, p.values.2, p.values.3, p.values.4)
  }
  return { a, b, c, d, e in call(Pack(a, b, c, d, e)) }
}

@_disfavoredOverload
public func checkpoint<A: Tree, B: Tree, C: Tree, D: Tree, E: Tree, each R: Tree>(
  _ f: @escaping (A, B, C, D, E) -> (repeat each R), policy: CheckpointPolicy = .nothingSaveable,
  preventCSE: Bool = true
) -> @Sendable (A, B, C, D, E) -> (repeat each R) {
  let call = Recomputed(policy, preventCSE) { (p: Pack<A, B, C, D, E>) in
    let r = f(p.values.0, p.values.1, p.values.2, p.values.3, p.values.4)
    return Pack(repeat each r)
  }
  return { a, b, c, d, e in call(Pack(a, b, c, d, e)).values }
}

/// The function as it stands where nothing is traced, else a call that traces record as a checkpoint.
private struct Recomputed<Arguments: ArgumentPack, Result: Tree>: @unchecked Sendable {
  private let body: (Arguments) -> Result
  private let traced: JitFunction<Arguments, Result>

  init(_ policy: CheckpointPolicy, _ preventCSE: Bool, _ body: @escaping (Arguments) -> Result) {
    self.body = body
    traced = JitFunction(name: "checkpoint", body) { Checkpoint(jaxpr: $0, policy: policy, preventCSE: preventCSE) }
  }

  func callAsFunction(_ arguments: Arguments) -> Result {
    Context.isTracing ? traced(arguments) : body(arguments)
  }
}
