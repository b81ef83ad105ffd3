import LanewiseEngine
import LanewiseKernels

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
    let (_, tangents) = LanewiseCore.jvp(x, t) { [ScanTree.scan($0[0], axis: axis, reverse: reverse, combine)] }
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

/// A running fold as a tree of binary operations, of logarithmic depth (Blelloch 1990).
enum ScanTree {
  static func scan(
    _ x: NDArray, axis: Int, reverse: Bool, _ combine: (NDArray, NDArray) -> NDArray
  ) -> NDArray {
    guard !reverse else { return Lax.rev(scan(Lax.rev(x, [axis]), axis: axis, reverse: false, combine), [axis]) }
    let count = x.aval.shape[axis]
    guard count > 1 else { return x }
    let pairs = combine(
      Lax.sliceInDim(x, 0, count - 1, stride: 2, axis: axis), Lax.sliceInDim(x, 1, count, stride: 2, axis: axis))
    let odd = scan(pairs, axis: axis, reverse: false, combine)
    let inner = count % 2 == 0 ? Lax.sliceInDim(odd, 0, count / 2 - 1, axis: axis) : odd
    let first = Lax.sliceInDim(x, 0, 1, axis: axis)
    let even =
      count > 2
      ? Lax.concatenate([first, combine(inner, Lax.sliceInDim(x, 2, count, stride: 2, axis: axis))], dimension: axis)
      : first
    return interleave(even, odd, count: count, axis: axis)
  }

  /// log(eˣ + eʸ) without overflow on the way; two equal infinities give themselves.
  static func logAddExp(_ x: NDArray, _ y: NDArray) -> NDArray {
    let difference = Lax.sub(x, y)
    let sum = Lax.add(Lax.max(x, y), Lax.log1p(Lax.exp(Lax.neg(Lax.abs(difference)))))
    return Lax.select(Lax.ne(difference, difference), Lax.add(x, y), sum)
  }

  private static func interleave(_ even: NDArray, _ odd: NDArray, count: Int, axis: Int) -> NDArray {
    func spread(_ x: NDArray, low: Int) -> NDArray {
      var config = Array(repeating: Pad.Axis(), count: x.ndim)
      config[axis] = Pad.Axis(low: low, high: count - low - (2 * x.aval.shape[axis] - 1), interior: 1)
      return Lax.pad(x, Lax.scalarLike(x, 0), config)
    }
    return Lax.add(spread(even, low: 0), spread(odd, low: 1))
  }
}
