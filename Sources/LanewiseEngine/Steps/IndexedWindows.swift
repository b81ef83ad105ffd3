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

  /// Calls `body` with the offset of each window in the source and in the target, in the indices' order. Of a window
  /// that is not wholly inside the array the offset in the array is nil, or the nearest inside if `isClipping`.
  @inline(__always)
  func forEach(
    in range: Range<Int>, _ indices: UnsafeRawPointer, isClipping: Bool, _ body: (_ inArray: Int?, _ inWindowed: Int) -> Void
  ) {
    var walk = batch
    if range.lowerBound > 0 { walk.move(to: range.lowerBound) }
    if indexCount == 0 {
      for _ in range {
        body(fits ? walk.first : nil, walk.second)
        walk.advance()
      }
      return
    }
    let blockCount = max(1, 512 / indexCount)
    withUnsafeTemporaryAllocation(of: Int.self, capacity: blockCount * indexCount) { block in
      limits.withUnsafeBufferPointer { limits in
        let values = block.baseAddress!
        for start in stride(from: range.lowerBound, to: range.upperBound, by: blockCount) {
          let end = min(start + blockCount, range.upperBound)
          loadIndices(indices, indexType, start * indexCount..<end * indexCount, into: values)
          for window in 0..<(end - start) {
            var offset = walk.first, isInside = fits
            for axis in 0..<indexCount {
              let limit = limits[axis], index = values[window * indexCount + axis], last = limit.extent - limit.size
              let clamped = max(0, min(index, last))
              isInside = isInside && (isClipping || clamped == index)
              offset &+= clamped &* limit.stride
            }
            body(isInside ? offset : nil, walk.second)
            walk.advance()
          }
        }
      }
    }
  }
}
