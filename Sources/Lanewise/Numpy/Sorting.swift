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

/// The array partitioned around its `k`-th smallest element along an axis (`jnp.partition`): that is at place `k`, counted
/// from 0, what is less before it, and the rest behind. A negative `k` counts from the end.
///
/// Elements less than the `k`-th smallest, equal to it, and greater keep their order among themselves. NaN counts as the
/// greatest; −0 and 0 are equal.
///
/// ```swift
/// print(partition([5, 3, 8, 1, 4], 2))  // [3 1 4 5 8]
/// ```
public func partition(_ x: NDArray, _ k: Int, axis: Int = -1) -> NDArray {
  Partitioning("partition", x, k, axis)?.results(hasPlaces: false)[0] ?? .poisoned(x.aval)
}

/// The places of the elements in the order of ``partition(_:_:axis:)`` (`jnp.argpartition`).
///
/// ```swift
/// print(argpartition([5, 3, 8, 1, 4], 2))  // [1 3 4 0 2]
/// ```
public func argpartition(_ x: NDArray, _ k: Int, axis: Int = -1) -> NDArray {
  let dtype = DefaultDTypes.current.int
  guard let partitioning = Partitioning("argpartition", x, k, axis) else { return .poisoned(x.aval.with(dtype: dtype)) }
  return partitioning.results(hasPlaces: true)[1].converted(to: dtype)
}

/// What ``partition(_:_:axis:)`` and ``argpartition(_:_:axis:)`` are asked for. Nil, and the error is reported, if there
/// is no such axis or place.
private struct Partitioning {
  let x: NDArray, kth: Int, dimension: Int

  init?(_ name: String, _ x: NDArray, _ k: Int, _ axis: Int) {
    guard let dimension = Check.axis(name, axis, of: x) else { return nil }
    let extent = x.aval.shape[dimension]
    guard k >= -extent, k < extent else {
      _ = fail(
        .index,
        "\(name): \(k) is not a place in axis \(axis) of shape \(x.aval.shape), which has the extent \(extent).",
        like: x.aval)
      return nil
    }
    (self.x, kth, self.dimension) = (x, k < 0 ? k + extent : k, dimension)
  }

  func results(hasPlaces: Bool) -> [NDArray] {
    let last = x.ndim - 1
    let lines = Lax.moveAxis(x, from: dimension, to: last)
    return bind(KthPartition(kth: kth, hasPlaces: hasPlaces), [lines]).map {
      Lax.moveAxis($0, from: last, to: dimension)
    }
  }
}

/// The elements as complex numbers in ascending order, by the real part and then by the imaginary one
/// (`jnp.sort_complex`).
public func sortComplex(_ x: NDArray) -> NDArray {
  let sorted = sort(x)
  return sorted.dtype.isComplex ? sorted : sorted.astype(sorted.dtype == .float64 ? .complex128 : .complex64)
}
