import LanewiseEngine

/// `x · y + z` with one rounding: operands of one dtype, of rank 0 or with extents that are equal or 1.
///
/// JAX has no such primitive, but XLA contracts a product and a sum into one inside `jit`, and the bits of JAX's random
/// numbers depend on it.
package struct FusedMultiplyAdd: DirectTernary {
  package var computes: Bool { true }
  package var name: String { "fma" }
  package var arity: Int? { 3 }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    guard x.count == 3 else { throw LanewiseError(.value, "fma: it takes three operands, not \(x.count).") }
    for operand in x { try DTypeClass.floating.check(name, operand) }
    try ShapeRule.sameDType(name, x)
    return [AbstractArray(try ShapeRule.broadcast(name, x), x[0].dtype, weak: x.allSatisfy(\.weak))]
  }

  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    let out = bind(self, x)[0]
    let parts = [t[0].map { Lax.mul($0, x[1]) }, t[1].map { Lax.mul(x[0], $0) }, t[2]].compactMap { $0 }
    let tangents = parts.map { Broadcasting.expand($0, to: out.aval.shape) }
    return ([out], [tangents.dropFirst().reduce(tangents.first) { Lax.addAny($0!, $1) }])
  }

  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] {
    guard let ct = cotangents[0] else { return [nil, nil, nil] }
    func back(_ ct: NDArray, _ index: Int) -> NDArray { Broadcasting.unexpand(ct, to: x[index].aval.shape) }
    let addend = x[2].isLinear ? back(ct, 2) : nil
    switch (x[0], x[1]) {
    case (.linear, .known(let y)): return [back(Lax.mul(ct, y), 0), nil, addend]
    case (.known(let factor), .linear): return [nil, back(Lax.mul(factor, ct), 1), addend]
    case (.known, .known): return [nil, nil, addend]
    case (.linear, .linear): return notLinear(x)
    }
  }

  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    let (aligned, axis) = Broadcasting.align(x, axes)
    return (bind(self, aligned), [axis])
  }

  package func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray]) -> [Slot] {
    let full = x.map { Broadcasting.expand($0, to: results[0].shape, b) }
    return [b.fma(full[0], full[1], full[2])]
  }

  /// Operands of one shape, or numbers.
  package func direct(_ x: NDArray, _ y: NDArray, _ z: NDArray) -> NDArray? {
    guard DTypeClass.floating.accepts(x.dtype), y.dtype == x.dtype, z.dtype == x.dtype else { return nil }
    let shape = x.ndim > 0 ? x.aval.shape : y.ndim > 0 ? y.aval.shape : z.aval.shape
    func isFitting(_ operand: NDArray) -> Bool { operand.ndim == 0 || operand.aval.shape == shape }
    let count = shape.count
    guard isFitting(x), isFitting(y), isFitting(z), let a = x.operand(meeting: count),
      let b = y.operand(meeting: count), let c = z.operand(meeting: count),
      let result = Direct.fma(a, b, c, x.dtype, count: count)
    else { return nil }
    return NDArray(AbstractArray(shape, x.dtype, weak: x.weakType && y.weakType && z.weakType), result)
  }
}

extension Lax {
  /// `x · y + z` with one rounding.
  package static func fma(_ x: NDArray, _ y: NDArray, _ z: NDArray) -> NDArray { bindOne(FusedMultiplyAdd(), x, y, z) }
}
