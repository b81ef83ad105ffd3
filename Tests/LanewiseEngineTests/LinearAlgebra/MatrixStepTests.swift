import Testing

@testable import LanewiseEngine

@Suite struct MatrixStepTests {
  private func check<T: BitwiseCopyable & Equatable>(_ rows: Int, _ columns: Int, _ make: (Int) -> T) {
    let source = (0..<rows * columns).map(make)
    var target = source
    source.withUnsafeBytes { from in
      target.withUnsafeMutableBytes { to in
        Matrices.transpose(
          from.baseAddress!, rows: rows, columns: columns, to: to.baseAddress!, width: MemoryLayout<T>.stride)
      }
    }
    for i in 0..<rows {
      for j in 0..<columns { #expect(target[j * rows + i] == source[i * columns + j]) }
    }
  }

  @Test func transposesOfEveryWidth() {
    for (rows, columns) in [(1, 1), (3, 5), (8, 8), (9, 17), (33, 7)] {
      check(rows, columns) { Float($0) }
      check(rows, columns) { Double($0) }
      check(rows, columns) { SIMD2<Double>(Double($0), -1) }
    }
  }

  @Test func aPartOfAMatrix() {
    let source = (0..<20).map { Float($0) }
    var target = [Float](repeating: -1, count: 12)
    source.withUnsafeBytes { from in
      target.withUnsafeMutableBytes { to in
        Matrices.transpose(
          from.baseAddress!, rows: 3, columns: 2, stride: 5, to: to.baseAddress!, targetStride: 6, width: 4)
      }
    }
    #expect(target == [0, 5, 10, -1, -1, -1, 1, 6, 11, -1, -1, -1])
  }

  @Test func costsGrowWithTheCube() {
    func cost(_ n: Int, batch: Int) -> Double {
      let type = AbstractArray([batch, n, n], .float32)
      return CholeskyStep().cost([type], [type]).flops
    }
    #expect(cost(60, batch: 1) == 8 * cost(30, batch: 1) && cost(30, batch: 5) == 5 * cost(30, batch: 1))
  }
}
