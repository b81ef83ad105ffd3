import LanewiseCore

/// `f` with a batching rule of your own (`jax.custom_batching.custom_vmap`): under `vmap` the rule is called in place of
/// `f`. It takes the size of the batch, whether the argument carries it, and the argument, with the batch along axis 0;
/// it gives the result, and whether that carries the batch, along axis 0 too.
///
/// ```swift
/// let sorted = customVMAP({ (x: NDArray) in sort(x) }, rule: { size, isBatched, x in (sort(x, axis: 1), isBatched) })
/// ```
///
/// Forward-mode differentiation goes through function and rule; reverse mode goes through the function alone.
///
/// - Parameter name: what errors call it.
public func customVMAP(
  _ f: @escaping (NDArray) -> NDArray, rule: @escaping (Int, Bool, NDArray) -> (NDArray, Bool), name: String = "f"
) -> @Sendable (NDArray) -> NDArray {
  let custom = CustomVMAPFunction(name, f) { size, isBatched, x in rule(size, isBatched[0], x) }
  return { custom($0) }
}

/// The same for an argument and a result of any tree, of which all arrays carry the batch or none.
@_disfavoredOverload
public func customVMAP<A: Tree, R: Tree>(
  _ f: @escaping (A) -> R, rule: @escaping (Int, Bool, A) -> (R, Bool), name: String = "f"
) -> @Sendable (A) -> R {
  let custom = CustomVMAPFunction(name, { (x: One<A>) in f(x.value) }) { size, isBatched, x in
    rule(size, isBatched[0], x.value)
  }
  return { custom(One($0)) }
}

/// The same for two arguments; the rule is told of each whether it carries the batch.
public func customVMAP(
  _ f: @escaping (NDArray, NDArray) -> NDArray,
  rule: @escaping (Int, (Bool, Bool), NDArray, NDArray) -> (NDArray, Bool), name: String = "f"
) -> @Sendable (NDArray, NDArray) -> NDArray {
  let custom = pair(name, f, rule)
  return { a, b in custom(Pack(a, b)) }
}

/// The same for two arguments and a result of any tree.
@_disfavoredOverload
public func customVMAP<A: Tree, B: Tree, R: Tree>(
  _ f: @escaping (A, B) -> R, rule: @escaping (Int, (Bool, Bool), A, B) -> (R, Bool), name: String = "f"
) -> @Sendable (A, B) -> R {
  let custom = pair(name, f, rule)
  return { a, b in custom(Pack(a, b)) }
}

private func pair<A: Tree, B: Tree, R: Tree>(
  _ name: String, _ f: @escaping (A, B) -> R, _ rule: @escaping (Int, (Bool, Bool), A, B) -> (R, Bool)
) -> CustomVMAPFunction<Pack<A, B>, R> {
  CustomVMAPFunction(name, { f($0.values.0, $0.values.1) }) { size, isBatched, x in
    rule(size, (isBatched[0], isBatched[1]), x.values.0, x.values.1)
  }
}
