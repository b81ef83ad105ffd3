import LanewiseCore

// Reductions that leave NaNs out.

/// The sum without NaNs (`jnp.nansum`).
public func nansum(
  _ x: NDArray, axis: (any AxisArgument)? = nil, keepdims: Bool = false
) -> NDArray {
  sum(NaNs.replaced(x, 0), axis: axis, keepdims: keepdims)
}
/// Of all elements: the form that can be passed as a function.
public func nansum(_ x: NDArray) -> NDArray { nansum(x, axis: nil) }

/// The product without NaNs (`jnp.nanprod`).
public func nanprod(
  _ x: NDArray, axis: (any AxisArgument)? = nil, keepdims: Bool = false
) -> NDArray {
  prod(NaNs.replaced(x, 1), axis: axis, keepdims: keepdims)
}
/// Of all elements: the form that can be passed as a function.
public func nanprod(_ x: NDArray) -> NDArray { nanprod(x, axis: nil) }

/// The largest element that is not NaN (`jnp.nanmax`); NaN where there is none.
public func nanmax(
  _ x: NDArray, axis: (any AxisArgument)? = nil, keepdims: Bool = false
) -> NDArray {
  NaNs.extreme("nanmax", x, axis, keepdims, -.infinity, Lax.reduceMax)
}
/// Of all elements: the form that can be passed as a function.
public func nanmax(_ x: NDArray) -> NDArray { nanmax(x, axis: nil) }

/// The smallest element that is not NaN (`jnp.nanmin`); NaN where there is none.
public func nanmin(
  _ x: NDArray, axis: (any AxisArgument)? = nil, keepdims: Bool = false
) -> NDArray {
  NaNs.extreme("nanmin", x, axis, keepdims, .infinity, Lax.reduceMin)
}
/// Of all elements: the form that can be passed as a function.
public func nanmin(_ x: NDArray) -> NDArray { nanmin(x, axis: nil) }

/// The mean of the elements that are not NaN (`jnp.nanmean`).
public func nanmean(
  _ x: NDArray, axis: (any AxisArgument)? = nil, keepdims: Bool = false
) -> NDArray {
  NaNs.mean(x, axis, keepdims)
}
/// Of all elements: the form that can be passed as a function.
public func nanmean(_ x: NDArray) -> NDArray { nanmean(x, axis: nil) }

/// The variance of the elements that are not NaN (`jnp.nanvar`).
public func nanvar(
  _ x: NDArray, axis: (any AxisArgument)? = nil, ddof: Int = 0, keepdims: Bool = false
) -> NDArray {
  NaNs.variance(x, axis, keepdims, ddof)
}
/// Of all elements: the form that can be passed as a function.
public func nanvar(_ x: NDArray) -> NDArray { nanvar(x, axis: nil) }

/// The standard deviation of the elements that are not NaN (`jnp.nanstd`).
public func nanstd(
  _ x: NDArray, axis: (any AxisArgument)? = nil, ddof: Int = 0, keepdims: Bool = false
) -> NDArray {
  Lax.sqrt(NaNs.variance(x, axis, keepdims, ddof))
}
/// Of all elements: the form that can be passed as a function.
public func nanstd(_ x: NDArray) -> NDArray { nanstd(x, axis: nil) }

/// The running sum with NaNs as 0 (`jnp.nancumsum`).
public func nancumsum(_ x: NDArray, axis: Int? = nil) -> NDArray { cumsum(NaNs.replaced(x, 0), axis: axis) }
/// The running product with NaNs as 1 (`jnp.nancumprod`).
public func nancumprod(_ x: NDArray, axis: Int? = nil) -> NDArray { cumprod(NaNs.replaced(x, 1), axis: axis) }

/// The place of the first largest element that is not NaN, along an axis or in the flattened array (`jnp.nanargmax`); -1
/// where all are.
public func nanargmax(_ x: NDArray, axis: Int? = nil, keepdims: Bool = false) -> NDArray {
  NaNs.place(x, axis, keepdims, -.infinity) { argmax($0, axis: axis, keepdims: keepdims) }
}
/// The place of the first smallest element that is not NaN, along an axis or in the flattened array (`jnp.nanargmin`);
/// -1 where all are.
public func nanargmin(_ x: NDArray, axis: Int? = nil, keepdims: Bool = false) -> NDArray {
  NaNs.place(x, axis, keepdims, .infinity) { argmin($0, axis: axis, keepdims: keepdims) }
}

enum NaNs {
  static func place(
    _ x: NDArray, _ axis: Int?, _ keepdims: Bool, _ least: Double, _ find: (NDArray) -> NDArray
  ) -> NDArray {
    guard x.dtype.isInexact else { return find(x) }
    return `where`(all(isnan(x), axis: axis, keepdims: keepdims), -1, find(replaced(x, least)))
  }

  static func replaced(_ x: NDArray, _ value: Double) -> NDArray {
    x.dtype.isInexact ? `where`(isnan(x), Lax.scalarLike(x, value), x) : x
  }

  static func extreme(
    _ name: String, _ x: NDArray, _ axis: (any AxisArgument)?, _ keepdims: Bool, _ least: Double,
    _ fold: @escaping @Sendable (NDArray, [Int]) -> NDArray
  ) -> NDArray {
    let axes = axis?._axes
    return OnePass.run("\(name) \(axes.map(String.init(describing:)) ?? "all") \(keepdims)", x) { x in
      let found = Reduction.extreme(name, replaced(x, least), axes, keepdims, fold)
      guard x.dtype.isInexact else { return [found] }
      return [`where`(all(isnan(x), axis: axes, keepdims: keepdims), Lax.scalarLike(found, .nan), found)]
    }[0]
  }

  static func count(_ x: NDArray, _ axis: (any AxisArgument)?, _ keepdims: Bool, _ dtype: DType) -> NDArray {
    sum(Lax.bitwiseNot(isnan(x)), axis: axis, keepdims: keepdims, dtype: dtype)
  }

  static func mean(_ x: NDArray, _ axis: (any AxisArgument)?, _ keepdims: Bool) -> NDArray {
    guard x.dtype.isInexact else { return Averages.mean("nanmean", x, axis, keepdims, nil) }
    let total = sum(replaced(x, 0), axis: axis, keepdims: keepdims)
    return total / count(x, axis, keepdims, total.dtype)
  }

  static func variance(_ x: NDArray, _ axis: (any AxisArgument)?, _ keepdims: Bool, _ ddof: Int) -> NDArray {
    guard x.dtype.isInexact else { return Averages.variance("nanvar", x, axis, keepdims, ddof) }
    // Only what is NaN itself is left out: the distance of an infinity from an infinite mean counts.
    let centred = `where`(isnan(x), Lax.scalarLike(x, 0), x - mean(x, axis, true))
    let squares = x.dtype.isComplex ? Lax.real(centred * Lax.conj(centred)) : Lax.integerPow(centred, 2)
    let total = sum(squares, axis: axis, keepdims: keepdims)
    let divisor = count(x, axis, keepdims, total.dtype) - NDArray.literal(.float(Double(ddof)), total.dtype)
    return `where`(divisor .<= 0, Lax.scalarLike(total, .nan), total / divisor)
  }
}
