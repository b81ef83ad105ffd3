import LanewiseCore

extension Random {
  /// Indices drawn with probabilities proportional to exp(`logits`) along an axis (`jax.random.categorical`): the place
  /// of the largest of Gumbel numbers moved by the logits.
  ///
  /// - Parameter shape: the result's shape, which ends in that of the logits without the axis (with which it may
  ///   broadcast); nil is just that.
  ///
  /// ```swift
  /// Random.categorical(Random.key(0), log(NDArray([0.2, 0.3, 0.5])), shape: [6])
  /// ```
  public static func categorical(
    _ key: NDArray, _ logits: NDArray, axis: Int = -1, shape: (any ShapeArgument)? = nil
  ) -> NDArray {
    let indexDType = DefaultDTypes.current.int
    let rank = logits.ndim
    let place = axis < 0 ? axis + rank : axis
    guard place >= 0, place < rank else {
      return fail(
        .index, "Random.categorical: axis \(axis) is out of range for logits of shape \(logits.aval.shape).",
        like: AbstractArray(
          shape.map { Shape($0._shape.prefix(Shape.maximumRank).map { Swift.max($0, 0) }) } ?? [], indexDType))
    }
    var batch = logits.shape
    batch.remove(at: place)
    let shape = shape?._shape ?? batch
    let result = AbstractArray(Shape(shape.prefix(Shape.maximumRank).map { Swift.max($0, 0) }), indexDType)
    if logits.isPoisoned { return .poisoned(result) }
    guard logits.dtype.isFloating else {
      return fail(
        .dtype, "Random.categorical: the logits have dtype \(logits.dtype); they must be floating point.", like: result)
    }
    let fits = batch.count <= shape.count && zip(batch.reversed(), shape.reversed()).allSatisfy { $0 == 1 || $0 == $1 }
    guard fits else {
      return fail(
        .shape,
        "Random.categorical: the logits of shape \(logits.aval.shape) without axis \(axis) cannot be broadcast to the shape \(ParameterValue.ints(shape)).",
        like: result)
    }
    guard logits.aval.shape[place] > 0 else {
      return fail(
        .value, "Random.categorical: axis \(axis) of the logits' shape \(logits.aval.shape) is empty.", like: result)
    }
    let prefix = shape.count - batch.count
    var drawn = shape
    drawn.insert(logits.aval.shape[place], at: prefix + place)
    let noise = gumbel(key, drawn, dtype: logits.dtype)
    if noise.isPoisoned { return .poisoned(result) }
    let shifted = Lax.add(noise, Sampler.widened(logits.converted(to: logits.dtype), to: drawn.count))
    return Lax.argmax(shifted, axis: prefix + place, indexDType: indexDType)
  }
}
