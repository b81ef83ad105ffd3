import Lanewise
import Testing

@testable import digits

@Suite struct DigitsTests {
  @Test func theDataAreAllThere() throws {
    let digits = try Digits.load()
    #expect(digits.images.shape == [1797, 64] && digits.images.dtype == .float32)
    #expect(digits.labels.shape == [1797])
    #expect(Float(digits.images.max()) == 1 && Float(digits.images.min()) == 0)
    #expect(
      bincount(digits.labels, length: 10).asArray(Int.self) == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180])
    let (training, test) = digits.split(Random.key(0))
    #expect(training.images.shape[0] == 1438 && test.images.shape[0] == 359)
  }

  @Test func aNetworkLearnsThem() throws {
    let (training, test) = try Digits.load().split(Random.key(0))
    let network = Network.initial(Random.key(1))
    var state = TrainingState(network: network, velocity: treeMap({ zerosLike($0) }, network))
    let step = jit(trainingStep)
    var first: Float?
    var last: Float = 0
    for _ in 0..<4 {
      for start in stride(from: 0, through: 1438 - 32, by: 32) {
        let loss: NDArray
        (state, loss) = step(state, training.images[start..<start + 32], training.labels[start..<start + 32])
        last = Float(loss)
        first = first ?? last
      }
    }
    #expect(last < first! / 4)
    #expect(Float(state.network.accuracy(test.images, test.labels)) > 0.93)
  }
}
