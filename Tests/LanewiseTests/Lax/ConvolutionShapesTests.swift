import Lanewise
import Testing

@Suite struct ConvolutionShapesTests {
  /// The shapes are those of the operations' results.
  @Test func shapesAreTheResults() {
    let (image, kernel) = (ones([2, 9, 7, 4]), ones([3, 2, 4, 6]))
    let numbers = ("NHWC", "HWIO", "NHWC")
    for padding in [WindowPadding.same, .sameLower, .valid, [(1, 2), (0, -1)]] {
      let result = Lax.convGeneralDilated(
        image, kernel, windowStrides: [2, 1], padding: padding, dimensionNumbers: numbers)
      #expect(Lax.convGeneralShapeTuple(image.shape, kernel.shape, [2, 1], padding, numbers) == result.shape)
      let inverse = Lax.convTranspose(image, kernel, [2, 3], padding, dimensionNumbers: numbers)
      #expect(Lax.convTransposeShapeTuple(image.shape, kernel.shape, [2, 3], padding, numbers) == inverse.shape)
      let dims = Lax.convDimensionNumbers(image.shape, kernel.shape, numbers)
      let same = Lax.convGeneralDilated(image, kernel, windowStrides: [2, 1], padding: padding, dimensionNumbers: dims)
      #expect(Bool(arrayEqual(same, result)))
    }
  }

  @Test func mistakesAreErrors() {
    let wrong = ConvDimensionNumbers(lhsSpec: [0, 1, 1], rhsSpec: [0, 1, 2], outSpec: [0, 1, 2])
    expectError("conv_general_dilated", .value, "lhsSpec: [0, 1, 1]") {
      Lax.convGeneralDilated(
        ones([1, 1, 4]), ones([1, 1, 2]), windowStrides: [1], padding: .valid, dimensionNumbers: wrong)
    }
    expectError("conv_dimension_numbers", .value, "NHWW") {
      Lax.convDimensionNumbers([1, 1, 4, 4], [1, 1, 2, 2], ("NHWW", "HWIO", "NHWC"))
    }
    expectError("conv_general_permutations", .value, "at least 2") { Lax.convGeneralPermutations(("N", "O", "N")) }
    expectError("conv_shape_tuple", .shape, "(1, 1)") { Lax.convShapeTuple([1, 1, 4], [1, 1, 2], [1, 1], .valid) }
    expectError("conv_shape_tuple", .value, "0 groups") {
      Lax.convShapeTuple([1, 1, 4], [1, 1, 2], [1], .valid, batchGroupCount: 0)
    }
    expectError("conv_shape_tuple", .shape, "9 dimensions") {
      Lax.convShapeTuple(
        Array(repeating: 1, count: 11), Array(repeating: 1, count: 11), Array(repeating: 1, count: 9), .valid)
    }
    expectError("padtype_to_pads", .value, "(5, 6)") { Lax.padtypeToPads([5, 6], [2], [1], .same) }
    expectError("reduce_window_shape_tuple", .shape, "(2,)") {
      Lax.reduceWindowShapeTuple([5, 6], [2], [1], [(0, 0)])
    }
    expectError("conv_general_dilated_local", .value, "same number of dimensions") {
      Lax.convGeneralDilatedLocal(
        ones([1, 1, 4]), ones([1, 2]), windowStrides: [1], padding: .valid, filterShape: [2])
    }
    expectError("ragged_dot", .shape, "[m, k]") { Lax.raggedDot(ones([3, 2]), ones([2, 3, 2]), [1, 2]) }
    expectError("select_and_scatter", .shape, "(3,)") {
      Lax.selectAndScatter(ones([4]), Lax.ge, [2], [1], .valid, ones([2]), 0, Lax.add)
    }
    expectError("select_and_scatter", .value, "f32[]") {
      Lax.selectAndScatter(ones([4]), Lax.add, [2], [1], .valid, ones([3]), 0, Lax.add)
    }
    expectError("pbroadcast", .index, "example 3", "'i'") {
      vmap({ (x: NDArray) in Lax.pbroadcast(x, "i", source: 3) }, axisName: "i")(ones([3]))
    }
  }
}
