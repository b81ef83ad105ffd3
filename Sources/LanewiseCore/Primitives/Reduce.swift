import LanewiseEngine
import LanewiseKernelABI

/// A fold over some axes (`lax.reduce_sum`, `reduce_max` and their like).
package struct Reduce: DirectUnary {
  package let op: FoldOp
  package let axes: [Int]

  package var name: String { "reduce_" + Self.names[Int(op.rawValue)] }
  package static let names = ["sum", "prod", "max", "min", "and", "or", "xor"]
  package static let operations: [FoldOp] = [.sum, .prod, .max, .min, .and, .or, .xor]
  package var parameters: [Parameter] { [Parameter("axes", .ints(axes))] }
  package var computes: Bool { op == .sum || op == .prod }

  private var takes: DTypeClass {
    switch op {
    case .sum, .prod, .max, .min: .numberOrBool
    case .and, .or, .xor: .bits
    }
  }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    try takes.check(name, x[0])
    try ShapeRule.axes(name, axes, rank: x[0].rank)
    if op == .max || op == .min, let empty = axes.first(where: { x[0].shape[$0] == 0 }), x[0].dtype.isComplex {
      throw LanewiseError(
        .shape,
        "\(name): axis \(empty) of shape \(x[0].shape) is empty, and complex numbers have no extreme to start from.")
    }
    var kept = Shape()
    for axis in 0..<x[0].rank where !axes.contains(axis) { kept.append(x[0].shape[axis]) }
    return [x[0].with(shape: kept)]
  }

  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    let out = [bindOne(self, x[0])]
    guard out[0].dtype.isInexact, let tangent = t[0] else { return (out, [nil]) }
    switch op {
    case .sum: return (out, [bindOne(self, tangent)])
    case .max, .min:
      let attained = Lax.convertElementType(Lax.eq(x[0], restored(out[0], x[0])), x[0].dtype)
      let ties = Lax.reduceSum(attained, axes)
      return (out, [Lax.div(Lax.reduceSum(Lax.mul(tangent, attained), axes), ties)])
    case .prod: return (out, [productTangent(x[0], tangent)])
    case .and, .or, .xor: return (out, [nil])
    }
  }

  /// Σ tᵢ · ∏_{j≠i} xⱼ, by products from both sides, so that zeros need no division.
  private func productTangent(_ x: NDArray, _ t: NDArray) -> NDArray {
    let kept = (0..<x.ndim).filter { !axes.contains($0) }
    let rows = axes.map { x.aval.shape[$0] }.reduce(1, *)
    let shape = kept.map { x.aval.shape[$0] } + [rows]
    let last = kept.count
    func flat(_ a: NDArray) -> NDArray { Lax.reshape(Lax.transpose(a, kept + axes), shape) }
    func shifted(_ a: NDArray, reverse: Bool) -> NDArray {
      let products = Lax.cumulative(.prod, a, axis: last, reverse: reverse)
      var config = Array(repeating: Pad.Axis(), count: last + 1)
      config[last] = reverse ? Pad.Axis(low: -1, high: 1) : Pad.Axis(low: 1, high: -1)
      return Lax.pad(products, Lax.scalarLike(products, 1), config)
    }
    let operand = flat(x)
    let others = Lax.mul(shifted(operand, reverse: false), shifted(operand, reverse: true))
    return Lax.reduceSum(Lax.mul(flat(t), others), [last])
  }

  /// A result, put back in the operand's shape.
  private func restored(_ out: NDArray, _ x: NDArray) -> NDArray {
    Lax.broadcastInDim(out, x.shape, (0..<x.ndim).filter { !axes.contains($0) })
  }

  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] {
    guard op == .sum, let ct = cotangents[0] else { return notLinear(x) }
    let operand = x[0].aval.shape
    return [Lax.broadcastInDim(ct, operand.dims, (0..<operand.rank).filter { !axes.contains($0) })]
  }

  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    let axis = axes[0]!
    let moved = self.axes.map { $0 < axis ? $0 : $0 + 1 }
    return (bind(Reduce(op: op, axes: moved), x), [axis - moved.filter { $0 < axis }.count])
  }

  /// Axes that follow each other: the last ones are rows to be folded one by one, others columns.
  package func direct(_ x: NDArray) -> NDArray? {
    let shape = x.aval.shape
    guard let first = axes.first, first >= 0, axes.count <= shape.rank - first,
      axes.elementsEqual(first..<first + axes.count), shape.count > 0, takes.accepts(x.dtype), let memory = x.memory
    else { return nil }
    var result = Shape()
    var (rows, columns) = (1, 1)
    for axis in 0..<first {
      result.append(shape[axis])
      rows *= shape[axis]
    }
    for axis in first + axes.count..<shape.rank {
      result.append(shape[axis])
      columns *= shape[axis]
    }
    let length = shape.count / (rows * columns)
    let folds =
      columns == 1
      ? Direct.fold(op, memory, x.dtype, rows: rows, length: length)
      : Direct.foldColumns(op, memory, x.dtype, outer: rows, reduce: length, inner: columns)
    return folds.map { NDArray(x.aval.with(shape: result), $0) }
  }

  package func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray]) -> [Slot] {
    [axes.isEmpty ? x[0] : b.reduce(op, x[0], axes: axes)]
  }
}

/// The index of the first largest (or smallest) element along one axis (`lax.argmax`, `lax.argmin`). NaN wins.
package struct ArgReduce: StepPrimitive {
  package let isMax: Bool
  package let axis: Int
  package let indexDType: DType

  package var name: String { isMax ? "argmax" : "argmin" }
  package var parameters: [Parameter] {
    [Parameter("axes", .ints([axis])), Parameter("index_dtype", .dtype(indexDType))]
  }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    try DTypeClass.orderedOrBool.check(name, x[0])
    try ShapeRule.axes(name, [axis], rank: x[0].rank)
    guard x[0].shape[axis] > 0 else {
      throw LanewiseError(.value, "\(name): axis \(axis) of shape \(x[0].shape) is empty, so it has no extreme.")
    }
    return [AbstractArray(x[0].removing(axis: axis).shape, indexDType)]
  }
  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) { (bind(self, x), [nil]) }
  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] { notLinear(x) }
  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    let front = Lax.moveAxis(x[0], from: axes[0]!, to: 0)
    return (bind(ArgReduce(isMax: isMax, axis: axis + 1, indexDType: indexDType), [front]), [0])
  }
  package var step: any Step { ArgReduceStep(isMax: isMax, axis: axis) }
}

extension ArgReduce {
  init(isMax: Bool, _ parameters: ParameterReader) throws {
    guard let axis = try parameters.ints("axes").first else { throw parameters.missing("axes") }
    self.init(isMax: isMax, axis: axis, indexDType: try parameters.dtype("index_dtype"))
  }
}
