import Lanewise
import Testing

@Suite struct MultinomialTests {
  @Test func countsAddUpAndFollowTheProbabilities() {
    let p = NDArray([0.1, 0.2, 0.3, 0.4] as [Float])
    let draws = Random.multinomial(Random.key(3), 50, p, shape: [400, 4])
    #expect(draws.sum(axis: 1).asArray(Float.self).allSatisfy { $0 == 50 })
    for (mean, p) in zip(draws.mean(axis: 0).asArray(Float.self), [0.1, 0.2, 0.3, 0.4] as [Float]) {
      // Five standard deviations of a mean of 400.
      #expect(abs(mean - 50 * p) < 5 * (50 * p * (1 - p) / 400).squareRoot())
    }
    let scaled = Random.multinomial(Random.key(3), 50, 2 * p, shape: [400, 4])
    #expect(Bool(arrayEqual(scaled, draws)))
    #expect(Random.multinomial(Random.key(0), -1, p).asArray(Float.self)[0].isNaN)
    #expect(Random.multinomial(Random.key(0), 5, [0.0, 1.0, 0.0]).asArray(Float.self) == [0, 5, 0])
  }

  @Test func mistakesAreErrors() {
    expectError("Random.multinomial", .shape, "outcomes") { Random.multinomial(Random.key(0), 3, 0.5) }
    expectError("Random.multinomial", .shape, "(3,)", "(2, 2)") {
      Random.multinomial(Random.key(0), 3, [0.5, 0.2, 0.1], shape: [2, 2])
    }
  }
}
