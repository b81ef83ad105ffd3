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

  private func expectEqual(_ golden: RandomGolden) {
    let answer = golden.answer()
    let expected = golden.expected
    #expect(answer.dtype == expected.dtype)
    #expect(answer.shape == expected.shape)
    #expect(patternsOf(answer) == patternsOf(expected))
  }
}
