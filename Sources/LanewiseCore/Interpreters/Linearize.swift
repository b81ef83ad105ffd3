import LanewiseEngine

/// Stages what involves a tangent, and hands the rest to its parent: the linear part of a derivative becomes a jaxpr,
/// whose constants are the residuals.
package final class LinearTrace: StageTrace {
  package init(parent: Trace?) { super.init(parent: parent, handsOn: true) }

  override package func process(_ p: any Primitive, _ x: [NDArray], _ results: [AbstractArray]) -> [NDArray] {
    x.contains(where: owns) ? super.process(p, x, results) : handOn(p, x, results)
  }
  override package func process(_ call: any CustomCall, _ x: [NDArray]) -> [NDArray] {
    x.contains(where: owns) ? super.process(call, x) : Context.with(parent) { call.apply(x) }
  }
}

/// Forward-mode differentiation whose tangents are staged: primals stay what they are for the parent, so a function
/// may branch on them.
package final class LinearizeTrace: JVPTrace {
  let linear: LinearTrace

  init(parent: Trace?, linear: LinearTrace) {
    self.linear = linear
    super.init(parent: parent)
  }

  override func derivative(_ p: some Transformable, _ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    Context.with(parent) { p.linearize(x, t, linear) }
  }
}

/// The linear map from the tangents of some operands to those of the results.
package struct LinearMap: Sendable {
  /// From the moving operands' tangents to the moving results' tangents. Its constants are the residuals.
  package let jaxpr: Jaxpr
  package let outMoving: [Bool]
  package let outTypes: [AbstractArray]
}

/// The results of `f`, and its derivative at `primals` with respect to those that `moving` marks. A result that `force`
/// marks has a tangent in any case.
package func linearize(
  _ primals: [NDArray], moving: [Bool], force: [Bool]? = nil, _ f: ([NDArray]) -> [NDArray]
) -> ([NDArray], LinearMap) {
  let parent = Context.current.trace
  let linear = LinearTrace(parent: parent)
  let trace = LinearizeTrace(parent: parent, linear: linear)
  let duals = zip(primals, moving).map { trace.dual($0, $1 ? linear.input($0.aval.tangentType) : nil) }
  let outputs = trace.run { f(duals) }.map(trace.split)
  linear.isActive = false
  let tangents = outputs.enumerated().map { index, output -> Tangent in
    force?[index] == true ? output.tangent.orZeros(output.primal.aval) : output.tangent
  }
  let map = LinearMap(
    jaxpr: linear.finish(tangents.compactMap { $0 }), outMoving: tangents.map { $0 != nil },
    outTypes: outputs.map(\.primal.aval))
  return (outputs.map(\.primal), map)
}

extension AbstractArray {
  /// The type of a tangent: the same shape and dtype, never weak.
  package var tangentType: AbstractArray { AbstractArray(shape, dtype) }
}

/// A jaxpr split for differentiation.
package struct LinearizedJaxpr {
  /// Gives the results, then the residuals.
  package let primal: Jaxpr
  /// Takes the residuals, then the moving tangents.
  package let linear: Jaxpr
  package let outMoving: [Bool]
}

extension Jaxpr {
  /// - Parameter force: results that have a tangent in any case.
  package func linearized(moving: [Bool], force: [Bool]? = nil) -> LinearizedJaxpr {
    let form = derived.form(.linearize(moving, force)) {
      var map: LinearMap!
      let primal = stage(inputTypes) { x in
        let outputs: [NDArray]
        (outputs, map) = LanewiseCore.linearize(x, moving: moving, force: force) { self($0) }
        return outputs + map.jaxpr.constants
      }
      return DerivedForms.Form(jaxprs: [primal, map.jaxpr.withConstantsAsInputs], mask: map.outMoving)
    }
    return LinearizedJaxpr(primal: form.jaxprs[0], linear: form.jaxprs[1], outMoving: form.mask)
  }
}
