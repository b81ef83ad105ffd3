import LanewiseCore

extension Random {
  /// Uniformly random bits, as unsigned integers (`jax.random.bits`). The default dtype is uint32.
  ///
  /// ```swift
  /// Random.bits(Random.key(0), [2, 3], dtype: .uint8)
  /// ```
  public static func bits(_ key: NDArray, _ shape: any ShapeArgument = [Int](), dtype: DType? = nil) -> NDArray {
    let shape = shape._shape
    let dtype = dtype ?? DefaultDTypes.current.uint
    return Sampler.checked("bits", key, shape, dtype, .integer) { key in
      guard dtype.isUnsignedInteger else {
        return fail(
          .dtype, "Random.bits: the dtype \(dtype) was asked for, but bits are unsigned integers.",
          like: AbstractArray(Shape(shape), dtype))
      }
      return Lax.randomBits(key, dtype.byteWidth * 8, shape)
    }
  }

  /// Uniform numbers in [`minval`, `maxval`) (`jax.random.uniform`). The bounds broadcast to the shape.
  ///
  /// ```swift
  /// Random.uniform(Random.key(0), [4], minval: -1, maxval: 1)
  /// ```
  public static func uniform(
    _ key: NDArray, _ shape: any ShapeArgument = [Int](), dtype: DType? = nil, minval: NDArray = 0.0,
    maxval: NDArray = 1.0
  ) -> NDArray {
    let shape = shape._shape
    let dtype = dtype ?? DefaultDTypes.current.float
    // The usual limits are part of the program: for a few numbers, a call takes as long as handing them over.
    if !Context.isTracing && minval.literal?.value.double == 0 && maxval.literal?.value.double == 1 {
      return Sampler.checked("uniform", key, shape, dtype, .floating) { unitSampler($0, shape: shape, dtype: dtype) }
    }
    return Sampler.checked("uniform", key, shape, dtype, .floating, parameters: [minval, maxval]) { key in
      uniformSampler(key, minval, maxval, shape: shape, dtype: dtype)
    }
  }

  /// Standard normal numbers (`jax.random.normal`), by the inverse of the error function. A complex dtype gives
  /// complex ones of variance 1.
  ///
  /// ```swift
  /// print(Random.normal(Random.key(21), 3))  // [-2.6825788  -0.7566388  -0.29570565]
  /// ```
  public static func normal(_ key: NDArray, _ shape: any ShapeArgument = [Int](), dtype: DType? = nil) -> NDArray {
    let shape = shape._shape
    let dtype = dtype ?? DefaultDTypes.current.float
    return Sampler.checked("normal", key, shape, dtype, .inexact) { key in
      normalSampler(key, shape: shape, dtype: dtype)
    }
  }

  private static let uniformSampler = Sampler("_uniform") { call in
    let limits = FloatLimits(call.dtype)
    let rank = call.shape.count
    let low = Sampler.widened(call.arrays[1].converted(to: call.dtype), to: rank)
    let high = Sampler.widened(call.arrays[2].converted(to: call.dtype), to: rank)
    // The mantissa is random under the exponent of 1, which gives a number in [1, 2).
    let width = limits.mantissaBits < 8 ? 8 : limits.bits
    let bits = Lax.randomBits(call.key, width, call.shape).converted(to: limits.unsigned)
    let mantissa = Lax.shiftRightLogical(bits, Lax.scalar(.int(Int64(width - limits.mantissaBits)), limits.unsigned))
    let one = Scalar.float(1).bits(as: call.dtype)
    let raw = Lax.bitcastConvertType(Lax.or(mantissa, Lax.scalar(.uint(one), limits.unsigned)), call.dtype)
    let unit = Lax.sub(raw, Lax.scalar(.float(1), call.dtype))
    return Lax.max(low, Lax.fma(unit, Lax.sub(high, low), low))
  }

  private static let unitSampler = Sampler("_unit_uniform") { call in
    let (low, high) = (Lax.scalar(.float(0), call.dtype), Lax.scalar(.float(1), call.dtype))
    return uniformSampler(call.key, low, high, shape: call.shape, dtype: call.dtype)
  }

  private static let normalSampler = Sampler("_normal") { call in
    guard call.dtype.isComplex else { return realNormalSampler(call.key, shape: call.shape, dtype: call.dtype) }
    let keys = Lax.randomSplit(call.key, [2])
    let part = { (index: Int) in
      realNormalSampler(keys[index], shape: call.shape, dtype: call.dtype.realPart)
    }
    return Lax.div(Lax.complex(part(0), part(1)), Lax.scalar(.float(2.0.squareRoot()), call.dtype))
  }

  private static let realNormalSampler = Sampler("_normal_real") { call in
    let aboveMinusOne = Lax.scalar(.float(FloatLimits(call.dtype).epsneg - 1), call.dtype)
    let u = uniformSampler(
      call.key, aboveMinusOne, Lax.scalar(.float(1), call.dtype), shape: call.shape, dtype: call.dtype)
    return Lax.mul(Lax.scalar(.float(2.0.squareRoot()), call.dtype), Lax.erfInv(u))
  }
}
