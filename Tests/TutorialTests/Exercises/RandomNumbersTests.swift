import Lanewise
import Testing

/// Exercise 3: random numbers from keys, and π from 10,000 of them.
@Suite struct RandomNumbersTests {
  @Test func aKeyGivesTheSameNumbersAgain() {
    let key = Random.key(0)
    let numbers = Random.normal(key, [10])
    expectJAX(numbers, "normal", 0)
    #expect(Bool(all(numbers .== Random.normal(key, 10))))
    let (next, _) = Random.splitPair(key)
    #expect(!Bool(any(numbers .== Random.normal(next, [10]))))
  }

  @Test func monteCarlo() {
    let points = Random.uniform(Random.key(0), [10_000, 2])
    let inside = sum(points ** 2, axis: 1) .<= 1
    #expect(Int(inside.sum()) == 7893)
    expectJAX(inside.sum(), "inside")
    expectJAX(4 * inside.mean(), "pi", 1e-6)
  }
}
