import LanewiseCore

// Distributions of vectors.
extension Stats {
  /// The Dirichlet distribution (`jax.scipy.stats.dirichlet`).
  public enum Dirichlet {
    /// - Parameters:
    ///   - x: positive numbers whose sum along the *first* axis is 1 (−∞ where it is not); the last may be left out.
    ///   - alpha: concentrations, a vector.
    public static func logpdf(_ x: NDArray, _ alpha: NDArray) -> NDArray {
      let pair = Promote.together([x, alpha].map { Promote.inexact($0) })
      var (x, alpha) = (pair[0], pair[1])
      let count = alpha.shape.first ?? 0
      guard alpha.ndim == 1, let given = x.shape.first, given == count || given == count - 1 else {
        return fail(
          .shape,
          "Stats.Dirichlet.logpdf: alpha has type \(alpha.aval) and x \(x.aval); alpha must be a vector, and x have as many entries along its first axis, or one fewer.",
          like: AbstractArray(Shape(x.shape.dropFirst()), x.dtype))
      }
      if given != count { x = concatenate([x, 1 - sum(x, axis: 0, keepdims: true)], axis: 0) }
      let normalizer = sum(Lax.lgamma(alpha)) - Lax.lgamma(sum(alpha))
      alpha = Lax.broadcastInDim(alpha, [count] + Array(repeating: 1, count: x.ndim - 1), [0])
      let value = sum(Special.xlogy(alpha - 1, x), axis: 0) - normalizer
      return supported(all(x .> 0, axis: 0) & (Lax.abs(sum(x, axis: 0) - 1) .< 1e-6), value)
    }
    public static func pdf(_ x: NDArray, _ alpha: NDArray) -> NDArray { Lax.exp(logpdf(x, alpha)) }
  }

  /// The multinomial distribution (`jax.scipy.stats.multinomial`).
  public enum Multinomial {
    /// - Parameters:
    ///   - x: how often each outcome came, integers along the last axis, of sum `n` (−∞ where it is not).
    ///   - n: trials, an integer.
    ///   - p: the probabilities.
    public static func logpmf(_ x: NDArray, _ n: NDArray, _ p: NDArray) -> NDArray {
      let p = Promote.inexact(p)
      guard x.dtype.isInteger, n.dtype.isInteger, x.ndim > 0 else {
        return fail(
          .dtype,
          "Stats.Multinomial.logpmf: x has type \(x.aval) and n \(n.aval); both must be integers, and x have an axis of outcomes.",
          like: AbstractArray(Shape(x.shape.dropLast()), p.dtype))
      }
      let (counts, trials) = (x.astype(p.dtype), n.astype(p.dtype))
      let value = Lax.lgamma(trials + 1) + sum(Special.xlogy(counts, p) - Lax.lgamma(counts + 1), axis: -1)
      return supported(sum(counts) .== trials, value)
    }
    public static func pmf(_ x: NDArray, _ n: NDArray, _ p: NDArray) -> NDArray { Lax.exp(logpmf(x, n, p)) }
  }
}

extension Stats {
  /// The multivariate normal distribution (`jax.scipy.stats.multivariate_normal`).
  public enum MultivariateNormal {
    /// - Parameters:
    ///   - x: vectors along the last axis.
    ///   - mean: a vector, or vectors; or a number, and then `x` is numbers.
    ///   - cov: positive definite, shape (…, n, n); or the variance that all components have.
    public static func logpdf(_ x: NDArray, _ mean: NDArray, _ cov: NDArray) -> NDArray {
      let name = "Stats.MultivariateNormal.logpdf"
      let type = Promotion.inexact(Promotion.join([x, mean, cov]))
      let (x, mean, cov) = (x.converted(to: type.dtype), mean.converted(to: type.dtype), cov.converted(to: type.dtype))
      let distance = x - mean
      let n = mean.shape.last ?? 1
      guard cov.ndim > 0 else {
        let square = mean.ndim == 0 ? distance * distance : sum(distance * distance, axis: -1)
        return square / cov / -2 - (Lax.log(cov) + logTwoPi) * (Double(n) / 2)
      }
      guard mean.ndim > 0, Array(cov.shape.suffix(2)) == [n, n] else {
        return fail(
          .shape,
          "\(name): the mean has shape \(mean.aval.shape) and the covariance \(cov.aval.shape); they must be vectors of n numbers and matrices of n × n.",
          like: AbstractArray(Shape(x.shape.dropLast()), type.dtype))
      }
      let factor = Linalg.cholesky(cov)
      let batches = [Array(factor.shape.dropLast(2)), Array(distance.shape.dropLast())]
      guard let batch = Broadcast.shape(name, batches) else {
        return .poisoned(AbstractArray(Shape(x.shape.dropLast()), type.dtype))
      }
      let y = Lax.triangularSolve(
        broadcastTo(factor, batch + [n, n]), Lax.expandDims(broadcastTo(distance, batch + [n]), [batch.count + 1]),
        leftSide: true, lower: true)
      let square = sum(y * y, axis: [-1, -2])
      return square / -2 - Double(n) / 2 * logTwoPi - sum(Lax.log(Linalg.diagonal(factor)), axis: -1)
    }
    public static func pdf(_ x: NDArray, _ mean: NDArray, _ cov: NDArray) -> NDArray { Lax.exp(logpdf(x, mean, cov)) }
  }
}
