import LanewiseCore

// Distributions whose only parameters are a place and a scale. `standard` is x moved to place 0 and scale 1.
extension Stats {
  /// The operand as a number of the distribution of place 0 and scale 1, and the scale.
  private static func standard(
    _ name: String, _ x: NDArray, _ loc: NDArray, _ scale: NDArray
  ) -> (x: NDArray, scale: NDArray) {
    let x = operands(name, x, loc, scale)
    return ((x[0] - x[1]) / x[2], x[2])
  }

  /// Where a number of that distribution is.
  private static func moved(_ x: NDArray, _ loc: NDArray, _ scale: NDArray) -> NDArray { x * scale + loc }

  /// The normal distribution (`jax.scipy.stats.norm`).
  public enum Norm {
    public static func logpdf(_ x: NDArray, loc: NDArray = 0, scale: NDArray = 1) -> NDArray {
      let x = operands("Norm.logpdf", x, loc, scale)
      let variance = x[2] * x[2]
      let distance = x[0] - x[1]
      return (Lax.log(variance * (2 * Double.pi)) + distance * distance / variance) / -2
    }
    public static func pdf(_ x: NDArray, loc: NDArray = 0, scale: NDArray = 1) -> NDArray {
      Lax.exp(logpdf(x, loc: loc, scale: scale))
    }
    public static func cdf(_ x: NDArray, loc: NDArray = 0, scale: NDArray = 1) -> NDArray {
      Special.ndtr(standard("Norm.cdf", x, loc, scale).x)
    }
    public static func logcdf(_ x: NDArray, loc: NDArray = 0, scale: NDArray = 1) -> NDArray {
      Special.logNdtr(standard("Norm.logcdf", x, loc, scale).x)
    }
    public static func sf(_ x: NDArray, loc: NDArray = 0, scale: NDArray = 1) -> NDArray {
      Special.ndtr(-standard("Norm.sf", x, loc, scale).x)
    }
    public static func logsf(_ x: NDArray, loc: NDArray = 0, scale: NDArray = 1) -> NDArray {
      Special.logNdtr(-standard("Norm.logsf", x, loc, scale).x)
    }
    public static func ppf(_ q: NDArray, loc: NDArray = 0, scale: NDArray = 1) -> NDArray {
      moved(Special.ndtri(q), loc, scale)
    }
    public static func isf(_ q: NDArray, loc: NDArray = 0, scale: NDArray = 1) -> NDArray {
      ppf(1 - q, loc: loc, scale: scale)
    }
  }

  /// The uniform distribution from `loc` to `loc + scale` (`jax.scipy.stats.uniform`).
  public enum Uniform {
    public static func logpdf(_ x: NDArray, loc: NDArray = 0, scale: NDArray = 1) -> NDArray {
      let x = operands("Uniform.logpdf", x, loc, scale)
      return `where`((x[0] .> x[1] + x[2]) | (x[0] .< x[1]), -NDArray.infinity, -Lax.log(x[2]))
    }
    public static func pdf(_ x: NDArray, loc: NDArray = 0, scale: NDArray = 1) -> NDArray {
      Lax.exp(logpdf(x, loc: loc, scale: scale))
    }
    public static func cdf(_ x: NDArray, loc: NDArray = 0, scale: NDArray = 1) -> NDArray {
      let x = operands("Uniform.cdf", x, loc, scale)
      let inside = (x[0] - x[1]) / x[2]
      return `where`(x[0] .< x[1], 0, `where`(x[0] .> x[1] + x[2], 1, inside))
    }
    public static func ppf(_ q: NDArray, loc: NDArray = 0, scale: NDArray = 1) -> NDArray {
      let q = operands("Uniform.ppf", q, loc, scale)
      return `where`((q[0] .>= 0) & (q[0] .<= 1), moved(q[0], q[1], q[2]), NDArray.nan)
    }
  }

  /// The exponential distribution (`jax.scipy.stats.expon`).
  public enum Expon {
    public static func logpdf(_ x: NDArray, loc: NDArray = 0, scale: NDArray = 1) -> NDArray {
      let (y, scale) = standard("Expon.logpdf", x, loc, scale)
      return `where`(y .< 0, -NDArray.infinity, -(y + Lax.log(scale)))
    }
    public static func pdf(_ x: NDArray, loc: NDArray = 0, scale: NDArray = 1) -> NDArray {
      Lax.exp(logpdf(x, loc: loc, scale: scale))
    }
  }

  /// The Laplace distribution (`jax.scipy.stats.laplace`).
  public enum Laplace {
    public static func logpdf(_ x: NDArray, loc: NDArray = 0, scale: NDArray = 1) -> NDArray {
      let (y, scale) = standard("Laplace.logpdf", x, loc, scale)
      return -(Lax.abs(y) + Lax.log(2 * scale))
    }
    public static func pdf(_ x: NDArray, loc: NDArray = 0, scale: NDArray = 1) -> NDArray {
      Lax.exp(logpdf(x, loc: loc, scale: scale))
    }
    public static func cdf(_ x: NDArray, loc: NDArray = 0, scale: NDArray = 1) -> NDArray {
      let y = standard("Laplace.cdf", x, loc, scale).x
      return `where`(y .<= 0, 0.5 * Lax.exp(y), 1 - 0.5 * Lax.exp(-y))
    }
  }

  /// The logistic distribution (`jax.scipy.stats.logistic`).
  public enum Logistic {
    public static func logpdf(_ x: NDArray, loc: NDArray = 0, scale: NDArray = 1) -> NDArray {
      let (y, scale) = standard("Logistic.logpdf", x, loc, scale)
      let half = y / 2
      return -2 * logaddexp(half, -half) - Lax.log(scale)
    }
    public static func pdf(_ x: NDArray, loc: NDArray = 0, scale: NDArray = 1) -> NDArray {
      Lax.exp(logpdf(x, loc: loc, scale: scale))
    }
    public static func cdf(_ x: NDArray, loc: NDArray = 0, scale: NDArray = 1) -> NDArray {
      Special.expit(standard("Logistic.cdf", x, loc, scale).x)
    }
    public static func sf(_ x: NDArray, loc: NDArray = 0, scale: NDArray = 1) -> NDArray {
      Special.expit(-standard("Logistic.sf", x, loc, scale).x)
    }
    public static func ppf(_ q: NDArray, loc: NDArray = 0, scale: NDArray = 1) -> NDArray {
      moved(Special.logit(q), loc, scale)
    }
    public static func isf(_ q: NDArray, loc: NDArray = 0, scale: NDArray = 1) -> NDArray {
      moved(-Special.logit(q), loc, scale)
    }
  }

  /// The Cauchy distribution (`jax.scipy.stats.cauchy`).
  public enum Cauchy {
    public static func logpdf(_ x: NDArray, loc: NDArray = 0, scale: NDArray = 1) -> NDArray {
      let (y, scale) = standard("Cauchy.logpdf", x, loc, scale)
      return -(Lax.log(scale * Double.pi) + Lax.log1p(y * y))
    }
    public static func pdf(_ x: NDArray, loc: NDArray = 0, scale: NDArray = 1) -> NDArray {
      Lax.exp(logpdf(x, loc: loc, scale: scale))
    }
    public static func cdf(_ x: NDArray, loc: NDArray = 0, scale: NDArray = 1) -> NDArray {
      share(standard("Cauchy.cdf", x, loc, scale).x)
    }
    public static func logcdf(_ x: NDArray, loc: NDArray = 0, scale: NDArray = 1) -> NDArray {
      Lax.log(cdf(x, loc: loc, scale: scale))
    }
    public static func sf(_ x: NDArray, loc: NDArray = 0, scale: NDArray = 1) -> NDArray {
      share(-standard("Cauchy.sf", x, loc, scale).x)
    }
    public static func logsf(_ x: NDArray, loc: NDArray = 0, scale: NDArray = 1) -> NDArray {
      Lax.log(sf(x, loc: loc, scale: scale))
    }
    public static func ppf(_ q: NDArray, loc: NDArray = 0, scale: NDArray = 1) -> NDArray {
      moved(Lax.tan(Promote.inexact(q) * Double.pi - Double.pi / 2), loc, scale)
    }
    public static func isf(_ q: NDArray, loc: NDArray = 0, scale: NDArray = 1) -> NDArray {
      moved(-Lax.tan(Promote.inexact(q) * Double.pi - Double.pi / 2), loc, scale)
    }
    private static func share(_ y: NDArray) -> NDArray { arctan(y) * (1 / Double.pi) + 0.5 }
  }
}
