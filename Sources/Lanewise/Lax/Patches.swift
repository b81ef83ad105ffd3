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
      let dims = ConvolutionDims.reading("conv_general_dilated_patches", dimensionNumbers, lhs.shape, lhs.shape)
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

  /// A convolution whose kernel differs from place to place (`lax.conv_general_dilated_local`): a locally connected
  /// layer.
  ///
  /// - Parameters:
  ///   - rhs: kernels; in place of the extents of space are those of the result, and a kernel's features in are its
  ///     elements, channel by channel, as `convGeneralDilatedPatches` orders them.
  ///   - filterShape: the kernels' extents in space.
  ///
  /// ```swift
  /// let x = reshape(arange(4.0), [1, 1, 4])
  /// let kernels = NDArray([[[1.0, 10, 100], [0, 0, 1]]])  // a kernel of two elements for each of three places
  /// print(Lax.convGeneralDilatedLocal(x, kernels, windowStrides: [1], padding: .valid, filterShape: [2]))
  /// // [[[  0.  10. 203.]]]
  /// ```
  public static func convGeneralDilatedLocal(
    _ lhs: NDArray, _ rhs: NDArray, windowStrides: [Int], padding: WindowPadding, filterShape: [Int],
    lhsDilation: [Int]? = nil, rhsDilation: [Int]? = nil, dimensionNumbers: (String, String, String)? = nil
  ) -> NDArray {
    guard let dims = ConvolutionDims.reading("conv_general_dilated_local", dimensionNumbers, lhs.shape, rhs.shape)
    else { return .poisoned(lhs.aval) }
    let patches = convGeneralDilatedPatches(
      lhs, filterShape, windowStrides: windowStrides, padding: padding, lhsDilation: lhsDilation,
      rhsDilation: rhsDilation, dimensionNumbers: dimensionNumbers)
    guard !patches.isPoisoned else { return patches }
    // The result's dimensions of space in their order, and the kernels' that are the same.
    let space = zip(dims.out.dropFirst(2), dims.rhs.dropFirst(2)).sorted { $0.0 < $1.0 }
    let product = dotGeneral(
      patches, rhs, contracting: ([dims.out[1]], [dims.rhs[1]]), batch: (space.map(\.0), space.map(\.1)))
    return moveaxis(product, [-2, -1], [dims.out[0], dims.out[1]])
  }
}
