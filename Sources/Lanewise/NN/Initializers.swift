import LanewiseCore

/// Makes the first values of a parameter (`jax.nn.initializers.Initializer`): a function of a key, a shape and a dtype.
///
/// ```swift
/// let kernel = NN.Initializers.heNormal()(Random.key(0), [784, 128])
/// ```
public struct Initializer: Sendable {
  private let dtype: DType?
  private let make: @Sendable (NDArray, [Int], DType) -> NDArray

  /// An initializer that is a function of its own. `dtype` is what it makes where none is asked for; nil is the default
  /// floating-point dtype.
  public init(
    dtype: DType? = nil, _ make: @escaping @Sendable (_ key: NDArray, _ shape: [Int], _ dtype: DType) -> NDArray
  ) {
    self.dtype = dtype
    self.make = make
  }

  public func callAsFunction(_ key: NDArray, _ shape: any ShapeArgument, dtype: DType? = nil) -> NDArray {
    make(key, shape._shape, dtype ?? self.dtype ?? DefaultDTypes.current.float)
  }
}

extension NN {
  /// Initializers of parameters (`jax.nn.initializers`), bit for bit JAX's given the same key.
  ///
  /// Those that scale with the shape take the axes of a layer's inputs and outputs; axes that are neither, and not the
  /// batch's, are the extent of a convolution's kernel, and count for both.
  public enum Initializers {
    /// Zeros, whatever the key.
    public static let zeros = Initializer { _, shape, dtype in Lanewise.zeros(shape, dtype: dtype) }
    /// Ones, whatever the key.
    public static let ones = Initializer { _, shape, dtype in Lanewise.ones(shape, dtype: dtype) }

    /// One value, whatever the key.
    public static func constant(_ value: NDArray, dtype: DType? = nil) -> Initializer {
      Initializer(dtype: dtype) { _, shape, dtype in full(shape, value, dtype: dtype) }
    }

    /// Uniform numbers in [0, `scale`).
    public static func uniform(scale: Double = 1e-2, dtype: DType? = nil) -> Initializer {
      Initializer(dtype: dtype) { key, shape, dtype in
        Random.uniform(key, shape, dtype: dtype) * number(scale, dtype)
      }
    }

    /// Normal numbers of mean 0.
    public static func normal(stddev: Double = 1e-2, dtype: DType? = nil) -> Initializer {
      Initializer(dtype: dtype) { key, shape, dtype in
        Random.normal(key, shape, dtype: dtype) * number(stddev, dtype)
      }
    }

    /// Normal numbers of mean 0, cut off at `lower` and `upper` before they are multiplied by `stddev`.
    public static func truncatedNormal(
      stddev: Double = 1e-2, dtype: DType? = nil, lower: NDArray = -2.0, upper: NDArray = 2.0
    ) -> Initializer {
      Initializer(dtype: dtype) { key, shape, dtype in
        Random.truncatedNormal(key, lower, upper, shape, dtype: dtype) * number(stddev, dtype)
      }
    }
  }
}

// Those that keep the variance of a layer's values.
extension NN.Initializers {
  /// Which numbers of connections the variance is divided by.
  public enum Mode: String, Sendable { case fanIn, fanOut, fanAvg }

  public enum Distribution: String, Sendable { case truncatedNormal, normal, uniform }

  /// Random numbers of mean 0 and variance `scale` over the number of connections (`variance_scaling`). Truncated
  /// normal numbers are cut off at two standard deviations, and have that variance after it.
  public static func varianceScaling(
    _ scale: Double, _ mode: Mode, _ distribution: Distribution, inAxis: any AxisArgument = -2,
    outAxis: any AxisArgument = -1, batchAxis: any AxisArgument = [Int](), dtype: DType? = nil
  ) -> Initializer {
    Initializer(dtype: dtype) { key, shape, dtype in
      guard let fans = fans(shape, inAxis._axes, outAxis._axes, batchAxis._axes) else {
        return .poisoned(AbstractArray([], dtype))
      }
      let connections =
        switch mode {
        case .fanIn: fans.into
        case .fanOut: fans.out
        case .fanAvg: (fans.into + fans.out) / 2
        }
      let variance = number(scale / connections, dtype)
      switch distribution {
      case .normal: return Random.normal(key, shape, dtype: dtype) * sqrt(variance)
      case .truncatedNormal:
        guard dtype.isComplex else {
          let spread = sqrt(variance) / number(0.87962566103423978, dtype)
          return Random.truncatedNormal(key, -2, 2, shape, dtype: dtype) * spread
        }
        let spread = sqrt(variance) / number(0.95311164380491208, dtype)
        return onDisk(key, shape, dtype) { unit in
          sqrt(-log(1 - (1 - exp(number(-4, dtype))) * unit.astype(dtype)))
        } * spread
      case .uniform:
        guard dtype.isComplex else {
          return Random.uniform(key, shape, dtype: dtype, minval: -1) * sqrt(3 * variance)
        }
        return onDisk(key, shape, dtype) { sqrt(2 * $0).astype(dtype) } * sqrt(variance)
      }
    }
  }

  /// Uniform, by the mean of inputs and outputs (`glorot_uniform`), also called Xavier.
  public static func glorotUniform(
    inAxis: any AxisArgument = -2, outAxis: any AxisArgument = -1, batchAxis: any AxisArgument = [Int](),
    dtype: DType? = nil
  ) -> Initializer {
    varianceScaling(1, .fanAvg, .uniform, inAxis: inAxis, outAxis: outAxis, batchAxis: batchAxis, dtype: dtype)
  }
  /// Truncated normal, by the mean of inputs and outputs (`glorot_normal`), also called Xavier.
  public static func glorotNormal(
    inAxis: any AxisArgument = -2, outAxis: any AxisArgument = -1, batchAxis: any AxisArgument = [Int](),
    dtype: DType? = nil
  ) -> Initializer {
    varianceScaling(1, .fanAvg, .truncatedNormal, inAxis: inAxis, outAxis: outAxis, batchAxis: batchAxis, dtype: dtype)
  }
  /// The same as `glorotUniform` (`xavier_uniform`).
  public static func xavierUniform(
    inAxis: any AxisArgument = -2, outAxis: any AxisArgument = -1, batchAxis: any AxisArgument = [Int](),
    dtype: DType? = nil
  ) -> Initializer {
    glorotUniform(inAxis: inAxis, outAxis: outAxis, batchAxis: batchAxis, dtype: dtype)
  }
  /// The same as `glorotNormal` (`xavier_normal`).
  public static func xavierNormal(
    inAxis: any AxisArgument = -2, outAxis: any AxisArgument = -1, batchAxis: any AxisArgument = [Int](),
    dtype: DType? = nil
  ) -> Initializer {
    glorotNormal(inAxis: inAxis, outAxis: outAxis, batchAxis: batchAxis, dtype: dtype)
  }
  /// Uniform, by the inputs (`lecun_uniform`).
  public static func lecunUniform(
    inAxis: any AxisArgument = -2, outAxis: any AxisArgument = -1, batchAxis: any AxisArgument = [Int](),
    dtype: DType? = nil
  ) -> Initializer {
    varianceScaling(1, .fanIn, .uniform, inAxis: inAxis, outAxis: outAxis, batchAxis: batchAxis, dtype: dtype)
  }
  /// Truncated normal, by the inputs (`lecun_normal`).
  public static func lecunNormal(
    inAxis: any AxisArgument = -2, outAxis: any AxisArgument = -1, batchAxis: any AxisArgument = [Int](),
    dtype: DType? = nil
  ) -> Initializer {
    varianceScaling(1, .fanIn, .truncatedNormal, inAxis: inAxis, outAxis: outAxis, batchAxis: batchAxis, dtype: dtype)
  }
  /// Uniform, of twice the variance, by the inputs (`he_uniform`), also called Kaiming.
  public static func heUniform(
    inAxis: any AxisArgument = -2, outAxis: any AxisArgument = -1, batchAxis: any AxisArgument = [Int](),
    dtype: DType? = nil
  ) -> Initializer {
    varianceScaling(2, .fanIn, .uniform, inAxis: inAxis, outAxis: outAxis, batchAxis: batchAxis, dtype: dtype)
  }
  /// Truncated normal, of twice the variance, by the inputs (`he_normal`), also called Kaiming.
  public static func heNormal(
    inAxis: any AxisArgument = -2, outAxis: any AxisArgument = -1, batchAxis: any AxisArgument = [Int](),
    dtype: DType? = nil
  ) -> Initializer {
    varianceScaling(2, .fanIn, .truncatedNormal, inAxis: inAxis, outAxis: outAxis, batchAxis: batchAxis, dtype: dtype)
  }
  /// The same as `heUniform` (`kaiming_uniform`).
  public static func kaimingUniform(
    inAxis: any AxisArgument = -2, outAxis: any AxisArgument = -1, batchAxis: any AxisArgument = [Int](),
    dtype: DType? = nil
  ) -> Initializer {
    heUniform(inAxis: inAxis, outAxis: outAxis, batchAxis: batchAxis, dtype: dtype)
  }
  /// The same as `heNormal` (`kaiming_normal`).
  public static func kaimingNormal(
    inAxis: any AxisArgument = -2, outAxis: any AxisArgument = -1, batchAxis: any AxisArgument = [Int](),
    dtype: DType? = nil
  ) -> Initializer {
    heNormal(inAxis: inAxis, outAxis: outAxis, batchAxis: batchAxis, dtype: dtype)
  }

  /// A number as an array of the dtype, as JAX rounds it before it computes.
  static func number(_ value: Double, _ dtype: DType) -> NDArray { .literal(.float(value), dtype) }

  /// Complex numbers of random angle, whose distance from 0 is made of uniform numbers.
  private static func onDisk(
    _ key: NDArray, _ shape: [Int], _ dtype: DType, _ radius: (NDArray) -> NDArray
  ) -> NDArray {
    let keys = Random.splitPair(key)
    let distance = radius(Random.uniform(keys.0, shape, dtype: dtype.realPart))
    let turn = Random.uniform(keys.1, shape, dtype: dtype.realPart).astype(dtype)
    let angle = number(2 * Double.pi, dtype) * turn
    return distance * exp(NDArray.literal(.complex(0, 1), dtype) * angle)
  }

  /// How many inputs and outputs the units of a layer have; nil after an error.
  private static func fans(
    _ shape: [Int], _ into: [Int], _ out: [Int], _ batch: [Int]
  ) -> (into: Double, out: Double)? {
    guard shape.count >= 2 else {
      report(
        LanewiseError(
          .value,
          "initializer: the shape \(ParameterValue.ints(shape)) has \(shape.count) dimensions; inputs and outputs can only be told apart in at least 2."
        ))
      return nil
    }
    let whose = "for the shape \(ParameterValue.ints(shape))"
    func extent(_ axes: [Int]) -> Double? {
      Check.distinct("initializer", axes, rank: shape.count, whose).map { places in
        places.reduce(1.0) { $0 * Double(shape[$1]) }
      }
    }
    guard let inputs = extent(into), let outputs = extent(out), let batches = extent(batch) else { return nil }
    let field = shape.reduce(1.0) { $0 * Double($1) } / inputs / outputs / batches
    return (inputs * field, outputs * field)
  }
}
