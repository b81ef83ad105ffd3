import LanewiseCore

// The error function, the normal distribution, and Fresnel's integrals.
extension Special {
  /// 2/√π ∫₀ˣ e^(−t²) dt (`jax.scipy.special.erf`).
  public static func erf(_ x: NDArray) -> NDArray { Lax.erf(Promote.inexact(x)) }
  /// 1 − erf(x) (`jax.scipy.special.erfc`).
  public static func erfc(_ x: NDArray) -> NDArray { Lax.erfc(Promote.inexact(x)) }
  /// The inverse of erf (`jax.scipy.special.erfinv`): ±∞ at ±1, NaN outside [−1, 1].
  public static func erfinv(_ x: NDArray) -> NDArray { Lax.erfInv(Promote.inexact(x)) }

  /// The distribution function of the standard normal distribution (`jax.scipy.special.ndtr`).
  ///
  /// ```swift
  /// print(Special.ndtr(0.0))  // 0.5
  /// ```
  public static func ndtr(_ x: NDArray) -> NDArray {
    let w = Promote.inexact(x) * 0.7071067811865476
    let z = Lax.abs(w)
    let far = Lax.erfc(z)
    return 0.5 * `where`(z .< 0.7071067811865476, 1 + Lax.erf(w), `where`(w .> 0, 2 - far, far))
  }

  /// The inverse of ``ndtr(_:)`` (`jax.scipy.special.ndtri`): ±∞ at 1 and 0, NaN outside.
  ///
  /// ```swift
  /// print(Special.ndtri([0.025, 0.5]))  // [-1.959964  0.      ]
  /// ```
  public static func ndtri(_ p: NDArray) -> NDArray { bind(ElementwiseSpecial.ndtri, [Promote.inexact(p)])[0] }

  /// log(ndtr(x)), also where ndtr(x) is too small for the dtype (`jax.scipy.special.log_ndtr`).
  public static func logNdtr(_ x: NDArray) -> NDArray { bind(ElementwiseSpecial.logNdtr, [Promote.inexact(x)])[0] }

  /// Fresnel's integrals ∫₀ˣ sin(πt²/2) dt and ∫₀ˣ cos(πt²/2) dt (`jax.scipy.special.fresnel`).
  public static func fresnel(_ x: NDArray) -> (sine: NDArray, cosine: NDArray) {
    let x = Promote.inexact(x)
    return (bind(ElementwiseSpecial.fresnelSine, [x])[0], bind(ElementwiseSpecial.fresnelCosine, [x])[0])
  }
}
