import LanewiseCore

/// `f` for a batch (`jax.vmap`): arguments have a further axis, along which lie the examples, and so have the results.
///
/// ```swift
/// vmap(grad(relu))(linspace(-3, 3, 200))  // 200 derivatives at once
/// ```
///
/// - Parameters:
///   - inAxes: the axis of each argument's batch; nil for an argument that is the same for all examples.
///   - outAxes: the axis at which the results' batch is put; nil for a result that is the same for all examples.
///   - axisName: what collectives such as `Lax.psum` call the axis.
///   - axisSize: the size of the batch, where no argument says it.
public func vmap(
  _ f: @escaping (NDArray) -> NDArray, inAxes: Int? = 0, outAxes: Int? = 0, axisName: String? = nil,
  axisSize: Int? = nil
) -> @Sendable (NDArray) -> NDArray {
  let batching = Batching(inAxes: [inAxes], outAxes: outAxes, axisName: axisName, axisSize: axisSize)
  let batched = BatchFunction(batching, f)
  return { batched.call($0) }
}

// One overload for each number of arguments, for one result and for a tuple of results; see the first.

@_disfavoredOverload
public func vmap<A: Tree, R: Tree>(
  _ f: @escaping (A) -> R, inAxes: Int? = 0, outAxes: Int? = 0, axisName: String? = nil,
  axisSize: Int? = nil
) -> @Sendable (A) -> R {
  let batching = Batching(inAxes: [inAxes], outAxes: outAxes, axisName: axisName, axisSize: axisSize)
  let batched = BatchFunction(batching) { (p: One<A>) in f(p.value) }
  return { a in batched(One(a)) }
}

@_disfavoredOverload
public func vmap<A: Tree, each R: Tree>(
  _ f: @escaping (A) -> (repeat each R), inAxes: Int? = 0, outAxes: Int? = 0, axisName: String? = nil,
  axisSize: Int? = nil
) -> @Sendable (A) -> (repeat each R) {
  let batching = Batching(inAxes: [inAxes], outAxes: outAxes, axisName: axisName, axisSize: axisSize)
  let batched = BatchFunction(batching) { (p: One<A>) in
    let r = f(p.value)
    return Pack(repeat each r)
  }
  return { a in batched(One(a)).values }
}

public func vmap<A: Tree, B: Tree, R: Tree>(
  _ f: @escaping (A, B) -> R, inAxes: (Int?, Int?) = (0, 0), outAxes: Int? = 0, axisName: String? = nil,
  axisSize: Int? = nil
) -> @Sendable (A, B) -> R {
  let batching = Batching(inAxes: [inAxes.0, inAxes.1], outAxes: outAxes, axisName: axisName, axisSize: axisSize)
  let batched = BatchFunction(batching) { (p: Pack<A, B>) in f(p.values.0, p.values.1) }
  return { a, b in batched(Pack(a, b)) }
}

@_disfavoredOverload
public func vmap<A: Tree, B: Tree, each R: Tree>(
  _ f: @escaping (A, B) -> (repeat each R), inAxes: (Int?, Int?) = (0, 0), outAxes: Int? = 0, axisName: String? = nil,
  axisSize: Int? = nil
) -> @Sendable (A, B) -> (repeat each R) {
  let batching = Batching(inAxes: [inAxes.0, inAxes.1], outAxes: outAxes, axisName: axisName, axisSize: axisSize)
  let batched = BatchFunction(batching) { (p: Pack<A, B>) in
    let r = f(p.values.0, p.values.1)
    return Pack(repeat each r)
  }
  return { a, b in batched(Pack(a, b)).values }
}

public func vmap<A: Tree, B: Tree, C: Tree, R: Tree>(
  _ f: @escaping (A, B, C) -> R, inAxes: (Int?, Int?, Int?) = (0, 0, 0), outAxes: Int? = 0, axisName: String? = nil,
  axisSize: Int? = nil
) -> @Sendable (A, B, C) -> R {
  let batching = Batching(
    inAxes: [inAxes.0, inAxes.1, inAxes.2], outAxes: outAxes, axisName: axisName, axisSize: axisSize)
  let batched = BatchFunction(batching) { (p: Pack<A, B, C>) in f(p.values.0, p.values.1, p.values.2) }
  return { a, b, c in batched(Pack(a, b, c)) }
}

@_disfavoredOverload
public func vmap<A: Tree, B: Tree, C: Tree, each R: Tree>(
  _ f: @escaping (A, B, C) -> (repeat each R), inAxes: (Int?, Int?, Int?) = (0, 0, 0), outAxes: Int? = 0,
  axisName: String? = nil,
  axisSize: Int? = nil
) -> @Sendable (A, B, C) -> (repeat each R) {
  let batching = Batching(
    inAxes: [inAxes.0, inAxes.1, inAxes.2], outAxes: outAxes, axisName: axisName, axisSize: axisSize)
  let batched = BatchFunction(batching) { (p: Pack<A, B, C>) in
    let r = f(p.values.0, p.values.1, p.values.2)
    return Pack(repeat each r)
  }
  return { a, b, c in batched(Pack(a, b, c)).values }
}

public func vmap<A: Tree, B: Tree, C: Tree, D: Tree, R: Tree>(
  _ f: @escaping (A, B, C, D) -> R, inAxes: (Int?, Int?, Int?, Int?) = (0, 0, 0, 0), outAxes: Int? = 0,
  axisName: String? = nil,
  axisSize: Int? = nil
) -> @Sendable (A, B, C, D) -> R {
  let batching = Batching(
    inAxes: [inAxes.0, inAxes.1, inAxes.2, inAxes.3], outAxes: outAxes, axisName: axisName, axisSize: axisSize)
  let batched = BatchFunction(batching) { (p: Pack<A, B, C, D>) in f(p.values.0, p.values.1, p.values.2, p.values.3) }
  return { a, b, c, d in batched(Pack(a, b, c, d)) }
}

@_disfavoredOverload
public func vmap<A: Tree, B: Tree, C: Tree, D: Tree, each R: Tree>(
  _ f: @escaping (A, B, C, D) -> (repeat each R), inAxes: (Int?, Int?, Int?, Int?) = (0, 0, 0, 0), outAxes: Int? = 0,
  axisName: String? = nil,
  axisSize: Int? = nil
) -> @Sendable (A, B, C, D) -> (repeat each R) {
  let batching = Batching(
    inAxes: [inAxes.0, inAxes.1, inAxes.2, inAxes.3], outAxes: outAxes, axisName: axisName, axisSize: axisSize)
  let batched = BatchFunction(batching) { (p: Pack<A, B, C, D>) in
    let r = f(p.values.0, p.values.1, p.values.2, p.values.3)
    return Pack(repeat each r)
  }
  return { a, b, c, d in batched(Pack(a, b, c, d)).values }
}

public func vmap<A: Tree, B: Tree, C: Tree, D: Tree, E: Tree, R: Tree>(
  _ f: @escaping (A, B, C, D, E) -> R, inAxes: (Int?, Int?, Int?, Int?, Int?) = (0, 0, 0, 0, 0), outAxes: Int? = 0,
  axisName: String? = nil,
  axisSize: Int? = nil
) -> @Sendable (A, B, C, D, E) -> R {
  let batching = Batching(
    inAxes: [inAxes.0, inAxes.1, inAxes.2, inAxes.3, inAxes.4], outAxes: outAxes, axisName: axisName, axisSize: axisSize
  )
  let batched = BatchFunction(batching) { (p: Pack<A, B, C, D, E>) in
    f(p.values.0, p.values.1, p.values.2, p.values.3, p.values.4)
  }
  return { a, b, c, d, e in batched(Pack(a, b, c, d, e)) }
}

@_disfavoredOverload
public func vmap<A: Tree, B: Tree, C: Tree, D: Tree, E: Tree, each R: Tree>(
  _ f: @escaping (A, B, C, D, E) -> (repeat each R), inAxes: (Int?, Int?, Int?, Int?, Int?) = (0, 0, 0, 0, 0),
  outAxes: Int? = 0, axisName: String? = nil,
  axisSize: Int? = nil
) -> @Sendable (A, B, C, D, E) -> (repeat each R) {
  let batching = Batching(
    inAxes: [inAxes.0, inAxes.1, inAxes.2, inAxes.3, inAxes.4], outAxes: outAxes, axisName: axisName, axisSize: axisSize
  )
  let batched = BatchFunction(batching) { (p: Pack<A, B, C, D, E>) in
    let r = f(p.values.0, p.values.1, p.values.2, p.values.3, p.values.4)
    return Pack(repeat each r)
  }
  return { a, b, c, d, e in batched(Pack(a, b, c, d, e)).values }
}
