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
/// print(polymul([1, 2], [1, 3]))  // [1 5 6]
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

/// The convolution of two vectors (`jnp.convolve`).
public func convolve(_ x: NDArray, _ y: NDArray, mode: ConvolutionMode = .full) -> NDArray {
  guard Check.rank("convolve", x, 1, 1), Check.rank("convolve", y, 1, 1) else { return .poisoned(x.aval) }
  guard x.size > 0, y.size > 0 else {
    return fail(
      .value, "convolve: shapes \(x.aval.shape) and \(y.aval.shape): an empty vector cannot be convolved.", like: x.aval
    )
  }
  let both = Promote.together([x, y])
  let (long, short) = x.size >= y.size ? (both[0], both[1]) : (both[1], both[0])
  let (n, m) = (long.size, short.size)
  guard Check.isShape("convolve", [m, n + m]) else { return .poisoned(x.aval) }
  // The products, one row for each element of the shorter; a row read one short of its width moves on by one place.
  let products = Lax.pad(
    outer(short, long), Lax.scalarZero(long), [(low: 0, high: 0, interior: 0), (low: 0, high: m, interior: 0)])
  let skewed = Lax.sliceInDim(ravel(products), 0, m * (n + m - 1), axis: 0)
  let all = Lax.reduceSum(Lax.reshape(skewed, [m, n + m - 1]), [0])
  switch mode {
  case .full: return all
  case .same: return Lax.sliceInDim(all, (m - 1) / 2, (m - 1) / 2 + n, axis: 0)
  case .valid: return Lax.sliceInDim(all, m - 1, n, axis: 0)
  }
}

/// The correlation of two vectors (`jnp.correlate`), that with `y` conjugated.
public func correlate(_ x: NDArray, _ y: NDArray, mode: ConvolutionMode = .valid) -> NDArray {
  guard Check.rank("correlate", y, 1, 1) else { return .poisoned(x.aval) }
  let result = convolve(x, Lax.conj(Lax.rev(y, [0])), mode: mode)
  return x.size >= y.size || mode == .full || result.ndim != 1 ? result : Lax.rev(result, [0])
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
