import LanewiseCore

// The gamma function and what is made of it.
extension Special {
  /// log|Γ(x)| (`jax.scipy.special.gammaln`): ∞ at 0 and the negative integers.
  ///
  /// ```swift
  /// print(Special.gammaln([1.0, 5.0]))  // [0.        3.1780539]
  /// ```
  public static func gammaln(_ x: NDArray) -> NDArray { Lax.lgamma(Promote.inexact(x)) }

  /// The sign of Γ(x) (`jax.scipy.special.gammasgn`): 1 at the poles.
  public static func gammasgn(_ x: NDArray) -> NDArray {
    let x = Promote.inexact(x)
    let whole = Lax.floor(x)
    return `where`((x .> 0) | (x .== whole) | (remainder(whole, 2) .== 0), onesLike(x), -onesLike(x))
  }

  /// Γ(x) (`jax.scipy.special.gamma`): ∞ at 0 and the negative integers.
  ///
  /// ```swift
  /// print(Special.gamma([1.0, 2.0, 0.5]))  // [1.        1.        1.7724538]
  /// ```
  public static func gamma(_ x: NDArray) -> NDArray {
    let x = Promote.inexact(x)
    return gammasgn(x) * Lax.exp(Lax.lgamma(x))
  }

  /// n! = Γ(n + 1), and 0 for negative n (`jax.scipy.special.factorial`).
  public static func factorial(_ n: NDArray) -> NDArray {
    let n = Promote.inexact(n)
    return `where`(n .< 0, zerosLike(n), Lax.exp(Lax.lgamma(n + 1)))
  }

  /// log|B(a, b)|, B the beta function (`jax.scipy.special.betaln`), without the cancellation that three logarithms of
  /// gamma functions of large numbers have.
  public static func betaln(_ a: NDArray, _ b: NDArray) -> NDArray {
    let x = operands("betaln", a, b)
    let (a, b) = (Lanewise.minimum(x[0], x[1]), Lanewise.maximum(x[0], x[1]))
    let direct = Lax.lgamma(a) + (Lax.lgamma(b) - Lax.lgamma(a + b))
    // By Stirling's series, where the larger operand is not small: log Γ(b) − log Γ(a + b).
    let isLarge = b .>= 10
    let safe = `where`(isLarge, b, 10)
    let sum = a + safe
    let powers = a * (1 - Lax.log(safe)) - (sum - 0.5) * Lax.log1p(a / safe)
    let large = Lax.lgamma(a) + (powers + (stirlingTail(safe) - stirlingTail(sum)))
    return `where`(isLarge, large, direct)
  }

  /// log Γ(x) − ((x − ½) log x − x + ½ log 2π) for x ≥ 10 (DLMF 5.11.1).
  private static func stirlingTail(_ x: NDArray) -> NDArray {
    let coefficients = [1 / 12.0, -1 / 360.0, 1 / 1260.0, -1 / 1680.0, 1 / 1188.0]
    let square = 1 / (x * x)
    return coefficients.reversed().reduce(zerosLike(x)) { $0 * square + $1 } / x
  }

  /// The beta function Γ(a)Γ(b)/Γ(a + b) (`jax.scipy.special.beta`).
  public static func beta(_ a: NDArray, _ b: NDArray) -> NDArray {
    let x = operands("beta", a, b)
    return gammasgn(x[0]) * gammasgn(x[1]) * gammasgn(x[0] + x[1]) * Lax.exp(betaln(x[0], x[1]))
  }

  /// The regularised incomplete beta function I_x(a, b) (`jax.scipy.special.betainc`): NaN unless a, b > 0 and
  /// 0 ≤ x ≤ 1. It has no derivative by a and b.
  ///
  /// ```swift
  /// print(Special.betainc(2, 3, 0.5))  // 0.6875
  /// ```
  public static func betainc(_ a: NDArray, _ b: NDArray, _ x: NDArray) -> NDArray {
    let x = operands("betainc", a, b, x)
    return Lax.betainc(x[0], x[1], x[2])
  }

  /// The regularised lower incomplete gamma function P(a, x) (`jax.scipy.special.gammainc`): NaN where a ≤ 0 or x < 0.
  ///
  /// ```swift
  /// print(Special.gammainc(1, [0.5, 2.0]))  // [0.39346933 0.86466473]
  /// ```
  public static func gammainc(_ a: NDArray, _ x: NDArray) -> NDArray {
    let x = operands("gammainc", a, x)
    return Lax.igamma(x[0], x[1])
  }

  /// The regularised upper incomplete gamma function Q(a, x) = 1 − P(a, x) (`jax.scipy.special.gammaincc`): 1 where
  /// a ≤ 0 or x ≤ 0.
  public static func gammaincc(_ a: NDArray, _ x: NDArray) -> NDArray {
    let x = operands("gammaincc", a, x)
    return Lax.igammac(x[0], x[1])
  }

  /// ψ(x), the derivative of log Γ (`jax.scipy.special.digamma`): NaN at 0 and the negative integers.
  public static func digamma(_ x: NDArray) -> NDArray { Lax.digamma(Promote.inexact(x)) }

  /// The n-th derivative of digamma (`jax.scipy.special.polygamma`), n an integer: NaN for other n. It has no
  /// derivative by n.
  public static func polygamma(_ n: NDArray, _ x: NDArray) -> NDArray {
    let x = operands("polygamma", n, x)
    return Lax.polygamma(x[0], x[1])
  }

  /// The logarithm of the d-dimensional gamma function (`jax.scipy.special.multigammaln`): d(d − 1)/4 · log π +
  /// Σ log Γ(a − j/2) over j < d.
  public static func multigammaln(_ a: NDArray, _ d: Int) -> NDArray {
    let a = Promote.inexact(a)
    let constant = Double(d * (d - 1)) / 4 * 1.1447298858494002
    guard d > 0 else { return Lax.fullLike(a, constant) }
    return (1..<d).reduce(Lax.lgamma(a)) { $0 + Lax.lgamma(a - Double($1) / 2) } + constant
  }

  /// The Hurwitz zeta function Σ (q + k)⁻ˣ (`jax.scipy.special.zeta`): NaN where x < 1, ∞ at x = 1.
  ///
  /// ```swift
  /// print(Special.zeta(2, 1))  // 1.644934
  /// ```
  public static func zeta(_ x: NDArray, _ q: NDArray) -> NDArray {
    let x = operands("zeta", x, q)
    return Lax.zeta(x[0], x[1])
  }

  /// The rising factorial z(z + 1)…(z + m − 1) = Γ(z + m)/Γ(z) (`jax.scipy.special.poch`).
  public static func poch(_ z: NDArray, _ m: NDArray) -> NDArray {
    let x = operands("poch", z, m)
    return pochhammer(x[0], x[1])
  }

  private static let pochhammer = customJVP(
    { (z: NDArray, m: NDArray) in `where`(m .== 0, 1, gamma(z + m) / gamma(z)) },
    jvp: { z, m, dz, dm in
      let value = poch(z, m)
      let upper = Lax.digamma(z + m)
      return (value, dz * ((upper - Lax.digamma(z)) * value) + dm * (upper * value))
    }, name: "poch")

  /// Kummer's confluent hypergeometric function ₁F₁(a; b; x) (`jax.scipy.special.hyp1f1`): 1 where a = 0, ∞ where b = 0
  /// and a is not.
  public static func hyp1f1(_ a: NDArray, _ b: NDArray, _ x: NDArray) -> NDArray {
    let x = operands("hyp1f1", a, b, x)
    return Lax.hyp1f1(x[0], x[1], x[2])
  }

  /// The Bernoulli numbers B₀ … Bₙ (`jax.scipy.special.bernoulli`), of which the first is −½.
  ///
  /// ```swift
  /// print(Special.bernoulli(4))  // [ 1.         -0.5         0.16666667  0.         -0.03333334]
  /// ```
  public static func bernoulli(_ n: Int) -> NDArray {
    let dtype = DefaultDTypes.current.float
    guard n >= 0 else {
      return fail(
        .value, "Special.bernoulli: there is no Bernoulli number \(n); they are counted from 0.",
        like: AbstractArray([0], dtype))
    }
    // 2 (2k)! / (2π)²ᵏ · ζ(2k), of alternating signs
    var numbers = Array(repeating: 0.0, count: Swift.max(n + 1, 2))
    (numbers[0], numbers[1]) = (1, -0.5)
    var factor = -2.0
    for k in stride(from: 2, through: n, by: 2) {
      factor *= -Double(k * (k - 1)) / (4 * Double.pi * Double.pi)
      numbers[k] = factor * SpecialFunction.zeta.value(Double(k), 1)
    }
    return NDArray(Array(numbers.prefix(n + 1)), shape: [n + 1], dtype: dtype)
  }
}
