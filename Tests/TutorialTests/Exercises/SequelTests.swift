import Lanewise
import Testing

/// The post's sequel: a network that learns a polynomial, by full-batch gradient descent.
@Suite struct SequelTests {
  private typealias Parameters = [String: NDArray]

  private func model(_ p: Parameters, _ x: NDArray) -> NDArray {
    matmul(tanh(matmul(x, p["W1"]!) + p["b1"]!), p["W2"]!) + p["b2"]!
  }

  private func loss(_ p: Parameters, _ x: NDArray, _ y: NDArray) -> NDArray { mean((y - model(p, x)) ** 2) }

  private func standardized(_ x: NDArray) -> NDArray { (x - x.mean()) / x.std() }

  @Test func itsLosses() {
    let (key, noise) = Random.splitPair(Random.key(21))
    var x = linspace(-10, 10, 1000)
    var y = polyval([1, -2, 1, -2], x) + Random.normal(noise, [1000])
    x = standardized(x[.all, .newAxis])
    y = standardized(y[.all, .newAxis])

    let (first, second) = Random.splitPair(key)
    let gain: Float = 5 / 3
    var parameters = [
      "W1": Random.normal(first, [1, 128]) * gain / sqrt(1.0), "b1": zeros([128]),
      "W2": Random.normal(second, [128, 1]) * gain / sqrt(128.0), "b2": zeros([1]),
    ]
    let train = jit { (p: Parameters, x: NDArray, y: NDArray) in
      let (value, gradient) = valueAndGrad(loss)(p, x, y)
      return (value, treeMap({ $0 - 0.01 * $1 }, p, gradient))
    }

    var losses: [NDArray] = []
    for epoch in 0..<1000 {
      let (value, next) = train(parameters, x, y)
      parameters = next
      if epoch % 100 == 0 { losses.append(value) }
    }
    // Three digits of each, and here nearly all.
    expectJAX(stack(losses), "sequel losses", 1e-5)
    for (found, wanted) in zip(losses, Golden.array("sequel losses")) {
      #expect(abs(Double(found) / Double(wanted) - 1) < 5e-4)
    }
  }
}
