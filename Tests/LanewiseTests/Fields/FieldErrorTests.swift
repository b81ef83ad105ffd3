import Lanewise
import LanewiseCore
import Testing

/// Mistakes with transforms, convolutions, networks and images are thrown, in one sentence that says what was given.
@Suite struct FieldErrorTests {
  private func check(
    _ kind: LanewiseError.Kind, _ fragments: String..., by body: () -> NDArray,
    location: SourceLocation = #_sourceLocation
  ) {
    do {
      _ = try catching { body() }
      Issue.record("nothing was thrown", sourceLocation: location)
    } catch {
      let error = error as! LanewiseError
      #expect(error.kind == kind, sourceLocation: location)
      for fragment in fragments { #expect(error.message.contains(fragment), "\(error)", sourceLocation: location) }
    }
  }

  @Test func transforms() {
    let x = ones([2, 3])
    check(.dtype, "rfft", "complex64") { FFT.rfft(FFT.fft(x)) }
    check(.shape, "fft", "axis 2") { FFT.fft(x, axis: 2) }
    check(.value, "fft", "(0,)") { FFT.fft(x, n: 0) }
    check(.value, "fftn", "2 lengths", "1 axes") { FFT.fftn(x, s: [2, 3], axes: [0]) }
    check(.value, "fftn", "twice") { FFT.fftn(x, axes: [0, 0]) }
    check(.value, "irfft", "(0,)") { FFT.irfft(ones([1])) }
    check(.value, "fftfreq") { FFT.fftfreq(0) }
    check(.shape, "fft", "(4,)", "(2, 3)") { Lax.fft(x, .fft, [4]) }
    check(.value, "dct") { FFT.dct(FFT.fft(x)) }
  }

  @Test func convolutions() {
    let (image, kernel) = (ones([1, 3, 8, 8]), ones([4, 2, 3, 3]))
    check(.value, "conv_general_dilated", "3 features", "2 input features", "(1, 3, 8, 8)") {
      Lax.conv(image, kernel, [1, 1], .same)
    }
    check(.value, "same number of dimensions") { Lax.conv(image, ones([4, 3, 3]), [1, 1], .same) }
    check(.value, "dimension numbers") {
      Lax.convGeneralDilated(
        image, ones([4, 3, 3, 3]), windowStrides: [1, 1], padding: .same, dimensionNumbers: ("NCHW", "OIHX", "NCHW"))
    }
    check(.value, "strides (1,)") { Lax.conv(image, ones([4, 3, 3, 3]), [1], .valid) }
    check(.dtype, "float32", "int32") { Lax.conv(image, ones([4, 3, 3, 3], dtype: .int32), [1, 1], .same) }
    check(.value, "groups") {
      Lax.convGeneralDilated(
        image, ones([4, 3, 3, 3]), windowStrides: [1, 1], padding: .same, featureGroupCount: 3, batchGroupCount: 2)
    }
    check(.value, "convTranspose") {
      Lax.convGeneralDilated(image, ones([4, 3, 3, 3]), windowStrides: [1, 1], padding: .same, lhsDilation: [2, 2])
    }
    check(.value, "cuts off more") {
      Lax.convGeneralDilated(image, ones([4, 3, 3, 3]), windowStrides: [1, 1], padding: [(-9, 0), (0, 0)])
    }
    check(.value, "convolve", "larger in every dimension") { Signal.convolve(ones([2, 5]), ones([3, 4])) }
  }

  @Test func windows() {
    let x = ones([4, 4])
    check(.shape, "reduce_window", "(2,)", "(4, 4)") {
      Lax.reduceWindow(x, 0, { $0 + $1 }, windowDimensions: [2], windowStrides: [1], padding: .valid)
    }
    check(.shape, "at least 1") {
      Lax.reduceWindow(x, 0, { $0 + $1 }, windowDimensions: [2, 2], windowStrides: [0, 1], padding: [(0, 0), (0, 0)])
    }
    check(.value, "dilated window") {
      grad { (x: NDArray) in
        sum(
          Lax.reduceWindow(
            x, -.infinity, { Lax.max($0, $1) }, windowDimensions: [2, 2], windowStrides: [1, 1], padding: .valid,
            windowDilation: [2, 1]))
      }(x)
    }
  }

  @Test func networksAndImages() {
    check(.value, "dot_product_attention") {
      NN.dotProductAttention(ones([1, 2, 3, 4]), ones([1, 2, 2, 4]), ones([1, 2, 2, 4]))
    }
    check(.value, "initializer", "(3,)") { NN.Initializers.heNormal()(Random.key(0), [3]) }
    check(.value, "orthogonal") { NN.Initializers.orthogonal()(Random.key(0), [3]) }
    check(.value, "delta_orthogonal") { NN.Initializers.deltaOrthogonal()(Random.key(0), [3, 4, 2]) }
    check(.value, "resize", "(3,)") { Image.resize(ones([2, 2]), [3], .linear) }
    check(.value, "map_coordinates", "1 arrays") { NDImage.mapCoordinates(ones([2, 2]), [ones([3])], order: 1) }
    check(.shape, "segment_sum") { Ops.segmentSum(ones([3]), NDArray([0, 1])) }
    check(.concretization, "numSegments") {
      jit { (ids: NDArray) in Ops.segmentSum(ones([2]), ids) }(NDArray([0, 1]))
    }
  }

  @Test func rectifiersHaveNoSlopeAtTheirCorners() {
    #expect(vmap(grad(NN.relu6))([-1.0, 0.0, 3.0, 6.0, 7.0]).asArray(Float.self) == [0, 0, 1, 0, 0])
  }
}
