import LanewiseCore

// What looks into the format of floating-point numbers.

/// Where elements are NaN (`jnp.isnan`): nowhere among integers.
public func isnan(_ x: NDArray) -> NDArray { FloatingPointClass.test(x, onIntegers: false) { Lax.ne($0, $0) } }

/// Where elements are infinite (`jnp.isinf`).
public func isinf(_ x: NDArray) -> NDArray {
  FloatingPointClass.test(x, onIntegers: false) { Lax.eq(Lax.abs($0), Lax.scalarLike($0, .infinity)) }
}

/// Where elements are neither infinite nor NaN (`jnp.isfinite`): everywhere among integers.
public func isfinite(_ x: NDArray) -> NDArray { FloatingPointClass.test(x, onIntegers: true) { Lax.isFinite($0) } }

/// Where elements are +∞ (`jnp.isposinf`).
public func isposinf(_ x: NDArray) -> NDArray {
  FloatingPointClass.test(x, onIntegers: false) { Lax.eq($0, Lax.scalarLike($0, .infinity)) }
}

/// Where elements are −∞ (`jnp.isneginf`).
public func isneginf(_ x: NDArray) -> NDArray {
  FloatingPointClass.test(x, onIntegers: false) { Lax.eq($0, Lax.scalarLike($0, -.infinity)) }
}

/// Where the sign bit is set (`jnp.signbit`): −0 and NaNs of negative sign too.
public func signbit(_ x: NDArray) -> NDArray {
  if x.dtype.isInteger { return Lax.lt(x, Lax.scalarZero(x)) }
  let operand = Promote.inexact(x)
  let signed: DType = operand.dtype.byteWidth == 2 ? .int16 : operand.dtype.byteWidth == 4 ? .int32 : .int64
  let bits = Lax.bitcastConvertType(operand, signed)
  return Lax.lt(bits, Lax.scalarZero(bits))
}

/// The magnitude of `x` with the sign of `y` (`jnp.copysign`).
public func copysign(_ x: NDArray, _ y: NDArray) -> NDArray {
  let (a, b) = Promote.inexact("copysign", x, y)
  let magnitude = Lax.abs(a)
  return `where`(signbit(b), Lax.neg(magnitude), magnitude)
}

/// The next number after `x` in the direction of `y` (`jnp.nextafter`).
public func nextafter(_ x: NDArray, _ y: NDArray) -> NDArray {
  let (a, b) = Promote.inexact("nextafter", x, y)
  return Lax.nextafter(a, b)
}

/// The step function (`jnp.heaviside`): 0 below 0, 1 above, `y` at 0, and where `x` is NaN.
public func heaviside(_ x: NDArray, _ y: NDArray) -> NDArray {
  let (a, b) = Promote.inexact("heaviside", x, y)
  let zero = Lax.scalarZero(a)
  return `where`(Lax.lt(a, zero), zero, `where`(Lax.gt(a, zero), Lax.scalarLike(a, 1), b))
}

/// NaN as 0 and infinities as the largest numbers, or as asked (`jnp.nan_to_num`).
public func nanToNum(_ x: NDArray, nan: Double = 0, posinf: Double? = nil, neginf: Double? = nil) -> NDArray {
  guard x.dtype.isInexact else { return x }
  guard !x.dtype.isComplex else {
    return Lax.complex(
      nanToNum(Lax.real(x), nan: nan, posinf: posinf, neginf: neginf),
      nanToNum(Lax.imag(x), nan: nan, posinf: posinf, neginf: neginf))
  }
  let largest = FloatingPointClass.largest(x.dtype)
  let (above, below) = (posinf ?? largest, neginf ?? -largest)
  return OnePass.run("nan_to_num \(nan) \(above) \(below)", x) { x in
    let finite = `where`(isnan(x), Lax.scalarLike(x, nan), x)
    let lowered = `where`(isposinf(x), Lax.scalarLike(x, above), finite)
    return [`where`(isneginf(x), Lax.scalarLike(x, below), lowered)]
  }[0]
}
/// NaN as 0 and infinities as the largest numbers: the form that can be passed as a function.
public func nanToNum(_ x: NDArray) -> NDArray { nanToNum(x, nan: 0) }

enum FloatingPointClass {
  static func test(_ x: NDArray, onIntegers: Bool, _ body: (NDArray) -> NDArray) -> NDArray {
    guard x.dtype.isInexact else { return Lax.full(x.shape, .bool(onIntegers), .bool) }
    guard x.dtype.isComplex else { return body(x) }
    let (re, im) = (body(Lax.real(x)), body(Lax.imag(x)))
    return onIntegers ? Lax.and(re, im) : Lax.or(re, im)
  }

  static func largest(_ dtype: DType) -> Double {
    switch dtype {
    case .float16: 65504
    case .bfloat16: 0x1.fep127
    case .float32: Double(Float.greatestFiniteMagnitude)
    default: .greatestFiniteMagnitude
    }
  }

  /// The distance from 1 to the next number.
  static func epsilon(_ dtype: DType) -> Double {
    switch dtype.realPart {
    case .float16: 0x1p-10
    case .bfloat16: 0x1p-7
    case .float32: Double(Float.ulpOfOne)
    default: .ulpOfOne
    }
  }
}
