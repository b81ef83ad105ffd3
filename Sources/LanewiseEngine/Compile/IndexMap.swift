/// Which elements of a block an array shows: at `offset + Σ index·stride`, row-major in the index. What broadcasts,
/// transposes, slices and reversals become.
struct IndexMap: Hashable {
  var shape: Shape
  var strides: SIMD8<Int>
  var offset: Int

  init(shape: Shape, strides: SIMD8<Int>, offset: Int) {
    self.shape = shape
    self.strides = strides
    self.offset = offset
  }

  init(shape: Shape, strides: [Int], offset: Int) {
    var inline = SIMD8<Int>.zero
    for (axis, stride) in strides.enumerated() { inline[axis] = stride }
    self.init(shape: shape, strides: inline, offset: offset)
  }

  /// All elements of a block of this shape, in order.
  static func identity(_ shape: Shape) -> IndexMap {
    var strides = SIMD8<Int>.zero
    var stride = 1
    for axis in Swift.stride(from: shape.rank - 1, through: 0, by: -1) {
      strides[axis] = stride
      stride *= shape[axis]
    }
    return IndexMap(shape: shape, strides: strides, offset: 0)
  }

  /// Whether every index shows the same element.
  var isUniform: Bool {
    for axis in 0..<shape.rank where shape[axis] != 1 && strides[axis] != 0 { return false }
    return true
  }

  /// Whether the elements lie one behind the other.
  var isContiguous: Bool {
    var expected = 1
    for axis in Swift.stride(from: shape.rank - 1, through: 0, by: -1) where shape[axis] != 1 {
      guard strides[axis] == expected else { return false }
      expected *= shape[axis]
    }
    return true
  }

  /// The map of a view (`shape`, `strides`, `offset`, in elements of this array in row-major order) on the block;
  /// nil if no strides express it.
  func composed(with view: IndexMap) -> IndexMap? {
    let rows = IndexMap.identity(shape).strides
    // A step of the view is a step along some of this map's axes; it must stay inside each of them.
    var low = SIMD8<Int>.zero
    var high = SIMD8<Int>.zero
    var result = IndexMap(shape: view.shape, strides: .zero, offset: offset)
    var rest = view.offset
    for axis in 0..<shape.rank where shape[axis] > 1 {
      let coordinate = rest / rows[axis]
      rest -= coordinate * rows[axis]
      low[axis] = coordinate
      high[axis] = coordinate
      result.offset += coordinate * strides[axis]
    }
    for viewAxis in 0..<view.shape.rank where view.shape[viewAxis] > 1 {
      var rest = view.strides[viewAxis]
      for axis in 0..<shape.rank where shape[axis] > 1 {
        let step = rest / rows[axis]
        guard step != 0 else { continue }
        rest -= step * rows[axis]
        result.strides[viewAxis] += step * strides[axis]
        let reach = step * (view.shape[viewAxis] - 1)
        if reach < 0 { low[axis] += reach } else { high[axis] += reach }
      }
      guard rest == 0 else { return nil }
    }
    for axis in 0..<shape.rank where shape[axis] > 1 && (low[axis] < 0 || high[axis] >= shape[axis]) { return nil }
    return result
  }

  /// The same elements in row-major order under another shape of as many elements; nil if no strides express it.
  func reshaped(_ newShape: Shape) -> IndexMap? {
    var result = IndexMap(shape: newShape, strides: .zero, offset: offset)
    let old = collapsed
    var oldAxis = old.rank - 1
    var remaining = oldAxis >= 0 ? old.extents[oldAxis] : 1
    var stride = oldAxis >= 0 ? old.strides[oldAxis] : 0
    for axis in Swift.stride(from: newShape.rank - 1, through: 0, by: -1) where newShape[axis] != 1 {
      if remaining == 1, oldAxis > 0 {
        oldAxis -= 1
        remaining = old.extents[oldAxis]
        stride = old.strides[oldAxis]
      }
      guard remaining % newShape[axis] == 0 else { return nil }
      result.strides[axis] = stride
      stride *= newShape[axis]
      remaining /= newShape[axis]
    }
    return result
  }

  /// The map without extents of 1, and with neighbouring axes merged that one stride walks through.
  var collapsed: CollapsedMap {
    var result = CollapsedMap(rank: 0, extents: .zero, strides: .zero, offset: offset)
    for axis in 0..<shape.rank where shape[axis] != 1 {
      let last = result.rank - 1
      if last >= 0, result.strides[last] == strides[axis] * shape[axis] {
        result.extents[last] *= shape[axis]
        result.strides[last] = strides[axis]
      } else {
        result.extents[result.rank] = shape[axis]
        result.strides[result.rank] = strides[axis]
        result.rank += 1
      }
    }
    return result
  }
}

/// An index map with the fewest axes that walk the same elements in the same order.
struct CollapsedMap: Equatable {
  var rank: Int
  var extents: SIMD8<Int>
  var strides: SIMD8<Int>
  var offset: Int

  var innerExtent: Int { rank == 0 ? 1 : extents[rank - 1] }
  var innerStride: Int { rank == 0 ? 0 : strides[rank - 1] }
  /// Whether what is shown lies side by side.
  var isInOrder: Bool { rank == 0 || rank == 1 && strides[0] == 1 }
  /// The elements that are shown again and again, if all are: a short row under every row.
  var period: Int? {
    guard rank > 1, strides[0] == 0 else { return nil }
    return (1..<rank).reduce(1) { $0 * extents[$1] }
  }
}

extension UnsafePointer<CollapsedMap> {
  /// Where the element with this row-major index lies. Of a map in memory: a vector that is picked from by a number that
  /// is not known would first be stored there.
  @inline(__always)
  func position(_ index: Int) -> Int {
    let map = UnsafeRawPointer(self)
    let extents = map + MemoryLayout<CollapsedMap>.offset(of: \.extents)!
    let strides = map + MemoryLayout<CollapsedMap>.offset(of: \.strides)!
    var position = pointee.offset
    var rest = index
    var axis = pointee.rank - 1
    while axis > 0 {
      let extent = extents.load(fromByteOffset: axis &* 8, as: Int.self)
      let quotient =
        (rest | extent) >> 32 == 0
        ? Int(UInt32(truncatingIfNeeded: rest) / UInt32(truncatingIfNeeded: extent)) : rest / extent
      position &+= (rest &- quotient &* extent) &* strides.load(fromByteOffset: axis &* 8, as: Int.self)
      rest = quotient
      axis &-= 1
    }
    return axis == 0 ? position &+ rest &* strides.load(as: Int.self) : position
  }
}
