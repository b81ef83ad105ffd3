import COpenBLAS

/// The X of op(A)·X = B, or of X·op(A) = B, for a triangular A (JAX's `triangular_solve`).
///
/// - Operands: A `[…, n, n]`, of which one triangle is read (of one with a unit diagonal not the diagonal either); B
///   `[…, n, k]`, or `[…, k, n]` where A stands on the right. Result: as B.
/// - op(A) is A, its conjugate, its transposed or its adjoint. A zero on the diagonal gives infinities and NaN.
///
/// The columns of a long X (its rows, where A stands on the right) are shared out over the workers, in panels that
/// depend on the shapes alone.
package struct TriangularSolveStep: Step {
  package let isLeft, isLower, transposes, conjugates, hasUnitDiagonal: Bool

  package init(isLeft: Bool, isLower: Bool, transposes: Bool, conjugates: Bool, hasUnitDiagonal: Bool) {
    self.isLeft = isLeft
    self.isLower = isLower
    self.transposes = transposes
    self.conjugates = conjugates
    self.hasUnitDiagonal = hasUnitDiagonal
  }

  package var name: String { "triangular_solve" }
  package var reusableOperand: Int? { 1 }

  package func cost(_ operands: [AbstractArray], _ results: [AbstractArray]) -> Cost {
    let (a, b) = (MatrixExtents(operands[0]), MatrixExtents(operands[1]))
    return Cost(flops: b.batch * b.count * a.rows, moving: operands, results)
  }
  package func nanoseconds(_ operands: [AbstractArray], _ results: [AbstractArray]) -> Double {
    let cost = cost(operands, results)
    return cost.flops / 40 + cost.bytes / 10
  }

  package func run(_ call: StepCall) {
    let type = call.resultTypes[0]
    guard type.count > 0 else { return }
    if call.operand(1) != UnsafeRawPointer(call.result(0)) {
      call.result(0).copyMemory(from: call.operand(1), byteCount: type.byteCount)
    }
    let extents = MatrixExtents(type)
    let order = isLeft ? extents.rows : extents.columns
    let lines = isLeft ? extents.columns : extents.rows
    let width = type.dtype.byteWidth
    if openblas_get_num_threads() != 1 { openblas_set_num_threads(1) }
    let panels = max(1, min(lines / 32, max(4, min(16, lines / 128)), order * order * lines >> 21))
    let panelLines = (lines + panels - 1) / panels
    let flops = order * order * panelLines
    forEachRange(
      extents.batch * panels, grain: max(1, 20_000 / max(flops, 1)), nanoseconds: max(1, flops / 40)
    ) { range in
      for task in range {
        let (matrix, first) = (task / panels, task % panels * panelLines)
        let count = min(panelLines, lines - first)
        guard count > 0 else { continue }
        let a = call.operand(0) + matrix * order * order * width
        let offset = matrix * extents.count + (isLeft ? first : first * extents.columns)
        solve(a, call.result(0) + offset * width, order, count, stride: extents.columns, type.dtype)
      }
    }
  }

  /// Solves for `lines` columns (or rows) in their place.
  private func solve(
    _ a: UnsafeRawPointer, _ b: UnsafeMutableRawPointer, _ order: Int, _ lines: Int, stride: Int, _ type: DType
  ) {
    if isLeft, max(order, lines) <= SmallMatrices<Float>.largest {
      if type == .float32 { return solveSmall(Float.self, a, b, order, lines, stride) }
      if type == .float64 { return solveSmall(Double.self, a, b, order, lines, stride) }
    }
    let (blas, operation) = (Blas(type), operation(type))
    let isAdjoint = conjugates && type.isComplex
    // One vector whose elements lie side by side is solved for without the blocks of a matrix. x·A = b is Aᵀ·xᵀ = bᵀ.
    if lines == 1, isLeft ? stride == 1 : !isAdjoint {
      let own = isLeft ? operation : transposes ? CblasNoTrans : CblasTrans
      blas.solveVector(a, stride: order, b, order, isLower: isLower, own, hasUnitDiagonal: hasUnitDiagonal)
      return
    }
    solveByHalves(a, aStride: order, b, order, lines, stride, type)
  }

  private func operation(_ type: DType) -> CBLAS_TRANSPOSE {
    let isAdjoint = conjugates && type.isComplex
    return transposes ? (isAdjoint ? CblasConjTrans : CblasTrans) : (isAdjoint ? CblasConjNoTrans : CblasNoTrans)
  }

  private static let block = 64

  /// Solves for one half of the order, takes what it contributes to the other, and solves for that: kernels for products,
  /// where there are some, are faster than BLAS solves.
  private func solveByHalves(
    _ a: UnsafeRawPointer, aStride: Int, _ b: UnsafeMutableRawPointer, _ order: Int, _ lines: Int, _ stride: Int,
    _ type: DType
  ) {
    let half = order / 2 & ~15
    let goesUp = (isLower != transposes) != isLeft
    let (first, second) = goesUp ? (half..<order, 0..<half) : (0..<half, half..<order)
    guard order > Self.block, lines >= 8,
      let product = TiledProduct(
        type, isLeft ? second.count : lines, isLeft ? lines : second.count, first.count,
        leftStride: isLeft ? aStride : stride, leftTransposed: isLeft && transposes,
        rightStride: isLeft ? stride : aStride, rightTransposed: !isLeft && transposes, resultStride: stride, sign: -1)
    else {
      let (rows, columns) = isLeft ? (order, lines) : (lines, order)
      return Blas(type).solve(
        a, stride: aStride, b, rows: rows, columns: columns, stride: stride, isLeft: isLeft, isLower: isLower,
        operation(type), hasUnitDiagonal: hasUnitDiagonal)
    }
    let width = type.byteWidth
    func at(_ row: Int, _ column: Int) -> UnsafeRawPointer { a + (row * aStride + column) * width }
    func part(_ range: Range<Int>) -> UnsafeMutableRawPointer {
      b + range.lowerBound * (isLeft ? stride : 1) * width
    }
    func solve(_ range: Range<Int>) {
      solveByHalves(
        at(range.lowerBound, range.lowerBound), aStride: aStride, part(range), range.count, lines, stride, type)
    }
    solve(first)
    let factors =
      isLeft != transposes ? at(second.lowerBound, first.lowerBound) : at(first.lowerBound, second.lowerBound)
    let solved = UnsafeRawPointer(part(first))
    product.run(isLeft ? factors : solved, isLeft ? solved : factors, part(second))
    solve(second)
  }

  private func solveSmall<T: BinaryFloatingPoint & BitwiseCopyable>(
    _: T.Type, _ a: UnsafeRawPointer, _ b: UnsafeMutableRawPointer, _ order: Int, _ lines: Int, _ stride: Int
  ) {
    SmallMatrices.solve(
      a.assumingMemoryBound(to: T.self), b.assumingMemoryBound(to: T.self), order, lines, stride: stride,
      isLower: isLower, transposes: transposes, hasUnitDiagonal: hasUnitDiagonal)
  }
}
