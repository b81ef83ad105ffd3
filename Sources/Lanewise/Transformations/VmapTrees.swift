import LanewiseCore

// `vmap` with an axis for each part of an argument or result; see ``AxisTree``.

@_disfavoredOverload
public func vmap<A: Tree, R: Tree>(
  _ f: @escaping (A) -> R, inAxes: AxisTree, outAxes: AxisTree = 0, axisName: String? = nil,
  axisSize: Int? = nil
) -> @Sendable (A) -> R {
  let batching = Batching(inAxes: [inAxes], outAxes: outAxes, axisName: axisName, axisSize: axisSize)
  let batched = BatchFunction(batching) { (p: One<A>) in f(p.value) }
  return { a in batched(One(a)) }
}

@_disfavoredOverload
public func vmap<A: Tree, each R: Tree>(
  _ f: @escaping (A) -> (repeat each R), inAxes: AxisTree, outAxes: AxisTree = 0, axisName: String? = nil,
  axisSize: Int? = nil
) -> @Sendable (A) -> (repeat each R) {
  let batching = Batching(inAxes: [inAxes], outAxes: outAxes, axisName: axisName, axisSize: axisSize)
  let batched = BatchFunction(batching) { (p: One<A>) in
    let r = f(p.value)
    return Pack(repeat each r)
  }
  return { a in batched(One(a)).values }
}

@_disfavoredOverload
public func vmap<A: Tree, B: Tree, R: Tree>(
  _ f: @escaping (A, B) -> R, inAxes: (AxisTree, AxisTree), outAxes: AxisTree = 0, axisName: String? = nil,
  axisSize: Int? = nil
) -> @Sendable (A, B) -> R {
  let batching = Batching(inAxes: [inAxes.0, inAxes.1], outAxes: outAxes, axisName: axisName, axisSize: axisSize)
  let batched = BatchFunction(batching) { (p: Pack<A, B>) in f(p.values.0, p.values.1) }
  return { a, b in batched(Pack(a, b)) }
}

@_disfavoredOverload
public func vmap<A: Tree, B: Tree, each R: Tree>(
  _ f: @escaping (A, B) -> (repeat each R), inAxes: (AxisTree, AxisTree), outAxes: AxisTree = 0,
  axisName: String? = nil,
  axisSize: Int? = nil
) -> @Sendable (A, B) -> (repeat each R) {
  let batching = Batching(inAxes: [inAxes.0, inAxes.1], outAxes: outAxes, axisName: axisName, axisSize: axisSize)
  let batched = BatchFunction(batching) { (p: Pack<A, B>) in
    let r = f(p.values.0, p.values.1)
    return Pack(repeat each r)
  }
  return { a, b in batched(Pack(a, b)).values }
}

@_disfavoredOverload
public func vmap<A: Tree, B: Tree, C: Tree, R: Tree>(
  _ f: @escaping (A, B, C) -> R, inAxes: (AxisTree, AxisTree, AxisTree), outAxes: AxisTree = 0, axisName: String? = nil,
  axisSize: Int? = nil
) -> @Sendable (A, B, C) -> R {
  let batching = Batching(
    inAxes: [inAxes.0, inAxes.1, inAxes.2], outAxes: outAxes, axisName: axisName, axisSize: axisSize)
  let batched = BatchFunction(batching) { (p: Pack<A, B, C>) in f(p.values.0, p.values.1, p.values.2) }
  return { a, b, c in batched(Pack(a, b, c)) }
}

@_disfavoredOverload
public func vmap<A: Tree, B: Tree, C: Tree, each R: Tree>(
  _ f: @escaping (A, B, C) -> (repeat each R), inAxes: (AxisTree, AxisTree, AxisTree), outAxes: AxisTree = 0,
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
