/// What gather does with an index whose window is not wholly inside (JAX's `GatherScatterMode`).
package enum GatherMode: Hashable, Sendable {
  /// The window is moved to the nearest place inside. `PROMISE_IN_BOUNDS` is this too.
  case clip
  /// The window's elements are this value: its bits in the operand's format, the upper half of a complex128 being 0.
  case fill(bits: UInt64)
}

/// Windows of an array, taken at the places that an index array names (JAX's and XLA's `gather`).
///
/// - Operands: the array; the indices, of any integer dtype, whose last dimension is the index vector.
/// - Result: the dimensions `offsetDims` are those of the window without the collapsed and the batching ones, in order;
///   the others are the indices' dimensions without the last.
package struct GatherStep: Step {
  package let offsetDims, collapsedSliceDims, startIndexMap, sliceSizes: [Int]
  package let operandBatchingDims, startIndicesBatchingDims: [Int]
  package let mode: GatherMode

  package init(
    offsetDims: [Int], collapsedSliceDims: [Int], startIndexMap: [Int], sliceSizes: [Int],
    operandBatchingDims: [Int] = [], startIndicesBatchingDims: [Int] = [], mode: GatherMode
  ) {
    self.offsetDims = offsetDims
    self.collapsedSliceDims = collapsedSliceDims
    self.startIndexMap = startIndexMap
    self.sliceSizes = sliceSizes
    self.operandBatchingDims = operandBatchingDims
    self.startIndicesBatchingDims = startIndicesBatchingDims
    self.mode = mode
  }

  package var name: String { "gather" }

  /// It reads as much of the array as it gives.
  package func cost(_ operands: [AbstractArray], _ results: [AbstractArray]) -> Cost {
    Cost(moving: results + operands.dropFirst(), results)
  }

  package func run(_ call: StepCall) {
    guard call.resultTypes[0].count > 0 else { return }
    call.resultTypes[0].dtype.visitWidth(
      Gathering(
        call: call,
        windows: IndexedWindows(
          array: call.operandTypes[0].shape, indices: call.operandTypes[1], windowed: call.resultTypes[0].shape,
          windowDims: offsetDims, absentDims: collapsedSliceDims + operandBatchingDims, indexMap: startIndexMap,
          sizes: sliceSizes, arrayBatchingDims: operandBatchingDims, indicesBatchingDims: startIndicesBatchingDims,
          isArraySource: true), mode: mode))
  }
}

private struct Gathering: WidthVisitor {
  let call: StepCall, windows: IndexedWindows, mode: GatherMode

  func visit<E: BitwiseCopyable>(_ type: E.Type) {
    let source = call.operand(0, as: type)
    let target = call.result(0, as: type)
    var fills = false
    var fill: (UInt64, UInt64) = (0, 0)
    if case .fill(let bits) = mode { (fills, fill.0) = (true, bits) }
    let filler = withUnsafeBytes(of: fill) { $0.loadUnaligned(as: E.self) }
    if let list = windows.list {
      switch call.operandTypes[1].dtype {
      case .int32: return gather(list, Int32.self, source, target, fills ? filler : nil)
      case .int64: return gather(list, Int64.self, source, target, fills ? filler : nil)
      default: break
      }
    }
    let box = windows.box
    forEachRange(windows.count, grain: max(1, 16384 / max(box.count, 1)), nanoseconds: 4 + box.count / 2) { range in
      var blocks = windows.blocks(in: range, call.operand(1), isClipping: !fills)
      defer { blocks.deallocate() }
      let (from, to) = (blocks.inArray, blocks.inWindowed)
      while case let count = blocks.next(), count > 0 {
        if box.count == 1 {
          for i in 0..<count { target[to[i]] = from[i] < 0 ? filler : source[from[i]] }
          continue
        }
        for i in 0..<count {
          if from[i] >= 0 {
            box.copy(from: source + from[i], to: target + to[i], rows: 0..<box.rows)
          } else {
            box.forEachRow(in: 0..<box.rows) { _, row in
              for j in 0..<box.length { target[to[i] + row + j * box.targetStride] = filler }
            }
          }
        }
      }
    }
  }

  /// Elements one by one, each fetched whether its index is inside or not: no branch waits for memory.
  @inline(__always)
  private func gather<E: BitwiseCopyable, I: FixedWidthInteger>(
    _ list: (last: Int, stride: Int), _: I.Type, _ source: UnsafePointer<E>, _ target: UnsafeMutablePointer<E>,
    _ filler: E?
  ) {
    let indices = call.operand(1, as: I.self)
    let last = I(clamping: list.last)
    let stride = list.stride
    forEachRange(windows.count, grain: 16384, nanoseconds: 2) { range in
      if let filler {
        for i in range {
          let index = indices[i]
          let isInside = I.Magnitude(truncatingIfNeeded: index) <= I.Magnitude(truncatingIfNeeded: last)
          let element = source[Int(truncatingIfNeeded: isInside ? index : 0) &* stride]
          target[i] = isInside ? element : filler
        }
      } else if stride == 1 {
        for i in range { target[i] = source[Int(truncatingIfNeeded: max(0, min(indices[i], last)))] }
      } else {
        for i in range { target[i] = source[Int(truncatingIfNeeded: max(0, min(indices[i], last))) &* stride] }
      }
    }
  }
}
