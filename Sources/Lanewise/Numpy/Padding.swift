import LanewiseCore

/// What ``pad(_:_:mode:value:)`` puts around an array.
public enum PadMode: String, Sendable {
  /// One value.
  case constant
  /// The nearest element.
  case edge
  /// The array mirrored at its outermost elements: `3 2 | 1 2 3 | 2 1`.
  case reflect
  /// The array mirrored at its borders: `2 1 | 1 2 3 | 3 2`.
  case symmetric
  /// The array continued from its other end: `2 3 | 1 2 3 | 1 2`.
  case wrap
  /// A line from the value at the border to the outermost element.
  case linearRamp = "linear_ramp"
  /// The greatest element along the axis.
  case maximum
  /// The least.
  case minimum
  /// The mean.
  case mean
  /// The median.
  case median
  /// Whatever: zeros.
  case empty
}

/// A border around an array (`jnp.pad`): as wide before and after for every axis.
///
/// ```swift
/// print(pad([1, 2, 3], 1))                  // [0 1 2 3 0]
/// print(pad([1, 2, 3], 2, mode: .reflect))  // [3 2 1 2 3 2 1]
/// ```
public func pad(_ x: NDArray, _ width: Int, mode: PadMode = .constant, value: NDArray = 0) -> NDArray {
  pad(x, (width, width), mode: mode, value: value)
}

/// A border around an array (`jnp.pad`): so wide before and after every axis.
public func pad(_ x: NDArray, _ width: (Int, Int), mode: PadMode = .constant, value: NDArray = 0) -> NDArray {
  pad(x, Array(repeating: width, count: x.ndim), mode: mode, value: value)
}

/// A border around an array (`jnp.pad`): so wide before and after each axis.
public func pad(_ x: NDArray, _ widths: [(Int, Int)], mode: PadMode = .constant, value: NDArray = 0) -> NDArray {
  guard widths.count == x.ndim, widths.allSatisfy({ $0.0 >= 0 && $0.1 >= 0 && $0.0 <= 1 << 31 && $0.1 <= 1 << 31 })
  else {
    return fail(
      .value,
      "pad: \(widths.count) borders for an array of shape \(x.aval.shape); a width of 0 or more is needed before and after each of its \(x.ndim) axes.",
      like: x.aval)
  }
  guard Check.isShape("pad", zip(x.shape, widths).map { $0 + $1.0 + $1.1 }) else { return .poisoned(x.aval) }
  if mode == .constant || mode == .empty {
    guard value.ndim == 0 else {
      return fail(.shape, "pad: the value has shape \(value.aval.shape); it must be a single number.", like: x.aval)
    }
    let value = mode == .empty ? 0 : value
    return Lax.pad(x, value.converted(to: x.dtype), widths.map { (low: $0.0, high: $0.1, interior: 0) })
  }
  var result = x
  // Where the order of the axes makes no difference, the inner ones first: what is put around along the first axis is then
  // computed where it belongs.
  let axes = mode.looksUp ? Array(widths.indices.reversed()) : Array(widths.indices)
  for axis in axes where widths[axis] != (0, 0) {
    let width = widths[axis]
    let extent = x.aval.shape[axis]
    guard extent > 0 else {
      return fail(
        .value,
        "pad: axis \(axis) of shape \(x.aval.shape) is empty, so there is nothing to pad it with; use the mode constant.",
        like: x.aval)
    }
    if let border = Padding.border(result, axis, mode) {
      let parts = [repeated(border, width.0, axis: axis), result, repeated(border, width.1, axis: axis)]
      result = concatenate(parts, axis: axis)
      continue
    }
    if mode == .linearRamp {
      result = Padding.ramped(result, axis, width, value)
      continue
    }
    // Only what is around is looked up.
    let borders = [-width.0..<0, extent..<extent + width.1].map { range in
      let places = range.map { Int32(Padding.source($0, extent, mode)) }
      return places.isEmpty ? [] : [Selecting.gather(result, NDArray(places), axis: axis, mode: .clip)]
    }
    result = concatenate(borders[0] + [result] + borders[1], axis: axis)
  }
  return result
}

extension PadMode {
  /// Whether all that is around are the array's own elements, found along each axis by itself.
  fileprivate var looksUp: Bool { [.edge, .reflect, .symmetric, .wrap].contains(self) }
}

enum Padding {
  /// What all of a border along an axis is, where the mode computes it from the elements.
  static func border(_ x: NDArray, _ axis: Int, _ mode: PadMode) -> NDArray? {
    let found: NDArray
    switch mode {
    case .maximum: found = max(x, axis: axis, keepdims: true)
    case .minimum: found = min(x, axis: axis, keepdims: true)
    case .mean: found = mean(x, axis: axis, keepdims: true)
    case .median: found = median(x, axis: axis, keepdims: true)
    default: return nil
    }
    return (x.dtype.isInteger ? round(found) : found).astype(x.dtype)
  }

  static func ramped(_ x: NDArray, _ axis: Int, _ width: (Int, Int), _ value: NDArray) -> NDArray {
    let extent = x.aval.shape[axis]
    func ramp(_ count: Int, to place: Int) -> NDArray {
      let edge = Lax.squeeze(Lax.sliceInDim(x, place, place + 1, axis: axis), [axis])
      let start = broadcastTo(value.converted(to: Promote.inexact(edge).dtype), edge.shape)
      return moveaxis(linspace(start, edge, count, endpoint: false, dtype: x.dtype), 0, axis)
    }
    return concatenate(
      [ramp(width.0, to: 0), x, flip(ramp(width.1, to: extent - 1), axis: axis)].map { $0.astype(x.dtype) }, axis: axis)
  }

  /// The element that stands at a place inside or outside an axis.
  static func source(_ place: Int, _ extent: Int, _ mode: PadMode) -> Int {
    func modulo(_ period: Int) -> Int { ((place % period) + period) % period }
    switch mode {
    case .wrap: return modulo(extent)
    case .symmetric:
      let folded = modulo(2 * extent)
      return folded < extent ? folded : 2 * extent - 1 - folded
    case .reflect:
      guard extent > 1 else { return 0 }
      let folded = modulo(2 * extent - 2)
      return folded < extent ? folded : 2 * extent - 2 - folded
    default: return Swift.min(Swift.max(place, 0), extent - 1)
    }
  }
}
