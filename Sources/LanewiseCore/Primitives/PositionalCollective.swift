import LanewiseEngine

/// `psum`, `pmax` or `pmin` over axes of the operands beside named ones, as JAX writes a collective whose batch has
/// become an axis: `psum[axes=(0, 'j')]`. It is the reduction over those axes, then the collective.
package struct PositionalAllReduce: Primitive {
  let op: AllReduce.Op
  let positions: [Int]
  let axisNames: [String]
  let count: Int

  package var name: String { op.rawValue }
  package var arity: Int? { count }
  package var resultCount: Int { count }
  package var parameters: [Parameter] {
    let axes = positions.map { ParameterValue.int($0) } + axisNames.map { .name("'\($0)'") }
    return [Parameter("axes", .tuple(axes)), Parameter("axis_index_groups", .none)]
  }

  package func concerns(axisName: String?) -> Bool { axisName.map(axisNames.contains) ?? false }

  private func expanded(_ x: [NDArray]) -> [NDArray] {
    let reduced = x.map { operand in
      switch op {
      case .sum: Lax.reduceSum(operand, positions)
      case .max: Lax.reduceMax(operand, positions)
      case .min: Lax.reduceMin(operand, positions)
      }
    }
    return axisNames.isEmpty ? reduced : Lax.allReduce(op, reduced, axisNames)
  }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    for name in axisNames { _ = try Context.axisSize(name) }
    return try x.map { operand in
      try DTypeClass.number.check(name, operand)
      try ShapeRule.axes(name, positions, rank: operand.rank)
      let kept = (0..<operand.rank).filter { !positions.contains($0) }
      return operand.with(shape: Shape(kept.map { operand.shape[$0] }))
    }
  }
  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) { LanewiseCore.jvp(x, t, expanded) }
  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] {
    guard op == .sum else { return notLinear(x) }
    return stage(x.map(\.aval), expanded).transpose(
      cotangents, linear: x.map { _ in true }, known: x.map { _ in nil })
  }
  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    let results = BatchedCall(axes.map { $0 != nil }, size: size)
      .runFreely(BatchedCall.front(x, axes), axes.map { $0 != nil }, expanded)
    return (results.map(\.value), results.map(\.axis))
  }
  package func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray]) -> [Slot] {
    stage(x.map(b.type), expanded).lower(x, b)
  }
}
