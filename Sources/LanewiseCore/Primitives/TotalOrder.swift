import LanewiseEngine
import LanewiseKernelABI

/// IEEE 754's total order, in which JAX's `eq_to`, `le_to` and `lt_to` compare: −NaN < −∞ < … < −0 < +0 < … < ∞ < NaN.
/// Integers compare as ever.
enum TotalOrder {
  static func compare(_ kind: CompareOp, _ x: NDArray, _ y: NDArray) -> NDArray {
    bindOne(Comparison(name: "\(kind)", kernel: kind), ordered(x), ordered(y))
  }

  /// Integers in the order of the numbers: the bits, of negative numbers all but the sign turned over.
  private static func ordered(_ x: NDArray) -> NDArray {
    guard x.dtype.isFloating else { return x }
    let integer: DType = x.dtype.byteWidth == 2 ? .int16 : x.dtype.byteWidth == 4 ? .int32 : .int64
    let bits = Lax.bitcastConvertType(x, integer)
    let width = Int64(8 * integer.byteWidth)
    let signs = Lax.shiftRightArithmetic(bits, Lax.scalar(.int(width - 1), integer))
    let allButSign = Lax.scalar(.int(Int64.max >> (64 - width)), integer)
    return Lax.xor(bits, Lax.and(signs, allButSign))
  }
}
