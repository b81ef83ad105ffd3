import LanewiseCore

/// How ``quantile(_:_:axis:method:keepdims:)`` chooses between two neighbours.
public enum QuantileMethod: String, Sendable { case linear, lower, higher, nearest, midpoint }

/// The value below which a share `q` of the elements lies, along axes or of all (`jnp.quantile`). A vector of shares
/// gives a leading axis. NaN where there is a NaN.
///
/// ```swift
/// print(quantile([1, 2, 3, 4], 0.5))  // 2.5
/// ```
public func quantile(
  _ x: NDArray, _ q: NDArray, axis: (any AxisArgument)? = nil, method: QuantileMethod = .linear, keepdims: Bool = false
) -> NDArray {
  Quantiles.quantile("quantile", x, q, axis, method, keepdims)
}

/// The value below which `q` per cent of the elements lie (`jnp.percentile`).
public func percentile(
  _ x: NDArray, _ q: NDArray, axis: (any AxisArgument)? = nil, method: QuantileMethod = .linear, keepdims: Bool = false
) -> NDArray {
  Quantiles.quantile("percentile", x, Promote.inexact(q) / 100, axis, method, keepdims)
}

/// The middle element in order, or the mean of the two middle ones, along axes or of all (`jnp.median`).
public func median(_ x: NDArray, axis: (any AxisArgument)? = nil, keepdims: Bool = false) -> NDArray {
  Quantiles.quantile("median", x, 0.5, axis, .midpoint, keepdims)
}
/// Of all elements: the form that can be passed as a function.
public func median(_ x: NDArray) -> NDArray { median(x, axis: nil) }

/// The median of the elements that are not NaN (`jnp.nanmedian`).
public func nanmedian(_ x: NDArray, axis: (any AxisArgument)? = nil, keepdims: Bool = false) -> NDArray {
  Quantiles.quantile("nanmedian", x, 0.5, axis, .midpoint, keepdims, ignoresNaN: true)
}

/// The quantile of the elements that are not NaN (`jnp.nanquantile`).
public func nanquantile(
  _ x: NDArray, _ q: NDArray, axis: (any AxisArgument)? = nil, method: QuantileMethod = .linear, keepdims: Bool = false
) -> NDArray {
  Quantiles.quantile("nanquantile", x, q, axis, method, keepdims, ignoresNaN: true)
}

/// The value below which `q` per cent of the elements lie that are not NaN (`jnp.nanpercentile`).
public func nanpercentile(
  _ x: NDArray, _ q: NDArray, axis: (any AxisArgument)? = nil, method: QuantileMethod = .linear, keepdims: Bool = false
) -> NDArray {
  Quantiles.quantile("nanpercentile", x, Promote.inexact(q) / 100, axis, method, keepdims, ignoresNaN: true)
}

enum Quantiles {
  static func quantile(
    _ name: String, _ x: NDArray, _ q: NDArray, _ axis: (any AxisArgument)?, _ method: QuantileMethod, _ keepdims: Bool,
    ignoresNaN: Bool = false
  ) -> NDArray {
    guard let axes = Check.axes(name, axis, of: x), Check.rank(name, q, 0, 1) else { return .poisoned(x.aval) }
    guard !x.dtype.isComplex, !q.dtype.isComplex else {
      return fail(.dtype, "\(name): complex numbers have no order; give real ones.", like: x.aval)
    }
    // The axes to go over, as one, at the end.
    let kept = (0..<x.ndim).filter { !axes.contains($0) }
    let count = Averages.count(x, axes)
    let keptShape = kept.map { x.aval.shape[$0] }
    let operand = Promote.inexact(x)
    let rows = Lax.reshape(Lax.transpose(operand, kept + axes), keptShape + [count])
    let last = kept.count
    let shares = q.converted(to: operand.dtype)
    var shape = shares.shape + keptShape
    let result: NDArray
    if count == 0 {
      result = Lax.full(shape, .float(.nan), operand.dtype)
    } else {
      let sorted = Lax.sort([rows], dimension: last)[0]
      let nans = isnan(rows)
      // Shares along the first axis, before the rows that are kept.
      let spread = Lax.reshape(shares, shares.shape + Array(repeating: 1, count: last))
      let counts =
        ignoresNaN
        ? sum(Lax.bitwiseNot(nans), axis: -1, dtype: operand.dtype) : Lax.scalarLike(operand, Double(count))
      let places = broadcastTo(spread * maximum(counts - 1, 0), shape)
      let chosen = between(sorted, places, last: last, method)
      let isNaN = ignoresNaN ? all(nans, axis: -1) : any(nans, axis: -1)
      result = `where`(isNaN, Lax.scalarLike(chosen, .nan), chosen)
    }
    guard keepdims else { return result }
    shape = shares.shape + (0..<x.ndim).map { axes.contains($0) ? 1 : x.aval.shape[$0] }
    return Lax.reshape(result, shape)
  }

  /// The elements of the sorted rows at fractional places, of which there is a leading axis, or none.
  private static func between(_ rows: NDArray, _ places: NDArray, last: Int, _ method: QuantileMethod) -> NDArray {
    let low = Lax.floor(places)
    let high = Lax.ceil(places)
    func element(_ places: NDArray) -> NDArray {
      let hasShares = places.ndim > last
      let index = clip(places.astype(.int32), 0, NDArray(rows.aval.shape[last] - 1))
      let along = hasShares ? moveaxis(index, 0, -1) : Lax.expandDims(index, [last])
      let found = takeAlongAxis(rows, along, axis: -1, mode: .clip)
      return hasShares ? moveaxis(found, -1, 0) : Lax.reshape(found, places.shape)
    }
    switch method {
    case .lower: return element(low)
    case .higher: return element(high)
    case .nearest: return element(Lax.round(places, toEven: true))
    case .midpoint: return (element(low) + element(high)) * 0.5
    case .linear:
      let share = places - low
      return element(low) * (1 - share) + element(high) * share
    }
  }
}
