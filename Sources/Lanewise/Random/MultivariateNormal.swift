import LanewiseCore

extension Random {
  /// How the covariance is factored for ``multivariateNormal(_:_:_:_:dtype:method:)``. Cholesky's factor is the
  /// quickest; the others take singular matrices too.
  public enum CovarianceFactor: Int, Sendable { case cholesky, eigh, svd }

  /// Vectors of the multivariate normal distribution (`jax.random.multivariate_normal`).
  ///
  /// - Parameters:
  ///   - mean: shape (…, n).
  ///   - cov: positive definite, shape (…, n, n); only positive semi-definite for the methods but Cholesky's.
  ///   - shape: that of the vectors, without n; what the two have together where none is given.
  ///
  /// ```swift
  /// Random.multivariateNormal(Random.key(0), [0.0, 0.0], [[2.0, 0.3], [0.3, 1.0]], [5]).shape  // [5, 2]
  /// ```
  public static func multivariateNormal(
    _ key: NDArray, _ mean: NDArray, _ cov: NDArray, _ shape: (any ShapeArgument)? = nil, dtype: DType? = nil,
    method: CovarianceFactor = .cholesky
  ) -> NDArray {
    let type = Promotion.inexact(Promotion.join([mean, cov]))
    let dtype = dtype ?? type.dtype
    guard let n = mean.shape.last, cov.ndim >= 2, Array(cov.shape.suffix(2)) == [n, n] else {
      return fail(
        .shape,
        "Random.multivariateNormal: the mean has shape \(mean.aval.shape) and the covariance \(cov.aval.shape); they must be vectors of n numbers and matrices of n × n.",
        like: AbstractArray(mean.aval.shape, dtype))
    }
    let batches = [Array(mean.shape.dropLast()), Array(cov.shape.dropLast(2))]
    guard let batch = shape?._shape ?? Broadcast.shape("Random.multivariateNormal", batches) else {
      return .poisoned(AbstractArray(mean.aval.shape, dtype))
    }
    let (mean, cov) = (mean.converted(to: type.dtype), cov.converted(to: type.dtype))
    let row = cov[.ellipsis, 0]
    return Sampler.checked("multivariateNormal", key, batch + [n], dtype, .floating, parameters: [mean, row]) { key in
      vectorSampler(key, mean, cov, shape: batch + [n], dtype: dtype, axis: method.rawValue)
    }
  }

  private static let vectorSampler = Sampler("_multivariate_normal") { call in
    let cov = call.arrays[2]
    let factor: NDArray
    switch CovarianceFactor(rawValue: call.axis)! {
    case .cholesky: factor = Linalg.cholesky(cov)
    case .eigh:
      let (values, vectors) = Linalg.eigh(cov)
      factor = vectors * Lax.expandDims(Lax.sqrt(values), [values.ndim - 1])
    case .svd:
      let (u, values, _) = Linalg.svd(cov)
      factor = u * Lax.expandDims(Lax.sqrt(values), [values.ndim - 1])
    }
    let numbers = normal(call.key, call.shape, dtype: call.dtype)
    let columns = Lax.expandDims(numbers, [call.shape.count])
    return call.arrays[1] + squeeze(matmul(factor, columns), axis: -1)
  }

  /// Orthogonal matrices, or unitary ones for a complex dtype, uniformly (`jax.random.orthogonal`): shape + [n, n].
  ///
  /// ```swift
  /// let q = Random.orthogonal(Random.key(0), 3)
  /// matmul(q.T, q)  // the identity, but for rounding
  /// ```
  public static func orthogonal(
    _ key: NDArray, _ n: Int, _ shape: any ShapeArgument = [Int](), dtype: DType? = nil
  ) -> NDArray {
    let dtype = dtype ?? DefaultDTypes.current.float
    let shape = shape._shape + [n, n]
    return Sampler.checked("orthogonal", key, shape, dtype, .inexact) { key in
      let (q, r) = Linalg.qr(normal(key, shape, dtype: dtype))
      // R with a positive diagonal makes Q unique.
      let diagonal = Linalg.diagonal(r)
      let signs = Lax.div(diagonal, Lax.abs(diagonal).astype(dtype))
      return Lax.mul(q, Lax.expandDims(signs, [signs.ndim - 1]))
    }
  }
}
