import LanewiseCore
import LanewiseEngine

extension FFT {
  /// What all transforms are: the axes last, the lengths cut or padded, transformed, scaled, and the axes put back.
  static func transform(
    _ name: String, _ kind: FourierKind, _ x: NDArray, _ lengths: [Int]?, _ axes: [Int]?, _ norm: Norm
  ) -> NDArray {
    guard let operand = operand(name, kind, x), let places = places(name, x, lengths, axes) else {
      return .poisoned(x.aval)
    }
    let count = places.count
    let last = Array(x.ndim - count..<x.ndim)
    let moved = axes == nil ? operand : moveaxis(operand, places, last)
    var points = lengths ?? last.map { moved.aval.shape[$0] }
    if lengths == nil, kind == .realInverse, count > 0 { points[count - 1] = Swift.max(0, 2 * (points[count - 1] - 1)) }
    guard isPossible(name, points, x) else { return .poisoned(x.aval) }
    guard count > 0 else { return operand }
    var taken = points
    if kind == .realInverse { taken[count - 1] = points[count - 1] / 2 + 1 }
    let fitted = lengths == nil ? moved : fitted(moved, taken)
    var result = bindOne(Fourier(kind, lengths: points), fitted)
    if let factor = factor(name, norm, points.reduce(1.0) { $0 * Double($1) }) {
      result = result * NDArray.weakLiteral(.float(factor))
    }
    return axes == nil ? result : moveaxis(result, last, places)
  }

  /// The operand in a dtype that the transform takes.
  fileprivate static func operand(_ name: String, _ kind: FourierKind, _ x: NDArray) -> NDArray? {
    let inexact = Promotion.inexact((x.dtype, false)).dtype
    let isWide = inexact == .float64 || inexact == .complex128
    guard kind == .real else { return x.converted(to: isWide ? .complex128 : .complex64) }
    guard !x.dtype.isComplex else {
      report(
        LanewiseError(
          .dtype,
          "\(name): the operand has dtype \(x.dtype), but it takes real numbers; take the transform of complex numbers, or real(x)."
        ))
      return nil
    }
    return x.converted(to: isWide ? .float64 : .float32)
  }

  private static func places(_ name: String, _ x: NDArray, _ lengths: [Int]?, _ axes: [Int]?) -> [Int]? {
    if let axes {
      guard let places = Check.orderedAxes(name, axes, of: x) else { return nil }
      if let lengths, lengths.count != axes.count {
        report(
          LanewiseError(
            .value,
            "\(name): \(lengths.count) lengths \(ParameterValue.ints(lengths)) for \(axes.count) axes \(ParameterValue.ints(axes)); one is needed for each."
          ))
        return nil
      }
      return places
    }
    guard (lengths?.count ?? 0) <= x.ndim else {
      report(
        LanewiseError(
          .shape, "\(name): \(lengths!.count) lengths for an array of shape \(x.aval.shape), which has fewer axes."))
      return nil
    }
    return Array(x.ndim - (lengths?.count ?? x.ndim)..<x.ndim)
  }

  private static func isPossible(_ name: String, _ points: [Int], _ x: NDArray) -> Bool {
    if points.allSatisfy({ $0 >= 1 && $0 <= Int32.max }) { return true }
    report(
      LanewiseError(
        .value,
        "\(name): a transform of \(ParameterValue.ints(points)) points of an array of shape \(x.aval.shape); every length must be at least 1."
      ))
    return false
  }

  /// The last dimensions cut off, or padded with zeros, to these extents.
  private static func fitted(_ x: NDArray, _ extents: [Int]) -> NDArray {
    var border = Array(repeating: (low: 0, high: 0, interior: 0), count: x.ndim)
    for (axis, extent) in zip(x.ndim - extents.count..<x.ndim, extents) {
      border[axis].high = extent - x.aval.shape[axis]
    }
    return border.allSatisfy { $0.high == 0 } ? x : Lax.pad(x, Lax.scalarZero(x), border)
  }

  /// What a norm makes of a transform whose inverse divides by the number of points; nil is 1.
  private static func factor(_ name: String, _ norm: Norm, _ points: Double) -> Double? {
    let isInverse = name.hasPrefix("i")
    switch norm {
    case .backward: return nil
    case .ortho: return isInverse ? points.squareRoot() : 1 / points.squareRoot()
    case .forward: return isInverse ? points : 1 / points
    }
  }
}

extension Lax {
  /// The kinds of ``fft(_:_:_:)``.
  public enum FFTType: Sendable { case fft, ifft, rfft, irfft }

  /// The transform over the last dimensions, which must have these extents (`lax.fft`); for `irfft`, the last one
  /// `lengths.last / 2 + 1`. Inverse ones divide by the number of points.
  public static func fft(_ x: NDArray, _ type: FFTType, _ lengths: [Int]) -> NDArray {
    let kind: FourierKind =
      switch type {
      case .fft: .forward
      case .ifft: .inverse
      case .rfft: .real
      case .irfft: .realInverse
      }
    guard let operand = FFT.operand("fft", kind, x) else { return .poisoned(x.aval) }
    return lengths.isEmpty ? operand : bindOne(Fourier(kind, lengths: lengths), operand)
  }
}
