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

  /// `x` between 0 and 6 (`jax.nn.relu6`); the derivative at 0 and at 6 is 0.
  public static func relu6(_ x: NDArray) -> NDArray { rectifier6.apply([Promote.inexact(x)])[0] }

  private static let rectifier6 = CustomJVP("relu6", { [minimum(maximum($0[0], 0), 6)] }) { x, t in
    let inside = Lax.and(Lax.gt(x[0], Lax.scalarZero(x[0])), Lax.lt(x[0], Lax.scalarLike(x[0], 6)))
    return ([relu6(x[0])], [Lax.select(inside, t[0], Lax.fullLike(t[0], 0))])
  }

  /// 1 / (1 + e⁻ˣ) (`jax.nn.sigmoid`).
  public static func sigmoid(_ x: NDArray) -> NDArray { Lax.logistic(Promote.inexact(x)) }

  /// log(sigmoid(x)) without underflow (`jax.nn.log_sigmoid`).
  public static func logSigmoid(_ x: NDArray) -> NDArray { -softplus(-x) }

  /// log(1 + eˣ) without overflow (`jax.nn.softplus`).
  public static func softplus(_ x: NDArray) -> NDArray { logaddexp(x, 0) }

  /// (x + √(x² + b)) / 2, a smooth rectifier of algebraic operations (`jax.nn.squareplus`).
  public static func squareplus(_ x: NDArray, b: NDArray) -> NDArray { (x + sqrt(square(x) + b)) / 2 }
  /// (x + √(x² + 4)) / 2 (`jax.nn.squareplus`).
  public static func squareplus(_ x: NDArray) -> NDArray { squareplus(x, b: 4) }

  /// 0 up to −1, x from 1 on, and (x + 1)²/4 between (`jax.nn.sparse_plus`).
  ///
  /// ```swift
  /// print(NN.sparsePlus([-2.0, 0.0, 3.0]))  // [0.   0.25 3.  ]
  /// ```
  public static func sparsePlus(_ x: NDArray) -> NDArray {
    `where`(x .<= -1.0, 0.0, `where`(x .>= 1.0, x, Lax.integerPow(Promote.inexact(x) + 1.0, 2) / 4))
  }

  /// (x + 1)/2 between 0 and 1 (`jax.nn.sparse_sigmoid`): the derivative of ``sparsePlus(_:)``.
  public static func sparseSigmoid(_ x: NDArray) -> NDArray { 0.5 * clip(x + 1.0, 0.0, 2.0) }

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

  /// x · hardSigmoid(x) (`jax.nn.hard_silu`), also called hard swish.
  public static func hardSilu(_ x: NDArray) -> NDArray { x * hardSigmoid(x) }
  /// The same as ``hardSilu(_:)`` (`jax.nn.hard_swish`).
  public static func hardSwish(_ x: NDArray) -> NDArray { hardSilu(x) }

  /// x · tanh(softplus(x)) (`jax.nn.mish`).
  public static func mish(_ x: NDArray) -> NDArray { Promote.inexact(x) * Lax.tanh(softplus(x)) }

  /// The array itself (`jax.nn.identity`).
  public static func identity(_ x: NDArray) -> NDArray { x }

  /// log(1 − e⁻ˣ) for `x` above 0 (`jax.nn.log1mexp`), exact to the last digits for small and large ones too. −∞ at 0,
  /// NaN below.
  ///
  /// ```swift
  /// print(NN.log1mexp([0.0, 1e-10, 50.0]))  // [-inf, -23.02585, -1.92875e-22]
  /// ```
  public static func log1mexp(_ x: NDArray) -> NDArray {
    let operand = Promote.inexact(x)
    // 1 − e⁻ˣ loses digits where e⁻ˣ is above a half.
    return `where`(
      operand .< 0.6931471805599453, Lax.log(-Lax.expm1(-operand)), Lax.log1p(-Lax.exp(-operand)))
  }

  /// The hyperbolic tangent (`jax.nn.tanh`).
  public static func tanh(_ x: NDArray) -> NDArray { Lax.tanh(Promote.inexact(x)) }

  /// The first half along an axis times the sigmoid of the second (`jax.nn.glu`).
  public static func glu(_ x: NDArray, axis: Int = -1) -> NDArray {
    let halves = Lanewise.split(x, 2, axis: axis)
    return halves.count == 2 ? halves[0] * sigmoid(halves[1]) : .poisoned(x.aval)
  }
}
