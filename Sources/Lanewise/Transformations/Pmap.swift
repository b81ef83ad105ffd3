import LanewiseCore

/// `f` on every device at once (`jax.pmap`): like `vmap` along the leading axes, whose size is the number of devices
/// wanted, and compiled like `jit`. The devices are virtual ones, served by the worker threads: see ``devices()``.
///
/// ```swift
/// Config.hostDeviceCount = 8
/// pmap { (x: NDArray) in (x * x).sum() }(ones([8, 1000]))  // 8 sums of 1000
/// ```
///
/// Collectives such as `Lax.psum(x, "i")` go between the devices, by the name of the axis.
///
/// - Parameters:
///   - axisName: what collectives call the axis.
///   - inAxes: the axis of each argument that is spread over the devices; nil for an argument that all get whole.
///   - name: what a jaxpr calls it.
public func pmap(
  _ f: @escaping (NDArray) -> NDArray, axisName: String? = nil, inAxes: Int? = 0, name: String = "f"
) -> @Sendable (NDArray) -> NDArray {
  let spread = ParallelFunction(name, axisName, [inAxes], f)
  return { spread($0) }
}

// One overload for each number of arguments, for one result and for a tuple of results; see the first.

@_disfavoredOverload
public func pmap<A: Tree, R: Tree>(
  _ f: @escaping (A) -> R, axisName: String? = nil, inAxes: Int? = 0, name: String = "f"
) -> @Sendable (A) -> R {
  let spread = ParallelFunction(name, axisName, [inAxes]) { (p: One<A>) in f(p.value) }
  return { a in spread(One(a)) }
}

@_disfavoredOverload
public func pmap<A: Tree, each R: Tree>(
  _ f: @escaping (A) -> (repeat each R), axisName: String? = nil, inAxes: Int? = 0, name: String = "f"
) -> @Sendable (A) -> (repeat each R) {
  let spread = ParallelFunction(name, axisName, [inAxes]) { (p: One<A>) in
    let r = f(p.value)
    return Pack(repeat each r)
  }
  return { a in spread(One(a)).values }
}

public func pmap<A: Tree, B: Tree, R: Tree>(
  _ f: @escaping (A, B) -> R, axisName: String? = nil, inAxes: (Int?, Int?) = (0, 0), name: String = "f"
) -> @Sendable (A, B) -> R {
  let spread = ParallelFunction(name, axisName, [inAxes.0, inAxes.1]) { (p: Pack<A, B>) in f(p.values.0, p.values.1) }
  return { a, b in spread(Pack(a, b)) }
}

@_disfavoredOverload
public func pmap<A: Tree, B: Tree, each R: Tree>(
  _ f: @escaping (A, B) -> (repeat each R), axisName: String? = nil, inAxes: (Int?, Int?) = (0, 0), name: String = "f"
) -> @Sendable (A, B) -> (repeat each R) {
  let spread = ParallelFunction(name, axisName, [inAxes.0, inAxes.1]) { (p: Pack<A, B>) in
    let r = f(p.values.0, p.values.1)
    return Pack(repeat each r)
  }
  return { a, b in spread(Pack(a, b)).values }
}

public func pmap<A: Tree, B: Tree, C: Tree, R: Tree>(
  _ f: @escaping (A, B, C) -> R, axisName: String? = nil, inAxes: (Int?, Int?, Int?) = (0, 0, 0), name: String = "f"
) -> @Sendable (A, B, C) -> R {
  let spread = ParallelFunction(name, axisName, [inAxes.0, inAxes.1, inAxes.2]) { (p: Pack<A, B, C>) in
    f(p.values.0, p.values.1, p.values.2)
  }
  return { a, b, c in spread(Pack(a, b, c)) }
}

@_disfavoredOverload
public func pmap<A: Tree, B: Tree, C: Tree, each R: Tree>(
  _ f: @escaping (A, B, C) -> (repeat each R), axisName: String? = nil, inAxes: (Int?, Int?, Int?) = (0, 0, 0),
  name: String = "f"
) -> @Sendable (A, B, C) -> (repeat each R) {
  let spread = ParallelFunction(name, axisName, [inAxes.0, inAxes.1, inAxes.2]) { (p: Pack<A, B, C>) in
    let r = f(p.values.0, p.values.1, p.values.2)
    return Pack(repeat each r)
  }
  return { a, b, c in spread(Pack(a, b, c)).values }
}
