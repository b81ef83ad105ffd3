/// Where single elements lie in an array by their index vectors. The number of components is a type's, so that a loop
/// over elements is compiled without one over components.
protocol IndexedPoints {
  init(_ columns: [IndexedWindows.Column])
  /// The offset of the n-th element, moved to the nearest place inside.
  func clipped(_ n: Int) -> Int
  /// The offset of the n-th element and whether it is inside; 0 if not.
  func checked(_ n: Int) -> (offset: Int, isInside: Bool)
}

/// One component of index vectors.
private struct IndexColumn<I: FixedWidthInteger> {
  private let indices: UnsafePointer<I>
  private let last, wrap: I
  private let step, stride: Int

  @inline(__always) init(_ column: IndexedWindows.Column) {
    self.init(column, step: column.step, stride: column.stride)
  }

  /// What is known of the step and the stride costs nothing in a loop.
  @inline(__always) init(_ column: IndexedWindows.Column, step: Int, stride: Int) {
    indices = column.address.assumingMemoryBound(to: I.self)
    last = I(clamping: column.last)
    wrap = I(clamping: column.wrap)
    (self.step, self.stride) = (step, stride)
  }

  @inline(__always) func clipped(_ n: Int) -> Int {
    Int(truncatingIfNeeded: max(0, min(wrapped(indices[n &* step], wrap), last))) &* stride
  }

  @inline(__always) func checked(_ n: Int) -> (offset: Int, isInside: Bool) {
    let index = wrapped(indices[n &* step], wrap)
    let isInside = I.Magnitude(truncatingIfNeeded: index) <= I.Magnitude(truncatingIfNeeded: last)
    return (Int(truncatingIfNeeded: isInside ? index : 0) &* stride, isInside)
  }
}

/// Elements by one index each, whose index vectors lie side by side.
struct PointsOfOne<I: FixedWidthInteger>: IndexedPoints {
  private let column: IndexColumn<I>

  @inline(__always) init(_ columns: [IndexedWindows.Column]) {
    column = IndexColumn(columns[0], step: 1, stride: columns[0].stride)
  }
  @inline(__always) func clipped(_ n: Int) -> Int { column.clipped(n) }
  @inline(__always) func checked(_ n: Int) -> (offset: Int, isInside: Bool) { column.checked(n) }
}

/// Elements of a vector.
struct PointsOfVector<I: FixedWidthInteger>: IndexedPoints {
  private let column: IndexColumn<I>

  @inline(__always) init(_ columns: [IndexedWindows.Column]) { column = IndexColumn(columns[0], step: 1, stride: 1) }
  @inline(__always) func clipped(_ n: Int) -> Int { column.clipped(n) }
  @inline(__always) func checked(_ n: Int) -> (offset: Int, isInside: Bool) { column.checked(n) }
}

/// Elements by two indices each.
struct PointsOfTwo<I: FixedWidthInteger>: IndexedPoints {
  private let first, second: IndexColumn<I>

  @inline(__always) init(_ columns: [IndexedWindows.Column]) {
    (first, second) = (IndexColumn(columns[0]), IndexColumn(columns[1]))
  }
  @inline(__always) func clipped(_ n: Int) -> Int { first.clipped(n) &+ second.clipped(n) }
  @inline(__always) func checked(_ n: Int) -> (offset: Int, isInside: Bool) {
    let (a, b) = (first.checked(n), second.checked(n))
    let isInside = a.isInside && b.isInside
    return (isInside ? a.offset &+ b.offset : 0, isInside)
  }
}

/// Elements by three indices each.
struct PointsOfThree<I: FixedWidthInteger>: IndexedPoints {
  private let pair: PointsOfTwo<I>
  private let third: IndexColumn<I>

  @inline(__always) init(_ columns: [IndexedWindows.Column]) {
    (pair, third) = (PointsOfTwo(columns), IndexColumn(columns[2]))
  }
  @inline(__always) func clipped(_ n: Int) -> Int { pair.clipped(n) &+ third.clipped(n) }
  @inline(__always) func checked(_ n: Int) -> (offset: Int, isInside: Bool) {
    let (a, b) = (pair.checked(n), third.checked(n))
    let isInside = a.isInside && b.isInside
    return (isInside ? a.offset &+ b.offset : 0, isInside)
  }
}
