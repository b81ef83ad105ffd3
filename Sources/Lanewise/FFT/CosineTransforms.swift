import LanewiseCore

// Cosine transforms of the second type (`jax.scipy.fft`), by a Fourier transform of the same length (Makhoul 1980).
extension FFT {
  /// How a cosine transform is scaled.
  public enum CosineNorm: Sendable {
    /// The transform is 2 Σ xⱼ cos(π·k(2j + 1)/2n), and its inverse divides.
    case backward
    /// Both are orthogonal.
    case ortho
  }

  /// The cosine transform of the second type along an axis (`jax.scipy.fft.dct`); `n` cuts the operand off, or pads it
  /// with zeros.
  ///
  /// ```swift
  /// print(FFT.dct([1.0, 1.0]))  // [4. 0.]
  /// ```
  public static func dct(_ x: NDArray, n: Int? = nil, axis: Int = -1, norm: CosineNorm = .backward) -> NDArray {
    guard let (operand, axis) = cosineOperand("dct", x, n, axis) else { return .poisoned(x.aval) }
    let count = operand.aval.shape[axis]
    let even = Lax.sliceInDim(operand, 0, count, stride: 2, axis: axis)
    let odd = Lax.rev(Lax.sliceInDim(operand, Swift.min(1, count), count, stride: 2, axis: axis), [axis])
    let spectrum = fft(Lax.concatenate([even, odd], dimension: axis), axis: axis)
    let result = 2 * Lax.real(spectrum * quarterTurns(operand, axis))
    return norm == .ortho ? result / cosineNorms(operand, axis) : result
  }
  /// The cosine transform along the last axis: the form that can be passed as a function.
  public static func dct(_ x: NDArray) -> NDArray { dct(x, n: nil) }

  /// The inverse of ``dct(_:n:axis:norm:)`` (`jax.scipy.fft.idct`).
  public static func idct(_ x: NDArray, n: Int? = nil, axis: Int = -1, norm: CosineNorm = .backward) -> NDArray {
    guard let (operand, axis) = cosineOperand("idct", x, n, axis) else { return .poisoned(x.aval) }
    let count = operand.aval.shape[axis]
    let norms = cosineNorms(operand, axis)
    let scaled = norm == .ortho ? operand / norms : operand / norms / norms
    let complex = scaled.astype(operand.dtype == .float64 ? .complex128 : .complex64)
    let spectrum = complex / quarterTurns(operand, axis) * NDArray.weakLiteral(.float(2 * Double(count)))
    let signal = Lax.real(ifft(spectrum, axis: axis))
    // The first half are the even places, the second the odd ones from the end.
    let half = (count + 1) / 2
    let even = Lax.sliceInDim(signal, 0, half, axis: axis)
    let odd = Lax.rev(Lax.sliceInDim(signal, half, count, axis: axis), [axis])
    func spread(_ part: NDArray, _ low: Int) -> NDArray {
      var border = Array(repeating: (low: 0, high: 0, interior: 0), count: part.ndim)
      let extent = part.aval.shape[axis]
      border[axis] = (low, count - low - Swift.max(0, 2 * extent - 1), 1)
      return Lax.pad(part, Lax.scalarZero(part), border)
    }
    return spread(even, 0) + spread(odd, 1)
  }
  /// The inverse cosine transform along the last axis: the form that can be passed as a function.
  public static func idct(_ x: NDArray) -> NDArray { idct(x, n: nil) }

  /// The cosine transform along all axes, or those named (`jax.scipy.fft.dctn`).
  public static func dctn(
    _ x: NDArray, s: [Int]? = nil, axes: [Int]? = nil, norm: CosineNorm = .backward
  ) -> NDArray {
    alongAxes("dctn", x, s, axes) { dct($0, n: $1, axis: $2, norm: norm) }
  }
  /// The cosine transform along all axes: the form that can be passed as a function.
  public static func dctn(_ x: NDArray) -> NDArray { dctn(x, s: nil) }

  /// The inverse of ``dctn(_:s:axes:norm:)`` (`jax.scipy.fft.idctn`).
  public static func idctn(
    _ x: NDArray, s: [Int]? = nil, axes: [Int]? = nil, norm: CosineNorm = .backward
  ) -> NDArray {
    alongAxes("idctn", x, s, axes) { idct($0, n: $1, axis: $2, norm: norm) }
  }
  /// The inverse cosine transform along all axes: the form that can be passed as a function.
  public static func idctn(_ x: NDArray) -> NDArray { idctn(x, s: nil) }

  private static func alongAxes(
    _ name: String, _ x: NDArray, _ s: [Int]?, _ axes: [Int]?, _ body: (NDArray, Int?, Int) -> NDArray
  ) -> NDArray {
    guard let places = Check.orderedAxes(name, axes ?? Array(0..<x.ndim), of: x) else { return .poisoned(x.aval) }
    guard s == nil || s!.count <= places.count else {
      return fail(
        .value, "\(name): \(s!.count) lengths for \(places.count) axes of shape \(x.aval.shape).", like: x.aval)
    }
    return places.enumerated().reduce(x) { result, item in
      body(result, s.flatMap { item.offset < $0.count ? $0[item.offset] : nil }, item.element)
    }
  }

  /// The operand in floating point, as long as asked for, and the axis.
  private static func cosineOperand(_ name: String, _ x: NDArray, _ n: Int?, _ axis: Int) -> (NDArray, Int)? {
    guard let place = Check.axis(name, axis, of: x) else { return nil }
    guard !x.dtype.isComplex, (n ?? x.aval.shape[place]) > 0 else {
      report(
        LanewiseError(
          .value,
          "\(name): an operand of type \(x.aval) along axis \(axis), to the length \(n ?? x.aval.shape[place]); it takes real numbers, and at least 1 of them."
        ))
      return nil
    }
    let operand = Promote.inexact(x)
    var border = Array(repeating: (low: 0, high: 0, interior: 0), count: x.ndim)
    border[place].high = (n ?? x.aval.shape[place]) - x.aval.shape[place]
    return (border[place].high == 0 ? operand : Lax.pad(operand, Lax.scalarZero(operand), border), place)
  }

  /// e^(−iπk/2n) for each place k of the axis.
  private static func quarterTurns(_ x: NDArray, _ axis: Int) -> NDArray {
    let angle = places(x, axis) * NDArray.weakLiteral(.float(-Double.pi / 2 / Double(x.aval.shape[axis])))
    return Lax.complex(Lax.cos(angle), Lax.sin(angle))
  }

  /// The length of each vector of the transform.
  private static func cosineNorms(_ x: NDArray, _ axis: Int) -> NDArray {
    let count = Double(x.aval.shape[axis])
    return `where`(
      places(x, axis) .> 0, NDArray.literal(.float((2 * count).squareRoot()), x.dtype),
      NDArray.literal(.float((4 * count).squareRoot()), x.dtype))
  }

  private static func places(_ x: NDArray, _ axis: Int) -> NDArray {
    var shape = Array(repeating: 1, count: x.ndim)
    shape[axis] = x.aval.shape[axis]
    return Lax.iota(x.dtype, shape, axis)
  }
}
