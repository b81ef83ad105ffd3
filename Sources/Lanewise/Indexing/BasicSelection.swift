import LanewiseCore

/// The elements that numbers, slices and new axes select of an array in memory: a box of its elements, which can be read
/// or written to in one pass.
struct BasicSelection {
  let shape: Shape
  private let offset: Int
  private let strides: [Int]

  /// nil where there is more to it: arrays among the indices, or an array that is traced.
  init?(_ index: ResolvedIndex, of x: NDArray) {
    guard Context.evaluatesConstants, x.node.kind == .concrete, x.size > 0, index.isBasic else { return nil }
    let own = x.aval.shape.strides
    var shape: [Int] = []
    var strides: [Int] = []
    var offset = 0
    var axis = 0
    for item in index.items {
      switch item {
      case .newAxis:
        shape.append(1)
        strides.append(0)
        continue
      case .integer(let place): offset += place * own[axis]
      case .slice(let start, let step, let count):
        offset += start * own[axis]
        shape.append(count)
        strides.append(step * own[axis])
      case .array: return nil
      }
      axis += 1
    }
    guard !shape.contains(0) else { return nil }
    (self.shape, self.offset, self.strides) = (Shape(shape), offset, strides)
  }

  /// The elements.
  func taken(from x: NDArray) -> NDArray? {
    x.storage.map {
      NDArray(x.aval.with(shape: shape), Direct.view($0, x.dtype, shape, offset: offset, strides: strides))
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
