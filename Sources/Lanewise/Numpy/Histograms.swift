import LanewiseCore

/// How often each integer occurs (`jnp.bincount`): the element at place n counts the n's. The length is one more than the
/// largest, or `minlength`; while tracing, `length` must say it, and larger integers are not counted.
///
/// ```swift
/// print(bincount([0, 2, 2]))  // [1 0 2]
/// ```
public func bincount(_ x: NDArray, weights: NDArray? = nil, minlength: Int = 0, length: Int? = nil) -> NDArray {
  guard Check.rank("bincount", x, 1, 1) else { return .poisoned(x.aval) }
  guard x.dtype.isInteger || x.dtype == .bool else {
    return fail(.dtype, "bincount: the array has dtype \(x.dtype); it must hold integers.", like: x.aval)
  }
  if let weights, weights.aval.shape != x.aval.shape {
    return fail(
      .shape,
      "bincount: the weights have shape \(weights.aval.shape) and the array \(x.aval.shape); they must be equal.",
      like: x.aval)
  }
  let numbers = x.converted(to: .int32)
  let extent: Int
  if let length {
    extent = length
  } else {
    guard numbers.storage != nil || numbers.isPoisoned else {
      report(
        LanewiseError(
          .concretization,
          "bincount: the length of the result depends on the values, which are not known while tracing; give length."))
      return .poisoned(x.aval)
    }
    extent = Swift.max(minlength, numbers.size == 0 || numbers.isPoisoned ? 0 : Int(max(numbers)) + 1)
  }
  let counted = weights ?? Lax.full(x.shape, .int(1), DefaultDTypes.current.int)
  guard Check.isShape("bincount", [extent]) else { return .poisoned(x.aval) }
  let start = Lax.full([extent], .int(0), counted.dtype)
  guard extent > 0, x.size > 0 else { return start }
  let dims = ScatterDims(updateWindow: [], insertedWindow: [0], scatterDimsToOperand: [0])
  return Lax.scatterAdd(start, Lax.expandDims(maximum(numbers, 0), [1]), counted, dims, mode: .fillOrDrop)
}

/// The edges of equal bins over the range of the elements, or a given one (`jnp.histogram_bin_edges`).
public func histogramBinEdges(_ x: NDArray, bins: Int = 10, range: (Double, Double)? = nil) -> NDArray {
  let operand = Promote.inexact(x)
  guard bins > 0 else {
    return fail(.value, "histogram: \(bins) is not a number of bins; it must be positive.", like: operand.aval)
  }
  if let range {
    let (low, high) = range.0 == range.1 ? (range.0 - 0.5, range.1 + 0.5) : range
    guard bins < Int(Int32.max) else { return Check.isShape("histogram", [.max]) ? operand : .poisoned(operand.aval) }
    return linspace(low, high, bins + 1, dtype: operand.dtype)
  }
  guard x.size > 0 else { return linspace(0, 1, bins + 1, dtype: operand.dtype) }
  let (low, high) = (min(operand), max(operand))
  let isPoint = low .== high
  return linspace(`where`(isPoint, low - 0.5, low), `where`(isPoint, high + 0.5, high), bins + 1)
}

/// How many elements, or how much weight, lies in each of equal bins, and the bins' edges (`jnp.histogram`). The last
/// bin has its upper edge; what lies outside is not counted.
public func histogram(
  _ x: NDArray, bins: Int = 10, range: (Double, Double)? = nil, weights: NDArray? = nil, density: Bool = false
) -> (counts: NDArray, edges: NDArray) {
  let edges = histogramBinEdges(x, bins: bins, range: range)
  let values = ravel(Promote.inexact(x))
  guard edges.ndim == 1, edges.size == bins + 1, bins > 0 else { return (.poisoned(values.aval), edges) }
  let upper = Lax.sliceInDim(edges, bins, bins + 1, axis: 0)
  let places = `where`(values .== upper, NDArray(bins), searchsorted(edges, values, side: .right))
  let amounts = weights.map(ravel) ?? Lax.full(values.shape, .int(1), values.dtype)
  let counts = Lax.sliceInDim(bincount(places.astype(.int32), weights: amounts, length: bins + 2), 1, bins + 1, axis: 0)
  return (density ? counts / (sum(counts) * diff(edges)) : counts, edges)
}

/// The bins, numbered from 1 between increasing edges, that elements lie in (`jnp.digitize`).
public func digitize(_ x: NDArray, _ bins: NDArray, right: Bool = false) -> NDArray {
  searchsorted(bins, x, side: right ? .left : .right)
}

/// The piecewise linear function through points (xp, fp) with increasing xp, at `x` (`jnp.interp`); outside, the first
/// and the last of fp, or `left` and `right`.
///
/// ```swift
/// print(interp(1.5, [1, 2, 3], [10, 20, 30]))  // 15.0
/// ```
public func interp(_ x: NDArray, _ xp: NDArray, _ fp: NDArray, left: NDArray? = nil, right: NDArray? = nil) -> NDArray {
  guard xp.ndim == 1, xp.aval.shape == fp.aval.shape, xp.size > 0 else {
    return fail(
      .shape,
      "interp: the points have shapes \(xp.aval.shape) and \(fp.aval.shape); both must be vectors of one length, not empty.",
      like: x.aval)
  }
  let type = Promotion.inexact(Promotion.join([x, xp, fp]))
  let (at, knots, values) = (x.converted(to: type.dtype), xp.converted(to: type.dtype), fp.converted(to: type.dtype))
  let count = knots.aval.shape[0]
  let (first, last) = (
    Lax.reshape(Lax.sliceInDim(values, 0, 1, axis: 0), []),
    Lax.reshape(Lax.sliceInDim(values, count - 1, count, axis: 0), [])
  )
  let (start, end) = (
    Lax.reshape(Lax.sliceInDim(knots, 0, 1, axis: 0), []),
    Lax.reshape(Lax.sliceInDim(knots, count - 1, count, axis: 0), [])
  )
  let next = clip(searchsorted(knots, at, side: .right), NDArray(Swift.min(1, count - 1)), NDArray(count - 1))
  let before = maximum(next - 1, 0)
  let (x0, x1) = (take(knots, before, mode: .clip), take(knots, next, mode: .clip))
  let (y0, y1) = (take(values, before, mode: .clip), take(values, next, mode: .clip))
  let isPoint = abs(x1 - x0) .<= NDArray.literal(.float(FloatingPointClass.epsilon(type.dtype)), type.dtype)
  let slope = (y1 - y0) / `where`(isPoint, 1, x1 - x0)
  let inside = `where`(isPoint, y0, y0 + (at - x0) * slope)
  let above = `where`(at .> end, right ?? last, inside)
  return `where`(at .< start, left ?? first, above)
}
