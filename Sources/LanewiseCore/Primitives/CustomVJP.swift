import LanewiseEngine

/// What the forward rule of a user's reverse derivative gives: the results, what is kept for the backward pass, and the
/// backward rule that goes with it.
package struct ForwardPass {
  package let results: [NDArray]
  package let residuals: [NDArray]
  /// The cotangents of the operands, for the residuals and the cotangents of the results.
  package let backward: ([NDArray], [NDArray]) -> [NDArray]

  package init(
    results: [NDArray], residuals: [NDArray], backward: @escaping ([NDArray], [NDArray]) -> [NDArray]
  ) {
    self.results = results
    self.residuals = residuals
    self.backward = backward
  }
}

package typealias ForwardRule = ([NDArray]) -> ForwardPass

/// A call of a function whose reverse derivative the user gives (`jax.custom_vjp`).
package struct CustomVJP: CustomCall, @unchecked Sendable {
  package let label: String
  package let function: ([NDArray]) -> [NDArray]
  package let rule: ForwardRule

  package init(_ label: String, _ function: @escaping ([NDArray]) -> [NDArray], rule: @escaping ForwardRule) {
    self.label = label
    self.function = function
    self.rule = rule
  }

  package func run(_ x: [NDArray]) -> [NDArray] { function(x) }

  package func staged(_ x: [NDArray]) -> (any Primitive, [NDArray]) {
    let jaxpr = stage(x.map(\.aval), function)
    let call = CustomVJPCall(
      label: label, jaxpr: jaxpr.withConstantsAsInputs, constantCount: jaxpr.constants.count, rule: rule)
    return (call, jaxpr.constants + x)
  }

  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    let pass = rule(x)
    return (pass.results, BackwardRule.tangents(label, pass, x, t))
  }

  package func linearize(_ x: [NDArray], _ t: [Tangent], _ linear: LinearTrace) -> ([NDArray], [Tangent]) {
    let pass = rule(x)
    return (pass.results, Context.with(linear) { BackwardRule.tangents(label, pass, x, t) })
  }

  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    let mask = axes.map { $0 != nil }
    let batched = BatchedCall(mask, size: size)
    let call = CustomVJP(
      label, { batched.run($0, mask, function) }, rule: CustomVJPCall.batched(rule, mask, batched, size: size))
    let results = call.apply(BatchedCall.front(x, axes))
    return (results, results.map { _ in batched.axes })
  }
}

/// The traced form of such a call: operands are the arrays that the function captured, then its arguments.
package struct CustomVJPCall: Primitive, @unchecked Sendable {
  package let label: String
  package let jaxpr: Jaxpr
  package let constantCount: Int
  /// Nil for a program that was read from text, where rules do not stand: then the program's own derivative is taken.
  package let rule: ForwardRule?
  /// How the text that the program was read from shows the rules.
  var stated: [String: ParameterValue] = [:]

  package var name: String { "custom_vjp_call_jaxpr" }
  package var arity: Int? { jaxpr.inputs.count }
  package func literalType(at index: Int) -> DType? { jaxpr.inputType(at: index)?.dtype }
  package var resultCount: Int { jaxpr.outputs.count }
  package var parameters: [Parameter] {
    [
      Parameter("bwd", .function("CustomVJPCallPrimitive.bind.<locals>.<lambda>")),
      Parameter("fun_jaxpr", .jaxpr(jaxpr)),
      Parameter("fwd_jaxpr_thunk", .function("_memoize.<locals>.memoized")),
      Parameter("num_consts", .int(constantCount)),
      Parameter("out_trees", .function("transformation_with_aux.<locals>.<lambda>")),
      Parameter("symbolic_zeros", .bool(false)),
    ].map { $0.stated(in: stated) }
  }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] { try jaxpr.resultTypes(label, x) }

  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    guard let rule else { return JitCall(label: label, jaxpr: jaxpr).jvp(x, t) }
    guard let (pass, arguments) = forward(rule, x, t) else { return capturedMoves(label, jaxpr) }
    return (pass.results, BackwardRule.tangents(label, pass, arguments, Array(t[constantCount...])))
  }

  package func linearize(_ x: [NDArray], _ t: [Tangent], _ linear: LinearTrace) -> ([NDArray], [Tangent]) {
    guard let rule else { return JitCall(label: label, jaxpr: jaxpr).linearize(x, t, linear) }
    guard let (pass, arguments) = forward(rule, x, t) else { return capturedMoves(label, jaxpr) }
    let tangents = Context.with(linear) {
      BackwardRule.tangents(label, pass, arguments, Array(t[constantCount...]))
    }
    return (pass.results, tangents)
  }

  /// The forward pass for the arguments; nil where a captured array has a tangent.
  private func forward(_ rule: ForwardRule, _ x: [NDArray], _ t: [Tangent]) -> (ForwardPass, [NDArray])? {
    guard !t[..<constantCount].contains(where: { $0 != nil }) else { return nil }
    let arguments = Array(x[constantCount...])
    return (rule(arguments), arguments)
  }

  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] {
    JitCall(label: label, jaxpr: jaxpr).transpose(cotangents, x)
  }

  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    let mask = axes.map { $0 != nil }
    let all = Array(repeating: true, count: resultCount)
    let batched = BatchedCall(mask, size: size, force: true)
    let call = CustomVJPCall(
      label: label, jaxpr: jaxpr.batched(mask, size: size, force: all).jaxpr, constantCount: constantCount,
      rule: rule.map { Self.batched($0, Array(mask[constantCount...]), batched, size: size) })
    return (bind(call, BatchedCall.front(x, axes)), all.map { _ in 0 })
  }

  package func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray]) -> [Slot] { jaxpr.lower(x, b) }
  package func evaluate(_ x: [NDArray], _ results: [AbstractArray]) -> [NDArray] { jaxpr.run(x) }
  package func checked(_ x: [NDArray], _ errors: CheckState) -> [NDArray] { errors.beside(self, jaxpr, x) }
  package func evaluateStepwise(_ x: [NDArray]) -> [NDArray]? { jaxpr(x) }

  /// The rules for a batch. The cotangent of an operand that is the same for the whole batch is the sum over it.
  fileprivate static func batched(
    _ rule: @escaping ForwardRule, _ mask: [Bool], _ batched: BatchedCall, size: Int
  ) -> ForwardRule {
    { x in
      var one: ForwardPass!
      let outputs = batched.run(x, mask) { operands in
        one = rule(operands)
        return one.results + one.residuals
      }
      let (count, backward) = (one.results.count, one.backward)
      let isBatched = batched.isBatched == true
      return ForwardPass(results: Array(outputs[..<count]), residuals: Array(outputs[count...])) { residuals, ct in
        let operands = residuals + ct
        let results = batched.runFreely(operands, operands.map { _ in isBatched }) {
          backward(Array($0[..<residuals.count]), Array($0[residuals.count...]))
        }
        return zip(results, mask).map { result, isMapped in
          BackwardRule.matched(result.value, result.axis, isMapped: isMapped, size: size)
        }
      }
    }
  }
}

extension CustomVJPCall {
  init(_ parameters: ParameterReader) throws {
    self.init(
      label: "custom_vjp_call_jaxpr", jaxpr: try parameters.jaxpr("fun_jaxpr"),
      constantCount: parameters["num_consts"] == nil ? 0 : try parameters.count("num_consts"), rule: nil,
      stated: parameters.values)
  }
}

/// The backward rule as a linear map from tangents to tangents, of which only the transpose is known. Operands: the
/// residuals, then the tangents of the operands that move.
package struct BackwardRule: Primitive, @unchecked Sendable {
  package let label: String
  package let residualCount: Int
  /// For each operand of the function, whether it has a tangent here.
  package let moving: [Bool]
  /// The types of the function's results; those that have derivatives are this map's results.
  package let resultTypes: [AbstractArray]
  package let backward: ([NDArray], [NDArray]) -> [NDArray]

  package var name: String { "custom_lin" }
  package var arity: Int? { nil }
  package var resultCount: Int { resultTypes.count { $0.dtype.isInexact } }
  package var parameters: [Parameter] {
    [Parameter("bwd", .function(label)), Parameter("num_res", .int(residualCount))]
  }

  /// The tangents of the results of `pass`.
  fileprivate static func tangents(
    _ label: String, _ pass: ForwardPass, _ x: [NDArray], _ t: [Tangent]
  ) -> [Tangent] {
    let moving = zip(x, t).map { $0.dtype.isInexact && $1 != nil }
    let map = BackwardRule(
      label: label, residualCount: pass.residuals.count, moving: moving, resultTypes: pass.results.map(\.aval),
      backward: pass.backward)
    var tangents = bind(map, pass.residuals + zip(t, moving).compactMap { $1 ? $0 : nil }).makeIterator()
    return pass.results.map { $0.dtype.isInexact ? tangents.next() : nil }
  }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    resultTypes.filter(\.dtype.isInexact).map(\.tangentType)
  }

  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] {
    var given = cotangents.makeIterator()
    let ct = resultTypes.map { type in (type.dtype.isInexact ? given.next()! : nil).orZeros(type) }
    let residuals = x[..<residualCount].compactMap { operand -> NDArray? in
      if case .known(let value) = operand { value } else { nil }
    }
    guard residuals.count == residualCount else { return notLinear(x) }
    let pulled = backward(residuals, ct)
    return Array(repeating: nil, count: residualCount) + zip(pulled, moving).filter(\.1).map(\.0)
  }

  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    reportForward()
    let poisoned = resultTypes.filter(\.dtype.isInexact).map { NDArray.poisoned($0) }
    return (poisoned, poisoned.map { _ in nil })
  }

  /// A batch lies along axis 0 of every operand and result.
  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    let operands = zip(x, axes).map { Lax.moveBatch($0, from: $1, to: 0, size: size) }
    let batched = BatchedCall([], size: size, force: true)
    let map = BackwardRule(
      label: label, residualCount: residualCount, moving: moving,
      resultTypes: resultTypes.map { $0.inserting(size, axis: 0) }
    ) { residuals, ct in
      let both = residuals + ct
      return batched.runFreely(both, both.map { _ in true }) {
        backward(Array($0[..<residuals.count]), Array($0[residuals.count...]))
      }.map { Self.matched($0.value, $0.axis, isMapped: true, size: size) }
    }
    let results = bind(map, operands)
    return (results, results.map { _ in 0 })
  }

  package func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray]) -> [Slot] {
    reportForward()
    return results.map { b.constant(Storage(byteCount: $0.byteCount), $0) }
  }
  package func evaluate(_ x: [NDArray], _ results: [AbstractArray]) -> [NDArray] {
    reportForward()
    return results.map { .poisoned($0) }
  }

  private func reportForward() {
    report(
      LanewiseError(
        .dtype,
        "\(label): can't apply forward-mode autodiff (jvp) to a custom_vjp function, which has a rule for reverse mode only; use grad, vjp or jacrev, or define it with customJVP."
      ))
  }

  /// A cotangent with its batch along axis 0 where the operand has one, else summed over the batch.
  fileprivate static func matched(_ ct: NDArray, _ axis: Int?, isMapped: Bool, size: Int) -> NDArray {
    guard !ct.isPoisoned else { return ct }
    if isMapped { return Lax.moveBatch(ct, from: axis, to: 0, size: size) }
    return axis.map { Lax.reduceSum(ct, [$0]) } ?? Lax.mul(ct, Lax.scalarLike(ct, Double(size)))
  }
}
