import Lanewise
import LanewiseCore

// jax.numpy.fft, and the transforms, convolutions and images of the other modules.
extension FaceTable {
  mutating func addFields() {
    addTransforms()
    addConvolutions()
    addMoreNetworks()
    addImages()
  }

  private mutating func addTransforms() {
    module = "jax.numpy.fft"
    typealias Line = @Sendable (NDArray, Int?, Int, FFT.Norm) -> NDArray
    let lines: [(String, Line)] = [
      ("fft", { FFT.fft($0, n: $1, axis: $2, norm: $3) }), ("ifft", { FFT.ifft($0, n: $1, axis: $2, norm: $3) }),
      ("rfft", { FFT.rfft($0, n: $1, axis: $2, norm: $3) }), ("irfft", { FFT.irfft($0, n: $1, axis: $2, norm: $3) }),
      ("hfft", { FFT.hfft($0, n: $1, axis: $2, norm: $3) }), ("ihfft", { FFT.ihfft($0, n: $1, axis: $2, norm: $3) }),
    ]
    for (name, transform) in lines {
      array(name, "a n axis norm") { transform($0.x("a"), $0.optionalInt("n"), $0.int("axis", -1), $0.norm) }
    }
    typealias Space = @Sendable (NDArray, [Int]?, [Int]?, FFT.Norm) -> NDArray
    let spaces: [(String, Space)] = [
      ("fft2", { FFT.fft2($0, s: $1, axes: $2 ?? [-2, -1], norm: $3) }),
      ("ifft2", { FFT.ifft2($0, s: $1, axes: $2 ?? [-2, -1], norm: $3) }),
      ("rfft2", { FFT.rfft2($0, s: $1, axes: $2 ?? [-2, -1], norm: $3) }),
      ("irfft2", { FFT.irfft2($0, s: $1, axes: $2 ?? [-2, -1], norm: $3) }),
      ("fftn", { FFT.fftn($0, s: $1, axes: $2, norm: $3) }), ("ifftn", { FFT.ifftn($0, s: $1, axes: $2, norm: $3) }),
      ("rfftn", { FFT.rfftn($0, s: $1, axes: $2, norm: $3) }), ("irfftn", { FFT.irfftn($0, s: $1, axes: $2, norm: $3) }),
    ]
    for (name, transform) in spaces {
      array(name, "a s axes norm") { transform($0.x("a"), $0.optionalInts("s"), $0.optionalInts("axes"), $0.norm) }
    }
    array("fftfreq", "n d dtype") { FFT.fftfreq($0.int("n"), d: $0.double("d", 1), dtype: $0.dtype()) }
    array("rfftfreq", "n d dtype") { FFT.rfftfreq($0.int("n"), d: $0.double("d", 1), dtype: $0.dtype()) }
    array("fftshift", "x axes") { FFT.fftshift($0.x("x"), axes: $0.optionalAxes("axes")) }
    array("ifftshift", "x axes") { FFT.ifftshift($0.x("x"), axes: $0.optionalAxes("axes")) }

    module = "jax.scipy.signal"
    array("convolve", "in1 in2 mode") { Signal.convolve($0.x("in1"), $0.x("in2"), mode: $0.convolutionMode) }
    array("convolve2d", "in1 in2 mode") { Signal.convolve2d($0.x("in1"), $0.x("in2"), mode: $0.convolutionMode) }
    array("correlate", "in1 in2 mode") { Signal.correlate($0.x("in1"), $0.x("in2"), mode: $0.convolutionMode) }
    array("correlate2d", "in1 in2 mode") { Signal.correlate2d($0.x("in1"), $0.x("in2"), mode: $0.convolutionMode) }
    array("fftconvolve", "in1 in2 mode") { Signal.fftconvolve($0.x("in1"), $0.x("in2"), mode: $0.convolutionMode) }
    module = "jax.scipy.fft"
    array("dct", "x type n axis norm") {
      FFT.dct($0.x("x"), n: $0.optionalInt("n"), axis: $0.int("axis", -1), norm: $0.cosineNorm)
    }
    array("idct", "x type n axis norm") {
      FFT.idct($0.x("x"), n: $0.optionalInt("n"), axis: $0.int("axis", -1), norm: $0.cosineNorm)
    }
  }

  private mutating func addConvolutions() {
    module = "jax.lax"
    array(
      "conv_general_dilated",
      """
      lhs rhs window_strides padding lhs_dilation rhs_dilation dimension_numbers feature_group_count \
      batch_group_count precision preferred_element_type
      """
    ) { a in
      if let numbers = a.convDimensions {
        return Lax.convGeneralDilated(
          a.x("lhs"), a.x("rhs"), windowStrides: a.ints("window_strides"), padding: a.padding,
          lhsDilation: a.optionalInts("lhs_dilation"), rhsDilation: a.optionalInts("rhs_dilation"),
          dimensionNumbers: numbers, featureGroupCount: a.int("feature_group_count", 1),
          batchGroupCount: a.int("batch_group_count", 1), preferredElementType: a.dtype("preferred_element_type"))
      }
      return Lax.convGeneralDilated(
        a.x("lhs"), a.x("rhs"), windowStrides: a.ints("window_strides"), padding: a.padding,
        lhsDilation: a.optionalInts("lhs_dilation"), rhsDilation: a.optionalInts("rhs_dilation"),
        dimensionNumbers: a.dimensionNumbers, featureGroupCount: a.int("feature_group_count", 1),
        batchGroupCount: a.int("batch_group_count", 1), preferredElementType: a.dtype("preferred_element_type"))
    }
    array("conv", "lhs rhs window_strides padding precision preferred_element_type") { a in
      Lax.conv(a.x("lhs"), a.x("rhs"), a.ints("window_strides"), a.padding)
    }
    array("conv_with_general_padding", "lhs rhs window_strides padding lhs_dilation rhs_dilation precision") { a in
      Lax.convWithGeneralPadding(
        a.x("lhs"), a.x("rhs"), a.ints("window_strides"), a.padding, a.optionalInts("lhs_dilation"),
        a.optionalInts("rhs_dilation"))
    }
    array("conv_transpose", "lhs rhs strides padding rhs_dilation dimension_numbers transpose_kernel precision") { a in
      Lax.convTranspose(
        a.x("lhs"), a.x("rhs"), a.ints("strides"), a.padding, rhsDilation: a.optionalInts("rhs_dilation"),
        dimensionNumbers: a.dimensionNumbers, transposeKernel: a.bool("transpose_kernel"))
    }
    array("conv_general_dilated_patches", "lhs filter_shape window_strides padding lhs_dilation rhs_dilation") { a in
      Lax.convGeneralDilatedPatches(
        a.x("lhs"), a.ints("filter_shape"), windowStrides: a.ints("window_strides"), padding: a.padding,
        lhsDilation: a.optionalInts("lhs_dilation"), rhsDilation: a.optionalInts("rhs_dilation"))
    }
    array(
      "reduce_window",
      "operand init_value computation window_dimensions window_strides padding base_dilation window_dilation"
    ) { a in
      let fold = a.callable("computation")
      return Lax.reduceWindow(
        a.x("operand"), a.x("init_value"), { fold([.array($0), .array($1)]).asArray ?? $0 },
        windowDimensions: a.ints("window_dimensions"), windowStrides: a.ints("window_strides"), padding: a.padding,
        baseDilation: a.optionalInts("base_dilation"), windowDilation: a.optionalInts("window_dilation"))
    }
    array("reduce", "operands init_values computation dimensions") { a in
      let fold = a.callable("computation")
      return Lax.reduce(
        a.x("operands"), a.x("init_values"), { fold([.array($0), .array($1)]).asArray ?? $0 }, a.ints("dimensions"))
    }
  }

  private mutating func addMoreNetworks() {
    module = "jax.nn"
    unary("sparse_plus", NN.sparsePlus)
    unary("sparse_sigmoid", NN.sparseSigmoid)
    unary("hard_silu", NN.hardSilu)
    array("squareplus", "x b") { NN.squareplus($0.x("x"), b: $0.optionalX("b") ?? 4) }
    array("softmax", "x axis where") { NN.softmax($0.x("x"), axis: $0.axis ?? -1, where: $0.optionalX("where")) }
    array("log_softmax", "x axis where") {
      NN.logSoftmax($0.x("x"), axis: $0.axis ?? -1, where: $0.optionalX("where"))
    }
    array("standardize", "x axis mean variance epsilon where") { a in
      NN.standardize(
        a.x("x"), axis: a.axis ?? -1, mean: a.optionalX("mean"), variance: a.optionalX("variance"),
        epsilon: a.optionalX("epsilon") ?? 1e-5, where: a.optionalX("where"))
    }
    array(
      "dot_product_attention",
      "query key value bias mask scale is_causal query_seq_lengths key_value_seq_lengths local_window_size"
    ) { a in
      NN.dotProductAttention(
        a.x("query"), a.x("key"), a.x("value"), bias: a.optionalX("bias"), mask: a.optionalX("mask"),
        scale: a.optionalDouble("scale"), isCausal: a.bool("is_causal"),
        querySeqLengths: a.optionalX("query_seq_lengths"), keyValueSeqLengths: a.optionalX("key_value_seq_lengths"),
        localWindowSize: a.isGiven("local_window_size") ? a.pair("local_window_size") : nil)
    }
  }

  private mutating func addImages() {
    module = "jax.image"
    array("resize", "image shape method antialias precision") { a in
      Image.resize(a.x("image"), a.shape(), a.resizeMethod, antialias: a.bool("antialias", true))
    }
    module = "jax.scipy.ndimage"
    array("map_coordinates", "input coordinates order mode cval") { a in
      NDImage.mapCoordinates(
        a.x("input"), a.xs("coordinates"), order: a.int("order"),
        mode: a.string("mode").flatMap(NDImage.Mode.init) ?? .constant, cval: a.optionalX("cval") ?? 0.0)
    }
    module = "jax.ops"
    typealias Segments = @Sendable (NDArray, NDArray, Int?, IndexingMode) -> NDArray
    let segments: [(String, Segments)] = [
      ("segment_sum", { Ops.segmentSum($0, $1, numSegments: $2, mode: $3) }),
      ("segment_prod", { Ops.segmentProd($0, $1, numSegments: $2, mode: $3) }),
      ("segment_max", { Ops.segmentMax($0, $1, numSegments: $2, mode: $3) }),
      ("segment_min", { Ops.segmentMin($0, $1, numSegments: $2, mode: $3) }),
    ]
    for (name, fold) in segments {
      array(name, "data segment_ids num_segments indices_are_sorted unique_indices bucket_size mode") { a in
        fold(a.x("data"), a.x("segment_ids"), a.optionalInt("num_segments"), a.indexingMode ?? .drop)
      }
    }
  }
}

extension Arguments {
  fileprivate var norm: FFT.Norm { string("norm").flatMap(FFT.Norm.init) ?? .backward }
  fileprivate var cosineNorm: FFT.CosineNorm { string("norm") == "ortho" ? .ortho : .backward }
  fileprivate var convolutionMode: ConvolutionMode { string("mode").flatMap(ConvolutionMode.init) ?? .full }

  /// By its name, or as a member of the enumeration.
  fileprivate var resizeMethod: Image.Method {
    if case .name(let path) = self["method"], let member = path.split(separator: ".").last {
      return Image.Method(named: member.lowercased()) ?? .linear
    }
    return string("method").flatMap(Image.Method.init(named:)) ?? .linear
  }

  /// A rule, or amounts before and after.
  var padding: WindowPadding {
    switch string("padding")?.uppercased() {
    case "SAME": .same
    case "SAME_LOWER": .sameLower
    case "VALID": .valid
    default: .explicit(pairs("padding"))
    }
  }

  var dimensionNumbers: (String, String, String)? {
    let texts = self["dimension_numbers"]?.items?.compactMap { if case .string(let text) = $0 { text } else { nil } }
    return texts.flatMap { $0.count == 3 ? ($0[0], $0[1], $0[2]) : nil }
  }
}
