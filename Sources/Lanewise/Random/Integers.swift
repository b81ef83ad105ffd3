import LanewiseCore

extension Random {
  /// Uniform integers in [`low`, `high`) (`jax.random.randint`). Where the range is empty, every one is `low`.
  ///
  /// A range that ends one past the dtype's largest number takes it all in: `randint(key, 3, 0, 256, dtype: .uint8)`.
  ///
  /// ```swift
  /// print(Random.randint(Random.key(0), [6], 0, 10))  // [8 1 5 8 8 0]
  /// ```
  public static func randint(
    _ key: NDArray, _ shape: any ShapeArgument, _ low: Int, _ high: Int, dtype: DType? = nil
  ) -> NDArray {
    randint(key, shape, bound(low), bound(high), dtype: dtype)
  }

  /// The same with bounds that are arrays, which broadcast to the shape.
  @_disfavoredOverload
  public static func randint(
    _ key: NDArray, _ shape: any ShapeArgument, _ low: NDArray, _ high: NDArray, dtype: DType? = nil
  ) -> NDArray {
    let shape = shape._shape
    let dtype = dtype ?? DefaultDTypes.current.int
    return Sampler.checked("randint", key, shape, dtype, .integer, parameters: [low, high]) { key in
      for bound in [low, high] where !bound.dtype.isInteger {
        return fail(
          .dtype, "Random.randint: a bound has dtype \(bound.dtype); both must be integers.",
          like: AbstractArray(Shape(shape), dtype))
      }
      return integerSampler(key, low, high, shape: shape, dtype: dtype)
    }
  }

  /// A Swift number as a bound: of the default dtype, or of int64 where that does not hold it.
  private static func bound(_ value: Int) -> NDArray {
    let dtype: DType = Int32(exactly: value) == nil ? .int64 : DefaultDTypes.current.int
    return .literal(.int(Int64(value)), dtype, weak: true)
  }

  private static let integerSampler = Sampler("_randint") { call in
    let dtype = call.dtype
    let rank = call.shape.count
    let width = dtype.byteWidth * 8
    let unsigned: DType = [8: .uint8, 16: .uint16, 32: .uint32][width] ?? .uint64
    // One past the largest number cannot be said in the dtype: the bound is clipped, and the span widened after.
    let given = Sampler.widened(call.arrays[2].converted(to: call.arrays[2].dtype), to: rank)
    let largest = Lax.scalar(IntegerLimits.common(dtype, given.dtype).high, given.dtype)
    let isBeyond = Lax.gt(given, largest)
    let low = Sampler.widened(clipped(call.arrays[1], to: dtype), to: rank)
    let high = Sampler.widened(clipped(call.arrays[2], to: dtype), to: rank)

    let keys = Lax.randomSplit(call.key, [2])
    let (upper, lower) = (Lax.randomBits(keys[0], width, call.shape), Lax.randomBits(keys[1], width, call.shape))
    let one = Lax.scalar(.int(1), unsigned)
    var span = Lax.sub(high, low).converted(to: unsigned)
    let isEmpty = Lax.le(high, low)
    span = Lax.select(isEmpty, Broadcasting.expand(one, to: span.aval.shape), span)
    span = Lax.select(Lax.and(isBeyond, Lax.gt(high, low)), Lax.add(span, one), span)
    // Two words of bits modulo the span, by 2ʷ modulo the span: less biased than one.
    let half = Lax.scalar(.uint(1 << UInt64(width / 2)), unsigned)
    var multiplier = Lax.rem(Broadcasting.expand(half, to: span.aval.shape), span)
    multiplier = Lax.rem(Lax.mul(multiplier, multiplier), span)
    let offset = Lax.rem(Lax.add(Lax.mul(Lax.rem(upper, span), multiplier), Lax.rem(lower, span)), span)
    return Lax.add(low, offset.converted(to: dtype))
  }

  /// An integer array in another integer dtype, where what does not fit becomes the nearest that does.
  private static func clipped(_ x: NDArray, to dtype: DType) -> NDArray {
    let limits = IntegerLimits.common(dtype, x.dtype)
    let bounded = Lax.clamp(
      Lax.scalar(limits.low, x.dtype), x.converted(to: x.dtype), Lax.scalar(limits.high, x.dtype))
    return bounded.converted(to: dtype)
  }

  /// True with probability `p` (`jax.random.bernoulli`). The shape is that of `p` where none is given.
  ///
  /// ```swift
  /// Random.bernoulli(Random.key(0), 0.3, [8])
  /// ```
  public static func bernoulli(_ key: NDArray, _ p: NDArray = 0.5, _ shape: (any ShapeArgument)? = nil) -> NDArray {
    let shape = shape?._shape ?? p.shape
    guard p.dtype.isFloating else {
      return fail(
        .dtype, "Random.bernoulli: the probability has dtype \(p.dtype); it must be floating point.",
        like: AbstractArray(p.aval.shape, .bool))
    }
    let sample = Sampler.checked("bernoulli", key, shape, p.dtype, .floating, parameters: [p]) { key in
      bernoulliSampler(key, p.converted(to: p.dtype), shape: shape, dtype: p.dtype)
    }
    return sample.isPoisoned ? .poisoned(sample.aval.with(dtype: .bool)) : sample
  }

  private static let bernoulliSampler = Sampler("_bernoulli") { call in
    let u = uniform(call.key, call.shape, dtype: call.dtype)
    return Lax.lt(u, Sampler.widened(call.arrays[1], to: call.shape.count))
  }

  /// −1 or 1, each half of the time (`jax.random.rademacher`). The default dtype is that of integers.
  ///
  /// ```swift
  /// Random.rademacher(Random.key(0), [6])
  /// ```
  public static func rademacher(_ key: NDArray, _ shape: any ShapeArgument = [Int](), dtype: DType? = nil) -> NDArray {
    let shape = shape._shape
    let dtype = dtype ?? DefaultDTypes.current.int
    return Sampler.checked("rademacher", key, shape, dtype, .number) { key in
      rademacherSampler(key, shape: shape, dtype: dtype)
    }
  }

  private static let rademacherSampler = Sampler("_rademacher") { call in
    let coins = bernoulli(call.key, Lax.scalar(.float(0.5), .float32), call.shape).converted(to: call.dtype)
    return Lax.sub(Lax.mul(Lax.scalar(.int(2), call.dtype), coins), Lax.scalar(.int(1), call.dtype))
  }
}

/// The smallest and largest numbers of integer dtypes (`jnp.iinfo`).
struct IntegerLimits {
  let low: Scalar, high: Scalar

  /// The numbers that both dtypes hold.
  static func common(_ a: DType, _ b: DType) -> IntegerLimits {
    let bits = Swift.min(valueBits(a), valueBits(b))
    let signedBits = a.isSignedInteger && b.isSignedInteger ? bits : nil
    return IntegerLimits(
      low: signedBits.map { .int(-1 << Int64($0)) } ?? .int(0),
      high: bits == 64 ? .uint(.max) : .uint(1 << UInt64(bits) - 1))
  }

  /// Bits without the sign.
  private static func valueBits(_ dtype: DType) -> Int { dtype.byteWidth * 8 - (dtype.isSignedInteger ? 1 : 0) }
}
