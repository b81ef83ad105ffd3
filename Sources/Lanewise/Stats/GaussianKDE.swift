import LanewiseCore

extension Stats {
  /// A density estimated from points by a normal distribution around each (`jax.scipy.stats.gaussian_kde`). It is a
  /// tree: it may be an argument of transformed functions.
  ///
  /// ```swift
  /// let kde = Stats.GaussianKDE(Random.normal(Random.key(0), [200]))
  /// kde.pdf([0.0, 1.0])   // near that of the normal distribution
  /// ```
  public struct GaussianKDE: Tree, Sendable {
    /// How wide the distribution around each point is, as a factor of the points' own spread.
    public enum Bandwidth: Sendable {
      /// n^(−1/(d + 4)), n the effective number of points.
      case scott
      /// (n(d + 2)/4)^(−1/(d + 4)).
      case silverman
      case factor(Double)
    }

    /// The points, shape [d, n].
    public private(set) var dataset: NDArray
    /// Their weights, of sum 1.
    public private(set) var weights: NDArray
    /// The effective number of points, 1 / Σw².
    public private(set) var neff: NDArray
    /// The covariance of the distribution around each point, and its inverse.
    public private(set) var covariance: NDArray, invCov: NDArray

    /// - Parameters:
    ///   - dataset: n numbers, or shape [d, n].
    ///   - weights: n numbers; nil weighs all points the same.
    public init(_ dataset: NDArray, bandwidth: Bandwidth = .scott, weights: NDArray? = nil) {
      let points = atleast2d(Promote.inexact(dataset))
      let count = points.shape.last ?? 0
      let areWeighted = weights.map { $0.shape == [count] } ?? true
      guard points.ndim == 2, points.size > 1, !points.dtype.isComplex, areWeighted else {
        let poison = fail(
          .shape,
          "Stats.GaussianKDE: the dataset has type \(dataset.aval)\(weights.map { ", the weights \($0.aval)" } ?? ""); it must be several real numbers, or shape [d, n], with one weight for each point.",
          like: points.aval)
        (self.dataset, self.weights, neff, covariance, invCov) = (poison, poison, poison, poison, poison)
        return
      }
      let given = weights.map { $0.converted(to: points.dtype) } ?? Lax.full([count], .float(1), points.dtype)
      let shares = given / sum(given)
      self.dataset = points
      self.weights = shares
      neff = 1 / sum(shares * shares)
      let dimensions = Double(points.shape[0])
      let factor: NDArray =
        switch bandwidth {
        case .scott: neff ** (-1 / (dimensions + 4))
        case .silverman: (neff * ((dimensions + 2) / 4)) ** (-1 / (dimensions + 4))
        case .factor(let factor): NDArray(factor, dtype: points.dtype)
        }
      let centred = points - sum(points * shares, axis: 1, keepdims: true)
      let spread = matmul(centred * shares, centred.T) / (1 - sum(shares * shares))
      covariance = spread * (factor * factor)
      invCov = Linalg.inv(spread) / (factor * factor)
    }

    public func walk(_ w: inout TreeWalker) -> GaussianKDE {
      var copy = self
      copy.dataset = w(dataset, "dataset")
      copy.weights = w(weights, "weights")
      copy.neff = w(neff, "neff")
      copy.covariance = w(covariance, "covariance")
      copy.invCov = w(invCov, "invCov")
      return copy
    }

    /// The density at points: m numbers for one dimension, else shape [d, m].
    public func pdf(_ x: NDArray) -> NDArray { Lax.exp(logpdf(x)) }

    /// The logarithm of the density.
    public func logpdf(_ x: NDArray) -> NDArray {
      let (d, points) = (dataset.shape[0], atleast2d(x).astype(dataset.dtype))
      let own = points.shape[0] != d && points.shape == [1, d] ? points.reshape([d, 1]) : points
      guard own.ndim == 2, own.shape[0] == d else {
        return fail(
          .shape,
          "Stats.GaussianKDE: the points have shape \(x.aval.shape), but the dataset has \(d) dimensions; they must have shape [\(d), m].",
          like: AbstractArray(Shape([own.shape.last ?? 0]), dataset.dtype))
      }
      let whitening = Linalg.cholesky(invCov)
      let (train, test) = (matmul(dataset.T, whitening), matmul(own.T, whitening))
      let normalizer = sum(Lax.log(Linalg.diagonal(whitening))) - Double(d) / 2 * logTwoPi
      let difference = Lax.expandDims(test, [1]) - Lax.expandDims(train, [0])
      return Special.logsumexp(normalizer - 0.5 * sum(difference * difference, axis: -1) + Lax.log(weights), axis: 1)
    }

    /// Points drawn from the density: shape [d] + shape.
    public func resample(_ key: NDArray, _ shape: any ShapeArgument = [Int]()) -> NDArray {
      let (choiceKey, noiseKey) = Random.splitPair(key)
      let n = dataset.shape[1]
      let centres = Random.choice(choiceKey, n, shape, p: weights)
      let noise = Random.multivariateNormal(
        noiseKey, Lax.full([dataset.shape[0]], .float(0), dataset.dtype), covariance, shape, dtype: dataset.dtype)
      return take(dataset, centres, axis: 1) + moveaxis(noise, -1, 0)
    }

    /// The probability of the interval from `low` to `high`, for one dimension.
    public func integrateBox1D(_ low: NDArray, _ high: NDArray) -> NDArray {
      guard dataset.shape[0] == 1, low.ndim == 0, high.ndim == 0 else {
        return fail(
          .shape,
          "Stats.GaussianKDE.integrateBox1D: the dataset has \(dataset.shape[0]) dimensions, and the bounds types \(low.aval) and \(high.aval); it must have one, and they be numbers.",
          like: AbstractArray([], dataset.dtype))
      }
      let deviation = Lax.sqrt(covariance.reshape([]))
      let points = dataset[0]
      return sum(weights * (Special.ndtr((high - points) / deviation) - Special.ndtr((low - points) / deviation)))
    }
  }
}
