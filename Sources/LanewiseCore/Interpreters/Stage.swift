import LanewiseEngine

/// Records primitives as the equations of a jaxpr.
package class StageTrace: Trace {
  final var builder = JaxprBuilder()

  override package init(parent: Trace?, handsOn: Bool = false) { super.init(parent: parent, handsOn: handsOn) }

  package final class Variable: Tracer, @unchecked Sendable {
    package let variable: Int32
    init(_ aval: AbstractArray, _ trace: Trace, _ variable: Int32) {
      self.variable = variable
      super.init(aval, trace)
    }
  }

  package final func input(_ aval: AbstractArray) -> NDArray {
    NDArray(Variable(aval, self, builder.input(aval)))
  }

  override package func process(_ p: any Primitive, _ x: [NDArray], _ results: [AbstractArray]) -> [NDArray] {
    if let leaked = x.first(where: { $0.isTracer && !unsafeDowncast($0.node, to: Tracer.self).trace.isActive }) {
      reportLeak(p.name, leaked)
      return results.map { .poisoned($0) }
    }
    let first = builder.equation(p, x.map(atom), results)
    return results.enumerated().map { NDArray(Variable($1, self, first + Int32($0))) }
  }

  /// The call as a primitive that holds the traced function.
  override package func process(_ call: any CustomCall, _ x: [NDArray]) -> [NDArray] {
    let (primitive, operands) = call.staged(x)
    return bind(primitive, operands)
  }

  /// Whether `x` is one of this trace's own variables.
  final func owns(_ x: NDArray) -> Bool {
    x.isTracer && unsafeDowncast(x.node, to: Tracer.self).trace === self
  }

  final func atom(_ x: NDArray) -> Atom {
    if owns(x) { return .variable(unsafeDowncast(x.node, to: Variable.self).variable) }
    return x.isLiteral ? builder.literal(x) : builder.constant(x)
  }

  package final func finish(_ outputs: [NDArray]) -> Jaxpr {
    // First the atoms: an output may be a constant that the builder has not met yet.
    let atoms = outputs.map(atom)
    return builder.finish(atoms)
  }
}

/// The jaxpr of `f` for operands of these types.
package func stage(_ avals: [AbstractArray], _ f: ([NDArray]) -> [NDArray]) -> Jaxpr {
  let trace = StageTrace(parent: Context.current.trace)
  let outputs = trace.run { f(avals.map(trace.input)) }
  return trace.finish(outputs)
}
