import LanewiseEngine

/// The derivative that a user gives: results and tangents for operands and tangents.
package typealias JVPRule = ([NDArray], [NDArray]) -> (results: [NDArray], tangents: [NDArray])

/// A call of a function whose forward derivative the user gives (`jax.custom_jvp`).
package struct CustomJVP: CustomCall, @unchecked Sendable {
  package let label: String
  package let function: ([NDArray]) -> [NDArray]
  package let rule: JVPRule

  package init(_ label: String, _ function: @escaping ([NDArray]) -> [NDArray], rule: @escaping JVPRule) {
    self.label = label
    self.function = function
    self.rule = rule
  }

  package func run(_ x: [NDArray]) -> [NDArray] { function(x) }

  package func staged(_ x: [NDArray]) -> (any Primitive, [NDArray]) {
    let jaxpr = stage(x.map(\.aval), function)
    let call = CustomJVPCall(
      label: label, jaxpr: jaxpr.withConstantsAsInputs, constantCount: jaxpr.constants.count, rule: rule)
    return (call, jaxpr.constants + x)
  }

  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) { CustomJVPCall.apply(rule, x, t) }

  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    let mask = axes.map { $0 != nil }
    let batched = BatchedCall(mask, size: size)
    let call = CustomJVP(
      label, { batched.run($0, mask, function) }, rule: CustomJVPCall.batched(rule, mask, batched))
    let results = call.apply(BatchedCall.front(x, axes))
    return (results, results.map { _ in batched.axes })
  }
}

/// The traced form of such a call: operands are the arrays that the function captured, then its arguments.
package struct CustomJVPCall: Primitive, @unchecked Sendable {
  package let label: String
  package let jaxpr: Jaxpr
  package let constantCount: Int
  /// Nil for a program that was read from text, where rules do not stand: then the program's own derivative is taken.
  package let rule: JVPRule?
  /// How the text that the program was read from shows the rule.
  var stated: [String: ParameterValue] = [:]

  package var name: String { "custom_jvp_call" }
  package var arity: Int? { jaxpr.inputs.count }
  package func literalType(at index: Int) -> DType? { jaxpr.inputType(at: index)?.dtype }
  package var resultCount: Int { jaxpr.outputs.count }
  package var parameters: [Parameter] {
    [
      Parameter("call_jaxpr", .jaxpr(jaxpr)), Parameter("jvp_jaxpr_thunk", .function("_memoize.<locals>.memoized")),
      Parameter("num_consts", .int(constantCount)), Parameter("symbolic_zeros", .bool(false)),
    ].map { $0.stated(in: stated) }
  }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] { try jaxpr.resultTypes(label, x) }

  package func linearize(_ x: [NDArray], _ t: [Tangent], _ linear: LinearTrace) -> ([NDArray], [Tangent]) {
    guard rule == nil else { return Context.with(linear) { jvp(x, t) } }
    return JitCall(label: label, jaxpr: jaxpr).linearize(x, t, linear)
  }

  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    guard let rule else { return JitCall(label: label, jaxpr: jaxpr).jvp(x, t) }
    guard !t[..<constantCount].contains(where: { $0 != nil }) else { return capturedMoves(label, jaxpr) }
    let arguments = Array(x[constantCount...])
    let (results, tangents) = Self.apply(rule, arguments, Array(t[constantCount...]))
    for (result, type) in zip(results, jaxpr.outputTypes) where !result.isPoisoned {
      guard result.aval.shape == type.shape, result.dtype == type.dtype else {
        report(
          LanewiseError(
            .shape,
            "customJVP \(label): the rule's value has type \(result.aval), but the function's has type \(type); they must be equal."
          ))
        return (jaxpr.outputTypes.map { .poisoned($0) }, jaxpr.outputTypes.map { _ in nil })
      }
    }
    return (results, tangents)
  }

  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] {
    JitCall(label: label, jaxpr: jaxpr).transpose(cotangents, x)
  }

  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    let mask = axes.map { $0 != nil }
    let all = Array(repeating: true, count: resultCount)
    let call = CustomJVPCall(
      label: label, jaxpr: jaxpr.batched(mask, size: size, force: all).jaxpr, constantCount: constantCount,
      rule: rule.map { Self.batched($0, Array(mask[constantCount...]), BatchedCall(mask, size: size, force: true)) })
    return (bind(call, BatchedCall.front(x, axes)), all.map { _ in 0 })
  }

  package func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray]) -> [Slot] { jaxpr.lower(x, b) }
  package func evaluate(_ x: [NDArray], _ results: [AbstractArray]) -> [NDArray] { jaxpr.run(x) }
  package func checked(_ x: [NDArray], _ errors: CheckState) -> [NDArray] { errors.beside(self, jaxpr, x) }
  package func evaluateStepwise(_ x: [NDArray]) -> [NDArray]? { jaxpr(x) }

  /// What the rule gives; a zero tangent is made an array for it, and a result that has no derivative has no tangent.
  fileprivate static func apply(_ rule: JVPRule, _ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    let (results, tangents) = rule(x, zip(x, t).map { $1.orZeros($0.aval) })
    return (results, zip(results, tangents).map { $0.dtype.isInexact ? $1 : nil })
  }

  /// The rule for a batch: an operand and its tangent carry it together.
  fileprivate static func batched(
    _ rule: @escaping JVPRule, _ mask: [Bool], _ batched: BatchedCall
  ) -> JVPRule {
    { x, t in
      let both = batched.run(x + t, mask + mask) { operands in
        let (results, tangents) = rule(Array(operands[..<mask.count]), Array(operands[mask.count...]))
        return results + tangents
      }
      return (Array(both[..<(both.count / 2)]), Array(both[(both.count / 2)...]))
    }
  }
}

extension CustomJVPCall {
  init(_ parameters: ParameterReader) throws {
    self.init(
      label: "custom_jvp_call", jaxpr: try parameters.jaxpr("call_jaxpr"),
      constantCount: parameters["num_consts"] == nil ? 0 : try parameters.count("num_consts"), rule: nil,
      stated: parameters.values)
  }
}

extension Parameter {
  /// The parameter as a text states it, where that is not a program.
  func stated(in values: [String: ParameterValue]) -> Parameter {
    if case .jaxpr = value { return self }
    return values[name].map { Parameter(name, $0) } ?? self
  }
}

/// What a rule gives where an array that the function captured is differentiated by: an error.
func capturedMoves(_ label: String, _ jaxpr: Jaxpr) -> ([NDArray], [Tangent]) {
  report(
    LanewiseError(
      .unexpectedTracer,
      "\(label): a function with a derivative rule of its own captured an array that is being differentiated by, but the rule is for its arguments only. Pass the array as an argument instead."
    ))
  return (jaxpr.outputTypes.map { .poisoned($0) }, jaxpr.outputTypes.map { _ in nil })
}

extension Jaxpr {
  /// The types of the results, where the operands have the types of the inputs.
  func resultTypes(_ label: String, _ x: [AbstractArray]) throws -> [AbstractArray] {
    for (given, wanted) in zip(x, inputTypes) where given.shape != wanted.shape || given.dtype != wanted.dtype {
      throw LanewiseError(
        .shape, "\(label): an operand has type \(given), but the function was traced for \(wanted).")
    }
    return outputTypes
  }
}
