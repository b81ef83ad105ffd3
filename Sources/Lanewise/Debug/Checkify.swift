import LanewiseCore

/// Errors at runtime as values (`jax.experimental.checkify`): what goes wrong in a compiled function is one of its
/// results.
///
/// ```swift
/// let f = { (x: NDArray) -> NDArray in
///   Checkify.check(x .> 0, "x must be positive, but is {}", x)
///   return log(x)
/// }
/// let (error, _) = jit(Checkify.checkify(f))(-1.0)
/// print(error.get()!)  // x must be positive, but is -1.0 (`check` failed)
/// ```
public enum Checkify {
  /// `f` with the first error, if any, beside its result (`jax.experimental.checkify.checkify`). What it gives can be
  /// compiled, differentiated and batched; `f` may contain loops, branches and transformations.
  ///
  /// - Parameter errors: what is looked for; what is not costs nothing.
  ///
  /// ```swift
  /// let (error, y) = Checkify.checkify({ x in sin(x / 0) }, errors: .floatChecks)(1.0)
  /// print(error.get()!)  // division by zero
  /// try error.throw()    // throws it
  /// ```
  public static func checkify(
    _ f: @escaping (NDArray) -> NDArray, errors: CheckErrors = .userChecks
  ) -> @Sendable (NDArray) -> (CheckError, NDArray) {
    nonisolated(unsafe) let f = f
    return { x in checked(errors) { f(x) } }
  }

  /// The same for an argument and a result of any tree.
  @_disfavoredOverload
  public static func checkify<A: Tree, R: Tree>(
    _ f: @escaping (A) -> R, errors: CheckErrors = .userChecks
  ) -> @Sendable (A) -> (CheckError, R) {
    nonisolated(unsafe) let f = f
    return { x in checked(errors) { f(x) } }
  }

  /// The same for two arguments.
  public static func checkify(
    _ f: @escaping (NDArray, NDArray) -> NDArray, errors: CheckErrors = .userChecks
  ) -> @Sendable (NDArray, NDArray) -> (CheckError, NDArray) {
    nonisolated(unsafe) let f = f
    return { x, y in checked(errors) { f(x, y) } }
  }

  /// The same for two arguments and a result of any tree.
  @_disfavoredOverload
  public static func checkify<A: Tree, B: Tree, R: Tree>(
    _ f: @escaping (A, B) -> R, errors: CheckErrors = .userChecks
  ) -> @Sendable (A, B) -> (CheckError, R) {
    nonisolated(unsafe) let f = f
    return { x, y in checked(errors) { f(x, y) } }
  }

  private static func checked<R: Tree>(_ errors: CheckErrors, _ body: () -> R) -> (CheckError, R) {
    let state = CheckState(seeking: errors)
    let result = state.run(body)
    return (CheckError(sites: state.sites, code: state.code, slots: state.slots), result)
  }

  /// Says that the program relies on `condition`, a bool of no dimensions (`jax.experimental.checkify.check`). Where it
  /// does not hold, `checkify` gives the message; outside, it is an error at once, and a function that is compiled
  /// without `checkify` is refused.
  ///
  /// - Parameters:
  ///   - message: `{}` and `{name}` stand for values, `{{` and `}}` for braces.
  ///   - values: those for `{}`, in order.
  ///   - named: those that the message names.
  public static func check(
    _ condition: NDArray, _ message: String, _ values: NDArray..., named: KeyValuePairs<String, NDArray> = [:]
  ) {
    guard let pieces = FormatPieces(message), pieces.places.filter(\.isEmpty).count == values.count,
      pieces.places.allSatisfy({ place in place.isEmpty || named.contains { $0.key == place } })
    else {
      report(
        LanewiseError(
          .value,
          "check: the message '\(message)' must have one {} for each of the \(values.count) values, names of named values only, and {{ or }} for a brace."
        ))
      return
    }
    var rest = values.makeIterator()
    let payload = pieces.places.map { place in
      place.isEmpty ? rest.next()! : named.first { $0.key == place }!.value
    }
    let site = CheckSite(.userChecks) { "\(pieces.filled($0.map(\.description))) (`check` failed)" }
    _ = bind(RuntimeCheck(site), [Lax.bitwiseNot(condition)] + payload)
  }

  /// Goes on only if there was no error (`jax.experimental.checkify.check_error`): as `check` of it, so that inside
  /// another `checkify` it is an error there.
  public static func checkError(_ error: CheckError) {
    let counts = error.slots.map(\.count)
    let site = CheckSite(.allChecks) { payload in
      var rest = payload.dropFirst()
      let slots = counts.map { count in (0..<count).map { _ in rest.removeFirst() } }
      return CheckError(sites: error.sites, code: payload[0], slots: slots).get() ?? ""
    }
    _ = bind(RuntimeCheck(site), [error.code .!= 0, error.code] + error.slots.flatMap { $0 })
  }
}
