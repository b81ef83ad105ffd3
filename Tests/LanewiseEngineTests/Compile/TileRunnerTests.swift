import Testing

@testable import LanewiseEngine

/// Results whose tiles end anywhere: kernels store past them, and nobody sees it.
@Suite struct TileRunnerTests {
  /// Rows of no multiple of 16 elements, in all numbers of chunks; the second result is needed by a third one.
  @Test(arguments: [129, 1000, 1023, 2046], [1, 3, 200]) func rowsOfAnyLength(_ row: Int, _ rows: Int) {
    let program = makeProgram([array(.float32, row), array(.float32, rows, row + 1)]) { b, x in
      let wide = b.view(x[1], shape: [rows, row], offset: 1, strides: [row + 1, 1])
      let sum = b.binary(.add, wide, b.view(x[0], shape: [rows, row], offset: 0, strides: [0, 1]))
      let square = b.binary(.mul, sum, sum)
      return [square, b.binary(.sub, square, sum)]
    }
    let x = (0..<row).map { Float($0 % 7) }
    let y = (0..<rows * (row + 1)).map { Float($0 % 11) }
    let sums = (0..<rows * row).map { y[$0 / row * (row + 1) + $0 % row + 1] + x[$0 % row] }
    for threads in [1, 3] {
      let got = withThreads(threads) {
        program.run([floats(x), TestArray(y, [rows, row + 1], .float32)])
      }
      #expect(got[0].floats == sums.map { $0 * $0 })
      #expect(got[1].floats == sums.map { $0 * $0 - $0 })
    }
  }

  /// A result that takes an input's memory must not be stored past a tile's end before that is read.
  @Test func donatedMemoryIsReadFirst() {
    let (row, rows) = (700, 9)
    let program = makeProgram([array(.float32, rows, row), array(.float32, row)]) { b, x in
      [b.binary(.add, x[0], b.view(x[1], shape: [rows, row], offset: 0, strides: [0, 1]))]
    }
    let x = (0..<rows * row).map { Float($0) }
    let y = (0..<row).map { Float($0 % 5) }
    let got = program.run([TestArray(x, [rows, row], .float32), floats(y)], donated: 1)[0]
    #expect(got.floats == x.indices.map { x[$0] + y[$0 % row] })
  }
}
