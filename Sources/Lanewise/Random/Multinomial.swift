import LanewiseCore

extension Random {
  /// Multinomial numbers (`jax.random.multinomial`): how often each outcome comes up in `n` trials, as floating-point
  /// numbers that add up to `n`. NaN where `n` is negative.
  ///
  /// Outcome by outcome a binomial number of the trials that are left. Nothing flows back to `n` and `p`.
  ///
  /// - Parameters:
  ///   - n: trials, which broadcast to the shape without its last dimension.
  ///   - p: the outcomes' probabilities along the last dimension; only their proportions count.
  ///   - shape: that of the result, outcomes last; that of `p` where none is given.
  ///
  /// ```swift
  /// Random.multinomial(Random.key(0), 10, [0.2, 0.3, 0.5]).sum()  // 10.0
  /// ```
  public static func multinomial(
    _ key: NDArray, _ n: NDArray, _ p: NDArray, shape: (any ShapeArgument)? = nil, dtype: DType? = nil
  ) -> NDArray {
    let shape = shape?._shape ?? p.shape
    let dtype = dtype ?? DefaultDTypes.current.float
    guard p.ndim > 0, !shape.isEmpty else {
      return fail(
        .shape,
        "Random.multinomial: the probabilities have shape \(p.aval.shape) and the result \(Shape(shape)); both need a dimension of outcomes.",
        like: AbstractArray([], dtype))
    }
    let trials = Lax.expandDims(n, [n.ndim])
    return Sampler.checked("multinomial", key, shape, dtype, .floating, parameters: [trials, p]) { key in
      multinomialSampler(key, trials, p, shape: shape, dtype: dtype)
    }
  }

  private static let multinomialSampler = Sampler("_multinomial") { call in
    let type = Promotion.inexact(Promotion.join(Array(call.arrays[1...]))).dtype
    let last = call.shape.count - 1
    let trials = Broadcasting.expand(call.parameter(1, as: type), to: Shape(call.shape.dropLast() + [1]))
    let p = Lax.moveAxis(call.full(2, as: type), from: last, to: 0)
    let rest = Lax.cumsum(p, axis: 0, reverse: true)
    let ratios = Lax.div(p, `where`(rest .== 0, 1, rest))
    let keys = Lax.randomSplit(call.key, [call.shape[last]])
    let counts = LanewiseCore.scan(
      "Random.multinomial",
      { (left: NDArray, x: Pack<NDArray, NDArray>) in
        let count = binomial(x.values.1, left, clip(x.values.0, 0, 1), dtype: type)
        return (left - count, count)
      }, Lax.squeeze(trials, [last]), Pack(ratios, keys), length: nil, reverse: false, unroll: 1
    ).1
    return Lax.moveAxis(counts, from: 0, to: last).astype(call.dtype)
  }
}
