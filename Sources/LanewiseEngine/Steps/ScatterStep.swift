/// How scatter puts an update into the array.
package enum ScatterCombiner: UInt8, CaseIterable, Hashable, Sendable { case set, add, mul, min, max }

/// What scatter does with an index whose window is not wholly inside (JAX's `GatherScatterMode`).
package enum ScatterMode: Hashable, Sendable {
  /// The window is moved to the nearest place inside.
  case clip
  /// The update is left out (`FILL_OR_DROP`). `PROMISE_IN_BOUNDS` is this too.
  case drop
}

/// An array with updates put in at the places that an index array names (JAX's and XLA's `scatter`, `scatter_add` …).
///
/// - Operands: the array; the indices, of any integer dtype, whose last dimension is the index vector; the updates,
///   whose dimensions `updateWindowDims` are the window's and whose others are the indices' without the last.
/// - Result: as the array.
///
/// Updates are applied in the order of the indices, so that of several to one place the result is always the same.
/// Half precision combines in float32 and rounds each time.
package struct ScatterStep: Step {
  package let updateWindowDims, insertedWindowDims, scatterDimsToOperandDims: [Int]
  package let operandBatchingDims, scatterIndicesBatchingDims: [Int]
  package let combiner: ScatterCombiner
  package let mode: ScatterMode

  package init(
    updateWindowDims: [Int], insertedWindowDims: [Int], scatterDimsToOperandDims: [Int],
    operandBatchingDims: [Int] = [], scatterIndicesBatchingDims: [Int] = [], combiner: ScatterCombiner, mode: ScatterMode
  ) {
    self.updateWindowDims = updateWindowDims
    self.insertedWindowDims = insertedWindowDims
    self.scatterDimsToOperandDims = scatterDimsToOperandDims
    self.operandBatchingDims = operandBatchingDims
    self.scatterIndicesBatchingDims = scatterIndicesBatchingDims
    self.combiner = combiner
    self.mode = mode
  }

  package var name: String { combiner == .set ? "scatter" : "scatter_\(combiner)" }
  package var reusableOperand: Int? { 0 }

  package func run(_ call: StepCall) {
    let array = call.operandTypes[0], updates = call.operandTypes[2]
    call.copyOperandToResult()
    guard updates.count > 0, array.count > 0 else { return }
    let absent = insertedWindowDims + operandBatchingDims
    var sizes = [Int](repeating: 1, count: array.rank)
    for (dim, updateDim) in zip((0..<array.rank).filter({ !absent.contains($0) }), updateWindowDims) {
      sizes[dim] = updates.shape[updateDim]
    }
    let windows = IndexedWindows(
      array: array.shape, indices: call.operandTypes[1], windowed: updates.shape, windowDims: updateWindowDims,
      absentDims: absent, indexMap: scatterDimsToOperandDims, sizes: sizes, arrayBatchingDims: operandBatchingDims,
      indicesBatchingDims: scatterIndicesBatchingDims, isArraySource: false)
    let isClipping = mode == .clip
    if combiner == .set {
      array.dtype.visitWidth(Setting(call: call, windows: windows, isClipping: isClipping))
    } else {
      array.dtype.visit(Combining(call: call, windows: windows, isClipping: isClipping, combiner: combiner))
    }
  }
}

extension StepCall {
  /// For steps whose result is the first operand with changes: copies it, unless it is the same memory.
  func copyOperandToResult() {
    if operand(0) != UnsafeRawPointer(result(0)) {
      result(0).copyMemory(from: operand(0), byteCount: operandTypes[0].byteCount)
    }
  }
}

private struct Setting: WidthVisitor {
  let call: StepCall, windows: IndexedWindows, isClipping: Bool

  func visit<E: BitwiseCopyable>(_ type: E.Type) {
    let updates = call.operand(2, as: type), result = call.result(0, as: type), box = windows.box
    windows.forEach(in: 0..<windows.count, call.operand(1), isClipping: isClipping) { to, from in
      if let to { box.copy(from: updates + from, to: result + to, rows: 0..<box.rows) }
    }
  }
}

private struct Combining: ElementVisitor {
  let call: StepCall, windows: IndexedWindows, isClipping: Bool, combiner: ScatterCombiner

  func visit<E: Element>(_ type: E.Type) {
    switch combiner {
    case .set: break
    case .add: combine(type) { E.sum($0, $1) }
    case .mul: combine(type) { E.product($0, $1) }
    case .min: combine(type) { E.minimum($0, $1) }
    case .max: combine(type) { E.maximum($0, $1) }
    }
  }

  @inline(__always) func combine<E: Element>(_ type: E.Type, _ combined: (E, E) -> E) {
    let updates = call.operand(2, as: type), result = call.result(0, as: type), box = windows.box
    windows.forEach(in: 0..<windows.count, call.operand(1), isClipping: isClipping) { to, from in
      guard let to else { return }
      if box.count == 1 {
        result[to] = combined(result[to], updates[from])
        return
      }
      box.forEachRow(in: 0..<box.rows) { fromRow, toRow in
        let source = updates + from + fromRow, target = result + to + toRow
        if box.sourceStride == 1 && box.targetStride == 1 {
          for i in 0..<box.length { target[i] = combined(target[i], source[i]) }
        } else {
          for i in 0..<box.length {
            target[i * box.targetStride] = combined(target[i * box.targetStride], source[i * box.sourceStride])
          }
        }
      }
    }
  }
}
