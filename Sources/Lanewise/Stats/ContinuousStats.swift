import LanewiseCore

// Continuous distributions with parameters of shape.
extension Stats {
  /// Student's t distribution of `df` degrees of freedom (`jax.scipy.stats.t`).
  public enum T {
    public static func logpdf(_ x: NDArray, _ df: NDArray, loc: NDArray = 0, scale: NDArray = 1) -> NDArray {
      let x = operands("T.logpdf", x, df, loc, scale)
      let (df, scale) = (x[1], x[3])
      let y = (x[0] - x[2]) / scale
      let power = df / 2 + 0.5
      let normalizer = Lax.lgamma(df / 2) + Lax.log(scale * scale * Double.pi * df) / 2 - Lax.lgamma(power)
      return -(normalizer + power * Lax.log1p(y * y / df))
    }
    public static func pdf(_ x: NDArray, _ df: NDArray, loc: NDArray = 0, scale: NDArray = 1) -> NDArray {
      Lax.exp(logpdf(x, df, loc: loc, scale: scale))
    }
  }

  /// The chi-squared distribution of `df` degrees of freedom (`jax.scipy.stats.chi2`).
  public enum Chi2 {
    public static func logpdf(_ x: NDArray, _ df: NDArray, loc: NDArray = 0, scale: NDArray = 1) -> NDArray {
      let x = operands("Chi2.logpdf", x, df, loc, scale)
      let y = (x[0] - x[2]) / x[3]
      let half = x[1] / 2
      let normalizer = Lax.lgamma(half) + half * 0.6931471805599453 + Lax.log(x[3])
      return `where`(x[0] .< x[2], -NDArray.infinity, (half - 1) * Lax.log(y) - y / 2 - normalizer)
    }
    public static func pdf(_ x: NDArray, _ df: NDArray, loc: NDArray = 0, scale: NDArray = 1) -> NDArray {
      Lax.exp(logpdf(x, df, loc: loc, scale: scale))
    }
    public static func cdf(_ x: NDArray, _ df: NDArray, loc: NDArray = 0, scale: NDArray = 1) -> NDArray {
      Gamma.cdf(x, df / 2, loc: loc, scale: 2 * scale)
    }
    public static func logcdf(_ x: NDArray, _ df: NDArray, loc: NDArray = 0, scale: NDArray = 1) -> NDArray {
      Lax.log(cdf(x, df, loc: loc, scale: scale))
    }
    public static func sf(_ x: NDArray, _ df: NDArray, loc: NDArray = 0, scale: NDArray = 1) -> NDArray {
      Gamma.sf(x, df / 2, loc: loc, scale: 2 * scale)
    }
    public static func logsf(_ x: NDArray, _ df: NDArray, loc: NDArray = 0, scale: NDArray = 1) -> NDArray {
      Lax.log(sf(x, df, loc: loc, scale: scale))
    }
  }

  /// The gamma distribution of shape `a` (`jax.scipy.stats.gamma`).
  public enum Gamma {
    public static func logpdf(_ x: NDArray, _ a: NDArray, loc: NDArray = 0, scale: NDArray = 1) -> NDArray {
      let x = operands("Gamma.logpdf", x, a, loc, scale)
      let y = (x[0] - x[2]) / x[3]
      let value = Special.xlogy(x[1] - 1, y) - y - (Lax.lgamma(x[1]) + Lax.log(x[3]))
      return `where`(x[0] .< x[2], -NDArray.infinity, value)
    }
    public static func pdf(_ x: NDArray, _ a: NDArray, loc: NDArray = 0, scale: NDArray = 1) -> NDArray {
      Lax.exp(logpdf(x, a, loc: loc, scale: scale))
    }
    public static func cdf(_ x: NDArray, _ a: NDArray, loc: NDArray = 0, scale: NDArray = 1) -> NDArray {
      let x = operands("Gamma.cdf", x, a, loc, scale)
      return Special.gammainc(x[1], Lax.clamp(0, (x[0] - x[2]) / x[3], NDArray.infinity))
    }
    public static func logcdf(_ x: NDArray, _ a: NDArray, loc: NDArray = 0, scale: NDArray = 1) -> NDArray {
      Lax.log(cdf(x, a, loc: loc, scale: scale))
    }
    public static func sf(_ x: NDArray, _ a: NDArray, loc: NDArray = 0, scale: NDArray = 1) -> NDArray {
      let x = operands("Gamma.sf", x, a, loc, scale)
      return Special.gammaincc(x[1], (x[0] - x[2]) / x[3])
    }
    public static func logsf(_ x: NDArray, _ a: NDArray, loc: NDArray = 0, scale: NDArray = 1) -> NDArray {
      Lax.log(sf(x, a, loc: loc, scale: scale))
    }
  }

  /// The beta distribution (`jax.scipy.stats.beta`).
  public enum Beta {
    public static func logpdf(
      _ x: NDArray, _ a: NDArray, _ b: NDArray, loc: NDArray = 0, scale: NDArray = 1
    ) -> NDArray {
      let x = operands("Beta.logpdf", x, a, b, loc, scale)
      let (a, b, loc, scale) = (x[1], x[2], x[3], x[4])
      let y = (x[0] - loc) / scale
      let value = Special.xlogy(a - 1, y) + Special.xlog1py(b - 1, -y) - Special.betaln(a, b) - Lax.log(scale)
      let density = `where`((x[0] .> loc + scale) | (x[0] .< loc), -NDArray.infinity, value)
      return `where`((a .<= 0) | (b .<= 0) | (scale .<= 0), NDArray.nan, density)
    }
    public static func pdf(
      _ x: NDArray, _ a: NDArray, _ b: NDArray, loc: NDArray = 0, scale: NDArray = 1
    ) -> NDArray { Lax.exp(logpdf(x, a, b, loc: loc, scale: scale)) }
    public static func cdf(
      _ x: NDArray, _ a: NDArray, _ b: NDArray, loc: NDArray = 0, scale: NDArray = 1
    ) -> NDArray {
      let x = operands("Beta.cdf", x, a, b, loc, scale)
      return Special.betainc(x[1], x[2], Lax.clamp(0, (x[0] - x[3]) / x[4], 1))
    }
    public static func logcdf(
      _ x: NDArray, _ a: NDArray, _ b: NDArray, loc: NDArray = 0, scale: NDArray = 1
    ) -> NDArray { Lax.log(cdf(x, a, b, loc: loc, scale: scale)) }
    public static func sf(
      _ x: NDArray, _ a: NDArray, _ b: NDArray, loc: NDArray = 0, scale: NDArray = 1
    ) -> NDArray {
      let x = operands("Beta.sf", x, a, b, loc, scale)
      return Special.betainc(x[2], x[1], 1 - Lax.clamp(0, (x[0] - x[3]) / x[4], 1))
    }
    public static func logsf(
      _ x: NDArray, _ a: NDArray, _ b: NDArray, loc: NDArray = 0, scale: NDArray = 1
    ) -> NDArray { Lax.log(sf(x, a, b, loc: loc, scale: scale)) }
  }

  /// The Pareto distribution from `loc + scale` on (`jax.scipy.stats.pareto`).
  public enum Pareto {
    public static func logpdf(_ x: NDArray, _ b: NDArray, loc: NDArray = 0, scale: NDArray = 1) -> NDArray {
      let x = operands("Pareto.logpdf", x, b, loc, scale)
      let value = -(Lax.log(x[3] / x[1]) + (x[1] + 1) * Lax.log((x[0] - x[2]) / x[3]))
      return `where`(x[0] .< x[2] + x[3], -NDArray.infinity, value)
    }
    public static func pdf(_ x: NDArray, _ b: NDArray, loc: NDArray = 0, scale: NDArray = 1) -> NDArray {
      Lax.exp(logpdf(x, b, loc: loc, scale: scale))
    }
  }

  /// The generalised normal distribution, of density proportional to exp(−|x|^β) (`jax.scipy.stats.gennorm`).
  public enum GenNorm {
    public static func logpdf(_ x: NDArray, _ beta: NDArray) -> NDArray {
      let x = operands("GenNorm.logpdf", x, beta)
      return Lax.log(0.5 * x[1]) - Lax.lgamma(1 / x[1]) - Lax.abs(x[0]) ** x[1]
    }
    public static func pdf(_ x: NDArray, _ beta: NDArray) -> NDArray { Lax.exp(logpdf(x, beta)) }
    public static func cdf(_ x: NDArray, _ beta: NDArray) -> NDArray {
      let x = operands("GenNorm.cdf", x, beta)
      return 0.5 * (1 + Lax.sign(x[0]) * Special.gammainc(1 / x[1], Lax.abs(x[0]) ** x[1]))
    }
  }

  /// The von Mises distribution of angles (`jax.scipy.stats.vonmises`): NaN unless κ is positive.
  public enum VonMises {
    public static func logpdf(_ x: NDArray, _ kappa: NDArray) -> NDArray {
      let x = operands("VonMises.logpdf", x, kappa)
      let value = x[1] * (Lax.cos(x[0]) - 1) - Lax.log(Lax.besselI0e(x[1]) * (2 * Double.pi))
      return `where`(x[1] .> 0, value, NDArray.nan)
    }
    public static func pdf(_ x: NDArray, _ kappa: NDArray) -> NDArray { Lax.exp(logpdf(x, kappa)) }
  }

  /// The wrapped Cauchy distribution of angles in [0, 2π] (`jax.scipy.stats.wrapcauchy`): NaN unless 0 < c < 1.
  public enum WrapCauchy {
    public static func logpdf(_ x: NDArray, _ c: NDArray) -> NDArray {
      let operands = operands("WrapCauchy.logpdf", x, c)
      let (x, c) = (operands[0], operands[1])
      let value = Lax.log(1 - c * c) - logTwoPi - Lax.log(1 + c * c - 2 * c * Lax.cos(x))
      let density = supported((x .>= 0) & (x .<= 2 * Double.pi), value)
      return `where`((c .> 0) & (c .< 1), density, NDArray.nan)
    }
    public static func pdf(_ x: NDArray, _ c: NDArray) -> NDArray { Lax.exp(logpdf(x, c)) }
  }
}
