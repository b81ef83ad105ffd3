import LanewiseEngine

/// A special function of one to three floating-point operands of one dtype, which may be of rank 0 or have extents of
/// 1.
package final class ElementwiseSpecial: Primitive {
  /// The factor of an operand's tangent, from the operands and the result.
  package typealias Partial = @Sendable (_ x: [NDArray], _ y: NDArray) -> NDArray

  package let function: SpecialFunction
  /// By operand; nil where no derivative is known.
  package let partials: [Partial?]
  package var name: String { function.rawValue }
  package var computes: Bool { true }
  package var arity: Int? { function.arity }

  init(_ function: SpecialFunction, _ partials: Partial?...) {
    precondition(partials.count == function.arity)
    self.function = function
    self.partials = partials
  }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    for operand in x { try DTypeClass.floating.check(name, operand) }
    try ShapeRule.sameDType(name, x)
    return [AbstractArray(try ShapeRule.broadcast(name, x), x[0].dtype, weak: x.allSatisfy(\.weak))]
  }

  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    let out = bind(self, x)[0]
    var sum: Tangent = nil
    for (index, tangent) in t.enumerated() {
      guard let tangent else { continue }
      guard let partial = partials[index] else {
        report(
          LanewiseError(
            .value, "\(name): its derivative by operand \(index) is not known; use stopGradient on that operand."))
        return ([out], [.poisoned(out.aval)])
      }
      let part = Broadcasting.expand(Lax.mul(tangent, partial(x, out)), to: out.aval.shape)
      sum = sum.map { Lax.addAny($0, part) } ?? part
    }
    return ([out], [sum])
  }
  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] { notLinear(x) }
  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    let (aligned, axis) = Broadcasting.align(x, axes)
    return (bind(self, aligned), [axis])
  }
  package func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray]) -> [Slot] {
    let (shape, dtype) = (results[0].shape, results[0].dtype)
    let operands = x.map { Broadcasting.expand($0, to: shape, b) }
    if dtype != .float64 {
      if let kernel = function.kernel { return [b.unary(kernel, operands[0])] }
      if let value = function.formula(operands, b) {
        let rounded = b.convert(value, to: dtype)
        return function.hasWholeFormula
          ? [rounded] : b.step(SpecialStep(function, completes: true), operands + [rounded], results)
      }
    }
    return b.step(SpecialStep(function), operands, results)
  }
}

extension ElementwiseSpecial {
  package static let besselI0e = ElementwiseSpecial(.besselI0e, { x, y in Lax.besselI1e(x[0]) - Lax.sign(x[0]) * y })
  package static let besselI1e = ElementwiseSpecial(
    .besselI1e,
    { x, y in
      // At 0 the quotient y / x is ½.
      let eps = Lax.scalarLike(x[0], x[0].dtype.machineEpsilon)
      let isTiny = Lax.le(Lax.abs(x[0]), eps)
      let safe = Lax.select(isTiny, Broadcasting.expand(eps, to: x[0].aval.shape), x[0])
      let slope = Lax.besselI0e(safe) - y * (Lax.sign(safe) + 1 / safe)
      return Lax.select(isTiny, Lax.fullLike(x[0], 0.5), slope)
    })

  /// The density of the gamma distribution.
  private static let gammaDensity: Partial = { x, _ in
    Lax.exp((x[0] - 1) * Lax.log(x[1]) - x[1] - Lax.lgamma(x[0]))
  }
  package static let igamma = ElementwiseSpecial(.igamma, { x, _ in Lax.igammaGradA(x[0], x[1]) }, gammaDensity)
  package static let igammac = ElementwiseSpecial(
    .igammac, { x, _ in Lax.neg(Lax.igammaGradA(x[0], x[1])) }, { x, y in Lax.neg(gammaDensity(x, y)) })
  package static let igammaGradA = ElementwiseSpecial(.igammaGradA, nil, nil)
  package static let randomGammaGrad = ElementwiseSpecial(.randomGammaGrad, nil, nil)

  package static let zeta = ElementwiseSpecial(
    .zeta, { x, _ in bind(zetaGrad, x)[0] }, { x, _ in Lax.neg(x[0]) * Lax.zeta(x[0] + 1, x[1]) })
  package static let zetaGrad = ElementwiseSpecial(.zetaGrad, nil, nil)
  package static let polygamma = ElementwiseSpecial(.polygamma, nil, { x, _ in Lax.polygamma(x[0] + 1, x[1]) })
  package static let betainc = ElementwiseSpecial(
    .betainc, nil, nil,
    { x, _ in
      let (a, b) = (x[0], x[1])
      let logBeta = Lax.lgamma(a) + Lax.lgamma(b) - Lax.lgamma(a + b)
      return Lax.exp((b - 1) * Lax.log1p(Lax.neg(x[2])) + (a - 1) * Lax.log(x[2]) - logBeta)
    })

  package static let expi = ElementwiseSpecial(.expi, { x, _ in Lax.exp(x[0]) / x[0] })
  package static let expn = ElementwiseSpecial(.expn, nil, { x, _ in Lax.neg(Lax.expn(x[0] - 1, x[1])) })
  package static let ndtri = ElementwiseSpecial(
    .ndtri, { _, y in Lax.exp(Lax.integerPow(y, 2) * 0.5) * 2.5066282746310002 })
  package static let logNdtr = ElementwiseSpecial(
    .logNdtr, { x, y in Lax.exp(Lax.integerPow(x[0], 2) * -0.5 - 0.9189385332046727 - y) })
  package static let spence = ElementwiseSpecial(
    .spence,
    { x, _ in
      // log x / (1 − x) is −1 at 1.
      let isOne = Lax.eq(x[0], Lax.scalarLike(x[0], 1))
      let safe = Lax.select(isOne, Lax.fullLike(x[0], 2), x[0])
      return Lax.select(isOne, Lax.fullLike(x[0], -1), Lax.log(safe) / (1 - safe))
    })
  package static let hyp1f1 = ElementwiseSpecial(
    .hyp1f1, { x, _ in bind(hyp1f1GradA, x)[0] }, { x, _ in bind(hyp1f1GradB, x)[0] },
    { x, _ in x[0] / x[1] * Lax.hyp1f1(x[0] + 1, x[1] + 1, x[2]) })
  package static let hyp1f1GradA = ElementwiseSpecial(.hyp1f1GradA, nil, nil, nil)
  package static let hyp1f1GradB = ElementwiseSpecial(.hyp1f1GradB, nil, nil, nil)
  package static let fresnelSine = ElementwiseSpecial(
    .fresnelSine, { x, _ in Lax.sin(Lax.integerPow(x[0], 2) * 1.5707963267948966) })
  package static let fresnelCosine = ElementwiseSpecial(
    .fresnelCosine, { x, _ in Lax.cos(Lax.integerPow(x[0], 2) * 1.5707963267948966) })

  package static let all: [ElementwiseSpecial] = [
    besselI0e, besselI1e, igamma, igammac, igammaGradA, randomGammaGrad, zeta, zetaGrad, polygamma, betainc, expi, expn,
    ndtri, logNdtr, spence, hyp1f1, hyp1f1GradA, hyp1f1GradB, fresnelSine, fresnelCosine,
  ]
}

extension DType {
  /// The distance from 1 to the next larger number of a floating-point dtype.
  fileprivate var machineEpsilon: Double {
    switch self {
    case .float64: 0x1p-52
    case .float16: 0x1p-10
    case .bfloat16: 0x1p-7
    default: 0x1p-23
    }
  }
}
