import LanewiseCore

// The gamma distribution, and those that are made of it. Samples are differentiated by the parameters: a sample moves
// so that it keeps its place in the distribution.
extension Random {
  /// Gamma numbers of parameter `a` and scale 1 (`jax.random.gamma`). The shape is that of `a` where none is given.
  ///
  /// ```swift
  /// Random.gamma(Random.key(0), [0.5, 3.0])
  /// ```
  public static func gamma(
    _ key: NDArray, _ a: NDArray, _ shape: (any ShapeArgument)? = nil, dtype: DType? = nil
  ) -> NDArray { Sampler.drawn("gamma", gammaSampler, key, [a], shape, dtype) }

  private static let gammaSampler = Sampler("_gamma") { call in
    Lax.randomGamma(call.key, call.full(1), inLogSpace: false)
  }

  /// Logarithms of gamma numbers (`jax.random.loggamma`), which keep their digits where the numbers are too small.
  ///
  /// ```swift
  /// Random.loggamma(Random.key(0), 0.001, [3])
  /// ```
  public static func loggamma(
    _ key: NDArray, _ a: NDArray, _ shape: (any ShapeArgument)? = nil, dtype: DType? = nil
  ) -> NDArray { Sampler.drawn("loggamma", loggammaSampler, key, [a], shape, dtype) }

  private static let loggammaSampler = Sampler("_gamma") { call in
    Lax.randomGamma(call.key, call.full(1), inLogSpace: true)
  }

  /// Beta numbers (`jax.random.beta`): in [0, 1], of density xᵃ⁻¹(1 − x)ᵇ⁻¹/B(a, b).
  ///
  /// ```swift
  /// Random.beta(Random.key(0), 2, 3, [4])
  /// ```
  public static func beta(
    _ key: NDArray, _ a: NDArray, _ b: NDArray, _ shape: (any ShapeArgument)? = nil, dtype: DType? = nil
  ) -> NDArray { Sampler.drawn("beta", betaSampler, key, [a, b], shape, dtype) }

  private static let betaSampler = Sampler("_beta") { call in
    let keys = Lax.randomSplit(call.key, [2])
    let x = loggammaSampler(keys[0], call.arrays[1], shape: call.shape, dtype: call.dtype)
    let y = loggammaSampler(keys[1], call.arrays[2], shape: call.shape, dtype: call.dtype)
    let largest = Lax.max(x, y)
    let (first, second) = (Lax.exp(Lax.sub(x, largest)), Lax.exp(Lax.sub(y, largest)))
    return Lax.div(first, Lax.add(first, second))
  }

  /// Chi-squared numbers of `df` degrees of freedom (`jax.random.chisquare`).
  ///
  /// ```swift
  /// Random.chisquare(Random.key(0), 3, [4])
  /// ```
  public static func chisquare(
    _ key: NDArray, _ df: NDArray, _ shape: (any ShapeArgument)? = nil, dtype: DType? = nil
  ) -> NDArray { Sampler.drawn("chisquare", chisquareSampler, key, [df], shape, dtype) }

  private static let chisquareSampler = Sampler("_chisquare") { call in
    let half = Lax.div(call.parameter(1), Lax.scalar(.float(2), call.dtype))
    let logarithms = loggammaSampler(call.key, half, shape: call.shape, dtype: call.dtype)
    return Lax.mul(Lax.exp(logarithms), Lax.scalar(.float(2), call.dtype))
  }

  /// Numbers of the F distribution (`jax.random.f`): the quotient of two chi-squared ones, each over its degrees of
  /// freedom.
  ///
  /// ```swift
  /// Random.f(Random.key(0), 4, 6, [3])
  /// ```
  public static func f(
    _ key: NDArray, _ dfnum: NDArray, _ dfden: NDArray, _ shape: (any ShapeArgument)? = nil, dtype: DType? = nil
  ) -> NDArray { Sampler.drawn("f", fSampler, key, [dfnum, dfden], shape, dtype) }

  private static let fSampler = Sampler("_f") { call in
    let keys = Lax.randomSplit(call.key, [2])
    let numerator = chisquareSampler(keys[1], call.arrays[1], shape: call.shape, dtype: call.dtype)
    let denominator = chisquareSampler(keys[0], call.arrays[2], shape: call.shape, dtype: call.dtype)
    return Lax.div(Lax.div(numerator, call.parameter(1)), Lax.div(denominator, call.parameter(2)))
  }

  /// Numbers of Student's t distribution (`jax.random.t`).
  ///
  /// ```swift
  /// Random.t(Random.key(0), 4, [3])
  /// ```
  public static func t(
    _ key: NDArray, _ df: NDArray, _ shape: (any ShapeArgument)? = nil, dtype: DType? = nil
  ) -> NDArray { Sampler.drawn("t", tSampler, key, [df], shape, dtype) }

  private static let tSampler = Sampler("_t") { call in
    let keys = Lax.randomSplit(call.key, [2])
    let half = Lax.div(call.parameter(1), Lax.scalar(.float(2), call.dtype))
    let spread = gammaSampler(keys[1], half, shape: call.shape, dtype: call.dtype)
    return Lax.mul(normal(keys[0], call.shape, dtype: call.dtype), Lax.sqrt(Lax.div(half, spread)))
  }

  /// Vectors of the Dirichlet distribution (`jax.random.dirichlet`): positive, of sum 1.
  ///
  /// - Parameters:
  ///   - alpha: concentrations, shape (…, n).
  ///   - shape: that of the vectors, without n; `alpha`'s where none is given.
  ///
  /// ```swift
  /// Random.dirichlet(Random.key(0), [1.0, 2.0, 3.0], [5]).shape  // [5, 3]
  /// ```
  public static func dirichlet(
    _ key: NDArray, _ alpha: NDArray, _ shape: (any ShapeArgument)? = nil, dtype: DType? = nil
  ) -> NDArray {
    guard let length = alpha.shape.last else {
      return fail(
        .shape, "Random.dirichlet: alpha has type \(alpha.aval); it must be a vector, or an array of vectors.",
        like: AbstractArray([], dtype ?? DefaultDTypes.current.float))
    }
    return Sampler.drawn(
      "dirichlet", dirichletSampler, key, [alpha], (shape?._shape ?? Array(alpha.shape.dropLast())) + [length], dtype)
  }

  private static let dirichletSampler = Sampler("_dirichlet") { call in
    NN.softmax(loggammaSampler(call.key, call.arrays[1], shape: call.shape, dtype: call.dtype), axis: -1)
  }

  /// Generalised normal numbers (`jax.random.generalized_normal`): of density proportional to exp(−|x|ᵖ).
  ///
  /// ```swift
  /// Random.generalizedNormal(Random.key(0), 1.5, [3])
  /// ```
  public static func generalizedNormal(
    _ key: NDArray, _ p: Double, _ shape: any ShapeArgument = [Int](), dtype: DType? = nil
  ) -> NDArray {
    let dtype = dtype ?? DefaultDTypes.current.float
    let shape = shape._shape
    return Sampler.checked("generalizedNormal", key, shape, dtype, .floating) { key in
      let keys = Lax.randomSplit(key, [2])
      let power = Lax.scalar(.float(1 / p), dtype)
      let signs = rademacher(keys[1], shape, dtype: dtype)
      return Lax.mul(signs, Lax.pow(gammaSampler(keys[0], power, shape: shape, dtype: dtype), power))
    }
  }

  /// Points uniformly in the unit ball of the p-norm in `d` dimensions (`jax.random.ball`).
  ///
  /// ```swift
  /// Random.ball(Random.key(0), 3, shape: [10]).shape  // [10, 3]
  /// ```
  public static func ball(
    _ key: NDArray, _ d: Int, p: Double = 2, shape: any ShapeArgument = [Int](), dtype: DType? = nil
  ) -> NDArray {
    let dtype = dtype ?? DefaultDTypes.current.float
    let shape = shape._shape
    return Sampler.checked("ball", key, shape + [d], dtype, .floating) { key in
      let keys = Lax.randomSplit(key, [2])
      let direction = generalizedNormal(keys[0], p, shape + [d], dtype: dtype)
      let power = Lax.scalar(.float(p), dtype)
      let norm = Lax.add(
        Lax.reduceSum(Lax.pow(Lax.abs(direction), power), [shape.count]), exponential(keys[1], shape, dtype: dtype))
      let radius = Lax.pow(norm, Lax.scalar(.float(1 / p), dtype))
      return Lax.div(direction, Lax.expandDims(radius, [shape.count]))
    }
  }
}
