/// The windows of an array at the places that an index array names: what gather and scatter have in common.
///
/// The *array* is what the indices point into; the *windowed* array holds one window for each index vector.
struct IndexedWindows {
  /// Index vectors.
  let count: Int
  /// A window, in the source and in the target.
  let box: StridedBox
  private let indexType: DType
  private let indexCount: Int
  private let isArraySource: Bool
  /// Extent, window size and stride of the array's dimensions that the index vector's components address.
  private let limits: [(extent: Int, size: Int, stride: Int)]
  /// Offsets of the n-th window by the batching dimensions in the array, and in the windowed array.
  private let batch: Odometer
  /// Whether windows are no larger than the array.
  private let fits: Bool

  /// - `windowDims`: the dimensions of the windowed array that are the window's.
  /// - `absentDims`: the dimensions of the array that windows do not have: of size 1.
  /// - `sizes`: the window's extents in all dimensions of the array.
  /// - `isArraySource`: gather; otherwise the array is the target.
  init(
    array: Shape, indices: AbstractArray, windowed: Shape, windowDims: [Int], absentDims: [Int], indexMap: [Int],
    sizes: [Int], arrayBatchingDims: [Int], indicesBatchingDims: [Int], isArraySource: Bool
  ) {
    self.isArraySource = isArraySource
    let strides = array.strides, windowedStrides = windowed.strides
    indexType = indices.dtype
    indexCount = indexMap.count
    limits = indexMap.map { (array[$0], sizes[$0], strides[$0]) }
    fits = zip(array.dims, sizes).allSatisfy { $0 >= $1 }

    let present = (0..<array.rank).filter { !absentDims.contains($0) }
    let extents = present.map { sizes[$0] }, inArray = present.map { strides[$0] }
    let inWindowed = windowDims.map { windowedStrides[$0] }
    box = StridedBox(
      extents: extents, sourceStrides: isArraySource ? inArray : inWindowed,
      targetStrides: isArraySource ? inWindowed : inArray)

    var batch = Odometer(), count = 1
    let batchDims = (0..<windowed.rank).filter { !windowDims.contains($0) }
    for (axis, dim) in batchDims.enumerated() {
      let partner = indicesBatchingDims.firstIndex(of: axis)
      batch.append(windowed[dim], partner.map { strides[arrayBatchingDims[$0]] } ?? 0, windowedStrides[dim])
      count *= windowed[dim]
    }
    self.batch = batch
    self.count = count
  }

  /// Calls `body` with blocks of offsets, of each window in the array and in the windowed array, in the indices' order.
  /// Of a window that is not wholly inside the array the offset is −1, or the nearest inside if `isClipping`.
  @inline(never)  // Compiled once, not once for every element type.
  func forEachBlock(
    in range: Range<Int>, _ indices: UnsafeRawPointer, isClipping: Bool,
    _ body: (_ inArray: UnsafePointer<Int>, _ inWindowed: UnsafePointer<Int>, _ count: Int) -> Void
  ) {
    var walk = batch
    if range.lowerBound > 0 { walk.move(to: range.lowerBound) }
    let blockCount = max(1, 512 / max(indexCount, 1))
    withUnsafeTemporaryAllocation(of: Int.self, capacity: blockCount * (indexCount + 2)) { block in
      let inArray = block.baseAddress!, inWindowed = inArray + blockCount, values = inWindowed + blockCount
      for start in stride(from: range.lowerBound, to: range.upperBound, by: blockCount) {
        let count = min(blockCount, range.upperBound - start)
        for window in 0..<count {
          inArray[window] = fits ? walk.first : -1
          inWindowed[window] = walk.second
          walk.advance()
        }
        if indexCount > 0 && fits {
          loadIndices(indices, indexType, start * indexCount..<(start + count) * indexCount, into: values)
          for axis in 0..<indexCount { add(limits[axis], values + axis, inArray, count, isClipping) }
        }
        body(inArray, inWindowed, count)
      }
    }
  }

  /// Adds what one component of each index vector contributes.
  private func add(
    _ limit: (extent: Int, size: Int, stride: Int), _ values: UnsafePointer<Int>, _ offsets: UnsafeMutablePointer<Int>,
    _ count: Int, _ isClipping: Bool
  ) {
    let last = limit.extent - limit.size
    for window in 0..<count {
      let index = values[window * indexCount], clamped = max(0, min(index, last))
      let isInside = offsets[window] >= 0 && (isClipping || clamped == index)
      offsets[window] = isInside ? offsets[window] &+ clamped &* limit.stride : -1
    }
  }
}
