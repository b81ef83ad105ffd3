import LanewiseEngine
import LanewiseKernelABI

precedencegroup ExponentiationPrecedence {
  associativity: right
  higherThan: MultiplicationPrecedence
}
infix operator ** : ExponentiationPrecedence

/// NumPy's arithmetic: promotion of dtypes, broadcasting of shapes.
package enum Arithmetic {
  /// Both operands in their common dtype and rank, ready for an elementwise primitive.
  package static func promoted(_ name: String, _ x: NDArray, _ y: NDArray) -> (NDArray, NDArray) {
    let join = Promotion.join((x.dtype, x.weakType), (y.dtype, y.weakType))
    return aligned(name, x.converted(to: join.dtype, weak: join.weak), y.converted(to: join.dtype, weak: join.weak))
  }

  /// The operand of lower rank with leading dimensions of extent 1; a scalar stays as it is.
  package static func aligned(_ name: String, _ x: NDArray, _ y: NDArray) -> (NDArray, NDArray) {
    let (a, b) = (x.ndim, y.ndim)
    if a == b || a == 0 || b == 0 { return (x, y) }
    if let error = mismatch(name, x, y) {
      report(error)
      return (.poisoned(x.aval), .poisoned(y.aval))
    }
    func widened(_ x: NDArray, _ rank: Int) -> NDArray {
      let extra = rank - x.ndim
      return Lax.broadcastInDim(x, Array(repeating: 1, count: extra) + x.shape, Array(extra..<rank))
    }
    return a < b ? (widened(x, b), y) : (x, widened(y, a))
  }

  private static func mismatch(_ name: String, _ x: NDArray, _ y: NDArray) -> LanewiseError? {
    for back in 1...Swift.min(x.ndim, y.ndim) {
      let (i, j) = (x.aval.shape[x.ndim - back], y.aval.shape[y.ndim - back])
      if i != j && i != 1 && j != 1 { return ShapeRule.mismatch(name, [x.aval, y.aval]) }
    }
    return nil
  }

  @inline(__always)
  package static func apply(_ p: ElementwiseBinary, _ x: NDArray, _ y: NDArray) -> NDArray {
    if let result = direct(p, x, y) { return result }
    let (a, b) = promoted(p.name, x, y)
    return bindOne(p, a, b)
  }

  /// The fast path: two buffers of one dtype and shape (or one and a literal), and nothing traced.
  private static func direct(_ p: ElementwiseBinary, _ x: NDArray, _ y: NDArray) -> NDArray? {
    guard Context.evaluatesConstants else { return nil }
    let (a, b) = (x.node, y.node)
    guard a.kind == .concrete, !a.aval.weak, p.takes.accepts(a.aval.dtype) else { return nil }
    let storage = unsafeDowncast(a, to: ConcreteNode.self).storage
    let operand: Direct.Operand
    if b.kind == .concrete, b.aval == a.aval {
      operand = .array(unsafeDowncast(b, to: ConcreteNode.self).storage)
    } else if b.kind == .literal, b.aval.weak, !b.aval.dtype.isComplex,
      a.aval.dtype.isFloating || a.aval.dtype.isInteger && b.aval.dtype.isInteger
    {
      operand = .number(unsafeDowncast(b, to: LiteralNode.self).value.bits(as: a.aval.dtype))
    } else {
      return nil
    }
    return Direct.binary(p.kernel, .array(storage), operand, a.aval.dtype, count: a.aval.count).map {
      NDArray(a.aval, $0)
    }
  }

  static func compare(_ p: Comparison, _ x: NDArray, _ y: NDArray) -> NDArray {
    let (a, b) = promoted(p.name, x, y)
    return bindOne(p, a, b)
  }

  /// True division: integers become floating point first.
  static func divide(_ x: NDArray, _ y: NDArray) -> NDArray {
    if x.dtype.isFloating, let result = direct(.div, x, y) { return result }
    let join = Promotion.inexact(Promotion.join((x.dtype, x.weakType), (y.dtype, y.weakType)))
    let (a, b) = aligned(
      "div", x.converted(to: join.dtype, weak: join.weak), y.converted(to: join.dtype, weak: join.weak))
    return bindOne(ElementwiseBinary.div, a, b)
  }

  /// NumPy's power: a whole literal exponent is `integer_pow`; integers to integer powers stay integers.
  package static func power(_ x: NDArray, _ y: NDArray) -> NDArray {
    if let literal = y.literal, case .int(let exponent) = literal.value, y.weakType, x.dtype != .bool,
      exponent >= 0 || x.dtype.isInexact, abs(exponent) < 1 << 30
    {
      return Lax.integerPow(x, Int(exponent))
    }
    let join = Promotion.join((x.dtype, x.weakType), (y.dtype, y.weakType))
    let dtype = join.dtype == .bool ? DefaultDTypes.current.int : join.dtype
    let (a, b) = aligned("pow", x.converted(to: dtype, weak: join.weak), y.converted(to: dtype, weak: join.weak))
    return bindOne(ElementwiseBinary.pow, a, b)
  }
}

extension NDArray {
  public static func + (x: NDArray, y: NDArray) -> NDArray { Arithmetic.apply(.add, x, y) }
  public static func - (x: NDArray, y: NDArray) -> NDArray { Arithmetic.apply(.sub, x, y) }
  public static func * (x: NDArray, y: NDArray) -> NDArray { Arithmetic.apply(.mul, x, y) }
  /// True division (`jnp.true_divide`): integers give floating point.
  public static func / (x: NDArray, y: NDArray) -> NDArray { Arithmetic.divide(x, y) }
  /// NumPy's remainder, with the sign of the divisor (`jnp.remainder`).
  public static func % (x: NDArray, y: NDArray) -> NDArray { remainder(x, y) }
  /// `x` to the power `y` (`jnp.power`): right-associative and above multiplication. Prefix minus binds tighter in
  /// Swift: `-x ** 2` is `(-x) ** 2`.
  public static func ** (x: NDArray, y: NDArray) -> NDArray { Arithmetic.power(x, y) }
  public static prefix func - (x: NDArray) -> NDArray {
    if let literal = x.literal, !x.dtype.isComplex, x.dtype != .bool {
      switch literal.value {
      case .int(let value): return .literal(.int(0 &- value), x.dtype, weak: x.weakType)
      case .float(let value): return .literal(.float(-value), x.dtype, weak: x.weakType)
      default: break
      }
    }
    return Lax.neg(x)
  }

  public static func += (x: inout NDArray, y: NDArray) { x = x + y }
  public static func -= (x: inout NDArray, y: NDArray) { x = x - y }
  public static func *= (x: inout NDArray, y: NDArray) { x = x * y }
  public static func /= (x: inout NDArray, y: NDArray) { x = x / y }

  public static func .< (x: NDArray, y: NDArray) -> NDArray { Arithmetic.compare(.lt, x, y) }
  public static func .<= (x: NDArray, y: NDArray) -> NDArray { Arithmetic.compare(.le, x, y) }
  public static func .> (x: NDArray, y: NDArray) -> NDArray { Arithmetic.compare(.gt, x, y) }
  public static func .>= (x: NDArray, y: NDArray) -> NDArray { Arithmetic.compare(.ge, x, y) }
  public static func .== (x: NDArray, y: NDArray) -> NDArray { Arithmetic.compare(.eq, x, y) }
  public static func .!= (x: NDArray, y: NDArray) -> NDArray { Arithmetic.compare(.ne, x, y) }

  public static func & (x: NDArray, y: NDArray) -> NDArray { Arithmetic.apply(.and, x, y) }
  public static func | (x: NDArray, y: NDArray) -> NDArray { Arithmetic.apply(.or, x, y) }
  public static func ^ (x: NDArray, y: NDArray) -> NDArray { Arithmetic.apply(.xor, x, y) }
  public static prefix func ~ (x: NDArray) -> NDArray { Lax.bitwiseNot(x) }
  public static prefix func .! (x: NDArray) -> NDArray { Lax.bitwiseNot(x) }
  @_disfavoredOverload public static func << (x: NDArray, y: NDArray) -> NDArray { Arithmetic.apply(.shiftLeft, x, y) }
  /// Keeps the sign of signed integers; unsigned ones are filled with zeros.
  @_disfavoredOverload public static func >> (x: NDArray, y: NDArray) -> NDArray {
    let (a, b) = Arithmetic.promoted("shift_right", x, y)
    return a.dtype.isUnsignedInteger ? Lax.shiftRightLogical(a, b) : Lax.shiftRightArithmetic(a, b)
  }

  @available(*, unavailable, renamed: ".==", message: "compare elementwise with .== (an NDArray of bool)")
  public static func == (x: NDArray, y: NDArray) -> Bool { fatalError() }
  @available(*, unavailable, renamed: ".!=", message: "compare elementwise with .!= (an NDArray of bool)")
  public static func != (x: NDArray, y: NDArray) -> Bool { fatalError() }
  @available(*, unavailable, renamed: ".<", message: "compare elementwise with .< (an NDArray of bool)")
  public static func < (x: NDArray, y: NDArray) -> Bool { fatalError() }
  @available(*, unavailable, renamed: ".<=", message: "compare elementwise with .<= (an NDArray of bool)")
  public static func <= (x: NDArray, y: NDArray) -> Bool { fatalError() }
  @available(*, unavailable, renamed: ".>", message: "compare elementwise with .> (an NDArray of bool)")
  public static func > (x: NDArray, y: NDArray) -> Bool { fatalError() }
  @available(*, unavailable, renamed: ".>=", message: "compare elementwise with .>= (an NDArray of bool)")
  public static func >= (x: NDArray, y: NDArray) -> Bool { fatalError() }
}

prefix operator .!

/// The remainder with the sign of the divisor (`jnp.remainder`): `remainder(-5, 3)` is 1.
/// Integers divided by 0 leave 0.
public func remainder(_ x: NDArray, _ y: NDArray) -> NDArray {
  var (a, b) = Arithmetic.promoted("remainder", x, y)
  if a.dtype.isInteger {
    if let divisor = b.literal {
      if !divisor.value.isTrue { b = .literal(.int(1), b.dtype) }
    } else {
      b = Lax.select(Lax.eq(b, Lax.scalarZero(b)), Lax.full(b.shape, .int(1), b.dtype), b)
    }
  }
  let truncated = Lax.rem(a, b)
  if a.dtype.isUnsignedInteger { return truncated }
  let zero = Lax.scalarLike(truncated, 0)
  let isNegative = Lax.ne(Lax.lt(truncated, zero), Broadcasting.expand(Lax.lt(b, zero), to: truncated.aval.shape))
  let differs = Lax.and(isNegative, Lax.ne(truncated, zero))
  return Lax.select(differs, Lax.add(truncated, b), truncated)
}

/// A Swift number variable beside an array is a weakly typed scalar, as a Python number is in JAX.
///
/// Disfavoured, so that literals stay with the array's own operators and long expressions type-check fast.
extension NDArray {
  @_disfavoredOverload public static func + <T: ArrayElement>(x: NDArray, y: T) -> NDArray { x + NDArray(weak: y) }
  @_disfavoredOverload public static func + <T: ArrayElement>(x: T, y: NDArray) -> NDArray { NDArray(weak: x) + y }
  @_disfavoredOverload public static func - <T: ArrayElement>(x: NDArray, y: T) -> NDArray { x - NDArray(weak: y) }
  @_disfavoredOverload public static func - <T: ArrayElement>(x: T, y: NDArray) -> NDArray { NDArray(weak: x) - y }
  @_disfavoredOverload public static func * <T: ArrayElement>(x: NDArray, y: T) -> NDArray { x * NDArray(weak: y) }
  @_disfavoredOverload public static func * <T: ArrayElement>(x: T, y: NDArray) -> NDArray { NDArray(weak: x) * y }
  @_disfavoredOverload public static func / <T: ArrayElement>(x: NDArray, y: T) -> NDArray { x / NDArray(weak: y) }
  @_disfavoredOverload public static func / <T: ArrayElement>(x: T, y: NDArray) -> NDArray { NDArray(weak: x) / y }
  @_disfavoredOverload public static func ** <T: ArrayElement>(x: NDArray, y: T) -> NDArray { x ** NDArray(weak: y) }

  package init<T: ArrayElement>(weak value: T) { self = .weakLiteral(value._scalar.scalar) }
}
