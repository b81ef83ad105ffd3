import Lanewise
import LanewiseCore

extension FieldCase {
  /// What the public function of the same name answers.
  func call() -> NDArray? {
    if let activation = Self.activations[function] { return activation(arguments[0]) }
    if let transform = Self.transforms[function] { return transform(x, int("n"), int("axis") ?? -1, norm) }
    if let transform = Self.planes[function] { return transform(x, integers("s"), integers("axes") ?? [-2, -1], norm) }
    if let transform = Self.spaces[function] { return transform(x, integers("s"), integers("axes"), norm) }
    if let signal = Self.signals[function] { return signal(x, arguments[1], ConvolutionMode(rawValue: text("mode")!)!) }
    if let segments = Self.segments[function] { return segments(x, arguments[1], int("num_segments")) }
    if function.hasPrefix("initializers.") { return initialized() }
    return Self.others[function]?(self)
  }

  private var x: NDArray { arguments[0] }
  private func int(_ name: String) -> Int? { keywords[name]?.intValue }
  private func real(_ name: String) -> Double? { keywords[name]?.number }
  private func flag(_ name: String, _ fallback: Bool = false) -> Bool { keywords[name]?.boolValue ?? fallback }
  private func text(_ name: String) -> String? { keywords[name]?.stringValue }
  private func integers(_ name: String) -> [Int]? { keywords[name]?.integers }
  private var axis: (any AxisArgument)? { keywords["axis"]?.axis }
  private var dtype: DType? { text("dtype").flatMap { DType(name: $0) } }
  private var norm: FFT.Norm { text("norm").map { FFT.Norm(rawValue: $0)! } ?? .backward }
  private var cosineNorm: FFT.CosineNorm { text("norm") == "ortho" ? .ortho : .backward }
  private var padding: WindowPadding {
    switch text("padding") {
    case "SAME": .same
    case "SAME_LOWER": .sameLower
    case "VALID": .valid
    default: .explicit(keywords["padding"]!.arrayValue!.map { ($0.integers![0], $0.integers![1]) })
    }
  }
  private var numbers: (String, String, String)? {
    keywords["dimension_numbers"]?.arrayValue.map { ($0[0].stringValue!, $0[1].stringValue!, $0[2].stringValue!) }
  }
  /// An array that the call names.
  private func named(_ name: String) -> NDArray? {
    let names = keywords["arrays"]?.arrayValue?.map { $0.stringValue! } ?? []
    return names.firstIndex(of: name).map { arguments[arguments.count - names.count + $0] }
  }

  private static let activations: [String: @Sendable (NDArray) -> NDArray] = [
    "nn.relu": NN.relu, "nn.relu6": NN.relu6, "nn.sigmoid": NN.sigmoid, "nn.log_sigmoid": NN.logSigmoid,
    "nn.softplus": NN.softplus, "nn.sparse_plus": NN.sparsePlus, "nn.sparse_sigmoid": NN.sparseSigmoid,
    "nn.soft_sign": NN.softSign, "nn.silu": NN.silu, "nn.swish": NN.swish, "nn.elu": { NN.elu($0) },
    "nn.celu": { NN.celu($0) }, "nn.selu": NN.selu, "nn.gelu": { NN.gelu($0) }, "nn.leaky_relu": { NN.leakyRelu($0) },
    "nn.hard_tanh": NN.hardTanh, "nn.hard_sigmoid": NN.hardSigmoid, "nn.hard_silu": NN.hardSilu,
    "nn.hard_swish": NN.hardSwish, "nn.mish": NN.mish, "nn.squareplus": { NN.squareplus($0) }, "nn.tanh": NN.tanh,
    "nn.logsumexp": { NN.logsumexp($0) },
  ]

  private typealias Transform = @Sendable (NDArray, Int?, Int, FFT.Norm) -> NDArray
  private static let transforms: [String: Transform] = [
    "fft.fft": { FFT.fft($0, n: $1, axis: $2, norm: $3) }, "fft.ifft": { FFT.ifft($0, n: $1, axis: $2, norm: $3) },
    "fft.rfft": { FFT.rfft($0, n: $1, axis: $2, norm: $3) }, "fft.irfft": { FFT.irfft($0, n: $1, axis: $2, norm: $3) },
    "fft.hfft": { FFT.hfft($0, n: $1, axis: $2, norm: $3) }, "fft.ihfft": { FFT.ihfft($0, n: $1, axis: $2, norm: $3) },
  ]
  private static let planes: [String: @Sendable (NDArray, [Int]?, [Int], FFT.Norm) -> NDArray] = [
    "fft.fft2": { FFT.fft2($0, s: $1, axes: $2, norm: $3) }, "fft.ifft2": { FFT.ifft2($0, s: $1, axes: $2, norm: $3) },
    "fft.rfft2": { FFT.rfft2($0, s: $1, axes: $2, norm: $3) },
    "fft.irfft2": { FFT.irfft2($0, s: $1, axes: $2, norm: $3) },
  ]
  private static let spaces: [String: @Sendable (NDArray, [Int]?, [Int]?, FFT.Norm) -> NDArray] = [
    "fft.fftn": { FFT.fftn($0, s: $1, axes: $2, norm: $3) }, "fft.ifftn": { FFT.ifftn($0, s: $1, axes: $2, norm: $3) },
    "fft.rfftn": { FFT.rfftn($0, s: $1, axes: $2, norm: $3) },
    "fft.irfftn": { FFT.irfftn($0, s: $1, axes: $2, norm: $3) },
  ]
  private static let signals: [String: @Sendable (NDArray, NDArray, ConvolutionMode) -> NDArray] = [
    "signal.convolve": { Signal.convolve($0, $1, mode: $2) }, "signal.correlate": { Signal.correlate($0, $1, mode: $2) },
    "signal.convolve2d": { Signal.convolve2d($0, $1, mode: $2) },
    "signal.correlate2d": { Signal.correlate2d($0, $1, mode: $2) },
    "signal.fftconvolve": { Signal.fftconvolve($0, $1, mode: $2) },
  ]
  private static let segments: [String: @Sendable (NDArray, NDArray, Int?) -> NDArray] = [
    "ops.segment_sum": { Ops.segmentSum($0, $1, numSegments: $2) },
    "ops.segment_prod": { Ops.segmentProd($0, $1, numSegments: $2) },
    "ops.segment_max": { Ops.segmentMax($0, $1, numSegments: $2) },
    "ops.segment_min": { Ops.segmentMin($0, $1, numSegments: $2) },
  ]
  private static let folds: [String: @Sendable (NDArray, NDArray) -> NDArray] = [
    "add": { Lax.add($0, $1) }, "mul": { Lax.mul($0, $1) }, "max": { Lax.max($0, $1) }, "min": { Lax.min($0, $1) },
    "affine": { 2 * $0 + $1 },
  ]

  private static let others: [String: @Sendable (FieldCase) -> NDArray] = [
    "fft.fftfreq": { FFT.fftfreq($0.int("n")!, d: $0.real("d") ?? 1) },
    "fft.rfftfreq": { FFT.rfftfreq($0.int("n")!, d: $0.real("d") ?? 1) },
    "fft.fftshift": { FFT.fftshift($0.x, axes: $0.keywords["axes"]?.axis) },
    "fft.ifftshift": { FFT.ifftshift($0.x, axes: $0.keywords["axes"]?.axis) },
    "lax.conv_general_dilated": { c in
      Lax.convGeneralDilated(
        c.x, c.arguments[1], windowStrides: c.integers("window_strides")!, padding: c.padding,
        lhsDilation: c.integers("lhs_dilation"), rhsDilation: c.integers("rhs_dilation"), dimensionNumbers: c.numbers,
        featureGroupCount: c.int("feature_group_count") ?? 1, batchGroupCount: c.int("batch_group_count") ?? 1)
    },
    "scipyfft.dct": { FFT.dct($0.x, n: $0.int("n"), axis: $0.int("axis") ?? -1, norm: $0.cosineNorm) },
    "scipyfft.idct": { FFT.idct($0.x, n: $0.int("n"), axis: $0.int("axis") ?? -1, norm: $0.cosineNorm) },
    "scipyfft.dctn": { FFT.dctn($0.x, s: $0.integers("s"), axes: $0.integers("axes"), norm: $0.cosineNorm) },
    "scipyfft.idctn": { FFT.idctn($0.x, s: $0.integers("s"), axes: $0.integers("axes"), norm: $0.cosineNorm) },
    "lax.conv_general_dilated_patches": { c in
      Lax.convGeneralDilatedPatches(
        c.x, c.integers("filter_shape")!, windowStrides: c.integers("window_strides")!, padding: c.padding,
        rhsDilation: c.integers("rhs_dilation"), dimensionNumbers: c.numbers)
    },
    "lax.conv": { Lax.conv($0.x, $0.arguments[1], $0.integers("window_strides")!, $0.padding) },
    "lax.conv_transpose": { c in
      Lax.convTranspose(
        c.x, c.arguments[1], c.integers("strides")!, c.padding, rhsDilation: c.integers("rhs_dilation"),
        transposeKernel: c.flag("transpose_kernel"))
    },
    "lax.reduce_window": { c in
      Lax.reduceWindow(
        c.x, NDArray(c.real("initial")!), folds[c.text("operation")!]!,
        windowDimensions: c.integers("window_dimensions")!, windowStrides: c.integers("window_strides")!,
        padding: c.padding, baseDilation: c.integers("base_dilation"), windowDilation: c.integers("window_dilation"))
    },
    "lax.reduce": { c in
      Lax.reduce(c.x, NDArray(c.real("initial")!), folds[c.text("operation")!]!, c.integers("dimensions")!)
    },
    "nn.glu": { NN.glu($0.x, axis: $0.int("axis") ?? -1) },
    "nn.softmax": { NN.softmax($0.x, axis: $0.axis ?? -1, where: $0.named("where")) },
    "nn.log_softmax": { NN.logSoftmax($0.x, axis: $0.axis ?? -1, where: $0.named("where")) },
    "nn.standardize": { c in
      NN.standardize(
        c.x, axis: c.axis ?? -1, mean: c.named("mean"), variance: c.named("variance"),
        epsilon: NDArray(c.real("epsilon") ?? 1e-5), where: c.named("where"))
    },
    "nn.one_hot": { NN.oneHot($0.x, $0.int("num_classes")!, dtype: $0.dtype, axis: $0.int("axis") ?? -1) },
    "nn.dot_product_attention": { c in
      NN.dotProductAttention(
        c.x, c.arguments[1], c.arguments[2], bias: c.named("bias"), mask: c.named("mask"), scale: c.real("scale"),
        isCausal: c.flag("is_causal"), querySeqLengths: c.named("query_seq_lengths"),
        keyValueSeqLengths: c.named("key_value_seq_lengths"),
        localWindowSize: c.integers("local_window_size").map { ($0[0], $0[1]) })
    },
    "image.resize": { c in
      Image.resize(
        c.x, c.integers("shape")!, Image.Method(rawValue: c.text("method")!)!, antialias: c.flag("antialias", true))
    },
    "image.scale_and_translate": { c in
      Image.scaleAndTranslate(
        c.x, c.integers("shape")!, c.integers("spatial_dims")!, c.arguments[1], c.arguments[2],
        Image.Method(rawValue: c.text("method")!)!, antialias: c.flag("antialias", true))
    },
    "ndimage.map_coordinates": { c in
      NDImage.mapCoordinates(
        c.x, Array(c.arguments.dropFirst()), order: c.int("order")!,
        mode: c.text("mode").map { NDImage.Mode(rawValue: $0)! } ?? .constant, cval: NDArray(c.int("cval") ?? 0))
    },
  ]

  private func initialized() -> NDArray {
    typealias I = NN.Initializers
    let (into, out) = (keywords["in_axis"]?.axis ?? -2, keywords["out_axis"]?.axis ?? -1)
    let batch = keywords["batch_axis"]?.axis ?? [Int]()
    let initializer: Initializer =
      switch function.dropFirst("initializers.".count) {
      case "zeros": I.zeros
      case "ones": I.ones
      case "constant": I.constant(NDArray(int("value")!))
      case "uniform": I.uniform()
      case "normal": I.normal()
      case "truncated_normal":
        I.truncatedNormal(
          stddev: real("stddev") ?? 1e-2, lower: NDArray(real("lower") ?? -2), upper: NDArray(real("upper") ?? 2))
      case "orthogonal": I.orthogonal(scale: real("scale") ?? 1, columnAxis: int("column_axis") ?? -1)
      case "delta_orthogonal": I.deltaOrthogonal()
      case "glorot_uniform": I.glorotUniform(inAxis: into, outAxis: out, batchAxis: batch)
      case "glorot_normal": I.glorotNormal(inAxis: into, outAxis: out, batchAxis: batch)
      case "lecun_uniform": I.lecunUniform(inAxis: into, outAxis: out, batchAxis: batch)
      case "lecun_normal": I.lecunNormal(inAxis: into, outAxis: out, batchAxis: batch)
      case "he_uniform": I.heUniform(inAxis: into, outAxis: out, batchAxis: batch)
      case "he_normal": I.heNormal(inAxis: into, outAxis: out, batchAxis: batch)
      default:
        I.varianceScaling(
          real("scale")!, .fanOut,
          text("distribution") == "normal" ? .normal : text("distribution") == "uniform" ? .uniform : .truncatedNormal)
      }
    return initializer(
      Random.key(int("seed")!), integers("shape")!, dtype: text("as_dtype") == nil ? nil : .complex64)
  }
}
