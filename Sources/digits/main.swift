import Lanewise

let (training, test) = try Digits.load().split(Random.key(0))
let count = training.images.shape[0]
let batch = 32
let epochs = 20
print("digits: \(count) images to train on, \(test.images.shape[0]) held out")

let network = Network.initial(Random.key(1))
var state = TrainingState(network: network, velocity: treeMap({ zerosLike($0) }, network))
let step = jit(trainingStep, name: "step")
let accuracy = jit(
  { (network: Network, images: NDArray, labels: NDArray) in network.accuracy(images, labels) }, name: "accuracy")
let clock = ContinuousClock()
var heldOut: Float = 0

for epoch in 1...epochs {
  let order = Random.permutation(Random.foldIn(Random.key(2), epoch), count)
  var losses: [NDArray] = []
  let time = clock.measure {
    for start in stride(from: 0, through: count - batch, by: batch) {
      let places = order[start..<start + batch]
      let loss: NDArray
      (state, loss) = step(state, take(training.images, places, axis: 0), take(training.labels, places, axis: 0))
      losses.append(loss)
    }
  }
  heldOut = Float(accuracy(state.network, test.images, test.labels))
  let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
  let rate = Int(Double(losses.count * batch) / seconds)
  print("epoch \(epoch): loss \(stack(losses).mean()), accuracy \(percent(heldOut)) held out, \(rate) samples/s")
}
print("held-out accuracy: \(percent(heldOut))")

func percent(_ share: Float) -> String { "\((share * 1000).rounded() / 10) %" }
