import LanewiseCore

// Polynomials found from what they do, and divided; their coefficients come with that of the highest power first.

/// The polynomial with these zeros, or the characteristic polynomial of a square matrix (`jnp.poly`).
///
/// ```swift
/// print(poly([1.0, 2.0]))  // [ 1. -3.  2.]
/// ```
public func poly(_ zeros: NDArray) -> NDArray {
  var points = atleast1d(Promote.inexact(zeros))
  if points.ndim == 2, points.aval.shape[0] == points.aval.shape[1] { points = Linalg.eigvals(points) }
  guard Check.rank("poly", points, 1, 1) else { return .poisoned(zeros.aval) }
  let one = Lax.full([1], .int(1), points.dtype)
  return (0..<points.size).reduce(one) { product, place in
    convolve(product, concatenate([one, -Lax.sliceInDim(points, place, place + 1, axis: 0)]))
  }
}

/// The quotient and the remainder of two polynomials (`jnp.polydiv`); the remainder has the length of the dividend.
///
/// ```swift
/// print(polydiv([1.0, 5.0, 6.0], [1.0, 2.0]).quotient)  // [1. 3.]
/// ```
public func polydiv(_ x: NDArray, _ y: NDArray) -> (quotient: NDArray, remainder: NDArray) {
  let both = Promote.together([Promote.inexact(x), Promote.inexact(y)])
  guard Check.rank("polydiv", x, 1, 1), Check.rank("polydiv", y, 1, 1), y.size > 0 else {
    return (.poisoned(x.aval), .poisoned(x.aval))
  }
  var (rest, divisor) = (both[0], both[1])
  let scale = 1 / divisor[0]
  var quotient: [NDArray] = []
  for place in 0..<Swift.max(x.size - y.size + 1, 0) {
    let factor = scale * rest[place]
    quotient.append(factor)
    rest = rest.at[place..<(place + y.size)].add(-factor * divisor)
  }
  divisor = Lax.full([1], .int(0), rest.dtype)
  return (quotient.isEmpty ? divisor : stack(quotient), rest)
}

/// The zeros of a polynomial, as complex numbers (`jnp.roots`). Leading coefficients that are 0 are stripped, which their
/// values must be known for; where they are not stripped, the zeros that are missing are NaN, at the end.
///
/// ```swift
/// sort(real(roots([1.0, -3.0, 2.0])))  // [1. 2.]
/// ```
public func roots(_ coefficients: NDArray, stripZeros: Bool = true) -> NDArray {
  let p = atleast1d(Promote.inexact(coefficients))
  guard Check.rank("roots", p, 1, 1) else { return .poisoned(coefficients.aval) }
  let dtype: DType = p.dtype.realPart == .float64 ? .complex128 : .complex64
  guard p.size > 1 else { return Lax.full([0], .int(0), dtype) }
  if stripZeros {
    let first = Searching.places("roots", p).asArray(Int.self).first ?? p.size
    return Polynomials.roots(p[first...], dtype)
  }
  let isZero = p .== 0
  let leading = `where`(all(isZero), NDArray(weak: p.size), argmin(isZero))
  let places = remainder(arange(p.size) + leading, NDArray(weak: p.size))
  let found = Polynomials.roots(`where`(all(isZero), 1, take(p, places, mode: .clip)), dtype)
  let ordered = Lax.sortKeyVal(found .== 0, found).values
  return `where`(arange(found.size) .< NDArray(weak: found.size) - leading, ordered, .nan)
}

/// The coefficients of the polynomial of a degree that comes closest to points, by least squares (`jnp.polyfit`): values
/// `y` at `x`, or a column of them for each fit, with weights for the points where they are given. Singular values below
/// `rcond` times the greatest count as 0.
///
/// ```swift
/// print(round(polyfit([0.0, 1.0, 2.0], [1.0, 3.0, 5.0], 1)))  // [2. 1.]
/// ```
public func polyfit(
  _ x: NDArray, _ y: NDArray, _ degree: Int, rcond: Double? = nil, weights: NDArray? = nil
) -> NDArray {
  guard degree >= 0, Check.rank("polyfit", x, 1, 1), Check.rank("polyfit", y, 1, 2), x.size > 0,
    x.size == y.aval.shape[0]
  else {
    if x.ndim == 1, y.ndim > 0, y.ndim < 3 {
      report(
        LanewiseError(
          .value,
          "polyfit: degree \(degree) for \(x.size) places and values of shape \(y.aval.shape); the degree must not be negative, and each place needs a value."
        ))
    }
    return .poisoned(y.aval)
  }
  let both = Promote.together([Promote.inexact(x), Promote.inexact(y)])
  var (powers, values) = (vander(both[0], n: degree + 1), both[1])
  if let weights {
    powers = powers * Lax.expandDims(weights, [1])
    values = values * (values.ndim == 2 ? Lax.expandDims(weights, [1]) : weights)
  }
  let scale = Lax.sqrt(sum(powers * powers, axis: 0))
  let cut = rcond ?? Double(x.size) * FloatLimits(both[0].dtype).eps
  let found = Linalg.lstsq(powers / Lax.expandDims(scale, [0]), values, rcond: NDArray(weak: cut)).x
  return found.ndim == 2 ? found / Lax.expandDims(scale, [1]) : found / scale
}

extension Polynomials {
  /// The zeros of a polynomial whose first coefficient is not 0: the eigenvalues of its companion matrix.
  fileprivate static func roots(_ p: NDArray, _ dtype: DType) -> NDArray {
    guard p.size > 1 else { return Lax.full([0], .int(0), dtype) }
    let shifted = eye(p.size - 1, k: -1, dtype: p.dtype)
    return Linalg.eigvals(shifted.at[0].set(-p[1...] / p[0]))
  }
}
