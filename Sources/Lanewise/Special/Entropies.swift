import LanewiseCore

// Logarithms beside their arguments, and sums of exponentials.
extension Special {
  /// log(x / (1 − x)) (`jax.scipy.special.logit`).
  public static func logit(_ x: NDArray) -> NDArray { logOdds(Promote.inexact(x)) }

  private static let logOdds = customJVP(
    { (x: NDArray) in Lax.log(x / (1 - x)) }, jvp: { x, dx in (logit(x), dx / (x * (1 - x))) }, name: "logit")

  /// 1 / (1 + e⁻ˣ) (`jax.scipy.special.expit`).
  public static func expit(_ x: NDArray) -> NDArray { Lax.logistic(Promote.inexact(x)) }

  /// x · log y, and 0 where x = 0 (`jax.scipy.special.xlogy`).
  ///
  /// ```swift
  /// print(Special.xlogy([0.0, 2.0], [0.0, 1.0]))  // [0. 0.]
  /// ```
  public static func xlogy(_ x: NDArray, _ y: NDArray) -> NDArray {
    let x = operands("xlogy", x, y)
    return productWithLog(x[0], x[1])
  }

  private static let productWithLog = customJVP(
    { (x: NDArray, y: NDArray) in `where`(x .!= 0, x * Lax.log(y), 0) },
    jvp: { x, y, dx, dy in (xlogy(x, y), dx * Lax.log(y) + dy * x / y) }, name: "xlogy")

  /// x · log(1 + y), and 0 where x = 0 (`jax.scipy.special.xlog1py`).
  public static func xlog1py(_ x: NDArray, _ y: NDArray) -> NDArray {
    let x = operands("xlog1py", x, y)
    return productWithLog1p(x[0], x[1])
  }

  private static let productWithLog1p = customJVP(
    { (x: NDArray, y: NDArray) in `where`(x .!= 0, x * Lax.log1p(y), 0) },
    jvp: { x, y, dx, dy in (xlog1py(x, y), dx * Lax.log1p(y) + dy * x / (1 + y)) }, name: "xlog1py")

  /// x · log x, with the derivative log x + 1.
  private static let xlogx = customJVP(
    { (x: NDArray) in productWithLog(x, x) }, jvp: { x, dx in (productWithLog(x, x), dx * (Lax.log(x) + 1)) },
    name: "_xlogx")

  /// −x · log x, 0 at 0, −∞ below (`jax.scipy.special.entr`).
  public static func entr(_ x: NDArray) -> NDArray {
    let x = Promote.inexact(x)
    return `where`(x .< 0, -NDArray.infinity, -xlogx(x))
  }

  /// p · log(p/q), 0 where p = 0 and q ≥ 0, ∞ where either is negative (`jax.scipy.special.rel_entr`).
  public static func relEntr(_ p: NDArray, _ q: NDArray) -> NDArray {
    let x = operands("rel_entr", p, q)
    let (p, q) = (x[0], x[1])
    let isOrdinary = (p .> 0) & (q .> 0)
    let (safeP, safeQ) = (`where`(isOrdinary, p, 1), `where`(isOrdinary, q, 1))
    let edge = `where`((p .== 0) & (q .>= 0), zerosLike(p), NDArray.infinity)
    return `where`(isOrdinary, xlogx(safeP) - xlogy(safeP, safeQ), edge)
  }

  /// p · log(p/q) − p + q (`jax.scipy.special.kl_div`).
  public static func klDiv(_ p: NDArray, _ q: NDArray) -> NDArray {
    let x = operands("kl_div", p, q)
    return relEntr(x[0], x[1]) - x[0] + x[1]
  }

  /// log(Σeˣ) along axes, or of all elements, without overflow (`jax.scipy.special.logsumexp`); `b` are factors of the
  /// exponentials.
  public static func logsumexp(
    _ x: NDArray, axis: (any AxisArgument)? = nil, b: NDArray? = nil, keepdims: Bool = false
  ) -> NDArray { NN.logsumexp(x, axis: axis, b: b, keepdims: keepdims) }
  /// log(Σeˣ) of all elements (`jax.scipy.special.logsumexp`).
  public static func logsumexp(_ x: NDArray) -> NDArray { NN.logsumexp(x) }

  /// eˣ over its sum along axes, or over that of all elements (`jax.scipy.special.softmax`).
  public static func softmax(_ x: NDArray, axis: (any AxisArgument)? = nil) -> NDArray {
    NN.softmax(x, axis: axis ?? Array(0..<x.ndim))
  }
  /// eˣ over the sum of all elements' (`jax.scipy.special.softmax`).
  public static func softmax(_ x: NDArray) -> NDArray { softmax(x, axis: nil) }

  /// log(softmax(x)) along axes, or of all elements (`jax.scipy.special.log_softmax`).
  public static func logSoftmax(_ x: NDArray, axis: (any AxisArgument)? = nil) -> NDArray {
    NN.logSoftmax(x, axis: axis ?? Array(0..<x.ndim))
  }
  /// log(softmax(x)) of all elements (`jax.scipy.special.log_softmax`).
  public static func logSoftmax(_ x: NDArray) -> NDArray { logSoftmax(x, axis: nil) }
}
