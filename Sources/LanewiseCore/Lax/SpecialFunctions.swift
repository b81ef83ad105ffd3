import LanewiseEngine

// Special functions, as `jax.lax` names them: floating-point operands of one dtype. `Special` in the public module
// takes any numbers and broadcasts.
extension Lax {
  /// e^(−|x|) I₀(x).
  public static func besselI0e(_ x: NDArray) -> NDArray { bind(ElementwiseSpecial.besselI0e, [x])[0] }
  /// e^(−|x|) I₁(x).
  public static func besselI1e(_ x: NDArray) -> NDArray { bind(ElementwiseSpecial.besselI1e, [x])[0] }
  /// The regularised lower incomplete gamma function P(a, x).
  public static func igamma(_ a: NDArray, _ x: NDArray) -> NDArray { bind(ElementwiseSpecial.igamma, [a, x])[0] }
  /// The regularised upper incomplete gamma function Q(a, x).
  public static func igammac(_ a: NDArray, _ x: NDArray) -> NDArray { bind(ElementwiseSpecial.igammac, [a, x])[0] }
  /// The derivative of P(a, x) by a.
  public static func igammaGradA(_ a: NDArray, _ x: NDArray) -> NDArray {
    bind(ElementwiseSpecial.igammaGradA, [a, x])[0]
  }
  /// The derivative of a sample x of the gamma distribution by its parameter a.
  public static func randomGammaGrad(_ a: NDArray, _ x: NDArray) -> NDArray {
    bind(ElementwiseSpecial.randomGammaGrad, [a, x])[0]
  }
  /// The Hurwitz zeta function ζ(x, q) = Σ (q + k)⁻ˣ.
  public static func zeta(_ x: NDArray, _ q: NDArray) -> NDArray { bind(ElementwiseSpecial.zeta, [x, q])[0] }
  /// The m-th derivative of digamma.
  public static func polygamma(_ m: NDArray, _ x: NDArray) -> NDArray { bind(ElementwiseSpecial.polygamma, [m, x])[0] }
  /// The regularised incomplete beta function I_x(a, b).
  public static func betainc(_ a: NDArray, _ b: NDArray, _ x: NDArray) -> NDArray {
    bind(ElementwiseSpecial.betainc, [a, b, x])[0]
  }

  package static func expn(_ n: NDArray, _ x: NDArray) -> NDArray { bind(ElementwiseSpecial.expn, [n, x])[0] }
  package static func hyp1f1(_ a: NDArray, _ b: NDArray, _ x: NDArray) -> NDArray {
    bind(ElementwiseSpecial.hyp1f1, [a, b, x])[0]
  }
  package static func randomGamma(_ key: NDArray, _ a: NDArray, inLogSpace: Bool) -> NDArray {
    bind(RandomGamma(inLogSpace: inLogSpace), [key, a])[0]
  }
}
