import LanewiseCore

// Normalisations and encodings.
extension NN {
  /// eˣ over its sum along axes (`jax.nn.softmax`), without overflow. Elements that `where` leaves out give 0, and take
  /// no part in the sum.
  ///
  /// ```swift
  /// print(NN.softmax([0.0, 0.0]))  // [0.5 0.5]
  /// ```
  public static func softmax(_ x: NDArray, axis: any AxisArgument, where mask: NDArray? = nil) -> NDArray {
    let operand = masked(Promote.inexact(x), mask)
    let exponentials = Lax.exp(operand - Lax.stopGradient(max(operand, axis: axis, keepdims: true)))
    let kept = mask.map { `where`($0, exponentials, 0) } ?? exponentials
    return kept / sum(kept, axis: axis, keepdims: true)
  }
  /// eˣ over its sum along the last axis (`jax.nn.softmax`).
  public static func softmax(_ x: NDArray) -> NDArray { softmax(x, axis: -1) }

  /// log(softmax(x)) (`jax.nn.log_softmax`). Elements that `where` leaves out give −∞.
  public static func logSoftmax(_ x: NDArray, axis: any AxisArgument, where mask: NDArray? = nil) -> NDArray {
    let operand = masked(Promote.inexact(x), mask)
    let shifted = operand - Lax.stopGradient(max(operand, axis: axis, keepdims: true))
    let exponentials = mask.map { `where`($0, Lax.exp(shifted), 0) } ?? Lax.exp(shifted)
    let result = shifted - Lax.log(sum(exponentials, axis: axis, keepdims: true))
    return mask.map { `where`($0, result, NDArray.weakLiteral(.float(-.infinity))) } ?? result
  }
  /// log(softmax(x)) along the last axis (`jax.nn.log_softmax`).
  public static func logSoftmax(_ x: NDArray) -> NDArray { logSoftmax(x, axis: -1) }

  /// −∞ in place of what is left out.
  private static func masked(_ x: NDArray, _ mask: NDArray?) -> NDArray {
    mask.map { `where`($0, x, NDArray.weakLiteral(.float(-.infinity))) } ?? x
  }

  /// log(Σeˣ) along axes, or of all elements, without overflow (`jax.nn.logsumexp`); `b` are factors of the
  /// exponentials.
  public static func logsumexp(
    _ x: NDArray, axis: (any AxisArgument)? = nil, b: NDArray? = nil, keepdims: Bool = false
  ) -> NDArray {
    let operand = Promote.inexact(x)
    let largest = max(operand, axis: axis, keepdims: true)
    let shift = Lax.stopGradient(`where`(isfinite(largest), largest, 0))
    let exponentials = Lax.exp(operand - shift)
    let total = sum(b.map { $0 * exponentials } ?? exponentials, axis: axis, keepdims: true)
    let result = Lax.log(total) + shift
    guard !keepdims, let axes = Check.axes("logsumexp", axis, of: operand), result.ndim == operand.ndim else {
      return result
    }
    return squeeze(result, axis: axes)
  }
  /// log(Σeˣ) of all elements (`jax.nn.logsumexp`).
  public static func logsumexp(_ x: NDArray) -> NDArray { logsumexp(x, axis: nil) }

  /// Rows of zeros with a 1 at the place that the index names (`jax.nn.one_hot`): a new axis of `count` places. An
  /// index out of range gives zeros.
  ///
  /// ```swift
  /// print(NN.oneHot([0, 2], 3))  // [[1. 0. 0.]
  ///                              //  [0. 0. 1.]]
  /// ```
  public static func oneHot(_ x: NDArray, _ count: Int, dtype: DType? = nil, axis: Int = -1) -> NDArray {
    guard let place = Check.axis("one_hot", axis, rank: x.ndim + 1, "for a result of \(x.ndim + 1) dimensions"),
      Check.isShape("one_hot", x.shape + [count])
    else { return .poisoned(x.aval) }
    var shape = Array(repeating: 1, count: x.ndim + 1)
    shape[place] = count
    let index = Promote.number(x)
    let places = Lax.broadcastInDim(Lax.iota(index.dtype, [count], 0), shape, [place])
    return (Lax.expandDims(index, [place]) .== places).astype(dtype ?? DefaultDTypes.current.float)
  }

  /// `x` with mean 0 and variance 1 along axes (`jax.nn.standardize`), or less and over a mean and a variance that are
  /// given. Elements that `where` leaves out do not count for these.
  public static func standardize(
    _ x: NDArray, axis: any AxisArgument = -1, mean centre: NDArray? = nil, variance: NDArray? = nil,
    epsilon: NDArray = 1e-5, where mask: NDArray? = nil
  ) -> NDArray {
    let operand = Promote.inexact(x)
    func average(_ a: NDArray) -> NDArray {
      guard let mask else { return mean(a, axis: axis, keepdims: true) }
      let counted = sum(broadcastTo(mask, a.shape), axis: axis, keepdims: true)
      return sum(`where`(mask, a, 0), axis: axis, keepdims: true) / counted.astype(a.dtype)
    }
    let middle = centre ?? average(operand)
    let spread = variance ?? average(Lax.integerPow(operand, 2)) - square(middle)
    return (operand - middle) * Lax.rsqrt(Promote.inexact(spread + epsilon))
  }
  /// `x` with mean 0 and variance 1 along the last axis: the form that can be passed as a function.
  public static func standardize(_ x: NDArray) -> NDArray { standardize(x, axis: -1) }
}
