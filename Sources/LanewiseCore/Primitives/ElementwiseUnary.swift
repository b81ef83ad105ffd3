import LanewiseEngine
import LanewiseKernelABI

/// An elementwise function of one operand: name, kernel, and derivative from operand and result.
///
/// A class, so that passing one as `any Primitive` copies nothing.
package final class ElementwiseUnary: DirectUnary {
  package enum Derivative: Sendable {
    /// Constant between its jumps: nothing is computed.
    case zero
    /// f(t) is the tangent, and f its own transpose.
    case linear
    /// The factor of the tangent.
    case factor(@Sendable (_ x: NDArray, _ y: NDArray) -> NDArray)
    /// The tangent itself, where it is not a product.
    case rule(@Sendable (_ t: NDArray, _ x: NDArray, _ y: NDArray) -> NDArray)
  }

  package let name: String
  package let kernel: UnaryOp
  package let takes: DTypeClass
  package let derivative: Derivative
  package let parameters: [Parameter]

  package init(
    _ name: String, _ kernel: UnaryOp, _ takes: DTypeClass, _ derivative: Derivative, parameters: [Parameter] = []
  ) {
    self.name = name
    self.kernel = kernel
    self.takes = takes
    self.derivative = derivative
    self.parameters = parameters
  }

  package var computes: Bool {
    switch kernel {
    case .neg, .sign, .abs, .floor, .ceil, .roundAwayFromZero, .roundToEven, .real, .imag, .conj: false
    default: true
    }
  }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    try takes.check(name, x[0])
    return [result(of: x[0])]
  }

  private func result(of x: AbstractArray) -> AbstractArray {
    switch kernel {
    case .isFinite: x.with(dtype: .bool)
    case .abs, .real, .imag: x.with(dtype: x.dtype.realPart, weak: x.weak && !x.dtype.isComplex)
    default: x
    }
  }

  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    let y = bindOne(self, x[0])
    guard x[0].dtype.isInexact else { return ([y], [nil]) }
    switch derivative {
    case .zero: return ([y], [nil])
    case .linear: return ([y], [bindOne(self, t[0]!)])
    case .factor(let factor): return ([y], [Lax.mul(t[0]!, factor(x[0], y))])
    case .rule(let rule): return ([y], [rule(t[0]!, x[0], y)])
    }
  }

  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] {
    guard case .linear = derivative, let ct = cotangents[0] else { return notLinear(x) }
    switch kernel {
    case .real: return [Lax.complex(ct, Lax.fullLike(ct, 0))]
    case .imag: return [Lax.complex(Lax.fullLike(ct, 0), Lax.neg(ct))]
    default: return [bindOne(self, ct)]
    }
  }

  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    ([bindOne(self, x[0])], axes)
  }

  package func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray]) -> [Slot] {
    // conj, real and imag are the identity (or zero) on real numbers.
    [b.unary(kernel, x[0])]
  }

  package func direct(_ x: NDArray) -> NDArray? {
    guard takes.accepts(x.dtype), let memory = x.memory,
      let y = Direct.unary(kernel, memory, x.dtype, count: x.aval.count)
    else { return nil }
    return NDArray(result(of: x.aval), y)
  }
}

extension ElementwiseUnary {
  package static let neg = ElementwiseUnary("neg", .neg, .number, .linear)
  package static let sign = ElementwiseUnary("sign", .sign, .number, .zero)
  package static let abs = ElementwiseUnary(
    "abs", .abs, .number,
    .rule { t, x, y in
      // At zero the tangent goes through as it is.
      guard x.dtype.isComplex else { return Lax.select(Lax.ge(x, 0), t, Lax.neg(t)) }
      let safe = Lax.select(Lax.eq(y, 0), Lax.fullLike(y, 1), y)
      return Lax.div(Lax.real(Lax.mul(t, Lax.conj(x))), safe)
    })
  package static let not = ElementwiseUnary("not", .not, .bits, .zero)
  package static let populationCount = ElementwiseUnary("population_count", .populationCount, .integer, .zero)
  package static let clz = ElementwiseUnary("clz", .clz, .integer, .zero)

  package static let floor = ElementwiseUnary("floor", .floor, .floating, .zero)
  package static let ceil = ElementwiseUnary("ceil", .ceil, .floating, .zero)
  package static let roundAwayFromZero = ElementwiseUnary(
    "round", .roundAwayFromZero, .floating, .zero,
    parameters: [Parameter("rounding_method", .int(0))])
  package static let roundToEven = ElementwiseUnary(
    "round", .roundToEven, .floating, .zero,
    parameters: [Parameter("rounding_method", .int(1))])
  package static let isFinite = ElementwiseUnary("is_finite", .isFinite, .floating, .zero)

  package static let sqrt = ElementwiseUnary("sqrt", .sqrt, .inexact, .rule { t, _, y in t / y * 0.5 })
  package static let rsqrt = ElementwiseUnary("rsqrt", .rsqrt, .inexact, .factor { x, y in y / x * -0.5 })
  package static let cbrt = ElementwiseUnary("cbrt", .cbrt, .floating, .factor { _, y in Lax.integerPow(y, -2) * (1.0 / 3.0) })
  package static let exp = ElementwiseUnary("exp", .exp, .inexact, .factor { _, y in y })
  package static let exp2 = ElementwiseUnary("exp2", .exp2, .inexact, .factor { _, y in y * 0.6931471805599453 })
  package static let expm1 = ElementwiseUnary("expm1", .expm1, .inexact, .factor { _, y in y + 1 })
  package static let log = ElementwiseUnary("log", .log, .inexact, .rule { t, x, _ in t / x })
  package static let log1p = ElementwiseUnary("log1p", .log1p, .inexact, .rule { t, x, _ in t / (x + 1) })

  package static let sin = ElementwiseUnary("sin", .sin, .inexact, .factor { x, _ in Lax.cos(x) })
  package static let cos = ElementwiseUnary("cos", .cos, .inexact, .factor { x, _ in Lax.neg(Lax.sin(x)) })
  package static let tan = ElementwiseUnary("tan", .tan, .inexact, .factor { _, y in Lax.integerPow(y, 2) + 1 })
  package static let asin = ElementwiseUnary("asin", .asin, .inexact, .factor { x, _ in Lax.rsqrt(1 - Lax.integerPow(x, 2)) })
  package static let acos = ElementwiseUnary(
    "acos", .acos, .inexact, .factor { x, _ in Lax.neg(Lax.rsqrt(1 - Lax.integerPow(x, 2))) })
  package static let atan = ElementwiseUnary("atan", .atan, .inexact, .rule { t, x, _ in t / (Lax.integerPow(x, 2) + 1) })
  package static let sinh = ElementwiseUnary("sinh", .sinh, .inexact, .factor { x, _ in Lax.cosh(x) })
  package static let cosh = ElementwiseUnary("cosh", .cosh, .inexact, .factor { x, _ in Lax.sinh(x) })
  package static let tanh = ElementwiseUnary("tanh", .tanh, .inexact, .rule { t, _, y in (t + t * y) * (1 - y) })
  package static let asinh = ElementwiseUnary("asinh", .asinh, .inexact, .factor { x, _ in Lax.rsqrt(Lax.integerPow(x, 2) + 1) })
  package static let acosh = ElementwiseUnary("acosh", .acosh, .inexact, .factor { x, _ in Lax.rsqrt((x - 1) * (x + 1)) })
  package static let atanh = ElementwiseUnary("atanh", .atanh, .inexact, .rule { t, x, _ in t / ((1 - x) * (1 + x)) })

  package static let logistic = ElementwiseUnary("logistic", .logistic, .inexact, .factor { _, y in y * (1 - y) })
  package static let erf = ElementwiseUnary(
    "erf", .erf, .floating,
    .factor { x, _ in
      Lax.exp(Lax.neg(Lax.integerPow(x, 2))) * 1.1283791670955126
    })
  package static let erfc = ElementwiseUnary(
    "erfc", .erfc, .floating,
    .factor { x, _ in
      Lax.exp(Lax.neg(Lax.integerPow(x, 2))) * -1.1283791670955126
    })
  package static let erfInv = ElementwiseUnary(
    "erf_inv", .erfInv, .floating,
    .factor { _, y in
      Lax.exp(Lax.integerPow(y, 2)) * 0.886226925452758
    })
  package static let lgamma = ElementwiseUnary("lgamma", .lgamma, .floating, .factor { x, _ in Lax.digamma(x) })
  package static let digamma = ElementwiseUnary(
    "digamma", .digamma, .floating, .factor { x, _ in Lax.polygamma(Lax.scalarLike(x, 1), x) })

  package static func conj(_ dtype: DType) -> ElementwiseUnary {
    ElementwiseUnary("conj", .conj, .complex, .linear, parameters: [Parameter("input_dtype", .dtype(dtype))])
  }
  package static let real = ElementwiseUnary("real", .real, .complex, .linear)
  package static let imag = ElementwiseUnary("imag", .imag, .complex, .linear)

  package static let all: [ElementwiseUnary] = [
    neg, sign, abs, not, populationCount, clz, floor, ceil, isFinite, sqrt, rsqrt, cbrt, exp, exp2, expm1, log, log1p,
    sin, cos, tan, asin, acos, atan, sinh, cosh, tanh, asinh, acosh, atanh, logistic, erf, erfc, erfInv, lgamma,
    digamma, real, imag,
  ]
}
