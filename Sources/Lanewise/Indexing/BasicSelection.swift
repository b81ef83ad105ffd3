import LanewiseCore

/// The elements that numbers, slices and new axes select of an array in memory: a box of its elements, which can be read
/// or written to in one pass. Small arrays are indexed often, so nothing of it is in an array of its own.
struct BasicSelection {
  private(set) var shape = Shape()
  private var offset = 0
  private var strides = SIMD8<Int>.zero

  /// nil where there is more to it: arrays among the indices, an array that is traced, no elements, or a mistake, for
  /// which others find the words.
  init?(_ indices: [_ArrayIndexKind.Kind], of x: NDArray) {
    guard Context.evaluatesConstants, x.node.kind == .concrete, x.size > 0 else { return nil }
    let extents = x.aval.shape
    var axis = 0
    var hasEllipsis = false
    /// The stride of the axis before.
    var block = x.size
    for index in indices {
      switch index {
      case .newAxis:
        guard append(1, stride: 0) else { return nil }
      case .integer(let index):
        guard axis < extents.rank else { return nil }
        let place = index < 0 ? index + extents[axis] : index
        guard place >= 0, place < extents[axis] else { return nil }
        block /= extents[axis]
        offset += place * block
        axis += 1
      case .slice(let start, let stop, let step):
        guard axis < extents.rank, step != 0 else { return nil }
        let slice = ResolvedIndex.Slice(start, stop, step, extents[axis])
        block /= extents[axis]
        offset += slice.start * block
        guard slice.count > 0, append(slice.count, stride: slice.step * block) else { return nil }
        axis += 1
      case .ellipsis:
        let whole = extents.rank - indices.count { $0.isAxis }
        guard !hasEllipsis, whole >= 0, appendWhole(extents, axis..<axis + whole, &block) else { return nil }
        hasEllipsis = true
        axis += whole
      case .array: return nil
      }
    }
    guard axis <= extents.rank, appendWhole(extents, axis..<extents.rank, &block) else { return nil }
  }

  /// False if there are as many dimensions as an array can have.
  private mutating func append(_ extent: Int, stride: Int) -> Bool {
    guard shape.rank < Shape.maximumRank else { return false }
    strides[shape.rank] = stride
    shape.append(extent)
    return true
  }

  private mutating func appendWhole(_ extents: Shape, _ axes: Range<Int>, _ block: inout Int) -> Bool {
    for axis in axes {
      block /= extents[axis]
      guard append(extents[axis], stride: block) else { return false }
    }
    return true
  }

  /// The elements.
  func taken(from x: NDArray) -> NDArray {
    let source = unsafeDowncast(x.node, to: ConcreteNode.self)
    let aval = x.aval.with(shape: shape)
    if shape.count == x.size {
      return NDArray(aval, Direct.view(source.storage, x.dtype, shape, offset: offset, strides: strides))
    }
    return .make(aval) {
      Direct.copy(from: source.address, x.dtype, shape, offset: offset, strides: strides, to: $0)
    }
  }

  /// The array with `value`, of this shape and the array's dtype, in place of the elements; nil if it is traced.
  func replaced(in x: NDArray, by value: NDArray) -> NDArray? {
    guard value.node.kind == .concrete || value.isLiteral, let memory = x.storage, let elements = value.storage else {
      return nil
    }
    return NDArray(
      x.aval, Direct.replacing(memory, x.dtype, shape, offset: offset, strides: strides, with: elements))
  }
}
