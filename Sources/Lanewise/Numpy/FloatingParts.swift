import LanewiseCore

// Floating-point numbers taken apart and put together.

/// The fraction and the whole part of each element, both of its sign (`jnp.modf`).
///
/// ```swift
/// print(modf([2.25, -1.5]).fraction)  // [ 0.25 -0.5 ]
/// ```
public func modf(_ x: NDArray) -> (fraction: NDArray, whole: NDArray) {
  let operand = Promote.inexact(x)
  guard operand.dtype.isFloating else {
    let wrong = fail(.dtype, "modf: dtype \(x.dtype) has no order; take its real or imaginary part.", like: x.aval)
    return (wrong, wrong)
  }
  let whole = Lax.select(Lax.ge(operand, Lax.scalarZero(operand)), Lax.floor(operand), Lax.ceil(operand))
  return (operand - whole, whole)
}

/// Each element as a mantissa from 0.5 to 1 times a power of 2 (`jnp.frexp`): the mantissas, and the exponents as int32.
///
/// ```swift
/// frexp([6.0]).exponent  // [3]
/// ```
public func frexp(_ x: NDArray) -> (mantissa: NDArray, exponent: NDArray) {
  let operand = Promote.inexact(x)
  guard operand.dtype.isFloating else {
    let wrong = fail(.dtype, "frexp: dtype \(x.dtype) has no mantissa; take its real or imaginary part.", like: x.aval)
    return (wrong, wrong)
  }
  let parts = OnePass.run("frexp", operand, FloatLayout.parts)
  return (parts[0], parts[1])
}

extension FloatLayout {
  /// Mantissa and exponent of each element.
  fileprivate static let parts: OnePass.Function = { operand in
    let layout = FloatLayout(operand.dtype)
    func bits(_ value: Int64) -> NDArray { .literal(.int(value), layout.bits) }
    // A subnormal number is brought into range first, by a power of 2 that is taken off again.
    let isSmall = Lax.lt(Lax.abs(operand), Lax.scalarLike(operand, layout.leastNormal))
    let scale = Int64(layout.mantissaBits + 1)
    let factor = Lax.scalarLike(operand, Double(UInt64(1) << UInt64(scale)))
    let scaled = Lax.bitcastConvertType(`where`(isSmall, operand * factor, operand), layout.bits)
    let (mask, shift) = (Int64(1 << layout.exponentBits) - 1, Int64(layout.mantissaBits))
    let stored = Lax.shiftRightLogical(scaled, bits(shift)) & bits(mask)
    let exponent = stored - bits(layout.bias - 1) - `where`(isSmall, bits(scale), bits(0))
    let kept = (scaled & bits(~(mask << shift))) | bits((layout.bias - 1) << shift)
    let isSpecial = isinf(operand) | isnan(operand) | (operand .== 0)
    return [
      `where`(isSpecial, operand, Lax.bitcastConvertType(kept, operand.dtype)),
      `where`(isSpecial, bits(0), exponent).astype(.int32),
    ]
  }
}

/// `x` times 2 to the power of integers (`jnp.ldexp`).
///
/// ```swift
/// print(ldexp([1.0, 3.0], 2))  // [ 4. 12.]
/// ```
public func ldexp(_ x: NDArray, _ exponents: NDArray) -> NDArray {
  guard !x.dtype.isComplex, exponents.dtype.isInteger || exponents.dtype == .bool else {
    return fail(
      .dtype, "ldexp: numbers of dtype \(x.dtype) and exponents of \(exponents.dtype); exponents must be integers.",
      like: x.aval)
  }
  let operand = Promote.inexact(x)
  let scaled = operand * (2 ** exponents.converted(to: operand.dtype))
  return `where`(isinf(operand) | (operand .== 0), operand, scaled)
}

/// How a floating dtype's bits are laid out.
private struct FloatLayout {
  let bits: DType
  let exponentBits: Int, mantissaBits: Int
  let leastNormal: Double

  init(_ dtype: DType) {
    switch dtype {
    case .float16: (bits, exponentBits, mantissaBits, leastNormal) = (.int16, 5, 10, 0x1p-14)
    case .bfloat16: (bits, exponentBits, mantissaBits, leastNormal) = (.int16, 8, 7, 0x1p-126)
    case .float64: (bits, exponentBits, mantissaBits, leastNormal) = (.int64, 11, 52, 0x1p-1022)
    default: (bits, exponentBits, mantissaBits, leastNormal) = (.int32, 8, 23, 0x1p-126)
    }
  }

  var bias: Int64 { 1 << Int64(exponentBits - 1) - 1 }
}
