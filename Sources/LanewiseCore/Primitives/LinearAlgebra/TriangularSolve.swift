import LanewiseEngine

/// The X of op(A)·X = B, or of X·op(A) = B, for triangular A (`lax.linalg.triangular_solve`). Operands: A, then B.
package struct TriangularSolve: Primitive {
  package var leftSide = false
  package var lower = false
  package var transposeA = false
  package var conjugateA = false
  package var unitDiagonal = false

  package var name: String { "triangular_solve" }
  package var arity: Int? { 2 }
  package var parameters: [Parameter] {
    [
      Parameter("conjugate_a", .bool(conjugateA)), Parameter("left_side", .bool(leftSide)),
      Parameter("lower", .bool(lower)), Parameter("transpose_a", .bool(transposeA)),
      Parameter("unit_diagonal", .bool(unitDiagonal)),
    ]
  }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    try ShapeRule.sameDType(name, x)
    try DTypeClass.inexact.check(name, x[0])
    let (a, b) = (x[0].shape, x[1].shape)
    guard a.rank >= 2, a.rank == b.rank, a[a.rank - 1] == a[a.rank - 2],
      (0..<a.rank - 2).allSatisfy({ a[$0] == b[$0] }), a[a.rank - 1] == b[b.rank - (leftSide ? 2 : 1)]
    else {
      let (place, wanted) = leftSide ? ("left", "[…, n, k]") : ("right", "[…, k, n]")
      throw LanewiseError(
        .shape,
        "triangular_solve: shapes \(a) and \(b) do not fit: with A on the \(place), A must have a shape […, n, n] and B \(wanted), with the same dimensions before."
      )
    }
    return [x[1]]
  }

  /// X solves for ∂B − ∂op(A)·X, of which the triangle alone counts that is read.
  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    let solution = bind(self, x)
    var parts: [NDArray] = []
    if let t = t[0] { parts.append(tangent(x[0], t, solution[0])) }
    if let t = t[1] { parts.append(bind(self, [x[0], t])[0]) }
    return (solution, [parts.count == 2 ? Lax.addAny(parts[0], parts[1]) : parts[0]])
  }

  private func tangent(_ a: NDArray, _ t: NDArray, _ solution: NDArray) -> NDArray {
    let k = unitDiagonal ? 1 : 0
    var change = Lax.neg(lower ? Lax.lowerTriangle(t, -k) : Lax.upperTriangle(t, k))
    if transposeA { change = Lax.matrixTranspose(change) }
    if conjugateA { change = Lax.conj(change) }
    func solved(_ right: NDArray) -> NDArray { bind(self, [a, right])[0] }
    let (rows, columns) = (solution.shape[solution.ndim - 2], solution.shape[solution.ndim - 1])
    // Whichever order of the products is cheaper.
    if leftSide {
      return rows > columns
        ? solved(Lax.matrixProduct(change, solution)) : Lax.matrixProduct(solved(change), solution)
    }
    return rows < columns
      ? solved(Lax.matrixProduct(solution, change)) : Lax.matrixProduct(solution, solved(change))
  }

  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] {
    guard case (.known(let a), .linear) = (x[0], x[1]) else { return notLinear(x) }
    guard let ct = cotangents[0] else { return [nil, nil] }
    var transposed = self
    transposed.transposeA.toggle()
    return [nil, bind(transposed, [a, ct])[0]]
  }

  /// A batch of right-hand sides for one A is one wider right-hand side.
  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    guard axes[0] == nil, let axis = axes[1] else {
      let moved = zip(x, axes).map { Lax.moveBatch($0, from: $1, to: 0, size: size) }
      return (bind(self, moved), [0])
    }
    // The batch lies behind B's columns, or behind its rows, and is one with them.
    let place = x[1].ndim - (leftSide ? 1 : 2)
    let b = Lax.moveAxis(x[1], from: axis, to: place)
    var shape = b.shape
    shape.replaceSubrange(place - 1...place, with: [shape[place - 1] * size])
    return ([Lax.reshape(bind(self, [x[0], Lax.reshape(b, shape)])[0], b.shape)], [place])
  }

  package func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray]) -> [Slot] {
    let step = TriangularSolveStep(
      isLeft: leftSide, isLower: lower, transposes: transposeA, conjugates: conjugateA, hasUnitDiagonal: unitDiagonal)
    let dtype = results[0].dtype
    guard dtype.byteWidth < 4 else { return b.step(step, x, results) }
    // Half precision is solved in float32.
    let solved = b.step(step, x.map { b.convert($0, to: .float32) }, [results[0].with(dtype: .float32)])
    return [b.convert(solved[0], to: dtype)]
  }
}

extension TriangularSolve {
  init(_ parameters: ParameterReader) throws {
    self.init(
      leftSide: try parameters.bool("left_side"), lower: try parameters.bool("lower"),
      transposeA: try parameters.bool("transpose_a"), conjugateA: try parameters.bool("conjugate_a"),
      unitDiagonal: try parameters.bool("unit_diagonal"))
  }
}
