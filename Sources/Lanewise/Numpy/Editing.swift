import LanewiseCore

// Copies of arrays with elements more, fewer, or other ones.

/// The array with values put before a place along an axis, or of the flattened array (`jnp.insert`).
///
/// ```swift
/// print(insert([1, 2, 3], 1, 9))  // [1 9 2 3]
/// ```
public func insert(_ x: NDArray, _ index: Int, _ values: NDArray, axis: Int? = nil) -> NDArray {
  let operand = axis == nil ? ravel(x) : x
  guard let axis = Check.axis("insert", axis ?? 0, of: operand) else { return .poisoned(x.aval) }
  let extent = operand.aval.shape[axis]
  let place = Swift.min(Swift.max(index < 0 ? index + extent : index, 0), extent)
  var inserted = values.converted(to: operand.dtype)
  if inserted.ndim < operand.ndim {
    inserted = Lax.reshape(inserted, Array(repeating: 1, count: operand.ndim - inserted.ndim) + inserted.shape)
    inserted = moveaxis(inserted, 0, axis)
  }
  guard inserted.ndim == operand.ndim else { return Editing.doNotFit("insert", values, operand) }
  var shape = operand.shape
  shape[axis] = inserted.aval.shape[axis]
  guard Broadcast.shape("insert", [shape, inserted.shape]) == shape else {
    return Editing.doNotFit("insert", values, operand)
  }
  return concatenate(
    [
      Lax.sliceInDim(operand, 0, place, axis: axis), Broadcast.expand(inserted, to: shape),
      Lax.sliceInDim(operand, place, extent, axis: axis),
    ], axis: axis)
}

/// The array with a value put before each of some places of the original, along an axis (`jnp.insert` of several
/// indices).
///
/// ```swift
/// print(insert([1, 2, 3], [0, 3], [8, 9]))  // [8 1 2 3 9]
/// ```
public func insert(_ x: NDArray, _ indices: [Int], _ values: NDArray, axis: Int? = nil) -> NDArray {
  let operand = axis == nil ? ravel(x) : x
  guard let axis = Check.axis("insert", axis ?? 0, of: operand) else { return .poisoned(x.aval) }
  let extent = operand.aval.shape[axis]
  let places = indices.map { Swift.min(Swift.max($0 < 0 ? $0 + extent : $0, 0), extent) }
  var shape = operand.shape
  shape[axis] = places.count
  guard Broadcast.shape("insert", [shape, values.shape]) == shape else {
    return Editing.doNotFit("insert", values, operand)
  }
  // For each element of the result the place it comes from: in the array, or behind it among the values.
  let order = places.indices.sorted { (places[$0], $0) < (places[$1], $1) }
  var sources: [Int] = []
  var next = order[...]
  for place in 0...extent {
    while let first = next.first, places[first] == place { sources.append(extent + next.removeFirst()) }
    if place < extent { sources.append(place) }
  }
  let both = concatenate([operand, Broadcast.expand(values.converted(to: operand.dtype), to: shape)], axis: axis)
  return take(both, NDArray(sources), axis: axis, mode: .clip)
}

/// The array without the element, or the row, at a place along an axis, or of the flattened array (`jnp.delete`).
///
/// ```swift
/// print(delete([1, 2, 3], 1))  // [1 3]
/// ```
public func delete(_ x: NDArray, _ index: Int, axis: Int? = nil) -> NDArray { delete(x, [index], axis: axis) }

/// The array without what is at some places along an axis, or of the flattened array (`jnp.delete`).
public func delete(_ x: NDArray, _ indices: [Int], axis: Int? = nil) -> NDArray {
  let operand = axis == nil ? ravel(x) : x
  guard let axis = Check.axis("delete", axis ?? 0, of: operand) else { return .poisoned(x.aval) }
  let extent = operand.aval.shape[axis]
  if let wrong = indices.first(where: { $0 < -extent || $0 >= extent }) {
    return fail(
      .index, "delete: index \(wrong) is out of range for axis \(axis) of shape \(operand.aval.shape).", like: x.aval)
  }
  let gone = Set(indices.map { $0 < 0 ? $0 + extent : $0 })
  let kept = (0..<extent).filter { !gone.contains($0) }
  return take(operand, NDArray(kept), axis: axis, mode: .clip)
}

/// The elements in another shape, repeated or left out as they fit (`jnp.resize`).
///
/// ```swift
/// print(resize([1, 2, 3], [2, 2]))  // [[1 2], [3 1]]
/// ```
public func resize(_ x: NDArray, _ shape: any ShapeArgument) -> NDArray {
  let shape = shape._shape
  guard Check.isShape("resize", shape) else { return .poisoned(x.aval) }
  let count = shape.reduce(1, *)
  guard x.size > 0, count > 0 else { return Lax.full(shape, .int(0), x.dtype) }
  let repeated = tile(ravel(x), (count + x.size - 1) / x.size)
  return Lax.reshape(Lax.sliceInDim(repeated, 0, count, axis: 0), shape)
}

/// Which ends ``trimZeros(_:trim:)`` looks at.
public enum TrimmedEnds: Sendable { case front, back, both }

/// A vector without the zeros at its ends (`jnp.trim_zeros`). How many there are depends on the values, which must be
/// known.
///
/// ```swift
/// print(trimZeros([0, 1, 2, 0]))  // [1 2]
/// ```
public func trimZeros(_ x: NDArray, trim: TrimmedEnds = .both) -> NDArray {
  guard Check.rank("trim_zeros", x, 1, 1) else { return .poisoned(x.aval) }
  let places = Searching.places("trim_zeros", x).asArray(Int.self)
  guard let first = places.first, let last = places.last else { return Lax.full([0], .int(0), x.dtype) }
  return Lax.sliceInDim(x, trim == .back ? 0 : first, trim == .front ? x.size : last + 1, axis: 0)
}

/// The array with other values on its diagonal (`jnp.fill_diagonal` with `inplace=False`), which repeat as they fit.
public func fillDiagonal(_ x: NDArray, _ values: NDArray) -> NDArray {
  guard Check.rank("fill_diagonal", x, 2) else { return .poisoned(x.aval) }
  guard x.ndim == 2 || Set(x.shape).count == 1 else {
    return fail(
      .shape, "fill_diagonal: shape \(x.aval.shape) has no one diagonal; all its extents must be equal.", like: x.aval)
  }
  let count = x.shape.min() ?? 0
  let filling = values.ndim == 0 ? values : resize(values, count)
  let strides = x.aval.shape.strides.reduce(0, +)
  let flat = ravel(x).at[arange(count) * NDArray(weak: strides)].set(filling)
  return Lax.reshape(flat, x.shape)
}

/// The array with values at places of the flattened array (`jnp.put` with `inplace=False`); they repeat as they fit.
/// Places out of bounds are dropped, unless `mode` says otherwise.
public func put(_ x: NDArray, _ indices: NDArray, _ values: NDArray, mode: IndexBounds? = nil) -> NDArray {
  guard x.size > 0, indices.size > 0, values.size > 0 else { return x }
  let count = NDArray(weak: x.size)
  let places =
    switch mode {
    case .clip: clip(ravel(indices), 0, count - 1)
    case .wrap: remainder(ravel(indices), count)
    case .raise, nil: ravel(indices)
    }
  return Lax.reshape(ravel(x).at[places].set(resize(values, indices.size)), x.shape)
}

/// The array with values where a mask of its size holds, one after the other, which repeat as they fit (`jnp.place` with
/// `inplace=False`).
public func place(_ x: NDArray, _ mask: NDArray, _ values: NDArray) -> NDArray {
  guard mask.size == x.size, values.size > 0 else {
    return fail(
      .shape,
      "place: a mask of shape \(mask.aval.shape) and \(values.size) values for shape \(x.aval.shape); the mask must be of its size, and there must be a value.",
      like: x.aval)
  }
  let chosen = ravel(Promote.truth(mask))
  let number = remainder(cumsum(chosen) - 1, NDArray(weak: values.size))
  let filling = take(ravel(values), number, mode: .clip).converted(to: x.dtype)
  return Lax.reshape(`where`(chosen, filling, ravel(x)), x.shape)
}

private enum Editing {
  static func doNotFit(_ name: String, _ values: NDArray, _ x: NDArray) -> NDArray {
    fail(
      .shape,
      "\(name): values of shape \(values.aval.shape) do not fit shape \(x.aval.shape); each extent must be equal or 1.",
      like: x.aval)
  }
}
