import LanewiseEngine

/// Carries a tangent along with every value: forward-mode differentiation.
package class JVPTrace: Trace {
  package init(parent: Trace?) { super.init(parent: parent, handsOn: true) }

  package final class Dual: Tracer, @unchecked Sendable {
    package let primal: NDArray
    package let tangent: NDArray
    init(_ primal: NDArray, _ tangent: NDArray, _ trace: Trace) {
      self.primal = primal
      self.tangent = tangent
      super.init(primal.aval, trace)
    }
    override package var knownValue: NDArray? { primal }
  }

  /// A value with its tangent; one without a tangent is a constant.
  package final func dual(_ primal: NDArray, _ tangent: Tangent) -> NDArray {
    guard let tangent else { return primal }
    return NDArray(Dual(primal, tangent, self))
  }

  package final func split(_ x: NDArray) -> (primal: NDArray, tangent: Tangent) {
    guard x.isTracer, unsafeDowncast(x.node, to: Tracer.self).trace === self else { return (x, nil) }
    let dual = unsafeDowncast(x.node, to: Dual.self)
    return (dual.primal, dual.tangent)
  }

  override package final func process(_ p: any Primitive, _ x: [NDArray], _ results: [AbstractArray]) -> [NDArray] {
    differentiate(p, x) ?? handOn(p, x, results)
  }
  override package final func process(_ call: any CustomCall, _ x: [NDArray]) -> [NDArray] {
    differentiate(call, x) ?? Context.with(parent) { call.apply(x) }
  }

  /// The results with their tangents; nil where no operand has one.
  private func differentiate(_ p: some Transformable, _ x: [NDArray]) -> [NDArray]? {
    var primals = x
    var tangents = [Tangent](filledWith: nil, count: x.count)
    var moving = false
    for index in x.indices {
      (primals[index], tangents[index]) = split(x[index])
      moving = moving || tangents[index] != nil
    }
    guard moving else { return nil }
    let (outputs, outputTangents) = derivative(p, primals, tangents)
    return outputs.indices.map { dual(outputs[$0], outputTangents[$0]) }
  }

  func derivative(_ p: some Transformable, _ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    Context.with(parent) { p.jvp(x, t) }
  }
}

/// Values and tangents of `f`; a nil tangent is zero, in and out.
package func jvp(_ primals: [NDArray], _ tangents: [Tangent], _ f: ([NDArray]) -> [NDArray]) -> ([NDArray], [Tangent]) {
  let trace = JVPTrace(parent: Context.current.trace)
  let outputs = trace.run { f(zip(primals, tangents).map(trace.dual)) }.map(trace.split)
  return (outputs.map(\.primal), outputs.map(\.tangent))
}

extension Jaxpr {
  /// The program that takes the operands, then the tangents of those that `moving` marks, and gives the results, then
  /// the tangents of those that `outMoving` marks. A result that `force` marks has a tangent in any case: zeros, if need
  /// be, as the carry of a loop must keep its type.
  package func jvp(moving: [Bool], force: [Bool]? = nil) -> (jaxpr: Jaxpr, outMoving: [Bool]) {
    let form = derived.form(.jvp(moving, force)) {
      var mask: [Bool] = []
      let tangentTypes = zip(inputTypes, moving).filter(\.1).map(\.0)
      let jaxpr = stage(inputTypes + tangentTypes) { x in
        var tangents = x[inputs.count...].makeIterator()
        var (outputs, outputTangents) = LanewiseCore.jvp(
          Array(x[..<inputs.count]), moving.map { $0 ? tangents.next() : nil }
        ) { self($0) }
        for index in outputs.indices where force?[index] == true {
          outputTangents[index] = outputTangents[index].orZeros(outputs[index].aval)
        }
        mask = outputTangents.map { $0 != nil }
        return outputs + outputTangents.compactMap { $0 }
      }
      return DerivedForms.Form(jaxprs: [jaxpr], mask: mask)
    }
    return (form.jaxprs[0], form.mask)
  }
}
