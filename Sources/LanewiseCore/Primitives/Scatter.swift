import LanewiseEngine

/// How a scatter's dimensions correspond (XLA's `ScatterDimensionNumbers`).
package struct ScatterDims: Hashable, Sendable {
  package var updateWindow: [Int]
  package var insertedWindow: [Int]
  package var scatterDimsToOperand: [Int]
  package var operandBatching: [Int] = []
  package var indicesBatching: [Int] = []

  package init(
    updateWindow: [Int], insertedWindow: [Int], scatterDimsToOperand: [Int], operandBatching: [Int] = [],
    indicesBatching: [Int] = []
  ) {
    self.updateWindow = updateWindow
    self.insertedWindow = insertedWindow
    self.scatterDimsToOperand = scatterDimsToOperand
    self.operandBatching = operandBatching
    self.indicesBatching = indicesBatching
  }

  var parameter: ParameterValue {
    var fields: [(String, ParameterValue)] = [
      ("update_window_dims", .ints(updateWindow)), ("inserted_window_dims", .ints(insertedWindow)),
      ("scatter_dims_to_operand_dims", .ints(scatterDimsToOperand)),
    ]
    if !operandBatching.isEmpty {
      fields += [
        ("operand_batching_dims", .ints(operandBatching)), ("scatter_indices_batching_dims", .ints(indicesBatching)),
      ]
    }
    return .record("ScatterDimensionNumbers", fields)
  }
}

/// Updates written into an array at given places (`lax.scatter`, `scatter_add`, …): operands x, indices, updates.
/// Updates are applied in order, so the result is the same each time.
package struct Scatter: Primitive {
  package enum Combiner: String, CaseIterable, Sendable {
    case set = "scatter"
    case add = "scatter-add"
    case multiply = "scatter-mul"
    case min = "scatter-min"
    case max = "scatter-max"
  }
  package let combiner: Combiner
  package let dims: ScatterDims
  package let mode: IndexMode
  package var indicesAreSorted = false
  package var uniqueIndices = false
  /// The dtype of the array, as far as it is known: it shows in the text alone.
  package var dtype = DType.float32

  package var name: String { combiner.rawValue }
  package var arity: Int? { 3 }
  package var parameters: [Parameter] {
    [
      Parameter("dimension_numbers", dims.parameter), Parameter("indices_are_sorted", .bool(indicesAreSorted)),
      Parameter("mode", .name(mode.rawValue)), Parameter("unique_indices", .bool(uniqueIndices)),
      Parameter("update_consts", .tuple([])), Parameter("update_jaxpr", updateJaxpr),
    ]
  }

  /// JAX shows the scalar program that combines an old and a new element.
  private var updateJaxpr: ParameterValue { Self.updates[combiner]?[dtype].map { .jaxpr($0) } ?? .none }

  /// These programs, of which there is one for each dtype, so that printing sees that it is the same one each time.
  private static let updates: [Combiner: [DType: Jaxpr]] = {
    let operations: [Combiner: ElementwiseBinary] = [.add: .add, .multiply: .mul, .min: .min, .max: .max]
    let dtypes = DType.allCases.filter { !$0.isKey }
    return operations.mapValues { operation in
      let programs = dtypes.compactMap { dtype -> (DType, Jaxpr)? in
        let scalar = AbstractArray([], dtype)
        guard (try? operation.abstract([scalar, scalar])) != nil else { return nil }
        return (dtype, Context.with(nil) { stage([scalar, scalar]) { bind(operation, $0) } })
      }
      return Dictionary(uniqueKeysWithValues: programs)
    }
  }()

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    let (operand, indices, updates) = (x[0].shape, x[1].shape, x[2].shape)
    try DTypeClass.integer.check(name, x[1])
    try ShapeRule.sameDType(name, [x[0], x[2]])
    let windows = (0..<operand.rank).filter { !dims.insertedWindow.contains($0) && !dims.operandBatching.contains($0) }
    guard indices.rank > 0, indices[indices.rank - 1] == dims.scatterDimsToOperand.count,
      dims.updateWindow.count == windows.count, updates.rank == indices.rank - 1 + windows.count,
      dims.updateWindow.allSatisfy({ $0 >= 0 && $0 < updates.rank }),
      dims.scatterDimsToOperand.allSatisfy({ $0 >= 0 && $0 < operand.rank }),
      [dims.updateWindow, dims.scatterDimsToOperand, dims.insertedWindow + dims.operandBatching, dims.indicesBatching]
        .allSatisfy({ Set($0).count == $0.count }),
      dims.operandBatching.count == dims.indicesBatching.count,
      zip(dims.operandBatching, dims.indicesBatching).allSatisfy({
        $1 >= 0 && $1 < indices.rank - 1 && indices[$1] == operand[$0]
      }),
      zip(dims.updateWindow, windows).allSatisfy({ updates[$0] <= operand[$1] }),
      zip((0..<updates.rank).filter { !dims.updateWindow.contains($0) }, 0..<indices.rank - 1).allSatisfy({
        updates[$0] == indices[$1]
      })
    else {
      throw LanewiseError(
        .shape,
        "\(name): updates of shape \(updates) at indices of shape \(indices) do not fit an array of shape \(operand).")
    }
    return [x[0]]
  }

  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    let out = bind(self, x)
    guard out[0].dtype.isInexact, t[0] != nil || t[2] != nil else { return (out, [nil]) }
    let operand = t[0] ?? Lax.fullLike(x[0], 0)
    let updates = t[2] ?? Lax.fullLike(x[2], 0)
    switch combiner {
    case .add: return (out, bind(self, [operand, x[1], updates]))
    case .set:
      if uniqueIndices { return (out, bind(self, [operand, x[1], updates])) }
      return (out, [setTangent(operand, x[1], updates)])
    case .multiply:
      var parts: [NDArray] = []
      if let tangent = t[0] { parts += bind(self, [tangent, x[1], x[2]]) }
      if let tangent = t[2] {
        guard uniqueIndices else {
          let message =
            "scatter-mul: the derivative by the updates is there only where the indices are declared unique."
          return (out, [fail(.value, message, like: out[0].aval)])
        }
        let added = bind(with(.add), [Lax.fullLike(x[0], 0), x[1], tangent])[0]
        parts.append(Lax.mul(x[0], added))
      }
      return (out, [parts.count == 2 ? Lax.addAny(parts[0], parts[1]) : parts[0]])
    case .min, .max:
      // The derivative goes where the extreme came from, shared among ties.
      let gather = gatherOfUpdates(x[0], x[2])
      let winners = Lax.convertElementType(Lax.eq(bind(gather, [out[0], x[1]])[0], x[2]), out[0].dtype)
      let kept = Lax.convertElementType(Lax.eq(out[0], x[0]), out[0].dtype)
      let ties = bind(with(.add), [kept, x[1], winners])[0]
      let total = bind(with(.add), [Lax.mul(kept, operand), x[1], Lax.mul(winners, updates)])[0]
      return (out, [Lax.div(total, ties)])
    }
  }

  private func with(_ combiner: Combiner) -> Scatter {
    Scatter(
      combiner: combiner, dims: dims, mode: mode, indicesAreSorted: indicesAreSorted, uniqueIndices: uniqueIndices,
      dtype: dtype)
  }

  /// Where indices may repeat, the last update wins: number the updates, see which numbers survive, and let only
  /// those tangents through.
  private func setTangent(_ operand: NDArray, _ indices: NDArray, _ updates: NDArray) -> NDArray {
    let count = updates.size
    let numbers = Lax.reshape(Lax.add(Lax.iota(.int32, [count], 0), Lax.scalar(.int(1), .int32)), updates.shape)
    let survivors = bind(self, [Lax.full(operand.shape, .int(0), .int32), indices, numbers])[0]
    let gathered = bind(gatherOfUpdates(survivors, numbers), [survivors, indices])[0]
    let operandMask = Lax.eq(survivors, Lax.scalar(.int(0), .int32))
    let updateMask = Lax.eq(numbers, gathered)
    let kept = Lax.select(operandMask, operand, Lax.fullLike(operand, 0))
    let written = Lax.select(updateMask, updates, Lax.fullLike(updates, 0))
    return bind(with(.add), [kept, indices, written])[0]
  }

  private func gatherOfUpdates(_ operand: NDArray, _ updates: NDArray) -> Gather {
    gather(operand: operand.aval.shape, updates: updates.aval.shape)
  }

  private func gather(operand: Shape, updates: Shape) -> Gather {
    var windows = dims.updateWindow.makeIterator()
    let sizes = (0..<operand.rank).map { axis in
      dims.insertedWindow.contains(axis) || dims.operandBatching.contains(axis) ? 1 : updates[windows.next()!]
    }
    var gather = Gather(
      dims: GatherDims(
        offset: dims.updateWindow, collapsed: dims.insertedWindow, startIndexMap: dims.scatterDimsToOperand,
        operandBatching: dims.operandBatching, indicesBatching: dims.indicesBatching),
      sliceSizes: sizes, mode: mode)
    if mode == .fillOrDrop { gather.fillValue = .int(0) }
    return gather
  }

  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] {
    guard let ct = cotangents[0], case .known(let indices) = x[1] else { return [nil, nil, nil] }
    let updates = x[2].aval.shape
    let pulled: () -> NDArray = { bind(gather(operand: ct.aval.shape, updates: updates), [ct, indices])[0] }
    switch combiner {
    case .add: return [x[0].isLinear ? ct : nil, nil, x[2].isLinear ? pulled() : nil]
    case .set:
      let masked = bind(self, [ct, indices, Lax.full(updates.dims, .int(0), ct.dtype)])[0]
      return [x[0].isLinear ? masked : nil, nil, x[2].isLinear ? pulled() : nil]
    case .multiply:
      guard case .known(let factors) = x[2] else { return notLinear(x) }
      return [bind(self, [ct, indices, factors])[0], nil, nil]
    case .min, .max: return notLinear(x)
    }
  }

  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    let (scatter, operands) = batched(x, axes, size: size)
    return (bind(scatter, operands), [0])
  }

  package func checked(_ x: [NDArray], _ errors: CheckState) -> [NDArray] {
    note(x, errors)
    let results = bind(self, x)
    if combiner != .set { errors.noteNaN(name, results) }
    return results
  }

  /// Notes a window that is not wholly inside the array.
  func note(_ x: [NDArray], _ errors: CheckState) {
    let shape = x[0].aval.shape
    let sizes = gather(operand: shape, updates: x[2].aval.shape).sliceSizes
    errors.noteIndices(
      x[1], dims.scatterDimsToOperand, last: dims.scatterDimsToOperand.map { shape[$0] - sizes[$0] }, of: shape)
  }

  /// The scatter of arrays whose batch lies along axis 0, and these.
  func batched(_ x: [NDArray], _ axes: [Int?], size: Int) -> (Scatter, [NDArray]) {
    var dims = self.dims
    func up(_ values: [Int]) -> [Int] { values.map { $0 + 1 } }
    dims.updateWindow = up(dims.updateWindow)
    dims.insertedWindow = up(dims.insertedWindow)
    dims.scatterDimsToOperand = up(dims.scatterDimsToOperand)
    dims.operandBatching = up(dims.operandBatching)
    let operand = Lax.moveBatch(x[0], from: axes[0], to: 0, size: size)
    let updates = Lax.moveBatch(x[2], from: axes[2], to: 0, size: size)
    var indices = x[1]
    if let axis = axes[1] {
      indices = Lax.moveAxis(indices, from: axis, to: 0)
      dims.operandBatching = [0] + dims.operandBatching
      dims.indicesBatching = [0] + up(dims.indicesBatching)
    } else {
      dims.updateWindow = [0] + dims.updateWindow
    }
    let scatter = Scatter(combiner: combiner, dims: dims, mode: mode, uniqueIndices: uniqueIndices, dtype: dtype)
    return (scatter, [operand, indices, updates])
  }

  package func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray]) -> [Slot] {
    let combine: ScatterCombiner =
      switch combiner {
      case .set: .set
      case .add: .add
      case .multiply: .mul
      case .min: .min
      case .max: .max
      }
    let columns = b.indexColumns(x[1])
    return b.step(
      ScatterStep(
        updateWindowDims: dims.updateWindow, insertedWindowDims: dims.insertedWindow,
        scatterDimsToOperandDims: dims.scatterDimsToOperand, operandBatchingDims: dims.operandBatching,
        scatterIndicesBatchingDims: dims.indicesBatching, combiner: combine,
        mode: mode == .clip ? .clip : .drop),
      [x[0], columns[0], x[2]] + columns.dropFirst(), results)
  }
}

extension Scatter {
  init(_ combiner: Combiner, _ parameters: ParameterReader) throws {
    let numbers = try parameters.record("dimension_numbers")
    var dtype = DType.float32
    if case .jaxpr(let update)? = parameters["update_jaxpr"], let type = update.inputType(at: 0) { dtype = type.dtype }
    self.init(
      combiner: combiner,
      dims: ScatterDims(
        updateWindow: try numbers.ints("update_window_dims"), insertedWindow: try numbers.ints("inserted_window_dims"),
        scatterDimsToOperand: try numbers.ints("scatter_dims_to_operand_dims"),
        operandBatching: try numbers.ints("operand_batching_dims", default: []),
        indicesBatching: try numbers.ints("scatter_indices_batching_dims", default: [])),
      mode: try IndexMode(parameters),
      indicesAreSorted: try parameters.bool("indices_are_sorted", default: false),
      uniqueIndices: try parameters.bool("unique_indices", default: false), dtype: dtype)
  }
}
