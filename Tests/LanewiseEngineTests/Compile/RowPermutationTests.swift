import LanewiseKernels
import Testing

@testable import LanewiseEngine

/// Short rows whose elements come from the same places of every row of an array.
@Suite struct RowPermutationTests {
  private static let hasKernel = RowPermutation([1, 0], sourceRow: 2) != nil

  /// The columns of a view of rows: forwards, backwards, every other one.
  @Test(arguments: 2...16, [1, -1, 2]) func columns(_ columns: Int, _ stride: Int) {
    for behind in [0, 1, 3, 20] {
      let (rows, row) = (777, columns * abs(stride) + behind)
      let offset = stride < 0 ? columns - 1 + behind : behind
      let x = (0..<rows * row).map { Float($0) }
      let program = makeProgram([array(.float32, rows, row)]) { b, slots in
        let view = b.view(slots[0], shape: [rows, columns], offset: offset, strides: [row, stride])
        return [b.binary(.add, view, view)]
      }
      let expected = (0..<rows * columns).map { 2 * x[$0 / columns * row + offset + $0 % columns * stride] }
      #expect(program.run([TestArray(x, [rows, row], .float32)])[0].floats == expected, "\(columns) of \(row)")
    }
  }

  @Test(arguments: 2...17) func rolls(_ columns: Int) {
    let rows = 1001
    let x = (0..<rows * columns).map { Int32($0) }
    for shift in Set([1, columns / 2, columns - 1]) {
      let program = makeProgram([array(.int32, rows, columns)]) { b, slots in
        let first = b.view(slots[0], shape: [rows, shift], offset: columns - shift, strides: [columns, 1])
        let second = b.view(slots[0], shape: [rows, columns - shift], offset: 0, strides: [columns, 1])
        return [b.step(ConcatenateStep(axis: 1), [first, second], [array(.int32, rows, columns)])[0]]
      }
      let got = program.run([TestArray(x, [rows, columns], .int32)])[0].elements(Int32.self)
      let expected = x.indices.map { x[$0 / columns * columns + ($0 % columns + columns - shift) % columns] }
      #expect(got == expected, "\(columns) by \(shift)")
      if Self.hasKernel { #expect(Executable(program).description.contains("concatenate") == (columns > 16)) }
    }
  }

  /// Neighbours' differences, and elements that lie too far apart for two vectors.
  @Test func mapsThatItHas() {
    guard Self.hasKernel else { return }
    func map(_ rows: Int, _ columns: Int, _ row: Int, _ stride: Int) -> CollapsedMap {
      var map = CollapsedMap(rank: 2, extents: .one, strides: .zero, offset: 0)
      (map.extents[0], map.extents[1], map.strides[0], map.strides[1]) = (rows, columns, row, stride)
      return map
    }
    #expect(RowPermutation(map(9, 2, 3, 1), columns: 2) != nil)
    #expect(RowPermutation(map(9, 2, 30, 1), columns: 2) == nil)
    #expect(RowPermutation(map(9, 3, 0, 1), columns: 3) == nil)
    #expect(RowPermutation([3], sourceRow: 4) == nil)
  }
}
