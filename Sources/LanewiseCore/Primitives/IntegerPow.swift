import LanewiseEngine
import LanewiseKernelABI

/// A fixed integer power (`lax.integer_pow`), by repeated squaring.
package struct IntegerPow: DirectUnary {
  package let y: Int
  package var computes: Bool { true }
  package var name: String { "integer_pow" }
  package var parameters: [Parameter] { [Parameter("y", .int(y))] }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    try DTypeClass.number.check(name, x[0])
    guard y >= 0 || x[0].dtype.isInexact else {
      throw LanewiseError(
        .dtype,
        "integer_pow: a negative power (\(y)) of dtype \(x[0].dtype) is not an integer; convert it to floating point.")
    }
    return x
  }
  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    let out = [bindOne(self, x[0])]
    guard y != 0, x[0].dtype.isInexact else { return (out, [nil]) }
    let slope = Lax.mul(Lax.scalarLike(x[0], Double(y)), Lax.integerPow(x[0], y - 1))
    return (out, [Lax.mul(t[0]!, slope)])
  }
  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] { notLinear(x) }
  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    ([bindOne(self, x[0])], axes)
  }

  /// Operations on arrays of more elements are better fused.
  private static let directCount = 4096

  package func direct(_ x: NDArray) -> NDArray? {
    let count = x.aval.count
    guard y > 0, y == 2 || count <= Self.directCount, DTypeClass.number.accepts(x.dtype), var power = x.memory else {
      return nil
    }
    var product: Storage?
    var exponent = y
    while exponent > 0 {
      if exponent & 1 == 1 {
        product = product.map { Direct.binary(.mul, .array($0), .array(power), x.dtype, count: count)! } ?? power
      }
      exponent >>= 1
      if exponent > 0 { power = Direct.unary(.square, power, x.dtype, count: count)! }
    }
    return NDArray(x.aval, product!)
  }

  package func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray]) -> [Slot] {
    guard y != 0 else {
      return [Lowering.splat(Lowering.scalar(.float(1), results[0].dtype, b), results[0].shape, b)]
    }
    var power = x[0]
    var product: Slot?
    var exponent = y.magnitude
    while exponent > 0 {
      if exponent & 1 == 1 { product = product.map { b.binary(.mul, $0, power) } ?? power }
      exponent >>= 1
      if exponent > 0 { power = b.unary(.square, power) }
    }
    return [y < 0 ? b.unary(.reciprocal, product!) : product!]
  }
}

/// Pieces that several lowering rules need.
package enum Lowering {
  /// A scalar that is known: by its bits where its dtype has at most 8 bytes, else in memory.
  package static func scalar(_ value: Scalar, _ dtype: DType, _ b: ProgramBuilder) -> Slot {
    guard dtype.byteWidth > 8 else { return b.scalar(bits: value.bits(as: dtype), dtype) }
    let storage = Storage(byteCount: dtype.byteWidth)
    value.store(as: dtype, at: storage.address)
    return b.constant(storage, AbstractArray([], dtype))
  }

  /// A scalar repeated over a shape, as a view.
  package static func splat(_ x: Slot, _ shape: Shape, _ b: ProgramBuilder) -> Slot {
    shape.isScalar ? x : b.view(x, shape: shape, offset: 0, strides: Array(repeating: 0, count: shape.rank))
  }
}
