import LanewiseCore

/// Functions of neural networks (`jax.nn`).
public enum NN {}

// Activations. Integers are computed in the default floating-point dtype where the function is not piecewise linear.
extension NN {
  /// `x` above 0, else 0 (`jax.nn.relu`); the derivative at 0 is 0.
  ///
  /// ```swift
  /// print(NN.relu([-1.0, 2.0]))  // [0. 2.]
  /// ```
  public static func relu(_ x: NDArray) -> NDArray { rectifier.apply([Promote.number(x)])[0] }

  private static let rectifier = CustomJVP("relu", { [rectified($0[0])] }) { x, t in
    let out = relu(x[0])
    return ([out], [Lax.select(Lax.gt(x[0], Lax.scalarZero(x[0])), t[0], Lax.fullLike(t[0], 0))])
  }

  /// A compiled call where it is recorded, as in JAX; the operation alone where it runs at once.
  private static func rectified(_ x: NDArray) -> NDArray {
    Context.isTracing ? compiledRectifier(x) : Lax.max(x, Lax.scalarZero(x))
  }
  private static let compiledRectifier = jit({ (x: NDArray) in Lax.max(x, Lax.scalarZero(x)) }, name: "relu")

  /// `x` between 0 and 6 (`jax.nn.relu6`).
  public static func relu6(_ x: NDArray) -> NDArray { minimum(maximum(x, 0), 6) }

  /// 1 / (1 + e⁻ˣ) (`jax.nn.sigmoid`).
  public static func sigmoid(_ x: NDArray) -> NDArray { Lax.logistic(Promote.inexact(x)) }

  /// log(sigmoid(x)) without underflow (`jax.nn.log_sigmoid`).
  public static func logSigmoid(_ x: NDArray) -> NDArray { -softplus(-x) }

  /// log(1 + eˣ) without overflow (`jax.nn.softplus`).
  public static func softplus(_ x: NDArray) -> NDArray { logaddexp(x, 0) }

  /// x / (1 + |x|) (`jax.nn.soft_sign`).
  public static func softSign(_ x: NDArray) -> NDArray { x / (Lax.abs(x) + 1) }

  /// x · sigmoid(x) (`jax.nn.silu`), also called swish.
  public static func silu(_ x: NDArray) -> NDArray {
    let operand = Promote.inexact(x)
    return operand * Lax.logistic(operand)
  }
  /// The same as ``silu(_:)`` (`jax.nn.swish`).
  public static func swish(_ x: NDArray) -> NDArray { silu(x) }

  /// x · Φ(x), Φ the normal distribution (`jax.nn.gelu`), by its approximation with tanh unless told otherwise.
  public static func gelu(_ x: NDArray, approximate: Bool) -> NDArray {
    let operand = Promote.inexact(x)
    if approximate {
      let cubic = operand + 0.044715 * Lax.integerPow(operand, 3)
      return operand * (0.5 * (1 + Lax.tanh(0.7978845608028654 * cubic)))
    }
    return 0.5 * operand * Lax.erfc(-operand * 0.7071067811865476)
  }
  /// x · Φ(x), by its approximation with tanh (`jax.nn.gelu`).
  public static func gelu(_ x: NDArray) -> NDArray { gelu(x, approximate: true) }

  /// `x` above 0, else α(eˣ − 1) (`jax.nn.elu`).
  public static func elu(_ x: NDArray, alpha: NDArray) -> NDArray {
    let operand = Promote.inexact(x)
    let isPositive = operand .> 0
    return `where`(isPositive, operand, alpha * Lax.expm1(`where`(isPositive, 0, operand)))
  }
  /// `x` above 0, else eˣ − 1 (`jax.nn.elu`).
  public static func elu(_ x: NDArray) -> NDArray { elu(x, alpha: 1) }

  /// max(x, 0) + α·min(e^(x/α) − 1, 0) (`jax.nn.celu`).
  public static func celu(_ x: NDArray, alpha: NDArray = 1) -> NDArray {
    let operand = Promote.inexact(x)
    return maximum(operand, 0) + alpha * Lax.expm1(minimum(operand, 0) / alpha)
  }

  /// The self-normalising ELU (`jax.nn.selu`).
  public static func selu(_ x: NDArray) -> NDArray {
    1.0507009873554804934193349852946 * elu(x, alpha: 1.6732632423543772848170429916717)
  }

  /// `x` above 0, else a small multiple of it (`jax.nn.leaky_relu`).
  public static func leakyRelu(_ x: NDArray, negativeSlope: NDArray) -> NDArray {
    `where`(x .>= 0, x, negativeSlope * x)
  }
  /// `x` above 0, else 0.01·x (`jax.nn.leaky_relu`).
  public static func leakyRelu(_ x: NDArray) -> NDArray { leakyRelu(x, negativeSlope: 0.01) }

  /// x between −1 and 1 (`jax.nn.hard_tanh`).
  public static func hardTanh(_ x: NDArray) -> NDArray { `where`(x .> 1, 1, `where`(x .< -1, -1, x)) }

  /// relu6(x + 3) / 6 (`jax.nn.hard_sigmoid`).
  public static func hardSigmoid(_ x: NDArray) -> NDArray { relu6(x + 3) / 6 }

  /// x · hardSigmoid(x) (`jax.nn.hard_swish`).
  public static func hardSwish(_ x: NDArray) -> NDArray { x * hardSigmoid(x) }

  /// x · tanh(softplus(x)) (`jax.nn.mish`).
  public static func mish(_ x: NDArray) -> NDArray { Promote.inexact(x) * Lax.tanh(softplus(x)) }

  /// The hyperbolic tangent (`jax.nn.tanh`).
  public static func tanh(_ x: NDArray) -> NDArray { Lax.tanh(Promote.inexact(x)) }

  /// The first half along an axis times the sigmoid of the second (`jax.nn.glu`).
  public static func glu(_ x: NDArray, axis: Int = -1) -> NDArray {
    let halves = Lanewise.split(x, 2, axis: axis)
    return halves.count == 2 ? halves[0] * sigmoid(halves[1]) : .poisoned(x.aval)
  }
}

// Normalisations and encodings.
extension NN {
  /// eˣ over its sum along axes (`jax.nn.softmax`), without overflow.
  public static func softmax(_ x: NDArray, axis: any AxisArgument) -> NDArray {
    let operand = Promote.inexact(x)
    let exponentials = Lax.exp(operand - Lax.stopGradient(max(operand, axis: axis, keepdims: true)))
    return exponentials / sum(exponentials, axis: axis, keepdims: true)
  }
  /// eˣ over its sum along the last axis (`jax.nn.softmax`).
  public static func softmax(_ x: NDArray) -> NDArray { softmax(x, axis: -1) }

  /// log(softmax(x)) (`jax.nn.log_softmax`).
  public static func logSoftmax(_ x: NDArray, axis: any AxisArgument) -> NDArray {
    let operand = Promote.inexact(x)
    let shifted = operand - Lax.stopGradient(max(operand, axis: axis, keepdims: true))
    return shifted - Lax.log(sum(Lax.exp(shifted), axis: axis, keepdims: true))
  }
  /// log(softmax(x)) along the last axis (`jax.nn.log_softmax`).
  public static func logSoftmax(_ x: NDArray) -> NDArray { logSoftmax(x, axis: -1) }

  /// log(Σeˣ) along axes, or of all elements, without overflow (`jax.nn.logsumexp`); `b` are factors of the
  /// exponentials.
  public static func logsumexp(
    _ x: NDArray, axis: (any AxisArgument)? = nil, b: NDArray? = nil, keepdims: Bool = false
  ) -> NDArray {
    let operand = Promote.inexact(x)
    let largest = max(operand, axis: axis, keepdims: true)
    let shift = Lax.stopGradient(`where`(isfinite(largest), largest, 0))
    let exponentials = Lax.exp(operand - shift)
    let total = sum(b.map { $0 * exponentials } ?? exponentials, axis: axis, keepdims: true)
    let result = Lax.log(total) + shift
    guard !keepdims, let axes = Check.axes("logsumexp", axis, of: operand), result.ndim == operand.ndim else {
      return result
    }
    return squeeze(result, axis: axes)
  }
  /// log(Σeˣ) of all elements (`jax.nn.logsumexp`).
  public static func logsumexp(_ x: NDArray) -> NDArray { logsumexp(x, axis: nil) }

  /// Rows of zeros with a 1 at the place that the index names (`jax.nn.one_hot`): a new axis of `count` places. An index
  /// out of range gives zeros.
  ///
  /// ```swift
  /// print(NN.oneHot([0, 2], 3))  // [[1. 0. 0.]
  ///                              //  [0. 0. 1.]]
  /// ```
  public static func oneHot(_ x: NDArray, _ count: Int, dtype: DType? = nil, axis: Int = -1) -> NDArray {
    guard let place = Check.axis("one_hot", axis, rank: x.ndim + 1, "for a result of \(x.ndim + 1) dimensions"),
      Check.isShape("one_hot", x.shape + [count])
    else { return .poisoned(x.aval) }
    var shape = Array(repeating: 1, count: x.ndim + 1)
    shape[place] = count
    let index = Promote.number(x)
    let places = Lax.broadcastInDim(Lax.iota(index.dtype, [count], 0), shape, [place])
    return (Lax.expandDims(index, [place]) .== places).astype(dtype ?? DefaultDTypes.current.float)
  }

  /// `x` with mean 0 and variance 1 along axes (`jax.nn.standardize`).
  public static func standardize(_ x: NDArray, axis: any AxisArgument = -1, epsilon: NDArray = 1e-5) -> NDArray {
    let operand = Promote.inexact(x)
    let centre = mean(operand, axis: axis, keepdims: true)
    let spread = mean(Lax.integerPow(operand, 2), axis: axis, keepdims: true) - Lax.integerPow(centre, 2)
    return (operand - centre) * Lax.rsqrt(spread + epsilon)
  }
}
