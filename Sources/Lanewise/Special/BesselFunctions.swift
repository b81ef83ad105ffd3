import LanewiseCore

// Bessel functions, exponential integrals, the dilogarithm.
extension Special {
  /// The modified Bessel function I₀(x) (`jax.scipy.special.i0`).
  public static func i0(_ x: NDArray) -> NDArray {
    let x = Promote.inexact(x)
    return Lax.exp(Lax.abs(x)) * Lax.besselI0e(x)
  }
  /// e^(−|x|) I₀(x) (`jax.scipy.special.i0e`).
  public static func i0e(_ x: NDArray) -> NDArray { Lax.besselI0e(Promote.inexact(x)) }
  /// The modified Bessel function I₁(x) (`jax.scipy.special.i1`).
  public static func i1(_ x: NDArray) -> NDArray {
    let x = Promote.inexact(x)
    return Lax.exp(Lax.abs(x)) * Lax.besselI1e(x)
  }
  /// e^(−|x|) I₁(x) (`jax.scipy.special.i1e`).
  public static func i1e(_ x: NDArray) -> NDArray { Lax.besselI1e(Promote.inexact(x)) }

  /// The Bessel functions J₀(z) … J_v(z), along a new leading axis (`jax.scipy.special.bessel_jn`): by downward
  /// recurrence from the order `iterations`, which must be well above `v` and |z|. NaN at z = 0.
  ///
  /// ```swift
  /// print(Special.besselJn(1.0, v: 1))  // [0.7651977  0.44005057]
  /// ```
  public static func besselJn(_ z: NDArray, v: Int, iterations: Int = 50) -> NDArray {
    let z = Promote.inexact(z)
    guard z.dtype.isFloating, v >= 0, v <= iterations else {
      return fail(
        .value,
        "Special.besselJn: z has type \(z.aval), the order is \(v) and the recurrence starts at \(iterations); z must be real, and the order between 0 and the start.",
        like: AbstractArray(Shape([Swift.max(v, 0) + 1] + z.shape.prefix(Shape.maximumRank - 1)), z.dtype))
    }
    // In double precision, and from a tiny number on: the recurrence grows by many orders of magnitude.
    let x = z.astype(.float64)
    var above = zerosLike(x)
    var current = Lax.fullLike(x, 1e-250)
    var sum = zerosLike(x)
    var orders: [NDArray] = []
    for k in stride(from: iterations, through: 0, by: -1) {
      let factor = 2 * Double(k + 1)
      (above, current) = (current, factor * current / x - above)
      if k % 2 == 0 { sum = sum + 2 * current }
      if k <= v { orders.append(current) }
    }
    // J₀ + 2 (J₂ + J₄ + …) is 1 (DLMF 10.12.4).
    return (stack(orders.reversed()) / (sum - current)).astype(z.dtype)
  }

  /// The exponential integral ∫₁^∞ e^(−xt)/t dt (`jax.scipy.special.exp1`): NaN where x < 0, ∞ at 0.
  public static func exp1(_ x: NDArray) -> NDArray { expn(1, x) }

  /// The exponential integral ∫ eᵗ/t dt up to x (`jax.scipy.special.expi`): −∞ at 0.
  public static func expi(_ x: NDArray) -> NDArray { bind(ElementwiseSpecial.expi, [Promote.inexact(x)])[0] }

  /// The exponential integral ∫₁^∞ e^(−xt)/tⁿ dt (`jax.scipy.special.expn`): NaN where n or x is negative. It has no
  /// derivative by n.
  public static func expn(_ n: NDArray, _ x: NDArray) -> NDArray {
    let x = operands("expn", n, x)
    return Lax.expn(Lax.stopGradient(x[0]), x[1])
  }

  /// Spence's function −∫₁ˣ log t/(t − 1) dt (`jax.scipy.special.spence`): NaN where x < 0.
  public static func spence(_ x: NDArray) -> NDArray { bind(ElementwiseSpecial.spence, [Promote.inexact(x)])[0] }
}
