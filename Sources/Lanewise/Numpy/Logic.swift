import LanewiseCore

// Comparisons and logic. Results are bool; numbers are true where they are not 0.

/// Where elements are false (`jnp.logical_not`).
public func logicalNot(_ x: NDArray) -> NDArray { Lax.bitwiseNot(Promote.truth(x)) }

/// The bits inverted; bool negated (`jnp.bitwise_not`).
public func bitwiseNot(_ x: NDArray) -> NDArray { ~x }

/// The bits inverted (`jnp.invert`).
public func invert(_ x: NDArray) -> NDArray { ~x }

/// How many bits of the absolute value are 1, as uint8 (`jnp.bitwise_count`).
public func bitwiseCount(_ x: NDArray) -> NDArray {
  Lax.populationCount(x.dtype.isSignedInteger ? Lax.abs(x) : x).astype(.uint8)
}

/// Where both are true (`jnp.logical_and`).
public func logicalAnd(_ x: NDArray, _ y: NDArray) -> NDArray { Promote.truth(x) & Promote.truth(y) }
/// Where one is true (`jnp.logical_or`).
public func logicalOr(_ x: NDArray, _ y: NDArray) -> NDArray { Promote.truth(x) | Promote.truth(y) }
/// Where exactly one is true (`jnp.logical_xor`).
public func logicalXor(_ x: NDArray, _ y: NDArray) -> NDArray { Promote.truth(x) ^ Promote.truth(y) }
/// `x & y` (`jnp.bitwise_and`).
public func bitwiseAnd(_ x: NDArray, _ y: NDArray) -> NDArray { x & y }
/// `x | y` (`jnp.bitwise_or`).
public func bitwiseOr(_ x: NDArray, _ y: NDArray) -> NDArray { x | y }
/// `x ^ y` (`jnp.bitwise_xor`).
public func bitwiseXor(_ x: NDArray, _ y: NDArray) -> NDArray { x ^ y }
/// `x << y` (`jnp.left_shift`).
public func leftShift(_ x: NDArray, _ y: NDArray) -> NDArray { x << y }
/// `x >> y` (`jnp.right_shift`); signed integers keep their sign.
public func rightShift(_ x: NDArray, _ y: NDArray) -> NDArray { x >> y }
/// `~x` (`jnp.bitwise_invert`).
public func bitwiseInvert(_ x: NDArray) -> NDArray { bitwiseNot(x) }
/// `x << y` (`jnp.bitwise_left_shift`).
public func bitwiseLeftShift(_ x: NDArray, _ y: NDArray) -> NDArray { x << y }
/// `x >> y` (`jnp.bitwise_right_shift`); signed integers keep their sign.
public func bitwiseRightShift(_ x: NDArray, _ y: NDArray) -> NDArray { x >> y }
/// `x .== y` (`jnp.equal`).
public func equal(_ x: NDArray, _ y: NDArray) -> NDArray { x .== y }
/// `x .!= y` (`jnp.not_equal`).
public func notEqual(_ x: NDArray, _ y: NDArray) -> NDArray { x .!= y }
/// `x .< y` (`jnp.less`).
public func less(_ x: NDArray, _ y: NDArray) -> NDArray { x .< y }
/// `x .<= y` (`jnp.less_equal`).
public func lessEqual(_ x: NDArray, _ y: NDArray) -> NDArray { x .<= y }
/// `x .> y` (`jnp.greater`).
public func greater(_ x: NDArray, _ y: NDArray) -> NDArray { x .> y }
/// `x .>= y` (`jnp.greater_equal`).
public func greaterEqual(_ x: NDArray, _ y: NDArray) -> NDArray { x .>= y }

/// Where |x − y| ≤ atol + rtol·|y| (`jnp.isclose`): infinities are close to themselves, NaN to nothing unless
/// `equalNaN`. Integers must be equal.
public func isclose(
  _ x: NDArray, _ y: NDArray, rtol: Double = 1e-5, atol: Double = 1e-8, equalNaN: Bool = false
) -> NDArray {
  let (a, b) = Arithmetic.promoted("isclose", x, y)
  guard a.dtype.isInexact else { return Lax.eq(a, b) }
  return OnePass.run("isclose \(rtol) \(atol) \(equalNaN)", of: [a, b]) { x in
    let (a, b) = (x[0], x[1])
    let distance = Lax.abs(a - b)
    // An infinite distance is above the greatest number, to which the limit is held, and that of equal infinities is NaN.
    let limit = minimum(Lax.abs(b) * rtol + atol, NDArray(finfo(distance.dtype).max))
    let close = Lax.eq(a, b) | (distance .<= limit)
    return [equalNaN ? close | (isnan(a) & isnan(b)) : close]
  }[0]
}

/// Whether all elements are close (`jnp.allclose`), as a bool array of rank 0.
public func allclose(
  _ x: NDArray, _ y: NDArray, rtol: Double = 1e-5, atol: Double = 1e-8, equalNaN: Bool = false
) -> NDArray {
  all(isclose(x, y, rtol: rtol, atol: atol, equalNaN: equalNaN))
}

/// Whether two arrays have the same shape and elements (`jnp.array_equal`), as a bool array of rank 0.
public func arrayEqual(_ x: NDArray, _ y: NDArray, equalNaN: Bool = false) -> NDArray {
  guard x.aval.shape == y.aval.shape else { return .literal(.bool(false), .bool) }
  let isEqual = x .== y
  return all(equalNaN ? isEqual | (isnan(x) & isnan(y)) : isEqual)
}

/// Whether two arrays have equal elements once they are broadcast together (`jnp.array_equiv`); false where they cannot
/// be.
public func arrayEquiv(_ x: NDArray, _ y: NDArray) -> NDArray {
  let extents = zip(x.shape.reversed(), y.shape.reversed())
  guard extents.allSatisfy({ $0 == $1 || $0 == 1 || $1 == 1 }) else { return false }
  return all(x .== y)
}
