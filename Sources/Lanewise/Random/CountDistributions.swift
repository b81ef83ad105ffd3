import LanewiseCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

// Distributions of whole numbers, by rejection: every round draws for all elements, until all are accepted.
extension Random {
  /// Poisson numbers (`jax.random.poisson`): integers of the default dtype. The shape is that of `lam` where none is
  /// given.
  ///
  /// By Knuth's products of uniform numbers below a rate of 10, by Hörmann's transformed rejection (1993) above.
  ///
  /// ```swift
  /// Random.poisson(Random.key(0), 3.0, [5])
  /// ```
  public static func poisson(
    _ key: NDArray, _ lam: NDArray, _ shape: (any ShapeArgument)? = nil, dtype: DType? = nil
  ) -> NDArray {
    Sampler.drawn("poisson", poissonSampler, key, [lam], shape, dtype ?? DefaultDTypes.current.int, .number)
  }

  private static let poissonSampler = Sampler("_poisson") { call in
    let rate = call.full(1, as: .float32)
    let isSmall = (rate .!= rate) | (rate .< 10)
    let small = poissonKnuth(call, `where`(isSmall, rate, 0))
    let large = poissonRejection(call, `where`(isSmall, 1e5, rate))
    return `where`(rate .== 0, 0, `where`(isSmall, small, large)).astype(call.dtype)
  }

  private static func poissonKnuth(_ call: Sampler.Arguments, _ rate: NDArray) -> NDArray {
    let counts = Lax.full(call.shape, .int(0), call.dtype)
    let loop: [NDArray] = [call.key, counts, Lax.fullLike(rate, 0)]
    let end = LanewiseCore.whileLoop("Random.poisson", { (s: [NDArray]) in any(s[2] .> -rate) }, { (s: [NDArray]) in
      let keys = Lax.randomSplit(s[0], [2])
      let count = `where`(s[2] .> -rate, s[1] + 1, s[1])
      return [keys[0], count, s[2] + Lax.log(uniform(keys[1], call.shape, dtype: .float32))]
    }, loop)
    return end[1] - 1
  }

  private static func poissonRejection(_ call: Sampler.Arguments, _ rate: NDArray) -> NDArray {
    let logRate = Lax.log(rate)
    let b = 0.931 + 2.53 * Lax.sqrt(rate)
    let a = -0.059 + 0.02483 * b
    let inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
    let bound = 0.9277 - 3.6224 / (b - 2)
    let found = rejected("Random.poisson", call.key, Lax.fullLike(rate, -1)) { u, v in
      let shifted = 0.5 - Lax.abs(u)
      let k = Lax.floor((2 * a / shifted + b) * u + rate + 0.43)
      let s = Lax.log(v * inverseAlpha / (a / (shifted * shifted) + b))
      let t = k * logRate - rate - Lax.lgamma(k + 1)
      let isInside = (shifted .>= 0.07) & (v .<= bound)
      let isOutside = (k .< 0) | ((shifted .< 0.013) & (v .> shifted))
      return (k, isInside | (Lax.bitwiseNot(isOutside) & (s .<= t)))
    }
    return found.astype(call.dtype)
  }

  /// Rounds of proposals from two uniform numbers, the first moved to [−½, ½), until one is accepted for each element.
  private static func rejected(
    _ name: String, _ key: NDArray, _ initial: NDArray,
    _ propose: @escaping (_ u: NDArray, _ v: NDArray) -> (value: NDArray, isAccepted: NDArray)
  ) -> NDArray {
    let loop: [NDArray] = [key, initial, Lax.full(initial.shape, .bool(false), .bool)]
    let isOpen = { (s: [NDArray]) in any(Lax.bitwiseNot(s[2])) }
    return LanewiseCore.whileLoop(name, isOpen, { (s: [NDArray]) in
      let keys = Lax.randomSplit(s[0], [3])
      let u = uniform(keys[1], initial.shape, dtype: initial.dtype) - 0.5
      let (value, isAccepted) = propose(u, uniform(keys[2], initial.shape, dtype: initial.dtype))
      return [keys[0], `where`(isAccepted, value, s[1]), s[2] | isAccepted]
    }, loop)[1]
  }

  /// Binomial numbers (`jax.random.binomial`): successes among `n` trials of probability `p`, as floating-point
  /// numbers. NaN where `n` is negative or `p` is, or either is NaN.
  ///
  /// By sums of geometric numbers where few successes are expected, by Hörmann's transformed rejection (1993) where
  /// many.
  ///
  /// ```swift
  /// Random.binomial(Random.key(0), 10, 0.3, [4])
  /// ```
  public static func binomial(
    _ key: NDArray, _ n: NDArray, _ p: NDArray, _ shape: (any ShapeArgument)? = nil, dtype: DType? = nil
  ) -> NDArray { Sampler.drawn("binomial", binomialSampler, key, [n, p], shape, dtype) }

  private static let binomialSampler = Sampler("_binomial") { call in
    let type = Promote.inexact(call.arrays[2]).dtype
    let (given, p) = (call.full(1, as: type), call.full(2, as: type))
    let isRare = p .< 0.5
    let q = `where`(isRare, p, 1 - p)
    let isInvalid = (given .!= given) | (given .< 0) | (q .!= q) | (q .< 0)
    let safe = `where`((q .!= q) | (q .< 0), 0.01, q)
    let isFew = (given .!= given) | (given .< 0) | (given * safe .<= 10)
    let count = Lax.floor(given)
    let few = binomialInversion(call, `where`(isFew, count, 0), safe)
    let many = binomialRejection(call, `where`(isFew, 1e4, count), `where`(isFew, 0.5, safe))
    var successes = `where`(isFew, few, many)
    let isInfinite = isinf(given)
    successes = `where`(isInvalid, NDArray.nan, `where`(isInfinite, NDArray.infinity, successes))
    let isKept = isRare | (given .!= given) | (given .< 0) | (q .!= q) | isInfinite
    return `where`(isKept, successes, count - successes).astype(call.dtype)
  }

  private static func binomialInversion(_ call: Sampler.Arguments, _ count: NDArray, _ q: NDArray) -> NDArray {
    let logFailure = Lax.log1p(-q)
    let loop: [NDArray] = [call.key, Lax.fullLike(q, 0), Lax.fullLike(q, 0)]
    let end = LanewiseCore.whileLoop("Random.binomial", { (s: [NDArray]) in any(s[2] .<= count) }, { (s: [NDArray]) in
      let keys = Lax.randomSplit(s[0], [2])
      let successes = `where`(s[2] .<= count, s[1] + 1, s[1])
      let trials = Lax.ceil(Lax.log(uniform(keys[0], call.shape, dtype: q.dtype)) / logFailure)
      return [keys[1], successes, s[2] + trials]
    }, loop)
    return end[1] - 1
  }

  private static func binomialRejection(_ call: Sampler.Arguments, _ count: NDArray, _ q: NDArray) -> NDArray {
    let deviation = Lax.sqrt(count * q * (1 - q))
    let b = 1.15 + 2.53 * deviation
    let a = -0.0873 + 0.0248 * b + 0.01 * q
    let centre = count * q + 0.5
    let bound = 0.92 - 4.2 / b
    let odds = q / (1 - q)
    let alpha = (2.83 + 5.1 / b) * deviation
    let mode = Lax.floor((count + 1) * q)
    let ofMode = stirlingTail(mode) + stirlingTail(count - mode)
    return rejected("Random.binomial", call.key, Lax.fullLike(q, -1)) { u, v in
      let shifted = 0.5 - Lax.abs(u)
      let isInside = (shifted .>= 0.07) & (v .<= bound)
      let k = Lax.floor((2 * a / shifted + b) * u + centre)
      let isOutside = (k .< 0) | (k .> count)
      let logarithm = Lax.log(v * alpha / (a / (shifted * shifted) + b))
      let left = (mode + 0.5) * Lax.log((mode + 1) / (odds * (count - mode + 1)))
      let middle = (count + 1) * Lax.log((count - mode + 1) / (count - k + 1))
      let right = (k + 0.5) * Lax.log(odds * (count - k + 1) / (k + 1))
      let limit = left + middle + right + ofMode - stirlingTail(k) - stirlingTail(count - k)
      return (k, isInside | (Lax.bitwiseNot(isOutside) & (logarithm .<= limit)))
    }
  }

  /// log k! − ((k + ½) log(k + 1) − (k + 1) + ½ log 2π): from a table up to 9, by Stirling's series beyond.
  private static func stirlingTail(_ k: NDArray) -> NDArray {
    let place = Lax.clamp(0, k, 9)
    let square = (place + 1) * (place + 1)
    let series = (1 / 12.0 - (1 / 360.0 - (1 / 1260.0) / square) / square) / (place + 1)
    let table = NDArray(stirlingTails, dtype: k.dtype)
    return `where`(k .<= 9, take(table, Lax.floor(place).astype(.int32), mode: .clip), series)
  }

  private static let stirlingTails: [Double] = (0..<10).map { k in
    let factorial = k < 2 ? 1 : (2...k).reduce(1) { $0 * Double($1) }
    let next = Double(k + 1)
    return log(factorial) - ((next - 0.5) * log(next) - next + 0.5 * log(2 * Double.pi))
  }

  /// Geometric numbers (`jax.random.geometric`): the trials until the first success of probability `p`, 1 or more, as
  /// integers of the default dtype.
  ///
  /// ```swift
  /// Random.geometric(Random.key(0), 0.3, [5])
  /// ```
  public static func geometric(
    _ key: NDArray, _ p: NDArray, _ shape: (any ShapeArgument)? = nil, dtype: DType? = nil
  ) -> NDArray {
    Sampler.drawn("geometric", geometricSampler, key, [p], shape, dtype ?? DefaultDTypes.current.int, .integer)
  }

  private static let geometricSampler = Sampler("_geometric") { call in
    let type = Promote.inexact(call.arrays[1]).dtype
    let u = uniform(call.key, call.shape, dtype: type)
    let trials = Lax.div(Lax.log(u), Lax.log1p(Lax.neg(call.parameter(1, as: type))))
    return (Lax.floor(trials) + 1).astype(call.dtype)
  }
}
