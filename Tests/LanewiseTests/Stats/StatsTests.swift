import Lanewise
import Testing

@Suite struct StatsTests {
  @Test(arguments: ScipyGolden.inNamespace("stats")) func isJAXs(_ golden: ScipyGolden) { golden.check() }

  /// Distribution functions are integrals of densities, and quantiles their inverses.
  @Test func densitiesAreSlopesOfDistributions() {
    with64BitDefaults {
      let x = linspace(0.1, 0.9, 7)
      let pairs: [(String, (NDArray) -> NDArray, (NDArray) -> NDArray)] = [
        ("norm", { Stats.Norm.cdf($0, loc: 0.3, scale: 2) }, { Stats.Norm.pdf($0, loc: 0.3, scale: 2) }),
        ("laplace", { Stats.Laplace.cdf($0, loc: 0.3) }, { Stats.Laplace.pdf($0, loc: 0.3) }),
        ("logistic", { Stats.Logistic.cdf($0) }, { Stats.Logistic.pdf($0) }),
        ("cauchy", { Stats.Cauchy.cdf($0) }, { Stats.Cauchy.pdf($0) }),
        ("gamma", { Stats.Gamma.cdf($0, 2.5) }, { Stats.Gamma.pdf($0, 2.5) }),
        ("beta", { Stats.Beta.cdf($0, 2.5, 1.5) }, { Stats.Beta.pdf($0, 2.5, 1.5) }),
        ("chi2", { Stats.Chi2.cdf($0, 3) }, { Stats.Chi2.pdf($0, 3) }),
        ("gennorm", { Stats.GenNorm.cdf($0, 1.7) }, { Stats.GenNorm.pdf($0, 1.7) }),
        ("truncnorm", { Stats.TruncNorm.cdf($0, -1, 2) }, { Stats.TruncNorm.pdf($0, -1, 2) }),
      ]
      for (name, cdf, pdf) in pairs {
        let difference = max(abs(vmap(grad(cdf))(x) - pdf(x)))
        #expect(Double(difference) < 1e-10, "\(name)")
      }
      let quantiles: [(String, (NDArray) -> NDArray, (NDArray) -> NDArray)] = [
        ("norm", { Stats.Norm.cdf($0, loc: 1, scale: 2) }, { Stats.Norm.ppf($0, loc: 1, scale: 2) }),
        ("uniform", { Stats.Uniform.cdf($0, loc: 1, scale: 2) }, { Stats.Uniform.ppf($0, loc: 1, scale: 2) }),
        ("logistic", { Stats.Logistic.sf($0, loc: 1) }, { Stats.Logistic.isf($0, loc: 1) }),
        ("cauchy", { Stats.Cauchy.sf($0, scale: 3) }, { Stats.Cauchy.isf($0, scale: 3) }),
      ]
      for (name, cdf, ppf) in quantiles { #expect(Double(max(abs(cdf(ppf(x)) - x))) < 1e-12, "\(name)") }
    }
  }

  /// Probabilities of all whole numbers have the sum 1.
  @Test func massesAreOne() {
    let k = arange(0, 400)
    let masses: [(String, NDArray)] = [
      ("poisson", Stats.Poisson.pmf(k, 6)), ("bernoulli", Stats.Bernoulli.pmf(k, 0.3)),
      ("binom", Stats.Binom.pmf(k, 9, 0.3)), ("nbinom", Stats.NBinom.pmf(k, 4, 0.4)),
      ("geom", Stats.Geom.pmf(k, 0.3)), ("betabinom", Stats.BetaBinom.pmf(k, 7, 2, 3)),
    ]
    for (name, mass) in masses { #expect(Swift.abs(Float(sum(mass)) - 1) < 2e-5, "\(name)") }
  }

  @Test func farTails() {
    #expect(Float(Stats.Norm.logcdf(-40.0)) < -800)
    #expect(Float(Stats.TruncNorm.logpdf(30.5, 30, 31)).isFinite)
    #expect(Float(Stats.Norm.sf(8.0)) > 0)
  }

  @Test func densitiesOfPoints() {
    let kde = Stats.GaussianKDE(Random.normal(Random.key(3), [2, 50]))
    #expect(kde.resample(Random.key(1), [7]).shape == [2, 7])
    #expect(kde.pdf(NDArray([0.1, 0.2])).shape == [1])
    let compiled = jit { (kde: Stats.GaussianKDE, x: NDArray) in kde.logpdf(x) }
    let x = NDArray([[0.1, 0.5], [0.2, -1.0]])
    #expect(ulpsBetween(compiled(kde, x), kde.logpdf(x)) <= 8)
    let wide = Stats.GaussianKDE(NDArray([0.0, 1.0]), bandwidth: .factor(3), weights: NDArray([1.0, 3.0]))
    #expect(abs(Float(wide.integrateBox1D(-50, 50)) - 1) < 1e-6)
  }

  /// What the documentation says that is printed.
  @Test func examples() {
    #expect("\(Stats.Norm.logpdf(0.0))" == "-0.9189385")
    #expect("\(Stats.Gamma.cdf([1.0, 3.0], 2, scale: 1.5))" == "[0.14430481 0.59399414]")
    #expect("\(Stats.mode([3, 1, 3, 2]).mode)" == "3")
    #expect("\(Stats.rankdata([30, 10, 10, 20]))" == "[4.  1.5 1.5 3. ]")
  }

  @Test func mistakes() {
    func message(_ body: () -> NDArray) -> String {
      do {
        let y = try catching(body)
        return "none: \(y.aval)"
      } catch { return "\(error)" }
    }
    #expect(message { Stats.Dirichlet.logpdf([0.5, 0.5], [[1.0]]) }.contains("alpha must be a vector"))
    #expect(message { Stats.Dirichlet.logpdf([0.5, 0.5], [1.0, 2.0, 3.0, 4.0]) }.contains("or one fewer"))
    #expect(message { Stats.Multinomial.logpmf([1.0], 1, [1.0]) }.contains("both must be integers"))
    let odd = message { Stats.Norm.logpdf(NDArray([1.0, 2.0]), loc: NDArray([1.0, 2.0, 3.0])) }
    #expect(odd.contains("Stats.Norm.logpdf"))
    #expect(message { Stats.MultivariateNormal.logpdf([1.0, 2.0], [1.0, 2.0], [[1.0]]) }.contains("matrices of n × n"))
    #expect(message { Stats.GaussianKDE([1.0]).dataset }.contains("several real numbers"))
    #expect(message { Stats.GaussianKDE([1.0, 2.0]).pdf([[1.0], [2.0]]) }.contains("must have shape [1, m]"))
    #expect(message { Stats.mode(NDArray([Double]())).mode }.contains("no commonest"))
    #expect(message { Stats.rankdata([1.0], axis: 2) }.contains("axis 2"))
  }
}
