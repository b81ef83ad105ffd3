import LanewiseCore
import LanewiseEngine

/// How the dimensions of a convolution's image, kernel and result correspond (`lax.ConvDimensionNumbers`): of image and
/// result the places of the batch and of the features, of the kernel those of the features that come out and go in;
/// then the places of space.
public struct ConvDimensionNumbers: Hashable, Sendable {
  public var lhsSpec, rhsSpec, outSpec: [Int]

  public init(lhsSpec: [Int], rhsSpec: [Int], outSpec: [Int]) {
    self.lhsSpec = lhsSpec
    self.rhsSpec = rhsSpec
    self.outSpec = outSpec
  }

  var dims: ConvolutionDims { ConvolutionDims(lhs: lhsSpec, rhs: rhsSpec, out: outSpec) }
}

// What convolutions and windows make of shapes. What does not fit is an error, with nothing for a result.
extension Lax {
  /// The dimension numbers that letters stand for (`lax.conv_dimension_numbers`): see `convGeneralDilated`. nil is the
  /// order of `("NCHW", "OIHW", "NCHW")`.
  ///
  /// ```swift
  /// Lax.convDimensionNumbers([1, 8, 8, 3], [3, 3, 3, 16], ("NHWC", "HWIO", "NHWC")).rhsSpec  // [3, 2, 0, 1]
  /// ```
  public static func convDimensionNumbers(
    _ lhsShape: [Int], _ rhsShape: [Int], _ dimensionNumbers: (String, String, String)?
  ) -> ConvDimensionNumbers {
    let dims = ConvolutionDims.reading("conv_dimension_numbers", dimensionNumbers, lhsShape, rhsShape)
    return ConvDimensionNumbers(lhsSpec: dims?.lhs ?? [], rhsSpec: dims?.rhs ?? [], outSpec: dims?.out ?? [])
  }

  /// The orders of the dimensions of image, kernel and result that letters stand for (`lax.conv_general_permutations`).
  ///
  /// ```swift
  /// Lax.convGeneralPermutations(("NHWC", "HWIO", "NHWC")).lhs  // [0, 3, 1, 2]
  /// ```
  public static func convGeneralPermutations(
    _ dimensionNumbers: (String, String, String)
  ) -> (lhs: [Int], rhs: [Int], out: [Int]) {
    let shape = dimensionNumbers.1.map { _ in 1 }
    let dims = ConvolutionDims.reading("conv_general_permutations", dimensionNumbers, shape, shape)
    return (dims?.lhs ?? [], dims?.rhs ?? [], dims?.out ?? [])
  }

  /// The shape of a convolution of `[batch, features, space…]` with `[features out, features in, space…]`
  /// (`lax.conv_shape_tuple`).
  ///
  /// ```swift
  /// Lax.convShapeTuple([2, 3, 9, 9], [8, 3, 3, 3], [2, 2], .same)  // [2, 8, 5, 5]
  /// ```
  public static func convShapeTuple(
    _ lhsShape: [Int], _ rhsShape: [Int], _ strides: [Int], _ padding: WindowPadding, batchGroupCount: Int = 1
  ) -> [Int] {
    let order = ConvolutionDims(rank: lhsShape.count)
    return shapeTuple("conv_shape_tuple", order, lhsShape, rhsShape, batchGroupCount, padded(padding, strides))
  }

  /// The shape of a convolution of operands whose dimensions are in any order (`lax.conv_general_shape_tuple`).
  ///
  /// ```swift
  /// Lax.convGeneralShapeTuple([2, 9, 9, 3], [3, 3, 3, 8], [2, 2], .same, ("NHWC", "HWIO", "NHWC"))  // [2, 5, 5, 8]
  /// ```
  public static func convGeneralShapeTuple(
    _ lhsShape: [Int], _ rhsShape: [Int], _ windowStrides: [Int], _ padding: WindowPadding,
    _ dimensionNumbers: (String, String, String)
  ) -> [Int] {
    let name = "conv_general_shape_tuple"
    guard let dims = ConvolutionDims.reading(name, dimensionNumbers, lhsShape, rhsShape) else { return [] }
    return shapeTuple(name, dims, lhsShape, rhsShape, 1, padded(padding, windowStrides))
  }

  /// The shape of a `convTranspose` of operands whose dimensions are in any order (`lax.conv_transpose_shape_tuple`).
  ///
  /// ```swift
  /// Lax.convTransposeShapeTuple([2, 4, 4, 3], [3, 3, 3, 8], [2, 2], .same, ("NHWC", "HWIO", "NHWC"))  // [2, 8, 8, 8]
  /// ```
  public static func convTransposeShapeTuple(
    _ lhsShape: [Int], _ rhsShape: [Int], _ windowStrides: [Int], _ padding: WindowPadding,
    _ dimensionNumbers: (String, String, String)
  ) -> [Int] {
    let name = "conv_transpose_shape_tuple"
    guard let dims = ConvolutionDims.reading(name, dimensionNumbers, lhsShape, rhsShape) else { return [] }
    return shapeTuple(name, dims, lhsShape, rhsShape, 1) { image, kernel in
      let amounts = padding.transposedAmounts(kernel, windowStrides)
      return Window(
        extents: kernel, strides: kernel.map { _ in 1 }, low: amounts.map(\.0), high: amounts.map(\.1),
        baseDilation: windowStrides)
    }
  }

  /// The window of a convolution whose border a rule makes.
  private static func padded(
    _ padding: WindowPadding, _ strides: [Int]
  ) -> (_ image: [Int], _ kernel: [Int]) -> Window {
    { image, kernel in
      let amounts = padding.amounts(image, kernel, strides)
      return Window(extents: kernel, strides: strides, low: amounts.map(\.low), high: amounts.map(\.high))
    }
  }

  /// The shape of a convolution by the window that `window` makes of the extents in space of image and kernel.
  private static func shapeTuple(
    _ name: String, _ dims: ConvolutionDims, _ lhsShape: [Int], _ rhsShape: [Int], _ batchGroupCount: Int,
    _ window: (_ image: [Int], _ kernel: [Int]) -> Window
  ) -> [Int] {
    do {
      guard lhsShape.count == rhsShape.count, lhsShape.count >= 2, batchGroupCount > 0 else {
        throw LanewiseError(
          .value,
          "\(name): an image of shape \(ParameterValue.ints(lhsShape)) and a kernel of shape \(ParameterValue.ints(rhsShape)) in \(batchGroupCount) groups of the batch; both need the same number of dimensions, at least 2, and there must be a group."
        )
      }
      let (image, kernel) = (dims.lhs.dropFirst(2).map { lhsShape[$0] }, dims.rhs.dropFirst(2).map { rhsShape[$0] })
      let space = try window(image, kernel).result(name, try ShapeRule.shape(name, image))
      var result = lhsShape
      let extents = [lhsShape[dims.lhs[0]] / batchGroupCount, rhsShape[dims.rhs[0]]] + space.dims
      for (place, extent) in zip(dims.out, extents) { result[place] = extent }
      return result
    } catch {
      report(error as! LanewiseError)
      return []
    }
  }

  /// The border that a rule makes around an array for windows of this shape (`lax.padtype_to_pads`): amounts before and
  /// after for each dimension.
  ///
  /// ```swift
  /// Lax.padtypeToPads([5, 6], [3, 2], [2, 2], .same)  // [(1, 1), (0, 0)]
  /// ```
  public static func padtypeToPads(
    _ inShape: [Int], _ windowShape: [Int], _ windowStrides: [Int], _ padding: WindowPadding
  ) -> [(Int, Int)] {
    guard inShape.count == windowShape.count, inShape.count == windowStrides.count,
      windowStrides.allSatisfy({ $0 > 0 })
    else {
      report(
        LanewiseError(
          .value,
          "padtype_to_pads: windows of shape \(ParameterValue.ints(windowShape)) with strides \(windowStrides) on a shape \(ParameterValue.ints(inShape)); there must be one number for each dimension, and strides of at least 1."
        ))
      return []
    }
    return padding.amounts(inShape, windowShape, windowStrides).map { ($0.low, $0.high) }
  }

  /// The shape of an array of all windows (`lax.reduce_window_shape_tuple`): see `reduceWindow`.
  ///
  /// ```swift
  /// Lax.reduceWindowShapeTuple([5, 6], [3, 2], [2, 2], [(1, 1), (0, 0)])  // [3, 3]
  /// ```
  public static func reduceWindowShapeTuple(
    _ operandShape: [Int], _ windowDimensions: [Int], _ windowStrides: [Int], _ padding: [(Int, Int)],
    baseDilation: [Int]? = nil, windowDilation: [Int]? = nil
  ) -> [Int] {
    let window = Window(
      extents: windowDimensions, strides: windowStrides, low: padding.map(\.0), high: padding.map(\.1),
      baseDilation: baseDilation, dilation: windowDilation)
    do {
      let name = "reduce_window_shape_tuple"
      return try window.result(name, try ShapeRule.shape(name, operandShape)).dims
    } catch {
      report(error as! LanewiseError)
      return []
    }
  }
}

extension ConvolutionDims {
  /// What the letters say, for image and kernel of equal rank; nil after an error.
  static func reading(
    _ name: String, _ numbers: (String, String, String)?, _ lhs: [Int], _ rhs: [Int]
  ) -> ConvolutionDims? {
    func wrong(_ what: String) -> ConvolutionDims? {
      report(
        LanewiseError(
          .value,
          "\(name): an image of shape \(ParameterValue.ints(lhs)) with a kernel of shape \(ParameterValue.ints(rhs)): \(what)"
        ))
      return nil
    }
    guard lhs.count == rhs.count, lhs.count >= 2, lhs.count <= Shape.maximumRank else {
      return wrong("both must have the same number of dimensions, at least 2.")
    }
    guard let numbers else { return ConvolutionDims(rank: lhs.count) }
    let kernelSpace = numbers.1.filter { $0 != "O" && $0 != "I" }
    func places(_ text: String, _ first: Character, _ second: Character) -> [Int]? {
      let letters = Array(text)
      guard letters.count == lhs.count, Set(letters).count == letters.count else { return nil }
      let order = [first, second] + kernelSpace
      let found = order.compactMap { letters.firstIndex(of: $0) }
      return found.count == letters.count ? found : nil
    }
    guard let image = places(numbers.0, "N", "C"), let kernel = places(numbers.1, "O", "I"),
      let result = places(numbers.2, "N", "C")
    else {
      return wrong(
        "the dimension numbers \(numbers) do not name its \(lhs.count) dimensions; each needs N and C (of the kernel O and I) and the same letters of space, each once."
      )
    }
    return ConvolutionDims(lhs: image, rhs: kernel, out: result)
  }
}
