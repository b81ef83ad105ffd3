import LanewiseCore

// MARK: One argument

/// The Jacobian of `f` by forward mode (`jax.jacfwd`): best where `f` has more results than arguments. The derivative of
/// an array by an array has the shape of the first, then that of the second.
///
/// ```swift
/// jacfwd { (x: NDArray) in x * x }([1.0, 2.0])  // [[2. 0.]
///                                              //  [0. 4.]]
/// ```
public func jacfwd(_ f: @escaping (NDArray) -> NDArray) -> @Sendable (NDArray) -> NDArray {
  nonisolated(unsafe) let f = f
  return { JacobianCall(.forward, $0, argnums: [0], f).byArgument }
}

/// The Jacobian of `f` by reverse mode (`jax.jacrev`): best where `f` has more arguments than results. The derivative of
/// an array by an array has the shape of the first, then that of the second.
public func jacrev(_ f: @escaping (NDArray) -> NDArray) -> @Sendable (NDArray) -> NDArray {
  nonisolated(unsafe) let f = f
  return { JacobianCall(.reverse, $0, argnums: [0], f).byArgument }
}

/// The same as ``jacrev(_:)`` (`jax.jacobian`).
public func jacobian(_ f: @escaping (NDArray) -> NDArray) -> @Sendable (NDArray) -> NDArray { jacrev(f) }

/// For a function of a tree: the tree of the derivatives by each of its arrays.
@_disfavoredOverload
public func jacfwd<A: Tree>(_ f: @escaping (A) -> NDArray) -> @Sendable (A) -> A {
  nonisolated(unsafe) let f = f
  return { a in JacobianCall(.forward, One(a), argnums: [0]) { f($0.value) }.byArgument.value }
}

/// For a function of a tree: the tree of the derivatives by each of its arrays.
@_disfavoredOverload
public func jacrev<A: Tree>(_ f: @escaping (A) -> NDArray) -> @Sendable (A) -> A {
  nonisolated(unsafe) let f = f
  return { a in JacobianCall(.reverse, One(a), argnums: [0]) { f($0.value) }.byArgument.value }
}

/// For a function that gives a tree: the tree of the derivatives of each of its arrays.
@_disfavoredOverload
public func jacfwd<R: Tree>(_ f: @escaping (NDArray) -> R) -> @Sendable (NDArray) -> R {
  nonisolated(unsafe) let f = f
  return { JacobianCall(.forward, $0, argnums: [0], f).byResult() }
}

/// For a function that gives a tree: the tree of the derivatives of each of its arrays.
@_disfavoredOverload
public func jacrev<R: Tree>(_ f: @escaping (NDArray) -> R) -> @Sendable (NDArray) -> R {
  nonisolated(unsafe) let f = f
  return { JacobianCall(.reverse, $0, argnums: [0], f).byResult() }
}

// MARK: Two arguments

/// The Jacobian of a function of two arguments with respect to the first.
public func jacfwd<A: Tree, B: Tree>(_ f: @escaping (A, B) -> NDArray) -> @Sendable (A, B) -> A {
  nonisolated(unsafe) let f = f
  return { a, b in pair(.forward, f, a, b, [0]).byArgument.values.0 }
}

/// The Jacobian of a function of two arguments with respect to the first.
public func jacrev<A: Tree, B: Tree>(_ f: @escaping (A, B) -> NDArray) -> @Sendable (A, B) -> A {
  nonisolated(unsafe) let f = f
  return { a, b in pair(.reverse, f, a, b, [0]).byArgument.values.0 }
}

/// With respect to argument `argnums` of two, counted from 0; negative numbers count from the last.
public func jacfwd(
  _ f: @escaping (NDArray, NDArray) -> NDArray, argnums: Int
) -> @Sendable (NDArray, NDArray) -> NDArray {
  nonisolated(unsafe) let f = f
  return { a, b in pair(.forward, f, a, b, [argnums]).chosen[0] }
}

/// With respect to argument `argnums` of two, counted from 0; negative numbers count from the last.
public func jacrev(
  _ f: @escaping (NDArray, NDArray) -> NDArray, argnums: Int
) -> @Sendable (NDArray, NDArray) -> NDArray {
  nonisolated(unsafe) let f = f
  return { a, b in pair(.reverse, f, a, b, [argnums]).chosen[0] }
}

/// With respect to several arguments of two: one Jacobian for each number.
public func jacfwd(
  _ f: @escaping (NDArray, NDArray) -> NDArray, argnums: [Int]
) -> @Sendable (NDArray, NDArray) -> [NDArray] {
  nonisolated(unsafe) let f = f
  return { a, b in pair(.forward, f, a, b, argnums).chosen }
}

/// With respect to several arguments of two: one Jacobian for each number.
public func jacrev(
  _ f: @escaping (NDArray, NDArray) -> NDArray, argnums: [Int]
) -> @Sendable (NDArray, NDArray) -> [NDArray] {
  nonisolated(unsafe) let f = f
  return { a, b in pair(.reverse, f, a, b, argnums).chosen }
}

/// With respect to both arguments, `argnums: (0, 1)`, of any types.
public func jacfwd<A: Tree, B: Tree>(
  _ f: @escaping (A, B) -> NDArray, argnums: (Int, Int)
) -> @Sendable (A, B) -> (A, B) {
  nonisolated(unsafe) let f = f
  return { a, b in pair(.forward, f, a, b, [argnums.0, argnums.1], mustBe: [0, 1]).byArgument.values }
}

/// With respect to both arguments, `argnums: (0, 1)`, of any types.
public func jacrev<A: Tree, B: Tree>(
  _ f: @escaping (A, B) -> NDArray, argnums: (Int, Int)
) -> @Sendable (A, B) -> (A, B) {
  nonisolated(unsafe) let f = f
  return { a, b in pair(.reverse, f, a, b, [argnums.0, argnums.1], mustBe: [0, 1]).byArgument.values }
}

private func pair<A: Tree, B: Tree>(
  _ mode: JacobianCall<Pack<A, B>, NDArray>.Mode, _ f: @escaping (A, B) -> NDArray, _ a: A, _ b: B, _ argnums: [Int],
  mustBe: [Int]? = nil
) -> JacobianCall<Pack<A, B>, NDArray> {
  JacobianCall(mode, Pack(a, b), argnums: argnums, mustBe: mustBe) { f($0.values.0, $0.values.1) }
}

// MARK: Three arguments

/// The Jacobian of a function of three arguments with respect to the first.
public func jacfwd<A: Tree, B: Tree, C: Tree>(_ f: @escaping (A, B, C) -> NDArray) -> @Sendable (A, B, C) -> A {
  nonisolated(unsafe) let f = f
  return { a, b, c in triple(.forward, f, a, b, c, [0]).byArgument.values.0 }
}

/// The Jacobian of a function of three arguments with respect to the first.
public func jacrev<A: Tree, B: Tree, C: Tree>(_ f: @escaping (A, B, C) -> NDArray) -> @Sendable (A, B, C) -> A {
  nonisolated(unsafe) let f = f
  return { a, b, c in triple(.reverse, f, a, b, c, [0]).byArgument.values.0 }
}

/// With respect to argument `argnums` of three, counted from 0; negative numbers count from the last.
public func jacfwd(
  _ f: @escaping (NDArray, NDArray, NDArray) -> NDArray, argnums: Int
) -> @Sendable (NDArray, NDArray, NDArray) -> NDArray {
  nonisolated(unsafe) let f = f
  return { a, b, c in triple(.forward, f, a, b, c, [argnums]).chosen[0] }
}

/// With respect to argument `argnums` of three, counted from 0; negative numbers count from the last.
public func jacrev(
  _ f: @escaping (NDArray, NDArray, NDArray) -> NDArray, argnums: Int
) -> @Sendable (NDArray, NDArray, NDArray) -> NDArray {
  nonisolated(unsafe) let f = f
  return { a, b, c in triple(.reverse, f, a, b, c, [argnums]).chosen[0] }
}

/// With respect to several arguments of three: one Jacobian for each number.
public func jacfwd(
  _ f: @escaping (NDArray, NDArray, NDArray) -> NDArray, argnums: [Int]
) -> @Sendable (NDArray, NDArray, NDArray) -> [NDArray] {
  nonisolated(unsafe) let f = f
  return { a, b, c in triple(.forward, f, a, b, c, argnums).chosen }
}

/// With respect to several arguments of three: one Jacobian for each number.
public func jacrev(
  _ f: @escaping (NDArray, NDArray, NDArray) -> NDArray, argnums: [Int]
) -> @Sendable (NDArray, NDArray, NDArray) -> [NDArray] {
  nonisolated(unsafe) let f = f
  return { a, b, c in triple(.reverse, f, a, b, c, argnums).chosen }
}

private func triple<A: Tree, B: Tree, C: Tree>(
  _ mode: JacobianCall<Pack<A, B, C>, NDArray>.Mode, _ f: @escaping (A, B, C) -> NDArray, _ a: A, _ b: B, _ c: C,
  _ argnums: [Int]
) -> JacobianCall<Pack<A, B, C>, NDArray> {
  JacobianCall(mode, Pack(a, b, c), argnums: argnums) { f($0.values.0, $0.values.1, $0.values.2) }
}
