import LanewiseKernels
import Testing

/// Products of matrices and vectors, of small whole numbers, whose sums are exact.
@Suite struct MatrixVectorTests {
  private func check<T: BinaryFloatingPoint>(
    _ build: Build, _ lane: Lane, _: T.Type, _ rows: Int, _ columns: Int
  ) throws {
    // Rows that are longer than what is multiplied, and NaN in between.
    let (stride, width) = (columns + 3, MemoryLayout<T>.size)
    let matrix = (0..<rows * stride).map { $0 % stride < columns ? T($0 * 7 % 13 - 6) : .nan }
    func vector(_ count: Int) -> [T] { (0..<count).map { T($0 * 5 % 11 - 4) } }
    func run(_ index: Int, _ count: Int, _ terms: Int) throws -> [T] {
      try build.run(
        index, count: count, [matrix, vector(terms), [Int64(terms)]], immediate: stride * width,
        result: Array(repeating: 77, count: count + 1))
    }
    let (across, down) = (vector(columns), vector(rows))
    let products: [T] = (0..<rows).map { row in
      (0..<columns).reduce(0 as T) { sum, column in sum + matrix[row * stride + column] * across[column] }
    }
    #expect(try run(KernelIndex.matrixVector(lane), rows, columns) == products + [77], "\(rows) by \(columns)")
    let sums: [T] = (0..<columns).map { column in
      (0..<rows).reduce(0 as T) { sum, row in sum + matrix[row * stride + column] * down[row] }
    }
    #expect(try run(KernelIndex.vectorMatrix(lane), columns, rows) == sums + [77], "\(rows) by \(columns)")
  }

  @Test(arguments: Build.all, [1, 2, 4, 7, 16, 33]) func both(_ build: Build, _ rows: Int) throws {
    for columns in [1, 5, 16, 37, 64, 101, 133] {
      try check(build, .f32, Float.self, rows, columns)
      try check(build, .f64, Double.self, rows, columns)
    }
  }
}
