import LanewiseCore

// Continuous distributions with parameters, from uniform, exponential and normal numbers.
extension Random {
  /// Pareto numbers (`jax.random.pareto`): of density b/xᵇ⁺¹ from 1 on.
  ///
  /// ```swift
  /// Random.pareto(Random.key(0), 2, [3])
  /// ```
  public static func pareto(
    _ key: NDArray, _ b: NDArray, _ shape: (any ShapeArgument)? = nil, dtype: DType? = nil
  ) -> NDArray { Sampler.drawn("pareto", paretoSampler, key, [b], shape, dtype) }

  private static let paretoSampler = Sampler("_pareto") { call in
    Lax.exp(Lax.div(exponential(call.key, call.shape, dtype: call.dtype), call.parameter(1)))
  }

  /// Weibull numbers (`jax.random.weibull_min`): `scale` times exponential ones to the power of 1/`concentration`.
  ///
  /// ```swift
  /// Random.weibullMin(Random.key(0), 1.5, 2, [3])
  /// ```
  public static func weibullMin(
    _ key: NDArray, _ scale: NDArray, _ concentration: NDArray, _ shape: (any ShapeArgument)? = nil,
    dtype: DType? = nil
  ) -> NDArray { Sampler.drawn("weibullMin", weibullSampler, key, [scale, concentration], shape, dtype) }

  private static let weibullSampler = Sampler("_weibull_min") { call in
    let u = uniform(call.key, call.shape, dtype: call.dtype)
    let power = Lax.div(Lax.scalar(.float(1), call.dtype), call.parameter(2))
    return Lax.mul(raised(Lax.neg(Lax.log1p(Lax.neg(u))), power), call.parameter(1))
  }

  /// x to a power of its rank, or of extents that broadcast to its own.
  private static func raised(_ x: NDArray, _ power: NDArray) -> NDArray {
    Lax.pow(x, Broadcasting.expand(power, to: x.aval.shape))
  }

  /// Rayleigh numbers (`jax.random.rayleigh`): `scale` times the length of a vector of two normal numbers.
  ///
  /// ```swift
  /// Random.rayleigh(Random.key(0), 2, [3])
  /// ```
  public static func rayleigh(
    _ key: NDArray, _ scale: NDArray, _ shape: (any ShapeArgument)? = nil, dtype: DType? = nil
  ) -> NDArray { Sampler.drawn("rayleigh", rayleighSampler, key, [scale], shape, dtype) }

  private static let rayleighSampler = Sampler("_rayleigh") { call in
    let u = uniform(call.key, call.shape, dtype: call.dtype)
    return Lax.mul(call.parameter(1), Lax.sqrt(Lax.mul(Lax.log(u), Lax.scalar(.float(-2), call.dtype))))
  }

  /// Lognormal numbers (`jax.random.lognormal`): exp(σx) of normal numbers x.
  ///
  /// ```swift
  /// Random.lognormal(Random.key(0), 0.5, [3])
  /// ```
  public static func lognormal(
    _ key: NDArray, _ sigma: NDArray = 1.0, _ shape: (any ShapeArgument)? = nil, dtype: DType? = nil
  ) -> NDArray { Sampler.drawn("lognormal", lognormalSampler, key, [sigma], shape, dtype) }

  private static let lognormalSampler = Sampler("_lognormal") { call in
    Lax.exp(Lax.mul(normal(call.key, call.shape, dtype: call.dtype), call.parameter(1)))
  }

  /// Triangular numbers (`jax.random.triangular`): between `left` and `right`, most often at `mode`.
  ///
  /// ```swift
  /// Random.triangular(Random.key(0), 0, 0.4, 1, [3])
  /// ```
  public static func triangular(
    _ key: NDArray, _ left: NDArray, _ mode: NDArray, _ right: NDArray, _ shape: (any ShapeArgument)? = nil,
    dtype: DType? = nil
  ) -> NDArray { Sampler.drawn("triangular", triangularSampler, key, [left, mode, right], shape, dtype) }

  private static let triangularSampler = Sampler("_triangular") { call in
    let (left, mode, right) = (call.full(1), call.full(2), call.full(3))
    let u = uniform(call.key, call.shape, dtype: call.dtype)
    let width = right - left
    let rising = left + Lax.sqrt(u * width * (mode - left))
    let falling = right - Lax.sqrt((1 - u) * width * (right - mode))
    return Lax.select(u .< (mode - left) / width, rising, falling)
  }

  /// Wald numbers (`jax.random.wald`), also called inverse Gaussian: of the given mean, and scale 1.
  ///
  /// ```swift
  /// Random.wald(Random.key(0), 1, [3])
  /// ```
  public static func wald(
    _ key: NDArray, _ mean: NDArray, _ shape: (any ShapeArgument)? = nil, dtype: DType? = nil
  ) -> NDArray { Sampler.drawn("wald", waldSampler, key, [mean], shape, dtype) }

  private static let waldSampler = Sampler("_wald") { call in
    let keys = Lax.randomSplit(call.key, [2])
    let mean = call.full(1)
    let y = Lax.integerPow(normal(keys[0], call.shape, dtype: call.dtype), 2)
    let square = Lax.integerPow(mean, 2)
    // Contracted where XLA does: what follows loses most of its digits where the mean is large.
    let root = Lax.sqrt(Lax.fma(4 * mean, y, square * Lax.integerPow(y, 2)))
    let x = Lax.fma(mean / -2, root, mean + square * y / 2)
    let z = uniform(keys[1], call.shape, dtype: call.dtype)
    return Lax.select(z .<= mean / (mean + x), x, square / x)
  }

  /// Maxwell numbers with random signs, times `scale`, plus `loc` (`jax.random.double_sided_maxwell`). As in JAX, the
  /// result's shape is the one given followed by the parameters' own.
  ///
  /// ```swift
  /// Random.doubleSidedMaxwell(Random.key(0), 0.5, 1.5, [3])
  /// ```
  public static func doubleSidedMaxwell(
    _ key: NDArray, _ loc: NDArray, _ scale: NDArray, _ shape: any ShapeArgument = [Int](), dtype: DType? = nil
  ) -> NDArray {
    guard let own = Sampler.commonShape("doubleSidedMaxwell", [loc, scale]) else {
      return .poisoned(AbstractArray([], dtype ?? DefaultDTypes.current.float))
    }
    let given = shape._shape
    return Sampler.drawn(
      "doubleSidedMaxwell", doubleMaxwellSampler, key, [loc, scale], (given.isEmpty ? own : given) + own, dtype)
  }

  private static let doubleMaxwellSampler = Sampler("_double_sided_maxwell") { call in
    let keys = Lax.randomSplit(call.key, [2])
    let lengths = maxwell(keys[0], call.shape, dtype: call.dtype)
    let signs = rademacher(keys[1], call.shape, dtype: call.dtype)
    return Lax.add(Lax.mul(Lax.mul(signs, lengths), call.parameter(2)), call.parameter(1))
  }
}
