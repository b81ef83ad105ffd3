import LanewiseEngine

/// The X of A·X = B for tridiagonal A (`lax.linalg.tridiagonal_solve`). Operands: below the diagonal, the diagonal,
/// above it, `[…, m]` each, and B `[…, m, n]`.
package struct TridiagonalSolve: StepPrimitive {
  /// What JAX prints of B's shape and dtype.
  package let rows, columns: Int
  package let dtype: DType

  package init(rows: Int, columns: Int, dtype: DType) {
    self.rows = rows
    self.columns = columns
    self.dtype = dtype
  }

  /// The primitive for this B.
  static func solving(for b: NDArray) -> TridiagonalSolve {
    TridiagonalSolve(rows: b.shape[b.ndim - 2], columns: b.shape[b.ndim - 1], dtype: b.dtype)
  }

  package var name: String { "tridiagonal_solve" }
  package var arity: Int? { 4 }
  package var parameters: [Parameter] {
    [
      Parameter("ldb", .int(rows)), Parameter("m", .int(rows)), Parameter("n", .int(columns)),
      Parameter("t", .dtype(dtype)),
    ]
  }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    try ShapeRule.sameDType(name, x)
    guard x[0].dtype == .float32 || x[0].dtype == .float64 else {
      throw LanewiseError(
        .dtype, "tridiagonal_solve: the operands have dtype \(x[0].dtype), but it takes float32 or float64.")
    }
    let b = x[3].shape
    guard b.rank >= 2, b[b.rank - 2] >= 3, x[..<3].allSatisfy({ $0.shape.dims == b.dims.dropLast() }) else {
      throw LanewiseError(
        .shape,
        "tridiagonal_solve: shapes \(x.map(\.shape.description).joined(separator: ", ")) do not fit; the diagonals must have a shape […, m] with m of 3 at least, and B […, m, n]."
      )
    }
    return [x[3]]
  }

  /// A·∂X = ∂B − ∂A·X.
  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    let solution = bind(self, x)
    let rank = solution[0].ndim
    /// The solution's rows moved down (or up), zeros coming in.
    func shifted(_ down: Int) -> NDArray {
      let pads = (0..<rank).map { axis in
        axis == rank - 2 ? (low: down, high: -down, interior: 0) : (low: 0, high: 0, interior: 0)
      }
      return Lax.pad(solution[0], Lax.scalarZero(solution[0]), pads)
    }
    var right = t[3]
    for (index, down) in [(0, 1), (1, 0), (2, -1)] {
      guard let t = t[index] else { continue }
      let change = Lax.mul(Lax.expandDims(t, [rank - 1]), down == 0 ? solution[0] : shifted(down))
      right = right.map { Lax.sub($0, change) } ?? Lax.neg(change)
    }
    return (solution, [bind(self, Array(x[..<3]) + [right.orZeros(solution[0].aval)])[0]])
  }

  /// The transposed matrix has the diagonals beside the main one exchanged, each moved by one.
  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] {
    guard case (.known(let low), .known(let diagonal), .known(let high), .linear) = (x[0], x[1], x[2], x[3]) else {
      return notLinear(x)
    }
    guard let ct = cotangents[0] else { return [nil, nil, nil, nil] }
    func moved(_ diagonal: NDArray, _ by: Int) -> NDArray {
      let pads = (0..<diagonal.ndim).map { axis in
        axis == diagonal.ndim - 1 ? (low: by, high: -by, interior: 0) : (low: 0, high: 0, interior: 0)
      }
      return Lax.pad(diagonal, Lax.scalarZero(diagonal), pads)
    }
    return [nil, nil, nil, bind(self, [moved(high, 1), diagonal, moved(low, -1), ct])[0]]
  }

  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    (bind(self, zip(x, axes).map { Lax.moveBatch($0, from: $1, to: 0, size: size) }), [0])
  }

  package var step: any Step { TridiagonalSolveStep() }
}
