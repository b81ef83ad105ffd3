import LanewiseCore
import LanewiseEngine

/// The border around what a window moves over (`lax`'s `padding`): a rule, or amounts before and after for each
/// dimension.
///
/// ```swift
/// Lax.conv(images, kernels, [1, 1], .same)
/// Lax.convGeneralDilated(images, kernels, windowStrides: [2, 2], padding: [(0, 1), (0, 1)])
/// ```
public enum WindowPadding: Sendable, ExpressibleByArrayLiteral {
  /// As many results as there are strides in the extent; what is odd comes after.
  case same
  /// The same; what is odd comes before.
  case sameLower
  /// No border.
  case valid
  /// Amounts before and after; negative ones cut.
  case explicit([(Int, Int)])

  public init(arrayLiteral elements: (Int, Int)...) { self = .explicit(elements) }

  /// The amounts for dimensions of these extents, on which windows of these widths lie.
  func amounts(_ shape: [Int], _ widths: [Int], _ strides: [Int]) -> [(low: Int, high: Int)] {
    if case .explicit(let pairs) = self { return pairs.map { ($0.0, $0.1) } }
    guard shape.count == widths.count, shape.count == strides.count, strides.allSatisfy({ $0 > 0 }) else { return [] }
    switch self {
    case .valid: return Window.padding(same: false, shape, widths, strides)
    case .sameLower: return Window.padding(same: true, lower: true, shape, widths, strides)
    default: return Window.padding(same: true, shape, widths, strides)
    }
  }

  /// The amounts for a convolution that goes the way of one with these widths and strides back.
  func transposedAmounts(_ widths: [Int], _ strides: [Int]) -> [(Int, Int)] {
    zip(widths.indices, zip(widths, strides)).map { axis, sizes in
      let (width, stride) = sizes
      switch self {
      case .explicit(let pairs): return axis < pairs.count ? pairs[axis] : (0, 0)
      case .same, .sameLower:
        let total = width + stride - 2
        let low = stride > width - 1 ? width - 1 : (total + 1) / 2
        return (low, total - low)
      case .valid: return (width - 1, stride - 1 + Swift.max(width - stride, 0))
      }
    }
  }
}

extension Lax {
  /// A convolution of images with kernels over any number of dimensions of space (`lax.conv_general_dilated`). The
  /// kernel is not turned around, as is usual in neural networks.
  ///
  /// - Parameters:
  ///   - lhs: images; their batch, features and space, in the order that `dimensionNumbers` says.
  ///   - rhs: kernels: features out, features in, space. It has the dtype of the images.
  ///   - lhsDilation: how far apart the images' elements are laid; a transposed convolution has its strides here.
  ///   - rhsDilation: how far apart the kernel's elements are.
  ///   - dimensionNumbers: the orders of dimensions of image, kernel and result, N and C (of the kernel O and I)
  ///     standing for batch and features, and any other letters for space. nil is `("NCHW", "OIHW", "NCHW")`, for as
  ///     many dimensions as there are.
  ///   - featureGroupCount: groups of features, each of which has kernels of its own.
  ///   - batchGroupCount: groups of the batch, each of which has kernels of its own.
  ///
  /// ```swift
  /// let x = reshape(arange(5.0), [1, 1, 5])
  /// print(Lax.convGeneralDilated(x, ones([1, 1, 3]), windowStrides: [2], padding: .same))  // [[[1. 6. 7.]]]
  /// ```
  public static func convGeneralDilated(
    _ lhs: NDArray, _ rhs: NDArray, windowStrides: [Int], padding: WindowPadding, lhsDilation: [Int]? = nil,
    rhsDilation: [Int]? = nil, dimensionNumbers: (String, String, String)? = nil, featureGroupCount: Int = 1,
    batchGroupCount: Int = 1, preferredElementType: DType? = nil
  ) -> NDArray {
    guard let dims = ConvolutionDims.reading("conv_general_dilated", dimensionNumbers, lhs.shape, rhs.shape) else {
      return .poisoned(lhs.aval)
    }
    return convolved(
      dims, lhs, rhs, windowStrides, padding, lhsDilation, rhsDilation, featureGroupCount, batchGroupCount,
      preferredElementType)
  }

  /// The same with the orders of dimensions as `convDimensionNumbers` gives them.
  public static func convGeneralDilated(
    _ lhs: NDArray, _ rhs: NDArray, windowStrides: [Int], padding: WindowPadding, lhsDilation: [Int]? = nil,
    rhsDilation: [Int]? = nil, dimensionNumbers: ConvDimensionNumbers, featureGroupCount: Int = 1,
    batchGroupCount: Int = 1, preferredElementType: DType? = nil
  ) -> NDArray {
    let order = Array(0..<lhs.ndim)
    let dims = dimensionNumbers.dims
    guard lhs.ndim == rhs.ndim, lhs.ndim >= 2, [dims.lhs, dims.rhs, dims.out].allSatisfy({ $0.sorted() == order })
    else {
      return fail(
        .value,
        "conv_general_dilated: the dimension numbers \(dimensionNumbers) do not name each dimension of an image of shape \(lhs.aval.shape) and a kernel of shape \(rhs.aval.shape) once.",
        like: lhs.aval)
    }
    return convolved(
      dims, lhs, rhs, windowStrides, padding, lhsDilation, rhsDilation, featureGroupCount, batchGroupCount,
      preferredElementType)
  }

  private static func convolved(
    _ dims: ConvolutionDims, _ lhs: NDArray, _ rhs: NDArray, _ windowStrides: [Int], _ padding: WindowPadding,
    _ lhsDilation: [Int]?, _ rhsDilation: [Int]?, _ featureGroupCount: Int, _ batchGroupCount: Int,
    _ preferredElementType: DType?
  ) -> NDArray {
    let ones = Array(repeating: 1, count: lhs.ndim - 2)
    if let lhsDilation, lhsDilation.contains(where: { $0 != 1 }) {
      guard case .explicit = padding else {
        return fail(
          .value,
          "conv_general_dilated: the padding is given as a rule, but the image of shape \(lhs.aval.shape) is dilated; give amounts, or use convTranspose.",
          like: lhs.aval)
      }
    }
    let kernel = dims.rhs.dropFirst(2).map { rhs.aval.shape[$0] }
    let dilation = rhsDilation ?? ones
    let widths = zip(kernel, dilation).map { Window.dilated($0, $1) }
    let amounts = padding.amounts(dims.lhs.dropFirst(2).map { lhs.aval.shape[$0] }, widths, windowStrides)
    let convolution = Convolution(
      dims: dims, strides: windowStrides, padding: amounts, lhsDilation: lhsDilation ?? ones, rhsDilation: dilation,
      featureGroups: featureGroupCount, batchGroups: batchGroupCount, resultDType: preferredElementType)
    return bindOne(convolution, lhs, rhs)
  }

  /// A convolution of `[batch, features, space…]` with `[features out, features in, space…]` (`lax.conv`).
  public static func conv(
    _ lhs: NDArray, _ rhs: NDArray, _ windowStrides: [Int], _ padding: WindowPadding,
    preferredElementType: DType? = nil
  ) -> NDArray {
    convGeneralDilated(
      lhs, rhs, windowStrides: windowStrides, padding: padding, preferredElementType: preferredElementType)
  }

  /// A convolution of `[batch, features, space…]` with dilations (`lax.conv_with_general_padding`).
  public static func convWithGeneralPadding(
    _ lhs: NDArray, _ rhs: NDArray, _ windowStrides: [Int], _ padding: WindowPadding, _ lhsDilation: [Int]?,
    _ rhsDilation: [Int]?, preferredElementType: DType? = nil
  ) -> NDArray {
    convGeneralDilated(
      lhs, rhs, windowStrides: windowStrides, padding: padding, lhsDilation: lhsDilation, rhsDilation: rhsDilation,
      preferredElementType: preferredElementType)
  }

  /// A convolution that goes the way of another one back (`lax.conv_transpose`): the strides lay the image's elements
  /// apart. `.same` and `.valid` stand for the padding of the convolution whose shapes it inverts.
  ///
  /// - Parameters:
  ///   - dimensionNumbers: as for `convGeneralDilated`; nil is `("NHWC", "HWIO", "NHWC")`.
  ///   - transposeKernel: whether the kernel is that of the inverted convolution: turned around, its features
  ///     exchanged.
  ///
  /// ```swift
  /// let x = reshape(arange(3.0), [1, 3, 1])
  /// print(Lax.convTranspose(x, ones([2, 1, 1]), [2], .valid).reshape([-1]))  // [0. 0. 1. 1. 2. 2.]
  /// ```
  public static func convTranspose(
    _ lhs: NDArray, _ rhs: NDArray, _ strides: [Int], _ padding: WindowPadding, rhsDilation: [Int]? = nil,
    dimensionNumbers: (String, String, String)? = nil, transposeKernel: Bool = false,
    preferredElementType: DType? = nil
  ) -> NDArray {
    let space = String("HWDEFG".prefix(Swift.max(0, lhs.ndim - 2)))
    let numbers = dimensionNumbers ?? ("N\(space)C", "\(space)IO", "N\(space)C")
    guard let dims = ConvolutionDims.reading("conv_transpose", numbers, lhs.shape, rhs.shape) else {
      return .poisoned(lhs.aval)
    }
    let ones = strides.map { _ in 1 }
    let dilation = rhsDilation ?? ones
    var amounts = padding
    if strides.count == lhs.ndim - 2, dilation.count == strides.count {
      let widths = zip(dims.rhs.dropFirst(2), dilation).map { Window.dilated(rhs.aval.shape[$0], $1) }
      amounts = .explicit(padding.transposedAmounts(widths, strides))
    }
    var kernel = rhs
    if transposeKernel {
      var order = Array(0..<rhs.ndim)
      order.swapAt(dims.rhs[0], dims.rhs[1])
      kernel = Lax.transpose(Lax.rev(rhs, Array(dims.rhs.dropFirst(2))), order)
    }
    return convGeneralDilated(
      lhs, kernel, windowStrides: ones, padding: amounts, lhsDilation: strides, rhsDilation: dilation,
      dimensionNumbers: numbers, preferredElementType: preferredElementType)
  }
}
