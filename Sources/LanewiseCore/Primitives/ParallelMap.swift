import LanewiseEngine

/// A call of a function on every device (`xla_pmap`), as outer traces record it. Its rules are those of the batch that
/// it stands for.
package struct ParallelMap: Primitive {
  package let label: String
  /// One device's program.
  package let jaxpr: Jaxpr
  /// What collectives call the axis; it may be a name that nobody can write.
  package let axisName: String
  package let axisSize: Int
  /// The axis of each operand that is spread over the devices; nil for one that all get whole.
  package let inAxes: [Int?]

  package var name: String { "xla_pmap" }
  package var resultCount: Int { jaxpr.outputs.count }
  package var parameters: [Parameter] {
    func axes(_ axes: [Int?]) -> ParameterValue { .tuple(axes.map { $0.map { .int($0) } ?? .none }) }
    return [
      Parameter("axis_name", .name(axisName)), Parameter("axis_size", .int(axisSize)), Parameter("backend", .none),
      Parameter("call_jaxpr", .jaxpr(jaxpr)), Parameter("devices", .none),
      Parameter("donated_invars", .tuple(inAxes.map { _ in .bool(false) })),
      Parameter("global_axis_size", .int(axisSize)), Parameter("in_axes", axes(inAxes)),
      Parameter("is_explicit_global_axis_size", .bool(false)), Parameter("name", .name(label)),
      Parameter("out_axes", .tuple(jaxpr.outputs.map { _ in .int(0) })),
    ]
  }

  package func concerns(axisName: String?) -> Bool {
    axisName != self.axisName && jaxpr.concerns(axisName: axisName)
  }

  /// The call as a batch.
  private func expanded(_ x: [NDArray]) -> [NDArray] {
    LanewiseCore.batch(x, axes: inAxes, size: axisSize, name: axisName) { jaxpr($0) }.map {
      $0.value.isPoisoned ? $0.value : Lax.moveBatch($0.value, from: $0.axis, to: 0, size: axisSize)
    }
  }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    guard x.count == inAxes.count,
      zip(x, inAxes).allSatisfy({ operand, axis in
        axis.map { $0 >= 0 && $0 < operand.rank && operand.shape[$0] == axisSize } ?? true
      })
    else {
      throw LanewiseError(
        .shape, "pmap \(label): the operands \(x) do not have the axes \(inAxes) of size \(axisSize) to spread.")
    }
    let parts = zip(x, inAxes).map { operand, axis in axis.map { operand.removing(axis: $0) } ?? operand }
    return try jaxpr.resultTypes("pmap \(label)", parts).map { $0.inserting(axisSize, axis: 0) }
  }
  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) { LanewiseCore.jvp(x, t, expanded) }
  package func linearize(_ x: [NDArray], _ t: [Tangent], _ linear: LinearTrace) -> ([NDArray], [Tangent]) {
    let (results, map) = LanewiseCore.linearize(x, moving: t.map { $0 != nil }, expanded)
    return (results, Context.with(linear) { map(t.compactMap { $0 }) })
  }
  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] {
    stage(x.map(\.aval), expanded).transpose(
      cotangents, linear: x.map(\.isLinear), known: x.map { if case .known(let value) = $0 { value } else { nil } })
  }
  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    let mask = axes.map { $0 != nil }
    let results = BatchedCall(mask, size: size).runFreely(BatchedCall.front(x, axes), mask, expanded)
    return (results.map(\.value), results.map(\.axis))
  }
  package func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray]) -> [Slot] {
    stage(x.map(b.type), expanded).lower(x, b)
  }
  package func evaluateStepwise(_ x: [NDArray]) -> [NDArray]? { expanded(x) }
}

extension ParallelMap {
  init(_ parameters: ParameterReader) throws {
    guard let axes = parameters["in_axes"]?.items else { throw parameters.missing("in_axes") }
    self.init(
      label: try parameters.name("name"), jaxpr: try parameters.jaxpr("call_jaxpr"),
      axisName: try parameters.name("axis_name"), axisSize: try parameters.int("axis_size"),
      inAxes: axes.map(\.int))
  }
}
