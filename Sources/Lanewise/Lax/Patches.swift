import LanewiseCore

extension Lax {
  /// What a kernel of this shape meets at every place (`lax.conv_general_dilated_patches`): the result of a convolution
  /// with the patches' elements as features, channel by channel.
  ///
  /// ```swift
  /// let x = reshape(arange(4.0), [1, 1, 4])
  /// print(Lax.convGeneralDilatedPatches(x, [2], windowStrides: [1], padding: .valid)[0])  // [[0. 1. 2.]
  ///                                                                                       //  [1. 2. 3.]]
  /// ```
  public static func convGeneralDilatedPatches(
    _ lhs: NDArray, _ filterShape: [Int], windowStrides: [Int], padding: WindowPadding, lhsDilation: [Int]? = nil,
    rhsDilation: [Int]? = nil, dimensionNumbers: (String, String, String)? = nil, preferredElementType: DType? = nil
  ) -> NDArray {
    guard filterShape.count == lhs.ndim - 2, filterShape.allSatisfy({ $0 > 0 }),
      let dims = ConvolutionDims.reading("conv_general_dilated_patches", dimensionNumbers, lhs, lhs)
    else {
      return fail(
        .value,
        "conv_general_dilated_patches: patches of shape \(ParameterValue.ints(filterShape)) of an image of shape \(lhs.aval.shape); an extent of at least 1 is needed for each dimension of space.",
        like: lhs.aval)
    }
    let taps = filterShape.reduce(1, *)
    let channels = lhs.aval.shape[dims.lhs[1]]
    // A kernel for each tap, which is 1 there and 0 elsewhere.
    let unit = eye(taps, dtype: lhs.dtype)
    let kernels = reshape(broadcastInDim(unit, [channels, taps, taps], [1, 2]), [channels * taps, 1] + filterShape)
    var order = dims.rhs
    for (index, place) in dims.rhs.enumerated() { order[place] = index }
    return convGeneralDilated(
      lhs, transpose(kernels, order), windowStrides: windowStrides, padding: padding, lhsDilation: lhsDilation,
      rhsDilation: rhsDilation, dimensionNumbers: dimensionNumbers, featureGroupCount: channels,
      preferredElementType: preferredElementType)
  }
}
