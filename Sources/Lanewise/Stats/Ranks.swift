import LanewiseCore

// Summaries of samples.
extension Stats {
  /// The commonest element along an axis, the least of equals, and how often it is there (`jax.scipy.stats.mode`). With
  /// `axis: nil`, of all elements.
  ///
  /// ```swift
  /// print(Stats.mode([3, 1, 3, 2]).mode)  // 3
  /// ```
  public static func mode(
    _ x: NDArray, axis: Int? = 0, keepdims: Bool = false
  ) -> (mode: NDArray, count: NDArray) {
    let counts = x.aval.with(dtype: DefaultDTypes.current.int)
    let poisoned = (mode: NDArray.poisoned(x.aval), count: NDArray.poisoned(counts))
    let x = x.ndim == 0 ? x.reshape([1]) : x
    guard let place = axis.map({ Check.axis("Stats.mode", $0, of: x) }) ?? 0 else { return poisoned }
    guard x.size > 0 else {
      report(LanewiseError(.value, "Stats.mode: x has type \(x.aval), and no elements; there is no commonest one."))
      return poisoned
    }
    let lines = axis == nil ? x.reshape([1, x.size]) : Lax.moveAxis(x, from: place, to: x.ndim - 1)
    let last = lines.ndim - 1
    let sorted = Lanewise.sort(lines, axis: last)
    // Each element's distance from the first of its equals, along the sorted line.
    let length = lines.shape[last]
    let position = Lax.iota(DefaultDTypes.current.int, sorted.shape, last)
    let before = concatenate([sorted[.ellipsis, 0..<1], sorted[.ellipsis, 0..<(length - 1)]], axis: last)
    let isFirst = (sorted .!= before) | (position .== 0)
    let run = position - Lax.cummax(`where`(isFirst, position, 0), axis: last)
    let best = argmax(run, axis: last, keepdims: true)
    let shape = x.shape.enumerated().map { axis == nil || $0.offset == place ? 1 : $0.element }
    func shaped(_ y: NDArray) -> NDArray {
      let kept = Lax.reshape(axis == nil ? y : Lax.moveAxis(y, from: last, to: place), shape)
      return keepdims ? kept : axis == nil ? Lax.reshape(kept, []) : Lax.squeeze(kept, [place])
    }
    return (shaped(takeAlongAxis(sorted, best, axis: last)), shaped(takeAlongAxis(run, best, axis: last) + 1))
  }

  /// How ranks are given to equal elements.
  public enum RankMethod: Sendable {
    /// The mean of the ranks they take up.
    case average
    /// The least, or the largest, of them.
    case min, max
    /// As `min`, but the next element has the next rank.
    case dense
    /// Each its own, in the order of their places.
    case ordinal
  }

  /// The ranks of the elements, from 1 (`jax.scipy.stats.rankdata`): along an axis, or of all elements as a vector.
  ///
  /// ```swift
  /// print(Stats.rankdata([30, 10, 10, 20]))  // [4.  1.5 1.5 3. ]
  /// ```
  public static func rankdata(_ x: NDArray, method: RankMethod = .average, axis: Int? = nil) -> NDArray {
    if let axis {
      guard let place = Check.axis("Stats.rankdata", axis, of: x) else { return .poisoned(x.aval) }
      let lines = Lax.moveAxis(x, from: place, to: x.ndim - 1)
      let ranks = ranks(lines, method)
      return Lax.moveAxis(ranks, from: x.ndim - 1, to: place)
    }
    return ranks(x.reshape([x.size]), method)
  }

  private static func ranks(_ lines: NDArray, _ method: RankMethod) -> NDArray {
    let last = lines.ndim - 1
    let length = lines.shape[last]
    let int = DefaultDTypes.current.int
    guard length > 0 else { return zeros(lines.shape, dtype: method == .average ? DefaultDTypes.current.float : int) }
    let order = argsort(lines, axis: last)
    let inverse = argsort(order, axis: last)
    func back(_ x: NDArray) -> NDArray { takeAlongAxis(x, inverse, axis: last) }
    if method == .ordinal { return inverse + 1 }
    let sorted = takeAlongAxis(lines, order, axis: last)
    let position = Lax.iota(int, sorted.shape, last)
    let before = concatenate([sorted[.ellipsis, 0..<1], sorted[.ellipsis, 0..<(length - 1)]], axis: last)
    let isFirst = (sorted .!= before) | (position .== 0)
    if method == .dense { return back(Lax.cumsum(isFirst.astype(int), axis: last)) }
    let lowest = Lax.cummax(`where`(isFirst, position, 0), axis: last) + 1
    if method == .min { return back(lowest) }
    let isLast = concatenate([isFirst[.ellipsis, 1...], fullLike(isFirst[.ellipsis, 0..<1], true)], axis: last)
    let highest = Lax.cummin(`where`(isLast, position, NDArray(length)), axis: last, reverse: true) + 1
    if method == .max { return back(highest) }
    return back(0.5 * (lowest + highest).astype(DefaultDTypes.current.float))
  }

  /// The standard error of the mean along an axis, or of all elements (`jax.scipy.stats.sem`).
  ///
  /// - Parameter omitNaNs: leaves NaN out (SciPy's `nan_policy="omit"`).
  public static func sem(
    _ x: NDArray, axis: Int? = 0, ddof: Int = 1, keepdims: Bool = false, omitNaNs: Bool = false
  ) -> NDArray {
    let x = Promote.inexact(x)
    guard !omitNaNs else {
      let count = sum(Lax.bitwiseNot(isnan(x)), axis: axis, keepdims: keepdims)
      return nanstd(x, axis: axis, ddof: ddof, keepdims: keepdims) / Lax.sqrt(count.astype(x.dtype))
    }
    guard let place = axis.map({ Check.axis("Stats.sem", $0, of: x) }) ?? 0 else { return .poisoned(x.aval) }
    let count = axis == nil ? x.size : x.shape[place]
    return std(x, axis: axis, ddof: ddof, keepdims: keepdims) / Double(count).squareRoot()
  }
}
