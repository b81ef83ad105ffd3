import LanewiseCore

/// The transpose of a linear function (`jax.linear_transpose`): it takes a cotangent of the result to one of the
/// argument. Of `x` only shape and dtype are used; `f` is never evaluated.
///
/// ```swift
/// linearTranspose({ (x: NDArray) in 3 * x.sum() }, zeros([2]))(1.0)  // [3. 3.]
/// ```
///
/// A function that is not linear is an error, in the words of the operation at which that shows.
public func linearTranspose(
  _ f: @escaping (NDArray) -> NDArray, _ x: NDArray
) -> @Sendable (NDArray) -> NDArray {
  transposed(x, f)
}

/// The same for a function of any tree; the cotangent has the result's structure.
@_disfavoredOverload
public func linearTranspose<A: Tree, R: Tree>(_ f: @escaping (A) -> R, _ x: A) -> @Sendable (R) -> A {
  transposed(x, f)
}

/// The same for two arguments, in which `f` is linear together: a cotangent goes to both.
public func linearTranspose<A: Tree, B: Tree, R: Tree>(
  _ f: @escaping (A, B) -> R, _ a: A, _ b: B
) -> @Sendable (R) -> (A, B) {
  let pullback = transposed(Pack(a, b)) { f($0.values.0, $0.values.1) }
  return { pullback($0).values }
}

private func transposed<X: Tree, R: Tree>(_ x: X, _ f: @escaping (X) -> R) -> @Sendable (R) -> X {
  let function = TreeFunction(x, f)
  let types = treeLeaves(x).map(\.aval)
  let jaxpr = stage(types) { function($0) }
  nonisolated(unsafe) let (argument, template) = (x, function.rebuilt(jaxpr.outputTypes.map { .poisoned($0) }))
  return { cotangent in
    guard let given = tangents("linearTranspose", template, cotangent) else { return argument }
    let pulled = jaxpr.transpose(
      given, linear: types.map { _ in true }, known: types.map { _ in nil })
    return argument.replacingLeaves(zip(pulled, types).map { $0.orZeros($1) })
  }
}
