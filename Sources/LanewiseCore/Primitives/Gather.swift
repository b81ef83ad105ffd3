import LanewiseEngine

/// What happens to indices out of bounds.
package enum IndexMode: String, Hashable, Sendable {
  case clip = "GatherScatterMode.CLIP"
  /// Gathers yield a fill value; scatters drop the update.
  case fillOrDrop = "GatherScatterMode.FILL_OR_DROP"
  case promiseInBounds = "GatherScatterMode.PROMISE_IN_BOUNDS"
}

/// How a gather's dimensions correspond (XLA's `GatherDimensionNumbers`).
package struct GatherDims: Hashable, Sendable {
  /// Dimensions of the result that hold the slices.
  package var offset: [Int]
  /// Dimensions of the operand whose slice extent is 1 and is dropped.
  package var collapsed: [Int]
  /// The operand's dimension that each entry of an index vector is for.
  package var startIndexMap: [Int]
  package var operandBatching: [Int] = []
  package var indicesBatching: [Int] = []

  package init(
    offset: [Int], collapsed: [Int], startIndexMap: [Int], operandBatching: [Int] = [], indicesBatching: [Int] = []
  ) {
    self.offset = offset
    self.collapsed = collapsed
    self.startIndexMap = startIndexMap
    self.operandBatching = operandBatching
    self.indicesBatching = indicesBatching
  }

  var parameter: ParameterValue {
    var fields: [(String, ParameterValue)] = [
      ("offset_dims", .ints(offset)), ("collapsed_slice_dims", .ints(collapsed)),
      ("start_index_map", .ints(startIndexMap)),
    ]
    if !operandBatching.isEmpty {
      fields += [
        ("operand_batching_dims", .ints(operandBatching)), ("start_indices_batching_dims", .ints(indicesBatching)),
      ]
    }
    return .record("GatherDimensionNumbers", fields)
  }
}

/// Slices of an array at given places (`lax.gather`): operands x, and indices whose last dimension is a place.
package struct Gather: Primitive {
  package let dims: GatherDims
  package let sliceSizes: [Int]
  package let mode: IndexMode
  package var fillValue: Scalar? = nil
  package var indicesAreSorted = false
  package var uniqueIndices = false

  package var name: String { "gather" }
  package var arity: Int? { 2 }
  package var parameters: [Parameter] {
    [
      Parameter("dimension_numbers", dims.parameter),
      Parameter("fill_value", fillValue.map { .name(LiteralText.text($0)) } ?? .none),
      Parameter("indices_are_sorted", .bool(indicesAreSorted)), Parameter("mode", .name(mode.rawValue)),
      Parameter("slice_sizes", .ints(sliceSizes)), Parameter("unique_indices", .bool(uniqueIndices)),
    ]
  }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    let (operand, indices) = (x[0].shape, x[1].shape)
    try DTypeClass.integer.check(name, x[1])
    let windows = (0..<operand.rank).filter { !dims.collapsed.contains($0) && !dims.operandBatching.contains($0) }
    guard sliceSizes.count == operand.rank, indices.rank > 0, indices[indices.rank - 1] == dims.startIndexMap.count,
      dims.offset.count == windows.count,
      (dims.startIndexMap + dims.collapsed + dims.operandBatching).allSatisfy({ $0 >= 0 && $0 < operand.rank }),
      (0..<operand.rank).allSatisfy({ sliceSizes[$0] >= 0 && sliceSizes[$0] <= operand[$0] }),
      [dims.offset, dims.startIndexMap, dims.collapsed + dims.operandBatching, dims.indicesBatching].allSatisfy(isSet),
      (dims.collapsed + dims.operandBatching).allSatisfy({ sliceSizes[$0] <= 1 }),
      dims.operandBatching.count == dims.indicesBatching.count,
      zip(dims.operandBatching, dims.indicesBatching).allSatisfy({
        $1 >= 0 && $1 < indices.rank - 1 && indices[$1] == operand[$0]
      })
    else {
      throw LanewiseError(
        .shape,
        "gather: slices of \(ParameterValue.ints(sliceSizes)) at indices of shape \(indices) cannot be taken from shape \(operand); the sizes must fit, and the last dimension of the indices must be \(dims.startIndexMap.count)."
      )
    }
    let rank = indices.rank - 1 + windows.count
    guard dims.offset.allSatisfy({ $0 >= 0 && $0 < rank }) else {
      throw LanewiseError(
        .shape,
        "gather: the offset dimensions \(ParameterValue.ints(dims.offset)) do not fit in a result of \(rank) dimensions."
      )
    }
    var batch = (0..<indices.rank - 1).makeIterator()
    let shape = (0..<rank).map { dimension in
      dims.offset.firstIndex(of: dimension).map { sliceSizes[windows[$0]] } ?? indices[batch.next()!]
    }
    return [x[0].with(shape: try ShapeRule.shape(name, shape))]
  }

  private func isSet(_ values: [Int]) -> Bool { Set(values).count == values.count }

  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    guard let tangent = t[0] else { return (bind(self, x), [nil]) }
    var moved = self
    if mode == .fillOrDrop { moved.fillValue = .int(0) }
    return (bind(self, x), bind(moved, [tangent, x[1]]))
  }

  package func checked(_ x: [NDArray], _ errors: CheckState) -> [NDArray] {
    let shape = x[0].aval.shape
    errors.noteIndices(
      x[1], dims.startIndexMap, last: dims.startIndexMap.map { shape[$0] - sliceSizes[$0] }, of: shape)
    return bind(self, x)
  }

  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] {
    guard let ct = cotangents[0], case .known(let indices) = x[1] else { return [nil, nil] }
    let scatter = Scatter(
      combiner: .add,
      dims: ScatterDims(
        updateWindow: dims.offset, insertedWindow: dims.collapsed, scatterDimsToOperand: dims.startIndexMap,
        operandBatching: dims.operandBatching, indicesBatching: dims.indicesBatching),
      mode: mode, indicesAreSorted: indicesAreSorted, uniqueIndices: uniqueIndices, dtype: ct.dtype)
    return [bind(scatter, [Lax.full(x[0].aval.shape.dims, .int(0), ct.dtype), indices, ct])[0], nil]
  }

  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    var dims = self.dims
    var sizes = sliceSizes
    func up(_ values: [Int]) -> [Int] { values.map { $0 + 1 } }
    dims.offset = up(dims.offset)
    if axes[0] != nil {
      dims.collapsed = up(dims.collapsed)
      dims.startIndexMap = up(dims.startIndexMap)
      dims.operandBatching = up(dims.operandBatching)
    }
    if axes[1] != nil { dims.indicesBatching = up(dims.indicesBatching) }
    let operand = axes[0].map { Lax.moveAxis(x[0], from: $0, to: 0) } ?? x[0]
    let indices = axes[1].map { Lax.moveAxis(x[1], from: $0, to: 0) } ?? x[1]
    switch (axes[0], axes[1]) {
    case (_?, nil):
      dims.offset = [0] + dims.offset
      sizes = [size] + sizes
    case (_?, _?):
      dims.operandBatching = [0] + dims.operandBatching
      dims.indicesBatching = [0] + dims.indicesBatching
      sizes = [1] + sizes
    default: break
    }
    var batched = Gather(dims: dims, sliceSizes: sizes, mode: mode)
    batched.fillValue = fillValue
    return (bind(batched, [operand, indices]), [0])
  }

  package func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray]) -> [Slot] {
    b.step(step(results[0].dtype), [x[0]] + b.indexColumns(x[1]), results)
  }

  package func evaluate(_ x: [NDArray], _ results: [AbstractArray]) -> [NDArray] {
    step(results[0].dtype).evaluate(x, results)
  }

  private func step(_ dtype: DType) -> GatherStep {
    let fill = (fillValue ?? Gather.defaultFill(dtype)).bits(as: dtype == .complex128 ? .float64 : dtype)
    return GatherStep(
      offsetDims: dims.offset, collapsedSliceDims: dims.collapsed, startIndexMap: dims.startIndexMap,
      sliceSizes: sliceSizes, operandBatchingDims: dims.operandBatching,
      startIndicesBatchingDims: dims.indicesBatching, mode: mode == .fillOrDrop ? .fill(bits: fill) : .clip)
  }

  /// NaN for floating point, the least signed and the largest unsigned integer, true.
  static func defaultFill(_ dtype: DType) -> Scalar {
    if dtype.isInexact { return .float(.nan) }
    if dtype.isSignedInteger { return .int(Int64.min >> Int64(64 - dtype.byteWidth * 8)) }
    return dtype == .bool ? .bool(true) : .uint(.max)
  }
}

extension IndexMode {
  init(_ parameters: ParameterReader) throws {
    guard let mode = IndexMode(rawValue: try parameters.name("mode")) else { throw parameters.missing("mode") }
    self = mode
  }
}

extension Gather {
  init(_ parameters: ParameterReader) throws {
    let numbers = try parameters.record("dimension_numbers")
    self.init(
      dims: GatherDims(
        offset: try numbers.ints("offset_dims"), collapsed: try numbers.ints("collapsed_slice_dims"),
        startIndexMap: try numbers.ints("start_index_map"),
        operandBatching: try numbers.ints("operand_batching_dims", default: []),
        indicesBatching: try numbers.ints("start_indices_batching_dims", default: [])),
      sliceSizes: try parameters.ints("slice_sizes"), mode: try IndexMode(parameters))
    indicesAreSorted = try parameters.bool("indices_are_sorted", default: false)
    uniqueIndices = try parameters.bool("unique_indices", default: false)
    switch parameters["fill_value"] {
    case .int(let value)?: fillValue = .int(Int64(value))
    case .float(let value)?: fillValue = .float(value)
    case .bool(let value)?: fillValue = .bool(value)
    case nil: break
    default: throw parameters.missing("fill_value")
    }
  }
}
