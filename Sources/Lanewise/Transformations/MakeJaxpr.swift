import LanewiseCore

/// The program that `f` is when traced (`jax.make_jaxpr`).
///
/// ```swift
/// print(makeJaxpr { (x: NDArray) in maximum(0, x) }(2.0))
/// // { lambda ; a:f32[]. let b:f32[] = max 0.0 a in (b,) }
/// ```
public func makeJaxpr(_ f: @escaping (NDArray) -> NDArray) -> (NDArray) -> Jaxpr {
  { traced($0, f) }
}

// One overload for each number of arguments, for one result and for a tuple of results; see the first.

@_disfavoredOverload
public func makeJaxpr<A: Tree, R: Tree>(_ f: @escaping (A) -> R) -> (A) -> Jaxpr {
  { a in traced(One(a)) { (p: One<A>) in f(p.value) } }
}

@_disfavoredOverload
public func makeJaxpr<A: Tree, each R: Tree>(_ f: @escaping (A) -> (repeat each R)) -> (A) -> Jaxpr {
  { a in
    traced(One(a)) { (p: One<A>) in
      let r = f(p.value)
      return Pack(repeat each r)
    }
  }
}

public func makeJaxpr<A: Tree, B: Tree, R: Tree>(_ f: @escaping (A, B) -> R) -> (A, B) -> Jaxpr {
  { a, b in traced(Pack(a, b)) { (p: Pack<A, B>) in f(p.values.0, p.values.1) } }
}

@_disfavoredOverload
public func makeJaxpr<A: Tree, B: Tree, each R: Tree>(_ f: @escaping (A, B) -> (repeat each R)) -> (A, B) -> Jaxpr {
  { a, b in
    traced(Pack(a, b)) { (p: Pack<A, B>) in
      let r = f(p.values.0, p.values.1)
      return Pack(repeat each r)
    }
  }
}

public func makeJaxpr<A: Tree, B: Tree, C: Tree, R: Tree>(_ f: @escaping (A, B, C) -> R) -> (A, B, C) -> Jaxpr {
  { a, b, c in traced(Pack(a, b, c)) { (p: Pack<A, B, C>) in f(p.values.0, p.values.1, p.values.2) } }
}

@_disfavoredOverload
public func makeJaxpr<A: Tree, B: Tree, C: Tree, each R: Tree>(_ f: @escaping (A, B, C) -> (repeat each R)) -> (A, B, C)
  -> Jaxpr
{
  { a, b, c in
    traced(Pack(a, b, c)) { (p: Pack<A, B, C>) in
      let r = f(p.values.0, p.values.1, p.values.2)
      return Pack(repeat each r)
    }
  }
}

public func makeJaxpr<A: Tree, B: Tree, C: Tree, D: Tree, R: Tree>(_ f: @escaping (A, B, C, D) -> R) -> (A, B, C, D) ->
  Jaxpr
{
  { a, b, c, d in
    traced(Pack(a, b, c, d)) { (p: Pack<A, B, C, D>) in f(p.values.0, p.values.1, p.values.2, p.values.3) }
  }
}

@_disfavoredOverload
public func makeJaxpr<A: Tree, B: Tree, C: Tree, D: Tree, each R: Tree>(_ f: @escaping (A, B, C, D) -> (repeat each R))
  -> (A, B, C, D) -> Jaxpr
{
  { a, b, c, d in
    traced(Pack(a, b, c, d)) { (p: Pack<A, B, C, D>) in
      let r = f(p.values.0, p.values.1, p.values.2, p.values.3)
      return Pack(repeat each r)
    }
  }
}

public func makeJaxpr<A: Tree, B: Tree, C: Tree, D: Tree, E: Tree, R: Tree>(_ f: @escaping (A, B, C, D, E) -> R) -> (
  A, B, C, D, E
) -> Jaxpr {
  { a, b, c, d, e in
    traced(Pack(a, b, c, d, e)) { (p: Pack<A, B, C, D, E>) in
      f(p.values.0, p.values.1, p.values.2, p.values.3, p.values.4)
    }
  }
}

@_disfavoredOverload
public func makeJaxpr<A: Tree, B: Tree, C: Tree, D: Tree, E: Tree, each R: Tree>(
  _ f: @escaping (A, B, C, D, E) -> (repeat each R)
) -> (A, B, C, D, E) -> Jaxpr {
  { a, b, c, d, e in
    traced(Pack(a, b, c, d, e)) { (p: Pack<A, B, C, D, E>) in
      let r = f(p.values.0, p.values.1, p.values.2, p.values.3, p.values.4)
      return Pack(repeat each r)
    }
  }
}

/// The program of a function that uses collectives, for axes of these names and sizes.
///
/// ```swift
/// print(makeJaxpr({ (x: NDArray) in Lax.psum(x, "i") }, axisEnv: [("i", 4)])(ones([2])))
/// // { lambda ; a:f32[2]. let
/// //     b:f32[2] = psum[axes=('i',) axis_index_groups=None] a
/// //   in (b,) }
/// ```
public func makeJaxpr<A: Tree, R: Tree>(_ f: @escaping (A) -> R, axisEnv: [(String, Int)]) -> (A) -> Jaxpr {
  { a in
    var trace = { traced(One(a)) { (p: One<A>) in f(p.value) } }
    for (name, size) in axisEnv.reversed() {
      let inner = trace
      trace = { Context.with(axis: BatchAxis(name: name, size: size), inner) }
    }
    return trace()
  }
}

private func traced<X: Tree, R: Tree>(_ arguments: X, _ f: @escaping (X) -> R) -> Jaxpr {
  let function = TreeFunction(arguments, f)
  return stage(treeLeaves(arguments).map(\.aval)) { function($0) }
}

/// What `f` gives, in shapes and dtypes alone (`jax.eval_shape`): nothing is computed. The arrays of the result have a
/// shape and a dtype, but no elements.
///
/// ```swift
/// evalShape({ (x: NDArray) in matmul(x, x) }, ones([1000, 1000])).shape  // [1000, 1000]
/// ```
public func evalShape<A: Tree, R: Tree>(_ f: @escaping (A) -> R, _ a: A) -> R {
  let function = TreeFunction(a, f)
  _ = stage(treeLeaves(a).map(\.aval)) { function($0) }
  return function.result!
}

/// The same for a function of two arguments.
public func evalShape<A: Tree, B: Tree, R: Tree>(_ f: @escaping (A, B) -> R, _ a: A, _ b: B) -> R {
  evalShape({ (p: Pack<A, B>) in f(p.values.0, p.values.1) }, Pack(a, b))
}

/// The same for a function of three arguments.
public func evalShape<A: Tree, B: Tree, C: Tree, R: Tree>(_ f: @escaping (A, B, C) -> R, _ a: A, _ b: B, _ c: C) -> R {
  evalShape({ (p: Pack<A, B, C>) in f(p.values.0, p.values.1, p.values.2) }, Pack(a, b, c))
}
