import Foundation
import Lanewise
import Testing

/// The cases of Goldens/scipy.json: what JAX answers for `jax.scipy.special` and `jax.scipy.stats`.
struct ScipyGolden: Sendable, CustomTestStringConvertible {
  let line: JSONValue

  static let all: [ScipyGolden] = {
    let file = Bundle.module.url(forResource: "scipy", withExtension: "json", subdirectory: "Goldens")!
    let document = try! JSONValue(parsing: try! Data(contentsOf: file))
    return document["cases"]!.arrayValue!.map(ScipyGolden.init)
  }()

  static func inNamespace(_ prefix: String) -> [ScipyGolden] { all.filter { $0.name.hasPrefix(prefix + ".") } }

  var name: String { line["fn"]!.stringValue! }
  var testDescription: String { "\(name) \(line["kwargs"]!)" }
  var arguments: [NDArray] { line["args"]!.arrayValue!.map(RandomGolden.array) }
  var expected: [NDArray] { line["out"]!.arrayValue!.map(RandomGolden.array) }
  /// The derivatives by the operands; nil where JAX gives none.
  var slopes: [NDArray?]? {
    line["slopes"]?.arrayValue?.map { $0.arrayValue == nil && $0["dtype"] == nil ? nil : RandomGolden.array($0) }
  }

  func int(_ name: String) -> Int? { line["kwargs"]![name]?.intValue }
  func bool(_ name: String) -> Bool { line["kwargs"]![name]?.boolValue ?? false }
  func text(_ name: String) -> String? { line["kwargs"]![name]?.stringValue }
  var axes: (any AxisArgument)? {
    let axis = line["kwargs"]!["axis"]
    return axis?.intValue ?? axis?.arrayValue?.map { $0.intValue! }
  }

  /// What this library answers.
  func call(_ x: [NDArray]) -> [NDArray] {
    if let f = ScipyCalls.unary[name] { return [f(x[0])] }
    if let f = ScipyCalls.binary[name] { return [f(x[0], x[1])] }
    if let f = ScipyCalls.ternary[name] { return [f(x[0], x[1], x[2])] }
    if let f = ScipyCalls.quaternary[name] { return [f(x[0], x[1], x[2], x[3])] }
    if let f = ScipyCalls.quinary[name] { return [f(x[0], x[1], x[2], x[3], x[4])] }
    switch name {
    case "special.fresnel":
      let (sine, cosine) = Special.fresnel(x[0])
      return [sine, cosine]
    case "special.multigammaln": return [Special.multigammaln(x[0], int("d")!)]
    case "special.bernoulli": return [Special.bernoulli(int("n")!)]
    case "special.bessel_jn": return [Special.besselJn(x[0], v: int("v")!)]
    case "special.logsumexp": return [Special.logsumexp(x[0], axis: axes, keepdims: bool("keepdims"))]
    case "special.softmax": return [Special.softmax(x[0], axis: axes)]
    case "special.log_softmax": return [Special.logSoftmax(x[0], axis: axes)]
    case "special.lpmn_values":
      return [Special.lpmnValues(int("m")!, int("n")!, x[0], isNormalized: bool("is_normalized"))]
    case "stats.mode":
      let (mode, count) = Stats.mode(x[0], axis: int("axis"), keepdims: bool("keepdims"))
      return [mode, count]
    case "stats.sem": return [Stats.sem(x[0], axis: int("axis"), omitNaNs: text("nan_policy") == "omit")]
    case "stats.rankdata":
      let methods: [String: Stats.RankMethod] = [
        "average": .average, "min": .min, "max": .max, "dense": .dense, "ordinal": .ordinal,
      ]
      return [Stats.rankdata(x[0], method: methods[text("method")!]!, axis: int("axis"))]
    case "stats.gaussian_kde.pdf": return [density(x).pdf(x[2])]
    case "stats.gaussian_kde.logpdf": return [density(x).logpdf(x[2])]
    case "stats.gaussian_kde.integrate_box_1d": return [density(x).integrateBox1D(x[2], x[3])]
    default: preconditionFailure("no such function: \(name)")
    }
  }

  private func density(_ x: [NDArray]) -> Stats.GaussianKDE {
    let method = line["kwargs"]!["bw_method"]
    let factor = method?["float"]?.doubleValue.map { Stats.GaussianKDE.Bandwidth.factor($0) }
    return Stats.GaussianKDE(x[0], bandwidth: factor ?? (method == nil ? .scott : .silverman), weights: x[1])
  }

  /// Compares values and derivatives with JAX's.
  func check() {
    with64BitDefaults {
      compare("value", call(arguments), expected)
      compare("jit", jit(call)(arguments), expected)
      guard let slopes else { return }
      let moving = slopes.indices.filter { slopes[$0] != nil }
      let program = { (moved: [NDArray]) in
        var x = arguments
        for (operand, value) in zip(moving, moved) { x[operand] = value }
        return call(x)
      }
      let (value, pullback) = Lanewise.vjp(program, moving.map { arguments[$0] })
      compare("slope", pullback(value.map { onesLike($0) }), moving.map { slopes[$0]! })
    }
  }

  private func compare(_ part: String, _ own: [NDArray], _ jaxs: [NDArray]) {
    #expect(own.map(\.shape) == jaxs.map(\.shape), "\(self), \(part)")
    let relative = ScipyCalls.viaLogNdtr.contains(name) ? 3e-8 : ScipyCalls.errorsOfJAX[name] ?? 1e-9
    for (a, b) in zip(own, jaxs) {
      for (index, (a, b)) in zip(a.asArray(Double.self), b.asArray(Double.self)).enumerated() {
        // JAX's slope of spence is NaN between 1 and 2.
        let isEqual =
          a == b || (b.isNaN && (a.isNaN || name == "special.spence")) || abs(a - b) <= relative * abs(b) + 1e-11
        #expect(isEqual, "\(self), \(part), element \(index): \(a) instead of \(b)")
      }
    }
  }
}

/// JAX's names and the functions here.
enum ScipyCalls {
  /// What JAX's own values are off by, relatively: log B of large arguments, the sum for Bernoulli's numbers, and the
  /// slope of a series that it ends early. Here −1/30 comes out as such.
  static let errorsOfJAX = [
    "special.bernoulli": 3e-6, "special.hyp1f1": 1e-7, "stats.betabinom.logpmf": 3e-6, "stats.betabinom.pmf": 3e-6,
  ]
  /// Three terms of an asymptotic series are all that JAX takes of log Φ.
  static let viaLogNdtr: Set<String> = [
    "special.log_ndtr", "stats.norm.logcdf", "stats.norm.logsf", "stats.truncnorm.logpdf", "stats.truncnorm.pdf",
    "stats.truncnorm.cdf", "stats.truncnorm.sf", "stats.truncnorm.logcdf", "stats.truncnorm.logsf",
  ]

  static let unary: [String: @Sendable (NDArray) -> NDArray] = [
    "special.gammaln": Special.gammaln, "special.gammasgn": Special.gammasgn, "special.gamma": Special.gamma,
    "special.factorial": Special.factorial, "special.digamma": Special.digamma, "special.erf": Special.erf,
    "special.erfc": Special.erfc, "special.erfinv": Special.erfinv, "special.logit": Special.logit,
    "special.expit": Special.expit, "special.ndtr": Special.ndtr, "special.ndtri": Special.ndtri,
    "special.log_ndtr": Special.logNdtr, "special.i0": Special.i0, "special.i0e": Special.i0e,
    "special.i1": Special.i1, "special.i1e": Special.i1e, "special.entr": Special.entr,
    "special.spence": Special.spence, "special.exp1": Special.exp1, "special.expi": Special.expi,
  ]

  static let binary: [String: @Sendable (NDArray, NDArray) -> NDArray] = [
    "special.xlogy": Special.xlogy, "special.xlog1py": Special.xlog1py, "special.rel_entr": Special.relEntr,
    "special.kl_div": Special.klDiv, "special.beta": Special.beta, "special.betaln": Special.betaln,
    "special.gammainc": Special.gammainc, "special.gammaincc": Special.gammaincc, "special.zeta": Special.zeta,
    "special.poch": Special.poch, "special.polygamma": Special.polygamma, "special.expn": Special.expn,
    "stats.gennorm.logpdf": Stats.GenNorm.logpdf, "stats.gennorm.pdf": Stats.GenNorm.pdf,
    "stats.gennorm.cdf": Stats.GenNorm.cdf, "stats.vonmises.logpdf": Stats.VonMises.logpdf,
    "stats.vonmises.pdf": Stats.VonMises.pdf, "stats.wrapcauchy.logpdf": Stats.WrapCauchy.logpdf,
    "stats.wrapcauchy.pdf": Stats.WrapCauchy.pdf, "stats.bernoulli.cdf": Stats.Bernoulli.cdf,
    "stats.bernoulli.ppf": Stats.Bernoulli.ppf, "stats.dirichlet.logpdf": Stats.Dirichlet.logpdf,
    "stats.dirichlet.pdf": Stats.Dirichlet.pdf,
    "stats.poisson.logpmf": { Stats.Poisson.logpmf($0, $1) }, "stats.poisson.pmf": { Stats.Poisson.pmf($0, $1) },
    "stats.poisson.cdf": { Stats.Poisson.cdf($0, $1) }, "stats.bernoulli.logpmf": { Stats.Bernoulli.logpmf($0, $1) },
    "stats.bernoulli.pmf": { Stats.Bernoulli.pmf($0, $1) }, "stats.geom.logpmf": { Stats.Geom.logpmf($0, $1) },
    "stats.geom.pmf": { Stats.Geom.pmf($0, $1) },
  ]

  static let ternary: [String: @Sendable (NDArray, NDArray, NDArray) -> NDArray] = [
    "special.betainc": Special.betainc, "special.hyp1f1": Special.hyp1f1,
    "stats.norm.logpdf": Stats.Norm.logpdf, "stats.norm.pdf": Stats.Norm.pdf, "stats.norm.cdf": Stats.Norm.cdf,
    "stats.norm.logcdf": Stats.Norm.logcdf, "stats.norm.sf": Stats.Norm.sf, "stats.norm.logsf": Stats.Norm.logsf,
    "stats.norm.ppf": Stats.Norm.ppf, "stats.norm.isf": Stats.Norm.isf,
    "stats.uniform.logpdf": Stats.Uniform.logpdf, "stats.uniform.pdf": Stats.Uniform.pdf,
    "stats.uniform.cdf": Stats.Uniform.cdf, "stats.uniform.ppf": Stats.Uniform.ppf,
    "stats.expon.logpdf": Stats.Expon.logpdf, "stats.expon.pdf": Stats.Expon.pdf,
    "stats.laplace.logpdf": Stats.Laplace.logpdf, "stats.laplace.pdf": Stats.Laplace.pdf,
    "stats.laplace.cdf": Stats.Laplace.cdf,
    "stats.logistic.logpdf": Stats.Logistic.logpdf, "stats.logistic.pdf": Stats.Logistic.pdf,
    "stats.logistic.cdf": Stats.Logistic.cdf, "stats.logistic.sf": Stats.Logistic.sf,
    "stats.logistic.ppf": Stats.Logistic.ppf, "stats.logistic.isf": Stats.Logistic.isf,
    "stats.cauchy.logpdf": Stats.Cauchy.logpdf, "stats.cauchy.pdf": Stats.Cauchy.pdf,
    "stats.cauchy.cdf": Stats.Cauchy.cdf, "stats.cauchy.logcdf": Stats.Cauchy.logcdf,
    "stats.cauchy.sf": Stats.Cauchy.sf, "stats.cauchy.logsf": Stats.Cauchy.logsf,
    "stats.cauchy.ppf": Stats.Cauchy.ppf, "stats.cauchy.isf": Stats.Cauchy.isf,
    "stats.binom.logpmf": { Stats.Binom.logpmf($0, $1, $2) }, "stats.binom.pmf": { Stats.Binom.pmf($0, $1, $2) },
    "stats.nbinom.logpmf": { Stats.NBinom.logpmf($0, $1, $2) }, "stats.nbinom.pmf": { Stats.NBinom.pmf($0, $1, $2) },
    "stats.multivariate_normal.logpdf": Stats.MultivariateNormal.logpdf,
    "stats.multivariate_normal.pdf": Stats.MultivariateNormal.pdf,
    "stats.multinomial.logpmf": Stats.Multinomial.logpmf, "stats.multinomial.pmf": Stats.Multinomial.pmf,
  ]

  static let quaternary: [String: @Sendable (NDArray, NDArray, NDArray, NDArray) -> NDArray] = [
    "stats.t.logpdf": Stats.T.logpdf, "stats.t.pdf": Stats.T.pdf,
    "stats.chi2.logpdf": Stats.Chi2.logpdf, "stats.chi2.pdf": Stats.Chi2.pdf, "stats.chi2.cdf": Stats.Chi2.cdf,
    "stats.chi2.logcdf": Stats.Chi2.logcdf, "stats.chi2.sf": Stats.Chi2.sf, "stats.chi2.logsf": Stats.Chi2.logsf,
    "stats.gamma.logpdf": Stats.Gamma.logpdf, "stats.gamma.pdf": Stats.Gamma.pdf, "stats.gamma.cdf": Stats.Gamma.cdf,
    "stats.gamma.logcdf": Stats.Gamma.logcdf, "stats.gamma.sf": Stats.Gamma.sf,
    "stats.gamma.logsf": Stats.Gamma.logsf, "stats.pareto.logpdf": Stats.Pareto.logpdf,
    "stats.pareto.pdf": Stats.Pareto.pdf,
    "stats.betabinom.logpmf": { Stats.BetaBinom.logpmf($0, $1, $2, $3) },
    "stats.betabinom.pmf": { Stats.BetaBinom.pmf($0, $1, $2, $3) },
  ]

  static let quinary: [String: @Sendable (NDArray, NDArray, NDArray, NDArray, NDArray) -> NDArray] = [
    "stats.beta.logpdf": Stats.Beta.logpdf, "stats.beta.pdf": Stats.Beta.pdf, "stats.beta.cdf": Stats.Beta.cdf,
    "stats.beta.logcdf": Stats.Beta.logcdf, "stats.beta.sf": Stats.Beta.sf, "stats.beta.logsf": Stats.Beta.logsf,
    "stats.truncnorm.logpdf": Stats.TruncNorm.logpdf, "stats.truncnorm.pdf": Stats.TruncNorm.pdf,
    "stats.truncnorm.cdf": Stats.TruncNorm.cdf, "stats.truncnorm.logcdf": Stats.TruncNorm.logcdf,
    "stats.truncnorm.sf": Stats.TruncNorm.sf, "stats.truncnorm.logsf": Stats.TruncNorm.logsf,
  ]
}
