import LanewiseCore

/// The elements in reverse order along these axes, or all (`jnp.flip`).
public func flip(_ x: NDArray, axis: (any AxisArgument)? = nil) -> NDArray {
  guard let axes = Check.axes("flip", axis, of: x) else { return .poisoned(x.aval) }
  return axes.isEmpty ? x : Lax.rev(x, axes)
}
/// All axes reversed: the form that can be passed as a function.
public func flip(_ x: NDArray) -> NDArray { flip(x, axis: nil) }

/// The columns in reverse order (`jnp.fliplr`).
public func fliplr(_ x: NDArray) -> NDArray {
  guard Check.rank("fliplr", x, 2) else { return .poisoned(x.aval) }
  return Lax.rev(x, [1])
}

/// The rows in reverse order (`jnp.flipud`).
public func flipud(_ x: NDArray) -> NDArray {
  guard Check.rank("flipud", x, 1) else { return .poisoned(x.aval) }
  return Lax.rev(x, [0])
}

/// A quarter turn, `k` times, from the first of two axes towards the second (`jnp.rot90`).
public func rot90(_ x: NDArray, k: Int = 1, axes: (Int, Int) = (0, 1)) -> NDArray {
  guard Check.rank("rot90", x, 2), let plane = Check.orderedAxes("rot90", [axes.0, axes.1], of: x) else {
    return .poisoned(x.aval)
  }
  switch ((k % 4) + 4) % 4 {
  case 1: return swapaxes(Lax.rev(x, [plane[1]]), plane[0], plane[1])
  case 2: return Lax.rev(x, plane.sorted())
  case 3: return Lax.rev(swapaxes(x, plane[0], plane[1]), [plane[1]])
  default: return x
  }
}

/// The elements moved on by `shift` places along an axis, those from the end coming first (`jnp.roll`). Without an axis
/// the flattened array is rolled; with several, each by its own shift or all by one.
///
/// ```swift
/// print(roll(arange(5), 2))  // [3 4 0 1 2]
/// ```
public func roll(_ x: NDArray, _ shift: any AxisArgument, axis: (any AxisArgument)? = nil) -> NDArray {
  var shifts = shift._axes
  guard let axis else {
    guard shifts.count == 1 else {
      return fail(.value, "roll: \(shifts.count) shifts without axes; name one axis for each.", like: x.aval)
    }
    return Lax.reshape(Rearranging.rolled(ravel(x), shifts[0], 0), x.shape)
  }
  var axes = axis._axes
  if shifts.count == 1 { shifts = Array(repeating: shifts[0], count: axes.count) }
  if axes.count == 1 { axes = Array(repeating: axes[0], count: shifts.count) }
  guard shifts.count == axes.count else {
    return fail(
      .value, "roll: \(shifts.count) shifts for \(axes.count) axes; give one shift for each axis, or one for all.",
      like: x.aval)
  }
  var result = x
  for (shift, axis) in zip(shifts, axes) {
    guard let axis = Check.axis("roll", axis, of: x) else { return .poisoned(x.aval) }
    result = Rearranging.rolled(result, shift, axis)
  }
  return result
}

enum Rearranging {
  static func rolled(_ x: NDArray, _ shift: Int, _ axis: Int) -> NDArray {
    let extent = x.aval.shape[axis]
    guard extent > 0 else { return x }
    let moved = ((shift % extent) + extent) % extent
    guard moved != 0 else { return x }
    let cut = extent - moved
    return Lax.concatenate(
      [Lax.sliceInDim(x, cut, extent, axis: axis), Lax.sliceInDim(x, 0, cut, axis: axis)], dimension: axis)
  }
}
