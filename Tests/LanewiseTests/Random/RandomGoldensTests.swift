import Lanewise
import Testing

@Suite struct RandomGoldensTests {
  @Test(arguments: RandomGolden.named("key_data", "split", "fold_in", "bits"))
  func keysAndBits(_ golden: RandomGolden) { expectEqual(golden) }

  @Test(arguments: RandomGolden.named("uniform", "normal"))
  func uniformAndNormal(_ golden: RandomGolden) { expectEqual(golden) }

  @Test(arguments: RandomGolden.named("randint", "bernoulli", "permutation", "choice", "categorical"))
  func discrete(_ golden: RandomGolden) { expectEqual(golden) }

  // Logarithms and erf are nearer to the truth here than XLA's, so that the last bits may differ.
  @Test(arguments: RandomGolden.named("gumbel", "exponential", "truncated_normal"))
  func continuous(_ golden: RandomGolden) {
    let answer = golden.answer(), expected = golden.expected
    #expect(answer.dtype == expected.dtype)
    #expect(answer.shape == expected.shape)
    #expect(ulps(answer, expected) <= (golden.name == "truncated_normal" ? 16 : 4))
  }

  private func expectEqual(_ golden: RandomGolden) {
    let answer = golden.answer(), expected = golden.expected
    #expect(answer.dtype == expected.dtype)
    #expect(answer.shape == expected.shape)
    #expect(bitPatterns(answer) == bitPatterns(expected))
  }
}
