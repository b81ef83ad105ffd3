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
    let panels = max(1, min(16, lines / 32, order * order * lines >> 21))
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
    let (n, uplo) = (blasint(order), isLower ? CblasLower : CblasUpper)
    let diagonal = hasUnitDiagonal ? CblasUnit : CblasNonUnit
    let isAdjoint = conjugates && type.isComplex
    let operation =
      transposes ? (isAdjoint ? CblasConjTrans : CblasTrans) : (isAdjoint ? CblasConjNoTrans : CblasNoTrans)
    // One vector that lies side by side is solved for without the blocks of a matrix.
    if lines == 1, isLeft ? stride == 1 : true, isLeft || operation == CblasNoTrans || operation == CblasTrans {
      let own = isLeft ? operation : (operation == CblasNoTrans ? CblasTrans : CblasNoTrans)
      switch type {
      case .float32: cblas_strsv(CblasRowMajor, uplo, own, diagonal, n, a.of(), n, b.of(), 1)
      case .float64: cblas_dtrsv(CblasRowMajor, uplo, own, diagonal, n, a.of(), n, b.of(), 1)
      case .complex64: cblas_ctrsv(CblasRowMajor, uplo, own, diagonal, n, a, n, b, 1)
      default: cblas_ztrsv(CblasRowMajor, uplo, own, diagonal, n, a, n, b, 1)
      }
      return
    }
    let side = isLeft ? CblasLeft : CblasRight
    let (rows, columns) = isLeft ? (n, blasint(lines)) : (blasint(lines), n)
    let ldb = blasint(stride)
    switch type {
    case .float32:
      cblas_strsm(CblasRowMajor, side, uplo, operation, diagonal, rows, columns, 1, a.of(), n, b.of(), ldb)
    case .float64:
      cblas_dtrsm(CblasRowMajor, side, uplo, operation, diagonal, rows, columns, 1, a.of(), n, b.of(), ldb)
    case .complex64:
      var one = Complex<Float>(1, 0)
      cblas_ctrsm(CblasRowMajor, side, uplo, operation, diagonal, rows, columns, &one, a, n, b, ldb)
    default:
      var one = Complex<Double>(1, 0)
      cblas_ztrsm(CblasRowMajor, side, uplo, operation, diagonal, rows, columns, &one, a, n, b, ldb)
    }
  }
}

extension UnsafeRawPointer {
  @inline(__always) fileprivate func of<T>() -> UnsafePointer<T> { assumingMemoryBound(to: T.self) }
}
extension UnsafeMutableRawPointer {
  @inline(__always) fileprivate func of<T>() -> UnsafeMutablePointer<T> { assumingMemoryBound(to: T.self) }
}
