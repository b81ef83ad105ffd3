import LanewiseCore

/// The limits of a floating-point dtype (`jnp.finfo`).
public struct FloatInfo: Hashable, Sendable {
  public let dtype: DType
  /// The width in bits, and those of the exponent and of the mantissa.
  public let bits: Int, nexp: Int, nmant: Int
  /// The distance from 1 to the next larger number, and to the next smaller one.
  public let eps: Double, epsneg: Double
  /// The largest and the smallest finite number.
  public let max: Double, min: Double
  /// The smallest positive number that is not subnormal.
  public let tiny: Double
  /// The smallest positive number.
  public let smallestSubnormal: Double

  /// The same as `tiny`.
  public var smallestNormal: Double { tiny }
}

/// The limits of a floating-point dtype, or of the parts of a complex one (`jnp.finfo`).
///
/// ```swift
/// finfo(.float32).eps  // 1.1920928955078125e-07
/// ```
public func finfo(_ dtype: DType) -> FloatInfo {
  if !dtype.isInexact {
    report(LanewiseError(.value, "finfo: \(dtype) is not floating point; ask for the limits of integers by iinfo."))
  }
  let part = dtype.isInexact ? dtype.realPart : .float32
  let limits = FloatLimits(part)
  let greatest: Double =
    switch part {
    case .float64: .greatestFiniteMagnitude
    case .float16: 65504
    case .bfloat16: 0x1.fep127
    default: Double(Float.greatestFiniteMagnitude)
    }
  return FloatInfo(
    dtype: part, bits: limits.bits, nexp: limits.bits - limits.mantissaBits - 1, nmant: limits.mantissaBits,
    eps: limits.eps, epsneg: limits.epsneg, max: greatest, min: -greatest, tiny: limits.tiny,
    smallestSubnormal: part == .float64 ? .leastNonzeroMagnitude : limits.tiny * limits.eps)
}

/// The limits of an integer dtype (`jnp.iinfo`).
public struct IntegerInfo: Hashable, Sendable {
  public let dtype: DType
  public let bits: Int
  /// The smallest number.
  public let min: Int
  /// The largest number.
  public let max: UInt
}

/// The limits of an integer dtype (`jnp.iinfo`).
///
/// ```swift
/// iinfo(.int8).min  // -128
/// ```
public func iinfo(_ dtype: DType) -> IntegerInfo {
  if !dtype.isInteger {
    report(LanewiseError(.value, "iinfo: \(dtype) is no integer; ask for the limits of floating point by finfo."))
  }
  let bits = dtype.byteWidth * 8
  let isSigned = !dtype.isUnsignedInteger
  return IntegerInfo(
    dtype: dtype, bits: bits, min: isSigned ? -1 << (bits - 1) : 0, max: .max >> UInt(64 - bits + (isSigned ? 1 : 0)))
}

extension NDArray {
  /// e as a number, which takes on the dtype of what it meets (`jnp.e`).
  public static var e: NDArray { NDArray(weak: 2.718281828459045) }
  /// Euler's constant γ, likewise (`jnp.euler_gamma`).
  public static var eulerGamma: NDArray { NDArray(weak: 0.5772156649015329) }
}
