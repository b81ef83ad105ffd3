import LanewiseCore

// Continuous distributions without parameters, and the truncated normal. Each is the inverse of its distribution
// function at a uniform number.
extension Random {
  /// Gumbel numbers (`jax.random.gumbel`): −log(−log u).
  ///
  /// ```swift
  /// Random.gumbel(Random.key(0), [3])
  /// ```
  public static func gumbel(_ key: NDArray, _ shape: any ShapeArgument = [Int](), dtype: DType? = nil) -> NDArray {
    sampleFloats("gumbel", gumbelSampler, key, shape, dtype)
  }

  private static let gumbelSampler = Sampler("_gumbel") { call in
    let u = uniform(call, from: FloatLimits(call.dtype).tiny, to: 1)
    return Lax.neg(Lax.log(Lax.neg(Lax.log(u))))
  }

  /// Exponential numbers of mean 1 (`jax.random.exponential`): −log(1 − u), 0 or larger.
  ///
  /// ```swift
  /// Random.exponential(Random.key(0), [3]) / rate
  /// ```
  public static func exponential(_ key: NDArray, _ shape: any ShapeArgument = [Int](), dtype: DType? = nil) -> NDArray {
    sampleFloats("exponential", exponentialSampler, key, shape, dtype)
  }

  private static let exponentialSampler = Sampler("_exponential") { call in
    Lax.neg(Lax.log1p(Lax.neg(uniform(call, from: 0, to: 1))))
  }

  /// Laplace numbers (`jax.random.laplace`): of density ½·exp(−|x|).
  ///
  /// ```swift
  /// Random.laplace(Random.key(0), [3])
  /// ```
  public static func laplace(_ key: NDArray, _ shape: any ShapeArgument = [Int](), dtype: DType? = nil) -> NDArray {
    sampleFloats("laplace", laplaceSampler, key, shape, dtype)
  }

  private static let laplaceSampler = Sampler("_laplace") { call in
    let u = uniform(call, from: FloatLimits(call.dtype).epsneg - 1, to: 1)
    return Lax.mul(Lax.sign(u), Lax.log1p(Lax.neg(Lax.abs(u))))
  }

  /// Logistic numbers (`jax.random.logistic`): log(u / (1 − u)).
  ///
  /// ```swift
  /// Random.logistic(Random.key(0), [3])
  /// ```
  public static func logistic(_ key: NDArray, _ shape: any ShapeArgument = [Int](), dtype: DType? = nil) -> NDArray {
    sampleFloats("logistic", logisticSampler, key, shape, dtype)
  }

  private static let logisticSampler = Sampler("_logistic") { call in
    let u = uniform(call, from: FloatLimits(call.dtype).eps, to: 1)
    return Lax.log(Lax.div(u, Lax.sub(Lax.scalar(.float(1), call.dtype), u)))
  }

  /// Cauchy numbers (`jax.random.cauchy`): tan(π·(u − ½)).
  ///
  /// ```swift
  /// Random.cauchy(Random.key(0), [3])
  /// ```
  public static func cauchy(_ key: NDArray, _ shape: any ShapeArgument = [Int](), dtype: DType? = nil) -> NDArray {
    sampleFloats("cauchy", cauchySampler, key, shape, dtype)
  }

  private static let cauchySampler = Sampler("_cauchy") { call in
    let u = uniform(call, from: FloatLimits(call.dtype).eps, to: 1)
    return Lax.tan(Lax.mul(Lax.scalar(.float(.pi), call.dtype), Lax.sub(u, Lax.scalar(.float(0.5), call.dtype))))
  }

  /// Maxwell numbers (`jax.random.maxwell`): the length of a vector of three normal ones.
  ///
  /// ```swift
  /// Random.maxwell(Random.key(0), [3])
  /// ```
  public static func maxwell(_ key: NDArray, _ shape: any ShapeArgument = [Int](), dtype: DType? = nil) -> NDArray {
    guard shape._shape.count < Shape.maximumRank else {
      return fail(
        .shape, "Random.maxwell: a shape of \(shape._shape.count) dimensions is one too many, for it works on vectors.",
        like: AbstractArray([], dtype ?? DefaultDTypes.current.float))
    }
    return sampleFloats("maxwell", maxwellSampler, key, shape, dtype)
  }

  private static let maxwellSampler = Sampler("_maxwell") { call in
    let x = normal(call.key, call.shape + [3], dtype: call.dtype)
    return Lax.sqrt(Lax.reduceSum(Lax.mul(x, x), [call.shape.count]))
  }

  /// Standard normal numbers between `lower` and `upper`, neither included (`jax.random.truncated_normal`). The shape is
  /// that of the bounds where none is given.
  ///
  /// ```swift
  /// Random.truncatedNormal(Random.key(0), -2, 2, [5])
  /// ```
  public static func truncatedNormal(
    _ key: NDArray, _ lower: NDArray, _ upper: NDArray, _ shape: (any ShapeArgument)? = nil, dtype: DType? = nil
  ) -> NDArray {
    let dtype = dtype ?? DefaultDTypes.current.float
    guard let shape = shape?._shape ?? Sampler.commonShape("truncatedNormal", [lower, upper]) else {
      return .poisoned(AbstractArray(lower.aval.shape, dtype))
    }
    return Sampler.checked("truncatedNormal", key, shape, dtype, .floating, parameters: [lower, upper]) { key in
      truncatedNormalSampler(key, lower, upper, shape: shape, dtype: dtype)
    }
  }

  private static let truncatedNormalSampler = Sampler("_truncated_normal") { call in
    let dtype = call.dtype
    let rank = call.shape.count
    let root = Lax.scalar(.float(2.0.squareRoot()), dtype)
    let lower = Sampler.widened(call.arrays[1].converted(to: dtype), to: rank)
    let upper = Sampler.widened(call.arrays[2].converted(to: dtype), to: rank)
    let u = uniform(
      call.key, call.shape, dtype: dtype, minval: Lax.erf(Lax.div(lower, root)), maxval: Lax.erf(Lax.div(upper, root)))
    let x = Lax.mul(root, Lax.erfInv(u))
    // Rounding must not lead onto the bounds or past them.
    let first = Lax.nextafter(Lax.stopGradient(lower), Lax.scalar(.float(.infinity), dtype))
    let last = Lax.nextafter(Lax.stopGradient(upper), Lax.scalar(.float(-.infinity), dtype))
    return Lax.min(Lax.max(x, first), last)
  }

  private static func sampleFloats(
    _ name: String, _ sampler: Sampler, _ key: NDArray, _ shape: any ShapeArgument, _ dtype: DType?
  ) -> NDArray {
    let shape = shape._shape
    let dtype = dtype ?? DefaultDTypes.current.float
    return Sampler.checked(name, key, shape, dtype, .floating) { key in sampler(key, shape: shape, dtype: dtype) }
  }

  private static func uniform(_ call: Sampler.Arguments, from low: Double, to high: Double) -> NDArray {
    uniform(
      call.key, call.shape, dtype: call.dtype, minval: Lax.scalar(.float(low), call.dtype),
      maxval: Lax.scalar(.float(high), call.dtype))
  }
}
