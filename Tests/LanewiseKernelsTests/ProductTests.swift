import LanewiseKernels
import Testing

/// Products of matrices of integers, which wrap.
@Suite struct ProductTests {
  private func check<T: FixedWidthInteger>(_ build: Build, _ lane: Lane, _: T.Type, _ rows: Int, _ columns: Int) throws
  {
    let (terms, width) = (7, MemoryLayout<T>.size)
    // In rows that are longer than what is multiplied, and the columns of a two elements apart.
    let (aStride, bStride, stride) = (2 * terms + 3, columns + 5, columns + 2)
    func numbers(_ count: Int, _ factor: T) -> [T] {
      (0..<count).map { T(truncatingIfNeeded: $0 + 1) &* factor &+ T(truncatingIfNeeded: $0 % 5) }
    }
    let (a, b) = (numbers(rows * aStride, 0x1234_5677), numbers(terms * bStride, -0x0765_4321))
    let sizes = [rows, terms, aStride * width, 2 * width, bStride * width].map(Int64.init)
    let untouched = [T](repeating: 77, count: rows * stride)
    let got: [T] = try build.run(
      KernelIndex.products(lane), count: columns, [a, b, sizes], immediate: stride * width, result: untouched)
    for row in 0..<rows {
      for column in 0..<stride {
        let want =
          column < columns
          ? (0..<terms).reduce(0 as T) { $0 &+ a[row * aStride + 2 * $1] &* b[$1 * bStride + column] } : 77
        #expect(got[row * stride + column] == want, "\(rows) rows, element \(row), \(column) of \(columns)")
      }
    }
  }

  @Test(arguments: Build.all, [1, 3, 4, 9]) func wrap(_ build: Build, _ rows: Int) throws {
    for columns in [1, 15, 16, 37] {
      try check(build, .i32, Int32.self, rows, columns)
      try check(build, .i64, Int64.self, rows, columns)
    }
  }
}
