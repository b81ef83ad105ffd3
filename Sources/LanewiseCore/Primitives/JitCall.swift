import LanewiseEngine

/// A call of a compiled function (`pjit`): it nests under every transformation.
package struct JitCall: Primitive {
  package let label: String
  package let jaxpr: Jaxpr
  package var name: String { "pjit" }
  package var arity: Int? { jaxpr.inputs.count }
  package func literalType(at index: Int) -> DType? { jaxpr.inputType(at: index)?.dtype }
  package var resultCount: Int { jaxpr.outputs.count }
  package var inlined: Jaxpr? { jaxpr }
  package var parameters: [Parameter] { [Parameter("name", .name(label)), Parameter("jaxpr", .jaxpr(jaxpr))] }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    try jaxpr.resultTypes("pjit \(label)", x)
  }

  private func call(_ jaxpr: Jaxpr, _ x: [NDArray]) -> [NDArray] { bind(JitCall(label: label, jaxpr: jaxpr), x) }

  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    let (moved, mask) = jaxpr.jvp(moving: t.map { $0 != nil })
    let results = call(moved, x + t.compactMap { $0 })
    var tangents = results[resultCount...].makeIterator()
    return (Array(results[..<resultCount]), mask.map { $0 ? tangents.next() : nil })
  }

  package func linearize(_ x: [NDArray], _ t: [Tangent], _ linear: LinearTrace) -> ([NDArray], [Tangent]) {
    let split = jaxpr.linearized(moving: t.map { $0 != nil })
    let results = call(split.primal, x)
    let residuals = results[resultCount...]
    let moving = Context.with(linear) { call(split.linear, residuals + t.compactMap { $0 }) }
    var tangents = moving.makeIterator()
    return (Array(results[..<resultCount]), split.outMoving.map { $0 ? tangents.next() : nil })
  }

  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] {
    let linear = x.map(\.isLinear)
    let (transposed, mask) = jaxpr.transposed(linear: linear, given: cotangents.map { $0 != nil })
    let known = x.compactMap { operand -> NDArray? in if case .known(let value) = operand { value } else { nil } }
    var results = call(transposed, known + cotangents.compactMap { $0 }).makeIterator()
    return mask.map { $0 ? results.next() : nil }
  }

  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    let (batched, mask) = jaxpr.batched(axes.map { $0 != nil }, size: size)
    let moved = zip(x, axes).map { operand, axis in axis.map { Lax.moveAxis(operand, from: $0, to: 0) } ?? operand }
    return (call(batched, moved), mask.map { $0 ? 0 : nil })
  }

  package func checked(_ x: [NDArray], _ errors: CheckState) -> [NDArray] {
    let program = errors.checked([jaxpr])[0]
    return errors.taking(call(program, errors.values + x))
  }

  package func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray]) -> [Slot] { jaxpr.lower(x, b) }
  package func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray], needed: [Bool]) -> [Slot?] {
    jaxpr.lower(x, b, needed: needed)
  }
  package func evaluate(_ x: [NDArray], _ results: [AbstractArray]) -> [NDArray] { jaxpr.run(x) }
}

/// The identity, through which no derivative passes (`lax.stop_gradient`).
package struct StopGradient: Primitive {
  package var name: String { "stop_gradient" }
  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] { x }
  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) { (bind(self, x), [nil]) }
  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] { notLinear(x) }
  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) { (bind(self, x), axes) }
  package func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray]) -> [Slot] { x }
  package func evaluate(_ x: [NDArray], _ results: [AbstractArray]) -> [NDArray] { x }
}
