import LanewiseCore

// Arithmetic by name. Operands broadcast together and meet in their common dtype.

/// The absolute value (`jnp.abs`); of a complex number its modulus. The least integer stays itself.
public func abs(_ x: NDArray) -> NDArray { x.dtype == .bool ? x : Lax.abs(x) }

/// The same as ``abs(_:)`` (`jnp.absolute`).
public func absolute(_ x: NDArray) -> NDArray { abs(x) }

/// The absolute value in floating point (`jnp.fabs`).
public func fabs(_ x: NDArray) -> NDArray { Lax.abs(Promote.inexact(x)) }

/// -1, 0 or 1 by the sign (`jnp.sign`); NaN stays NaN, and −0 stays −0.
public func sign(_ x: NDArray) -> NDArray { Lax.sign(x) }

/// The number of opposite sign (`jnp.negative`).
public func negative(_ x: NDArray) -> NDArray { -x }

/// The number itself (`jnp.positive`).
public func positive(_ x: NDArray) -> NDArray { x }

/// `1 / x` (`jnp.reciprocal`), in floating point.
public func reciprocal(_ x: NDArray) -> NDArray { 1 / Promote.inexact(x) }

/// Each element times itself (`jnp.square`).
public func square(_ x: NDArray) -> NDArray { Lax.integerPow(Promote.number(x), 2) }

/// The real part (`jnp.real`).
public func real(_ x: NDArray) -> NDArray { Lax.real(x) }

/// The imaginary part (`jnp.imag`): 0 for real numbers.
public func imag(_ x: NDArray) -> NDArray { Lax.imag(x) }

/// The complex conjugate (`jnp.conj`).
public func conj(_ x: NDArray) -> NDArray { Lax.conj(x) }

/// The complex conjugate (`jnp.conjugate`).
public func conjugate(_ x: NDArray) -> NDArray { Lax.conj(x) }

/// The angle of a complex number in radians (`jnp.angle`): 0 or π for real ones.
public func angle(_ x: NDArray) -> NDArray { arctan2(Lax.imag(Promote.inexact(x)), Lax.real(Promote.inexact(x))) }

/// `x + y` (`jnp.add`).
public func add(_ x: NDArray, _ y: NDArray) -> NDArray { x + y }
/// `x - y` (`jnp.subtract`).
public func subtract(_ x: NDArray, _ y: NDArray) -> NDArray { x - y }
/// `x * y` (`jnp.multiply`).
public func multiply(_ x: NDArray, _ y: NDArray) -> NDArray { x * y }
/// `x / y` in floating point (`jnp.divide`).
public func divide(_ x: NDArray, _ y: NDArray) -> NDArray { x / y }
/// `x / y` in floating point (`jnp.true_divide`).
public func trueDivide(_ x: NDArray, _ y: NDArray) -> NDArray { x / y }
/// `x ** y` (`jnp.power`): integers to integer powers stay integers.
public func power(_ x: NDArray, _ y: NDArray) -> NDArray { x ** y }
/// `x ** y` (`jnp.pow`).
public func pow(_ x: NDArray, _ y: NDArray) -> NDArray { x ** y }
/// The remainder with the sign of the divisor (`jnp.mod`), as `x % y`.
public func mod(_ x: NDArray, _ y: NDArray) -> NDArray { remainder(x, y) }
/// The larger of two elements (`jnp.maximum`); NaN where one is NaN. At a tie each has half the derivative.
///
/// ```swift
/// print(maximum(0, [-1, 2]))  // [0 2]
/// ```
public func maximum(_ x: NDArray, _ y: NDArray) -> NDArray { Arithmetic.apply(.max, x, y) }
/// The smaller of two elements (`jnp.minimum`); NaN where one is NaN.
public func minimum(_ x: NDArray, _ y: NDArray) -> NDArray { Arithmetic.apply(.min, x, y) }
/// The larger of two elements, the other one where one is NaN (`jnp.fmax`).
public func fmax(_ x: NDArray, _ y: NDArray) -> NDArray { `where`((x .> y) | isnan(y), x, y) }
/// The smaller of two elements, the other one where one is NaN (`jnp.fmin`).
public func fmin(_ x: NDArray, _ y: NDArray) -> NDArray { `where`((x .< y) | isnan(y), x, y) }

/// `x` to the power `y`, always in floating point (`jnp.float_power`).
public func floatPower(_ x: NDArray, _ y: NDArray) -> NDArray {
  let (a, b) = Promote.inexact("float_power", x, y)
  return Lax.pow(a, b)
}

/// The quotient rounded towards −∞ (`jnp.floor_divide`).
///
/// ```swift
/// print(floorDivide([7, -7], 3))  // [ 2 -3]
/// ```
public func floorDivide(_ x: NDArray, _ y: NDArray) -> NDArray {
  let (a, b) = Arithmetic.promoted("floor_divide", x, y)
  if a.dtype.isUnsignedInteger { return Lax.div(a, b) }
  guard a.dtype.isInteger else { return Division.floating(a, b).quotient }
  return OnePass.run("floor_divide", of: [a, b]) { [Division.integers($0[0], $0[1])] }[0]
}

/// The remainder with the sign of the dividend, as C has it (`jnp.fmod`).
public func fmod(_ x: NDArray, _ y: NDArray) -> NDArray {
  let (a, b) = Arithmetic.promoted("fmod", x, y)
  return Lax.rem(a, b)
}

/// ``floorDivide(_:_:)`` and ``remainder(_:_:)`` at once (`jnp.divmod`).
public func divmod(_ x: NDArray, _ y: NDArray) -> (quotient: NDArray, remainder: NDArray) {
  let (a, b) = Arithmetic.promoted("divmod", x, y)
  return a.dtype.isInteger ? (floorDivide(a, b), remainder(a, b)) : Division.floating(a, b)
}

/// `x` between two bounds, of which each may be left out (`jnp.clip`). Bounds broadcast; where they cross, the upper one
/// wins.
///
/// ```swift
/// print(clip(arange(6), 1, 3))  // [1 1 2 3 3 3]
/// ```
public func clip(_ x: NDArray, _ min: NDArray? = nil, _ max: NDArray? = nil) -> NDArray {
  let raised = min.map { maximum($0, x) } ?? x
  return max.map { minimum($0, raised) } ?? raised
}

/// The greatest common divisor of integers (`jnp.gcd`).
public func gcd(_ x: NDArray, _ y: NDArray) -> NDArray {
  let (a, b) = Arithmetic.promoted("gcd", x, y)
  guard a.dtype.isInteger, let shape = Broadcast.shape("gcd", [a.shape, b.shape]) else {
    return Division.needsIntegers("gcd", a)
  }
  return Division.gcd(Lax.abs(Broadcast.expand(a, to: shape)), Lax.abs(Broadcast.expand(b, to: shape)))
}

/// The least common multiple of integers (`jnp.lcm`): 0 where one is 0.
public func lcm(_ x: NDArray, _ y: NDArray) -> NDArray {
  let (a, b) = Arithmetic.promoted("lcm", x, y)
  guard a.dtype.isInteger else { return Division.needsIntegers("lcm", a) }
  let divisor = gcd(a, b)
  let isZero = Lax.eq(divisor, Lax.scalarZero(divisor))
  let safe = `where`(isZero, Lax.literalLike(divisor, 1), divisor)
  return `where`(isZero, Lax.scalarZero(divisor), Lax.mul(Lax.abs(a), Lax.div(Lax.abs(b), safe)))
}

/// A number of the dtype of `x`.
extension Lax {
  static func literalLike(_ x: NDArray, _ value: Int) -> NDArray { .literal(.int(Int64(value)), x.dtype) }
}

enum Division {
  /// The quotient of signed integers towards −∞.
  static func integers(_ a: NDArray, _ b: NDArray) -> NDArray {
    let quotient = Lax.div(a, b)
    let rest = Lax.rem(a, b)
    let isBelow = (Lax.sign(a) .!= Lax.sign(b)) & Lax.ne(rest, Lax.scalarZero(rest))
    return `where`(isBelow, Lax.sub(quotient, Lax.literalLike(quotient, 1)), quotient)
  }

  /// Quotient and remainder of floating-point numbers, with Python's signs.
  static func floating(_ a: NDArray, _ b: NDArray) -> (quotient: NDArray, remainder: NDArray) {
    let rest = Lax.rem(a, b)
    let quotient = Lax.div(Lax.sub(a, rest), b)
    let isBelow = Lax.ne(rest, Lax.scalarZero(rest)) & (Lax.sign(b) .!= Lax.sign(rest))
    let moved = `where`(isBelow, Lax.add(rest, b), rest)
    let lowered = `where`(isBelow, Lax.sub(quotient, Lax.scalarLike(quotient, 1)), quotient)
    return (Lax.round(lowered), moved)
  }

  /// Euclid's algorithm on numbers that are not negative: until it ends where the numbers are known, else as often as
  /// the worst numbers of the dtype (neighbours in Fibonacci's sequence) need.
  static func gcd(_ x: NDArray, _ y: NDArray) -> NDArray {
    var (a, b) = (x, y)
    let isKnown = a.storage != nil && b.storage != nil && !Context.isTracing
    for _ in 0..<(a.dtype.byteWidth * 12) {
      let isDone = Lax.eq(b, Lax.scalarZero(b))
      if isKnown, Bool(all(isDone)) { break }
      let divisor = `where`(isDone, Lax.literalLike(b, 1), b)
      (a, b) = (`where`(isDone, a, b), `where`(isDone, b, Lax.rem(a, divisor)))
    }
    return a
  }

  static func needsIntegers(_ name: String, _ x: NDArray) -> NDArray {
    x.dtype.isInteger
      ? .poisoned(x.aval)
      : fail(.dtype, "\(name): the operands have dtype \(x.dtype); they must be integers.", like: x.aval)
  }
}
