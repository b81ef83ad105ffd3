import LanewiseCore

// Polynomials by their coefficients, that of the highest power first.

/// A polynomial's value at each element of `x` (`jnp.polyval`), by Horner's rule.
///
/// ```swift
/// print(polyval([1, 0, 2], [3, 4]))  // [11 18]
/// ```
public func polyval(_ coefficients: NDArray, _ x: NDArray) -> NDArray {
  guard Check.rank("polyval", coefficients, 1) else { return .poisoned(x.aval) }
  let both = Promote.together([coefficients, x])
  let point = both[1]
  let rest = Array(coefficients.shape.dropFirst())
  guard let shape = Broadcast.shape("polyval", [rest, x.shape]) else { return .poisoned(x.aval) }
  let start = Lax.full(shape, .int(0), point.dtype)
  return Polynomials.coefficients(both[0]).reduce(start) { $0 * point + $1 }
}

/// The sum of two polynomials (`jnp.polyadd`).
public func polyadd(_ x: NDArray, _ y: NDArray) -> NDArray {
  Polynomials.combined("polyadd", x, y, +)
}

/// The difference of two polynomials (`jnp.polysub`).
public func polysub(_ x: NDArray, _ y: NDArray) -> NDArray {
  Polynomials.combined("polysub", x, y, -)
}

/// The product of two polynomials (`jnp.polymul`).
///
/// ```swift
/// print(polymul([1, 2], [1, 3]))  // [1. 5. 6.]
/// ```
public func polymul(_ x: NDArray, _ y: NDArray) -> NDArray { convolve(atleast1d(x), atleast1d(y)) }

/// The derivative of a polynomial, taken `m` times (`jnp.polyder`).
public func polyder(_ x: NDArray, m: Int = 1) -> NDArray {
  guard Check.rank("polyder", x, 1, 1) else { return .poisoned(x.aval) }
  guard m >= 0 else {
    return fail(.value, "polyder: a derivative cannot be taken \(m) times; m must not be negative.", like: x.aval)
  }
  var result = Promote.number(x)
  for _ in 0..<Swift.min(m, x.aval.shape[0]) {
    let count = result.aval.shape[0]
    let powers = Lax.rev(Lax.iota(result.dtype, [count], 0), [0])
    result = Lax.sliceInDim(result * powers, 0, count - 1, axis: 0)
  }
  return result
}

/// The integral of a polynomial (`jnp.polyint`), whose constant is 0.
public func polyint(_ x: NDArray) -> NDArray {
  guard Check.rank("polyint", x, 1, 1) else { return .poisoned(x.aval) }
  let operand = Promote.inexact(x)
  let powers = Lax.rev(Lax.iota(operand.dtype, [x.aval.shape[0]], 0), [0]) + 1
  return Lax.pad(operand / powers, Lax.scalarZero(operand), [(low: 0, high: 1, interior: 0)])
}

/// How much of a convolution is kept.
public enum ConvolutionMode: String, Sendable {
  /// All places where the two overlap.
  case full
  /// As many as the longer one has elements, from the middle.
  case same
  /// The places where the shorter one lies wholly inside the longer.
  case valid
}

/// The convolution of two vectors (`jnp.convolve`), in their common floating-point dtype.
///
/// ```swift
/// print(convolve([1, 2, 3], [0, 1]))  // [0. 1. 2. 3.]
/// ```
public func convolve(_ x: NDArray, _ y: NDArray, mode: ConvolutionMode = .full) -> NDArray {
  Convolving.vectors("convolve", x, y, mode) { Lax.rev($0, [0]) }
}

/// The correlation of two vectors (`jnp.correlate`): that with `y` conjugated and not turned around.
public func correlate(_ x: NDArray, _ y: NDArray, mode: ConvolutionMode = .valid) -> NDArray {
  let result = Convolving.vectors("correlate", x, Lax.conj(y), mode) { $0 }
  return x.size >= y.size || result.ndim != 1 ? result : Lax.rev(result, [0])
}

enum Convolving {
  /// The longer vector convolved with what `turned` makes of the shorter.
  static func vectors(
    _ name: String, _ x: NDArray, _ y: NDArray, _ mode: ConvolutionMode, _ turned: (NDArray) -> NDArray
  ) -> NDArray {
    guard Check.rank(name, x, 1, 1), Check.rank(name, y, 1, 1) else { return .poisoned(x.aval) }
    guard x.size > 0, y.size > 0 else {
      return fail(
        .value, "\(name): shapes \(x.aval.shape) and \(y.aval.shape): an empty vector cannot be convolved.",
        like: x.aval)
    }
    let dtype = Promotion.inexact(Promotion.join([x, y])).dtype
    let (a, b) = (x.converted(to: dtype), y.converted(to: dtype))
    let (long, short) = x.size >= y.size ? (a, b) : (b, a)
    let m = short.size
    let border: (Int, Int) =
      switch mode {
      case .full: (m - 1, m - 1)
      case .same: (m / 2, m - m / 2 - 1)
      case .valid: (0, 0)
      }
    let result = Lax.convGeneralDilated(
      Lax.reshape(long, [1, 1, long.size]), Lax.reshape(turned(short), [1, 1, m]), windowStrides: [1],
      padding: .explicit([border]))
    return result.isPoisoned ? result : Lax.reshape(result, [result.size])
  }
}

enum Polynomials {
  /// The coefficients, each an array of the remaining shape; numbers where they are known.
  static func coefficients(_ x: NDArray) -> [NDArray] {
    guard x.ndim == 1, let storage = x.storage else { return Array(x) }
    return (0..<x.size).map { .literal(Scalar(x.dtype, at: storage.address + $0 * x.dtype.byteWidth), x.dtype) }
  }

  static func combined(_ name: String, _ x: NDArray, _ y: NDArray, _ body: (NDArray, NDArray) -> NDArray) -> NDArray {
    guard Check.rank(name, x, 1, 1), Check.rank(name, y, 1, 1) else { return .poisoned(x.aval) }
    let length = Swift.max(x.size, y.size)
    func padded(_ a: NDArray) -> NDArray {
      Lax.pad(a, Lax.scalarZero(a), [(low: length - a.size, high: 0, interior: 0)])
    }
    return body(padded(x), padded(y))
  }
}
