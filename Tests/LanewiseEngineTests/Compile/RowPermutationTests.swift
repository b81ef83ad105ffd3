import LanewiseKernels
import Testing

@testable import LanewiseEngine

/// Short rows whose elements come from the same places of every row of an array.
@Suite struct RowPermutationTests {
  private static let hasKernel = RowPermutation([1, 0], sourceRow: 2, byteWidth: 4) != nil

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

  @Test(arguments: [2, 3, 5, 8, 16, 17, 31, 63, 64]) func rolls(_ columns: Int) {
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
      if Self.hasKernel, columns <= 16 { #expect(!Executable(program).description.contains("concatenate")) }
    }
  }

  /// Padded rows, of columns of an array too, computed with where they are read.
  @Test(arguments: [1, 2, 3, 7, 20, 40], [(1, 0, 0), (0, 2, 0), (3, 1, 0), (1, 2, 1), (0, 0, 2)])
  func paddedRows(_ columns: Int, _ padding: (low: Int, high: Int, interior: Int)) {
    func check<T: Element & BinaryFloatingPoint>(_ dtype: DType, _: T.Type) {
      let (rows, source) = (777, columns + 2)
      let row = padding.low + (columns - 1) * (padding.interior + 1) + 1 + padding.high
      let x = (0..<rows * source).map { T($0) }
      let program = makeProgram([array(dtype, rows, source)]) { b, slots in
        let view = b.view(slots[0], shape: [rows, columns], offset: 1, strides: [source, 1])
        let value = b.scalar(bits: FoldOp.prod.identityBits(dtype), dtype)
        let step = PadStep(low: [0, padding.low], high: [0, padding.high], interior: [0, padding.interior])
        let padded = b.step(step, [view, value], [array(dtype, rows, row)])[0]
        return [b.binary(.add, padded, padded)]
      }
      let expected = (0..<rows * row).map { place -> T in
        let column = place % row - padding.low
        let isInside = column >= 0 && column % (padding.interior + 1) == 0 && column / (padding.interior + 1) < columns
        return isInside ? 2 * x[place / row * source + 1 + column / (padding.interior + 1)] : 2
      }
      #expect(program.run([TestArray(x, [rows, source], dtype)])[0].elements(T.self) == expected, "\(dtype)")
      let isShort = row > 1 && row * dtype.byteWidth <= 256
      if Self.hasKernel, isShort { #expect(Executable(program).description.contains("= permute in0")) }
    }
    check(.float32, Float.self)
    check(.float64, Double.self)
  }

  /// Rows in rows: one padding.
  @Test func paddedTwice() {
    guard Self.hasKernel else { return }
    let x = (0..<1000).map { Float($0) }
    let program = makeProgram([array(.float32, 1000)]) { b, slots in
      let zero = b.scalar(bits: 0, .float32)
      let column = b.reshape(slots[0], [1000, 1])
      let inner = PadStep(low: [0, 1], high: [0, 1], interior: [0, 0])
      let row = b.step(inner, [column, zero], [array(.float32, 1000, 3)])[0]
      let outer = PadStep(low: [0, 2, 0], high: [0, 0, 0], interior: [0, 0, 0])
      return b.step(outer, [b.reshape(row, [1000, 1, 3]), zero], [array(.float32, 1000, 3, 3)])
    }
    #expect(Executable(program).items.count == 1)
    let expected = (0..<9000).map { $0 % 9 == 7 ? x[$0 / 9] : 0 }
    #expect(program.run([floats(x)])[0].floats == expected)
  }

  /// Neighbours' differences, and elements that lie too far apart for two vectors.
  @Test func mapsThatItHas() {
    guard Self.hasKernel else { return }
    func map(_ rows: Int, _ columns: Int, _ row: Int, _ stride: Int) -> CollapsedMap {
      var map = CollapsedMap(rank: 2, extents: .one, strides: .zero, offset: 0)
      (map.extents[0], map.extents[1], map.strides[0], map.strides[1]) = (rows, columns, row, stride)
      return map
    }
    #expect(RowPermutation(map(9, 2, 3, 1), columns: 2, byteWidth: 4) != nil)
    #expect(RowPermutation(map(9, 2, 30, 1), columns: 2, byteWidth: 4) == nil)
    #expect(RowPermutation(map(9, 3, 0, 1), columns: 3, byteWidth: 4) == nil)
    #expect(RowPermutation([3], sourceRow: 4, byteWidth: 4) == nil)
    #expect(RowPermutation([1, 0], sourceRow: 2, byteWidth: 8) != nil)
    #expect(RowPermutation([1, 0], sourceRow: 2, byteWidth: 2) == nil)
  }
}
