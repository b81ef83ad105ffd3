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
    guard let dims = ConvolutionDims.reading("conv_general_dilated", dimensionNumbers, lhs, rhs) else {
      return .poisoned(lhs.aval)
    }
    let rank = lhs.ndim - 2
    let ones = Array(repeating: 1, count: rank)
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
    guard let dims = ConvolutionDims.reading("conv_transpose", numbers, lhs, rhs) else { return .poisoned(lhs.aval) }
    let ones = strides.map { _ in 1 }
    let dilation = rhsDilation ?? ones
    var amounts = padding
    if strides.count == lhs.ndim - 2, dilation.count == strides.count {
      let widths = zip(dims.rhs.dropFirst(2), dilation).map { Window.dilated(rhs.aval.shape[$0], $1) }
      switch padding {
      case .explicit: break
      case .same, .sameLower:
        amounts = .explicit(
          zip(widths, strides).map { width, stride in
            let total = width + stride - 2
            let low = stride > width - 1 ? width - 1 : (total + 1) / 2
            return (low, total - low)
          })
      case .valid:
        amounts = .explicit(
          zip(widths, strides).map { width, stride in
            (width - 1, stride - 1 + Swift.max(width - stride, 0))
          })
      }
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

extension ConvolutionDims {
  /// What the letters say, for image and kernel of equal rank; nil after an error.
  static func reading(
    _ name: String, _ numbers: (String, String, String)?, _ lhs: NDArray, _ rhs: NDArray
  ) -> ConvolutionDims? {
    func wrong(_ what: String) -> ConvolutionDims? {
      report(
        LanewiseError(
          .value, "\(name): an image of shape \(lhs.aval.shape) with a kernel of shape \(rhs.aval.shape): \(what)"))
      return nil
    }
    guard lhs.ndim == rhs.ndim, lhs.ndim >= 2 else {
      return wrong("both must have the same number of dimensions, at least 2.")
    }
    guard let numbers else { return ConvolutionDims(rank: lhs.ndim) }
    let kernelSpace = numbers.1.filter { $0 != "O" && $0 != "I" }
    func places(_ text: String, _ first: Character, _ second: Character) -> [Int]? {
      let letters = Array(text)
      guard letters.count == lhs.ndim, Set(letters).count == letters.count else { return nil }
      let order = [first, second] + kernelSpace
      let found = order.compactMap { letters.firstIndex(of: $0) }
      return found.count == letters.count ? found : nil
    }
    guard let image = places(numbers.0, "N", "C"), let kernel = places(numbers.1, "O", "I"),
      let result = places(numbers.2, "N", "C")
    else {
      return wrong(
        "the dimension numbers \(numbers) do not name its \(lhs.ndim) dimensions; each needs N and C (of the kernel O and I) and the same letters of space, each once."
      )
    }
    return ConvolutionDims(lhs: image, rhs: kernel, out: result)
  }
}
