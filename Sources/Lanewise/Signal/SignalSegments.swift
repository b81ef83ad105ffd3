import LanewiseCore

/// How signals are cut into segments, weighted and transformed.
struct Segments {
  let name: String
  let fs: Double
  let window: SpectralWindow
  let nperseg, noverlap, nfft: Int?
  let detrend: Signal.Trend?
  let returnOnesided: Bool
  var boundary: Signal.Boundary?
  var padded = false

  /// The numbers of elements in a segment, from one segment to the next, and of a transform.
  struct Lengths { let segment, step, transform: Int }

  /// The lengths for a signal of `count` elements.
  func lengths(_ count: Int) -> Lengths? {
    let segment = nperseg.map { Swift.min($0, count) } ?? window.count ?? count
    let (overlap, transform) = (noverlap ?? segment / 2, nfft ?? segment)
    guard segment > 0, segment <= count, window.count ?? segment == segment, overlap < segment, overlap >= 0,
      transform >= segment
    else {
      report(
        LanewiseError(
          .value,
          "\(name): segments of \(segment) of \(count) elements, overlapping by \(overlap), in transforms of \(transform)\(window.count.map { ", with \($0) weights" } ?? ""); a segment must have elements, and not more than the signal, overlap by less than it has, be as long as the weights, and fit a transform."
        ))
      return nil
    }
    return Lengths(segment: segment, step: segment - overlap, transform: transform)
  }

  /// Whether the transforms of signals of this dtype leave out negative frequencies.
  func isOnesided(_ dtype: DType) -> Bool { returnOnesided && !dtype.isComplex }

  /// The frequencies of a transform.
  func frequencies(_ lengths: Lengths, isOnesided: Bool, _ dtype: DType) -> NDArray {
    isOnesided
      ? FFT.rfftfreq(lengths.transform, d: 1 / fs, dtype: dtype)
      : FFT.fftfreq(lengths.transform, d: 1 / fs, dtype: dtype)
  }

  /// The signals along the last axis with what is added at their ends.
  func extended(_ x: NDArray, _ lengths: Lengths) -> NDArray {
    let (half, last) = (lengths.segment / 2, x.ndim - 1)
    var result = x
    if let boundary, half > 0 {
      let widths = [(Int, Int)](repeating: (0, 0), count: last) + [(half, half)]
      switch boundary {
      case .zeros: result = pad(x, widths)
      case .constant: result = pad(x, widths, mode: .edge)
      case .even: result = pad(x, widths, mode: .reflect)
      case .odd:
        let count = x.shape[last]
        let (first, end) = (x[.ellipsis, ..<1], x[.ellipsis, .slice(count - 1, count)])
        let before = flip(Lax.sliceInDim(x, 1, half + 1, axis: last), axis: last)
        let after = flip(Lax.sliceInDim(x, count - 1 - half, count - 1, axis: last), axis: last)
        result = Lax.concatenate([2 * first - before, x, 2 * end - after], dimension: last)
      }
    }
    guard padded else { return result }
    let rest = (result.shape[last] - lengths.segment) % lengths.step
    let missing = rest == 0 ? 0 : (lengths.step - rest) % lengths.segment
    return pad(result, [(Int, Int)](repeating: (0, 0), count: last) + [(0, missing)])
  }

  /// The transforms of the segments: the signals' axes but the last, the segments, the frequencies.
  func transforms(_ x: NDArray, _ lengths: Lengths, _ weights: NDArray, isOnesided: Bool) -> NDArray {
    let number = (x.shape[x.ndim - 1] - lengths.segment) / lengths.step + 1
    var parts = take(x, Segments.places(number, lengths), axis: -1)
    if let detrend { parts = Signal.detrend(parts, type: detrend) }
    parts = weights * parts
    return isOnesided ? FFT.rfft(Lax.real(parts), n: lengths.transform) : FFT.fft(parts, n: lengths.transform)
  }

  /// Where the elements of each segment are.
  static func places(_ number: Int, _ lengths: Lengths) -> NDArray {
    let starts = Lax.iota(.int32, [number, lengths.segment], 0) * NDArray(weak: lengths.step)
    return starts + Lax.iota(.int32, [number, lengths.segment], 1)
  }
}
