import LanewiseEngine
import LanewiseKernelABI

/// A fold by any function of two elements. Operands are arrays of one shape, then a number to start from for each of
/// them; the function takes as many numbers that have been folded, and as many elements.
protocol FoldByFunction: Composed {
  var computation: Jaxpr { get }
  /// The same fold of arrays with a batch dimension in front.
  var behindBatch: Self { get }
}

extension FoldByFunction {
  package var arity: Int? { computation.inputs.count }
  package var computes: Bool { true }
  package var resultCount: Int { computation.outputs.count }
  package func literalType(at index: Int) -> DType? { computation.inputType(at: index)?.dtype }

  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    guard axes[resultCount...].allSatisfy({ $0 == nil }) else { return batchedParts(x, axes, size: size) }
    let moved = zip(x, axes).prefix(resultCount).map { Lax.moveBatch($0, from: $1, to: 0, size: size) }
    return (bind(behindBatch, moved + x[resultCount...]), moved.map { _ in 0 })
  }
}

/// A fold over some axes (`lax.reduce`).
package struct GenericReduce: FoldByFunction {
  package let computation: Jaxpr
  package let dimensions: [Int]

  package var name: String { "reduce" }
  package var parameters: [Parameter] {
    [
      Parameter("computation", .function("computation")), Parameter("dimensions", .ints(dimensions)),
      Parameter("jaxpr", .jaxpr(computation)),
    ]
  }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    try computation.checkFold(name, x)
    try ShapeRule.axes(name, dimensions, rank: x[0].rank)
    let kept = Shape((0..<x[0].rank).filter { !dimensions.contains($0) }.map { x[0].shape[$0] })
    return x.prefix(resultCount).map { AbstractArray(kept, $0.dtype) }
  }

  var behindBatch: GenericReduce {
    GenericReduce(computation: computation, dimensions: dimensions.map { $0 + 1 })
  }

  package func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray]) -> [Slot] {
    if dimensions.isEmpty { return Array(x.prefix(resultCount)) }
    if let op = computation.foldOp { return [b.binary(op.binary, x[1], b.reduce(op, x[0], axes: dimensions))] }
    return lowerParts(x, b)
  }

  /// The fold as a loop over the elements that are folded, in the order in which they lie. A fold over no dimensions
  /// leaves the initial values out, as XLA does.
  func composed(_ x: [NDArray]) -> [NDArray] {
    let operands = x.prefix(resultCount)
    if dimensions.isEmpty { return Array(operands) }
    let kept = (0..<x[0].ndim).filter { !dimensions.contains($0) }
    let count = kept.reduce(1) { $0 * x[0].aval.shape[$1] }
    let length = dimensions.reduce(1) { $0 * x[0].aval.shape[$1] }
    let rows = operands.map { Lax.reshape(Lax.transpose($0, dimensions + kept), [length, count]) }
    let folded = computation.fold(rows, from: Array(x[resultCount...]), where: nil)
    return folded.map { Lax.reshape($0, kept.map { x[0].aval.shape[$0] }) }
  }
}

/// The fold of every window (`lax.reduce_window`), without the border.
package struct GenericReduceWindow: FoldByFunction {
  package let computation: Jaxpr
  package let window: Window

  package var name: String { "reduce_window" }
  package var parameters: [Parameter] {
    window.parameters() + [Parameter("consts", .tuple([])), Parameter("jaxpr", .jaxpr(computation))]
  }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    try computation.checkFold(name, x)
    let shape = try window.result(name, x[0].shape)
    return x.prefix(resultCount).map { AbstractArray(shape, $0.dtype) }
  }

  var behindBatch: GenericReduceWindow {
    GenericReduceWindow(computation: computation, window: window.inserting(0))
  }

  package func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray]) -> [Slot] {
    let dtype = results[0].dtype
    if let op = computation.foldOp, op != .xor, dtype == .bool || (op != .and && op != .or) {
      let folded = b.step(WindowFoldStep(op, window), [x[0], b.identity(of: op, dtype)], results)
      return [b.binary(op.binary, x[1], folded[0])]
    }
    return lowerParts(x, b)
  }

  /// The fold as a loop over the places of a window, each for all windows at once.
  func composed(_ x: [NDArray]) -> [NDArray] {
    let operands = Array(x.prefix(resultCount))
    guard let result = try? window.result(name, operands[0].aval.shape) else { return operands }
    let places = window.extents.reduce([[]]) { prefixes, extent in
      prefixes.flatMap { prefix in (0..<extent).map { prefix + [$0] } }
    }
    let border = window.extents.indices.map {
      Pad.Axis(low: window.low[$0], high: window.high[$0], interior: window.baseDilation[$0] - 1)
    }
    func rows(_ operand: NDArray) -> NDArray {
      let padded = Lax.pad(operand, Lax.scalarZero(operand), border)
      let slices = places.map { place -> NDArray in
        let start = place.indices.map { place[$0] * window.dilation[$0] }
        let limit = place.indices.map { start[$0] + Swift.max(0, (result[$0] - 1) * window.strides[$0] + 1) }
        return Lax.reshape(Lax.slice(padded, start, limit, window.strides), [result.count])
      }
      return Lax.stack(slices)
    }
    guard result.count > 0 else { return operands.map { Lax.full(result.dims, .int(0), $0.dtype) } }
    let hasBorder = border.contains { $0.low != 0 || $0.high != 0 || $0.interior != 0 }
    let inside = hasBorder ? rows(Lax.full(operands[0].shape, .bool(true), .bool)) : nil
    let folded = computation.fold(operands.map(rows), from: Array(x[resultCount...]), where: inside)
    return folded.map { Lax.reshape($0, result.dims) }
  }
}

extension Jaxpr {
  /// What operands a fold by this function takes.
  fileprivate func checkFold(_ name: String, _ x: [AbstractArray]) throws {
    let count = outputs.count
    guard count > 0, x.count == 2 * count, inputs.count == 2 * count,
      (inputTypes + outputTypes).allSatisfy(\.shape.isScalar)
    else {
      throw LanewiseError(
        .value,
        "\(name): its function takes \(inputs.count) numbers and gives \(count), which does not fit \(x.count) operands; for every array and its initial value it must take two numbers and give one."
      )
    }
    for index in 0..<count {
      let (array, initial) = (x[index], x[count + index])
      guard array.shape == x[0].shape, initial.shape.isScalar else {
        throw LanewiseError(
          .shape,
          "\(name): an array of shape \(array.shape) with an initial value of shape \(initial.shape); all arrays must have the shape \(x[0].shape), and initial values none."
        )
      }
      let types = [array, initial, inputTypes[index], inputTypes[count + index], outputTypes[index]]
      guard types.allSatisfy({ $0.dtype == array.dtype }) else {
        throw LanewiseError(
          .dtype,
          "\(name): an array of dtype \(array.dtype) with an initial value of dtype \(initial.dtype), folded by a function of \(inputTypes[index].dtype) to \(outputTypes[index].dtype); these must be equal."
        )
      }
    }
  }

  /// The fold that the function is, if it is one of those that the engine knows.
  fileprivate var foldOp: FoldOp? {
    guard equations.count == 1, inputs.count == 2, outputs.count == 1, let equation = equations.first,
      outputs[0].variable == equation.results.lowerBound,
      Set(operands(of: equation).compactMap(\.variable)) == Set(inputs.map(Int.init)),
      let binary = equation.primitive as? ElementwiseBinary
    else { return nil }
    switch binary.name {
    case "add": return .sum
    case "mul": return .prod
    case "max": return .max
    case "min": return .min
    case "and": return .and
    case "or": return .or
    default: return nil
    }
  }

  /// Folds the rows of every array into the initial values, but for what `inside` excludes.
  fileprivate func fold(_ rows: [NDArray], from initial: [NDArray], where inside: NDArray?) -> [NDArray] {
    let (length, width, count) = (rows[0].aval.shape[0], rows[0].aval.shape[1], rows.count)
    let all = Array(repeating: true, count: 2 * count)
    let wide = batched(all, size: width, force: outputs.map { _ in true }).jaxpr
    let rowTypes = rows.map { AbstractArray([width], $0.dtype) }
    let body = stage(rowTypes + rowTypes + (inside == nil ? [] : [AbstractArray([width], .bool)])) { x in
      let folded = wide(Array(x[..<(2 * count)]))
      guard x.count > 2 * count else { return folded }
      return zip(folded, x).map { Lax.select(x[2 * count], $0, $1) }
    }
    let loop = Scan(body: body, length: length, reverse: false, constantCount: 0, carryCount: count)
    return bind(loop, initial.map { Lax.broadcastInDim($0, [width], []) } + rows + (inside.map { [$0] } ?? []))
  }
}

extension FoldOp {
  /// The operation of two elements that it folds by.
  fileprivate var binary: BinaryOp {
    switch self {
    case .sum: .add
    case .prod: .mul
    case .max: .max
    case .min: .min
    case .and: .and
    case .or: .or
    case .xor: .xor
    }
  }
}

extension Lax {
  /// The fold of arrays over some dimensions, by the primitive of its own where there is one.
  package static func reduce(
    _ x: [NDArray], _ initial: [NDArray], _ computation: Jaxpr, _ dimensions: [Int]
  ) -> [NDArray] {
    if let op = computation.foldOp, isNeutral(initial[0], op, x[0].dtype) {
      return [bindOne(Reduce(op: op, axes: dimensions), x[0])]
    }
    return bind(GenericReduce(computation: computation, dimensions: dimensions), x + initial)
  }

  /// The fold of every window of arrays, by the primitive of its own where there is one.
  package static func reduceWindow(
    _ x: [NDArray], _ initial: [NDArray], _ computation: Jaxpr, _ window: Window
  ) -> [NDArray] {
    if let op = computation.foldOp, op == .sum || op == .max || op == .min, isNeutral(initial[0], op, x[0].dtype) {
      return [bindOne(ReduceWindowFold(op, window), x[0])]
    }
    return bind(GenericReduceWindow(computation: computation, window: window), x + initial)
  }

  private static func isNeutral(_ initial: NDArray, _ op: FoldOp, _ dtype: DType) -> Bool {
    initial.dtype == dtype
      && initial.knownScalar?.rounded(to: dtype) == identity(of: op, dtype).literal?.value.rounded(to: dtype)
  }
}
