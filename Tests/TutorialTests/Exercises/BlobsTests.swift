import Lanewise
import Testing

/// Exercise 7: a small network that tells two blobs of points apart, its parameters in a dictionary.
@Suite struct BlobsTests {
  private func predict(_ p: [String: NDArray], _ x: NDArray) -> NDArray {
    let hidden = tanh(matmul(x, p["w1"]!) + p["b1"]!)
    return NN.sigmoid(matmul(hidden, p["w2"]!) + p["b2"]!)
  }

  private func loss(_ p: [String: NDArray], _ x: NDArray, _ y: NDArray) -> NDArray {
    let q = clip(predict(p, x), 1e-7, 1 - 1e-7)
    return -mean(y * log(q) + (1 - y) * log(1 - q))
  }

  @Test func itLearns() {
    let keys = Random.split(Random.key(7), 4)
    let x = concatenate([Random.normal(keys[0], [50, 2]) + 2, Random.normal(keys[1], [50, 2]) - 2])
    let y = concatenate([zeros([50, 1]), ones([50, 1])])
    var parameters = [
      "w1": Random.normal(keys[2], [2, 16]) * 0.5, "b1": zeros([16]),
      "w2": Random.normal(keys[3], [16, 1]) * 0.5, "b2": zeros([1]),
    ]

    let rate: Float = 0.1
    let step = jit { (p: [String: NDArray], x: NDArray, y: NDArray) in
      let (value, gradient) = valueAndGrad(loss)(p, x, y)
      return (treeMap({ $0 - rate * $1 }, p, gradient), value)
    }
    var losses = zeros([2000])
    for i in 0..<2000 {
      let (next, value) = step(parameters, x, y)
      parameters = next
      losses = losses.at[i].set(value)
    }
    expectJAX(losses[.stride(by: 100)], "blob losses", 1e-4)
    #expect(Float(losses[-1]) < 0.01)
    expectJAX(((predict(parameters, x) .> 0.5) .== (y .> 0.5)).mean(), "blob accuracy")
    expectJAX(parameters["w2"]!, "blob weights", 1e-3)
  }

  /// The whole training as one program.
  @Test func itLearnsInOneScan() {
    let keys = Random.split(Random.key(7), 4)
    let x = concatenate([Random.normal(keys[0], [50, 2]) + 2, Random.normal(keys[1], [50, 2]) - 2])
    let y = concatenate([zeros([50, 1]), ones([50, 1])])
    let start = [
      "w1": Random.normal(keys[2], [2, 16]) * 0.5, "b1": zeros([16]),
      "w2": Random.normal(keys[3], [16, 1]) * 0.5, "b2": zeros([1]),
    ]
    let train = jit { (p: [String: NDArray]) in
      Lax.scan(
        { (p: [String: NDArray], _: NDArray?) in
          let (value, gradient) = valueAndGrad(loss)(p, x, y)
          return (treeMap({ $0 - 0.1 * $1 }, p, gradient), value)
        }, p, nil, length: 2000)
    }
    let (parameters, losses) = train(start)
    expectJAX(losses[.stride(by: 100)], "blob losses", 1e-4)
    expectJAX(parameters["w2"]!, "blob weights", 1e-3)
  }
}
