/// Runs `body` and throws the first mistake made in it, instead of stopping the program.
///
/// Operators cannot throw. So inside `catching` an operation that fails records its error and yields a *poisoned*
/// array of a plausible shape, which absorbs whatever is done with it; when `body` ends, the error is thrown. It works
/// the same under `jit`, `grad` and `vmap`.
///
/// ```swift
/// do {
///   let y = try catching { ones([2, 3]) + ones([4]) }
/// } catch {
///   print(error)  // ShapeError: add: shapes (2, 3) and (4,) cannot be broadcast together …
/// }
/// ```
public func catching<R>(_ body: () throws -> R) throws -> R {
  let context = Context.current
  let outerError = context.error
  context.error = nil
  context.catching += 1
  defer {
    context.catching -= 1
    context.error = outerError
  }
  let result = try body()
  if let error = context.error { throw error }
  return result
}

/// Records `error` inside `catching`; stops the program outside.
package func report(_ error: LanewiseError) {
  let context = Context.current
  guard context.catching > 0 else { fatalError(error.description) }
  if context.error == nil { context.error = error }
}

/// Reports `error` and gives the poisoned array that stands for the failed operation's result.
package func fail(_ kind: LanewiseError.Kind, _ message: String, like aval: AbstractArray) -> NDArray {
  report(LanewiseError(kind, message))
  return .poisoned(aval)
}
