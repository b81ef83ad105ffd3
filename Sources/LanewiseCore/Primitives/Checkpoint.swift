import LanewiseEngine

/// What ``Checkpoint`` keeps for the backward pass, beside its operands (`jax.checkpoint_policies`).
public enum CheckpointPolicy: Hashable, Sendable {
  /// Nothing: everything is computed again.
  case nothingSaveable
  /// Everything, as without a checkpoint.
  case everythingSaveable
  /// The results of matrix products; what is cheap is computed again.
  case dotsSaveable
  /// The results of matrix products that have no batch dimensions.
  case dotsWithNoBatchDimsSaveable

  /// Python's name of the policy; nil is JAX's default.
  fileprivate var name: String? {
    switch self {
    case .nothingSaveable: nil
    case .everythingSaveable: "everything_saveable"
    case .dotsSaveable: "dots_saveable"
    case .dotsWithNoBatchDimsSaveable: "dots_with_no_batch_dims_saveable"
    }
  }

  fileprivate func saves(_ primitive: any Primitive) -> Bool {
    switch self {
    case .nothingSaveable: false
    case .everythingSaveable: true
    case .dotsSaveable: primitive.product != nil
    case .dotsWithNoBatchDimsSaveable: primitive.product == .single
    }
  }
}

/// A call whose intermediate values are not kept for the backward pass, but computed again in it (`jax.checkpoint`).
package struct Checkpoint: Primitive {
  package let jaxpr: Jaxpr
  package let policy: CheckpointPolicy
  /// Whether computing again is kept from being optimised away.
  package let preventCSE: Bool
  /// Whether it is the backward pass that is here, or the forward one.
  package let differentiated: Bool
  /// How the text that the program was read from names it, and shows the policy.
  private let stated: (name: String, policy: [String: ParameterValue])?

  package init(jaxpr: Jaxpr, policy: CheckpointPolicy, preventCSE: Bool, differentiated: Bool = false) {
    self.init(jaxpr, policy, preventCSE, differentiated, nil)
  }

  private init(
    _ jaxpr: Jaxpr, _ policy: CheckpointPolicy, _ preventCSE: Bool, _ differentiated: Bool,
    _ stated: (name: String, policy: [String: ParameterValue])?
  ) {
    self.jaxpr = jaxpr
    self.policy = policy
    self.preventCSE = preventCSE
    self.differentiated = differentiated
    self.stated = stated
  }

  package var name: String { stated?.name ?? "remat2" }
  package func checked(_ x: [NDArray], _ errors: CheckState) -> [NDArray] {
    let program = errors.checked([jaxpr])[0]
    let call = Checkpoint(program, policy, preventCSE, differentiated, stated)
    return errors.taking(bind(call, errors.values + x))
  }
  package var arity: Int? { jaxpr.inputs.count }
  package func literalType(at index: Int) -> DType? { jaxpr.inputType(at: index)?.dtype }
  package var resultCount: Int { jaxpr.outputs.count }
  package var parameters: [Parameter] {
    [
      Parameter("differentiated", .bool(differentiated)), Parameter("jaxpr", .jaxpr(jaxpr)),
      Parameter("policy", policy.name.map { .function($0) } ?? .none).stated(in: stated?.policy ?? [:]),
      Parameter("prevent_cse", .bool(preventCSE)),
    ]
  }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] { try jaxpr.resultTypes("checkpoint", x) }

  private func call(_ jaxpr: Jaxpr, _ x: [NDArray], differentiated: Bool? = nil) -> [NDArray] {
    bind(Checkpoint(jaxpr, policy, preventCSE, differentiated ?? self.differentiated, stated), x)
  }

  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    let (moved, mask) = jaxpr.jvp(moving: t.map { $0 != nil })
    let results = call(moved, x + t.compactMap { $0 })
    var tangents = results[resultCount...].makeIterator()
    return (Array(results[..<resultCount]), mask.map { $0 ? tangents.next() : nil })
  }

  /// The linear part takes the operands and what the policy keeps, and computes the rest again.
  package func linearize(_ x: [NDArray], _ t: [Tangent], _ linear: LinearTrace) -> ([NDArray], [Tangent]) {
    if policy == .everythingSaveable { return JitCall(label: "checkpoint", jaxpr: jaxpr).linearize(x, t, linear) }
    let (results, saved) = policy.run(jaxpr, x)
    let (tangent, mask) = jaxpr.recomputation(moving: t.map { $0 != nil }, policy, saved.map(\.aval))
    let moving = Context.with(linear) { call(tangent, x + saved + t.compactMap { $0 }, differentiated: true) }
    var tangents = moving.makeIterator()
    return (results, mask.map { $0 ? tangents.next() : nil })
  }

  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] {
    let (transposed, mask) = jaxpr.transposed(linear: x.map(\.isLinear), given: cotangents.map { $0 != nil })
    let known = x.compactMap { operand -> NDArray? in if case .known(let value) = operand { value } else { nil } }
    var results = call(transposed.pruned(), known + cotangents.compactMap { $0 }, differentiated: true).makeIterator()
    return mask.map { $0 ? results.next() : nil }
  }

  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    let (batched, mask) = jaxpr.batched(axes.map { $0 != nil }, size: size)
    return (call(batched, BatchedCall.front(x, axes)), mask.map { $0 ? 0 : nil })
  }

  package func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray]) -> [Slot] {
    differentiated && preventCSE ? b.apart { jaxpr.lower(x, b) } : jaxpr.lower(x, b)
  }
  package func evaluate(_ x: [NDArray], _ results: [AbstractArray]) -> [NDArray] { jaxpr(x) }

  /// The checkpoint that a text or JSON states; a policy that is not known here keeps nothing.
  init(_ parameters: ParameterReader) throws {
    let text = parameters["policy"]?.description
    let known: [CheckpointPolicy] = [.everythingSaveable, .dotsSaveable, .dotsWithNoBatchDimsSaveable]
    let policy = known.first { text?.contains(" \($0.name!) ") == true || text == $0.name }
    self.init(
      try parameters.jaxpr("jaxpr"), policy ?? .nothingSaveable, try parameters.bool("prevent_cse", default: true),
      try parameters.bool("differentiated", default: false),
      (parameters.primitive, parameters.values.filter { $0.key == "policy" }))
  }
}

// MARK: What a policy keeps

/// A result that the forward pass has kept, with the operation that made it for its derivative: operands are the kept
/// results, then those of the operation.
private struct Kept: Primitive {
  let primitive: any Primitive
  var name: String { "kept_" + primitive.name }
  var arity: Int? { nil }
  var resultCount: Int { primitive.resultCount }

  func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] { Array(x[..<resultCount]) }
  func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    (Array(x[..<resultCount]), primitive.jvp(Array(x[resultCount...]), Array(t[resultCount...])).1)
  }
  func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] { notLinear(x) }
  func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    (Array(x[..<resultCount]), Array(axes[..<resultCount]))
  }
  func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray]) -> [Slot] { Array(x[..<resultCount]) }
  func evaluate(_ x: [NDArray], _ results: [AbstractArray]) -> [NDArray] { Array(x[..<resultCount]) }
}

/// Hands on everything, but what a policy keeps to `keep`.
private final class KeepingTrace: Trace {
  private let policy: CheckpointPolicy
  private let keep: (any Primitive, [NDArray]) -> [NDArray]

  init(_ policy: CheckpointPolicy, _ keep: @escaping (any Primitive, [NDArray]) -> [NDArray]) {
    self.policy = policy
    self.keep = keep
    super.init(parent: Context.current.trace, handsOn: false)
  }

  override func process(_ p: any Primitive, _ x: [NDArray], _ results: [AbstractArray]) -> [NDArray] {
    if let body = p.inlined { return body(x) }
    return Context.with(parent) { policy.saves(p) ? keep(p, x) : bind(p, x) }
  }
  override func process(_ call: any CustomCall, _ x: [NDArray]) -> [NDArray] { Context.with(parent) { call.apply(x) } }
}

extension CheckpointPolicy {
  /// The results of `jaxpr`, and what is kept, in the order of the equations.
  fileprivate func run(_ jaxpr: Jaxpr, _ x: [NDArray]) -> ([NDArray], kept: [NDArray]) {
    guard self != .nothingSaveable else { return (jaxpr(x), []) }
    var kept: [NDArray] = []
    let trace = KeepingTrace(self) { p, x in
      let results = bind(p, x)
      kept += results
      return results
    }
    return (trace.run { jaxpr(x) }, kept)
  }

  /// The results of `jaxpr`, with what was kept in place of the equations that made it.
  fileprivate func rerun(_ jaxpr: Jaxpr, _ x: [NDArray], _ kept: [NDArray]) -> [NDArray] {
    guard self != .nothingSaveable else { return jaxpr(x) }
    var kept = kept[...]
    let trace = KeepingTrace(self) { p, x in
      let results = kept.prefix(p.resultCount)
      kept = kept.dropFirst(p.resultCount)
      return bind(Kept(primitive: p), results + x)
    }
    return trace.run { jaxpr(x) }
  }
}

extension Jaxpr {
  /// The program of the tangents of the results that `mask` marks: it takes the operands, what the policy has kept, and
  /// the tangents of the operands that `moving` marks.
  fileprivate func recomputation(
    moving: [Bool], _ policy: CheckpointPolicy, _ kept: [AbstractArray]
  ) -> (jaxpr: Jaxpr, mask: [Bool]) {
    let form = derived.form(.recomputation(moving, policy)) {
      let rerun = stage(inputTypes + kept) {
        policy.rerun(self, Array($0[..<inputs.count]), Array($0[inputs.count...]))
      }
      // Not one jvp of it all: in a loop or a branch, what is computed again must stand apart from what is linear, or
      // it could not be transposed.
      let moving = moving + kept.map { _ in false }
      let split = rerun.linearized(moving: moving)
      let tangents = zip(rerun.inputTypes, moving).filter(\.1).map(\.0.tangentType)
      let both = stage(rerun.inputTypes + tangents) {
        let again = split.primal(Array($0[..<moving.count]))
        return split.linear(Array(again[outputs.count...]) + $0[moving.count...])
      }
      return DerivedForms.Form(jaxprs: [both.pruned()], mask: split.outMoving)
    }
    return (form.jaxprs[0], form.mask)
  }
}
