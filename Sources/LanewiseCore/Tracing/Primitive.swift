import LanewiseEngine

/// A tangent or cotangent; nil is the symbolic zero, for which nothing is computed.
package typealias Tangent = NDArray?

/// An operand as the transpose rule sees it: a known value, or one of the linear inputs, of which the type is known.
package enum Operand {
  case known(NDArray)
  case linear(AbstractArray)

  package var aval: AbstractArray {
    switch self {
    case .known(let x): x.aval
    case .linear(let aval): aval
    }
  }
  package var isLinear: Bool { if case .linear = self { true } else { false } }
}

/// A product of matrices, or of many pairs of them.
package enum MatrixProduct: Sendable { case single, batched }

/// What differentiation and batching ask of an operation: of a primitive, and of a user's function with rules of its
/// own.
package protocol Transformable: Sendable {
  /// Applies it under the current trace.
  func apply(_ x: [NDArray]) -> [NDArray]
  /// Results and their tangents; at least one tangent is not nil.
  func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent])
  /// Results, and their tangents staged into `linear`. The default is `jvp` under partial evaluation; what holds jaxprs
  /// overrides it.
  func linearize(_ x: [NDArray], _ t: [Tangent], _ linear: LinearTrace) -> ([NDArray], [Tangent])
  /// Results for operands that carry a batch along the axis given for each (nil: the same for the whole batch), and
  /// the axes of the results' batches.
  func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?])
  /// Whether a batch along the axis of that name concerns it even where no operand carries the batch.
  func concerns(axisName: String?) -> Bool
}

/// An operation that the whole library knows: its type holds its parameters, and every rule stands beside it.
///
/// An interpreter calls the rules and never knows a primitive by name.
package protocol Primitive: Transformable {
  /// The name in a jaxpr.
  var name: String { get }
  /// What a jaxpr shows in brackets, sorted by name where it is printed.
  var parameters: [Parameter] { get }
  var resultCount: Int { get }
  /// Whether it does more than compute its results (it prints, it calls the host): then it is never left out.
  var hasEffect: Bool { get }
  /// The program of a call that may as well be replaced by its equations.
  var inlined: Jaxpr? { get }
  /// What kind of matrix product it is, if any: checkpoints may keep the results of these.
  var product: MatrixProduct? { get }
  /// Whether it computes numbers, rather than moves or chooses them: then a NaN among its results is its own.
  var computes: Bool { get }

  /// How many operands it takes; nil where `abstract` says itself what it takes.
  var arity: Int? { get }
  /// The dtype of an operand that a text writes as a number, where the parameters say it; nil where it is that of the
  /// other operands or of the results.
  func literalType(at index: Int) -> DType?

  /// The types of the results, or an error that says what is wrong with the operands. It must take any
  /// operands of the right number.
  func abstract(_ x: [AbstractArray]) throws -> [AbstractArray]
  /// The cotangents of the linear operands, given those of the results (not all nil). ``notLinear(_:)`` where the
  /// primitive is linear in no operand.
  func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent]
  /// The results, with what goes wrong noted: see ``CheckTrace``. The default looks for NaN where it ``computes``.
  func checked(_ x: [NDArray], _ errors: CheckState) -> [NDArray]
  /// The program that computes the results.
  func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray]) -> [Slot]
  /// The same where some results are not needed: for these there may be none. The default computes all.
  func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray], needed: [Bool]) -> [Slot?]
  /// The results for concrete operands. The default lowers, compiles and runs.
  func evaluate(_ x: [NDArray], _ results: [AbstractArray]) -> [NDArray]
  /// The same operation by operation, for a primitive that holds programs; nil for one that is an operation itself.
  func evaluateStepwise(_ x: [NDArray]) -> [NDArray]?
}

extension Transformable {
  package func linearize(_ x: [NDArray], _ t: [Tangent], _ linear: LinearTrace) -> ([NDArray], [Tangent]) {
    Context.with(linear) { jvp(x, t) }
  }
}

// A copy of these for every primitive, as the optimiser would make it, takes a tenth of the time that the module
// takes to compile, and saves nothing: what they call is far longer than the call.
extension Primitive {
  package var parameters: [Parameter] { [] }
  package var resultCount: Int { 1 }
  @_semantics("optimize.sil.specialize.generic.never")
  package func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray], needed: [Bool]) -> [Slot?] {
    lower(x, b, results)
  }
  @_semantics("optimize.sil.specialize.generic.never")
  package var hasEffect: Bool { jaxprs.contains { $0.equations.contains { $0.primitive.hasEffect } } }
  package var inlined: Jaxpr? { nil }
  package var arity: Int? { 1 }
  package func literalType(at index: Int) -> DType? { nil }
  package var product: MatrixProduct? { nil }
  package var computes: Bool { false }

  @_semantics("optimize.sil.specialize.generic.never")
  package func checked(_ x: [NDArray], _ errors: CheckState) -> [NDArray] {
    let results = bind(self, x)
    if computes { errors.noteNaN(name, results) }
    return results
  }

  package func apply(_ x: [NDArray]) -> [NDArray] { bind(self, x) }

  /// The types of the results, where the operands come from a text and may be too few.
  @_semantics("optimize.sil.specialize.generic.never")
  package func checkedAbstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    if let arity, arity != x.count {
      throw LanewiseError(
        .value, "\(name): it takes \(arity) \(arity == 1 ? "operand" : "operands"), but \(x.count) are given.")
    }
    return try abstract(x)
  }

  /// A primitive that holds jaxprs is concerned where one of their equations is.
  @_semantics("optimize.sil.specialize.generic.never")
  package func concerns(axisName: String?) -> Bool {
    axisName != nil && jaxprs.contains { $0.concerns(axisName: axisName) }
  }

  package func evaluate(_ x: [NDArray], _ results: [AbstractArray]) -> [NDArray] { evaluateAsProgram(x, results) }
  package func evaluateStepwise(_ x: [NDArray]) -> [NDArray]? { inlined.map { $0(x) } }

  /// Lowers the one operation, and runs it: compiled, where it is more than a step or a view.
  @_semantics("optimize.sil.specialize.generic.never")
  package func evaluateAsProgram(_ x: [NDArray], _ results: [AbstractArray]) -> [NDArray] {
    let builder = ProgramBuilder()
    let slots = x.map { x -> Slot in
      if let literal = x.literal, !x.dtype.isComplex {
        return builder.scalar(bits: literal.value.bits(as: x.dtype), x.dtype)
      }
      return builder.input(x.aval)
    }
    let storages = x.filter { !$0.isLiteral || $0.dtype.isComplex }.map { $0.storage! }
    let program = builder.finish(lower(slots, builder, results))
    let outputs = program.runWithoutCompiling(storages) ?? Executable(program).run(storages)
    return zip(results, outputs).map { NDArray($0, $1) }
  }

  /// What the transpose rule of a primitive that is linear in nothing says.
  @_semantics("optimize.sil.specialize.generic.never")
  package func notLinear(_ x: [Operand]) -> [Tangent] {
    report(
      LanewiseError(
        .value,
        "\(name): reverse-mode differentiation came to an operation that is not linear, which is a mistake in a derivative rule."
      ))
    return x.map { _ in nil }
  }
}
