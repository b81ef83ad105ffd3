import LanewiseCore

/// The second derivatives of `f` (`jax.hessian`): forward mode over reverse mode. The Hessian of a scalar by an array
/// has the array's shape twice.
///
/// ```swift
/// hessian { (x: NDArray) in (x ** 3).sum() }([1.0, 2.0])  // [[ 6.  0.]
///                                                        //  [ 0. 12.]]
/// ```
///
/// A product of the Hessian with a vector needs no Hessian: `jvp(grad(f), x, v)`.
public func hessian(_ f: @escaping (NDArray) -> NDArray) -> @Sendable (NDArray) -> NDArray { jacfwd(jacrev(f)) }

/// For a function that gives a tree: the tree of the Hessians of each of its arrays.
@_disfavoredOverload
public func hessian<R: Tree>(_ f: @escaping (NDArray) -> R) -> @Sendable (NDArray) -> R { jacfwd(jacrev(f)) }

/// For a function of a tree: for each array of it, in order, the derivatives by every array of the derivative by that
/// one.
@_disfavoredOverload
public func hessian<A: Tree>(_ f: @escaping (A) -> NDArray) -> @Sendable (A) -> [A] {
  let first = jacrev(f)
  return { a in JacobianCall(.forward, One(a), argnums: [0]) { first($0.value) }.rows.map(\.value) }
}

/// For a function of named arrays: the derivatives by two of them under their names, `h["w"]!["b"]!`.
public func hessian<Name: Comparable>(
  _ f: @escaping ([Name: NDArray]) -> NDArray
) -> @Sendable ([Name: NDArray]) -> [Name: [Name: NDArray]] {
  let first = jacrev(f)
  return { a in
    let rows = JacobianCall(.forward, One(a), argnums: [0]) { first($0.value) }.rows
    return Dictionary(uniqueKeysWithValues: zip(a.keys.sorted(), rows.map(\.value)))
  }
}

/// With respect to argument `argnums` of two, counted from 0; negative numbers count from the last.
public func hessian(
  _ f: @escaping (NDArray, NDArray) -> NDArray, argnums: Int = 0
) -> @Sendable (NDArray, NDArray) -> NDArray {
  jacfwd(jacrev(f, argnums: argnums), argnums: argnums)
}

/// With respect to several arguments of two: `h[i][j]` is the derivative by the arguments numbered i and j.
public func hessian(
  _ f: @escaping (NDArray, NDArray) -> NDArray, argnums: [Int]
) -> @Sendable (NDArray, NDArray) -> [[NDArray]] {
  let first = jacrev(f, argnums: argnums)
  return { a, b in
    let columns = JacobianCall(.forward, Pack(a, b), argnums: argnums) { first($0.values.0, $0.values.1) }
    return columns.blocks
  }
}

/// With respect to argument `argnums` of three, counted from 0; negative numbers count from the last.
public func hessian(
  _ f: @escaping (NDArray, NDArray, NDArray) -> NDArray, argnums: Int = 0
) -> @Sendable (NDArray, NDArray, NDArray) -> NDArray {
  jacfwd(jacrev(f, argnums: argnums), argnums: argnums)
}
