import Lanewise

/// A multilayer perceptron: 64 pixels, 128 hidden units, 10 classes.
struct Network: Tree {
  var hiddenWeights, hiddenBias, outputWeights, outputBias: NDArray

  func walk(_ w: inout TreeWalker) -> Network {
    Network(
      hiddenWeights: w(hiddenWeights, "hiddenWeights"), hiddenBias: w(hiddenBias, "hiddenBias"),
      outputWeights: w(outputWeights, "outputWeights"), outputBias: w(outputBias, "outputBias"))
  }

  /// He's initialisation: normal weights of variance 2 / inputs, zero biases.
  static func initial(_ key: NDArray, inputs: Int = 64, hidden: Int = 128, classes: Int = 10) -> Network {
    let keys = Random.split(key, 2)
    return Network(
      hiddenWeights: Random.normal(keys[0], [inputs, hidden]) * Float(2 / Double(inputs)).squareRoot(),
      hiddenBias: zeros([hidden]),
      outputWeights: Random.normal(keys[1], [hidden, classes]) * Float(2 / Double(hidden)).squareRoot(),
      outputBias: zeros([classes]))
  }

  /// A score for each class.
  func callAsFunction(_ images: NDArray) -> NDArray {
    let hidden = maximum(0, matmul(images, hiddenWeights) + hiddenBias)
    return matmul(hidden, outputWeights) + outputBias
  }

  /// The mean cross-entropy of softmax probabilities.
  func loss(_ images: NDArray, _ labels: NDArray) -> NDArray {
    let scores = self(images)
    let shifted = scores - stopGradient(scores.max(axis: 1, keepdims: true))
    let logProbabilities = shifted - log(exp(shifted).sum(axis: 1, keepdims: true))
    let isLabel = labels.reshape([-1, 1]) .== arange(10)
    return -select(isLabel, logProbabilities, 0).sum() / labels.size
  }

  func accuracy(_ images: NDArray, _ labels: NDArray) -> NDArray {
    (self(images).argmax(axis: 1) .== labels).mean()
  }
}

/// What training changes: the parameters and the momentum of each.
struct TrainingState: Tree {
  var network: Network
  var velocity: Network

  func walk(_ w: inout TreeWalker) -> TrainingState {
    TrainingState(network: w(network, "network"), velocity: w(velocity, "velocity"))
  }
}

/// One step of stochastic gradient descent with momentum; compile it with `jit`.
func trainingStep(_ state: TrainingState, _ images: NDArray, _ labels: NDArray) -> (TrainingState, NDArray) {
  let (loss, gradient) = valueAndGrad { (network: Network) in network.loss(images, labels) }(state.network)
  let velocity = treeMap({ 0.9 * $0 + $1 }, state.velocity, gradient)
  let network = treeMap({ $0 - 0.2 * $1 }, state.network, velocity)
  return (TrainingState(network: network, velocity: velocity), loss)
}
