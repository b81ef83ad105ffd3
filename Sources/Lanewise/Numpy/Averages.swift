import LanewiseCore

// Means and spreads. Integers and bool give the default floating-point dtype. Where a mask is given (`where:`, which
// broadcasts), only the elements at which it is true count.

/// The mean along axes, or of all elements (`jnp.mean`): floating point, NaN for nothing.
///
/// ```swift
/// print(mean([1, 2, 4, 5]))  // 3.0
/// ```
public func mean(
  _ x: NDArray, axis: (any AxisArgument)? = nil, keepdims: Bool = false, dtype: DType? = nil,
  where mask: NDArray? = nil
) -> NDArray {
  Averages.mean("mean", x, axis, keepdims, dtype, mask)
}
/// Of all elements: the form that can be passed as a function.
public func mean(_ x: NDArray) -> NDArray { mean(x, axis: nil) }

/// The variance along axes, or of all elements (`jnp.var`): the mean of the squared distances from the mean, by
/// `n - ddof` instead of `n` (NaN where that is not positive). Also called `` `var` ``.
public func variance(
  _ x: NDArray, axis: (any AxisArgument)? = nil, ddof: Int = 0, keepdims: Bool = false, where mask: NDArray? = nil
) -> NDArray {
  Averages.variance("var", x, axis, keepdims, ddof, mask)
}
/// Of all elements: the form that can be passed as a function.
public func variance(_ x: NDArray) -> NDArray { variance(x, axis: nil) }

/// The variance (`jnp.var`); see ``variance(_:axis:ddof:keepdims:)``.
public func `var`(
  _ x: NDArray, axis: (any AxisArgument)? = nil, ddof: Int = 0, keepdims: Bool = false, where mask: NDArray? = nil
) -> NDArray {
  Averages.variance("var", x, axis, keepdims, ddof, mask)
}
/// Of all elements: the form that can be passed as a function.
public func `var`(_ x: NDArray) -> NDArray { `var`(x, axis: nil) }

/// The standard deviation along axes, or of all elements (`jnp.std`): the root of the variance.
public func std(
  _ x: NDArray, axis: (any AxisArgument)? = nil, ddof: Int = 0, keepdims: Bool = false, where mask: NDArray? = nil
) -> NDArray {
  Lax.sqrt(Averages.variance("std", x, axis, keepdims, ddof, mask))
}
/// Of all elements: the form that can be passed as a function.
public func std(_ x: NDArray) -> NDArray { std(x, axis: nil) }

/// The mean with weights, of the shape of `x` or of its one axis (`jnp.average`).
public func average(
  _ x: NDArray, axis: (any AxisArgument)? = nil, weights: NDArray? = nil, keepdims: Bool = false
) -> NDArray {
  guard let weights else { return mean(x, axis: axis, keepdims: keepdims) }
  guard let axes = Check.axes("average", axis, of: x) else { return .poisoned(x.aval) }
  var spread = weights
  if weights.aval.shape != x.aval.shape {
    guard axes.count == 1, weights.ndim == 1, weights.aval.shape[0] == x.aval.shape[axes[0]] else {
      return fail(
        .shape,
        "average: weights of shape \(weights.aval.shape) do not fit shape \(x.aval.shape); they need its shape, or one axis and its extent.",
        like: x.aval)
    }
    spread = Lax.broadcastInDim(weights, x.shape, axes)
  }
  let factors = Promote.inexact(spread)
  let total = sum(Promote.inexact(x) * factors, axis: axes, keepdims: keepdims)
  return total / sum(factors, axis: axes, keepdims: keepdims)
}

/// The covariances of variables, each a row of observations, or a column where `rowvar` is false (`jnp.cov`).
public func cov(_ x: NDArray, rowvar: Bool = true, bias: Bool = false, ddof: Int? = nil) -> NDArray {
  guard Check.rank("cov", x, 1, 2) else { return .poisoned(x.aval) }
  let matrix = atleast2d(Promote.inexact(x))
  let rows = rowvar || x.ndim == 1 ? matrix : Lax.transpose(matrix, [1, 0])
  let centred = rows - mean(rows, axis: 1, keepdims: true)
  let divisor = Double(rows.aval.shape[1] - (ddof ?? (bias ? 0 : 1)))
  let products = matmul(centred, Lax.conj(Lax.transpose(centred, [1, 0])))
  return squeeze(products / NDArray.literal(.float(divisor), products.dtype))
}

/// The correlation coefficients of variables, each a row of observations (`jnp.corrcoef`).
public func corrcoef(_ x: NDArray, rowvar: Bool = true) -> NDArray {
  let covariances = cov(x, rowvar: rowvar)
  guard covariances.ndim == 2 else { return covariances / covariances }
  let deviations = Lax.sqrt(Lax.real(diagonal(covariances)))
  let scaled = covariances / Lax.expandDims(deviations, [1]) / Lax.expandDims(deviations, [0])
  return scaled.dtype.isComplex ? scaled : clip(scaled, -1, 1)
}

enum Averages {
  static func mean(
    _ name: String, _ x: NDArray, _ axis: (any AxisArgument)?, _ keepdims: Bool, _ dtype: DType?,
    _ mask: NDArray? = nil
  ) -> NDArray {
    guard let axes = Check.axes(name, axis, of: x) else { return .poisoned(x.aval) }
    let result = dtype ?? Promotion.inexact((x.dtype, x.weakType)).dtype
    let computed = result == .float16 || result == .bfloat16 ? .float32 : result
    let total = sum(x, axis: axes, keepdims: keepdims, dtype: computed, where: mask)
    let divisor = count(x, axes, keepdims, mask, total)
    return Lax.div(total, divisor).converted(to: result)
  }

  static func variance(
    _ name: String, _ x: NDArray, _ axis: (any AxisArgument)?, _ keepdims: Bool, _ ddof: Int, _ mask: NDArray? = nil
  ) -> NDArray {
    guard let axes = Check.axes(name, axis, of: x) else { return .poisoned(x.aval) }
    let operand = Promote.inexact(x)
    let isHalf = operand.dtype == .float16 || operand.dtype == .bfloat16
    let computed = isHalf ? operand.converted(to: .float32) : operand
    let centred = Lax.sub(computed, mean(name, computed, axes, true, nil, mask))
    let squares = centred.dtype.isComplex ? Lax.real(Lax.mul(centred, Lax.conj(centred))) : Lax.integerPow(centred, 2)
    let total = sum(squares, axis: axes, keepdims: keepdims, where: mask)
    let result = operand.dtype.realPart
    guard mask != nil else {
      let divisor = Double(count(x, axes)) - Double(ddof)
      return Lax.div(total, Lax.scalarLike(total, divisor > 0 ? divisor : .nan)).converted(to: result)
    }
    let divisor = count(x, axes, keepdims, mask, total) - Lax.scalarLike(total, Double(ddof))
    return `where`(divisor .> 0, Lax.div(total, divisor), Lax.scalarLike(total, .nan)).converted(to: result)
  }

  /// How many elements each total is of, in its dtype.
  private static func count(
    _ x: NDArray, _ axes: [Int], _ keepdims: Bool, _ mask: NDArray?, _ total: NDArray
  ) -> NDArray {
    guard let mask else { return Lax.scalarLike(total, Double(count(x, axes))) }
    return sum(broadcastTo(mask, x.shape), axis: axes, keepdims: keepdims, dtype: total.dtype)
  }

  static func count(_ x: NDArray, _ axes: [Int]) -> Int { axes.reduce(1) { $0 * x.aval.shape[$1] } }
}
