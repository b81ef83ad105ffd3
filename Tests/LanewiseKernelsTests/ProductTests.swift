import LanewiseKernels
import Testing

/// Products of matrices of integers, which wrap, and of numbers that come close to 0.
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

  /// The bits of the operator, for factors and products on both sides of the least normal number, NaN and infinities.
  @Test(arguments: Build.all) func smallProducts(_ build: Build) throws {
    var random = SplitMix(state: 67)
    let special: [Float] = [
      0, -0.0, .nan, .infinity, -.infinity, .leastNonzeroMagnitude, -.leastNormalMagnitude, 0x1p-60, 0x1.8p-61, 1,
    ]
    var (a, b) = ([Float](), [Float]())
    for x in special {
      a += special.map { _ in x }
      b += special
    }
    for exponent in -149...(-50) {
      for _ in 0..<40 {
        a.append(.random(in: -2...2, using: &random) * Float(sign: .plus, exponent: exponent, significand: 1))
        b.append(.random(in: -2...2, using: &random))
      }
    }
    let got: [Float] = try build.run(KernelIndex.product, count: a.count, [a, b])
    for i in a.indices {
      let want = a[i] * b[i]
      #expect(got[i].bitPattern == want.bitPattern || got[i].isNaN && want.isNaN, "\(a[i]) · \(b[i])")
    }
  }
}
