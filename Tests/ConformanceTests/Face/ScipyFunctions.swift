import Lanewise
import LanewiseCore

// jax.scipy.special and jax.scipy.stats.
extension FaceTable {
  mutating func addScipy() {
    addSpecialFunctions()
    addLocationScaleStats()
    addShapedStats()
    addCountStats()
    addVectorStats()
  }

  private mutating func addSpecialFunctions() {
    module = "jax.scipy.special"
    let unary: [String: @Sendable (NDArray) -> NDArray] = [
      "gammaln": Special.gammaln, "gammasgn": Special.gammasgn, "gamma": Special.gamma,
      "factorial": Special.factorial, "digamma": Special.digamma, "erf": Special.erf, "erfc": Special.erfc,
      "erfinv": Special.erfinv, "logit": Special.logit, "expit": Special.expit, "ndtr": Special.ndtr,
      "ndtri": Special.ndtri, "log_ndtr": Special.logNdtr, "i0": Special.i0, "i0e": Special.i0e, "i1": Special.i1,
      "i1e": Special.i1e, "entr": Special.entr, "spence": Special.spence, "exp1": Special.exp1, "expi": Special.expi,
    ]
    for (name, f) in unary { self.unary(name, f) }
    let binary: [String: (String, @Sendable (NDArray, NDArray) -> NDArray)] = [
      "xlogy": ("x y", Special.xlogy), "xlog1py": ("x y", Special.xlog1py), "rel_entr": ("p q", Special.relEntr),
      "kl_div": ("p q", Special.klDiv), "beta": ("a b", Special.beta), "betaln": ("a b", Special.betaln),
      "gammainc": ("a x", Special.gammainc), "gammaincc": ("a x", Special.gammaincc), "zeta": ("x q", Special.zeta),
      "poch": ("z m", Special.poch), "polygamma": ("n x", Special.polygamma), "expn": ("n x", Special.expn),
    ]
    for (name, (parameters, f)) in binary {
      let names = parameters.split(separator: " ").map(String.init)
      array(name, parameters) { f($0.x(names[0]), $0.x(names[1])) }
    }
    array("betainc", "a b x") { Special.betainc($0.x("a"), $0.x("b"), $0.x("x")) }
    array("hyp1f1", "a b x") { Special.hyp1f1($0.x("a"), $0.x("b"), $0.x("x")) }
    array("multigammaln", "a d") { Special.multigammaln($0.x("a"), $0.int("d")) }
    array("bernoulli", "n") { Special.bernoulli($0.int("n")) }
    array("bessel_jn", "z v n_iter") { Special.besselJn($0.x("z"), v: $0.int("v"), iterations: $0.int("n_iter", 50)) }
    array("softmax", "x axis") { Special.softmax($0.x("x"), axis: $0.axis) }
    array("log_softmax", "x axis") { Special.logSoftmax($0.x("x"), axis: $0.axis) }
    arrays("fresnel", "x") {
      let (sine, cosine) = Special.fresnel($0.x("x"))
      return [sine, cosine]
    }
  }

  /// A function of a distribution: JAX's names of its argument and shape parameters, before `loc` and `scale`.
  private mutating func scaled(
    _ name: String, _ parameters: String, _ f: @escaping @Sendable ([NDArray], NDArray, NDArray) -> NDArray
  ) {
    let names = parameters.split(separator: " ").map(String.init)
    array(name, parameters + " loc scale") { a in
      f(names.map { a.x($0) }, a.optionalX("loc") ?? 0, a.optionalX("scale") ?? 1)
    }
  }

  private mutating func addLocationScaleStats() {
    typealias Function = @Sendable (NDArray, NDArray, NDArray) -> NDArray
    let distributions: [(String, [(String, String, Function)])] = [
      (
        "norm",
        [
          ("logpdf", "x", Stats.Norm.logpdf), ("pdf", "x", Stats.Norm.pdf), ("cdf", "x", Stats.Norm.cdf),
          ("logcdf", "x", Stats.Norm.logcdf), ("sf", "x", Stats.Norm.sf), ("logsf", "x", Stats.Norm.logsf),
          ("ppf", "q", Stats.Norm.ppf), ("isf", "q", Stats.Norm.isf),
        ]
      ),
      (
        "uniform",
        [
          ("logpdf", "x", Stats.Uniform.logpdf), ("pdf", "x", Stats.Uniform.pdf), ("cdf", "x", Stats.Uniform.cdf),
          ("ppf", "q", Stats.Uniform.ppf),
        ]
      ),
      ("expon", [("logpdf", "x", Stats.Expon.logpdf), ("pdf", "x", Stats.Expon.pdf)]),
      (
        "laplace",
        [("logpdf", "x", Stats.Laplace.logpdf), ("pdf", "x", Stats.Laplace.pdf), ("cdf", "x", Stats.Laplace.cdf)]
      ),
      (
        "logistic",
        [
          ("logpdf", "x", Stats.Logistic.logpdf), ("pdf", "x", Stats.Logistic.pdf), ("cdf", "x", Stats.Logistic.cdf),
          ("sf", "x", Stats.Logistic.sf), ("ppf", "x", Stats.Logistic.ppf), ("isf", "x", Stats.Logistic.isf),
        ]
      ),
      (
        "cauchy",
        [
          ("logpdf", "x", Stats.Cauchy.logpdf), ("pdf", "x", Stats.Cauchy.pdf), ("cdf", "x", Stats.Cauchy.cdf),
          ("logcdf", "x", Stats.Cauchy.logcdf), ("sf", "x", Stats.Cauchy.sf), ("logsf", "x", Stats.Cauchy.logsf),
          ("ppf", "q", Stats.Cauchy.ppf), ("isf", "q", Stats.Cauchy.isf),
        ]
      ),
    ]
    for (distribution, functions) in distributions {
      module = "jax.scipy.stats.\(distribution)"
      for (name, argument, f) in functions { scaled(name, argument) { f($0[0], $1, $2) } }
    }
  }

  private mutating func addShapedStats() {
    typealias One = @Sendable (NDArray, NDArray, NDArray, NDArray) -> NDArray
    let ofOne: [(String, String, [(String, One)])] = [
      ("t", "x df", [("logpdf", Stats.T.logpdf), ("pdf", Stats.T.pdf)]),
      (
        "chi2", "x df",
        [
          ("logpdf", Stats.Chi2.logpdf), ("pdf", Stats.Chi2.pdf), ("cdf", Stats.Chi2.cdf),
          ("logcdf", Stats.Chi2.logcdf), ("sf", Stats.Chi2.sf), ("logsf", Stats.Chi2.logsf),
        ]
      ),
      (
        "gamma", "x a",
        [
          ("logpdf", Stats.Gamma.logpdf), ("pdf", Stats.Gamma.pdf), ("cdf", Stats.Gamma.cdf),
          ("logcdf", Stats.Gamma.logcdf), ("sf", Stats.Gamma.sf), ("logsf", Stats.Gamma.logsf),
        ]
      ),
      ("pareto", "x b", [("logpdf", Stats.Pareto.logpdf), ("pdf", Stats.Pareto.pdf)]),
    ]
    for (distribution, parameters, functions) in ofOne {
      module = "jax.scipy.stats.\(distribution)"
      for (name, f) in functions { scaled(name, parameters) { f($0[0], $0[1], $1, $2) } }
    }
    typealias Two = @Sendable (NDArray, NDArray, NDArray, NDArray, NDArray) -> NDArray
    let ofTwo: [(String, [(String, Two)])] = [
      (
        "beta",
        [
          ("logpdf", Stats.Beta.logpdf), ("pdf", Stats.Beta.pdf), ("cdf", Stats.Beta.cdf),
          ("logcdf", Stats.Beta.logcdf), ("sf", Stats.Beta.sf), ("logsf", Stats.Beta.logsf),
        ]
      ),
      (
        "truncnorm",
        [
          ("logpdf", Stats.TruncNorm.logpdf), ("pdf", Stats.TruncNorm.pdf), ("cdf", Stats.TruncNorm.cdf),
          ("logcdf", Stats.TruncNorm.logcdf), ("sf", Stats.TruncNorm.sf), ("logsf", Stats.TruncNorm.logsf),
        ]
      ),
    ]
    for (distribution, functions) in ofTwo {
      module = "jax.scipy.stats.\(distribution)"
      for (name, f) in functions { scaled(name, "x a b") { f($0[0], $0[1], $0[2], $1, $2) } }
    }
    module = "jax.scipy.stats.gennorm"
    array("logpdf", "x beta") { Stats.GenNorm.logpdf($0.x("x"), $0.x("beta")) }
    array("pdf", "x beta") { Stats.GenNorm.pdf($0.x("x"), $0.x("beta")) }
    array("cdf", "x beta") { Stats.GenNorm.cdf($0.x("x"), $0.x("beta")) }
    module = "jax.scipy.stats.vonmises"
    array("logpdf", "x kappa") { Stats.VonMises.logpdf($0.x("x"), $0.x("kappa")) }
    array("pdf", "x kappa") { Stats.VonMises.pdf($0.x("x"), $0.x("kappa")) }
    module = "jax.scipy.stats.wrapcauchy"
    array("logpdf", "x c") { Stats.WrapCauchy.logpdf($0.x("x"), $0.x("c")) }
    array("pdf", "x c") { Stats.WrapCauchy.pdf($0.x("x"), $0.x("c")) }
  }

  private mutating func addCountStats() {
    typealias Function = @Sendable ([NDArray], NDArray) -> NDArray
    let distributions: [(String, String, [(String, Function)])] = [
      (
        "poisson", "k mu",
        [
          ("logpmf", { Stats.Poisson.logpmf($0[0], $0[1], loc: $1) }),
          ("pmf", { Stats.Poisson.pmf($0[0], $0[1], loc: $1) }), ("cdf", { Stats.Poisson.cdf($0[0], $0[1], loc: $1) }),
        ]
      ),
      (
        "bernoulli", "k p",
        [
          ("logpmf", { Stats.Bernoulli.logpmf($0[0], $0[1], loc: $1) }),
          ("pmf", { Stats.Bernoulli.pmf($0[0], $0[1], loc: $1) }),
        ]
      ),
      (
        "geom", "k p",
        [
          ("logpmf", { Stats.Geom.logpmf($0[0], $0[1], loc: $1) }), ("pmf", { Stats.Geom.pmf($0[0], $0[1], loc: $1) }),
        ]
      ),
      (
        "binom", "k n p",
        [
          ("logpmf", { Stats.Binom.logpmf($0[0], $0[1], $0[2], loc: $1) }),
          ("pmf", { Stats.Binom.pmf($0[0], $0[1], $0[2], loc: $1) }),
        ]
      ),
      (
        "nbinom", "k n p",
        [
          ("logpmf", { Stats.NBinom.logpmf($0[0], $0[1], $0[2], loc: $1) }),
          ("pmf", { Stats.NBinom.pmf($0[0], $0[1], $0[2], loc: $1) }),
        ]
      ),
      (
        "betabinom", "k n a b",
        [
          ("logpmf", { Stats.BetaBinom.logpmf($0[0], $0[1], $0[2], $0[3], loc: $1) }),
          ("pmf", { Stats.BetaBinom.pmf($0[0], $0[1], $0[2], $0[3], loc: $1) }),
        ]
      ),
    ]
    for (distribution, parameters, functions) in distributions {
      module = "jax.scipy.stats.\(distribution)"
      let names = parameters.split(separator: " ").map(String.init)
      for (name, f) in functions {
        array(name, parameters + " loc") { a in f(names.map { a.x($0) }, a.optionalX("loc") ?? 0) }
      }
    }
    module = "jax.scipy.stats.bernoulli"
    array("cdf", "k p") { Stats.Bernoulli.cdf($0.x("k"), $0.x("p")) }
    array("ppf", "q p") { Stats.Bernoulli.ppf($0.x("q"), $0.x("p")) }
  }

  private mutating func addVectorStats() {
    module = "jax.scipy.stats.dirichlet"
    array("logpdf", "x alpha") { Stats.Dirichlet.logpdf($0.x("x"), $0.x("alpha")) }
    array("pdf", "x alpha") { Stats.Dirichlet.pdf($0.x("x"), $0.x("alpha")) }
    module = "jax.scipy.stats.multinomial"
    array("logpmf", "x n p") { Stats.Multinomial.logpmf($0.x("x"), $0.x("n"), $0.x("p")) }
    array("pmf", "x n p") { Stats.Multinomial.pmf($0.x("x"), $0.x("n"), $0.x("p")) }
    module = "jax.scipy.stats.multivariate_normal"
    array("logpdf", "x mean cov") { Stats.MultivariateNormal.logpdf($0.x("x"), $0.x("mean"), $0.x("cov")) }
    array("pdf", "x mean cov") { Stats.MultivariateNormal.pdf($0.x("x"), $0.x("mean"), $0.x("cov")) }
    module = "jax.scipy.stats"
    array("sem", "a axis ddof") { Stats.sem($0.x("a"), axis: $0.optionalInt("axis") ?? 0, ddof: $0.int("ddof", 1)) }
  }
}
