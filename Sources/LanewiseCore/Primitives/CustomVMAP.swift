import LanewiseEngine

/// What a user's batching rule gives: for the size of the batch, which operands carry it, and the operands with it along
/// axis 0, the results, and which of them carry it, along axis 0 too.
package typealias VMAPRule = (Int, [Bool], [NDArray]) -> (results: [NDArray], mask: [Bool])

/// A call of a function whose batching rule the user gives (`jax.custom_batching.custom_vmap`).
///
/// The rule is differentiated where the function is, forward; reverse mode differentiates the function itself.
package struct CustomVMAP: CustomCall, @unchecked Sendable {
  package let label: String
  package let function: ([NDArray]) -> [NDArray]
  package let rule: VMAPRule

  package init(_ label: String, _ function: @escaping ([NDArray]) -> [NDArray], rule: @escaping VMAPRule) {
    self.label = label
    self.function = function
    self.rule = rule
  }

  package func run(_ x: [NDArray]) -> [NDArray] { function(x) }

  package func staged(_ x: [NDArray]) -> (any Primitive, [NDArray]) {
    let jaxpr = stage(x.map(\.aval), function)
    let call = CustomVMAPCall(
      label: label, jaxpr: jaxpr.withConstantsAsInputs, constantCount: jaxpr.constants.count, rule: rule)
    return (call, jaxpr.constants + x)
  }

  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    let moving = t.map { $0 != nil }
    func tangents(_ given: ArraySlice<NDArray>) -> [Tangent] {
      var given = given.makeIterator()
      return moving.map { $0 ? given.next() : nil }
    }
    let both = CustomVMAP(label) { [function] operands in
      let (results, moved) = LanewiseCore.jvp(
        Array(operands[..<x.count]), tangents(operands[x.count...]), function)
      return results + zip(results, moved).map { $1.orZeros($0.aval) }
    } rule: { [rule] size, mask, operands in
      // An operand and its tangent carry the batch together.
      let primalMask = Array(mask[..<x.count])
      let tangentMask = tangentFlags(moving, mask[x.count...])
      let wanted = zip(primalMask, tangentMask).map { $0 || $1 }
      func whole(_ x: NDArray, _ has: Bool, _ wants: Bool) -> NDArray {
        wants && !has ? Lax.moveBatch(x, from: nil, to: 0, size: size) : x
      }
      let primals = zip(zip(operands, primalMask), wanted).map { whole($0.0, $0.1, $1) }
      let moved = zip(zip(tangents(operands[x.count...]), tangentMask), wanted).map { pair, wants in
        pair.0.map { whole($0, pair.1, wants) }
      }
      var resultMask: [Bool] = []
      let (results, outTangents) = LanewiseCore.jvp(primals, moved) { operands in
        let (results, mask) = rule(size, wanted, operands)
        resultMask = mask
        return results
      }
      return (results + zip(results, outTangents).map { $1.orZeros($0.aval) }, resultMask + resultMask)
    }
    let results = both.apply(x + t.compactMap { $0 })
    let count = results.count / 2
    return (
      Array(results[..<count]), zip(results, results[count...]).map { $0.dtype.isInexact ? $1 : nil }
    )
  }

  package func linearize(_ x: [NDArray], _ t: [Tangent], _ linear: LinearTrace) -> ([NDArray], [Tangent]) {
    let (results, map) = LanewiseCore.linearize(x, moving: t.map { $0 != nil }, function)
    return (results, Context.with(linear) { map(t.compactMap { $0 }) })
  }

  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    let mask = axes.map { $0 != nil }
    guard mask.contains(true) else {
      // Only a captured array may carry the batch.
      let results = BatchedCall(mask, size: size).runFreely(x, mask, function)
      return (results.map(\.value), results.map(\.axis))
    }
    let (results, resultMask) = rule(size, mask, BatchedCall.front(x, axes))
    return (results, resultMask.map { $0 ? 0 : nil })
  }
}

/// For each operand, whether its tangent carries the batch; `flags` has an entry for each that moves.
private func tangentFlags(_ moving: [Bool], _ flags: ArraySlice<Bool>) -> [Bool] {
  var flags = flags.makeIterator()
  return moving.map { $0 ? flags.next() ?? false : false }
}

/// The traced form of such a call: operands are the arrays that the function captured, then its arguments.
package struct CustomVMAPCall: Primitive, @unchecked Sendable {
  package let label: String
  package let jaxpr: Jaxpr
  package let constantCount: Int
  package let rule: VMAPRule

  package var name: String { "custom_vmap_call" }
  package var arity: Int? { nil }
  package var resultCount: Int { jaxpr.outputs.count }
  package var parameters: [Parameter] { [Parameter("call", .jaxpr(jaxpr)), Parameter("rule", .function(label))] }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] { try jaxpr.resultTypes(label, x) }

  /// The call as it was before tracing, for these captured arrays.
  private func call(_ x: [NDArray]) -> CustomVMAP {
    let constants = Array(x[..<constantCount])
    return CustomVMAP(label, { [jaxpr] in jaxpr(constants + $0) }, rule: rule)
  }
  /// The call without its rule: for captured arrays that move or carry the batch.
  private var plain: JitCall { JitCall(label: label, jaxpr: jaxpr) }

  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    guard !t[..<constantCount].contains(where: { $0 != nil }) else { return plain.jvp(x, t) }
    return call(x).jvp(Array(x[constantCount...]), Array(t[constantCount...]))
  }
  package func linearize(_ x: [NDArray], _ t: [Tangent], _ linear: LinearTrace) -> ([NDArray], [Tangent]) {
    plain.linearize(x, t, linear)
  }
  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] { plain.transpose(cotangents, x) }
  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    guard axes[..<constantCount].allSatisfy({ $0 == nil }) else { return plain.batch(x, axes, size: size) }
    return call(x).batch(Array(x[constantCount...]), Array(axes[constantCount...]), size: size)
  }
  package func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray]) -> [Slot] { jaxpr.lower(x, b) }
  package func evaluate(_ x: [NDArray], _ results: [AbstractArray]) -> [NDArray] { jaxpr.run(x) }
  package func checked(_ x: [NDArray], _ errors: CheckState) -> [NDArray] { errors.beside(self, jaxpr, x) }
  package func evaluateStepwise(_ x: [NDArray]) -> [NDArray]? { jaxpr(x) }
}
