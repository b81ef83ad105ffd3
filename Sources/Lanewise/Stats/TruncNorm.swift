import LanewiseCore

extension Stats {
  /// The standard normal distribution between `a` and `b`, moved and stretched (`jax.scipy.stats.truncnorm`): NaN where
  /// a ≥ b.
  public enum TruncNorm {
    public static func logpdf(
      _ x: NDArray, _ a: NDArray, _ b: NDArray, loc: NDArray = 0, scale: NDArray = 1
    ) -> NDArray {
      let x = operands("TruncNorm.logpdf", x, a, b, loc, scale)
      let (a, b) = (x[1], x[2])
      let y = (x[0] - x[3]) / x[4]
      let value = Norm.logpdf(x[0], loc: x[3], scale: x[4]) - logMass(a, b)
      return `where`(a .>= b, NDArray.nan, `where`((y .< a) | (y .> b), -NDArray.infinity, value))
    }
    public static func pdf(
      _ x: NDArray, _ a: NDArray, _ b: NDArray, loc: NDArray = 0, scale: NDArray = 1
    ) -> NDArray { Lax.exp(logpdf(x, a, b, loc: loc, scale: scale)) }

    public static func logcdf(
      _ x: NDArray, _ a: NDArray, _ b: NDArray, loc: NDArray = 0, scale: NDArray = 1
    ) -> NDArray {
      let x = broadcastArrays(operands("TruncNorm.logcdf", x, a, b, loc, scale))
      let (a, b) = (x[1], x[2])
      let y = (x[0] - x[3]) / x[4]
      let whole = logMass(a, b)
      let below = logMass(a, y) - whole
      // Near 1, from the other side.
      let value = `where`(below .> -0.1, Lax.log1p(-Lax.exp(logMass(y, b) - whole)), below)
      let bounded = `where`(y .>= b, 0, `where`(y .<= a, -NDArray.infinity, value))
      return `where`(a .>= b, NDArray.nan, bounded)
    }
    public static func cdf(
      _ x: NDArray, _ a: NDArray, _ b: NDArray, loc: NDArray = 0, scale: NDArray = 1
    ) -> NDArray { Lax.exp(logcdf(x, a, b, loc: loc, scale: scale)) }
    public static func logsf(
      _ x: NDArray, _ a: NDArray, _ b: NDArray, loc: NDArray = 0, scale: NDArray = 1
    ) -> NDArray { logcdf(-x, -b, -a, loc: -loc, scale: scale) }
    public static func sf(
      _ x: NDArray, _ a: NDArray, _ b: NDArray, loc: NDArray = 0, scale: NDArray = 1
    ) -> NDArray { Lax.exp(logsf(x, a, b, loc: loc, scale: scale)) }

    /// log(Φ(b) − Φ(a)), in the left half if both are on one side.
    private static func logMass(_ a: NDArray, _ b: NDArray) -> NDArray {
      let both = broadcastArrays([a, b])
      let (a, b) = (both[0], both[1])
      let isRight = a .> 0
      let isCentral = (b .> 0) & Lax.bitwiseNot(isRight)
      let (low, high) = (`where`(isRight, -b, a), `where`(isRight, -a, b))
      let (logLow, logHigh) = (Special.logNdtr(low), Special.logNdtr(high))
      let oneSided = logHigh + Lax.log1p(-Lax.exp(logLow - logHigh))
      return `where`(isCentral, Lax.log1p(-Special.ndtr(a) - Special.ndtr(-b)), oneSided)
    }
  }
}
