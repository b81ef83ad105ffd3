import LanewiseCore

/// What the segments of a signal are multiplied by before they are transformed. The named ones are periodic: the first
/// weights of a window that is longer by one.
public enum SpectralWindow: Sendable {
  /// A cosine that falls to 0.
  case hann
  /// A cosine that falls to 0.08.
  case hamming
  /// Two cosines.
  case blackman
  /// A triangle.
  case bartlett
  /// Ones.
  case boxcar
  /// Weights of one's own, as many as a segment has.
  case weights(NDArray)

  /// The number of weights, where the window itself says it.
  var count: Int? { if case .weights(let x) = self { x.size } else { nil } }

  func weights(_ count: Int, _ dtype: DType) -> NDArray {
    func first(_ window: NDArray) -> NDArray { Lax.sliceInDim(window, 0, count, axis: 0).astype(dtype) }
    switch self {
    case .hann:
      guard count > 1 else { return ones([count], dtype: dtype) }
      let angles = arange(count, dtype: dtype) * NDArray(Double.pi / Double(count), dtype: dtype)
      return Lax.sin(angles) ** 2
    case .hamming: return first(Lanewise.hamming(count + 1))
    case .blackman: return first(Lanewise.blackman(count + 1))
    case .bartlett: return first(Lanewise.bartlett(count + 1))
    case .boxcar: return ones([count], dtype: dtype)
    case .weights(let x): return Promote.inexact(x)
    }
  }
}
