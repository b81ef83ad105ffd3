import LanewiseKernels
import Testing

@testable import LanewiseEngine

/// Operands that are short rows under every row: loaded once, for tiles of whole rows.
@Suite struct TileOperandsTests {
  /// x + row − column, where the row lies under every row of x, and the column beside every column.
  private func program(_ rows: Int, _ columns: Int) -> Program {
    makeProgram([array(.float32, rows, columns), array(.float32, columns), array(.float32, rows)]) { b, x in
      let row = b.view(x[1], shape: [rows, columns], offset: 0, strides: [0, 1])
      let column = b.view(x[2], shape: [rows, columns], offset: 0, strides: [1, 0])
      return [b.binary(.sub, b.binary(.add, x[0], row), column)]
    }
  }

  @Test(arguments: [2, 3, 7, 16, 31, 100, 127, 128], [1, 2]) func rowsRepeat(_ columns: Int, _ threads: Int) {
    let rows = 100_000 / columns + 3
    let x = (0..<rows * columns).map { Float($0 % 1009) }
    let row = (0..<columns).map { Float($0 * 2000) }
    let column = (0..<rows).map { Float($0 % 77) }
    let got = withThreads(threads) {
      program(rows, columns).run([TestArray(x, [rows, columns], .float32), floats(row), floats(column)])[0].floats
    }
    let expected = x.indices.map { x[$0] + row[$0 % columns] - column[$0 / columns] }
    #expect(Bool(got == expected))
  }

  /// A column of half precision, whose numbers are converted one for each row, and rows that end within a vector.
  @Test(arguments: [16, 100, 127]) func columnsOfHalfPrecision(_ columns: Int) {
    let rows = 20_000 / columns
    let program = makeProgram([AbstractArray([rows], .bfloat16), AbstractArray([columns], .bfloat16)]) { b, x in
      let column = b.view(x[0], shape: [rows, columns], offset: 0, strides: [1, 0])
      return [b.binary(.mul, column, b.view(x[1], shape: [rows, columns], offset: 0, strides: [0, 1]))]
    }
    func bits(_ value: Int) -> UInt16 { UInt16(Float(value).bitPattern >> 16) }
    let (column, row) = ((0..<rows).map { $0 % 13 }, (0..<columns).map { $0 % 11 - 5 })
    for threads in [1, 2] {
      let got = withThreads(threads) {
        program.run([
          TestArray(column.map(bits), [rows], .bfloat16), TestArray(row.map(bits), [columns], .bfloat16),
        ])[0].elements(UInt16.self)
      }
      let want = (0..<rows * columns).map { Float(column[$0 / columns]) * Float(row[$0 % columns]) }
      #expect(Bool(zip(got, want).allSatisfy { Float(bitPattern: UInt32($0) << 16) == $1 }))
    }
  }

  /// A pattern of several dimensions, read across, beside one of another length.
  @Test func patternsRepeat() {
    let types = [array(.int32, 50, 6, 10), array(.int32, 10, 6), array(.int32, 10)]
    let program = makeProgram(types) { b, x in
      let turned = b.view(x[1], shape: [50, 6, 10], offset: 0, strides: [0, 1, 6])
      let row = b.view(x[2], shape: [50, 6, 10], offset: 0, strides: [0, 0, 1])
      return [b.binary(.mul, b.binary(.add, x[0], turned), row)]
    }
    let x = (0..<3000).map { Int32($0) }
    let (pattern, row) = ((0..<60).map { Int32($0 * 10_000) }, (0..<10).map { Int32($0 + 1) })
    let got = program.run([
      TestArray(x, [50, 6, 10], .int32), TestArray(pattern, [10, 6], .int32), TestArray(row, [10], .int32),
    ])[0].elements(Int32.self)
    let expected = x.indices.map { (x[$0] + pattern[$0 % 10 * 6 + $0 / 10 % 6]) * row[$0 % 10] }
    #expect(got == expected)
    #expect(Executable(program).description.contains("once: "))
  }

  @Test func aTileHasWholeRows() {
    #expect(Executable(program(1000, 100)).description.contains("in tiles of 2000"))
    #expect(Executable(program(1000, 7)).description.contains("in tiles of 2016"))
    // No number of rows comes to a multiple of 16 elements soon enough: tiles end anywhere.
    #expect(Executable(program(1000, 99)).description.contains("in tiles of 1980"))
    #expect(Executable(program(1000, 128)).description.contains("segments of 128"))
  }

  /// Kernels store whole vectors where a layout is aligned: then it stays so with many registers, too.
  @Test(arguments: [300, 900, 99, 100]) func shorterTilesStayAligned(_ period: Int) {
    for count in [2 * period, 40 * period] {
      var layout = TileLayout(count: count, reduction: nil, innerExtent: 0, period: period, mapCount: 30)
      let isAligned = layout.isAligned
      layout.shorten(registers: 30, bytesPerElement: 4)
      #expect(layout.isAligned == isAligned && layout.tile % period == 0)
    }
  }
}
