import LanewiseEngine
import LanewiseKernelABI

/// An elementwise function of two operands of one dtype, which may be of rank 0 or have extents of 1.
///
/// A class, so that passing one as `any Primitive` copies nothing.
package final class ElementwiseBinary: DirectBinary {
  package typealias Rule = @Sendable (_ t: NDArray, _ x: NDArray, _ y: NDArray, _ out: NDArray) -> NDArray
  package typealias TransposeRule = @Sendable (_ ct: NDArray, _ other: NDArray) -> NDArray

  /// What the operation is linear in.
  package enum Linearity: Sendable {
    case none
    /// In both operands together (add).
    case jointly(_ left: @Sendable (NDArray) -> NDArray, _ right: @Sendable (NDArray) -> NDArray)
    /// In each while the other is fixed (mul); a nil rule where it is not.
    case separately(_ left: TransposeRule, _ right: TransposeRule?)
  }

  package let name: String
  package var arity: Int? { 2 }
  package let kernel: BinaryOp
  package let takes: DTypeClass
  /// The tangents for each operand's tangent; nil where the derivative is zero everywhere.
  package let left: Rule?, right: Rule?
  package let linearity: Linearity

  init(
    _ name: String, _ kernel: BinaryOp, _ takes: DTypeClass, left: Rule? = nil, right: Rule? = nil,
    _ linearity: Linearity = .none
  ) {
    self.name = name
    self.kernel = kernel
    self.takes = takes
    self.left = left
    self.right = right
    self.linearity = linearity
  }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    for operand in x { try takes.check(name, operand) }
    if !(kernel == .pow && x[1].dtype.isInteger) { try ShapeRule.sameDType(name, x) }
    var result = AbstractArray(try ShapeRule.broadcast(name, x), x[0].dtype, weak: x[0].weak && x[1].weak)
    if kernel == .complex { result.dtype = result.dtype == .float64 ? .complex128 : .complex64 }
    return [result]
  }

  package var computes: Bool {
    switch kernel {
    case .max, .min, .complex, .nextafter: false
    default: true
    }
  }

  package func checked(_ x: [NDArray], _ errors: CheckState) -> [NDArray] {
    if kernel == .div { errors.noteZero(x[1]) }
    let result = bindOne(self, x[0], x[1])
    if computes { errors.noteNaN(name, [result]) }
    return [result]
  }

  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    let out = bindOne(self, x[0], x[1])
    guard out.dtype.isInexact else { return ([out], [nil]) }
    func part(_ tangent: Tangent, _ rule: Rule?) -> Tangent {
      tangent.flatMap { rule?($0, x[0], x[1], out) }.map { Broadcasting.expand($0, to: out.aval.shape) }
    }
    let (a, b) = (part(t[0], left), part(t[1], right))
    guard let a, let b else { return ([out], [a ?? b]) }
    return ([out], [Lax.addAny(a, b)])
  }

  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] {
    guard let ct = cotangents[0] else { return [nil, nil] }
    func back(_ ct: NDArray, _ index: Int) -> NDArray { Broadcasting.unexpand(ct, to: x[index].aval.shape) }
    switch (linearity, x[0], x[1]) {
    case (.jointly(let left, let right), _, _):
      return [x[0].isLinear ? back(left(ct), 0) : nil, x[1].isLinear ? back(right(ct), 1) : nil]
    case (.separately(let left, _), .linear, .known(let y)): return [back(left(ct, y), 0), nil]
    case (.separately(_, let right?), .known(let x), .linear): return [nil, back(right(ct, x), 1)]
    default: return notLinear(x)
    }
  }

  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    let (aligned, axis) = Broadcasting.align(x, axes)
    return ([bindOne(self, aligned[0], aligned[1])], [axis])
  }

  /// Sums and products of bool are or and and.
  private func operation(on dtype: DType) -> BinaryOp {
    guard dtype == .bool else { return kernel }
    return kernel == .add ? .or : kernel == .mul ? .and : kernel
  }

  package func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray]) -> [Slot] {
    let shape = results[0].shape
    let op = operation(on: results[0].dtype)
    let y = kernel == .pow ? b.convert(x[1], to: b.type(x[0]).dtype) : x[1]
    if kernel == .shiftRightArithmetic, results[0].dtype.isUnsignedInteger {
      let signed = x.map { slot in b.bitcast(slot, to: b.type(slot).with(dtype: results[0].dtype.signed)) }
      return lower(signed, b, [results[0].with(dtype: results[0].dtype.signed)]).map { b.bitcast($0, to: results[0]) }
    }
    return [b.binary(op, Broadcasting.expand(x[0], to: shape, b), Broadcasting.expand(y, to: shape, b))]
  }

  package func direct(_ x: NDArray, _ y: NDArray) -> NDArray? {
    guard kernel != .complex, takes.accepts(x.dtype), let operands = DirectPair(x, y) else { return nil }
    // XLA shifts copies of the highest bit in, whether it is a sign or not.
    let dtype = kernel == .shiftRightArithmetic ? x.dtype.signed : x.dtype
    let count = operands.shape.count
    guard let result = Direct.binary(operation(on: x.dtype), operands.x, operands.y, dtype, count: count) else {
      return nil
    }
    return NDArray(AbstractArray(operands.shape, x.dtype, weak: x.weakType && y.weakType), result)
  }
}

extension ElementwiseBinary {
  package static let add = ElementwiseBinary(
    "add", .add, .number, left: { t, _, _, _ in t }, right: { t, _, _, _ in t },
    .jointly({ $0 }, { $0 }))
  /// Adds cotangents; unlike `add` it is for any dtype, and says in a jaxpr what it is.
  package static let addAny = ElementwiseBinary(
    "add_any", .add, .numberOrBool, left: { t, _, _, _ in t }, right: { t, _, _, _ in t },
    .jointly({ $0 }, { $0 }))
  package static let sub = ElementwiseBinary(
    "sub", .sub, .number, left: { t, _, _, _ in t }, right: { t, _, _, _ in Lax.neg(t) },
    .jointly({ $0 }, { Lax.neg($0) }))
  package static let mul = ElementwiseBinary(
    "mul", .mul, .numberOrBool,
    left: { t, _, y, _ in Lax.mul(t, y) }, right: { t, x, _, _ in Lax.mul(x, t) },
    .separately({ Lax.mul($0, $1) }, { Lax.mul($1, $0) }))
  package static let div = ElementwiseBinary(
    "div", .div, .number,
    left: { t, _, y, _ in Lax.div(t, y) },
    right: { t, x, y, _ in Lax.mul(Lax.mul(Lax.neg(t), x), Lax.integerPow(y, -2)) },
    .separately({ Lax.div($0, $1) }, nil))
  package static let rem = ElementwiseBinary(
    "rem", .rem, .real,
    left: { t, _, _, _ in t },
    right: { t, x, y, _ in
      let quotient = Lax.div(x, y)
      return Lax.mul(Lax.neg(t), Lax.mul(Lax.sign(quotient), Lax.floor(Lax.abs(quotient))))
    })
  package static let max = ElementwiseBinary(
    "max", .max, .numberOrBool,
    left: { t, x, y, out in Lax.mul(t, tieShare(x, out, y)) },
    right: { t, x, y, out in Lax.mul(t, tieShare(y, out, x)) })
  package static let min = ElementwiseBinary(
    "min", .min, .numberOrBool,
    left: { t, x, y, out in Lax.mul(t, tieShare(x, out, y)) },
    right: { t, x, y, out in Lax.mul(t, tieShare(y, out, x)) })
  package static let pow = ElementwiseBinary(
    "pow", .pow, .number,
    left: { t, x, y, _ in
      // A power of an integer 0 is 1 wherever it is taken; one of 0.0 has no derivative at 0, as y·x^(y−1) says.
      guard y.dtype.isInteger else { return Lax.mul(t, Lax.mul(y, Lax.pow(x, Lax.sub(y, Lax.scalarLike(y, 1))))) }
      let exponent = Lax.convertElementType(y, x.dtype)
      let isZero = Lax.eq(exponent, Lax.scalarLike(exponent, 0))
      let safe = Lax.select(isZero, Lax.fullLike(exponent, 1), exponent)
      let slope = Lax.mul(exponent, Lax.pow(x, Lax.sub(safe, Lax.scalarLike(safe, 1))))
      let shaped = Broadcasting.expand(isZero, to: slope.aval.shape)
      return Lax.mul(t, Lax.select(shaped, Lax.fullLike(slope, 0), slope))
    },
    right: { t, x, y, out in
      guard y.dtype.isInexact else { return Lax.fullLike(out, 0) }
      let safe = Lax.select(Lax.eq(x, Lax.scalarLike(x, 0)), Lax.fullLike(x, 1), x)
      return Lax.mul(t, Lax.mul(Lax.log(safe), out))
    })
  package static let atan2 = ElementwiseBinary(
    "atan2", .atan2, .floating,
    left: { t, x, y, _ in Lax.mul(t, Lax.div(y, Lax.integerPow(x, 2) + Lax.integerPow(y, 2))) },
    right: { t, x, y, _ in Lax.mul(t, Lax.div(Lax.neg(x), Lax.integerPow(x, 2) + Lax.integerPow(y, 2))) })
  package static let hypot = ElementwiseBinary(
    "hypot", .hypot, .floating,
    left: { t, x, _, out in Lax.mul(t, cosine(x, out)) }, right: { t, _, y, out in Lax.mul(t, cosine(y, out)) })
  package static let nextafter = ElementwiseBinary("nextafter", .nextafter, .floating)
  package static let and = ElementwiseBinary("and", .and, .bits)
  package static let or = ElementwiseBinary("or", .or, .bits)
  package static let xor = ElementwiseBinary("xor", .xor, .bits)
  package static let shiftLeft = ElementwiseBinary("shift_left", .shiftLeft, .integer)
  package static let shiftRightArithmetic = ElementwiseBinary("shift_right_arithmetic", .shiftRightArithmetic, .integer)
  package static let shiftRightLogical = ElementwiseBinary("shift_right_logical", .shiftRightLogical, .integer)
  package static let complex = ElementwiseBinary(
    "complex", .complex, .floating,
    left: { t, _, _, _ in Lax.complex(t, Lax.fullLike(t, 0)) },
    right: { t, _, _, _ in Lax.complex(Lax.fullLike(t, 0), t) },
    .jointly({ Lax.real($0) }, { Lax.imag(Lax.neg($0)) }))

  package static let all: [ElementwiseBinary] = [
    add, addAny, sub, mul, div, rem, max, min, pow, atan2, hypot, nextafter, and, or, xor, shiftLeft,
    shiftRightArithmetic, shiftRightLogical, complex,
  ]

  /// The side of a right triangle over its hypotenuse; where both are 0 a half, the share of a tie.
  private static func cosine(_ side: NDArray, _ length: NDArray) -> NDArray {
    let isZero = Lax.eq(length, Lax.scalarZero(length))
    let quotient = Lax.div(side, Lax.select(isZero, Lax.fullLike(length, 1), length))
    return Lax.select(isZero, Lax.fullLike(length, 0.5), quotient)
  }

  /// The share of the tangent that goes to `x` where `out` is the larger (or smaller) of `x` and `y`: 1, 0, or ½ at a
  /// tie.
  private static func tieShare(_ x: NDArray, _ out: NDArray, _ y: NDArray) -> NDArray {
    let one = Lax.fullLike(out, 1)
    let zero = Lax.fullLike(out, 0)
    let two = Lax.fullLike(out, 2)
    return Lax.div(Lax.select(Lax.eq(x, out), one, zero), Lax.select(Lax.eq(y, out), two, one))
  }
}

/// An elementwise comparison; the result is bool.
package struct Comparison: DirectBinary {
  package let name: String
  package var arity: Int? { 2 }
  package let kernel: CompareOp
  /// Whether numbers are compared by ``TotalOrder``.
  package var isTotal = false

  private var takes: DTypeClass {
    !isTotal && (kernel == .eq || kernel == .ne) ? .numberOrBool : .orderedOrBool
  }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    for operand in x { try takes.check(name, operand) }
    try ShapeRule.sameDType(name, x)
    return [AbstractArray(try ShapeRule.broadcast(name, x), .bool)]
  }

  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) { (bind(self, x), [nil]) }
  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] { notLinear(x) }
  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    let (aligned, axis) = Broadcasting.align(x, axes)
    return ([bindOne(self, aligned[0], aligned[1])], [axis])
  }
  package func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray]) -> [Slot] {
    if isTotal { return stage(x.map(b.type)) { [TotalOrder.compare(kernel, $0[0], $0[1])] }.lower(x, b) }
    return [
      b.compare(
        kernel, Broadcasting.expand(x[0], to: results[0].shape, b), Broadcasting.expand(x[1], to: results[0].shape, b))
    ]
  }
  package func direct(_ x: NDArray, _ y: NDArray) -> NDArray? {
    guard !isTotal, takes.accepts(x.dtype), let operands = DirectPair(x, y),
      let result = Direct.compare(kernel, operands.x, operands.y, x.dtype, count: operands.shape.count)
    else { return nil }
    return NDArray(AbstractArray(operands.shape, .bool), result)
  }

  package static let eq = Self(name: "eq", kernel: .eq)
  package static let ne = Self(name: "ne", kernel: .ne)
  package static let lt = Self(name: "lt", kernel: .lt)
  package static let le = Self(name: "le", kernel: .le)
  package static let gt = Self(name: "gt", kernel: .gt)
  package static let ge = Self(name: "ge", kernel: .ge)
  package static let eqTo = Self(name: "eq_to", kernel: .eq, isTotal: true)
  package static let leTo = Self(name: "le_to", kernel: .le, isTotal: true)
  package static let ltTo = Self(name: "lt_to", kernel: .lt, isTotal: true)
  package static let all = [eq, ne, lt, le, gt, ge, eqTo, leTo, ltTo]
}

extension DType {
  /// The signed dtype as wide as an unsigned one; any other is itself.
  fileprivate var signed: DType {
    switch self {
    case .uint8: .int8
    case .uint16: .int16
    case .uint32: .int32
    case .uint64: .int64
    default: self
    }
  }
}
