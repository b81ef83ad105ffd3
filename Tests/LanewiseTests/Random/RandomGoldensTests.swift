import Lanewise
import Testing

@Suite struct RandomGoldensTests {
  @Test(arguments: RandomGolden.named("key_data", "split", "fold_in", "bits"))
  func keysAndBits(_ golden: RandomGolden) { expectEqual(golden) }

  @Test(arguments: RandomGolden.named("uniform", "normal"))
  func uniformAndNormal(_ golden: RandomGolden) {
    // float32 is held to the bit; float64's erf_inv goes through the C library's log1p, which is not XLA's.
    guard golden.name == "normal", golden.expected.dtype == .float64 else { return expectEqual(golden) }
    #expect(golden.answer().shape == golden.expected.shape)
    #expect(ulpsBetween(golden.answer(), golden.expected) <= 2)
  }

  @Test(arguments: RandomGolden.named("randint", "bernoulli", "permutation", "choice", "categorical"))
  func discrete(_ golden: RandomGolden) { expectEqual(golden) }

  // Logarithms and erf are nearer to the truth here than XLA's, so that the last bits may differ.
  @Test(arguments: RandomGolden.named("gumbel", "exponential", "truncated_normal"))
  func continuous(_ golden: RandomGolden) {
    let answer = golden.answer()
    let expected = golden.expected
    #expect(answer.dtype == expected.dtype)
    #expect(answer.shape == expected.shape)
    #expect(ulpsBetween(answer, expected) <= (golden.name == "truncated_normal" ? 16 : 4))
  }

  @Test(arguments: RandomGolden.named("rademacher", "poisson", "geometric", "binomial"))
  func counts(_ golden: RandomGolden) { expectEqual(golden) }

  // The draws are JAX's, bit for bit; what is made of them goes through logarithms and powers, which are not.
  @Test(
    arguments: RandomGolden.named(
      "laplace", "logistic", "cauchy", "maxwell", "gamma", "loggamma", "chisquare", "t", "pareto", "rayleigh", "wald",
      "lognormal", "beta", "f", "weibull_min", "double_sided_maxwell", "triangular", "dirichlet", "generalized_normal",
      "ball", "multivariate_normal", "orthogonal"))
  func distributions(_ golden: RandomGolden) {
    let answer = golden.answer()
    let expected = golden.expected
    #expect(answer.dtype == expected.dtype)
    #expect(answer.shape == expected.shape)
    let relative = answer.dtype == .float64 ? 1e-12 : answer.dtype == .float16 ? 1e-2 : 2e-5
    for (a, b) in zip(answer.asArray(Double.self), expected.asArray(Double.self)) {
      #expect(a == b || Swift.abs(a - b) <= relative * Swift.abs(b) + relative / 50, "\(a) instead of \(b)")
    }
  }

  private func expectEqual(_ golden: RandomGolden) {
    let answer = golden.answer()
    let expected = golden.expected
    #expect(answer.dtype == expected.dtype)
    #expect(answer.shape == expected.shape)
    #expect(patternsOf(answer) == patternsOf(expected))
  }
}
