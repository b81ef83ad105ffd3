import LanewiseCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The integers 0, 1, … below `stop` (`jnp.arange`); int32 where no dtype is asked for.
///
/// ```swift
/// print(arange(5))  // [0 1 2 3 4]
/// ```
public func arange(_ stop: Int, dtype: DType? = nil) -> NDArray {
  let dtype = dtype ?? DefaultDTypes.current.int
  guard Check.isShape("arange", [Swift.max(stop, 0)]), Ranges.isNumber("arange", dtype) else {
    return .poisoned(AbstractArray([0], dtype))
  }
  return Lax.iota(dtype, [Swift.max(stop, 0)], 0)
}

/// The integers from `start` up to, not including, `stop`, by `step`, which may be negative (`jnp.arange`).
///
/// ```swift
/// print(arange(10, 0, -3))  // [10  7  4  1]
/// ```
public func arange(_ start: Int, _ stop: Int, _ step: Int = 1, dtype: DType? = nil) -> NDArray {
  let dtype = dtype ?? DefaultDTypes.current.int
  if start == 0 && step == 1 { return arange(stop, dtype: dtype) }
  let (span, overflow) = stop.subtractingReportingOverflow(start)
  guard step != 0, !overflow else {
    return fail(
      .value, "arange: there is no range from \(start) to \(stop) by \(step); the step must not be 0.",
      like: AbstractArray([0], dtype))
  }
  let (steps, rest) = step == -1 ? (0 &- span, 0) : span.quotientAndRemainder(dividingBy: step)
  let isEmpty = span == 0 || (span < 0) != (step < 0)
  let count = isEmpty ? 0 : steps + (rest == 0 ? 0 : 1)
  let last = start &+ Swift.max(count - 1, 0) &* step
  if dtype == .int32, Int32(exactly: start) != nil, Int32(exactly: last) != nil, count < 1 << 31 {
    return Context.with(nil) { Ranges.affine(Lax.iota(dtype, [count], 0), .int(Int64(step)), .int(Int64(start))) }
  }
  return Ranges.make("arange", count, dtype) { .int(Int64(start &+ $0 &* step)) }
}

/// The numbers 0, 1, … below `stop` as floating point (`jnp.arange(5.0)`); float32 where no dtype is asked for.
public func arange(_ stop: Double, dtype: DType? = nil) -> NDArray { arange(0, stop, 1, dtype: dtype) }

/// The numbers from `start` up to, not including, `stop`, by `step` (`jnp.arange`). There are ⌈(stop − start) / step⌉ of
/// them, so that rounding may let the last reach `stop`; ``linspace(_:_:_:endpoint:dtype:)`` counts exactly.
///
/// ```swift
/// print(arange(0, 1, 0.25))  // [0.   0.25 0.5  0.75]
/// ```
public func arange(_ start: Double, _ stop: Double, _ step: Double = 1, dtype: DType? = nil) -> NDArray {
  let dtype = dtype ?? DefaultDTypes.current.float
  let length = ((stop - start) / step).rounded(.up)
  guard length.isFinite, Swift.abs(length) < 0x1p31 else {
    return fail(
      .value, "arange: there is no range from \(start) to \(stop) by \(step); it must be finite, and the step not 0.",
      like: AbstractArray([0], dtype))
  }
  let spacing = (start + step) - start
  let count = Swift.max(Int(length), 0)
  guard Check.isShape("arange", [count]), Ranges.isNumber("arange", dtype) else {
    return .poisoned(AbstractArray([0], dtype))
  }
  return Context.with(nil) {
    Ranges.affine(Lax.iota(.float64, [count], 0), .float(spacing), .float(start)).converted(to: dtype)
  }
}

/// The same for `Float`.
@_disfavoredOverload
public func arange(_ stop: Float, dtype: DType? = nil) -> NDArray { arange(0, Double(stop), 1, dtype: dtype) }
/// The same for `Float`.
@_disfavoredOverload
public func arange(_ start: Float, _ stop: Float, _ step: Float = 1, dtype: DType? = nil) -> NDArray {
  arange(Double(start), Double(stop), Double(step), dtype: dtype)
}

/// `num` numbers evenly spaced from `start` to `stop`, which is the last of them unless `endpoint` is false
/// (`jnp.linspace`). For float32 the bits are JAX's. An integer dtype rounds towards −∞.
///
/// ```swift
/// print(linspace(0, 1, 5))  // [0.   0.25 0.5  0.75 1.  ]
/// ```
public func linspace(
  _ start: Double, _ stop: Double, _ num: Int = 50, endpoint: Bool = true, dtype: DType? = nil
) -> NDArray {
  let dtype = dtype ?? DefaultDTypes.current.float
  let isWide = dtype == .float64 || dtype == .complex128 || (dtype.isInteger && DefaultDTypes.current.wide)
  let count = Swift.max(num, 0)
  let intervals = endpoint ? num - 1 : num
  guard num >= 0, Check.isShape("linspace", [count]) else {
    return fail(
      .value, "linspace: \(num) is not a number of elements; it must not be negative.", like: AbstractArray([0], dtype))
  }
  guard Ranges.isNumber("linspace", dtype) else { return .poisoned(AbstractArray([0], dtype)) }
  return Context.with(nil) {
    let values =
      isWide
      ? Ranges.spaced(count, start, stop, intervals, endpoint, .float64)
      : Ranges.spaced(count, Float(start), Float(stop), intervals, endpoint, .float32)
    return (dtype.isInteger ? floor(values) : values).converted(to: dtype)
  }
}

/// The same for `Float`.
@_disfavoredOverload
public func linspace(_ start: Float, _ stop: Float, _ num: Int = 50, endpoint: Bool = true, dtype: DType? = nil)
  -> NDArray
{
  linspace(Double(start), Double(stop), num, endpoint: endpoint, dtype: dtype)
}

/// Numbers evenly spaced between the elements of two arrays, which broadcast together; they lie along a new leading
/// axis (`jnp.linspace`).
@_disfavoredOverload
public func linspace(
  _ start: NDArray, _ stop: NDArray, _ num: Int = 50, endpoint: Bool = true, dtype: DType? = nil
) -> NDArray {
  let (low, high) = Promote.inexact("linspace", start, stop)
  let result = dtype ?? low.dtype
  guard num >= 0 else {
    return fail(.value, "linspace: \(num) is not a number of elements; it must not be negative.", like: low.aval)
  }
  guard let inner = Broadcast.shape("linspace", [low.shape, high.shape]), Check.isShape("linspace", [num] + inner)
  else {
    return .poisoned(low.aval)
  }
  let (first, last) = (Broadcast.expand(low, to: inner), Broadcast.expand(high, to: inner))
  let intervals = endpoint ? num - 1 : num
  guard intervals > 0 else { return broadcastTo(first, [num] + inner).astype(result) }
  let places = Lax.reshape(Lax.iota(low.dtype.realPart, [intervals], 0), [intervals] + inner.map { _ in 1 })
  let step = (places / NDArray.literal(.int(Int64(intervals)), low.dtype.realPart)).converted(to: low.dtype)
  let inside = first * (1 - step) + last * step
  let all =
    endpoint
    ? Lax.concatenate([inside, Lax.expandDims(last, [0])].map { $0.converted(to: low.dtype) }, dimension: 0) : inside
  return (result.isInteger ? floor(all) : all).astype(result)
}

/// Evenly spaced numbers as by ``linspace(_:_:_:endpoint:dtype:)``, and the distance between two of them
/// (`jnp.linspace` with `retstep=True`); NaN where there are none.
///
/// ```swift
/// linspaceWithStep(0, 1, 5).step  // 0.25
/// ```
public func linspaceWithStep(
  _ start: Double, _ stop: Double, _ num: Int = 50, endpoint: Bool = true, dtype: DType? = nil
) -> (samples: NDArray, step: NDArray) {
  let samples = linspace(start, stop, num, endpoint: endpoint, dtype: dtype)
  let intervals = Double(endpoint ? num - 1 : num)
  let step = intervals > 0 ? (stop - start) / intervals : .nan
  return (samples, .literal(.float(step), samples.dtype.isInexact ? samples.dtype : DefaultDTypes.current.float))
}

/// `num` numbers evenly spaced on a logarithmic scale, from `base` to the power `start` to `base` to the power `stop`
/// (`jnp.logspace`).
///
/// ```swift
/// print(logspace(0, 2, 3))  // [  1.  10. 100.]
/// ```
public func logspace(
  _ start: Double, _ stop: Double, _ num: Int = 50, endpoint: Bool = true, base: Double = 10, dtype: DType? = nil
) -> NDArray {
  let result = dtype ?? DefaultDTypes.current.float
  let exponents = linspace(start, stop, num, endpoint: endpoint, dtype: result.isFloating ? result : nil)
  return power(NDArray(weak: base), exponents).astype(result)
}

/// The same between the elements of two arrays, along a new leading axis.
@_disfavoredOverload
public func logspace(
  _ start: NDArray, _ stop: NDArray, _ num: Int = 50, endpoint: Bool = true, base: NDArray = 10, dtype: DType? = nil
) -> NDArray {
  let (low, high) = Promote.inexact("logspace", start, stop)
  let result = dtype ?? low.dtype
  return power(base, linspace(low, high, num, endpoint: endpoint)).astype(result)
}

/// `num` numbers in geometric progression from `start` to `stop`, both not 0 and of one sign (`jnp.geomspace`).
public func geomspace(
  _ start: Double, _ stop: Double, _ num: Int = 50, endpoint: Bool = true, dtype: DType? = nil
) -> NDArray {
  let result = dtype ?? DefaultDTypes.current.float
  guard start * stop > 0 else {
    return fail(
      .value,
      "geomspace: there is no geometric progression from \(start) to \(stop); both must be of one sign and not 0.",
      like: AbstractArray([0], result))
  }
  guard num >= 0, Check.isShape("geomspace", [num]) else {
    return fail(
      .value, "geomspace: \(num) is not a number of elements; it must not be negative.",
      like: AbstractArray([0], result))
  }
  let sign: Double = start < 0 ? -1 : 1
  let (low, high) = (log10(start * sign), log10(stop * sign))
  let intervals = Double(Swift.max(endpoint ? num - 1 : num, 1))
  return Ranges.make("geomspace", num, result) { index in
    if index == 0 { return .float(start) }
    if endpoint && index == num - 1 { return .float(stop) }
    return .float(sign * pow(10, low + (high - low) * Double(index) / intervals))
  }
}

enum Ranges {
  static func isNumber(_ name: String, _ dtype: DType) -> Bool {
    guard dtype.isKey else { return true }
    report(LanewiseError(.dtype, "\(name): a random key is not a number; ask for an integer or floating-point dtype."))
    return false
  }

  /// A one-dimensional array, computed on the host.
  static func make(_ name: String, _ count: Int, _ dtype: DType, _ element: (Int) -> Scalar) -> NDArray {
    guard Check.isShape(name, [count]), isNumber(name, dtype) else { return .poisoned(AbstractArray([0], dtype)) }
    let width = dtype.byteWidth
    return .make(AbstractArray([count], dtype)) { address in
      for index in 0..<count { element(index).store(as: dtype, at: address + index * width) }
    }
  }

  /// x · factor + offset, of a range's places.
  static func affine(_ x: NDArray, _ factor: Scalar, _ offset: Scalar) -> NDArray {
    Lax.add(Lax.mul(x, .literal(factor, x.dtype)), .literal(offset, x.dtype))
  }

  /// Evenly spaced numbers as XLA computes them on a CPU with fused multiply-add: start·(1 − i·r) + i·(stop·r), with r
  /// the reciprocal of the number of intervals.
  static func spaced<T: BinaryFloatingPoint>(
    _ count: Int, _ start: T, _ stop: T, _ intervals: Int, _ endpoint: Bool, _ dtype: DType
  ) -> NDArray {
    func number(_ x: T) -> NDArray { .literal(.float(Double(x)), dtype) }
    guard intervals > 0 else { return Lax.full([count], .float(Double(start)), dtype) }
    let reciprocal = 1 / T(intervals)
    let places = Lax.iota(dtype, [intervals], 0)
    let shares = Lax.fma(Lax.neg(places), number(reciprocal), number(1))
    let values = Lax.fma(number(start), shares, Lax.mul(places, number(stop * reciprocal)))
    return endpoint ? Lax.concatenate([values, Lax.reshape(number(stop), [1])], dimension: 0) : values
  }
}
