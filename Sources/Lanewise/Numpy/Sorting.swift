import LanewiseCore

/// The elements in ascending order along an axis; with nil as the axis, of the flattened array (`jnp.sort`). Stable; NaN
/// last; −0 and 0 are equal.
///
/// ```swift
/// print(sort([3, 1, 2]))  // [1 2 3]
/// ```
public func sort(_ x: NDArray, axis: Int? = -1, descending: Bool = false) -> NDArray {
  let operand = axis == nil ? ravel(x) : x
  guard let dimension = Check.axis("sort", axis ?? 0, of: operand) else { return .poisoned(x.aval) }
  let sorted = Lax.sort([operand], dimension: dimension)[0]
  return descending ? Lax.rev(sorted, [dimension]) : sorted
}

/// The indices that would sort an array along an axis (`jnp.argsort`). Equal elements keep their order, descending too.
///
/// ```swift
/// print(argsort([3, 1, 2]))  // [1 2 0]
/// ```
public func argsort(_ x: NDArray, axis: Int? = -1, descending: Bool = false) -> NDArray {
  let operand = axis == nil ? ravel(x) : x
  guard let dimension = Check.axis("argsort", axis ?? 0, of: operand) else {
    return .poisoned(x.aval.with(dtype: .int32))
  }
  let places = Lax.iota(DefaultDTypes.current.int, operand.shape, dimension)
  guard descending else { return Lax.sort([operand, places], dimension: dimension)[1] }
  // Reversed twice, so that equal elements keep their order.
  let reversed = [operand, places].map { Lax.rev($0, [dimension]) }
  return Lax.rev(Lax.sort(reversed, dimension: dimension)[1], [dimension])
}

/// Along the last axis: the form that can be passed as a function.
public func sort(_ x: NDArray) -> NDArray { sort(x, axis: -1) }
/// Along the last axis: the form that can be passed as a function.
public func argsort(_ x: NDArray) -> NDArray { argsort(x, axis: -1) }

/// The indices that sort by several keys, the last of them first (`jnp.lexsort`).
public func lexsort(_ keys: [NDArray], axis: Int = -1) -> NDArray {
  guard let first = keys.first else { return Joining.nothing("lexsort") }
  if let odd = keys.first(where: { $0.aval.shape != first.aval.shape }) {
    return fail(
      .shape, "lexsort: the keys have shapes \(first.aval.shape) and \(odd.aval.shape); they must be equal.",
      like: first.aval)
  }
  if first.ndim == 0 { return Lax.full([], .int(0), DefaultDTypes.current.int) }
  guard let dimension = Check.axis("lexsort", axis, of: first) else { return .poisoned(first.aval) }
  let places = Lax.iota(DefaultDTypes.current.int, first.shape, dimension)
  return Lax.sort(Array(keys.reversed()) + [places], dimension: dimension, keyCount: keys.count)[keys.count]
}

/// Which of equal elements ``searchsorted(_:_:side:)`` goes to.
public enum SearchSide: String, Sendable { case left, right }

/// Where values would have to be put into a sorted vector to keep it sorted (`jnp.searchsorted`): before equal elements,
/// or after them.
///
/// ```swift
/// print(searchsorted([1, 2, 2, 5], [2, 6]))  // [1 4]
/// ```
public func searchsorted(_ sorted: NDArray, _ values: NDArray, side: SearchSide = .left) -> NDArray {
  guard Check.rank("searchsorted", sorted, 1, 1) else { return .poisoned(values.aval.with(dtype: .int32)) }
  let both = Promote.together([sorted, values])
  let dtype = DefaultDTypes.current.int
  return bind(SearchSorted(isBehindEqual: side == .right, dtype: dtype), [both[0], both[1]])[0]
}

/// The array partitioned around its `k`-th smallest element along an axis (`jnp.partition`): here, sorted.
public func partition(_ x: NDArray, _ k: Int, axis: Int = -1) -> NDArray {
  guard let dimension = Check.axis("partition", axis, of: x) else { return .poisoned(x.aval) }
  let extent = x.aval.shape[dimension]
  guard k >= -extent, k < extent else {
    return fail(
      .index,
      "partition: \(k) is not a place in axis \(axis) of shape \(x.aval.shape), which has the extent \(extent).",
      like: x.aval)
  }
  return sort(x, axis: axis)
}

/// The places of the elements in an order that is partitioned around the `k`-th smallest along an axis
/// (`jnp.argpartition`): here, sorted.
public func argpartition(_ x: NDArray, _ k: Int, axis: Int = -1) -> NDArray {
  let sorted = partition(x, k, axis: axis)
  return sorted.isPoisoned ? .poisoned(x.aval.with(dtype: DefaultDTypes.current.int)) : argsort(x, axis: axis)
}

/// The elements as complex numbers in ascending order, by the real part and then by the imaginary one
/// (`jnp.sort_complex`).
public func sortComplex(_ x: NDArray) -> NDArray {
  let sorted = sort(x)
  return sorted.dtype.isComplex ? sorted : sorted.astype(sorted.dtype == .float64 ? .complex128 : .complex64)
}
