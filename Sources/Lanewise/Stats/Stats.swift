import LanewiseCore

/// Probability distributions (`jax.scipy.stats`), one namespace for each, with SciPy's names for its functions.
///
/// - `logpdf`, `pdf`: density, or its logarithm; `logpmf`, `pmf`: probability of a whole number.
/// - `cdf`, `sf`: distribution function and its complement, with `logcdf`, `logsf`; `ppf`, `isf`: their inverses.
///
/// Shape parameters stand after the argument in SciPy's order; `loc` and `scale` move and stretch the distribution, and
/// need not be given. All operands broadcast, and are computed in their common floating-point dtype. Outside the
/// support a density is 0, its logarithm −∞.
///
/// ```swift
/// print(Stats.Norm.logpdf(0.0))                        // -0.9189385
/// print(Stats.Gamma.cdf([1.0, 3.0], 2, scale: 1.5))    // [0.14430481 0.59399414]
/// ```
public enum Stats {
  /// The operands in their common floating-point dtype and rank.
  static func operands(_ name: String, _ x: NDArray...) -> [NDArray] { Promote.inexact("Stats.\(name)", x) }

  /// `value` inside the support, −∞ outside.
  static func supported(_ isInside: NDArray, _ value: NDArray) -> NDArray {
    `where`(isInside, value, -NDArray.infinity)
  }

  static let logTwoPi = 1.8378770664093454835606594728112
}
