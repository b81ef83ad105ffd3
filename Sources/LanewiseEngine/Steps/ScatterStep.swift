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
///   whose dimensions `updateWindowDims` are the window's and whose others are the indices' without the last. Where the
///   indices' last dimension is 1, indices behind the updates are the other components of the index vectors.
/// - Result: as the array.
///
/// Updates are applied in the order of the indices, so that of several to one place the result is always the same; for
/// sums of many in few places see ``ScatteredElements``, for many whole rows ``ScatteredRows``.
/// Half precision combines in float32 and rounds each time.
package struct ScatterStep: Step {
  package let updateWindowDims, insertedWindowDims, scatterDimsToOperandDims: [Int]
  package let operandBatchingDims, scatterIndicesBatchingDims: [Int]
  package let combiner: ScatterCombiner
  package let mode: ScatterMode

  package init(
    updateWindowDims: [Int], insertedWindowDims: [Int], scatterDimsToOperandDims: [Int],
    operandBatchingDims: [Int] = [], scatterIndicesBatchingDims: [Int] = [], combiner: ScatterCombiner,
    mode: ScatterMode
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

  /// An operation for each element of the updates, where they are combined with what is there.
  package func cost(_ operands: [AbstractArray], _ results: [AbstractArray]) -> Cost {
    Cost(flops: combiner == .set ? 0 : operands[2].count, moving: operands, results)
  }
  package var reusableOperand: Int? { 0 }

  package func run(_ call: StepCall) {
    let array = call.operandTypes[0]
    let updates = call.operandTypes[2]
    call.copyOperandToResult()
    guard updates.count > 0, array.count > 0 else { return }
    let absent = insertedWindowDims + operandBatchingDims
    var sizes = [Int](repeating: 1, count: array.rank)
    for (dim, updateDim) in zip((0..<array.rank).filter({ !absent.contains($0) }), updateWindowDims) {
      sizes[dim] = updates.shape[updateDim]
    }
    let windows = IndexedWindows(
      call, indices: [1] + (3..<call.operandTypes.count), windowed: updates.shape, windowDims: updateWindowDims,
      absentDims: absent, indexMap: scatterDimsToOperandDims, sizes: sizes, arrayBatchingDims: operandBatchingDims,
      indicesBatchingDims: scatterIndicesBatchingDims, isArraySource: false)
    let combining = Combining(call: call, windows: windows, isClipping: mode == .clip, combiner: combiner)
    if combiner == .set { combining.replace(width: array.dtype.byteWidth) } else { array.dtype.visit(combining) }
  }
}

extension StepCall {
  /// For steps whose result is the first operand with changes: copies it, unless it is the same memory.
  func copyOperandToResult() {
    if operand(0) != UnsafeRawPointer(result(0)) {
      StridedBox(extents: [operandTypes[0].count], sourceStrides: [1], targetStrides: [1])
        .copy(from: operand(0), to: result(0), operandTypes[0].dtype)
    }
  }
}

private struct Combining: ElementVisitor {
  let call: StepCall, windows: IndexedWindows, isClipping: Bool, combiner: ScatterCombiner

  func visit<E: Element>(_ type: E.Type) {
    switch combiner {
    case .set: preconditionFailure("what is replaced is not looked at")
    case .add: combine(type, SumFold.self)
    case .mul: combine(type, ProductFold.self)
    case .min: combine(type, MinimumFold.self)
    case .max: combine(type, MaximumFold.self)
    }
  }

  /// Moves bits, whatever they mean.
  func replace(width: Int) {
    switch width {
    case 1: combine(UInt8.self, ReplaceFold.self)
    case 2: combine(UInt16.self, ReplaceFold.self)
    case 4: combine(UInt32.self, ReplaceFold.self)
    case 8: combine(UInt64.self, ReplaceFold.self)
    default: combine(Complex<Double>.self, ReplaceFold.self)
    }
  }

  private func combine<E: Element, F: ElementFold>(_ type: E.Type, _ fold: F.Type) {
    let result = call.result(0, as: type)
    if let list = windows.list, hasListedIndices(list.last) {
      withIndices { elements(list, $0, result).combine(fold) }
    } else if let row = windows.rowLength, hasListedIndices(windows.columns[0].last) {
      withIndices { rows(row, $0, result, fold) }
    } else {
      combine(result, fold)
    }
  }

  /// Whether int32 can name all places up to the last, and whether the indices are or can be made int32.
  private func hasListedIndices(_ last: Int) -> Bool {
    last < Int(Int32.max) && [.int32, .int64].contains(call.operandTypes[1].dtype)
  }

  /// The indices as int32. Those of int64 that int32 does not hold stay outside of the array.
  private func withIndices(_ body: (UnsafePointer<Int32>) -> Void) {
    if call.operandTypes[1].dtype == .int32 { return body(call.operand(1, as: Int32.self)) }
    let indices = call.operand(1, as: Int64.self)
    withScratch(Int32.self, windows.count) { narrow in
      for i in 0..<windows.count { narrow[i] = Int32(clamping: indices[i]) }
      body(narrow)
    }
  }

  /// Elements of updates that are worth the threads.
  private static var worthSplitting: Int { 1 << 15 }

  @inline(__always)
  private func rows<E: Element, F: ElementFold>(
    _ length: Int, _ indices: UnsafePointer<Int32>, _ result: UnsafeMutablePointer<E>, _ fold: F.Type
  ) {
    let scattered = ScatteredRows(
      indices: indices, updates: call.operand(2, as: E.self), result: result,
      count: windows.count, last: windows.columns[0].last, length: length, isClipping: isClipping)
    let rows = scattered.last + 1
    let parts = Workers.isWorker || windows.count * length < Self.worthSplitting ? 1 : Workers.threadCount
    Workers.run(chunks: parts, nanoseconds: call.operandTypes[2].count) { part in
      scattered.combine(rows * part / parts..<rows * (part + 1) / parts, fold)
    }
  }

  @inline(__always)
  private func elements<E: Element>(
    _ list: (last: Int, stride: Int), _ indices: UnsafePointer<Int32>, _ result: UnsafeMutablePointer<E>
  ) -> ScatteredElements<E> {
    ScatteredElements(
      indices: indices, updates: call.operand(2, as: E.self), result: result,
      count: windows.count, last: list.last, stride: list.stride, isClipping: isClipping)
  }

  /// Windows of any kind.
  private func combine<E: Element, F: ElementFold>(_ result: UnsafeMutablePointer<E>, _ fold: F.Type) {
    let updates = call.operand(2, as: E.self)
    let box = windows.box
    var blocks = windows.blocks(in: 0..<windows.count, isClipping: isClipping)
    defer { blocks.deallocate() }
    let (to, from) = (blocks.inArray, blocks.inWindowed)
    while case let count = blocks.next(), count > 0 {
      for i in 0..<count where to[i] >= 0 {
        if box.count == 1 {
          result[to[i]] = F.apply(result[to[i]], updates[from[i]])
          continue
        }
        box.forEachRow(in: 0..<box.rows) { fromRow, toRow in
          let source = updates + from[i] + fromRow
          let target = result + to[i] + toRow
          if box.sourceStride != 1 || box.targetStride != 1 {
            for j in 0..<box.length {
              target[j * box.targetStride] = F.apply(target[j * box.targetStride], source[j * box.sourceStride])
            }
          } else if box.length < 2 * Self.worthSplitting {
            combineRun(target, source, box.length, fold)
          } else {
            forEachRange(box.length, grain: Self.worthSplitting) { part in
              combineRun(target + part.lowerBound, source + part.lowerBound, part.count, fold)
            }
          }
        }
      }
    }
  }
}
