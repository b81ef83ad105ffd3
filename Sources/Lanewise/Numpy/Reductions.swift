import LanewiseCore

// Reductions. `axis` is one axis or several, negative ones counting from the last; nil is all. `keepdims` keeps the
// reduced axes with the extent 1. Where a mask is given (`where:`, which broadcasts), only the elements at which it is
// true count; `initial:` is one element more.

/// The sum of the elements along axes, or of all (`jnp.sum`). Bool and narrow integers are summed in the default
/// integer; the sum of nothing is 0.
///
/// ```swift
/// print(sum([[1, 2], [3, 4]], axis: 0))  // [4 6]
/// ```
public func sum(
  _ x: NDArray, axis: (any AxisArgument)? = nil, keepdims: Bool = false, dtype: DType? = nil,
  initial: NDArray? = nil, where mask: NDArray? = nil
) -> NDArray {
  let counted = Reduction.masked("sum", x, mask, 0)
  let result = Reduction.accumulate("sum", counted, axis, keepdims, dtype, Lax.reduceSum)
  return Reduction.starting(result, initial) { $0 + $1 }
}
/// Of all elements: the form that can be passed as a function.
public func sum(_ x: NDArray) -> NDArray { sum(x, axis: nil) }

/// The product of the elements along axes, or of all (`jnp.prod`). Bool and narrow integers are multiplied in the
/// default integer; the product of nothing is 1.
public func prod(
  _ x: NDArray, axis: (any AxisArgument)? = nil, keepdims: Bool = false, dtype: DType? = nil,
  initial: NDArray? = nil, where mask: NDArray? = nil
) -> NDArray {
  let counted = Reduction.masked("prod", x, mask, 1)
  let result = Reduction.accumulate("prod", counted, axis, keepdims, dtype, Lax.reduceProd)
  return Reduction.starting(result, initial) { $0 * $1 }
}
/// Of all elements: the form that can be passed as a function.
public func prod(_ x: NDArray) -> NDArray { prod(x, axis: nil) }

/// The largest element along axes, or of all (`jnp.max`); NaN where there is one. Ties share the derivative. With a
/// mask there has to be an initial element, since there may be none else.
public func max(
  _ x: NDArray, axis: (any AxisArgument)? = nil, keepdims: Bool = false, initial: NDArray? = nil,
  where mask: NDArray? = nil
) -> NDArray {
  Reduction.extreme("max", x, axis, keepdims, initial, mask, -.infinity, maximum, Lax.reduceMax)
}
/// Of all elements: the form that can be passed as a function.
public func max(_ x: NDArray) -> NDArray { max(x, axis: nil) }

/// The smallest element along axes, or of all (`jnp.min`); NaN where there is one. Ties share the derivative. With a
/// mask there has to be an initial element, since there may be none else.
public func min(
  _ x: NDArray, axis: (any AxisArgument)? = nil, keepdims: Bool = false, initial: NDArray? = nil,
  where mask: NDArray? = nil
) -> NDArray {
  Reduction.extreme("min", x, axis, keepdims, initial, mask, .infinity, minimum, Lax.reduceMin)
}
/// Of all elements: the form that can be passed as a function.
public func min(_ x: NDArray) -> NDArray { min(x, axis: nil) }

/// Whether an element along axes, or any at all, is true (`jnp.any`); none is in an empty array.
public func any(
  _ x: NDArray, axis: (any AxisArgument)? = nil, keepdims: Bool = false, where mask: NDArray? = nil
) -> NDArray {
  Reduction.fold(
    "any", Reduction.masked("any", Promote.truth(x), mask, 0), axis, keepdims, Lax.reduceOr)
}
/// Of all elements: the form that can be passed as a function.
public func any(_ x: NDArray) -> NDArray { any(x, axis: nil) }

/// Whether all elements along axes are true (`jnp.all`), as they are in an empty array.
public func all(
  _ x: NDArray, axis: (any AxisArgument)? = nil, keepdims: Bool = false, where mask: NDArray? = nil
) -> NDArray {
  Reduction.fold(
    "all", Reduction.masked("all", Promote.truth(x), mask, 1), axis, keepdims, Lax.reduceAnd)
}
/// Of all elements: the form that can be passed as a function.
public func all(_ x: NDArray) -> NDArray { all(x, axis: nil) }

/// The largest less the smallest element along axes (`jnp.ptp`).
public func ptp(
  _ x: NDArray, axis: (any AxisArgument)? = nil, keepdims: Bool = false
) -> NDArray {
  max(x, axis: axis, keepdims: keepdims) - min(x, axis: axis, keepdims: keepdims)
}
/// Of all elements: the form that can be passed as a function.
public func ptp(_ x: NDArray) -> NDArray { ptp(x, axis: nil) }

/// How many elements along axes are not 0 (`jnp.count_nonzero`).
public func countNonzero(
  _ x: NDArray, axis: (any AxisArgument)? = nil, keepdims: Bool = false
) -> NDArray {
  sum(Promote.truth(x), axis: axis, keepdims: keepdims)
}
/// Of all elements: the form that can be passed as a function.
public func countNonzero(_ x: NDArray) -> NDArray { countNonzero(x, axis: nil) }

/// The same as ``max(_:axis:keepdims:)`` (`jnp.amax`).
public func amax(_ x: NDArray, axis: (any AxisArgument)? = nil, keepdims: Bool = false) -> NDArray {
  max(x, axis: axis, keepdims: keepdims)
}
/// The same as ``min(_:axis:keepdims:)`` (`jnp.amin`).
public func amin(_ x: NDArray, axis: (any AxisArgument)? = nil, keepdims: Bool = false) -> NDArray {
  min(x, axis: axis, keepdims: keepdims)
}

/// The index of the first largest element along an axis, or in the flattened array (`jnp.argmax`); the first NaN wins.
///
/// ```swift
/// print(argmax([3, 7, 7]))  // 1
/// ```
public func argmax(_ x: NDArray, axis: Int? = nil, keepdims: Bool = false) -> NDArray {
  Reduction.place("argmax", x, axis, keepdims, isMax: true)
}
/// The index of the first smallest element along an axis, or in the flattened array (`jnp.argmin`); the first NaN wins.
public func argmin(_ x: NDArray, axis: Int? = nil, keepdims: Bool = false) -> NDArray {
  Reduction.place("argmin", x, axis, keepdims, isMax: false)
}
/// In the flattened array: the form that can be passed as a function.
public func argmax(_ x: NDArray) -> NDArray { argmax(x, axis: nil) }
/// In the flattened array: the form that can be passed as a function.
public func argmin(_ x: NDArray) -> NDArray { argmin(x, axis: nil) }

enum Reduction {
  /// A fold over the axes named, which stay with the extent 1 where `keepdims` says so.
  static func fold(
    _ name: String, _ x: NDArray, _ axis: (any AxisArgument)?, _ keepdims: Bool, _ body: (NDArray, [Int]) -> NDArray
  ) -> NDArray {
    guard let axes = Check.axes(name, axis, of: x) else { return .poisoned(x.aval) }
    let folded = body(x, axes)
    return keepdims && folded.ndim == x.ndim - axes.count ? Lax.expandDims(folded, axes) : folded
  }

  /// The dtype that elements are added up in: bool and narrow integers have the default integer's width.
  static func accumulator(_ dtype: DType) -> DType {
    if dtype == .bool { return DefaultDTypes.current.int }
    guard dtype.isInteger, dtype.byteWidth < DefaultDTypes.current.int.byteWidth else { return dtype }
    return dtype.isSignedInteger ? DefaultDTypes.current.int : DefaultDTypes.current.uint
  }

  /// A sum or product; half precision is added up in float32.
  static func accumulate(
    _ name: String, _ x: NDArray, _ axis: (any AxisArgument)?, _ keepdims: Bool, _ dtype: DType?,
    _ body: (NDArray, [Int]) -> NDArray
  ) -> NDArray {
    let result = dtype ?? accumulator(x.dtype)
    let computed = result == .float16 || result == .bfloat16 ? .float32 : result
    let operand = x.dtype == computed ? x : x.converted(to: computed)
    return fold(name, operand, axis, keepdims, body).converted(to: result)
  }

  /// The elements where the mask is true, and the identity of the reduction elsewhere.
  static func masked(_ name: String, _ x: NDArray, _ mask: NDArray?, _ identity: Double) -> NDArray {
    guard let mask else { return x }
    guard let shape = Broadcast.shape(name, [x.shape, mask.shape]) else { return .poisoned(x.aval) }
    let number: Scalar = x.dtype.isInexact ? .float(identity) : whole(identity, x.dtype)
    return `where`(mask, Broadcast.expand(x, to: shape), NDArray.literal(number, x.dtype))
  }

  /// The element of an integer dtype, or of bool, that an infinity stands for.
  private static func whole(_ identity: Double, _ dtype: DType) -> Scalar {
    if identity.isFinite { return dtype == .bool ? .bool(identity != 0) : .int(Int64(identity)) }
    if dtype == .bool { return .bool(identity > 0) }
    if dtype.isSignedInteger {
      let bits = dtype.byteWidth * 8 - 1
      return .int(identity > 0 ? Int64(truncatingIfNeeded: (UInt64(1) << bits) - 1) : -1 << bits)
    }
    return .uint(identity > 0 ? .max >> (64 - dtype.byteWidth * 8) : 0)
  }

  /// The result with one element more.
  static func starting(
    _ result: NDArray, _ initial: NDArray?, _ combine: (NDArray, NDArray) -> NDArray
  ) -> NDArray {
    guard let initial else { return result }
    guard initial.ndim == 0 else {
      return fail(
        .value, "reduction: the initial value has shape \(initial.aval.shape); it must be a number, of shape ().",
        like: result.aval)
    }
    return combine(initial.converted(to: result.dtype), result)
  }

  /// A maximum or minimum. Nothing has none, so empty axes want an initial element, and so do masks.
  static func extreme(
    _ name: String, _ x: NDArray, _ axis: (any AxisArgument)?, _ keepdims: Bool, _ initial: NDArray?, _ mask: NDArray?,
    _ identity: Double, _ combine: (NDArray, NDArray) -> NDArray, _ body: (NDArray, [Int]) -> NDArray
  ) -> NDArray {
    if mask != nil, initial == nil {
      return fail(
        .value, "\(name): the mask may leave no element of shape \(x.aval.shape); give an initial value with it.",
        like: x.aval)
    }
    let counted = masked(name, x, mask, identity)
    if initial != nil { return starting(fold(name, counted, axis, keepdims, body), initial, combine) }
    return extreme(name, counted, axis, keepdims, body)
  }

  static func extreme(
    _ name: String, _ x: NDArray, _ axis: (any AxisArgument)?, _ keepdims: Bool, _ body: (NDArray, [Int]) -> NDArray
  ) -> NDArray {
    fold(name, x, axis, keepdims) { x, axes in
      let folded = body(x, axes)
      guard folded.size > 0, let empty = axes.first(where: { $0 < x.ndim && x.aval.shape[$0] == 0 }) else {
        return folded
      }
      return fail(
        .value,
        "\(name): axis \(empty) of shape \(x.aval.shape) is empty, so it has no extreme; reduce over axes with elements.",
        like: folded.aval)
    }
  }

  static func place(_ name: String, _ x: NDArray, _ axis: Int?, _ keepdims: Bool, isMax: Bool) -> NDArray {
    let operand = axis == nil ? ravel(x) : x
    guard let place = Check.axis(name, axis ?? 0, of: operand) else { return .poisoned(x.aval.with(dtype: .int32)) }
    let dtype = DefaultDTypes.current.int
    let index =
      isMax ? Lax.argmax(operand, axis: place, indexDType: dtype) : Lax.argmin(operand, axis: place, indexDType: dtype)
    guard keepdims, index.ndim == operand.ndim - 1 else { return index }
    return axis == nil ? Lax.reshape(index, Array(repeating: 1, count: x.ndim)) : Lax.expandDims(index, [place])
  }
}
