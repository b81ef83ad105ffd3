import LanewiseCore

// Functions of functions.

/// What a function of vectors makes of each vector along an axis (`jnp.apply_along_axis`); its results take the axis's
/// place.
///
/// ```swift
/// print(applyAlongAxis({ $0 - $0.min() }, 1, [[3, 1], [5, 9]]))  // [[2 0], [0 4]]
/// ```
public func applyAlongAxis(_ f: @escaping (NDArray) -> NDArray, _ axis: Int, _ x: NDArray) -> NDArray {
  guard let axis = Check.axis("apply_along_axis", axis, of: x) else { return .poisoned(x.aval) }
  var mapped = f
  for place in 1..<Swift.max(x.ndim - axis, 1) {
    let inner = mapped
    mapped = { vmap(inner, inAxes: place, outAxes: -1)($0) }
  }
  for _ in 0..<axis {
    let inner = mapped
    mapped = { vmap(inner)($0) }
  }
  return mapped(x)
}

/// A function of an array and an axis, such as `{ sum($0, axis: $1) }`, applied over several axes one after the other;
/// each stays with the extent 1 (`jnp.apply_over_axes`).
public func applyOverAxes(_ f: (NDArray, Int) -> NDArray, _ x: NDArray, _ axes: [Int]) -> NDArray {
  axes.reduce(x) { x, axis in
    guard let place = Check.axis("apply_over_axes", axis, of: x) else { return .poisoned(x.aval) }
    let y = f(x, place)
    if y.ndim == x.ndim { return y }
    guard y.ndim == x.ndim - 1 else {
      return fail(
        .shape,
        "apply_over_axes: the function made shape \(y.aval.shape) of \(x.aval.shape); it must keep or drop the axis.",
        like: x.aval)
    }
    return Lax.expandDims(y, [place])
  }
}

/// An array made by a function of the indices of its elements, one array a dimension (`jnp.fromfunction`).
///
/// ```swift
/// print(fromfunction({ $0[0] + $0[1] }, [2, 3]))  // [[0. 1. 2.], [1. 2. 3.]]
/// ```
public func fromfunction(_ f: ([NDArray]) -> NDArray, _ shape: [Int], dtype: DType? = nil) -> NDArray {
  guard Check.isShape("fromfunction", shape) else { return .poisoned(AbstractArray([], .float32)) }
  let dtype = dtype ?? DefaultDTypes.current.float
  return f(shape.indices.map { Lax.iota(dtype, shape, $0) })
}

/// For each element what the function of the last condition that holds there makes of it (`jnp.piecewise`); one function
/// more is for where none does, and without it that is 0.
///
/// ```swift
/// let x: NDArray = [-2.0, 3.0]
/// print(piecewise(x, [x .< 0, x .>= 0], [{ -$0 }, { $0 * 10 }]))  // [ 2. 30.]
/// ```
public func piecewise(_ x: NDArray, _ conditions: [NDArray], _ functions: [(NDArray) -> NDArray]) -> NDArray {
  guard functions.count == conditions.count || functions.count == conditions.count + 1 else {
    return fail(
      .value,
      "piecewise: \(functions.count) functions for \(conditions.count) conditions; one is needed for each, and may be for the rest.",
      like: x.aval)
  }
  func value(_ f: (NDArray) -> NDArray) -> NDArray { broadcastTo(f(x), x.shape).astype(x.dtype) }
  let rest = functions.count > conditions.count ? value(functions.last!) : Lax.full(x.shape, .int(0), x.dtype)
  return zip(conditions, functions).reduce(rest) { `where`($1.0, value($1.1), $0) }
}
