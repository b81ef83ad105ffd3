import LanewiseKernelABI

extension Direct {
  package static func view(_ x: Storage, _ dtype: DType, _ shape: Shape, offset: Int, strides: [Int]) -> Storage {
    var padded = SIMD8<Int>.zero
    for axis in strides.indices { padded[axis] = strides[axis] }
    return view(x, dtype, shape, offset: offset, strides: padded)
  }

  /// The elements at `offset + Σ index·stride`, one stride a dimension of `shape`, in elements. Where these are all of
  /// `x` in order, it is `x`.
  package static func view(_ x: Storage, _ dtype: DType, _ shape: Shape, offset: Int, strides: SIMD8<Int>) -> Storage {
    let byteCount = shape.count &* dtype.byteWidth
    if byteCount == x.byteCount, offset == 0, isInOrder(shape, strides) { return x }
    let result = Storage(byteCount: byteCount)
    copy(from: x.address, dtype, shape, offset: offset, strides: strides, to: result.address)
    return result
  }

  /// The same elements of the array at `x`, written to `target`.
  package static func copy(
    from x: UnsafeMutableRawPointer, _ dtype: DType, _ shape: Shape, offset: Int, strides: SIMD8<Int>,
    to target: UnsafeMutableRawPointer
  ) {
    let count = shape.count
    let width = dtype.byteWidth
    let source = x + offset &* width
    if count == 1 {
      target.copyMemory(from: source, byteCount: width)
    } else if count > 1, (0..<shape.rank).allSatisfy({ strides[$0] == 0 }) {
      fill(target, with: source, byteWidth: width, count)
    } else if count > mostPicked {
      let extents = shape.dims
      StridedBox(
        extents: extents, sourceStrides: extents.indices.map { strides[$0] }, targetStrides: shape.strides
      )
      .copy(from: source, to: target, dtype)
    } else if shape.rank <= 2 {
      let isRow = shape.rank == 1
      dtype.visitWidth(
        PickingRows(
          rows: isRow ? 1 : shape[0], columns: shape[isRow ? 0 : 1], strides: (strides[0], strides[isRow ? 0 : 1]),
          source: source, target: target))
    } else if count > 0 {
      var walk = Odometer()
      for axis in 0..<shape.rank { walk.append(shape[axis], strides[axis], 1) }
      dtype.visitWidth(Picking(walk: walk, count: count, source: source, target: target))
    }
  }

  /// Elements up to which each is picked by itself, without a look for runs.
  private static let mostPicked = 64

  /// A copy of `x` in which the elements at `offset + Σ index·stride` are those of `value`, in row-major order of `shape`.
  package static func replacing(
    _ x: Storage, _ dtype: DType, _ shape: Shape, offset: Int, strides: SIMD8<Int>, with value: Storage
  ) -> Storage {
    let result = Storage(byteCount: x.byteCount)
    result.address.copyMemory(from: x.address, byteCount: x.byteCount)
    let target = result.address + offset &* dtype.byteWidth
    if shape.isScalar {
      target.copyMemory(from: value.address, byteCount: dtype.byteWidth)
    } else {
      let extents = shape.dims
      StridedBox(
        extents: extents, sourceStrides: shape.strides, targetStrides: extents.indices.map { strides[$0] }
      )
      .copy(from: value.address, to: target, dtype)
    }
    return result
  }

  private struct Picking: WidthVisitor {
    var walk: Odometer
    let count: Int
    let source: UnsafeRawPointer, target: UnsafeMutableRawPointer

    func visit<E: BitwiseCopyable>(_ type: E.Type) {
      let source = source.assumingMemoryBound(to: type)
      let target = target.assumingMemoryBound(to: type)
      var walk = walk
      for index in 0..<count {
        target[index] = source[walk.first]
        walk.advance()
      }
    }
  }

  private struct PickingRows: WidthVisitor {
    let rows: Int, columns: Int
    let strides: (Int, Int)
    let source: UnsafeRawPointer, target: UnsafeMutableRawPointer

    func visit<E: BitwiseCopyable>(_ type: E.Type) {
      var source = source.assumingMemoryBound(to: type)
      var target = target.assumingMemoryBound(to: type)
      for _ in 0..<rows {
        for column in 0..<columns { target[column] = source[column &* strides.1] }
        source += strides.0
        target += columns
      }
    }
  }

  private static func isInOrder(_ shape: Shape, _ strides: SIMD8<Int>) -> Bool {
    var expected = 1
    for axis in stride(from: shape.rank &- 1, through: 0, by: -1) {
      if shape[axis] != 1 && strides[axis] != expected { return false }
      expected &*= shape[axis]
    }
    return true
  }
}
