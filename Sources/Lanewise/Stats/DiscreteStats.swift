import LanewiseCore

// Distributions of whole numbers.
extension Stats {
  /// The Poisson distribution of mean `mu` (`jax.scipy.stats.poisson`).
  public enum Poisson {
    public static func logpmf(_ k: NDArray, _ mu: NDArray, loc: NDArray = 0) -> NDArray {
      let x = operands("Poisson.logpmf", k, mu, loc)
      let count = x[0] - x[2]
      let value = Special.xlogy(count, x[1]) - Lax.lgamma(count + 1) - x[1]
      return `where`((count .< 0) | (Lax.round(x[0], toEven: true) .!= x[0]), -NDArray.infinity, value)
    }
    public static func pmf(_ k: NDArray, _ mu: NDArray, loc: NDArray = 0) -> NDArray {
      Lax.exp(logpmf(k, mu, loc: loc))
    }
    public static func cdf(_ k: NDArray, _ mu: NDArray, loc: NDArray = 0) -> NDArray {
      let x = operands("Poisson.cdf", k, mu, loc)
      let count = x[0] - x[2]
      return `where`(count .< 0, 0, Special.gammaincc(Lax.floor(1 + count), x[1]))
    }
  }

  /// The Bernoulli distribution of probability `p` (`jax.scipy.stats.bernoulli`).
  public enum Bernoulli {
    public static func logpmf(_ k: NDArray, _ p: NDArray, loc: NDArray = 0) -> NDArray {
      let x = operands("Bernoulli.logpmf", k, p, loc)
      let outcome = x[0] - x[2]
      let value = Special.xlogy(outcome, x[1]) + Special.xlog1py(1 - outcome, -x[1])
      return `where`((outcome .< 0) | (outcome .> 1), -NDArray.infinity, value)
    }
    public static func pmf(_ k: NDArray, _ p: NDArray, loc: NDArray = 0) -> NDArray { Lax.exp(logpmf(k, p, loc: loc)) }
    public static func cdf(_ k: NDArray, _ p: NDArray) -> NDArray {
      let x = operands("Bernoulli.cdf", k, p)
      let (k, p) = (x[0], x[1])
      let isValid = (k .== k) & (p .>= 0) & (p .<= 1)
      return `where`(isValid, `where`(k .< 0, 0, `where`(k .< 1, 1 - p, 1)), NDArray.nan)
    }
    public static func ppf(_ q: NDArray, _ p: NDArray) -> NDArray {
      let x = operands("Bernoulli.ppf", q, p)
      let (q, p) = (x[0], x[1])
      let isValid = (q .>= 0) & (q .<= 1) & (p .>= 0) & (p .<= 1)
      return `where`(isValid, `where`(q .<= 1 - p, zerosLike(q), 1), NDArray.nan)
    }
  }

  /// The binomial distribution of `n` trials of probability `p` (`jax.scipy.stats.binom`).
  public enum Binom {
    public static func logpmf(_ k: NDArray, _ n: NDArray, _ p: NDArray, loc: NDArray = 0) -> NDArray {
      let x = operands("Binom.logpmf", k, n, p, loc)
      let (n, p) = (x[1], x[2])
      let successes = x[0] - x[3]
      let ways = Lax.lgamma(n + 1) - (Lax.lgamma(successes + 1) + Lax.lgamma(n - successes + 1))
      let outcome = Special.xlogy(successes, p) + Special.xlog1py(n - successes, -p)
      let isCertain = ((successes .== 0) & (n .== 0)) | (outcome .== 0)
      let value = `where`(isCertain, 0, ways + outcome)
      return supported((x[0] .>= x[3]) & (x[0] .< x[3] + n + 1), value)
    }
    public static func pmf(_ k: NDArray, _ n: NDArray, _ p: NDArray, loc: NDArray = 0) -> NDArray {
      Lax.exp(logpmf(k, n, p, loc: loc))
    }
  }

  /// The negative binomial distribution: failures before `n` successes of probability `p` (`jax.scipy.stats.nbinom`).
  public enum NBinom {
    public static func logpmf(_ k: NDArray, _ n: NDArray, _ p: NDArray, loc: NDArray = 0) -> NDArray {
      let x = operands("NBinom.logpmf", k, n, p, loc)
      let (n, p) = (x[1], x[2])
      let failures = x[0] - x[3]
      let ways = Lax.lgamma(failures + n) - Lax.lgamma(n) - Lax.lgamma(failures + 1)
      let value = ways + (Special.xlogy(n, p) + Special.xlogy(failures, 1 - p))
      return `where`(x[0] .< x[3], -NDArray.infinity, value)
    }
    public static func pmf(_ k: NDArray, _ n: NDArray, _ p: NDArray, loc: NDArray = 0) -> NDArray {
      Lax.exp(logpmf(k, n, p, loc: loc))
    }
  }

  /// The geometric distribution: trials until the first success of probability `p` (`jax.scipy.stats.geom`).
  public enum Geom {
    public static func logpmf(_ k: NDArray, _ p: NDArray, loc: NDArray = 0) -> NDArray {
      let x = operands("Geom.logpmf", k, p, loc)
      let trials = x[0] - x[2]
      return `where`(trials .<= 0, -NDArray.infinity, Special.xlog1py(trials - 1, -x[1]) + Lax.log(x[1]))
    }
    public static func pmf(_ k: NDArray, _ p: NDArray, loc: NDArray = 0) -> NDArray { Lax.exp(logpmf(k, p, loc: loc)) }
  }

  /// The beta-binomial distribution: `n` trials whose probability is a beta number (`jax.scipy.stats.betabinom`).
  public enum BetaBinom {
    public static func logpmf(
      _ k: NDArray, _ n: NDArray, _ a: NDArray, _ b: NDArray, loc: NDArray = 0
    ) -> NDArray {
      let x = operands("BetaBinom.logpmf", k, n, a, b, loc)
      let (n, a, b) = (x[1], x[2], x[3])
      let y = Lax.floor(x[0]) - x[4]
      let ways = -(Lax.log1p(n) + Special.betaln(n - y + 1, y + 1))
      let value = ways + (Special.betaln(y + a, n - y + b) - Special.betaln(a, b))
      let certain = `where`((y .== 0) & (n .== 0), 0, value)
      let mass = `where`((y .< -x[4]) | (y .> n) | (y + a .<= 0), -NDArray.infinity, certain)
      return `where`((n .< 0) | (a .<= 0) | (b .<= 0), NDArray.nan, mass)
    }
    public static func pmf(
      _ k: NDArray, _ n: NDArray, _ a: NDArray, _ b: NDArray, loc: NDArray = 0
    ) -> NDArray { Lax.exp(logpmf(k, n, a, b, loc: loc)) }
  }
}
