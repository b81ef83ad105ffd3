import LanewiseCore

/// An index with arrays in it, as the operands of a gather or scatter: NumPy's advanced indexing.
///
/// The arrays are broadcast together. Their dimensions stand where the first of them stood, or first of all where a
/// slice or a new axis parts the arrays from each other; a number among arrays counts as one of them.
struct ArrayIndexing {
  /// The shape of what the index selects.
  let shape: [Int]
  /// The places, int32: the last dimension is one place.
  let places: NDArray
  /// The extents of a window at one place.
  let windowSizes: [Int]
  let windowDims: [Int], collapsedDims: [Int], placeDims: [Int]
  /// Dimensions of `shape` that are new axes, which windows do not have.
  let newAxes: [Int]
  /// Whether the places are known to be different from each other and in order.
  let isOrdered: Bool

  var gatherDims: GatherDims { GatherDims(offset: windowDims, collapsed: collapsedDims, startIndexMap: placeDims) }
  var scatterDims: ScatterDims {
    ScatterDims(updateWindow: windowDims, insertedWindow: collapsedDims, scatterDimsToOperand: placeDims)
  }

  init(_ index: ResolvedIndex, _ x: AbstractArray, _ what: String) throws(LanewiseError) {
    let items = index.items
    let isAdvanced = items.contains(where: \.isAdvanced)
    // Where no array has dimensions, each number is a place of its own.
    let members = items.indices.filter { isAdvanced && (items[$0].isArray || items[$0].isInteger) }
    let common = try Self.commonShape(members.map { items[$0] }, what)
    let isContiguous = zip(members, members.dropFirst()).allSatisfy { $1 == $0 + 1 }
    let home = isContiguous ? members.first : 0
    let axes = items.indices.map { position in items[..<position].count { !$0.isNewAxis } }

    var shape: [Int] = []
    var newAxes: [Int] = []
    var sizes: [Int] = []
    var windows: [Int] = []
    var collapsed: [Int] = []
    var columns: [Column] = []
    var placesShape: [Int] = []
    var isOrdered = !isAdvanced
    var outAxis = 0
    for (position, item) in items.enumerated() {
      let axis = axes[position]
      if isAdvanced, position == home {
        for member in members {
          let place = Self.place(items[member])
          columns.append(Column(place: place, start: placesShape.count + common.count - place.ndim, axis: axes[member]))
        }
        placesShape += common
        shape += common
        outAxis += common.count
      }
      switch item {
      case .newAxis:
        newAxes.append(shape.count)
        shape.append(1)
      case .integer, .array:
        if !isAdvanced { columns.append(Column(place: Self.place(item), start: placesShape.count, axis: axis)) }
        collapsed.append(axis)
        sizes.append(1)
      case .slice(let start, 1, let count):
        if count != x.shape[axis] {
          columns.append(Column(place: Lax.scalar(.int(Int64(start)), .int32), start: placesShape.count, axis: axis))
        }
        sizes.append(count)
        windows.append(outAxis)
        shape.append(count)
        outAxis += 1
      case .slice(let start, let step, let count):
        columns.append(Column(place: Self.steps(start, step, count), start: placesShape.count, axis: axis))
        placesShape.append(count)
        collapsed.append(axis)
        sizes.append(1)
        isOrdered = isOrdered && step > 0
        shape.append(count)
        outAxis += 1
      }
    }
    if !shape.contains(0), let empty = collapsed.first(where: { x.shape[$0] == 0 }) {
      throw LanewiseError(.index, "\(what): axis \(empty) of shape \(x.shape) is empty, so that no index is within it.")
    }
    self.shape = shape
    self.newAxes = newAxes
    self.isOrdered = isOrdered
    windowSizes = sizes
    windowDims = windows
    collapsedDims = collapsed
    placeDims = columns.map(\.axis)
    places = Self.joined(columns, placesShape)
  }

  /// One part of each place: its dimensions are those of the places from `start` on.
  private struct Column { let place: NDArray, start: Int, axis: Int }

  /// The place that an item is, as int32 of any rank, counted from 0.
  private static func place(_ item: ResolvedIndex.Item) -> NDArray {
    switch item {
    case .integer(let place): Lax.scalar(.int(Int64(place)), .int32)
    case .array(let places, let extent): normalized(places, extent)
    case .slice, .newAxis: Lax.scalar(.int(0), .int32)
    }
  }

  /// Places that count from the end where they are negative, once, as int32 that count from 0.
  static func normalized(_ x: NDArray, _ extent: Int) -> NDArray {
    let wide = x.dtype == .int32 ? x.converted(to: .int32) : x
    if x.dtype.isUnsignedInteger { return clampedToInt32(wide) }
    // A narrow dtype may not hold the extent.
    let signed = wide.dtype == .int32 || wide.dtype == .int64 ? wide : wide.converted(to: .int32)
    if let known = signed.literal {
      let place = known.value.integer
      return Lax.scalar(.int(place < 0 ? place + Int64(extent) : place), .int32)
    }
    if let known = hostNormalized(signed, extent) { return known }
    let isNegative = Lax.lt(signed, Lax.scalar(.int(0), signed.dtype))
    let places = Lax.select(isNegative, Lax.add(signed, Lax.scalar(.int(Int64(extent)), signed.dtype)), signed)
    return signed.dtype == .int32 ? places : clampedToInt32(places)
  }

  /// What int32 cannot hold is out of any bounds, and must stay so.
  private static func clampedToInt32(_ x: NDArray) -> NDArray {
    guard x.dtype.byteWidth >= 4, x.dtype != .int32 else { return x.converted(to: .int32) }
    let high = Lax.scalar(.int(Int64(Int32.max)), x.dtype)
    let bounded = x.dtype == .int64 ? Lax.clamp(Lax.scalar(.int(Int64(Int32.min)), .int64), x, high) : Lax.min(x, high)
    return bounded.converted(to: .int32)
  }

  /// The same on the host, for int32 in memory and no trace: one pass instead of three operations.
  private static func hostNormalized(_ x: NDArray, _ extent: Int) -> NDArray? {
    guard !Context.isTracing, x.dtype == .int32, x.node.kind == .concrete, let storage = x.storage else { return nil }
    let source = storage.address.assumingMemoryBound(to: Int32.self)
    let count = x.size
    let extent = Int32(truncatingIfNeeded: extent)
    var signs: Int32 = 0
    for i in 0..<count { signs |= source[i] }
    if signs >= 0, !x.aval.weak { return x }
    return .make(AbstractArray(x.aval.shape, .int32)) { address in
      let target = address.assumingMemoryBound(to: Int32.self)
      for i in 0..<count { target[i] = source[i] < 0 ? source[i] &+ extent : source[i] }
    }
  }

  private static func steps(_ start: Int, _ step: Int, _ count: Int) -> NDArray {
    let counted = Lax.iota(.int32, [count], 0)
    return Lax.add(
      Lax.scalar(.int(Int64(start)), .int32), Lax.mul(Lax.scalar(.int(Int64(step)), .int32), counted))
  }

  /// Each place's parts side by side in the last dimension.
  private static func joined(_ columns: [Column], _ shape: [Int]) -> NDArray {
    guard let first = columns.first else { return Lax.iota(.int32, shape + [0], shape.count) }
    if columns.count == 1, first.place.ndim == shape.count { return Lax.expandDims(first.place, [shape.count]) }
    let full = columns.map { column in
      Lax.broadcastInDim(column.place, shape + [1], Array(column.start..<column.start + column.place.ndim))
    }
    return Lax.concatenate(full, dimension: shape.count)
  }

  /// The shape that the arrays have together.
  private static func commonShape(_ members: [ResolvedIndex.Item], _ what: String) throws(LanewiseError) -> [Int] {
    let shapes = members.map { if case .array(let x, _) = $0 { x.shape } else { [Int]() } }
    let rank = shapes.map(\.count).max() ?? 0
    var common = [Int](repeating: 1, count: rank)
    for shape in shapes {
      for (place, extent) in zip((rank - shape.count)..<rank, shape) where extent != 1 {
        guard common[place] == 1 || common[place] == extent else {
          let texts = shapes.map { Shape($0).description }.joined(separator: " and ")
          throw LanewiseError(
            .index, "\(what): the index arrays have shapes \(texts), which cannot be broadcast together.")
        }
        common[place] = extent
      }
    }
    return common
  }
}

extension ResolvedIndex.Item {
  fileprivate var isNewAxis: Bool { if case .newAxis = self { true } else { false } }
}
