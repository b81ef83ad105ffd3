import LanewiseEngine
import LanewiseKernelABI

/// A running fold along an axis (`lax.cumsum`, `cumprod`, `cummax`, `cummin`, `cumlogsumexp`).
package struct Cumulative: Primitive {
  package enum Op: String, CaseIterable, Sendable {
    case sum = "cumsum"
    case prod = "cumprod"
    case max = "cummax"
    case min = "cummin"
    case logsumexp = "cumlogsumexp"
  }
  package let op: Op
  package let axis: Int
  package let reverse: Bool

  package var name: String { op.rawValue }
  package var computes: Bool { true }
  package var parameters: [Parameter] { [Parameter("axis", .int(axis)), Parameter("reverse", .bool(reverse))] }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    let takes: DTypeClass =
      switch op {
      case .sum, .prod: .number
      case .max, .min: .orderedOrBool
      case .logsumexp: .floating
      }
    try takes.check(name, x[0])
    try ShapeRule.axes(name, [axis], rank: x[0].rank)
    return x
  }
  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    let out = bind(self, x)
    guard out[0].dtype.isInexact else { return (out, [nil]) }
    if op == .sum { return (out, bind(self, [t[0]!])) }
    // The others are differentiated as the tree of binary operations that computes them.
    let combine: (NDArray, NDArray) -> NDArray =
      switch op {
      case .prod: { Lax.mul($0, $1) }
      case .max: { Lax.max($0, $1) }
      case .logsumexp: ScanTree.logAddExp
      default: { Lax.min($0, $1) }
      }
    let (_, tangents) = LanewiseCore.jvp(x, t) { ScanTree.scan($0, axes: [axis], reverse: reverse) { [combine($0[0], $1[0])] } }
    return (out, tangents)
  }
  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] {
    guard op == .sum, let ct = cotangents[0] else { return notLinear(x) }
    return bind(Cumulative(op: .sum, axis: axis, reverse: !reverse), [ct])
  }
  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    let batchAxis = axes[0]!
    return (bind(Cumulative(op: op, axis: axis < batchAxis ? axis : axis + 1, reverse: reverse), x), axes)
  }
  package func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray]) -> [Slot] {
    let stepOp: CumulativeOp =
      switch op {
      case .sum: .sum
      case .prod: .prod
      case .max: .max
      case .min: .min
      case .logsumexp: .logsumexp
      }
    return b.step(CumulativeStep(op: stepOp, axis: axis, reverse: reverse), x, results)
  }
}
