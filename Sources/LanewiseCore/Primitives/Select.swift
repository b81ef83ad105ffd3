import LanewiseEngine
import LanewiseKernelABI

/// Chooses between cases element by element (`lax.select_n`): operand 0 is the case's index, bool for two cases.
package struct SelectN: DirectTernary {
  package var name: String { "select_n" }
  package var arity: Int? { nil }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    guard x.count >= 2 else { throw LanewiseError(.value, "select_n: it takes a predicate and at least one case.") }
    guard x[0].dtype == .bool || x[0].dtype == .int32 else {
      throw LanewiseError(
        .dtype, "select_n: the predicate has dtype \(x[0].dtype); it must be bool, or int32 for several cases.")
    }
    guard x[0].dtype == .int32 || x.count <= 3 else {
      throw LanewiseError(.value, "select_n: a bool predicate chooses between two cases, but there are \(x.count - 1).")
    }
    let cases = Array(x.dropFirst())
    try ShapeRule.sameDType(name, cases)
    guard cases.allSatisfy({ $0.shape == cases[0].shape }), x[0].shape.isScalar || x[0].shape == cases[0].shape else {
      throw LanewiseError(
        .shape,
        "select_n: the predicate has shape \(x[0].shape) and the cases \(cases.map(\.shape.description).joined(separator: " and ")); they must be equal, or the predicate of rank 0."
      )
    }
    return [cases.contains { !$0.weak } ? cases[0].tangentType : cases[0]]
  }

  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    let out = bind(self, x)
    guard out[0].dtype.isInexact else { return (out, [nil]) }
    let tangents = zip(x, t).dropFirst().map { $1 ?? Lax.fullLike($0, 0) }
    return (out, bind(self, [x[0]] + tangents))
  }

  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] {
    guard case .known(let which) = x[0], let ct = cotangents[0] else { return notLinear(x) }
    let zero = Lax.fullLike(ct, 0)
    return [nil]
      + (1..<x.count).map { index in
        guard x[index].isLinear else { return nil }
        return bind(self, [which] + (1..<x.count).map { $0 == index ? ct : zero })[0]
      }
  }

  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    // A scalar predicate stays one where it is not batched; else everything goes to axis 0 and full shape.
    let caseRank = x[1].ndim - (axes[1] == nil ? 0 : 1)
    let cases = (1..<x.count).map { Lax.moveBatch(x[$0], from: axes[$0], to: 0, size: size) }
    var which = x[0]
    if axes[0] != nil || which.ndim > 0 {
      which = Lax.moveBatch(which, from: axes[0], to: 0, size: size)
      if which.ndim == 1 && caseRank > 0 { which = Lax.broadcastInDim(which, cases[0].shape, [0]) }
    }
    return (cases.count == 2 ? [bindOne(self, which, cases[0], cases[1])] : bind(self, [which] + cases), [0])
  }

  package func direct(_ which: NDArray, _ onFalse: NDArray, _ onTrue: NDArray) -> NDArray? {
    let type = onTrue.aval
    guard which.dtype == .bool, type.dtype == onFalse.dtype, type.shape == onFalse.aval.shape,
      type.shape == which.aval.shape, let predicate = which.memory, let x = onTrue.operand(meeting: type.count),
      let y = onFalse.operand(meeting: type.count)
    else { return nil }
    return NDArray(
      AbstractArray(type.shape, type.dtype, weak: onTrue.weakType && onFalse.weakType),
      Direct.select(predicate, x, y, type.dtype, count: type.count))
  }

  package func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray]) -> [Slot] {
    let which = x[0]
    guard b.type(which).dtype == .int32 else { return [x.count == 2 ? x[1] : b.select(which, x[2], x[1])] }
    var chosen = x[1]
    for index in 1..<x.count - 1 {
      let bound = b.scalar(bits: UInt64(index), .int32)
      chosen = b.select(b.compare(.ge, which, bound), x[index + 1], chosen)
    }
    return [chosen]
  }
}

/// Holds each element between two bounds (`lax.clamp`): operands low, x, high; the bounds may be of rank 0.
package struct Clamp: Primitive {
  package var name: String { "clamp" }
  package var arity: Int? { 3 }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    for operand in x { try DTypeClass.numberOrBool.check(name, operand) }
    try ShapeRule.sameDType(name, x)
    for bound in [x[0], x[2]] where !bound.shape.isScalar && bound.shape != x[1].shape {
      throw LanewiseError(
        .shape,
        "clamp: a bound has shape \(bound.shape) and the operand \(x[1].shape); a bound must be of rank 0 or of the operand's shape."
      )
    }
    return [x[1]]
  }
  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    let out = bind(self, x)
    guard out[0].dtype.isInexact else { return (out, [nil]) }
    let (low, value, high) = (x[0], x[1], x[2])
    let masks = [
      Lax.gt(low, value), Lax.and(Lax.gt(value, low), Lax.lt(value, high)), Lax.lt(high, value),
    ]
    let parts = zip(masks, t).compactMap { mask, tangent -> NDArray? in
      guard let tangent else { return nil }
      return Lax.select(mask, Broadcasting.expand(tangent, to: value.aval.shape), Lax.fullLike(value, 0))
    }
    return (out, [parts.dropFirst().reduce(parts.first) { Lax.addAny($0!, $1) }])
  }
  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] { notLinear(x) }
  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    let value = Lax.moveBatch(x[1], from: axes[1], to: 0, size: size)
    func bound(_ index: Int) -> NDArray {
      guard axes[index] != nil || x[index].ndim > 0 else { return x[index] }
      let moved = Lax.moveBatch(x[index], from: axes[index], to: 0, size: size)
      return moved.ndim == value.ndim ? moved : Lax.broadcastInDim(moved, value.shape, [0])
    }
    return (bind(self, [bound(0), value, bound(2)]), [0])
  }
  package func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray]) -> [Slot] {
    [b.binary(.min, b.binary(.max, x[1], x[0]), x[2])]
  }
}
