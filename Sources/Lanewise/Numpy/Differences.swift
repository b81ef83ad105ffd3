import LanewiseCore

/// The slopes of samples along each axis, or along some, by central differences, one-sided at the ends
/// (`jnp.gradient`). `spacing` is the distance between samples, the same for all axes.
///
/// ```swift
/// print(gradient([1.0, 2.0, 4.0])[0])  // [1.  1.5 2. ]
/// ```
public func gradient(_ x: NDArray, spacing: NDArray = 1.0, axis: (any AxisArgument)? = nil) -> [NDArray] {
  guard let axes = axis.map({ Check.orderedAxes("gradient", $0._axes, of: x) }) ?? Array(0..<x.ndim) else { return [] }
  guard let literal = spacing.literal, spacing.weakType else { return axes.map { gradient(x, at: spacing, axis: $0) } }
  return OnePass.run("gradient \(axes) \(literal.value)", x) { x in axes.map { gradient(x, at: spacing, axis: $0) } }
}

/// The slopes along one axis; `places` is the distance between samples, or where each of them is (`jnp.gradient`).
public func gradient(_ x: NDArray, at places: NDArray, axis: Int) -> NDArray {
  let both = [Promote.inexact(x), Promote.inexact(places)]
  let together = Promote.together(places.weakType ? [both[0]] : both)
  let operand = together[0]
  guard let axis = Check.axis("gradient", axis, of: x) else { return .poisoned(x.aval) }
  let extent = x.aval.shape[axis]
  guard extent > 1, places.ndim == 0 || (places.ndim == 1 && places.size == extent) else {
    return fail(
      .shape,
      "gradient: \(places.ndim == 0 ? "a spacing" : "places of shape \(places.aval.shape)") for axis \(axis) of shape \(x.aval.shape); it needs two samples or more, and a distance or a place for each.",
      like: x.aval)
  }
  func part(_ x: NDArray, _ start: Int, _ stop: Int) -> NDArray { Lax.sliceInDim(x, start, stop, axis: axis) }
  func step(_ x: NDArray, _ start: Int) -> NDArray { part(x, start + 1, start + 2) - part(x, start, start + 1) }
  func along(_ x: NDArray) -> NDArray { Lax.reshape(x, operand.shape.indices.map { $0 == axis ? extent : 1 }) }
  if places.ndim == 0, operand.ndim == 1 {
    let inner = (part(operand, 2, extent) - part(operand, 0, extent - 2)) * 0.5
    return concatenate([step(operand, 0), inner, step(operand, extent - 2)].map { $0 / places })
  }
  if places.ndim == 0 {
    // The ends are their own neighbours, at half the distance: one expression for all samples, which is one pass. Of a single
    // line the factors would be as long as the line.
    let next = concatenate([part(operand, 1, extent), part(operand, extent - 1, extent)], axis: axis)
    let previous = concatenate([part(operand, 0, 1), part(operand, 0, extent - 1)], axis: axis)
    let inner = Lax.full([extent - 2], .float(0.5), operand.dtype)
    let end = Lax.full([1], .float(1), operand.dtype)
    return (next - previous) * along(concatenate([end, inner, end])) / places
  }
  let at = along(together[1])
  let (first, last) = (step(operand, 0) / step(at, 0), step(operand, extent - 2) / step(at, extent - 2))
  let before = part(at, 1, extent - 1) - part(at, 0, extent - 2)
  let after = part(at, 2, extent) - part(at, 1, extent - 1)
  let a = -after / (before * (before + after))
  let b = (after - before) / (before * after)
  let c = before / (after * (before + after))
  let inner = a * part(operand, 0, extent - 2) + b * part(operand, 1, extent - 1) + c * part(operand, 2, extent)
  return concatenate([first, inner, last], axis: axis)
}

/// Angles without jumps: steps along an axis that are larger than `discont` (half a period) are taken modulo the period
/// (`jnp.unwrap`).
///
/// ```swift
/// print(unwrap([0.0, 3.0, -3.0]))  // [0.        3.        3.2831855]
/// ```
public func unwrap(_ x: NDArray, discont: Double? = nil, axis: Int = -1, period: Double = 2 * .pi) -> NDArray {
  guard !x.dtype.isComplex, let axis = Check.axis("unwrap", axis, of: x) else {
    if x.dtype.isComplex { return fail(.dtype, "unwrap: dtype \(x.dtype) has no order.", like: x.aval) }
    return .poisoned(x.aval)
  }
  guard x.aval.shape[axis] > 0 else { return Promote.inexact(x) }
  let half = NDArray(weak: period / 2)
  let steps = diff(x, axis: axis)
  var within = remainder(steps + half, NDArray(weak: period)) - half
  within = `where`((within .== -half) & (steps .> 0), half, within)
  let correction = `where`(abs(steps) .< NDArray(weak: discont ?? period / 2), 0, within - steps)
  let extent = x.aval.shape[axis]
  return concatenate(
    [
      Lax.sliceInDim(x, 0, 1, axis: axis),
      Lax.sliceInDim(x, 1, extent, axis: axis) + cumsum(correction, axis: axis),
    ], axis: axis)
}

/// The running sum along an axis, which may be left out for vectors (`jnp.cumulative_sum`); with a 0 before it where that
/// is asked for.
///
/// ```swift
/// print(cumulativeSum([1, 2, 3], includeInitial: true))  // [0 1 3 6]
/// ```
public func cumulativeSum(
  _ x: NDArray, axis: Int? = nil, dtype: DType? = nil, includeInitial: Bool = false
) -> NDArray {
  guard axis != nil || x.ndim == 1, let place = Check.axis("cumulative_sum", axis ?? 0, of: x) else {
    return fail(
      .value, "cumulative_sum: an array of shape \(x.aval.shape) has no one axis; name the axis.", like: x.aval)
  }
  let sums = cumsum(x, axis: place, dtype: dtype)
  guard includeInitial else { return sums }
  return pad(sums, x.shape.indices.map { $0 == place ? (1, 0) : (0, 0) })
}
