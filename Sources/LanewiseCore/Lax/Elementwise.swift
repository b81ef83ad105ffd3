import LanewiseEngine

// Elementwise operations, as `jax.lax` names them. What each computes at the edges (NaN, zeros, overflow) stands with
// the kernels' operations; the dtypes each takes, with its primitive.
extension Lax {
  public static func neg(_ x: NDArray) -> NDArray { bindOne(ElementwiseUnary.neg, x) }
  public static func sign(_ x: NDArray) -> NDArray { bindOne(ElementwiseUnary.sign, x) }
  public static func abs(_ x: NDArray) -> NDArray { bindOne(ElementwiseUnary.abs, x) }
  public static func bitwiseNot(_ x: NDArray) -> NDArray { bindOne(ElementwiseUnary.not, x) }
  public static func populationCount(_ x: NDArray) -> NDArray { bindOne(ElementwiseUnary.populationCount, x) }
  public static func clz(_ x: NDArray) -> NDArray { bindOne(ElementwiseUnary.clz, x) }
  public static func floor(_ x: NDArray) -> NDArray { bindOne(ElementwiseUnary.floor, x) }
  public static func ceil(_ x: NDArray) -> NDArray { bindOne(ElementwiseUnary.ceil, x) }
  /// To the nearest integer; ties away from zero, or to even.
  public static func round(_ x: NDArray, toEven: Bool = false) -> NDArray {
    bindOne(toEven ? ElementwiseUnary.roundToEven : .roundAwayFromZero, x)
  }
  public static func isFinite(_ x: NDArray) -> NDArray { bindOne(ElementwiseUnary.isFinite, x) }
  public static func sqrt(_ x: NDArray) -> NDArray { bindOne(ElementwiseUnary.sqrt, x) }
  public static func rsqrt(_ x: NDArray) -> NDArray { bindOne(ElementwiseUnary.rsqrt, x) }
  public static func cbrt(_ x: NDArray) -> NDArray { bindOne(ElementwiseUnary.cbrt, x) }
  public static func exp(_ x: NDArray) -> NDArray { bindOne(ElementwiseUnary.exp, x) }
  public static func exp2(_ x: NDArray) -> NDArray { bindOne(ElementwiseUnary.exp2, x) }
  public static func expm1(_ x: NDArray) -> NDArray { bindOne(ElementwiseUnary.expm1, x) }
  public static func log(_ x: NDArray) -> NDArray { bindOne(ElementwiseUnary.log, x) }
  public static func log1p(_ x: NDArray) -> NDArray { bindOne(ElementwiseUnary.log1p, x) }
  public static func sin(_ x: NDArray) -> NDArray { bindOne(ElementwiseUnary.sin, x) }
  public static func cos(_ x: NDArray) -> NDArray { bindOne(ElementwiseUnary.cos, x) }
  public static func tan(_ x: NDArray) -> NDArray { bindOne(ElementwiseUnary.tan, x) }
  public static func asin(_ x: NDArray) -> NDArray { bindOne(ElementwiseUnary.asin, x) }
  public static func acos(_ x: NDArray) -> NDArray { bindOne(ElementwiseUnary.acos, x) }
  public static func atan(_ x: NDArray) -> NDArray { bindOne(ElementwiseUnary.atan, x) }
  public static func sinh(_ x: NDArray) -> NDArray { bindOne(ElementwiseUnary.sinh, x) }
  public static func cosh(_ x: NDArray) -> NDArray { bindOne(ElementwiseUnary.cosh, x) }
  public static func tanh(_ x: NDArray) -> NDArray { bindOne(ElementwiseUnary.tanh, x) }
  public static func asinh(_ x: NDArray) -> NDArray { bindOne(ElementwiseUnary.asinh, x) }
  public static func acosh(_ x: NDArray) -> NDArray { bindOne(ElementwiseUnary.acosh, x) }
  public static func atanh(_ x: NDArray) -> NDArray { bindOne(ElementwiseUnary.atanh, x) }
  public static func logistic(_ x: NDArray) -> NDArray { bindOne(ElementwiseUnary.logistic, x) }
  public static func erf(_ x: NDArray) -> NDArray { bindOne(ElementwiseUnary.erf, x) }
  public static func erfc(_ x: NDArray) -> NDArray { bindOne(ElementwiseUnary.erfc, x) }
  public static func erfInv(_ x: NDArray) -> NDArray { bindOne(ElementwiseUnary.erfInv, x) }
  public static func lgamma(_ x: NDArray) -> NDArray { bindOne(ElementwiseUnary.lgamma, x) }
  public static func digamma(_ x: NDArray) -> NDArray { bindOne(ElementwiseUnary.digamma, x) }
  public static func conj(_ x: NDArray) -> NDArray {
    x.dtype.isComplex ? bindOne(ElementwiseUnary.conj(x.dtype), x) : x
  }
  public static func real(_ x: NDArray) -> NDArray { x.dtype.isComplex ? bindOne(ElementwiseUnary.real, x) : x }
  public static func imag(_ x: NDArray) -> NDArray {
    x.dtype.isComplex ? bindOne(ElementwiseUnary.imag, x) : fullLike(x, 0)
  }

  public static func add(_ x: NDArray, _ y: NDArray) -> NDArray { bindOne(ElementwiseBinary.add, x, y) }
  package static func addAny(_ x: NDArray, _ y: NDArray) -> NDArray { bindOne(ElementwiseBinary.addAny, x, y) }
  public static func sub(_ x: NDArray, _ y: NDArray) -> NDArray { bindOne(ElementwiseBinary.sub, x, y) }
  public static func mul(_ x: NDArray, _ y: NDArray) -> NDArray { bindOne(ElementwiseBinary.mul, x, y) }
  public static func div(_ x: NDArray, _ y: NDArray) -> NDArray { bindOne(ElementwiseBinary.div, x, y) }
  public static func rem(_ x: NDArray, _ y: NDArray) -> NDArray { bindOne(ElementwiseBinary.rem, x, y) }
  public static func max(_ x: NDArray, _ y: NDArray) -> NDArray { bindOne(ElementwiseBinary.max, x, y) }
  public static func min(_ x: NDArray, _ y: NDArray) -> NDArray { bindOne(ElementwiseBinary.min, x, y) }
  public static func pow(_ x: NDArray, _ y: NDArray) -> NDArray { bindOne(ElementwiseBinary.pow, x, y) }
  public static func atan2(_ x: NDArray, _ y: NDArray) -> NDArray { bindOne(ElementwiseBinary.atan2, x, y) }
  /// √(x² + y²), without overflow between.
  package static func hypot(_ x: NDArray, _ y: NDArray) -> NDArray { bindOne(ElementwiseBinary.hypot, x, y) }
  public static func nextafter(_ x: NDArray, _ y: NDArray) -> NDArray { bindOne(ElementwiseBinary.nextafter, x, y) }
  public static func and(_ x: NDArray, _ y: NDArray) -> NDArray { bindOne(ElementwiseBinary.and, x, y) }
  public static func or(_ x: NDArray, _ y: NDArray) -> NDArray { bindOne(ElementwiseBinary.or, x, y) }
  public static func xor(_ x: NDArray, _ y: NDArray) -> NDArray { bindOne(ElementwiseBinary.xor, x, y) }
  public static func shiftLeft(_ x: NDArray, _ y: NDArray) -> NDArray { bindOne(ElementwiseBinary.shiftLeft, x, y) }
  public static func shiftRightArithmetic(_ x: NDArray, _ y: NDArray) -> NDArray {
    bindOne(ElementwiseBinary.shiftRightArithmetic, x, y)
  }
  public static func shiftRightLogical(_ x: NDArray, _ y: NDArray) -> NDArray {
    bindOne(ElementwiseBinary.shiftRightLogical, x, y)
  }
  public static func complex(_ x: NDArray, _ y: NDArray) -> NDArray { bindOne(ElementwiseBinary.complex, x, y) }

  public static func eq(_ x: NDArray, _ y: NDArray) -> NDArray { compare(.eq, x, y) }
  public static func ne(_ x: NDArray, _ y: NDArray) -> NDArray { compare(.ne, x, y) }
  public static func lt(_ x: NDArray, _ y: NDArray) -> NDArray { compare(.lt, x, y) }
  public static func le(_ x: NDArray, _ y: NDArray) -> NDArray { compare(.le, x, y) }
  public static func gt(_ x: NDArray, _ y: NDArray) -> NDArray { compare(.gt, x, y) }
  public static func ge(_ x: NDArray, _ y: NDArray) -> NDArray { compare(.ge, x, y) }

  /// A literal operand takes the other's dtype, so that rules may write `Lax.eq(y, 0)`.
  private static func compare(_ p: Comparison, _ x: NDArray, _ y: NDArray) -> NDArray {
    bindOne(p, x, y.isLiteral ? y.converted(to: x.dtype) : y)
  }

  public static func integerPow(_ x: NDArray, _ y: Int) -> NDArray { bindOne(IntegerPow(y: y), x) }
  /// `onTrue` where the predicate holds, else `onFalse`: equal shapes, a predicate of the same shape or of rank 0.
  public static func select(_ predicate: NDArray, _ onTrue: NDArray, _ onFalse: NDArray) -> NDArray {
    bindOne(SelectN(), predicate, onFalse, onTrue)
  }
  /// The case that `which` names, element by element: bool for two cases (false first), int32 for any number.
  public static func selectN(_ which: NDArray, _ cases: NDArray...) -> NDArray { bind(SelectN(), [which] + cases)[0] }
  public static func clamp(_ low: NDArray, _ x: NDArray, _ high: NDArray) -> NDArray {
    func bound(_ b: NDArray) -> NDArray { b.isLiteral ? b.converted(to: x.dtype) : b }
    return bindOne(Clamp(), bound(low), x, bound(high))
  }

  public static func convertElementType(_ x: NDArray, _ dtype: DType) -> NDArray {
    convertElementType(x, dtype, weak: false)
  }
  package static func convertElementType(_ x: NDArray, _ dtype: DType, weak: Bool) -> NDArray {
    x.dtype == dtype && x.weakType == weak ? x : bindOne(ConvertElementType(dtype: dtype, weak: weak), x)
  }
  public static func bitcastConvertType(_ x: NDArray, _ dtype: DType) -> NDArray {
    x.dtype == dtype ? x : bindOne(BitcastConvertType(dtype: dtype), x)
  }
  /// Each number rounded to what fewer bits can hold (`lax.reduce_precision`): float16 has 5 bits of exponent and 10 of
  /// mantissa, bfloat16 8 and 7.
  public static func reducePrecision(_ x: NDArray, exponentBits: Int, mantissaBits: Int) -> NDArray {
    bindOne(ReducePrecision(exponentBits: exponentBits, mantissaBits: mantissaBits), x)
  }
  /// `x`, through which no derivative passes (`lax.stop_gradient`).
  public static func stopGradient(_ x: NDArray) -> NDArray { x.dtype.isInexact ? bindOne(StopGradient(), x) : x }
}
