import LanewiseCore

// Searches whose results have a size that is given, so that they work while tracing: what is more is left out, and what
// is missing is filled up.

/// The places of the first `size` elements that are not 0, one vector of indices for each dimension (`jnp.nonzero` with
/// `size`); behind them the first place, or `fillValue`.
///
/// ```swift
/// print(nonzero([0, 3, 0, 4], size: 3, fillValue: -1)[0])  // [ 1  3 -1]
/// ```
public func nonzero(_ x: NDArray, size: Int, fillValue: NDArray? = nil) -> [NDArray] {
  let operand = atleast1d(x)
  guard Check.isShape("nonzero", [size]) else { return operand.shape.map { _ in Places.none } }
  let mask = ravel(Promote.truth(operand))
  let dtype = DefaultDTypes.current.int
  guard operand.size > 0, size > 0 else { return operand.shape.map { _ in Lax.full([size], .int(0), dtype) } }
  // The place of the n-th: how many places come before which at most n are found.
  let counts = Lax.cumsum(mask.converted(to: dtype))
  let places = Lax.cumsum(zeros([size], dtype: dtype).at[counts].add(1))
  let isMissing = arange(size) .>= sum(mask)
  return zip(operand.aval.shape.strides, operand.shape).map { stride, extent in
    let place = remainder(floorDivide(places, NDArray(weak: Swift.max(stride, 1))), NDArray(weak: extent))
    return fillValue.map { `where`(isMissing, $0, place) } ?? place
  }
}

/// The places in the flattened array of the first `size` elements that are not 0 (`jnp.flatnonzero` with `size`).
public func flatnonzero(_ x: NDArray, size: Int, fillValue: NDArray? = nil) -> NDArray {
  nonzero(ravel(x), size: size, fillValue: fillValue)[0]
}

/// The places of the first `size` elements that are not 0, one a row (`jnp.argwhere` with `size`).
public func argwhere(_ x: NDArray, size: Int, fillValue: NDArray? = nil) -> NDArray {
  guard x.ndim > 0 else { return zeros([size, 0], dtype: DefaultDTypes.current.int) }
  return stack(nonzero(x, size: size, fillValue: fillValue), axis: 1)
}

/// The first `size` places where the condition holds (`jnp.where` of one argument with `size`).
public func `where`(_ condition: NDArray, size: Int, fillValue: NDArray? = nil) -> [NDArray] {
  nonzero(condition, size: size, fillValue: fillValue)
}

/// The first `size` distinct elements in ascending order (`jnp.unique` with `size`); behind them the least, or
/// `fillValue`.
///
/// ```swift
/// print(unique([3, 1, 3], size: 3, fillValue: 0))  // [1 3 0]
/// ```
public func unique(_ x: NDArray, size: Int, fillValue: NDArray? = nil) -> NDArray {
  uniqueAll(x, size: size, fillValue: fillValue).values
}

/// The first `size` distinct elements, the place of each one's first occurrence, the place among them of each element of
/// `x`, and how often each occurs (`jnp.unique` with `size` and all that it returns).
public func uniqueAll(
  _ x: NDArray, size: Int, fillValue: NDArray? = nil
) -> (values: NDArray, indices: NDArray, inverse: NDArray, counts: NDArray) {
  let flat = ravel(x)
  let dtype = DefaultDTypes.current.int
  guard Check.isShape("unique", [size]), flat.size > 0 || size == 0 || fillValue != nil else {
    let nothing = fail(
      .value, "unique: an array of shape \(x.aval.shape) has no \(size) elements; give a fillValue.", like: flat.aval)
    return (nothing, Places.none, Places.none, Places.none)
  }
  guard flat.size > 0, size > 0 else {
    let filling = (fillValue ?? 0).converted(to: x.dtype)
    let none = zeros([size], dtype: dtype)
    return (broadcastTo(filling, [size]), none, zeros(x.shape, dtype: dtype), none)
  }
  let sorted = Lax.sort([flat, Lax.iota(dtype, flat.shape, 0)], dimension: 0)
  let isFirst = Sets.isFirst(sorted[0])
  let starts = flatnonzero(isFirst, size: size + 1)
  let firsts = starts[..<size]
  var values = take(sorted[0], firsts, mode: .clip)
  if let fillValue {
    values = `where`(arange(size) .< sum(isFirst), values, fillValue.converted(to: values.dtype))
  }
  let number = Lax.cumsum(isFirst.converted(to: dtype)) - 1
  let inverse = zeros(flat.shape, dtype: dtype).at[sorted[1]].set(number)
  // What follows the last start is the end.
  let ends = `where`(starts[1...] .== 0, NDArray(weak: flat.size), starts[1...])
  let next = concatenate([firsts[..<1], ends])
  return (values, take(sorted[1], firsts, mode: .clip), Lax.reshape(inverse, x.shape), next[1...] - next[..<size])
}
