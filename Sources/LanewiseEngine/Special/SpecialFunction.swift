import LanewiseKernelABI

/// A function of one to three real numbers that no kernel computes in float64. The raw value is its name in a program.
package enum SpecialFunction: String, CaseIterable, Hashable, Sendable {
  case besselI0e = "bessel_i0e"
  case besselI1e = "bessel_i1e"
  case igamma
  case igammac
  case igammaGradA = "igamma_grad_a"
  case randomGammaGrad = "random_gamma_grad"
  case zeta
  case zetaGrad = "zeta_grad"
  case polygamma
  case betainc = "regularized_incomplete_beta"
  case expi
  case expn
  case ndtri
  case logNdtr = "log_ndtr"
  case spence
  case hyp1f1
  case hyp1f1GradA = "hyp1f1_grad_a"
  case hyp1f1GradB = "hyp1f1_grad_b"
  case fresnelSine = "fresnel_sine"
  case fresnelCosine = "fresnel_cosine"

  enum Body {
    case unary((Double) -> Double)
    case binary((Double, Double) -> Double)
    case ternary((Double, Double, Double) -> Double)
  }

  var body: Body {
    switch self {
    case .besselI0e: .unary(Bessel.scaledI0)
    case .besselI1e: .unary(Bessel.scaledI1)
    case .igamma: .binary(IncompleteGamma.lower)
    case .igammac: .binary(IncompleteGamma.upper)
    case .igammaGradA: .binary(IncompleteGamma.slope)
    case .randomGammaGrad: .binary(IncompleteGamma.sampleSlope)
    case .zeta: .binary(Zeta.value)
    case .zetaGrad: .binary(Zeta.slope)
    case .polygamma: .binary(Polygamma.value)
    case .betainc: .ternary(IncompleteBeta.value)
    case .expi: .unary(ExponentialIntegral.ei)
    case .expn: .binary(ExponentialIntegral.en)
    case .ndtri: .unary(NormalDistribution.inverse)
    case .logNdtr: .unary(NormalDistribution.logarithm)
    case .spence: .unary(Dilogarithm.spence)
    case .hyp1f1: .ternary(Hypergeometric.value)
    case .hyp1f1GradA: .ternary(Hypergeometric.slopeByA)
    case .hyp1f1GradB: .ternary(Hypergeometric.slopeByB)
    case .fresnelSine: .unary(Fresnel.sine)
    case .fresnelCosine: .unary(Fresnel.cosine)
    }
  }

  /// The kernel that computes it in float32, which float16 and bfloat16 are computed in, too.
  package var kernel: UnaryOp? {
    switch self {
    case .besselI0e: .besselI0e
    case .besselI1e: .besselI1e
    case .ndtri: .ndtri
    case .logNdtr: .logNdtr
    default: nil
    }
  }

  package var arity: Int {
    switch body {
    case .unary: 1
    case .binary: 2
    case .ternary: 3
    }
  }

  /// The function of as many numbers as it takes.
  package func value(_ x: Double...) -> Double {
    switch body {
    case .unary(let f): f(x[0])
    case .binary(let f): f(x[0], x[1])
    case .ternary(let f): f(x[0], x[1], x[2])
    }
  }
}
