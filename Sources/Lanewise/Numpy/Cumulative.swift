import LanewiseCore

/// The running sum along an axis, or of the flattened array (`jnp.cumsum`).
///
/// ```swift
/// print(cumsum([1, 2, 3]))  // [1 3 6]
/// ```
public func cumsum(_ x: NDArray, axis: Int? = nil, dtype: DType? = nil) -> NDArray {
  Running.fold("cumsum", x, axis, dtype, .sum)
}
/// The running product along an axis, or of the flattened array (`jnp.cumprod`).
public func cumprod(_ x: NDArray, axis: Int? = nil, dtype: DType? = nil) -> NDArray {
  Running.fold("cumprod", x, axis, dtype, .prod)
}
/// The running maximum along an axis, or of the flattened array.
public func cummax(_ x: NDArray, axis: Int? = nil) -> NDArray { Running.fold("cummax", x, axis, x.dtype, .max) }
/// The running minimum along an axis, or of the flattened array.
public func cummin(_ x: NDArray, axis: Int? = nil) -> NDArray { Running.fold("cummin", x, axis, x.dtype, .min) }

/// Of the flattened array: the form that can be passed as a function.
public func cumsum(_ x: NDArray) -> NDArray { cumsum(x, axis: nil) }
/// Of the flattened array: the form that can be passed as a function.
public func cumprod(_ x: NDArray) -> NDArray { cumprod(x, axis: nil) }

/// The differences of neighbours along an axis, taken `n` times (`jnp.diff`).
///
/// ```swift
/// print(diff([1, 4, 9, 16]))  // [3 5 7]
/// ```
public func diff(_ x: NDArray, n: Int = 1, axis: Int = -1) -> NDArray {
  guard let axis = Check.axis("diff", axis, of: x) else { return .poisoned(x.aval) }
  guard n >= 0 else {
    return fail(.value, "diff: differences cannot be taken \(n) times; n must not be negative.", like: x.aval)
  }
  return OnePass.run("diff \(n) \(axis)", x) { x in
    var result = x
    for _ in 0..<Swift.min(n, x.aval.shape[axis]) {
      let extent = result.aval.shape[axis]
      let after = Lax.sliceInDim(result, 1, extent, axis: axis)
      let before = Lax.sliceInDim(result, 0, extent - 1, axis: axis)
      result = x.dtype == .bool ? Lax.ne(after, before) : Lax.sub(after, before)
    }
    return [result]
  }[0]
}
/// The differences of neighbours along the last axis: the form that can be passed as a function.
public func diff(_ x: NDArray) -> NDArray { diff(x, n: 1) }

/// The differences of neighbours in the flattened array, between other values (`jnp.ediff1d`).
public func ediff1d(_ x: NDArray, toEnd: NDArray? = nil, toBegin: NDArray? = nil) -> NDArray {
  let parts = [toBegin.map(ravel), diff(ravel(x)), toEnd.map(ravel)].compactMap { $0?.astype(x.dtype) }
  return concatenate(parts)
}

/// The integral by the trapezoidal rule along an axis (`jnp.trapezoid`, `jax.scipy.integrate.trapezoid`), for points `x`
/// or equal steps `dx`.
public func trapezoid(_ y: NDArray, _ x: NDArray? = nil, dx: Double = 1, axis: Int = -1) -> NDArray {
  guard let axis = Check.axis("trapezoid", axis, of: y) else { return .poisoned(y.aval) }
  let heights = moveaxis(Promote.inexact(y), axis, -1)
  let extent = heights.aval.shape[heights.ndim - 1]
  let after = Lax.sliceInDim(heights, Swift.min(1, extent), extent, axis: heights.ndim - 1)
  let before = Lax.sliceInDim(heights, 0, Swift.max(extent - 1, 0), axis: heights.ndim - 1)
  guard let x else { return sum(after + before, axis: -1) * (0.5 * dx) }
  let steps = diff(x.ndim == 1 ? x : moveaxis(x, axis, -1))
  return sum(steps * (after + before), axis: -1) * 0.5
}

enum Running {
  static func fold(_ name: String, _ x: NDArray, _ axis: Int?, _ dtype: DType?, _ op: Cumulative.Op) -> NDArray {
    let operand = axis == nil ? ravel(x) : x
    guard let place = Check.axis(name, axis ?? 0, of: operand) else { return .poisoned(x.aval) }
    let result = dtype ?? (x.dtype == .bool ? DefaultDTypes.current.int : x.dtype)
    return Lax.cumulative(op, operand.converted(to: result), axis: place)
  }
}
