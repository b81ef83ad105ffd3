import LanewiseCore

// Trigonometric and hyperbolic functions. Integers and bool are computed in the default floating-point dtype.

/// The sine of an angle in radians (`jnp.sin`).
public func sin(_ x: NDArray) -> NDArray { Lax.sin(Promote.inexact(x)) }

/// The cosine of an angle in radians (`jnp.cos`).
public func cos(_ x: NDArray) -> NDArray { Lax.cos(Promote.inexact(x)) }

/// The tangent of an angle in radians (`jnp.tan`).
public func tan(_ x: NDArray) -> NDArray { Lax.tan(Promote.inexact(x)) }

/// The angle whose sine is x (`jnp.arcsin`): NaN outside [-1, 1].
public func arcsin(_ x: NDArray) -> NDArray { Lax.asin(Promote.inexact(x)) }

/// The angle whose cosine is x (`jnp.arccos`): NaN outside [-1, 1].
public func arccos(_ x: NDArray) -> NDArray { Lax.acos(Promote.inexact(x)) }

/// The angle in (-π/2, π/2) whose tangent is x (`jnp.arctan`).
public func arctan(_ x: NDArray) -> NDArray { Lax.atan(Promote.inexact(x)) }

/// The hyperbolic sine (`jnp.sinh`).
public func sinh(_ x: NDArray) -> NDArray { Lax.sinh(Promote.inexact(x)) }

/// The hyperbolic cosine (`jnp.cosh`).
public func cosh(_ x: NDArray) -> NDArray { Lax.cosh(Promote.inexact(x)) }

/// The hyperbolic tangent (`jnp.tanh`).
public func tanh(_ x: NDArray) -> NDArray { Lax.tanh(Promote.inexact(x)) }

/// The inverse hyperbolic sine (`jnp.arcsinh`).
public func arcsinh(_ x: NDArray) -> NDArray { Lax.asinh(Promote.inexact(x)) }

/// The inverse hyperbolic cosine (`jnp.arccosh`): NaN below 1.
public func arccosh(_ x: NDArray) -> NDArray { Lax.acosh(Promote.inexact(x)) }

/// The inverse hyperbolic tangent (`jnp.arctanh`): NaN outside [-1, 1].
public func arctanh(_ x: NDArray) -> NDArray { Lax.atanh(Promote.inexact(x)) }

/// The same as ``arcsin(_:)``, under the name of `jnp.asin`.
public func asin(_ x: NDArray) -> NDArray { arcsin(x) }

/// The same as ``arccos(_:)``, under the name of `jnp.acos`.
public func acos(_ x: NDArray) -> NDArray { arccos(x) }

/// The same as ``arctan(_:)``, under the name of `jnp.atan`.
public func atan(_ x: NDArray) -> NDArray { arctan(x) }

/// The same as ``arcsinh(_:)``, under the name of `jnp.asinh`.
public func asinh(_ x: NDArray) -> NDArray { arcsinh(x) }

/// The same as ``arccosh(_:)``, under the name of `jnp.acosh`.
public func acosh(_ x: NDArray) -> NDArray { arccosh(x) }

/// The same as ``arctanh(_:)``, under the name of `jnp.atanh`.
public func atanh(_ x: NDArray) -> NDArray { arctanh(x) }

/// Degrees as radians (`jnp.deg2rad`).
public func deg2rad(_ x: NDArray) -> NDArray { scaled(x, .pi / 180) }

/// Radians as degrees (`jnp.rad2deg`).
public func rad2deg(_ x: NDArray) -> NDArray { scaled(x, 180 / .pi) }

/// By a factor that is as exact as the array's dtype.
private func scaled(_ x: NDArray, _ factor: Double) -> NDArray {
  let x = Promote.inexact(x)
  return x * NDArray.literal(.float(factor), x.dtype, weak: x.weakType)
}

/// Degrees as radians (`jnp.radians`).
public func radians(_ x: NDArray) -> NDArray { deg2rad(x) }

/// Radians as degrees (`jnp.degrees`).
public func degrees(_ x: NDArray) -> NDArray { rad2deg(x) }

/// sin(πx) / (πx), and 1 at 0 (`jnp.sinc`).
public func sinc(_ x: NDArray) -> NDArray {
  let operand = Promote.inexact(x)
  let isZero = Lax.eq(operand, Lax.scalarZero(operand))
  let angle = operand * Double.pi
  // A division by something that is not 0, so that the derivative is not NaN at 0 either.
  let safe = `where`(isZero, Lax.scalarLike(operand, Double.pi), angle)
  return `where`(isZero, Lax.scalarLike(operand, 1), Lax.div(Lax.sin(safe), safe))
}

/// The angle of the point (x, y), in (-π, π] (`jnp.arctan2`); y comes first.
public func arctan2(_ y: NDArray, _ x: NDArray) -> NDArray {
  let (a, b) = Promote.inexact("arctan2", y, x)
  return Lax.atan2(a, b)
}
/// The same as ``arctan2(_:_:)``, under the name of `jnp.atan2`.
public func atan2(_ y: NDArray, _ x: NDArray) -> NDArray { arctan2(y, x) }

/// √(x² + y²) without overflow between (`jnp.hypot`): infinite where one is.
///
/// Its derivatives at (0, 0) are a half, as JAX has them.
public func hypot(_ x: NDArray, _ y: NDArray) -> NDArray {
  let (a, b) = Promote.inexact("hypot", x, y)
  return Lax.hypot(a, b)
}
