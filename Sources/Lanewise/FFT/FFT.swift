import LanewiseCore
import LanewiseEngine

/// Discrete Fourier transforms (`jax.numpy.fft`), of any lengths, over any number of axes.
///
/// Integers and bool are computed in the default floating-point dtype, float16 and bfloat16 as they are in JAX: in
/// complex64. A length `n` (`s`: one for each axis) cuts the operand off, or pads it with zeros, before it is
/// transformed.
///
/// ```swift
/// print(FFT.fft([1.0, 0.0, 0.0, 0.0]))    // [1.+0.j 1.+0.j 1.+0.j 1.+0.j]
/// print(FFT.irfft(FFT.rfft([1.0, 2.0])))  // [1. 2.]
/// ```
public enum FFT {
  /// Which of a transform and its inverse divides by the number of points.
  public enum Norm: String, Sendable {
    /// The inverse one does.
    case backward
    /// Each divides by the square root.
    case ortho
    /// The forward one does.
    case forward
  }
}

// Along one axis.
extension FFT {
  /// Σ xⱼ e^(−2πi·jk/n) along an axis (`jnp.fft.fft`): complex.
  public static func fft(_ x: NDArray, n: Int? = nil, axis: Int = -1, norm: Norm = .backward) -> NDArray {
    transform("fft", .forward, x, n.map { [$0] }, [axis], norm)
  }
  /// The transform along the last axis: the form that can be passed as a function.
  public static func fft(_ x: NDArray) -> NDArray { fft(x, n: nil) }

  /// The inverse of ``fft(_:n:axis:norm:)`` (`jnp.fft.ifft`): complex.
  public static func ifft(_ x: NDArray, n: Int? = nil, axis: Int = -1, norm: Norm = .backward) -> NDArray {
    transform("ifft", .inverse, x, n.map { [$0] }, [axis], norm)
  }
  /// The inverse along the last axis: the form that can be passed as a function.
  public static func ifft(_ x: NDArray) -> NDArray { ifft(x, n: nil) }

  /// The transform of real numbers (`jnp.fft.rfft`): its first n/2 + 1 numbers, since the others are their conjugates.
  public static func rfft(_ x: NDArray, n: Int? = nil, axis: Int = -1, norm: Norm = .backward) -> NDArray {
    transform("rfft", .real, x, n.map { [$0] }, [axis], norm)
  }
  /// The transform of real numbers along the last axis: the form that can be passed as a function.
  public static func rfft(_ x: NDArray) -> NDArray { rfft(x, n: nil) }

  /// The inverse of ``rfft(_:n:axis:norm:)`` (`jnp.fft.irfft`): `n` real numbers, of which an even number is assumed
  /// where none is given.
  public static func irfft(_ x: NDArray, n: Int? = nil, axis: Int = -1, norm: Norm = .backward) -> NDArray {
    transform("irfft", .realInverse, x, n.map { [$0] }, [axis], norm)
  }
  /// The inverse of `rfft` along the last axis: the form that can be passed as a function.
  public static func irfft(_ x: NDArray) -> NDArray { irfft(x, n: nil) }

  /// The real transform of a signal given by half of its values, the others being their conjugates (`jnp.fft.hfft`).
  public static func hfft(_ x: NDArray, n: Int? = nil, axis: Int = -1, norm: Norm = .backward) -> NDArray {
    guard let place = Check.axis("hfft", axis, of: x) else { return .poisoned(x.aval) }
    let count = n ?? 2 * (x.aval.shape[place] - 1)
    return transform("hfft", .realInverse, conj(x), n.map { [$0] }, [axis], norm)
      * NDArray.weakLiteral(.float(Double(count)))
  }
  /// `hfft` along the last axis: the form that can be passed as a function.
  public static func hfft(_ x: NDArray) -> NDArray { hfft(x, n: nil) }

  /// The inverse of ``hfft(_:n:axis:norm:)`` (`jnp.fft.ihfft`), of real numbers.
  public static func ihfft(_ x: NDArray, n: Int? = nil, axis: Int = -1, norm: Norm = .backward) -> NDArray {
    guard let place = Check.axis("ihfft", axis, of: x) else { return .poisoned(x.aval) }
    let count = n ?? x.aval.shape[place]
    return conj(transform("ihfft", .real, x, n.map { [$0] }, [axis], norm))
      * NDArray.weakLiteral(.float(1 / Double(count)))
  }
  /// `ihfft` along the last axis: the form that can be passed as a function.
  public static func ihfft(_ x: NDArray) -> NDArray { ihfft(x, n: nil) }
}

// Along several axes.
extension FFT {
  /// The transform along two axes (`jnp.fft.fft2`).
  public static func fft2(_ x: NDArray, s: [Int]? = nil, axes: [Int] = [-2, -1], norm: Norm = .backward) -> NDArray {
    transform("fft2", .forward, x, s, axes, norm)
  }
  /// The transform along the last two axes: the form that can be passed as a function.
  public static func fft2(_ x: NDArray) -> NDArray { fft2(x, s: nil) }

  /// The inverse of `fft2` (`jnp.fft.ifft2`).
  public static func ifft2(_ x: NDArray, s: [Int]? = nil, axes: [Int] = [-2, -1], norm: Norm = .backward) -> NDArray {
    transform("ifft2", .inverse, x, s, axes, norm)
  }
  /// The inverse along the last two axes: the form that can be passed as a function.
  public static func ifft2(_ x: NDArray) -> NDArray { ifft2(x, s: nil) }

  /// The transform of real numbers along two axes (`jnp.fft.rfft2`): the second has n/2 + 1 numbers.
  public static func rfft2(_ x: NDArray, s: [Int]? = nil, axes: [Int] = [-2, -1], norm: Norm = .backward) -> NDArray {
    transform("rfft2", .real, x, s, axes, norm)
  }
  /// The transform of real numbers along the last two axes: the form that can be passed as a function.
  public static func rfft2(_ x: NDArray) -> NDArray { rfft2(x, s: nil) }

  /// The inverse of `rfft2` (`jnp.fft.irfft2`).
  public static func irfft2(_ x: NDArray, s: [Int]? = nil, axes: [Int] = [-2, -1], norm: Norm = .backward) -> NDArray {
    transform("irfft2", .realInverse, x, s, axes, norm)
  }
  /// The inverse of `rfft2` along the last two axes: the form that can be passed as a function.
  public static func irfft2(_ x: NDArray) -> NDArray { irfft2(x, s: nil) }

  /// The transform along all axes, or along those named (`jnp.fft.fftn`). Lengths without axes are those of the last.
  public static func fftn(_ x: NDArray, s: [Int]? = nil, axes: [Int]? = nil, norm: Norm = .backward) -> NDArray {
    transform("fftn", .forward, x, s, axes, norm)
  }
  /// The transform along all axes: the form that can be passed as a function.
  public static func fftn(_ x: NDArray) -> NDArray { fftn(x, s: nil) }

  /// The inverse of `fftn` (`jnp.fft.ifftn`).
  public static func ifftn(_ x: NDArray, s: [Int]? = nil, axes: [Int]? = nil, norm: Norm = .backward) -> NDArray {
    transform("ifftn", .inverse, x, s, axes, norm)
  }
  /// The inverse along all axes: the form that can be passed as a function.
  public static func ifftn(_ x: NDArray) -> NDArray { ifftn(x, s: nil) }

  /// The transform of real numbers along all axes, or along those named (`jnp.fft.rfftn`): the last of them has n/2 + 1
  /// numbers.
  public static func rfftn(_ x: NDArray, s: [Int]? = nil, axes: [Int]? = nil, norm: Norm = .backward) -> NDArray {
    transform("rfftn", .real, x, s, axes, norm)
  }
  /// The transform of real numbers along all axes: the form that can be passed as a function.
  public static func rfftn(_ x: NDArray) -> NDArray { rfftn(x, s: nil) }

  /// The inverse of `rfftn` (`jnp.fft.irfftn`).
  public static func irfftn(_ x: NDArray, s: [Int]? = nil, axes: [Int]? = nil, norm: Norm = .backward) -> NDArray {
    transform("irfftn", .realInverse, x, s, axes, norm)
  }
  /// The inverse of `rfftn` along all axes: the form that can be passed as a function.
  public static func irfftn(_ x: NDArray) -> NDArray { irfftn(x, s: nil) }
}

// Frequencies.
extension FFT {
  /// The frequency of each number of a transform of `n` points that are `d` apart (`jnp.fft.fftfreq`): first those that
  /// are not negative.
  ///
  /// ```swift
  /// print(FFT.fftfreq(4))  // [ 0.    0.25 -0.5  -0.25]
  /// ```
  public static func fftfreq(_ n: Int, d: Double = 1, dtype: DType? = nil) -> NDArray {
    guard isCount("fftfreq", n) else { return .poisoned(AbstractArray([], .float32)) }
    let firstNegative = (n + 1) / 2
    let places = (0..<n).map { Double($0 < firstNegative ? $0 : $0 - n) }
    return scaled(places, 1 / (d * Double(n)), dtype)
  }

  /// The frequency of each number of a real transform of `n` points that are `d` apart (`jnp.fft.rfftfreq`).
  public static func rfftfreq(_ n: Int, d: Double = 1, dtype: DType? = nil) -> NDArray {
    guard isCount("rfftfreq", n) else { return .poisoned(AbstractArray([], .float32)) }
    return scaled((0...n / 2).map(Double.init), 1 / (d * Double(n)), dtype)
  }

  /// The frequency 0 in the middle, along all axes or those named (`jnp.fft.fftshift`).
  ///
  /// ```swift
  /// print(FFT.fftshift([0, 1, 2, -2, -1]))  // [-2 -1  0  1  2]
  /// ```
  public static func fftshift(_ x: NDArray, axes: (any AxisArgument)? = nil) -> NDArray {
    rolled("fftshift", x, axes) { $0 / 2 }
  }
  /// The frequency 0 in the middle: the form that can be passed as a function.
  public static func fftshift(_ x: NDArray) -> NDArray { fftshift(x, axes: nil) }

  /// The inverse of `fftshift` (`jnp.fft.ifftshift`).
  public static func ifftshift(_ x: NDArray, axes: (any AxisArgument)? = nil) -> NDArray {
    rolled("ifftshift", x, axes) { -($0 / 2) }
  }
  /// The inverse of `fftshift`: the form that can be passed as a function.
  public static func ifftshift(_ x: NDArray) -> NDArray { ifftshift(x, axes: nil) }

  private static func isCount(_ name: String, _ n: Int) -> Bool {
    if n > 0, n <= Int32.max { return true }
    report(LanewiseError(.value, "\(name): there are no frequencies of \(n) points; n must be at least 1."))
    return false
  }

  private static func scaled(_ places: [Double], _ factor: Double, _ dtype: DType?) -> NDArray {
    NDArray(places, shape: [places.count], dtype: dtype ?? DefaultDTypes.current.float) * factor
  }

  private static func rolled(
    _ name: String, _ x: NDArray, _ axes: (any AxisArgument)?, _ shift: (Int) -> Int
  ) -> NDArray {
    guard let places = Check.axes(name, axes, of: x) else { return .poisoned(x.aval) }
    return places.isEmpty ? x : roll(x, places.map { shift(x.aval.shape[$0]) }, axis: places)
  }
}
