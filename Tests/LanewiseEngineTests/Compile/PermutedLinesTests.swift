import LanewiseKernels
import Testing

@testable import LanewiseEngine

/// Short rows of more than one axis, a line of them after the other.
@Suite struct PermutedLinesTests {
  private static let hasKernel = RowPermutation([1, 0], sourceRow: 2, byteWidth: 4) != nil

  private func check<T: Element & BinaryFloatingPoint>(
    _ dtype: DType, _: T.Type, _ view: IndexMap, isPermuted: Bool, _ count: Int
  ) {
    let x = (0..<count).map { T($0) }
    let program = makeProgram([array(dtype, count)]) { b, slots in
      let strides = (0..<view.shape.rank).map { view.strides[$0] }
      let view = b.view(slots[0], shape: view.shape, offset: view.offset, strides: strides)
      return [b.binary(.add, view, view)]
    }
    let expected = (0..<view.shape.count).map { index -> T in
      var (rest, place) = (index, view.offset)
      for axis in (0..<view.shape.rank).reversed() {
        place += rest % view.shape[axis] * view.strides[axis]
        rest /= view.shape[axis]
      }
      return 2 * x[place]
    }
    #expect(program.run([TestArray(x, [count], dtype)])[0].elements(T.self) == expected, "\(dtype) \(view.shape)")
    let text = Executable(program).description
    if Self.hasKernel { #expect(text.contains("permute_lines") == isPermuted, "\(dtype) \(view.shape)") }
  }

  private func check(_ view: IndexMap, isPermuted: Bool, _ count: Int) {
    check(.float32, Float.self, view, isPermuted: isPermuted, count)
    check(.float64, Double.self, view, isPermuted: isPermuted, count)
  }

  /// Images whose elements, of so many channels, are each repeated twice along both sides.
  @Test(arguments: [2, 3, 5]) func enlargedImages(_ channels: Int) {
    let strides = [70 * 9 * channels, 9 * channels, 0, channels, 0, 1]
    let view = IndexMap(shape: [3, 70, 2, 9, 2, channels], strides: strides, offset: 0)
    check(view, isPermuted: true, 3 * 70 * 9 * channels)
  }

  /// Small matrices of the inside of an array, turned.
  @Test func transposedMatrices() {
    let view = IndexMap(shape: [40, 20, 2, 3], strides: [25 * 6, 6, 1, 2], offset: 12)
    check(view, isPermuted: true, 40 * 25 * 6)
  }

  /// Rows that are long are copied as they are; those that begin further and further before are no lines.
  @Test func others() {
    check(IndexMap(shape: [10, 20, 40], strides: [2000, 50, 1], offset: 7), isPermuted: false, 20_000)
    check(IndexMap(shape: [10, 20, 3], strides: [60, -3, 1], offset: 57), isPermuted: false, 600)
    check(IndexMap(shape: [100, 3, 2], strides: [60, 20, 3], offset: 0), isPermuted: false, 6000)
  }
}
