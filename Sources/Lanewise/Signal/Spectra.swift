import LanewiseCore

extension Signal {
  /// What a spectrum is made equal to.
  public enum Scaling: String, Sendable {
    /// Power for each unit of frequency.
    case density
    /// Power.
    case spectrum
  }

  /// How the spectra of the segments become one.
  public enum Averaging: String, Sendable {
    case mean
    /// The median, made larger by what it is too small by; it is not moved by a few loud segments.
    case median
  }

  /// The cross spectral density of two signals by Welch's method (`jax.scipy.signal.csd`): the signals are cut into
  /// segments that overlap, these are weighted by a window and transformed, and the products are averaged.
  ///
  /// - Parameters:
  ///   - y: as long as `x`, or filled up with zeros; without it the spectrum of `x` is real.
  ///   - fs: how many elements there are in a unit of time.
  ///   - nperseg: how many there are in a segment; all if nothing is said.
  ///   - noverlap: how many of them are in the next segment too; half of them if nothing is said.
  ///   - nfft: how long the transform is; as the segment if nothing is said.
  ///   - detrend: what is taken away from each segment.
  ///   - returnOnesided: whether to leave out negative frequencies, if the signals are real.
  /// - Returns: the frequencies, and the density in place of the signals' axis.
  public static func csd(
    _ x: NDArray, _ y: NDArray?, fs: Double = 1, window: SpectralWindow = .hann, nperseg: Int? = nil,
    noverlap: Int? = nil, nfft: Int? = nil, detrend: Trend? = .constant, returnOnesided: Bool = true,
    scaling: Scaling = .density, axis: Int = -1, average: Averaging = .mean
  ) -> (f: NDArray, pxy: NDArray) {
    let segments = Segments(
      name: "csd", fs: fs, window: window, nperseg: nperseg, noverlap: noverlap, nfft: nfft, detrend: detrend,
      returnOnesided: returnOnesided)
    return density(segments, x, y, scaling, axis, average)
  }

  /// The power spectral density of a signal by Welch's method (`jax.scipy.signal.welch`); see
  /// ``csd(_:_:fs:window:nperseg:noverlap:nfft:detrend:returnOnesided:scaling:axis:average:)`` for the rest.
  ///
  /// ```swift
  /// let (f, power) = Signal.welch(sin(2 * .pi * 0.25 * arange(256.0)), nperseg: 64)
  /// print(f[argmax(power)])  // 0.25
  /// ```
  public static func welch(
    _ x: NDArray, fs: Double = 1, window: SpectralWindow = .hann, nperseg: Int? = nil, noverlap: Int? = nil,
    nfft: Int? = nil, detrend: Trend? = .constant, returnOnesided: Bool = true, scaling: Scaling = .density,
    axis: Int = -1, average: Averaging = .mean
  ) -> (f: NDArray, pxx: NDArray) {
    let segments = Segments(
      name: "welch", fs: fs, window: window, nperseg: nperseg, noverlap: noverlap, nfft: nfft, detrend: detrend,
      returnOnesided: returnOnesided)
    return density(segments, x, nil, scaling, axis, average)
  }

  private static func density(
    _ s: Segments, _ x: NDArray, _ y: NDArray?, _ scaling: Scaling, _ axis: Int, _ average: Averaging
  ) -> (NDArray, NDArray) {
    let bad = NDArray.poisoned(AbstractArray([0], Promotion.inexact((x.dtype, false)).dtype.realPart))
    guard let axis = Check.axis(s.name, axis, of: x) else { return (bad, bad) }
    guard var (a, b) = y.map({ together(s.name, x, $0, axis) }) ?? (Promote.inexact(x), Promote.inexact(x)) else {
      return (bad, bad)
    }
    a = moveaxis(a, axis, -1)
    b = moveaxis(b, axis, -1)
    guard let lengths = s.lengths(a.shape[a.ndim - 1]) else { return (bad, bad) }
    let isOnesided = s.isOnesided(a.dtype)
    let real = a.dtype.realPart
    let weights = s.window.weights(lengths.segment, real)
    let transforms = s.transforms(a, lengths, weights, isOnesided: isOnesided)
    var power =
      y == nil
      ? Lax.real(Lax.conj(transforms) * transforms)
      : Lax.conj(transforms) * s.transforms(b, lengths, weights, isOnesided: isOnesided)
    let area = scaling == .density ? sum(weights * weights) * NDArray(s.fs, dtype: real) : sum(weights) ** 2
    power = power / area
    if isOnesided {
      // What negative frequencies have is added to the positive ones; 0 and the highest have no other.
      let count = lengths.transform / 2 + 1
      let last = lengths.transform % 2 == 0 ? count - 1 : count
      let places = Lax.iota(.int32, [count], 0)
      power = power * `where`((places .> 0) & (places .< NDArray(weak: last)), 2, Lax.full([count], .int(1), real))
    }
    let frequencies = s.frequencies(lengths, isOnesided: isOnesided, real)
    return (frequencies, moveaxis(averaged(power, average), -1, axis))
  }

  /// The mean of the segments, which are next to last.
  private static func averaged(_ power: NDArray, _ average: Averaging) -> NDArray {
    let count = power.shape[power.ndim - 2]
    switch average {
    case .mean: return mean(power, axis: -2)
    case .median:
      let middle =
        power.dtype.isComplex
        ? Lax.complex(median(Lax.real(power), axis: -2), median(Lax.imag(power), axis: -2)) : median(power, axis: -2)
      let bias = Swift.stride(from: 2.0, to: Double(count), by: 2).reduce(1) { $0 + 1 / ($1 + 1) - 1 / $1 }
      return middle / NDArray(bias, dtype: power.dtype.realPart)
    }
  }

  /// Two signals of one dtype and length.
  private static func together(_ name: String, _ x: NDArray, _ y: NDArray, _ axis: Int) -> (NDArray, NDArray)? {
    let dtype = Promotion.inexact(Promotion.join([x, y])).dtype
    let others = zip(x.shape, y.shape).enumerated().filter { $0.offset != axis }.map(\.element)
    guard x.ndim == y.ndim, others.allSatisfy({ $0 == $1 || $0 == 1 || $1 == 1 }) else {
      report(
        LanewiseError(
          .shape,
          "\(name): signals of shapes \(x.aval.shape) and \(y.aval.shape) along axis \(axis); the other axes must be as many, and broadcast to each other."
        ))
      return nil
    }
    let count = Swift.max(x.shape[axis], y.shape[axis])
    func filled(_ x: NDArray) -> NDArray {
      var widths = [(Int, Int)](repeating: (0, 0), count: x.ndim)
      widths[axis].1 = count - x.shape[axis]
      return pad(x.converted(to: dtype), widths)
    }
    return (filled(x), filled(y))
  }
}
