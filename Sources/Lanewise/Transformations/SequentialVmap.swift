import LanewiseCore

/// `f` in a form that `vmap` runs for one example after the other (`jax.custom_batching.sequential_vmap`), as `Lax.map`
/// does: for a function whose batch would take too much memory.
///
/// ```swift
/// vmap(sequentialVmap { (x: NDArray) in x.sum() })(ones([3, 4]))  // [4. 4. 4.]
/// ```
public func sequentialVmap(_ f: @escaping (NDArray) -> NDArray) -> @Sendable (NDArray) -> NDArray {
  nonisolated(unsafe) let f = f
  // A batch of batches is taken one by one too.
  @Sendable func sequential(_ x: NDArray) -> NDArray {
    customVMAP(f, rule: { _, _, x in (Lax.map({ sequential($0) }, x), true) }, name: "sequentialVmap")(x)
  }
  return { sequential($0) }
}

/// The same for an argument and a result of any tree.
@_disfavoredOverload
public func sequentialVmap<A: Tree, R: Tree>(_ f: @escaping (A) -> R) -> @Sendable (A) -> R {
  nonisolated(unsafe) let f = f
  @Sendable func sequential(_ x: A) -> R {
    customVMAP(f, rule: { _, _, x in (Lax.map({ sequential($0) }, x), true) }, name: "sequentialVmap")(x)
  }
  return { sequential($0) }
}

/// The same for two arguments, of which both or one may carry the batch.
public func sequentialVmap(_ f: @escaping (NDArray, NDArray) -> NDArray) -> @Sendable (NDArray, NDArray) -> NDArray {
  nonisolated(unsafe) let f = f
  @Sendable func sequential(_ x: NDArray, _ y: NDArray) -> NDArray {
    let custom = customVMAP(
      f,
      rule: { (size: Int, isBatched: (Bool, Bool), x: NDArray, y: NDArray) in
        switch isBatched {
        case (true, true): (Lax.map({ (p: Pack) in sequential(p.values.0, p.values.1) }, Pack(x, y)), true)
        case (true, false): (Lax.map({ sequential($0, y) }, x), true)
        default: (Lax.map({ sequential(x, $0) }, y), true)
        }
      }, name: "sequentialVmap")
    return custom(x, y)
  }
  return { sequential($0, $1) }
}
