import LanewiseEngine
import LanewiseKernelABI

/// Comparisons in IEEE 754's total order (JAX's `eq_to`, `le_to` and `lt_to`): −NaN < −∞ < … < −0 < +0 < … < ∞ < NaN.
///
/// Operands of one dtype of real numbers, whose shapes broadcast; the result is bool. Integers compare as ever.
package struct TotalOrderComparison: Primitive {
  package let kind: CompareOp

  package var name: String { "\(kind)_to" }
  package var arity: Int? { 2 }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    for operand in x { try DTypeClass.orderedOrBool.check(name, operand) }
    try ShapeRule.sameDType(name, x)
    return [AbstractArray(try ShapeRule.broadcast(name, x), .bool)]
  }

  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) { (bind(self, x), [nil]) }
  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] { notLinear(x) }
  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    let (aligned, axis) = Broadcasting.align(x, axes)
    return (bind(self, aligned), [axis])
  }

  package func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray]) -> [Slot] {
    stage(x.map(b.type)) { x in
      [bindOne(Comparison.all.first { $0.kernel == kind }!, Self.ordered(x[0]), Self.ordered(x[1]))]
    }.lower(x, b)
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

  package static let all = [CompareOp.eq, .le, .lt].map(TotalOrderComparison.init)
}
