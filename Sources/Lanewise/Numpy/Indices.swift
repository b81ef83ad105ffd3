import LanewiseCore

// Indices of parts of arrays, as arrays.

/// The rows and columns of the elements on and below a diagonal of a matrix of `n` rows and `m` columns
/// (`jnp.tril_indices`).
///
/// ```swift
/// let (rows, columns) = trilIndices(2)  // [0 1 1], [0 0 1]
/// ```
public func trilIndices(_ n: Int, k: Int = 0, m: Int? = nil) -> (rows: NDArray, columns: NDArray) {
  Places.ofMatrix("tril_indices", n, m ?? n) { $1 - $0 <= k }
}

/// The rows and columns of the elements on and above a diagonal of a matrix of `n` rows and `m` columns
/// (`jnp.triu_indices`).
public func triuIndices(_ n: Int, k: Int = 0, m: Int? = nil) -> (rows: NDArray, columns: NDArray) {
  Places.ofMatrix("triu_indices", n, m ?? n) { $1 - $0 >= k }
}

/// ``trilIndices(_:k:m:)`` for a matrix (`jnp.tril_indices_from`).
public func trilIndices(from x: NDArray, k: Int = 0) -> (rows: NDArray, columns: NDArray) {
  guard Check.rank("tril_indices_from", x, 2, 2) else { return (Places.none, Places.none) }
  return trilIndices(x.aval.shape[0], k: k, m: x.aval.shape[1])
}

/// ``triuIndices(_:k:m:)`` for a matrix (`jnp.triu_indices_from`).
public func triuIndices(from x: NDArray, k: Int = 0) -> (rows: NDArray, columns: NDArray) {
  guard Check.rank("triu_indices_from", x, 2, 2) else { return (Places.none, Places.none) }
  return triuIndices(x.aval.shape[0], k: k, m: x.aval.shape[1])
}

/// The rows and columns at which a mask of a matrix holds, which `mask` makes of a matrix of ones and a diagonal, as
/// `{ tril($0, k: $1) }` does (`jnp.mask_indices`).
public func maskIndices(_ n: Int, _ mask: (NDArray, Int) -> NDArray, k: Int = 0) -> (rows: NDArray, columns: NDArray) {
  let places = nonzero(mask(ones([n, n]), k))
  return places.count == 2 ? (places[0], places[1]) : (Places.none, Places.none)
}

/// The indices of the diagonal of an array of `ndim` dimensions of the extent `n` (`jnp.diag_indices`).
public func diagIndices(_ n: Int, ndim: Int = 2) -> [NDArray] {
  Array(repeating: arange(n), count: Swift.max(ndim, 0))
}

/// ``diagIndices(_:ndim:)`` for an array whose extents are all equal (`jnp.diag_indices_from`).
public func diagIndices(from x: NDArray) -> [NDArray] {
  guard Check.rank("diag_indices_from", x, 2) else { return [] }
  guard Set(x.shape).count == 1 else {
    report(
      LanewiseError(
        .shape, "diag_indices_from: shape \(x.aval.shape) has no one diagonal; all its extents must be equal."))
    return []
  }
  return diagIndices(x.aval.shape[0], ndim: x.ndim)
}

/// Places in the flattened array as indices of each dimension of a shape (`jnp.unravel_index`). What is out of bounds
/// is moved inside.
///
/// ```swift
/// unravelIndex([5], [2, 3]).map { $0[0].item(Int.self) }  // [1, 2]
/// ```
public func unravelIndex(_ indices: NDArray, _ shape: [Int]) -> [NDArray] {
  guard indices.dtype.isInteger else {
    report(LanewiseError(.dtype, "unravel_index: the indices have dtype \(indices.dtype); they must be integers."))
    return []
  }
  var rest = indices
  var places: [NDArray] = []
  for extent in shape.reversed() {
    let (quotient, place) = divmod(rest, NDArray(weak: extent))
    rest = quotient
    places.append(place)
  }
  return zip(shape, places.reversed()).map { extent, place in
    `where`(rest .> 0, NDArray(weak: extent - 1), `where`(rest .< -1, 0, place))
  }
}

/// What ``ravelMultiIndex(_:_:mode:order:)`` does with indices out of bounds.
public enum IndexBounds: Sendable {
  /// It is an error, so that the indices must be known.
  case raise
  /// They are taken modulo the extent.
  case wrap
  /// They are moved to the nearest place inside.
  case clip
}

/// Indices of each dimension as places in the flattened array (`jnp.ravel_multi_index`).
///
/// ```swift
/// ravelMultiIndex([[1, 0], [2, 1]], [2, 3])  // [5 1]
/// ```
public func ravelMultiIndex(
  _ indices: [NDArray], _ shape: [Int], mode: IndexBounds = .raise, order: ElementOrder = .c
) -> NDArray {
  guard indices.count == shape.count, indices.allSatisfy({ $0.dtype.isInteger }) else {
    return fail(
      .value,
      "ravel_multi_index: \(indices.count) arrays of indices for shape \(Shape(shape)); each dimension needs one, of integers.",
      like: AbstractArray([], .int32))
  }
  var total: NDArray?
  var stride = 1
  for axis in order == .c ? Array(shape.indices.reversed()) : Array(shape.indices) {
    var place = indices[axis]
    let extent = NDArray(weak: shape[axis])
    switch mode {
    case .wrap: place = remainder(place, extent)
    case .clip: place = clip(place, 0, extent - 1)
    case .raise:
      if place.isTracer || Bool(any((place .< 0) | (place .>= extent))) {
        return fail(
          .value,
          "ravel_multi_index: an index of dimension \(axis) is not within 0..<\(shape[axis]), or not known while tracing; use the mode .wrap or .clip.",
          like: place.aval)
      }
    }
    let part = place * NDArray(weak: stride)
    total = total.map { $0 + part } ?? part
    stride *= shape[axis]
  }
  return total ?? 0
}

/// Vectors of indices as arrays that broadcast to all their combinations, each along an axis of its own (`jnp.ix_`).
///
/// ```swift
/// let grid = ix([0, 1], [2])
/// arange(12).reshape([3, 4])[grid[0], grid[1]]  // [[2], [6]]
/// ```
public func ix(_ vectors: NDArray...) -> [NDArray] {
  vectors.enumerated().map { place, vector in
    guard Check.rank("ix_", vector, 1, 1) else { return vector }
    var shape = [Int](repeating: 1, count: vectors.count)
    shape[place] = vector.size
    return Lax.reshape(vector, shape)
  }
}

/// A dense grid of the integers of ranges, one a dimension, stacked along a new leading axis (`jnp.mgrid`).
///
/// ```swift
/// mgrid(0..<2, 0..<3).shape  // [2, 2, 3]
/// ```
public func mgrid(_ ranges: Range<Int>...) -> NDArray {
  let shape = ranges.map(\.count)
  return stack(Places.open(ranges).map { broadcastTo($0, shape) })
}

/// An open grid of the integers of ranges: one array a dimension, which broadcast together (`jnp.ogrid`).
public func ogrid(_ ranges: Range<Int>...) -> [NDArray] { Places.open(ranges) }

enum Places {
  static var none: NDArray { .poisoned(AbstractArray([0], DefaultDTypes.current.int)) }

  static func ofMatrix(
    _ name: String, _ rows: Int, _ columns: Int, _ isChosen: (Int, Int) -> Bool
  ) -> (NDArray, NDArray) {
    guard Check.isShape(name, [rows, columns]) else { return (none, none) }
    var places: (rows: [Int], columns: [Int]) = ([], [])
    for row in 0..<rows {
      for column in 0..<columns where isChosen(row, column) {
        places.rows.append(row)
        places.columns.append(column)
      }
    }
    return (NDArray(places.rows), NDArray(places.columns))
  }

  static func open(_ ranges: [Range<Int>]) -> [NDArray] {
    ranges.enumerated().map { place, range in
      var shape = [Int](repeating: 1, count: ranges.count)
      shape[place] = range.count
      return Lax.reshape(arange(range.lowerBound, range.upperBound), shape)
    }
  }
}
