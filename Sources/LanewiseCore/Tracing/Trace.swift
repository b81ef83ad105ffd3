import LanewiseEngine

/// What happens to the primitives of a function while it runs: evaluation where there is no trace, else staging,
/// differentiation or batching.
///
/// One trace is current on a thread (JAX's "stackless" form). A trace handles the tracers it made itself; whatever
/// else it meets is a constant to it, and what involves none of its tracers it hands to its parent.
package class Trace {
  /// Where this trace's own work goes; nil is evaluation.
  package final let parent: Trace?
  /// False once the transformation has ended: a tracer seen after that has leaked.
  package final var isActive = true

  /// Whether an operation without tracers among its operands comes to be evaluated: all traces hand it to their parents.
  package final let evaluatesConstants: Bool

  /// - Parameter handsOn: whether this trace hands what involves none of its tracers to its parent.
  package init(parent: Trace?, handsOn: Bool) {
    self.parent = parent
    evaluatesConstants = handsOn && parent?.evaluatesConstants ?? true
  }

  /// The results of `p`, whose types the shape rule has given.
  package func process(_ p: any Primitive, _ x: [NDArray], _ results: [AbstractArray]) -> [NDArray] {
    preconditionFailure("a trace must say what it does with a primitive")
  }

  /// The results of a user's function that has rules of its own.
  package func process(_ call: any CustomCall, _ x: [NDArray]) -> [NDArray] {
    preconditionFailure("a trace must say what it does with a call")
  }

  /// The results of a primitive that involves none of this trace's tracers.
  final func handOn(_ p: any Primitive, _ x: [NDArray], _ results: [AbstractArray]) -> [NDArray] {
    Context.with(parent) { dispatch(p, x, results, to: parent) }
  }

  /// Runs `body` with this trace as the current one, and marks it ended.
  package final func run<R>(_ body: () throws -> R) rethrows -> R {
    defer { isActive = false }
    return try Context.with(self, body)
  }
}

/// Applies a primitive under the current trace: the one door through which every operation goes.
@_semantics("optimize.sil.specialize.generic.never")  // As of the defaults of ``Primitive``.
package func bind(_ p: any Primitive, _ x: [NDArray]) -> [NDArray] {
  let avals = x.map(\.aval)
  let results: [AbstractArray]
  do {
    results = try p.abstract(avals)
  } catch {
    if !x.contains(where: \.isPoisoned) {
      report(error as? LanewiseError ?? LanewiseError(.value, "\(p.name): \(error)"))
    }
    let plausible = avals.max { $0.rank < $1.rank } ?? AbstractArray([], .float32)
    return Array(repeating: .poisoned(plausible), count: p.resultCount)
  }
  if x.contains(where: \.isPoisoned) { return results.map { .poisoned($0) } }
  return dispatch(p, x, results, to: Context.current.trace)
}

/// What is left of ``bind(_:_:)`` where the types of the results are known: `trace` does the work, or evaluation.
@_semantics("optimize.sil.specialize.generic.never")
package func dispatch(
  _ p: any Primitive, _ x: [NDArray], _ results: [AbstractArray], to trace: Trace?
) -> [NDArray] {
  guard let trace else {
    if let leaked = x.first(where: \.isTracer) {
      reportLeak(p.name, leaked)
      return results.map { .poisoned($0) }
    }
    let values = p.evaluate(x, results)
    return Faults.areSought ? Faults.checked(p, x, values) : values
  }
  return trace.process(p, x, results)
}

/// Applies a primitive of one result.
@inline(__always)
@_disfavoredOverload
package func bindOne(_ p: any Primitive, _ x: NDArray...) -> NDArray { bind(p, x)[0] }

package func reportLeak(_ name: String, _ tracer: NDArray) {
  // The trace may still be going on, where a custom rule captured an array that is being differentiated by.
  let reason =
    unsafeDowncast(tracer.node, to: Tracer.self).trace.isActive
    ? "is being differentiated or batched, but was captured by a function that has rules of its own; these know nothing of captured arrays. Pass it as an argument instead"
    : "is a traced array that outlived the function it was traced in. Return it from that function instead of storing it elsewhere"
  report(LanewiseError(.unexpectedTracer, "\(name): an operand of type \(tracer.aval) \(reason)."))
}
