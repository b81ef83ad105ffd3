import Lanewise
import LanewiseCore

// jax.nn.
extension FaceTable {
  mutating func addNeuralNetworks() {
    module = "jax.nn"
    unary("relu", NN.relu)
    unary("relu6", NN.relu6)
    unary("sigmoid", NN.sigmoid)
    unary("log_sigmoid", NN.logSigmoid)
    unary("softplus", NN.softplus)
    unary("soft_sign", NN.softSign)
    unary("silu", NN.silu)
    unary("swish", NN.swish)
    unary("selu", NN.selu)
    unary("hard_tanh", NN.hardTanh)
    unary("hard_sigmoid", NN.hardSigmoid)
    unary("hard_swish", NN.hardSwish)
    unary("mish", NN.mish)
    unary("tanh", NN.tanh)
    unary("identity", NN.identity)
    unary("log1mexp", NN.log1mexp)
    array("gelu", "x approximate") { NN.gelu($0.x("x"), approximate: $0.bool("approximate", true)) }
    array("elu", "x alpha") { NN.elu($0.x("x"), alpha: $0.optionalX("alpha") ?? 1.0) }
    array("celu", "x alpha") { NN.celu($0.x("x"), alpha: $0.optionalX("alpha") ?? 1.0) }
    array("leaky_relu", "x negative_slope") {
      NN.leakyRelu($0.x("x"), negativeSlope: $0.optionalX("negative_slope") ?? 0.01)
    }
    array("glu", "x axis") { NN.glu($0.x("x"), axis: $0.int("axis", -1)) }
    array("softmax", "x axis") { NN.softmax($0.x("x"), axis: $0.axis ?? -1) }
    array("log_softmax", "x axis") { NN.logSoftmax($0.x("x"), axis: $0.axis ?? -1) }
    array("standardize", "x axis epsilon") {
      NN.standardize($0.x("x"), axis: $0.axis ?? -1, epsilon: $0.optionalX("epsilon") ?? 1e-5)
    }
    array("one_hot", "x num_classes dtype axis") {
      NN.oneHot($0.x("x"), $0.int("num_classes"), dtype: $0.dtype(), axis: $0.int("axis", -1))
    }
    for module in ["jax.nn", "jax.scipy.special"] {
      self.module = module
      array("logsumexp", "a axis b keepdims") {
        NN.logsumexp($0.x("a"), axis: $0.axis, b: $0.optionalX("b"), keepdims: $0.bool("keepdims"))
      }
    }
  }
}
