import LanewiseCore

/// What happens where an index is out of bounds.
public enum OutOfBounds: String, Sendable {
  /// NaN for floating point, the least signed and the largest unsigned integer, true.
  case fill
  /// The nearest element.
  case clip
  /// The index modulo the extent.
  case wrap
}

/// The elements at these indices along an axis, or of the flattened array (`jnp.take`). The indices' shape takes the
/// axis's place. Negative indices count from the end.
///
/// ```swift
/// print(take([10, 20, 30], [2, 0]))  // [30 10]
/// ```
public func take(_ x: NDArray, _ indices: NDArray, axis: Int? = nil, mode: OutOfBounds = .fill) -> NDArray {
  let operand = axis == nil ? ravel(x) : x
  guard let axis = Check.axis("take", axis ?? 0, of: operand),
    let places = Selecting.places("take", indices, operand, axis, mode)
  else {
    return .poisoned(x.aval)
  }
  return Selecting.gather(operand, places, axis: axis, mode: mode == .fill ? .fillOrDrop : .clip)
}

/// For each place of `indices` the element that the index there names along an axis (`jnp.take_along_axis`), as
/// ``argsort(_:axis:descending:)`` gives them. The other extents must be equal or 1.
public func takeAlongAxis(_ x: NDArray, _ indices: NDArray, axis: Int?, mode: OutOfBounds = .fill) -> NDArray {
  guard let axis else { return takeAlongAxis(ravel(x), ravel(indices), axis: 0, mode: mode) }
  guard let axis = Check.axis("take_along_axis", axis, of: x),
    let places = Selecting.places("take_along_axis", indices, x, axis, mode)
  else {
    return .poisoned(x.aval)
  }
  guard indices.ndim == x.ndim else {
    return fail(
      .shape,
      "take_along_axis: the indices have shape \(indices.aval.shape) and the array \(x.aval.shape); they must have as many dimensions.",
      like: x.aval)
  }
  var others = x.shape
  others[axis] = 1
  var own = indices.shape
  own[axis] = 1
  guard var shape = Broadcast.shape("take_along_axis", [others, own]) else { return .poisoned(x.aval) }
  var operandShape = shape
  operandShape[axis] = x.aval.shape[axis]
  shape[axis] = indices.aval.shape[axis]
  guard shape.allSatisfy({ $0 > 0 }) else { return Lax.full(shape, .int(0), x.dtype) }
  guard operandShape[axis] > 0 else {
    return fail(
      .index, "take_along_axis: axis \(axis) of shape \(x.aval.shape) is empty, so there is nothing to take from it.",
      like: x.aval)
  }
  let rest = (0..<x.ndim).filter { $0 != axis }
  let dims = GatherDims(
    offset: [], collapsed: [axis], startIndexMap: [axis], operandBatching: rest, indicesBatching: rest)
  return Lax.gather(
    Broadcast.expand(x, to: operandShape), Lax.expandDims(Broadcast.expand(places, to: shape), [x.ndim]), dims,
    sliceSizes: Array(repeating: 1, count: x.ndim), mode: mode == .fill ? .fillOrDrop : .clip)
}

/// What is at the places along an axis, or of the flattened array, where a flat condition holds (`jnp.compress`): their
/// number depends on the values, so that the condition must be known now.
///
/// ```swift
/// print(compress([true, false, true], [1, 2, 3]))  // [1 3]
/// ```
public func compress(_ condition: NDArray, _ x: NDArray, axis: Int? = nil) -> NDArray {
  take(x, flatnonzero(condition), axis: axis, mode: .clip)
}

/// The elements at which a flat condition holds (`jnp.extract`): their number depends on the values, so that
/// the condition must be known now.
public func extract(_ condition: NDArray, _ x: NDArray) -> NDArray {
  compress(condition, x)
}

/// For each element the choice that the index names (`jnp.choose`), the indices clipped into range, or taken modulo the
/// number of choices.
public func choose(_ which: NDArray, _ choices: [NDArray], mode: IndexBounds = .clip) -> NDArray {
  guard let first = choices.first else { return Joining.nothing("choose") }
  guard which.dtype.isInteger || which.dtype == .bool else {
    return fail(.dtype, "choose: the indices have dtype \(which.dtype); they must be integers.", like: first.aval)
  }
  if mode == .raise, which.isTracer || Bool(any((which .< 0) | (which .>= NDArray(weak: choices.count)))) {
    return fail(
      .value,
      "choose: an index is not within 0..<\(choices.count), or not known while tracing; use the mode .clip or .wrap.",
      like: first.aval)
  }
  let place = mode == .wrap ? remainder(which, NDArray(weak: choices.count)) : which
  return (1..<choices.count).reduce(first) { `where`(place .>= NDArray($1), choices[$1], $0) }
}

enum Selecting {
  /// Indices in a signed dtype, those that count from the end, or are to wrap, brought into range.
  static func places(_ name: String, _ indices: NDArray, _ x: NDArray, _ axis: Int, _ mode: OutOfBounds) -> NDArray? {
    guard indices.dtype.isInteger else {
      report(
        LanewiseError(
          .dtype,
          "\(name): the indices have dtype \(indices.dtype); they must be integers, so convert them with astype(.int32)."
        ))
      return nil
    }
    let signed =
      indices.dtype.byteWidth < 4 || indices.dtype == .uint32
      ? indices.converted(to: .int32) : indices.converted(to: indices.dtype)
    let extent = NDArray.literal(.int(Int64(x.aval.shape[axis])), signed.dtype)
    switch mode {
    case .wrap: return remainder(signed, extent)
    case .clip where signed.dtype.isUnsignedInteger: return signed
    case .clip: return Lax.max(signed, Lax.scalarZero(signed))
    case .fill where signed.dtype.isUnsignedInteger: return signed
    case .fill:
      if let known = signed.knownScalar { return known.integer < 0 ? signed + extent : signed }
      return `where`(Lax.lt(signed, Lax.scalarZero(signed)), signed + extent, signed)
    }
  }

  /// Whole slices at `indices`, of any shape, along one axis.
  static func gather(_ x: NDArray, _ indices: NDArray, axis: Int, mode: IndexMode) -> NDArray {
    let before = Array(0..<axis)
    let after = (axis + 1..<x.ndim).map { $0 - 1 + indices.ndim }
    var sizes = x.shape
    let shape = sizes[..<axis] + indices.shape + sizes[(axis + 1)...]
    guard Check.isShape("take", Array(shape)) else { return .poisoned(x.aval) }
    guard sizes[axis] > 0 else {
      if indices.size == 0 { return Lax.full(Array(shape), .int(0), x.dtype) }
      return fail(
        .index, "take: axis \(axis) of shape \(x.aval.shape) is empty, so there is nothing to take from it.",
        like: x.aval)
    }
    sizes[axis] = 1
    let dims = GatherDims(offset: before + after, collapsed: [axis], startIndexMap: [axis])
    return Lax.gather(x, Lax.expandDims(indices, [indices.ndim]), dims, sliceSizes: sizes, mode: mode)
  }
}
