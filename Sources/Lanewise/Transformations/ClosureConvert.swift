import LanewiseCore

/// `f` without what it captured of a transformation under way, and that (`jax.closure_convert`): the arrays that may be
/// being differentiated by become an argument of their own. For functions that give an argument function a derivative
/// rule: the rule must know all that moves.
///
/// ```swift
/// let (g, captured) = closureConvert(f, x)
/// g(x, captured)  // f(x)
/// ```
///
/// `g` is for arguments of the types of `x`.
public func closureConvert<A: Tree, R: Tree>(
  _ f: @escaping (A) -> R, _ x: A
) -> (@Sendable (A, [NDArray]) -> R, [NDArray]) {
  let (converted, captured) = convert(f, x)
  return ({ converted($0, $1) }, captured)
}

/// The same for a function of two arguments.
public func closureConvert<A: Tree, B: Tree, R: Tree>(
  _ f: @escaping (A, B) -> R, _ a: A, _ b: B
) -> (@Sendable (A, B, [NDArray]) -> R, [NDArray]) {
  let (converted, captured) = convert({ f($0.values.0, $0.values.1) }, Pack(a, b))
  return ({ converted(Pack($0, $1), $2) }, captured)
}

private func convert<X: Tree, R: Tree>(
  _ f: @escaping (X) -> R, _ x: X
) -> (@Sendable (X, [NDArray]) -> R, [NDArray]) {
  let function = TreeFunction(x, f)
  let types = treeLeaves(x).map(\.aval)
  let traced = stage(types) { function($0) }
  let (jaxpr, captured) = traced.hoisting { $0.isTracer && $0.dtype.isInexact }
  nonisolated(unsafe) let template = function.rebuilt(jaxpr.outputTypes.map { .poisoned($0) })
  return (
    { x, captured in
      let operands = captured + treeLeaves(x)
      guard operands.map(\.aval.shape) == jaxpr.inputTypes.map(\.shape) else {
        report(
          LanewiseError(
            .shape,
            "closureConvert: the arguments have types \(operands.map(\.aval)), but the function was converted for \(jaxpr.inputTypes)."
          ))
        return template
      }
      return template.replacingLeaves(jaxpr(operands))
    }, captured
  )
}
