import LanewiseCore

/// Numbers, slices and new axes: the elements are in order, so that slicing and reversing give them.
enum BasicIndexing {
  static func take(_ x: NDArray, _ index: ResolvedIndex) -> NDArray {
    var starts: [Int] = []
    var limits: [Int] = []
    var strides: [Int] = []
    var reversed: [Int] = []
    var dropped: [Int] = []
    for item in index.items {
      let axis = starts.count
      switch item {
      case .integer(let place):
        (starts, limits, strides) = (starts + [place], limits + [place + 1], strides + [1])
        dropped.append(axis)
      case .slice(let start, let step, let count):
        let last = start + (count - 1) * step
        if step < 0 { reversed.append(axis) }
        starts.append(count == 0 ? start : Swift.min(start, last))
        limits.append(count == 0 ? start : Swift.max(start, last) + 1)
        strides.append(Swift.abs(step))
      case .newAxis, .array: break
      }
    }
    var y = x
    let isWhole = zip(zip(starts, limits), zip(strides, x.shape)).allSatisfy { $0.0 == 0 && $0.1 == $1.1 && $1.0 == 1 }
    if !isWhole { y = Lax.slice(y, starts, limits, strides.allSatisfy { $0 == 1 } ? nil : strides) }
    if !reversed.isEmpty { y = Lax.rev(y, reversed) }
    return withNewAxes(Lax.squeeze(y, dropped), index)
  }

  /// The new axes of an index without arrays put into what the other indices gave.
  private static func withNewAxes(_ y: NDArray, _ index: ResolvedIndex) -> NDArray {
    var places: [Int] = []
    var axis = 0
    for item in index.items {
      switch item {
      case .newAxis:
        places.append(axis)
        axis += 1
      case .slice: axis += 1
      case .integer, .array: break
      }
    }
    return places.isEmpty ? y : Lax.expandDims(y, places)
  }

  /// Numbers known only when running beside static numbers and contiguous slices: one block at a place that is
  /// computed. nil where the index is more than that.
  static func dynamicTake(_ x: NDArray, _ index: ResolvedIndex) -> NDArray? {
    var places: [NDArray] = []
    var sizes: [Int] = []
    var dropped: [Int] = []
    for item in index.items {
      switch item {
      case .integer(let place):
        dropped.append(sizes.count)
        places.append(Lax.scalar(.int(Int64(place)), .int32))
        sizes.append(1)
      case .slice(let start, 1, let count):
        places.append(Lax.scalar(.int(Int64(start)), .int32))
        sizes.append(count)
      case .array(let place, let extent) where place.ndim == 0 && extent > 0:
        dropped.append(sizes.count)
        places.append(ArrayIndexing.normalized(place, extent))
        sizes.append(1)
      default: return nil
      }
    }
    return Lax.squeeze(Lax.block(x, at: places, sizes), dropped)
  }
}
