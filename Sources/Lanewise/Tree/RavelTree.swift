import LanewiseCore

/// All leaves of a tree in one vector, and the function that makes a tree of such a vector again
/// (`jax.flatten_util.ravel_pytree`). The vector has the dtype in which the leaves meet; each leaf gets its own back.
///
/// ```swift
/// let (vector, unravel) = ravelPytree(["w": ones([2, 2]), "b": zeros([2])])  // [0. 0. 1. 1. 1. 1.]
/// unravel(vector * 2)["w"]!.shape  // [2, 2]
/// ```
public func ravelPytree<T: Tree>(_ tree: T) -> (vector: NDArray, unravel: (NDArray) -> T) {
  let (leaves, _) = treeFlatten(tree)
  let types = leaves.map { ($0.shape, $0.dtype) }
  let vector = leaves.isEmpty ? zeros([0]) : concatenate(leaves.map { ravel($0) })
  let unravel = { (vector: NDArray) -> T in
    guard vector.ndim == 1, vector.size == leaves.reduce(0, { $0 + $1.size }) else {
      let count = leaves.reduce(0) { $0 + $1.size }
      report(
        LanewiseError(
          .shape,
          "ravelPytree: a vector of shape \(vector.aval.shape) is no tree of \(count) elements; it must have as many."))
      return tree
    }
    var start = 0
    return treeUnflatten(
      tree,
      types.map { shape, dtype in
        let count = shape.reduce(1, *)
        defer { start += count }
        return Lax.reshape(Lax.sliceInDim(vector, start, start + count, axis: 0), shape).astype(dtype)
      })
  }
  return (vector, unravel)
}

/// Whether all leaves of a tree are true, which must be numbers that are known (`jax.tree.all`).
///
/// ```swift
/// treeAll(["a": true, "b": NDArray(1) .> 0])  // true
/// ```
public func treeAll<T: Tree>(_ tree: T) -> Bool { treeLeaves(tree).allSatisfy { Bool(Promote.truth($0)) } }

/// Runs `body` beside whatever is being traced: what is known stays known in it, and is computed at once
/// (`jax.ensure_compile_time_eval`).
///
/// ```swift
/// let f = jit { (x: NDArray) in
///   let table = ensureCompileTimeEval { sin(arange(4.0)) }
///   return x * Float(table[3])
/// }
/// ```
public func ensureCompileTimeEval<R>(_ body: () throws -> R) rethrows -> R { try Context.with(nil, body) }

/// An array of a shape and a dtype that has no elements, as an argument of ``evalShape(_:_:)`` (`jax.ShapeDtypeStruct`).
/// What is computed of it is as empty.
///
/// ```swift
/// evalShape({ (x: NDArray) in matmul(x, x) }, shapeDtypeStruct([1000, 1000], .float32)).shape  // [1000, 1000]
/// ```
public func shapeDtypeStruct(_ shape: any ShapeArgument, _ dtype: DType) -> NDArray {
  guard Check.isShape("shapeDtypeStruct", shape._shape) else { return .poisoned(AbstractArray([], dtype)) }
  return .poisoned(AbstractArray(Shape(shape._shape), dtype))
}
