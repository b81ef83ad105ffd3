import LanewiseCore

/// The whole array repeated along its axes (`jnp.tile`): `repetitions` counts from the last axis, and more of them than
/// axes make new ones.
///
/// ```swift
/// print(tile([1, 2], 2))  // [1 2 1 2]
/// ```
public func tile(_ x: NDArray, _ repetitions: any ShapeArgument) -> NDArray {
  let given = repetitions._shape
  let rank = Swift.max(given.count, x.ndim)
  let counts = Array(repeating: 1, count: rank - given.count) + given
  let shape = Array(repeating: 1, count: rank - x.ndim) + x.shape
  guard Check.isShape("tile", counts),
    Check.isShape("tile", zip(counts, shape).map { $0.multipliedReportingOverflow(by: $1).0 })
  else { return .poisoned(x.aval) }
  // An axis of copies before each axis that has some.
  var copies: [Int] = []
  var axes: [Int] = []
  for (extent, count) in zip(shape, counts) {
    if count != 1 { copies.append(count) }
    axes.append(copies.count)
    copies.append(extent)
  }
  let tiled = copies == shape ? Lax.reshape(x, shape) : Lax.broadcastInDim(Lax.reshape(x, shape), copies, axes)
  return Lax.reshape(tiled, zip(shape, counts).map(*))
}

/// Each element repeated `count` times along an axis, or in the flattened array (`jnp.repeat`). Also called
/// ``repeated(_:_:axis:)``.
///
/// ```swift
/// print(`repeat`([1, 2], 2))  // [1 1 2 2]
/// ```
public func `repeat`(_ x: NDArray, _ count: Int, axis: Int? = nil) -> NDArray {
  let operand = axis == nil ? ravel(x) : x
  guard let axis = Check.axis("repeat", axis ?? 0, of: operand) else { return .poisoned(x.aval) }
  var shape = operand.shape
  shape[axis] = shape[axis].multipliedReportingOverflow(by: count).0
  guard count >= 0, count <= Int(Int32.max), Check.isShape("repeat", shape) else {
    return fail(
      .value,
      "repeat: \(count) is not a possible number of repetitions for shape \(operand.aval.shape); it must be 0 or more.",
      like: x.aval)
  }
  let outer = operand.shape[..<axis].reduce(1, *)
  let inner = operand.shape[(axis + 1)...].reduce(1, *)
  let flat = Lax.reshape(operand, [outer, operand.aval.shape[axis], inner])
  let copies = Lax.broadcastInDim(flat, [outer, operand.aval.shape[axis], count, inner], [0, 1, 3])
  return Lax.reshape(copies, shape)
}

/// Each element repeated its own number of times along an axis, or in the flattened array (`jnp.repeat`).
public func `repeat`(_ x: NDArray, _ counts: [Int], axis: Int? = nil) -> NDArray {
  if counts.count == 1 { return `repeat`(x, counts[0], axis: axis) }
  let operand = axis == nil ? ravel(x) : x
  guard let axis = Check.axis("repeat", axis ?? 0, of: operand) else { return .poisoned(x.aval) }
  guard counts.count == operand.aval.shape[axis], counts.allSatisfy({ $0 >= 0 && $0 <= Int(Int32.max) }),
    Check.isShape("repeat", [counts.reduce(0, &+)])
  else {
    return fail(
      .value,
      "repeat: \(counts.count) repetitions for axis \(axis) of shape \(operand.aval.shape); one is needed for each of its \(operand.aval.shape[axis]) elements, none negative.",
      like: x.aval)
  }
  let places = counts.enumerated().flatMap { Array(repeating: Int32($0), count: $1) }
  return Selecting.gather(operand, NDArray(places), axis: axis, mode: .clip)
}

/// Each element repeated its own number of times along an axis, or in the flattened array, where the counts may be
/// traced (`jnp.repeat` with `total_repeat_length`): what is more than `total` is left out, and what is missing are
/// repetitions of the last.
///
/// ```swift
/// print(repeated([1, 2], NDArray([1, 2]), total: 4))  // [1 2 2 2]
/// ```
public func repeated(_ x: NDArray, _ counts: NDArray, axis: Int? = nil, total: Int) -> NDArray {
  let operand = axis == nil ? ravel(x) : x
  guard let axis = Check.axis("repeat", axis ?? 0, of: operand), Check.isShape("repeat", [total]),
    Broadcast.shape("repeat", [counts.shape, [operand.aval.shape[axis]]]) != nil
  else { return .poisoned(x.aval) }
  let extent = operand.aval.shape[axis]
  var shape = operand.shape
  shape[axis] = total
  guard total > 0, extent > 0 else { return Lax.full(shape, .int(0), x.dtype) }
  // Each element but the first starts where those before it end.
  let ends = Lax.cumsum(broadcastTo(counts, [extent]).astype(.int32))
  let starts = concatenate([zeros([1], dtype: .int32), ends[..<(-1)]])
  let marks = zeros([total], dtype: .int32).at[starts].add(1)
  return take(operand, Lax.cumsum(marks) - 1, axis: axis)
}

/// Each element repeated `count` times (`jnp.repeat`), under a name that needs no backticks.
public func repeated(_ x: NDArray, _ count: Int, axis: Int? = nil) -> NDArray { `repeat`(x, count, axis: axis) }
/// Each element repeated its own number of times (`jnp.repeat`).
public func repeated(_ x: NDArray, _ counts: [Int], axis: Int? = nil) -> NDArray { `repeat`(x, counts, axis: axis) }
