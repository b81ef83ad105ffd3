/// What gather does with an index whose window is not wholly inside (JAX's `GatherScatterMode`).
package enum GatherMode: Hashable, Sendable {
  /// The window is moved to the nearest place inside. `PROMISE_IN_BOUNDS` is this too.
  case clip
  /// The window's elements are this value: its bits in the operand's format, the upper half of a complex128 being 0.
  case fill(bits: UInt64)
}

/// Windows of an array, taken at the places that an index array names (JAX's and XLA's `gather`).
///
/// - Operands: the array; the indices, of any integer dtype, whose last dimension is the index vector, or an array for
///   each component of the index vectors, whose last dimension is 1.
/// - Result: the dimensions `offsetDims` are those of the window without the collapsed and the batching ones, in order;
///   the others are the indices' dimensions without the last.
package struct GatherStep: Step {
  package let offsetDims, collapsedSliceDims, startIndexMap, sliceSizes: [Int]
  package let operandBatchingDims, startIndicesBatchingDims: [Int]
  package let mode: GatherMode
  /// Whether negative indices count from the end of the array.
  var countsFromEnd = false

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
          call, indices: Array(1..<call.operandTypes.count), windowed: call.resultTypes[0].shape,
          windowDims: offsetDims, absentDims: collapsedSliceDims + operandBatchingDims, indexMap: startIndexMap,
          sizes: sliceSizes, arrayBatchingDims: operandBatchingDims, indicesBatchingDims: startIndicesBatchingDims,
          isArraySource: true, countsFromEnd: countsFromEnd), mode: mode))
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
    if windows.arePoints {
      switch (windows.indexType, windows.columns.count) {
      case (.int32, 1) where windows.columns[0].stride == 1:
        return points(PointsOfVector<Int32>.self, source, target, fills ? filler : nil)
      case (.int32, 1): return points(PointsOfOne<Int32>.self, source, target, fills ? filler : nil)
      case (.int32, 2): return points(PointsOfTwo<Int32>.self, source, target, fills ? filler : nil)
      case (.int32, 3): return points(PointsOfThree<Int32>.self, source, target, fills ? filler : nil)
      case (.int64, 1): return points(PointsOfOne<Int64>.self, source, target, fills ? filler : nil)
      default: break
      }
    }
    if windows.box.isContiguous, windows.fits { return rows(source, target, fills ? filler : nil) }
    if windows.lieSideBySide { return columns(source, target, fills ? filler : nil) }
    let box = windows.box
    forEachRange(windows.count, grain: max(1, 16384 / box.count), nanoseconds: 4 + box.count / 2) { range in
      var blocks = windows.blocks(in: range, isClipping: !fills)
      defer { blocks.deallocate() }
      let (from, to) = (blocks.inArray, blocks.inWindowed)
      while case let count = blocks.next(), count > 0 {
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
  private func points<E: BitwiseCopyable, P: IndexedPoints>(
    _: P.Type, _ source: UnsafePointer<E>, _ target: UnsafeMutablePointer<E>, _ filler: E?
  ) {
    let list = P.self == PointsOfVector<Int32>.self && MemoryLayout<E>.size <= 8 ? self.list : nil
    forEachRange(windows.count, grain: 16384, nanoseconds: 2) { range in
      let places = P(windows.columns)
      @inline(__always) func take(_ range: Range<Int>, _ place: UnsafePointer<E>, _ step: Int) {
        var range = range
        if step == 0, let (take, indices) = list {
          // Vectors are stored whole, and what is behind the range may be another thread's.
          let count = range.count & ~15
          @inline(__always) func move<T: FixedWidthInteger>(_: T.Type) {
            take.elements(
              of: UnsafePointer<T>(OpaquePointer(place)), at: indices + range.lowerBound,
              to: UnsafeMutablePointer<T>(OpaquePointer(target + range.lowerBound)), count)
          }
          switch MemoryLayout<E>.size {
          case 1: move(UInt8.self)
          case 2: move(UInt16.self)
          case 4: move(UInt32.self)
          default: move(UInt64.self)
          }
          range = range.lowerBound + count..<range.upperBound
        }
        let place = place - range.lowerBound &* step
        if let filler {
          for n in range {
            let (offset, isInside) = places.checked(n)
            let element = place[offset &+ n &* step]
            target[n] = isInside ? element : filler
          }
        } else {
          for n in range { target[n] = place[places.clipped(n) &+ n &* step] }
        }
      }
      var walk = windows.batch
      if range.lowerBound > 0 { walk.move(to: range.lowerBound) }
      var start = range.lowerBound
      while start < range.upperBound {
        let run = walk.run
        let end = min(start + run.count, range.upperBound)
        if run.first == 0 {
          take(start..<end, source + walk.first, 0)
        } else {
          take(start..<end, source + walk.first, run.first)
        }
        walk.advance(by: end - start)
        start = end
      }
    }
  }

  /// Elements of a vector by a list of their places.
  private var list: (Take, UnsafePointer<Int32>) {
    let column = windows.columns[0]
    var take = Take(length: 1, last: column.last, stride: 1, wrap: column.wrap, fill: nil)
    if case .fill(let bits) = mode { take.fill = bits }
    return (take, column.address.assumingMemoryBound(to: Int32.self))
  }

  /// Windows that are one run of memory in both arrays.
  private func rows<E: BitwiseCopyable>(
    _ source: UnsafePointer<E>, _ target: UnsafeMutablePointer<E>, _ filler: E?
  ) {
    let length = windows.box.count
    forEachRange(windows.count, grain: max(1, 16384 / length), nanoseconds: 4 + length / 2) { range in
      var blocks = windows.blocks(in: range, isClipping: filler == nil)
      defer { blocks.deallocate() }
      let (from, to) = (blocks.inArray, blocks.inWindowed)
      while case let count = blocks.next(), count > 0 {
        for i in 0..<count {
          if from[i] >= 0 {
            copyRun(from: source + from[i], to: target + to[i], count: length)
          } else if let filler {
            (target + to[i]).update(repeating: filler, count: length)
          }
        }
      }
    }
  }

  /// Windows whose elements lie side by side in the result, the first ones of all windows, then the second ones …: one
  /// walk over the windows for each.
  private func columns<E: BitwiseCopyable>(
    _ source: UnsafePointer<E>, _ target: UnsafeMutablePointer<E>, _ filler: E?
  ) {
    let box = windows.box
    var blocks = windows.blocks(in: 0..<windows.count, isClipping: filler == nil, of: 4096)
    defer { blocks.deallocate() }
    let (from, to) = (blocks.inArray, blocks.inWindowed)
    while case let count = blocks.next(), count > 0 {
      forEachRange(box.count, grain: max(1, 16384 / count), nanoseconds: count) { elements in
        box.forEachElement(in: elements) { inWindow, inLine in
          let (source, target) = (source + inWindow, target + (inLine + to[0]))
          if let filler {
            for n in 0..<count {
              let element = source[max(from[n], 0)]
              target[n] = from[n] < 0 ? filler : element
            }
          } else {
            for n in 0..<count { target[n] = source[from[n]] }
          }
        }
      }
    }
  }
}

/// Copies elements that do not overlap, a short run without a call.
@inline(__always)
func copyRun<E: BitwiseCopyable>(from source: UnsafePointer<E>, to target: UnsafeMutablePointer<E>, count: Int) {
  let bytes = count &* MemoryLayout<E>.stride
  guard bytes >= 16, bytes <= 256 else { return target.update(from: source, count: count) }
  let (source, target) = (UnsafeRawPointer(source), UnsafeMutableRawPointer(target))
  @inline(__always) func move(_ at: Int) {
    let piece = source.loadUnaligned(fromByteOffset: at, as: SIMD2<UInt64>.self)
    target.storeBytes(of: piece, toByteOffset: at, as: SIMD2<UInt64>.self)
  }
  var at = 0
  while at &+ 16 <= bytes {
    move(at)
    at &+= 16
  }
  if at < bytes { move(bytes &- 16) }
}
