import Lanewise

@testable import LanewiseCore

extension PrimitiveRulesTests {
  /// The primitives of linear algebra that have a derivative, as functions whose results are one array.
  static func linearAlgebraSamples(_ array: ([Int], ClosedRange<Double>) -> NDArray) -> [Sample] {
    var samples: [Sample] = []
    func add(_ name: String, _ shapes: [[Int]], _ f: @escaping @Sendable ([NDArray]) -> NDArray) {
      samples.append(Sample(name: name, operands: shapes.map { array($0, -1...1) }, f: f))
    }
    /// A diagonal that grows keeps values apart from each other.
    @Sendable func apart(_ x: NDArray) -> NDArray {
      x + Lax.diagonalMatrices(Lax.convertElementType(Lax.iota(.int32, [x.shape.last!], 0), x.dtype) * 3 + 3)
    }
    @Sendable func positive(_ x: NDArray) -> NDArray {
      Lax.matrixProduct(x, Lax.matrixTranspose(x)) + Lax.identity(3, like: x)
    }
    @Sendable func flat(_ x: [NDArray]) -> NDArray {
      Lax.concatenate(x.map { Lax.reshape($0, [$0.size]) }, dimension: 0)
    }
    add("cholesky", [[2, 3, 3]]) { bind(Cholesky(), [positive($0[0])]).map { Lax.lowerTriangle($0) }[0] }
    for (m, n) in [(3, 3), (4, 2), (2, 4)] {
      add("lu \(m) \(n)", [[2, m, n]]) { bind(LU(), $0)[0] }
      add("svd \(m) \(n)", [[2, m, n]]) { flat(bind(SVD(computeUV: true, fullMatrices: false), $0)) }
      add("svd, values alone, \(m) \(n)", [[2, m, n]]) { bind(SVD(computeUV: false, fullMatrices: false), $0)[0] }
    }
    for (m, n) in [(3, 3), (4, 2)] { add("qr \(m) \(n)", [[2, m, n]]) { flat(bind(QR(fullMatrices: false), $0)) } }
    add("qr full 3 3", [[3, 3]]) { flat(bind(QR(fullMatrices: true), $0)) }
    // The derivative is that by a symmetric change.
    add("eigh", [[2, 3, 3]]) { flat(bind(Eigh(lower: true), [Lax.symmetrized(apart($0[0]))])) }
    add("eigh, values alone", [[2, 3, 3]]) {
      bind(Eigh(lower: true, computeVectors: false), [Lax.symmetrized(apart($0[0]))])[0]
    }
    add("eig", [[2, 3, 3]]) { x in
      let w = bind(Eig(left: false, right: false), [apart(x[0])])[0]
      return flat([Lax.real(w), Lax.imag(w)])
    }
    for choice in 0..<16 {
      let solve = TriangularSolve(
        leftSide: choice & 1 > 0, lower: choice & 2 > 0, transposeA: choice & 4 > 0, unitDiagonal: choice & 8 > 0)
      for (shape, k) in [([3, 3], 2), ([2, 3, 3], 5)] {
        let b = Array(shape.dropLast(2)) + (solve.leftSide ? [3, k] : [k, 3])
        add("triangular_solve \(choice) \(b)", [shape, b]) { bind(solve, [apart($0[0]), $0[1]])[0] }
      }
    }
    add("tridiagonal_solve", [[2, 4], [2, 4], [2, 4], [2, 4, 3]]) { x in
      bind(TridiagonalSolve(rows: 4, columns: 3, dtype: .float64), [x[0], x[1] + 4, x[2], x[3]])[0]
    }
    add("solve", [[3, 3], [3, 2]]) { Lax.solve(apart($0[0]), $0[1]) }
    return samples
  }
}
