import LanewiseCore

extension Signal {
  /// What a signal is continued by on both sides, for half a segment.
  public enum Boundary: String, Sendable {
    case zeros
    /// The signal mirrored at its ends.
    case even
    /// The signal turned around its ends.
    case odd
    /// Its first and last elements.
    case constant
  }

  /// The transforms of a signal's segments, which overlap (`jax.scipy.signal.stft`). `istft` is the way back.
  ///
  /// - Parameters:
  ///   - nperseg: how many elements a segment has: 256, or all if there are less, if nothing is said.
  ///   - padded: whether zeros are added at the end, so that every element is in a segment.
  ///   - detrend: what is taken away from each segment.
  /// - Returns: the frequencies, the times of the segments' middles, and the transforms: frequencies in place of the
  ///   signal's axis, times along the last.
  public static func stft(
    _ x: NDArray, fs: Double = 1, window: SpectralWindow = .hann, nperseg: Int? = nil, noverlap: Int? = nil,
    nfft: Int? = nil, detrend: Trend? = nil, returnOnesided: Bool = true, boundary: Boundary? = .zeros,
    padded: Bool = true, axis: Int = -1
  ) -> (f: NDArray, t: NDArray, zxx: NDArray) {
    let operand = Promote.inexact(x)
    let real = operand.dtype.realPart
    let bad = NDArray.poisoned(AbstractArray([0], real))
    guard let axis = Check.axis("stft", axis, of: x) else { return (bad, bad, bad) }
    let segments = Segments(
      name: "stft", fs: fs, window: window, nperseg: nperseg ?? window.count ?? 256, noverlap: noverlap, nfft: nfft,
      detrend: detrend, returnOnesided: returnOnesided, boundary: boundary, padded: padded)
    guard let lengths = segments.lengths(x.shape[axis]) else { return (bad, bad, bad) }
    let isOnesided = segments.isOnesided(operand.dtype)
    let weights = window.weights(lengths.segment, real)
    let signal = segments.extended(moveaxis(operand, axis, -1), lengths)
    let transforms = segments.transforms(signal, lengths, weights, isOnesided: isOnesided) / Lax.abs(sum(weights))
    let number = transforms.shape[transforms.ndim - 2]
    let first = boundary == nil ? Double(lengths.segment) / 2 : 0
    let times = (0..<number).map { (first + Double($0 * lengths.step)) / fs }
    let frequencies = segments.frequencies(lengths, isOnesided: isOnesided, real)
    return (frequencies, NDArray(times, dtype: real), moveaxis(transforms, -1, axis))
  }

  /// The signal of which these are the transforms of segments (`jax.scipy.signal.istft`).
  ///
  /// ```swift
  /// let (_, _, zxx) = Signal.stft(x, nperseg: 16)
  /// let (t, y) = Signal.istft(zxx)  // y is x, but for rounding and zeros at its end
  /// ```
  ///
  /// - Parameters:
  ///   - nperseg: how many elements a segment has; as many as a transform has if nothing is said.
  ///   - boundary: whether the signal was continued on both sides.
  ///   - timeAxis: which axis the segments are along, and `freqAxis` which one frequencies are along.
  /// - Returns: the times of the elements, and the signal in place of the axis of frequencies and that of times.
  public static func istft(
    _ zxx: NDArray, fs: Double = 1, window: SpectralWindow = .hann, nperseg: Int? = nil, noverlap: Int? = nil,
    nfft: Int? = nil, inputOnesided: Bool = true, boundary: Bool = true, timeAxis: Int = -1, freqAxis: Int = -2
  ) -> (t: NDArray, x: NDArray) {
    let dtype = Promotion.join((zxx.dtype, zxx.weakType), (.complex64, false)).dtype
    let bad = NDArray.poisoned(AbstractArray([0], dtype.realPart))
    guard Check.rank("istft", zxx, 2), let axes = Check.orderedAxes("istft", [timeAxis, freqAxis], of: zxx) else {
      return (bad, bad)
    }
    let count = inputOnesided ? 2 * (zxx.shape[axes[1]] - 1) : zxx.shape[axes[1]]
    let segment = nperseg ?? window.count ?? count
    // An odd number of elements has the same frequencies as one less.
    let transform = nfft ?? (inputOnesided && segment == count + 1 ? segment : count)
    let step = segment - (noverlap ?? segment / 2)
    guard segment > 0, transform >= segment, (1...segment).contains(step), window.count ?? segment == segment else {
      report(
        LanewiseError(
          .value,
          "istft: segments of \(segment), \(step) apart, from transforms of \(transform)\(window.count.map { ", with \($0) weights" } ?? ""); a segment must have elements, fit a transform, be as long as the weights, and overlap by less than it has."
        ))
      return (bad, bad)
    }
    let lengths = Segments.Lengths(segment: segment, step: step, transform: transform)
    let ordered = moveaxis(zxx.astype(dtype), axes, [-2, -1])
    let parts = inputOnesided ? FFT.irfft(ordered, n: transform) : FFT.ifft(ordered, n: transform)
    let number = parts.shape[parts.ndim - 2]
    let weights = window.weights(segment, dtype.realPart)
    let weighted = Lax.sliceInDim(parts, 0, segment, axis: parts.ndim - 1) * (weights * sum(weights))
    let squares = broadcastTo(weights * weights, [number, segment])
    var (signal, norm) = (added(weighted, lengths), added(squares, lengths))
    if boundary {
      let (half, length) = (segment / 2, norm.shape[0])
      signal = Lax.sliceInDim(signal, half, length - half, axis: signal.ndim - 1)
      norm = Lax.sliceInDim(norm, half, length - half, axis: 0)
    }
    let x = signal / `where`(norm .> 1e-10, norm, 1)
    let times = arange(norm.shape[0], dtype: dtype.realPart) / NDArray(fs, dtype: dtype.realPart)
    return (times, moveaxis(x, -1, axes[1] < axes[0] ? axes[0] - 1 : axes[0]))
  }

  /// The sum of segments, each at its place.
  private static func added(_ parts: NDArray, _ lengths: Segments.Lengths) -> NDArray {
    let number = parts.shape[parts.ndim - 2]
    let outer = Array(parts.shape.dropLast(2))
    let whole = zeros(outer + [(number - 1) * lengths.step + lengths.segment], dtype: parts.dtype)
    return whole.at[.ellipsis, Segments.places(number, lengths)].add(parts)
  }
}
