import LanewiseCore

/// Indices that have been held against an array's shape: no ellipsis, no mask, nothing out of range.
struct ResolvedIndex {
  enum Item {
    /// A place on an axis, counted from 0.
    case integer(Int)
    /// `count` places from `start`, `step` apart.
    case slice(start: Int, step: Int, count: Int)
    case newAxis
    /// Integers, on an axis of this extent; as they are, negative ones included.
    case array(NDArray, extent: Int)

    var isAdvanced: Bool { if case .array(let x, _) = self { x.ndim > 0 } else { false } }
    var isArray: Bool { if case .array = self { true } else { false } }
    var isInteger: Bool { if case .integer = self { true } else { false } }
  }

  /// One for each axis, in order, and the new axes between them.
  let items: [Item]

  /// - `what`: what an error calls the array: `x[…]`.
  init(_ kinds: [_ArrayIndexKind.Kind], _ x: AbstractArray, _ what: String) throws(LanewiseError) {
    var consumed = 0
    var ellipses = 0
    for kind in kinds {
      switch kind {
      case .newAxis: break
      case .ellipsis: ellipses += 1
      case .array(let array): consumed += array.dtype == .bool ? array.ndim : 1
      case .integer, .slice: consumed += 1
      }
    }
    guard ellipses <= 1 else {
      throw LanewiseError(.index, "\(what): an index can have only one ellipsis, but there are \(ellipses).")
    }
    guard consumed <= x.rank else {
      throw LanewiseError(
        .index,
        "\(what): there are indices for \(consumed) dimensions, but the array of shape \(x.shape) has \(x.rank).")
    }
    var items: [Item] = []
    var axis = 0
    func whole(_ count: Int) {
      for _ in 0..<count {
        items.append(.slice(start: 0, step: 1, count: x.shape[axis]))
        axis += 1
      }
    }
    for kind in kinds {
      switch kind {
      case .newAxis: items.append(.newAxis)
      case .ellipsis: whole(x.rank - consumed)
      case .integer(let index):
        items.append(.integer(try Self.place(index, axis, x.shape, what)))
        axis += 1
      case .slice(let start, let stop, let step):
        guard step != 0 else {
          throw LanewiseError(.value, "\(what): the step of a slice is 0; it must be positive or negative.")
        }
        let slice = Slice(start, stop, step, x.shape[axis])
        items.append(.slice(start: slice.start, step: slice.step, count: slice.count))
        axis += 1
      case .array(let array) where array.dtype == .bool:
        items += try Self.places(of: array, axis, x.shape, what)
        axis += array.ndim
      case .array(let array):
        guard array.dtype.isInteger else {
          throw LanewiseError(.dtype, "\(what): an index has dtype \(array.dtype); it must be integer or bool.")
        }
        items.append(.array(array, extent: x.shape[axis]))
        axis += 1
      }
    }
    whole(x.rank - axis)
    self.items = items
    let rank = items.count { if case .integer = $0 { false } else { !$0.isArray } }
    let deepest = items.map { if case .array(let array, _) = $0 { array.ndim } else { 0 } }.max() ?? 0
    guard rank + deepest <= Shape.maximumRank else {
      throw LanewiseError(
        .shape,
        "\(what): the result would have \(rank + deepest) dimensions; an array has at most \(Shape.maximumRank).")
    }
  }

  private static func place(_ index: Int, _ axis: Int, _ shape: Shape, _ what: String) throws(LanewiseError) -> Int {
    let extent = shape[axis]
    guard index >= -extent, index < extent else {
      throw LanewiseError(
        .index,
        "\(what): the index \(index) is out of range for axis \(axis) of an array of shape \(shape), which has extent \(extent)."
      )
    }
    return index < 0 ? index + extent : index
  }

  /// `count` places from `start`, `step` apart.
  struct Slice {
    let start: Int, step: Int, count: Int

    /// Python's rules for `start:stop:step` on an axis of `extent`; the step is not 0.
    init(_ start: Int?, _ stop: Int?, _ step: Int, _ extent: Int) {
      let bounds = step > 0 ? (low: 0, high: extent) : (low: -1, high: extent - 1)
      func clamped(_ place: Int) -> Int {
        Swift.min(Swift.max(place < 0 ? place + extent : place, bounds.low), bounds.high)
      }
      let first = start.map(clamped) ?? (step > 0 ? bounds.low : bounds.high)
      let end = stop.map(clamped) ?? (step > 0 ? bounds.high : bounds.low)
      let distance = step > 0 ? end - first : first - end
      // The last element taken, and not the step, bounds what follows: a step may be as large as an Int can be.
      count = distance > 0 ? (distance - 1) / Int(clamping: step.magnitude) + 1 : 0
      self.start = count == 0 ? 0 : first
      self.step = count <= 1 ? 1 : step
    }
  }

  /// A mask as integers, one array for each of its dimensions.
  private static func places(of mask: NDArray, _ axis: Int, _ shape: Shape, _ what: String) throws(LanewiseError)
    -> [Item]
  {
    guard mask.ndim > 0 else {
      throw LanewiseError(
        .index, "\(what): an index is a bool of rank 0; a mask has a dimension for each one that it picks from.")
    }
    let expected = (0..<mask.ndim).map { shape[axis + $0] }
    guard mask.shape == expected else {
      throw LanewiseError(
        .index,
        "\(what): a mask has shape \(mask.aval.shape), but the dimensions that it picks from have shape \(Shape(expected))."
      )
    }
    guard !mask.isTracer else {
      throw LanewiseError(
        .nonConcreteBooleanIndex,
        "\(what): the mask of type \(mask.aval) is traced, and how many elements it picks depends on its values. Use `where` (or `select`), x.at[mask].set of a scalar, or keep the indexing out of the transformed function."
      )
    }
    return zip(nonzero(mask), expected).map { .array($0, extent: $1) }
  }

  /// Whether nothing but numbers, slices and new axes is there.
  var isBasic: Bool { !items.contains(where: \.isArray) }
}
