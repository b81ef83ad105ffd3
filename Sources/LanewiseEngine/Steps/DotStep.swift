import COpenBLAS
import LanewiseKernelABI

/// A batched matrix product: what JAX's `dot_general` is once its dimensions are brought into order.
///
/// - Operands: lhs `[batch, m, k]` (or `[batch, k, m]` if transposed), rhs `[batch, k, n]` (or `[batch, n, k]`).
/// - Result: `[batch, m, n]`.
///
/// The product is computed in the widest of the three dtypes (half precision in float32) and converted once, at the end.
/// Integers wrap; bool is "or" of "and"s; `k == 0` gives zeros. Floating point goes to kernels (``TiledProduct``, and those
/// for a vector with a small matrix), or to BLAS, one thread to a panel of the result. The panels depend on the extents
/// alone: the bits are those of any number of threads.
package struct DotStep: Step {
  package let batch, m, n, k: Int
  package let lhsTransposed, rhsTransposed: Bool

  package init(batch: Int, m: Int, n: Int, k: Int, lhsTransposed: Bool = false, rhsTransposed: Bool = false) {
    self.batch = batch
    self.m = m
    self.n = n
    self.k = k
    self.lhsTransposed = lhsTransposed
    self.rhsTransposed = rhsTransposed
  }

  package var name: String { "dot" }

  /// The same product of an operand as it lies in memory, where this map shows its matrices transposed.
  func turned(_ operand: Int, _ map: CollapsedMap) -> DotStep? {
    let isLeft = operand == 0
    let isTransposed = isLeft ? lhsTransposed : rhsTransposed
    let stored = isLeft ? (m, k) : (k, n)
    let (rows, columns) = isTransposed ? (stored.1, stored.0) : stored
    guard isTranspose(map, rows, columns) else { return nil }
    return DotStep(
      batch: batch, m: m, n: n, k: k, lhsTransposed: lhsTransposed != isLeft, rhsTransposed: rhsTransposed == isLeft)
  }

  /// The product of the right operand and the left one, transposed, which is the result's transpose, if the map shows that.
  func exchanged(_ map: CollapsedMap) -> DotStep? {
    guard isTranspose(map, n, m) else { return nil }
    return DotStep(batch: batch, m: n, n: m, k: k, lhsTransposed: !rhsTransposed, rhsTransposed: !lhsTransposed)
  }

  /// Whether a map shows `batch` matrices as the transposes of what lies in memory.
  private func isTranspose(_ map: CollapsedMap, _ rows: Int, _ columns: Int) -> Bool {
    var expected = CollapsedMap(rank: 0, extents: .zero, strides: .zero, offset: 0)
    for (extent, stride) in [(batch, rows * columns), (rows, 1), (columns, rows)] where extent > 1 {
      expected.extents[expected.rank] = extent
      expected.strides[expected.rank] = stride
      expected.rank += 1
    }
    return rows > 1 && columns > 1 && map == expected
  }

  /// A product and a sum for each term.
  package func cost(_ operands: [AbstractArray], _ results: [AbstractArray]) -> Cost {
    Cost(flops: 2 * batch * m * n * k, moving: operands, results)
  }

  /// OpenBLAS does some ninety flops in a nanosecond.
  package func nanoseconds(_ operands: [AbstractArray], _ results: [AbstractArray]) -> Double {
    let cost = cost(operands, results)
    return cost.flops / 90 + cost.bytes / 10
  }

  package func run(_ call: StepCall) {
    let resultType = call.resultTypes[0].dtype
    guard batch > 0, m > 0, n > 0 else { return }
    guard k > 0 else {
      call.result(0).initializeMemory(as: UInt8.self, repeating: 0, count: batch * m * n * resultType.byteWidth)
      return
    }
    let lhsType = call.operandTypes[0].dtype
    let rhsType = call.operandTypes[1].dtype
    let type = MatrixProduct.computingType(lhsType, rhsType, resultType)
    converted(call.operand(0), lhsType, to: type, count: batch * m * k) { lhs in
      converted(call.operand(1), rhsType, to: type, count: batch * k * n) { rhs in
        if resultType == type {
          multiply(lhs, rhs, call.result(0), type)
        } else {
          withScratch(UInt8.self, batch * m * n * type.byteWidth) { product in
            multiply(lhs, rhs, product, type)
            convertElements(from: product, type, to: call.result(0), resultType, count: batch * m * n)
          }
        }
      }
    }
  }

  private func multiply(
    _ lhs: UnsafeRawPointer, _ rhs: UnsafeRawPointer, _ result: UnsafeMutableRawPointer, _ type: DType
  ) {
    let isTiny = m * n * k <= Self.tiny
    if !isTiny, let product = tiled(type, sign: 0) { return multiply(lhs, rhs, result, by: product, type) }
    if let products = partProducts(type) { return multiply(lhs, rhs, result, by: products) }
    let panels = isTiny ? 1 : panelCount
    let flops = m * n * k / panels
    MatrixProduct.prepare()
    let parts = isTiny || !type.isInexact ? 1 : termParts
    if parts > 1 { return multiplyByTerms(parts, lhs, rhs, result, type) }
    let grain = max(1, (1 << 15) / flops)
    forEachRange(batch * panels, grain: grain, nanoseconds: max(1, min(m, n) == 1 ? flops / 8 : flops / 32)) { range in
      if isTiny || !type.isInexact {
        type.visit(OwnProduct(step: self, tasks: range, panels: panels, lhs: lhs, rhs: rhs, result: result))
      } else {
        for task in range { blasPanel(task, of: panels, lhs, rhs, result, type) }
      }
    }
  }

  /// Multiplications below which a call of BLAS costs more than it saves.
  static let tiny = 128

  // MARK: Panels

  /// Panels of a result: a power of two, so that threads end together, of at least 2²⁰ multiplications and 64 rows (or
  /// columns) each, at most 16. A product with a vector waits for memory, not for multiplications: a panel of 2¹⁸ is
  /// worth a thread, but a panel of columns should be wide enough to read memory in long runs.
  var panelCount: Int {
    let long = max(m, n)
    let isVector = min(m, n) == 1
    let fitting = long / (isVector && isOfColumns ? 512 : 64)
    let worth = (m * n * k) >> (isVector ? 18 : 20)
    // Two narrow panels are better than one on one thread where terms are many.
    let most = min(16, worth, isVector || long < 64 ? fitting : max(2, fitting))
    return most.roundedUpToPowerOfTwo
  }

  /// The rows and columns of the result that a task computes: a panel of the longer dimension.
  func panel(_ task: Int, of panels: Int) -> (batch: Int, rows: Range<Int>, columns: Range<Int>) {
    let panel = task % panels
    func part(_ extent: Int) -> Range<Int> {
      let width = ((extent + panels - 1) / panels + 7) & ~7
      return min(panel * width, extent)..<min((panel + 1) * width, extent)
    }
    return m >= n ? (task / panels, part(m), 0..<n) : (task / panels, 0..<m, part(n))
  }

  // MARK: BLAS

  private func blasPanel(
    _ task: Int, of panels: Int, _ lhs: UnsafeRawPointer, _ rhs: UnsafeRawPointer, _ result: UnsafeMutableRawPointer,
    _ type: DType
  ) {
    let (batch, rows, columns) = panel(task, of: panels)
    guard !rows.isEmpty, !columns.isEmpty else { return }
    let width = type.byteWidth
    let a = lhs + (batch * m * k + rows.lowerBound * (lhsTransposed ? 1 : k)) * width
    let b = rhs + (batch * k * n + columns.lowerBound * (rhsTransposed ? k : 1)) * width
    let c = result + (batch * m * n + rows.lowerBound * n + columns.lowerBound) * width
    if columns.count == 1 && n == 1 {
      // The column vector is contiguous either way.
      gemv(
        type, matrix: a, columns: lhsTransposed ? m : k, transposed: lhsTransposed, of: rows.count, terms: k,
        vector: b, into: c)
    } else if rows.count == 1 && m == 1 {
      gemv(
        type, matrix: b, columns: rhsTransposed ? k : n, transposed: !rhsTransposed, of: columns.count, terms: k,
        vector: a, into: c)
    } else {
      gemm(type, rows.count, columns.count, a, b, c)
    }
  }

  private func gemm(
    _ type: DType, _ rows: Int, _ columns: Int, _ a: UnsafeRawPointer, _ b: UnsafeRawPointer,
    _ c: UnsafeMutableRawPointer
  ) {
    let ta = lhsTransposed ? CblasTrans : CblasNoTrans
    let tb = rhsTransposed ? CblasTrans : CblasNoTrans
    let m = blasint(rows)
    let n = blasint(columns)
    let k = blasint(self.k)
    let lda = blasint(lhsTransposed ? self.m : self.k)
    let ldb = blasint(rhsTransposed ? self.k : self.n)
    let ldc = blasint(self.n)
    switch type {
    case .float32: cblas_sgemm(CblasRowMajor, ta, tb, m, n, k, 1, a.of(), lda, b.of(), ldb, 0, c.of(), ldc)
    case .float64: cblas_dgemm(CblasRowMajor, ta, tb, m, n, k, 1, a.of(), lda, b.of(), ldb, 0, c.of(), ldc)
    case .complex64:
      var one = Complex<Float>(1, 0)
      var zero = Complex<Float>(0, 0)
      cblas_cgemm(CblasRowMajor, ta, tb, m, n, k, &one, a, lda, b, ldb, &zero, c, ldc)
    default:
      var one = Complex<Double>(1, 0)
      var zero = Complex<Double>(0, 0)
      cblas_zgemm(CblasRowMajor, ta, tb, m, n, k, &one, a, lda, b, ldb, &zero, c, ldc)
    }
  }

  /// `count` elements of matrix · vector, where the matrix is stored `[count, terms]`, or `[terms, count]` if transposed,
  /// with `columns` elements from row to row.
  func gemv(
    _ type: DType, matrix: UnsafeRawPointer, columns: Int, transposed: Bool, of count: Int, terms: Int,
    vector: UnsafeRawPointer, into result: UnsafeMutableRawPointer
  ) {
    if let kernel = Self.vectorKernel(type, transposed: transposed, of: count, terms: terms) {
      var terms = terms
      return callKernel(
        kernel, result: result, matrix, vector, &terms, immediate: columns * type.byteWidth, count: count)
    }
    let t = transposed ? CblasTrans : CblasNoTrans
    let rows = blasint(transposed ? terms : count)
    let across = blasint(transposed ? count : terms)
    let lda = blasint(columns)
    // Some versions multiply what was in the result by the 0, and so keep its NaNs.
    result.initializeMemory(as: UInt8.self, repeating: 0, count: count * type.byteWidth)
    switch type {
    case .float32: cblas_sgemv(CblasRowMajor, t, rows, across, 1, matrix.of(), lda, vector.of(), 1, 0, result.of(), 1)
    case .float64: cblas_dgemv(CblasRowMajor, t, rows, across, 1, matrix.of(), lda, vector.of(), 1, 0, result.of(), 1)
    case .complex64:
      var one = Complex<Float>(1, 0)
      var zero = Complex<Float>(0, 0)
      cblas_cgemv(CblasRowMajor, t, rows, across, &one, matrix, lda, vector, 1, &zero, result, 1)
    default:
      var one = Complex<Double>(1, 0)
      var zero = Complex<Double>(0, 0)
      cblas_zgemv(CblasRowMajor, t, rows, across, &one, matrix, lda, vector, 1, &zero, result, 1)
    }
  }
}

extension DotStep {
  /// The kernel for a matrix that a core's caches may hold, where BLAS takes up to twice as long, or whose rows are added
  /// up; rows of a larger one wait for memory either way.
  private static func vectorKernel(_ type: DType, transposed: Bool, of count: Int, terms: Int) -> Kernel? {
    guard type == .float32 || type == .float64, count >= 4, transposed || count * terms * type.byteWidth <= 1 << 21
    else { return nil }
    return KernelTable.kernel(transposed ? KernelIndex.vectorMatrix(type.lane) : KernelIndex.matrixVector(type.lane))
  }
}
