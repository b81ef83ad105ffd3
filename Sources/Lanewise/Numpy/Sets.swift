import LanewiseCore

// Vectors as sets. How many elements a result has depends on the values, which must be known, unless `size` says how
// many there are to be: then the rest is filled up, and it works while tracing too.

/// The distinct elements in ascending order (`jnp.unique_values`): the same as ``unique(_:)``.
public func uniqueValues(_ x: NDArray) -> NDArray { unique(x) }

/// The elements that are in both (`jnp.intersect1d`), in ascending order, each once.
///
/// ```swift
/// print(intersect1d([1, 2, 2, 3], [2, 3, 4]))  // [2 3]
/// ```
public func intersect1d(_ x: NDArray, _ y: NDArray) -> NDArray {
  Sets.neighbours(x, y) { extract($0[..<(-1)] .== $0[1...], $0[..<(-1)]) }
}

/// The elements that are in one or the other (`jnp.union1d`), in ascending order, each once.
///
/// ```swift
/// print(union1d([3, 1], [1, 2]))  // [1 2 3]
/// ```
public func union1d(_ x: NDArray, _ y: NDArray) -> NDArray { unique(concatenate([ravel(x), ravel(y)])) }
/// The first `size` of them, filled up by the least or by `fillValue`.
public func union1d(_ x: NDArray, _ y: NDArray, size: Int, fillValue: NDArray? = nil) -> NDArray {
  unique(concatenate([ravel(x), ravel(y)]), size: size, fillValue: fillValue)
}

/// The elements of `x` that are not in `y` (`jnp.setdiff1d`), in ascending order, each once.
///
/// ```swift
/// print(setdiff1d([3, 1, 2, 1], [2]))  // [1 3]
/// ```
public func setdiff1d(_ x: NDArray, _ y: NDArray) -> NDArray {
  let own = unique(x)
  return extract(Lax.bitwiseNot(isin(own, y)), own)
}
/// The first `size` of them, filled up by 0 or by `fillValue`.
public func setdiff1d(_ x: NDArray, _ y: NDArray, size: Int, fillValue: NDArray = 0) -> NDArray {
  let sorted = Lax.sort([ravel(x)], dimension: 0)[0]
  let isChosen = Lax.and(Sets.isFirst(sorted), Lax.bitwiseNot(isin(sorted, y)))
  let places = flatnonzero(isChosen, size: size, fillValue: 0)
  let found = take(sorted, places, mode: .clip)
  return `where`(arange(size) .< countNonzero(isChosen), found, fillValue.converted(to: found.dtype))
}

/// The elements that are in one of both but not in the other (`jnp.setxor1d`), in ascending order.
///
/// ```swift
/// print(setxor1d([1, 2], [2, 3]))  // [1 3]
/// ```
public func setxor1d(_ x: NDArray, _ y: NDArray) -> NDArray {
  let both = Lax.sort([concatenate([unique(x), unique(y)])], dimension: 0)[0]
  guard both.size > 0 else { return both }
  let end = ones([1], dtype: .bool)
  let isOther = concatenate([end, both[1...] .!= both[..<(-1)], end])
  return extract(Lax.and(isOther[1...], isOther[..<(-1)]), both)
}

enum Sets {
  /// Whether each element of a sorted vector differs from the one before it; NaNs are equal to each other.
  static func isFirst(_ sorted: NDArray) -> NDArray {
    guard sorted.size > 0 else { return zeros([0], dtype: .bool) }
    let (left, right) = (sorted[..<(-1)], sorted[1...])
    var differs = Lax.ne(left, right)
    if sorted.dtype.isInexact { differs = Lax.and(differs, Lax.or(Lax.eq(left, left), Lax.eq(right, right))) }
    return concatenate([ones([1], dtype: .bool), differs])
  }

  /// Of two sets in one sorted vector, what a body chooses by looking at neighbours.
  static func neighbours(_ x: NDArray, _ y: NDArray, _ body: (NDArray) -> NDArray) -> NDArray {
    let both = Lax.sort([concatenate([unique(x), unique(y)])], dimension: 0)[0]
    return both.size > 1 ? body(both) : both[..<0]
  }
}
