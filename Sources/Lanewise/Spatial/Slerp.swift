import LanewiseCore

/// Rotations between others, at even speed from one to the next (`jax.scipy.spatial.transform.Slerp`).
///
/// ```swift
/// let turns = Rotation.fromEuler("z", [[0], [90]], degrees: true)
/// let slerp = Slerp([0, 1], turns)
/// print(slerp(0.5).magnitude())  // 0.7853982, a quarter of π
/// ```
public struct Slerp: Tree, Sendable {
  /// When the rotations are reached, in ascending order.
  public private(set) var times: NDArray
  private var starts: Rotation
  private var spans: NDArray
  private var turns: NDArray

  /// - Parameters:
  ///   - times: in ascending order, one for each rotation.
  ///   - rotations: an array of at least two.
  public init(_ times: NDArray, _ rotations: Rotation) {
    let quat = rotations.quat
    guard quat.ndim == 2, rotations.count > 1, times.shape == [rotations.count] else {
      let poison = fail(
        .shape,
        "Slerp: times of shape \(times.aval.shape) for quaternions of shape \(quat.aval.shape); it takes at least two rotations, and a time for each.",
        like: quat.aval)
      (self.times, starts, spans, turns) = (poison, Rotation(unit: poison), poison, poison)
      return
    }
    self.times = times.astype(quat.dtype)
    starts = rotations[.slice(nil, -1)]
    spans = diff(self.times)
    turns = (starts.inv() * rotations[.slice(1, nil)]).asRotvec()
  }

  public func walk(_ w: inout TreeWalker) -> Slerp {
    var copy = self
    copy.times = w(times, "times")
    copy.starts = w(starts, "starts")
    copy.spans = w(spans, "spans")
    copy.turns = w(turns, "turns")
    return copy
  }

  /// The rotation at a time, or those at the times of a vector. Outside the first and the last it turns on.
  public func callAsFunction(_ times: NDArray) -> Rotation {
    guard Check.rank("Slerp", times, 0, 1) else { return Rotation(unit: .poisoned(starts.quat.aval)) }
    let times = times.astype(self.times.dtype)
    let place = clip(searchsorted(self.times, times) - 1, 0, NDArray(weak: spans.size - 1))
    let share = (times - self.times[place]) / spans[place]
    return Rotation(unit: starts.quat[place]) * .fromRotvec(turns[place] * Lax.expandDims(share, [times.ndim]))
  }
}
