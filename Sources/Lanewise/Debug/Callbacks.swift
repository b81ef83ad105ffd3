import LanewiseCore

/// Looking into programs while they run (`jax.debug`).
public enum Debug {
  /// Prints a line when the program comes to this place, with the arrays' values where the format has `{}`
  /// (`jax.debug.print`). It works under `jit`, `vmap` (a line for each example) and `grad`, and lines come in the order
  /// of the program. `{{` and `}}` stand for braces.
  ///
  /// ```swift
  /// let f = jit { (x: NDArray) in
  ///   Debug.print("x = {}, sum {}", x, x.sum())
  ///   return x * 2
  /// }
  /// f(arange(3))  // prints: x = [0 1 2], sum 3
  /// ```
  public static func print(_ format: String, _ arrays: NDArray...) {
    guard let pieces = FormatPieces(format), pieces.places == arrays.map({ _ in "" }) else {
      report(
        LanewiseError(
          .value,
          "Debug.print: the format '\(format)' must have one {} for each of the \(arrays.count) arrays, and {{ or }} for a brace."
        ))
      return
    }
    call(arrays) { Swift.print(pieces.filled($0.map(\.description))) }
  }

  /// Calls `f` with the values of `x` when the program comes to this place (`jax.debug.callback`). Differentiation
  /// leaves the call alone; under `vmap` it is made for each example.
  public static func callback<T: Tree>(_ f: @escaping (T) -> Void, _ x: T) {
    nonisolated(unsafe) let (f, x) = (f, x)
    call(treeLeaves(x)) { f(x.replacingLeaves($0)) }
  }

  private static func call(_ arrays: [NDArray], _ f: @escaping @Sendable ([NDArray]) -> Void) {
    let body: @Sendable ([NDArray]) -> [NDArray] = {
      f($0)
      return []
    }
    _ = bind(HostCall(kind: .debug, resultTypes: [], body: body), arrays)
  }
}

/// `f` of the host program applied to the values of `x` when the program comes to this place (`jax.pure_callback`). It
/// must depend on its argument alone: it may be called more often than expected, or not at all.
///
/// It cannot be differentiated, unless `customJVP` or `customVJP` says how; under `vmap` it is called for each example.
///
/// ```swift
/// jit { (x: NDArray) in pureCallback({ y in y * 2 }, like: x, x) }(3.0)  // 6
/// ```
///
/// - Parameter like: arrays of the shapes and dtypes that `f` gives; their values do not matter.
public func pureCallback<T: Tree, R: Tree>(_ f: @escaping (T) -> R, like: R, _ x: T) -> R {
  hostCall(.pure, f, like, x)
}

/// The same for a function that does more than compute: it is called exactly when the program comes to this place, in
/// order (`jax.experimental.io_callback`).
public func ioCallback<T: Tree, R: Tree>(_ f: @escaping (T) -> R, like: R, _ x: T) -> R {
  hostCall(.ordered, f, like, x)
}

private func hostCall<T: Tree, R: Tree>(_ kind: HostCall.Kind, _ f: @escaping (T) -> R, _ like: R, _ x: T) -> R {
  nonisolated(unsafe) let (f, argument) = (f, x)
  let types = treeLeaves(like).map(\.aval.tangentType)
  let call = HostCall(kind: kind, resultTypes: types) { treeLeaves(f(argument.replacingLeaves($0))) }
  return like.replacingLeaves(bind(call, treeLeaves(x)))
}
