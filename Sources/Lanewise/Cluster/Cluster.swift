import LanewiseCore

/// Clusters of points (`jax.scipy.cluster`).
public enum Cluster {
  /// The nearest code of each observation, by its row, and how far away it is (`jax.scipy.cluster.vq.vq`).
  ///
  /// ```swift
  /// let (code, dist) = Cluster.vq([[1, 2], [5, 5]], [[1, 1], [5, 6]])
  /// print(code, dist)  // [0 1] [1. 1.]
  /// ```
  ///
  /// - Parameters:
  ///   - obs: a row for each observation; a vector of observations that are numbers.
  ///   - codeBook: a row for each code; a vector of numbers.
  public static func vq(_ obs: NDArray, _ codeBook: NDArray) -> (code: NDArray, dist: NDArray) {
    let both = Promote.together([obs, codeBook]).map { Promote.inexact($0) }
    let rows = both.map { $0.ndim == 1 ? Lax.expandDims($0, [1]) : $0 }
    guard obs.ndim == codeBook.ndim, (1...2).contains(obs.ndim), rows[0].shape[1] == rows[1].shape[1], codeBook.size > 0
    else {
      let bad = fail(
        .shape,
        "vq: observations of shape \(obs.aval.shape) and codes of shape \(codeBook.aval.shape); both must be matrices with as many columns, or vectors, and there must be a code.",
        like: AbstractArray([0], both[0].dtype))
      return (bad, bad)
    }
    let distances = Linalg.norm(Lax.expandDims(rows[0], [1]) - rows[1], axis: -1)
    let code = argmin(distances, axis: -1)
    return (code, takeAlongAxis(distances, Lax.expandDims(code, [1]), axis: -1)[.all, 0])
  }
}
