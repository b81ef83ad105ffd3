/// The windows of an array at the places that an index array names: what gather and scatter have in common.
///
/// The *array* is what the indices point into; the *windowed* array holds one window for each index vector.
struct IndexedWindows {
  /// Index vectors.
  let count: Int
  /// A window, in the source and in the target.
  let box: StridedBox
  private let indexType: DType
  fileprivate let indexCount: Int
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
    let strides = array.strides
    let windowedStrides = windowed.strides
    indexType = indices.dtype
    indexCount = indexMap.count
    limits = indexMap.map { (array[$0], sizes[$0], strides[$0]) }
    fits = zip(array.dims, sizes).allSatisfy { $0 >= $1 }

    let present = (0..<array.rank).filter { !absentDims.contains($0) }
    let extents = present.map { sizes[$0] }
    let inArray = present.map { strides[$0] }
    let inWindowed = windowDims.map { windowedStrides[$0] }
    box = StridedBox(
      extents: extents, sourceStrides: isArraySource ? inArray : inWindowed,
      targetStrides: isArraySource ? inWindowed : inArray)

    var batch = Odometer()
    var count = 1
    let batchDims = (0..<windowed.rank).filter { !windowDims.contains($0) }
    for (axis, dim) in batchDims.enumerated() {
      let partner = indicesBatchingDims.firstIndex(of: axis)
      batch.append(windowed[dim], partner.map { strides[arrayBatchingDims[$0]] } ?? 0, windowedStrides[dim])
      count *= windowed[dim]
    }
    self.batch = batch
    self.count = count
  }

  /// Where windows are single elements, the n-th one being the n-th of the windowed array, and one index says where it
  /// lies in the array: the last index, and the distance of neighbours.
  var list: (last: Int, stride: Int)? {
    guard box.count == 1, indexCount == 1, fits, !batch.movesFirst else { return nil }
    return (limits[0].extent - 1, limits[0].stride)
  }

  /// The distance of windows in the array, where they are apart from each other whatever the indices: whole rows.
  var rowLength: Int? {
    guard indexCount == 1, fits, !batch.movesFirst, limits[0].size == 1, limits[0].stride == box.count else {
      return nil
    }
    return limits[0].stride
  }

  /// The windows of a range, to be walked in the indices' order.
  func blocks(in range: Range<Int>, _ indices: UnsafeRawPointer, isClipping: Bool) -> Blocks {
    Blocks(windows: self, indices: indices, isClipping: isClipping, rest: range)
  }

  /// Blocks of windows' offsets. (An iterator and not a function that takes a closure, which would be compiled again
  /// for every closure.)
  struct Blocks {
    private let windows: IndexedWindows, indices: UnsafeRawPointer, isClipping: Bool
    private var rest: Range<Int>
    private let capacity: Int
    /// Offsets in the array. Of a window that is not wholly inside it −1, or the nearest inside if `isClipping`.
    let inArray: UnsafeMutablePointer<Int>
    /// Offsets in the windowed array.
    let inWindowed: UnsafeMutablePointer<Int>

    fileprivate init(windows: IndexedWindows, indices: UnsafeRawPointer, isClipping: Bool, rest: Range<Int>) {
      (self.windows, self.indices, self.isClipping, self.rest) = (windows, indices, isClipping, rest)
      capacity = max(1, 512 / max(windows.indexCount, 1))
      inArray = .allocate(capacity: capacity * (windows.indexCount + 2))
      inWindowed = inArray + capacity
    }

    /// Finds the next windows; gives their number, 0 at the end.
    @inline(never) mutating func next() -> Int {
      let block = rest.prefix(capacity)
      rest = rest.dropFirst(block.count)
      if !block.isEmpty {
        windows.findWindows(block, indices, isClipping, inArray, inWindowed, inWindowed + capacity)
      }
      return block.count
    }

    func deallocate() { inArray.deallocate() }
  }

  fileprivate func findWindows(
    _ range: Range<Int>, _ indices: UnsafeRawPointer, _ isClipping: Bool, _ inArray: UnsafeMutablePointer<Int>,
    _ inWindowed: UnsafeMutablePointer<Int>, _ values: UnsafeMutablePointer<Int>
  ) {
    var walk = batch
    if range.lowerBound > 0 { walk.move(to: range.lowerBound) }
    for window in 0..<range.count {
      inArray[window] = fits ? walk.first : -1
      inWindowed[window] = walk.second
      walk.advance()
    }
    guard fits, indexCount > 0 else { return }
    loadIndices(indices, indexType, range.lowerBound * indexCount..<range.upperBound * indexCount, into: values)
    for axis in 0..<indexCount { add(limits[axis], values + axis, inArray, range.count, isClipping) }
  }

  /// Adds what one component of each index vector contributes.
  private func add(
    _ limit: (extent: Int, size: Int, stride: Int), _ values: UnsafePointer<Int>, _ offsets: UnsafeMutablePointer<Int>,
    _ count: Int, _ isClipping: Bool
  ) {
    let last = limit.extent - limit.size
    for window in 0..<count {
      let index = values[window * indexCount]
      let clamped = max(0, min(index, last))
      let isInside = offsets[window] >= 0 && (isClipping || clamped == index)
      offsets[window] = isInside ? offsets[window] &+ clamped &* limit.stride : -1
    }
  }
}
