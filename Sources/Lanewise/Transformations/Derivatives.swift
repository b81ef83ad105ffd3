import LanewiseCore

/// The value of `f` and its derivative along `dx` (`jax.jvp`): forward-mode differentiation.
///
/// ```swift
/// let (y, dy) = jvp({ (x: NDArray) in sin(x) }, 0.0, 1.0)  // 0, 1
/// ```
public func jvp(_ f: @escaping (NDArray) -> NDArray, _ x: NDArray, _ dx: NDArray) -> (NDArray, NDArray) {
  forward(x, dx, f)
}

/// The same for a function of any tree; the tangent has the argument's structure, shapes and dtypes.
@_disfavoredOverload
public func jvp<A: Tree, R: Tree>(_ f: @escaping (A) -> R, _ x: A, _ dx: A) -> (R, R) { forward(x, dx, f) }

/// The same for two arguments.
public func jvp<A: Tree, B: Tree, R: Tree>(_ f: @escaping (A, B) -> R, _ x: (A, B), _ dx: (A, B)) -> (R, R) {
  forward(Pack(tuple: x), Pack(tuple: dx)) { f($0.values.0, $0.values.1) }
}

/// The same for three arguments.
public func jvp<A: Tree, B: Tree, C: Tree, R: Tree>(
  _ f: @escaping (A, B, C) -> R, _ x: (A, B, C), _ dx: (A, B, C)
) -> (R, R) {
  forward(Pack(tuple: x), Pack(tuple: dx)) { f($0.values.0, $0.values.1, $0.values.2) }
}

private func forward<X: Tree, R: Tree>(_ x: X, _ dx: X, _ f: @escaping (X) -> R) -> (R, R) {
  let function = TreeFunction(x, f)
  guard let tangents = tangents("jvp", x, dx) else { return (function.poisoned(), function.poisoned()) }
  let (outputs, outTangents) = LanewiseCore.jvp(treeLeaves(x), tangents) { function($0) }
  let zeros = zip(outputs, outTangents).map { $1.orZeros($0.aval) }
  return (function.rebuilt(outputs), function.rebuilt(zeros))
}

/// The leaves of a tangent, once they fit the primal's; nil where that was a mistake. A leaf that has no derivative
/// (an integer) has no tangent.
func tangents<X: Tree>(_ name: String, _ x: X, _ dx: X) -> [NDArray?]? {
  let (primals, given) = (treeLeaves(x), treeLeaves(dx))
  if let difference = StructureDifference(treeStructure(x), treeStructure(dx)) {
    report(
      LanewiseError(
        .value,
        "\(name): the tangent's structure differs from the argument's: \(difference.sentence("the argument", "the tangent")); it must agree in everything but the arrays' values."
      ))
    return nil
  }
  var tangents: [NDArray?] = []
  for (index, (primal, tangent)) in zip(primals, given).enumerated() {
    guard primal.dtype.isInexact else {
      tangents.append(nil)
      continue
    }
    let converted = tangent.isLiteral ? tangent.converted(to: primal.dtype) : tangent
    guard converted.shape == primal.shape, converted.dtype == primal.dtype else {
      report(
        LanewiseError(
          .shape,
          "\(name): the tangent\(x.leafPaths[index]) has type \(converted.aval) where the argument has type \(primal.aval); shape and dtype must be equal."
        ))
      return nil
    }
    tangents.append(converted)
  }
  return tangents
}

/// The value of `f` and the function that pulls cotangents of the result back to the argument (`jax.vjp`).
///
/// ```swift
/// let (y, pullback) = vjp({ (x: NDArray) in x * x }, 3.0)
/// pullback(1.0)  // 6
/// ```
public func vjp(_ f: @escaping (NDArray) -> NDArray, _ x: NDArray) -> (NDArray, @Sendable (NDArray) -> NDArray) {
  reverse(x, f)
}

/// The same for a function of any tree; the cotangent has the result's structure.
@_disfavoredOverload
public func vjp<A: Tree, R: Tree>(_ f: @escaping (A) -> R, _ x: A) -> (R, @Sendable (R) -> A) { reverse(x, f) }

/// The same for two arguments: a cotangent is pulled back to both.
public func vjp<A: Tree, B: Tree, R: Tree>(
  _ f: @escaping (A, B) -> R, _ a: A, _ b: B
) -> (R, @Sendable (R) -> (A, B)) {
  let (y, pullback) = reverse(Pack(a, b)) { f($0.values.0, $0.values.1) }
  return (y, { pullback($0).values })
}

/// The same for three arguments.
public func vjp<A: Tree, B: Tree, C: Tree, R: Tree>(
  _ f: @escaping (A, B, C) -> R, _ a: A, _ b: B, _ c: C
) -> (R, @Sendable (R) -> (A, B, C)) {
  let (y, pullback) = reverse(Pack(a, b, c)) { f($0.values.0, $0.values.1, $0.values.2) }
  return (y, { pullback($0).values })
}

/// For a function that returns (value, something else): the value, the pullback, and that something else
/// (`has_aux=True`).
public func vjp<A: Tree, R: Tree, Aux: Tree>(
  _ f: @escaping (A) -> (R, Aux), _ x: A, hasAux: Bool
) -> (R, @Sendable (R) -> A, Aux) {
  reverseWithAuxiliary(x, f)
}

/// The same for two arguments.
public func vjp<A: Tree, B: Tree, R: Tree, Aux: Tree>(
  _ f: @escaping (A, B) -> (R, Aux), _ a: A, _ b: B, hasAux: Bool
) -> (R, @Sendable (R) -> (A, B), Aux) {
  let (y, pullback, aux) = reverseWithAuxiliary(Pack(a, b)) { f($0.values.0, $0.values.1) }
  return (y, { pullback($0).values }, aux)
}

/// What is carried along gets no cotangent: it is differentiated through in vain, and pulls nothing back.
private func reverseWithAuxiliary<X: Tree, R: Tree, Aux: Tree>(
  _ x: X, _ f: @escaping (X) -> (R, Aux)
) -> (R, @Sendable (R) -> X, Aux) {
  let (both, pullback) = reverse(x) { Pack(tuple: f($0)) }
  nonisolated(unsafe) let nothing = treeMap({ Lax.full($0.shape, .int(0), $0.dtype) }, both.values.1)
  return (both.values.0, { pullback(Pack($0, nothing)) }, both.values.1)
}

private func reverse<X: Tree, R: Tree>(_ x: X, _ f: @escaping (X) -> R) -> (R, @Sendable (R) -> X) {
  let function = TreeFunction(x, f)
  let leaves = treeLeaves(x)
  let (outputs, map) = LanewiseCore.linearize(leaves, moving: leaves.map(\.dtype.isInexact)) { function($0) }
  let result = function.rebuilt(outputs)
  nonisolated(unsafe) let (argument, template) = (x, result)
  return (
    result,
    { cotangent in
      guard let given = tangents("pullback", template, cotangent) else { return argument }
      var pulled = map.transpose(given).makeIterator()
      return argument.replacingLeaves(
        leaves.map { leaf in
          leaf.dtype.isInexact ? pulled.next()!.orZeros(leaf.aval) : Lax.full(leaf.shape, .int(0), leaf.dtype)
        })
    }
  )
}

/// The value of `f` at `x`, and its derivative there as a linear function of tangents (`jax.linearize`): for many
/// tangents at one place.
public func linearize(_ f: @escaping (NDArray) -> NDArray, _ x: NDArray) -> (NDArray, @Sendable (NDArray) -> NDArray) {
  linearized(x, f)
}

/// The same for a function of any tree.
@_disfavoredOverload
public func linearize<A: Tree, R: Tree>(_ f: @escaping (A) -> R, _ x: A) -> (R, @Sendable (A) -> R) { linearized(x, f) }

private func linearized<X: Tree, R: Tree>(_ x: X, _ f: @escaping (X) -> R) -> (R, @Sendable (X) -> R) {
  let function = TreeFunction(x, f)
  let leaves = treeLeaves(x)
  let (outputs, map) = LanewiseCore.linearize(leaves, moving: leaves.map(\.dtype.isInexact)) { function($0) }
  let result = function.rebuilt(outputs)
  nonisolated(unsafe) let (argument, template) = (x, result)
  return (
    result,
    { tangent in
      guard let given = tangents("linearize", argument, tangent) else { return template }
      let moved = map(given.compactMap { $0 })
      return template.replacingLeaves(zip(moved, outputs).map { $0.orZeros($1.aval) })
    }
  )
}

/// `x`, through which no derivative passes (`jax.lax.stop_gradient`).
public func stopGradient<T: Tree>(_ x: T) -> T { treeMap({ Lax.stopGradient($0) }, x) }
