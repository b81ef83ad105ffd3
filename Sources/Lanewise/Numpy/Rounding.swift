import LanewiseCore

/// The largest whole number not above each element (`jnp.floor`); integers and bool stay as they are.
public func floor(_ x: NDArray) -> NDArray { Rounding.isWhole(x) ? x : Lax.floor(x) }

/// The smallest whole number not below each element (`jnp.ceil`); integers and bool stay as they are.
public func ceil(_ x: NDArray) -> NDArray { Rounding.isWhole(x) ? x : Lax.ceil(x) }

/// Each element without its fraction (`jnp.trunc`); integers and bool stay as they are.
public func trunc(_ x: NDArray) -> NDArray {
  Rounding.isWhole(x) ? x : OnePass.run("trunc", x) { [Rounding.towardZero($0)] }[0]
}

/// Each element without its fraction (`jnp.fix`); integers and bool stay as they are.
public func fix(_ x: NDArray) -> NDArray { trunc(x) }

/// The nearest whole number, the even one at a tie (`jnp.rint`); integers become floating point.
public func rint(_ x: NDArray) -> NDArray { Lax.round(Promote.inexact(x), toEven: true) }

/// The nearest whole number, the even one at a tie (`jnp.round`).
///
/// ```swift
/// print(round([0.5, 1.5, 2.5]))  // [0. 2. 2.]
/// ```
public func round(_ x: NDArray) -> NDArray { round(x, decimals: 0) }

/// The nearest number of so many decimals, the even one at a tie (`jnp.round`); negative decimals round to tens,
/// hundreds, … Integers stay as they are.
public func round(_ x: NDArray, decimals: Int) -> NDArray {
  if Rounding.isWhole(x) {
    guard decimals < 0 else { return Promote.number(x) }
    return fail(
      .value, "round: integers cannot be rounded to \(decimals) decimals; convert them to floating point first.",
      like: x.aval)
  }
  if x.dtype.isComplex {
    return Lax.complex(round(Lax.real(x), decimals: decimals), round(Lax.imag(x), decimals: decimals))
  }
  if decimals == 0 { return Lax.round(x, toEven: true) }
  let isHalf = x.dtype == .float16 || x.dtype == .bfloat16
  let operand = isHalf ? x.converted(to: .float32) : x
  let rounded = OnePass.run("round \(decimals)", operand) { operand in
    // As XLA has it, for negative decimals too: times a factor below 1.
    let factor = Lax.scalarLike(operand, Rounding.powerOfTen(decimals))
    return [Lax.div(Lax.round(Lax.mul(operand, factor), toEven: true), factor)]
  }[0]
  return isHalf ? rounded.converted(to: x.dtype) : rounded
}
/// The same as ``round(_:decimals:)`` (`jnp.around`).
public func around(_ x: NDArray, decimals: Int = 0) -> NDArray { round(x, decimals: decimals) }

enum Rounding {
  /// Whether the dtype has no fractions.
  static func isWhole(_ x: NDArray) -> Bool { x.dtype.isInteger || x.dtype == .bool }

  static func towardZero(_ x: NDArray) -> NDArray {
    Lax.select(Lax.lt(x, Lax.scalarZero(x)), Lax.ceil(x), Lax.floor(x))
  }

  static func powerOfTen(_ decimals: Int) -> Double {
    var (power, left) = (1.0, Swift.min(Swift.abs(Swift.max(decimals, -400)), 400))
    while left > 0 { (power, left) = (power * 10, left - 1) }
    return decimals < 0 ? 1 / power : power
  }
}
