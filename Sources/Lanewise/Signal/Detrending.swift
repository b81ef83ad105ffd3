import LanewiseCore

extension Signal {
  /// What is taken away from a signal.
  public enum Trend: String, Sendable {
    /// The straight line that is nearest to it.
    case linear
    /// Its mean.
    case constant
  }

  /// A signal without its trend (`jax.scipy.signal.detrend`).
  ///
  /// ```swift
  /// print(round(Signal.detrend([1, 4, 8, 8, 9]), decimals: 3))  // [-1. -0.  2. -0. -1.]
  /// ```
  ///
  /// - Parameter bp: where along the axis one line ends and the next begins.
  public static func detrend(_ data: NDArray, axis: Int = -1, type: Trend = .linear, bp: [Int] = []) -> NDArray {
    guard let axis = Check.axis("detrend", axis, of: data) else { return .poisoned(data.aval) }
    let x = Promote.inexact(data)
    guard type == .linear else { return x - mean(x, axis: axis, keepdims: true) }
    let count = x.shape[axis]
    guard bp.allSatisfy({ (0...count).contains($0) }) else {
      return fail(
        .value, "detrend: breakpoints \(bp) along an axis of extent \(count); they must lie between 0 and \(count).",
        like: x.aval)
    }
    guard x.size > 0 else { return x }
    let rows = moveaxis(x, axis, 0)
    let columns = rows.reshape([count, x.size / count])
    let ends = Set(bp).union([0, count]).sorted()
    let parts = zip(ends, ends.dropFirst()).map { start, end -> NDArray in
      let part = Lax.sliceInDim(columns, start, end, axis: 0)
      let places = arange(1, end - start + 1, dtype: x.dtype) / NDArray(end - start, dtype: x.dtype)
      let line = stack([onesLike(places), places], axis: 1)
      return part - matmul(line, Linalg.lstsq(line, part).x)
    }
    return moveaxis(Lax.concatenate(parts, dimension: 0).reshape(rows.shape), 0, axis)
  }
}
