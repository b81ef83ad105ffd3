/// The windows of an array at the places that index vectors name: what gather and scatter have in common.
///
/// The *array* is what the indices point into; the *windowed* array holds one window for each index vector.
struct IndexedWindows {
  /// One component of all index vectors.
  struct Column {
    /// The first vector's, and how far apart those of successive vectors lie, in elements.
    let address: UnsafeRawPointer, step: Int
    /// The last place at which a window fits into the array's dimension that it is for, and that dimension's stride.
    let last: Int, stride: Int
    /// What is added to negative indices.
    let wrap: Int
  }

  /// Index vectors.
  let count: Int
  /// A window, in the source and in the target.
  let box: StridedBox
  let columns: [Column]
  let indexType: DType
  /// Offsets of the n-th window by the batching dimensions in the array, and in the windowed array.
  let batch: Odometer
  /// Whether windows are no larger than the array.
  let fits: Bool

  /// - `indices`: the operand that holds the index vectors in its last dimension, or those that hold one component each.
  /// - `windowDims`: the dimensions of the windowed array that are the window's.
  /// - `absentDims`: the dimensions of the array that windows do not have: of size 1.
  /// - `sizes`: the window's extents in all dimensions of the array.
  /// - `isArraySource`: gather; otherwise the array is the target.
  /// - `countsFromEnd`: whether negative indices count from the end of the array.
  init(
    _ call: StepCall, indices: [Int], windowed: Shape, windowDims: [Int], absentDims: [Int], indexMap: [Int],
    sizes: [Int], arrayBatchingDims: [Int], indicesBatchingDims: [Int], isArraySource: Bool, countsFromEnd: Bool = false
  ) {
    let array = call.operandTypes[0].shape
    let strides = array.strides
    let windowedStrides = windowed.strides
    let indexType = call.operandTypes[indices[0]].dtype
    self.indexType = indexType
    columns = indexMap.enumerated().map { component, dim in
      let isApart = indices.count > 1
      return Column(
        address: isApart
          ? call.operand(indices[component]) : call.operand(indices[0]) + component * indexType.byteWidth,
        step: isApart ? 1 : indexMap.count, last: array[dim] - sizes[dim], stride: strides[dim],
        wrap: countsFromEnd ? array[dim] : 0)
    }
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

  /// Whether windows are single elements, the n-th one being the n-th of the windowed array.
  var arePoints: Bool { box.count == 1 && fits }

  /// Where windows are single elements and one index says where each lies in the array: the last index, and the
  /// distance of neighbours.
  var list: (last: Int, stride: Int)? {
    guard arePoints, columns.count == 1, !batch.movesFirst else { return nil }
    return (columns[0].last, columns[0].stride)
  }

  /// Elements of a window, where each is a whole row, one behind the other in the windowed array, and one index says
  /// which row of the array it is.
  var rowLength: Int? {
    guard columns.count == 1, columns[0].step == 1, fits, !batch.movesFirst, columns[0].stride == box.count,
      box.isContiguous, batch.counts(by: box.count)
    else { return nil }
    return box.count
  }

  /// Whether the n-th element of the windowed array, in its innermost dimension, is the n-th window's.
  var lieSideBySide: Bool { batch.counts(by: 1) && count > 1 && fits }

  /// The windows of a range, to be walked in the indices' order, in blocks of so many.
  func blocks(in range: Range<Int>, isClipping: Bool, of capacity: Int = 512) -> Blocks {
    Blocks(windows: self, isClipping: isClipping, rest: range, capacity: capacity)
  }

  /// Blocks of windows' offsets. (An iterator and not a function that takes a closure, which would be compiled again
  /// for every closure.)
  struct Blocks {
    private let windows: IndexedWindows, isClipping: Bool
    private var rest: Range<Int>
    private let capacity: Int
    /// Offsets in the array. Of a window that is not wholly inside it something negative, or the nearest inside if
    /// `isClipping`.
    let inArray: UnsafeMutablePointer<Int>
    /// Offsets in the windowed array.
    let inWindowed: UnsafeMutablePointer<Int>

    fileprivate init(windows: IndexedWindows, isClipping: Bool, rest: Range<Int>, capacity: Int) {
      (self.windows, self.isClipping, self.rest) = (windows, isClipping, rest)
      self.capacity = max(1, min(capacity, rest.count))
      inArray = .allocate(capacity: 3 * self.capacity)
      inWindowed = inArray + self.capacity
    }

    /// Finds the next windows; gives their number, 0 at the end.
    @inline(never) mutating func next() -> Int {
      let block = rest.prefix(capacity)
      rest = rest.dropFirst(block.count)
      if !block.isEmpty { windows.findWindows(block, isClipping, inArray, inWindowed, inWindowed + capacity) }
      return block.count
    }

    func deallocate() { inArray.deallocate() }
  }

  /// An offset that stays negative whatever other components of an index vector add.
  private static var outside: Int { Int.min / 16 }

  fileprivate func findWindows(
    _ range: Range<Int>, _ isClipping: Bool, _ inArray: UnsafeMutablePointer<Int>,
    _ inWindowed: UnsafeMutablePointer<Int>, _ values: UnsafeMutablePointer<Int>
  ) {
    var walk = batch
    if range.lowerBound > 0 { walk.move(to: range.lowerBound) }
    var window = 0
    while window < range.count {
      let run = walk.run
      let count = min(run.count, range.count - window)
      let (first, second) = (fits ? walk.first : Self.outside, walk.second)
      for i in 0..<count {
        inArray[window + i] = first &+ i &* run.first
        inWindowed[window + i] = second &+ i &* run.second
      }
      walk.advance(by: count)
      window += count
    }
    guard fits else { return }
    for column in columns {
      switch indexType {
      case .int32: add(column, column.address.assumingMemoryBound(to: Int32.self), range, isClipping, inArray)
      case .int64: add(column, column.address.assumingMemoryBound(to: Int64.self), range, isClipping, inArray)
      default:
        loadIndices(column.address, indexType, range, step: column.step, into: values)
        let loaded = Column(
          address: values, step: 1, last: column.last, stride: column.stride, wrap: column.wrap)
        add(loaded, values, 0..<range.count, isClipping, inArray)
      }
    }
  }

  /// Adds what one component of each index vector contributes.
  private func add<I: FixedWidthInteger>(
    _ column: Column, _ indices: UnsafePointer<I>, _ range: Range<Int>, _ isClipping: Bool,
    _ offsets: UnsafeMutablePointer<Int>
  ) {
    let indices = indices + range.lowerBound * column.step
    let (step, stride) = (column.step, column.stride)
    let (last, wrap) = (I(clamping: column.last), I(clamping: column.wrap))
    if isClipping {
      for window in 0..<range.count {
        let index = max(0, min(wrapped(indices[window &* step], wrap), last))
        offsets[window] = offsets[window] &+ Int(truncatingIfNeeded: index) &* stride
      }
    } else {
      for window in 0..<range.count {
        let index = wrapped(indices[window &* step], wrap)
        let isInside = I.Magnitude(truncatingIfNeeded: index) <= I.Magnitude(truncatingIfNeeded: last)
        offsets[window] =
          offsets[window] &+ (isInside ? Int(truncatingIfNeeded: index) &* stride : Self.outside)
      }
    }
  }
}

/// A negative index moved by as much as its array is long, if it counts from there.
@inline(__always)
func wrapped<I: FixedWidthInteger>(_ index: I, _ wrap: I) -> I { index &+ (index >> (I.bitWidth - 1) & wrap) }
