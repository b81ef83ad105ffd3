/// A walk over up to eight dimensions that keeps two offsets, in row-major order, without a division an element.
struct Odometer {
  private(set) var rank = 0
  private var extents = SIMD8<Int>.zero, firstStrides = SIMD8<Int>.zero, secondStrides = SIMD8<Int>.zero
  private var index = SIMD8<Int>.zero
  private(set) var first = 0, second = 0
  /// The innermost dimension's strides, and how many of its positions are left: advancing looks at these alone.
  private var innerFirstStride = 0, innerSecondStride = 0, left = 0

  /// Adds an inner dimension. Those of one element are left out, and one that goes on where the next has its end is
  /// one with it.
  mutating func append(_ extent: Int, _ firstStride: Int, _ secondStride: Int) {
    if extent == 1 { return }
    let last = rank - 1
    if rank > 0, firstStrides[last] == extent * firstStride, secondStrides[last] == extent * secondStride {
      extents[last] *= extent
    } else {
      extents[rank] = extent
      rank += 1
    }
    firstStrides[rank - 1] = firstStride
    secondStrides[rank - 1] = secondStride
    (innerFirstStride, innerSecondStride, left) = (firstStride, secondStride, extents[rank - 1])
  }

  /// Whether the first offset changes along the walk.
  var movesFirst: Bool { (0..<rank).contains { firstStrides[$0] != 0 } }
  /// Whether the second offset is the position's number times a stride.
  func counts(by stride: Int) -> Bool { rank == 0 || (rank == 1 && innerSecondStride == stride) }

  /// From here to the end of the innermost dimension: how many positions, and by how much each changes the offsets.
  @inline(__always) var run: (count: Int, first: Int, second: Int) {
    (rank == 0 ? 1 : left, innerFirstStride, innerSecondStride)
  }

  /// Goes to the position with this number.
  mutating func move(to position: Int) {
    var rest = position
    (first, second) = (0, 0)
    for axis in stride(from: rank - 1, through: 0, by: -1) {
      index[axis] = rest % extents[axis]
      rest /= extents[axis]
      first += index[axis] * firstStrides[axis]
      second += index[axis] * secondStrides[axis]
    }
    if rank > 0 { left = extents[rank - 1] - index[rank - 1] }
  }

  @inline(__always) mutating func advance() {
    first &+= innerFirstStride
    second &+= innerSecondStride
    left &-= 1
    if left == 0 { carry() }
  }

  /// Goes on by as many positions as ``run`` has, or by fewer.
  @inline(__always) mutating func advance(by count: Int) {
    first &+= innerFirstStride &* count
    second &+= innerSecondStride &* count
    left &-= count
    if left == 0 { carry() }
  }

  /// The innermost dimension is through: back to its start, and on in the one around it.
  @inline(never) private mutating func carry() {
    guard rank > 0 else { return }
    left = extents[rank - 1]
    first &-= innerFirstStride &* left
    second &-= innerSecondStride &* left
    var axis = rank - 2
    while axis >= 0 {
      first &+= firstStrides[axis]
      second &+= secondStrides[axis]
      index[axis] &+= 1
      if index[axis] < extents[axis] { return }
      first &-= firstStrides[axis] &* extents[axis]
      second &-= secondStrides[axis] &* extents[axis]
      index[axis] = 0
      axis -= 1
    }
  }
}

/// A box of elements that lies in two arrays, under strides of its own in each.
struct StridedBox {
  /// The innermost dimension, and the walk over all others.
  private(set) var length = 1, sourceStride = 1, targetStride = 1
  private(set) var rows = 1
  private var outer = Odometer()

  /// Dimensions that are one run in both arrays are merged, so that the innermost is as long as can be.
  init(extents: [Int], sourceStrides: [Int], targetStrides: [Int]) {
    var merged: [(extent: Int, source: Int, target: Int)] = []
    for (axis, extent) in extents.enumerated() where extent != 1 {
      let dimension = (extent: extent, source: sourceStrides[axis], target: targetStrides[axis])
      if let last = merged.last, last.source == extent * dimension.source, last.target == extent * dimension.target {
        merged[merged.count - 1] = (last.extent * extent, dimension.source, dimension.target)
      } else {
        merged.append(dimension)
      }
    }
    guard let inner = merged.popLast() else { return }
    (length, sourceStride, targetStride) = (inner.extent, inner.source, inner.target)
    for dimension in merged {
      rows *= dimension.extent
      outer.append(dimension.extent, dimension.source, dimension.target)
    }
  }

  var count: Int { rows * length }
  var isEmpty: Bool { count == 0 }
  /// One run of elements in both arrays.
  var isContiguous: Bool { rows == 1 && (length == 1 || (sourceStride == 1 && targetStride == 1)) }

  /// Calls `body` with the offset in the source and in the target of each innermost row.
  @inline(__always) func forEachRow(in range: Range<Int>, _ body: (Int, Int) -> Void) {
    if range.isEmpty || length == 0 { return }
    var walk = outer
    if range.lowerBound > 0 { walk.move(to: range.lowerBound) }
    for _ in range {
      body(walk.first, walk.second)
      walk.advance()
    }
  }

  /// Calls `body` with the offset in the source and in the target of the elements with these numbers.
  @inline(__always) func forEachElement(in range: Range<Int>, _ body: (Int, Int) -> Void) {
    if range.isEmpty { return }
    var walk = outer
    var inRow = range.lowerBound % length
    if range.lowerBound >= length { walk.move(to: range.lowerBound / length) }
    for _ in range {
      body(walk.first &+ inRow &* sourceStride, walk.second &+ inRow &* targetStride)
      inRow &+= 1
      if inRow == length {
        inRow = 0
        walk.advance()
      }
    }
  }

  @inline(__always)
  func copy<E: BitwiseCopyable>(from source: UnsafePointer<E>, to target: UnsafeMutablePointer<E>, rows: Range<Int>) {
    forEachRow(in: rows) { from, to in
      if sourceStride == 1 && targetStride == 1 {
        (target + to).update(from: source + from, count: length)
      } else {
        for i in 0..<length { target[to + i * targetStride] = source[from + i * sourceStride] }
      }
    }
  }

  /// A part of each innermost row, counted from its own beginning.
  fileprivate func cut(_ range: Range<Int>) -> StridedBox {
    var box = self
    box.length = range.count
    return box
  }

  /// Copies the box of elements of this width, large ones over the workers.
  func copy(from source: UnsafeRawPointer, to target: UnsafeMutableRawPointer, _ dtype: DType) {
    if isEmpty { return }
    dtype.visitWidth(BoxCopy(box: self, source: source, target: target))
  }
}

private struct BoxCopy: WidthVisitor {
  let box: StridedBox
  let source: UnsafeRawPointer, target: UnsafeMutableRawPointer

  func visit<E: BitwiseCopyable>(_ type: E.Type) {
    let source = source.assumingMemoryBound(to: type)
    let target = target.assumingMemoryBound(to: type)
    if box.isContiguous {
      // One run: it is cut where it stands.
      forEachRange(box.length, grain: 65536) { part in
        (target + part.lowerBound).update(from: source + part.lowerBound, count: part.count)
      }
      return
    }
    // Rows, or pieces of them where they are long.
    let length = min(box.length, 65536)
    let pieces = (box.length + length - 1) / length
    forEachRange(box.rows * pieces, grain: max(1, 65536 / length), nanoseconds: length) { range in
      if pieces == 1 { return box.copy(from: source, to: target, rows: range) }
      for number in range {
        let (row, piece) = number.quotientAndRemainder(dividingBy: pieces)
        let start = piece * length
        box.cut(start..<min(start + length, box.length)).copy(
          from: source + start * box.sourceStride, to: target + start * box.targetStride, rows: row..<row + 1)
      }
    }
  }
}
