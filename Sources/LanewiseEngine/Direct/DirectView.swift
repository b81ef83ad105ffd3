import LanewiseKernelABI

extension Direct {
  /// The elements at `offset + Σ index·stride`, one stride a dimension of `shape`, in elements. Where these are all of
  /// `x` in order, it is `x`.
  package static func view(_ x: Storage, _ dtype: DType, _ shape: Shape, offset: Int, strides: [Int]) -> Storage {
    let count = shape.count
    let width = dtype.byteWidth
    if count &* width == x.byteCount, offset == 0, isInOrder(shape, strides) { return x }
    if offset == 0, count > 1, strides.allSatisfy({ $0 == 0 }) {
      let moved: DType = dtype.isHalf ? .uint16 : dtype
      let one = Operand.scalar(x)
      return map(
        found(KernelIndex.fill(byteWidth: width)), one, one, one, moved, moved, moved, moved, count, 1, costly: false)
    }
    let result = Storage(byteCount: count &* width)
    let source = x.address + offset &* width
    if count == 1 {
      result.address.copyMemory(from: source, byteCount: width)
    } else if count > 0 {
      StridedBox(extents: shape.dims, sourceStrides: strides, targetStrides: shape.strides)
        .copy(from: source, to: result.address, dtype)
    }
    return result
  }

  /// A copy of `x` in which the elements at `offset + Σ index·stride` are those of `value`, in row-major order of `shape`.
  package static func replacing(
    _ x: Storage, _ dtype: DType, _ shape: Shape, offset: Int, strides: [Int], with value: Storage
  ) -> Storage {
    let result = Storage(byteCount: x.byteCount)
    result.address.copyMemory(from: x.address, byteCount: x.byteCount)
    let target = result.address + offset &* dtype.byteWidth
    if shape.isScalar {
      target.copyMemory(from: value.address, byteCount: dtype.byteWidth)
    } else {
      StridedBox(extents: shape.dims, sourceStrides: shape.strides, targetStrides: strides)
        .copy(from: value.address, to: target, dtype)
    }
    return result
  }

  private static func isInOrder(_ shape: Shape, _ strides: [Int]) -> Bool {
    var expected = 1
    for axis in stride(from: shape.rank &- 1, through: 0, by: -1) {
      if shape[axis] != 1 && strides[axis] != expected { return false }
      expected &*= shape[axis]
    }
    return true
  }
}
