import LanewiseKernels
import LanewiseShims
import Testing

/// Products of matrices by tiles, of small whole numbers, whose sums are exact; only the build for AVX-512 has them.
@Suite struct MatrixTilesTests {
  private static let builds = Build.all.filter { $0.table[KernelIndex.matrixTiles(.f32)] != nil }

  private func bytes<T>(of value: T) -> [Int64] {
    withUnsafeBytes(of: value) { Array($0.bindMemory(to: Int64.self)) }
  }

  /// rows · columns numbers, and NaN behind each row.
  private func matrix<T: BinaryFloatingPoint>(_ rows: Int, _ columns: Int, _ factor: Int, behind: Int = 0) -> [T] {
    (0..<rows).flatMap { row in
      (0..<columns).map { T((row * columns + $0) * factor % 13 - 6) } + Array(repeating: T.nan, count: behind)
    }
  }

  private func product<T: BinaryFloatingPoint>(
    _ left: (Int, Int) -> T, _ right: (Int, Int) -> T, _ terms: Int, _ row: Int, _ column: Int
  ) -> T {
    (0..<terms).reduce(0 as T) { $0 + left(row, $1) * right($1, column) }
  }

  private func check<T: BinaryFloatingPoint & BitwiseCopyable>(
    _ build: Build, _ lane: Lane, _: T.Type, _ rows: Int, _ columns: Int, _ terms: Int
  ) throws {
    let width = MemoryLayout<T>.size
    let behind = 3
    let right: [T] = matrix(terms, columns, 5, behind: behind)
    func rightElement(_ term: Int, _ column: Int) -> T { right[term * (columns + behind) + column] }
    for (leftTransposed, sign) in [(false, 0), (true, 1), (false, -1)] {
      let left: [T] =
        leftTransposed ? matrix(terms, rows, 7, behind: behind) : matrix(rows, terms, 7, behind: behind)
      let leftStride = (leftTransposed ? rows : terms) + behind
      func leftElement(_ row: Int, _ term: Int) -> T {
        leftTransposed ? left[term * leftStride + row] : left[row * leftStride + term]
      }
      let before: [T] = matrix(rows, columns, 3, behind: behind)
      let tiling = lw_tiling(
        rows: Int64(rows), terms: Int64(terms), left_row: Int64(leftTransposed ? width : leftStride * width),
        left_term: Int64(leftTransposed ? leftStride * width : width), right_term: Int64((columns + behind) * width),
        right_panel: 192, result_row: Int64((columns + behind) * width), sign: Int64(sign))
      let after: [T] = try build.run(
        KernelIndex.matrixTiles(lane), count: columns, [left, right, bytes(of: tiling)], result: before)
      for row in 0..<rows {
        for column in 0..<columns + behind {
          let place = row * (columns + behind) + column
          guard column < columns else {
            #expect(after[place].isNaN, "wrote behind row \(row)")
            continue
          }
          let sum = product(leftElement, rightElement, terms, row, column)
          let expected = sign == 0 ? sum : sign > 0 ? before[place] + sum : before[place] - sum
          #expect(after[place] == expected, "\(rows) by \(columns), \(terms) terms, sign \(sign)")
        }
      }
    }
  }

  @Test(arguments: builds, Array(1...9) + [16, 21]) func tiles(_ build: Build, _ rows: Int) throws {
    for columns in [1, 7, 8, 9, 16, 17, 24, 31, 32, 33, 47, 48, 49, 101] {
      for terms in [1, 2, 19] {
        try check(build, .f32, Float.self, rows, columns, terms)
        try check(build, .f64, Double.self, rows, columns, terms)
      }
    }
  }

  private func checkPanels<T: BinaryFloatingPoint & BitwiseCopyable>(
    _ build: Build, _ lane: Lane, _: T.Type, _ terms: Int, _ columns: Int
  ) throws {
    let (width, behind) = (MemoryLayout<T>.size, 2)
    let panelColumns = 192 / width
    let panels = (columns + panelColumns - 1) / panelColumns
    // A row more than there are terms from panel to panel.
    let distance = (terms + 1) * 192
    let zeros = [T](repeating: 99, count: panels * distance / width)
    let rows: [T] = matrix(terms, columns, 5, behind: behind)
    func turned(_ column: Int) -> [T] {
      (0..<terms).map { rows[$0 * (columns + behind) + column] } + [T.nan, T.nan]
    }
    for isTurned in [false, true] {
      let packing = lw_packing(
        terms: Int64(terms), row: Int64(((isTurned ? terms : columns) + behind) * width), panel: Int64(distance))
      let got: [T] = try build.run(
        isTurned ? KernelIndex.packColumns(lane) : KernelIndex.packRows(lane), count: columns,
        [isTurned ? (0..<columns).flatMap(turned) : rows, bytes(of: packing)], result: zeros)
      for term in 0..<terms {
        for column in 0..<columns {
          let place = column / panelColumns * distance / width + term * panelColumns + column % panelColumns
          #expect(got[place] == rows[term * (columns + behind) + column], "\(terms) by \(columns), turned: \(isTurned)")
        }
      }
      for panel in 0..<panels {
        #expect(got[((panel + 1) * distance - 192) / width] == 99, "wrote behind panel \(panel)")
      }
    }
  }

  @Test(arguments: builds) func panels(_ build: Build) throws {
    for terms in [1, 5, 8, 16, 23, 40] {
      for columns in [1, 8, 15, 16, 24, 33, 48, 50, 100] {
        try checkPanels(build, .f32, Float.self, terms, columns)
        try checkPanels(build, .f64, Double.self, terms, columns)
      }
    }
  }

  /// Nothing is written beside the result's rows, which are `beside` elements shorter than what is between them.
  private func checkTranspose<T: FixedWidthInteger & BitwiseCopyable>(
    _ build: Build, _: T.Type, _ rows: Int, _ columns: Int, beside: Int
  ) throws {
    let width = MemoryLayout<T>.size
    let source = (0..<(rows + 1) * (columns + 3)).map { T(truncatingIfNeeded: $0 * 77) }
    let turning = lw_turning(
      source_row: Int64((columns + 3) * width), result_row: Int64((rows + beside) * width), height: Int64(columns))
    let got: [T] = try build.run(
      KernelIndex.transpose(byteWidth: width), count: rows, [source, bytes(of: turning)],
      result: Array(repeating: 5, count: columns * (rows + beside) + 2))
    for column in 0..<columns {
      let line = Array(got[column * (rows + beside)..<(column + 1) * (rows + beside)])
      let expected = (0..<rows).map { (row: Int) -> T in source[row * (columns + 3) + column] }
      #expect(line == expected + Array(repeating: 5, count: beside), "\(T.self) \(rows) \(columns) \(beside)")
    }
    #expect(got.suffix(2) == [5, 5])
  }

  @Test(arguments: builds) func transposes(_ build: Build) throws {
    for (rows, columns) in [
      (0, 16), (16, 64), (48, 100), (3, 200), (4, 16), (5, 33), (6, 7), (7, 65), (8, 1), (9, 40), (33, 5), (100, 17),
    ] {
      for beside in [0, 2] {
        try checkTranspose(build, UInt8.self, rows, columns, beside: beside)
        try checkTranspose(build, UInt16.self, rows, columns, beside: beside)
        try checkTranspose(build, UInt32.self, rows, columns, beside: beside)
        try checkTranspose(build, UInt64.self, rows, columns, beside: beside)
      }
    }
  }
}
