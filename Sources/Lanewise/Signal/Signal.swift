import LanewiseCore

/// Convolutions of signals of any dimensions (`jax.scipy.signal`), in their common floating-point dtype.
public enum Signal {
  /// The convolution of two arrays of as many dimensions (`jax.scipy.signal.convolve`), of which one must be the larger
  /// in every dimension. The mode `same` is as large as the first.
  ///
  /// ```swift
  /// print(Signal.convolve([1, 2, 3], [1, 1]))  // [1. 3. 5. 3.]
  /// ```
  public static func convolve(_ x: NDArray, _ y: NDArray, mode: ConvolutionMode = .full) -> NDArray {
    direct("convolve", x, y, mode)
  }

  /// The same for two matrices (`jax.scipy.signal.convolve2d`).
  public static func convolve2d(_ x: NDArray, _ y: NDArray, mode: ConvolutionMode = .full) -> NDArray {
    guard Check.rank("convolve2d", x, 2, 2), Check.rank("convolve2d", y, 2, 2) else { return .poisoned(x.aval) }
    return direct("convolve2d", x, y, mode)
  }

  /// The convolution with the second array conjugated and not turned around (`jax.scipy.signal.correlate`).
  public static func correlate(_ x: NDArray, _ y: NDArray, mode: ConvolutionMode = .full) -> NDArray {
    direct("correlate", x, flip(Lax.conj(y)), mode)
  }

  /// The same for two matrices (`jax.scipy.signal.correlate2d`).
  public static func correlate2d(_ x: NDArray, _ y: NDArray, mode: ConvolutionMode = .full) -> NDArray {
    guard Check.rank("correlate2d", x, 2, 2), Check.rank("correlate2d", y, 2, 2) else { return .poisoned(x.aval) }
    let isSmaller = zip(x.shape, y.shape).allSatisfy { $0 <= $1 }
    if isSmaller, mode == .full || (mode == .valid && x.shape != y.shape) {
      let result = direct("correlate2d", flip(y), Lax.conj(x), mode)
      return mode == .full ? Lax.conj(result) : result
    }
    return flip(direct("correlate2d", flip(x), Lax.conj(y), mode))
  }

  /// The convolution by Fourier transforms (`jax.scipy.signal.fftconvolve`), which is faster where both are long.
  public static func fftconvolve(_ x: NDArray, _ y: NDArray, mode: ConvolutionMode = .full) -> NDArray {
    guard let (a, b) = operands("fftconvolve", x, y) else { return .poisoned(x.aval) }
    let whole = zip(a.shape, b.shape).map { $0 + $1 - 1 }
    let axes = Array(0..<a.ndim)
    let product: NDArray
    if a.dtype.isComplex {
      product = FFT.ifftn(FFT.fftn(a, s: whole, axes: axes) * FFT.fftn(b, s: whole, axes: axes), s: whole, axes: axes)
    } else {
      let spectrum = FFT.rfftn(a, s: whole, axes: axes) * FFT.rfftn(b, s: whole, axes: axes)
      product = FFT.irfftn(spectrum, s: whole, axes: axes).astype(a.dtype)
    }
    let shape: [Int] =
      switch mode {
      case .full: whole
      case .same: a.shape
      case .valid: zip(a.shape, b.shape).map { Swift.abs($0 - $1) + 1 }
      }
    let start = zip(whole, shape).map { ($0 - $1) / 2 }
    return Lax.slice(product, start, zip(start, shape).map { $0 + $1 })
  }

  private static func operands(_ name: String, _ x: NDArray, _ y: NDArray) -> (NDArray, NDArray)? {
    let isLarger = zip(x.shape, y.shape).allSatisfy { $0 >= $1 }
    let isSmaller = zip(x.shape, y.shape).allSatisfy { $0 <= $1 }
    guard x.ndim == y.ndim, x.ndim > 0, x.size > 0, y.size > 0, isLarger || isSmaller else {
      report(
        LanewiseError(
          .value,
          "\(name): shapes \(x.aval.shape) and \(y.aval.shape); both must have the same number of dimensions and elements, and one must be the larger in every dimension."
        ))
      return nil
    }
    let dtype = Promotion.inexact(Promotion.join([x, y])).dtype
    return (x.converted(to: dtype), y.converted(to: dtype))
  }

  private static func direct(_ name: String, _ x: NDArray, _ y: NDArray, _ mode: ConvolutionMode) -> NDArray {
    guard var (a, b) = operands(name, x, y) else { return .poisoned(x.aval) }
    let second = y.shape
    if !zip(x.shape, y.shape).allSatisfy({ $0 >= $1 }) { (a, b) = (b, a) }
    let border = zip(b.shape, second).map { extent, of -> (Int, Int) in
      switch mode {
      case .full: (extent - 1, extent - 1)
      case .same: (extent - 1 - (of - 1) / 2, extent - of + (of - 1) / 2)
      case .valid: (0, 0)
      }
    }
    let result = Lax.convGeneralDilated(
      Lax.expandDims(a, [0, 1]), Lax.expandDims(flip(b), [0, 1]), windowStrides: a.shape.map { _ in 1 },
      padding: .explicit(border))
    return result.isPoisoned ? result : Lax.squeeze(result, [0, 1])
  }
}
