import COpenBLAS

/// A step that does the same to each of many matrices: the last two dimensions of its operands, stored by rows.
///
/// The matrices are shared out over the workers. BLAS has one thread: its own wait in turns, and change the last bits.
/// Where a routine fails, the results for that matrix are NaN.
protocol MatrixStep: Step {
  /// Operations on the elements of one matrix of this shape.
  func flops(rows: Int, columns: Int) -> Int
}

extension MatrixStep {
  package func cost(_ operands: [AbstractArray], _ results: [AbstractArray]) -> Cost {
    let extents = MatrixExtents(operands[0])
    return Cost(flops: extents.batch * flops(rows: extents.rows, columns: extents.columns), moving: operands, results)
  }

  /// Factorisations come to a third of what products do.
  package func nanoseconds(_ operands: [AbstractArray], _ results: [AbstractArray]) -> Double {
    let cost = cost(operands, results)
    return cost.flops / 20 + cost.bytes / 10
  }

  /// Calls `body` with the number of each matrix of the first operand, where it has elements.
  func forEachMatrix(_ call: StepCall, _ body: (Int) -> Void) {
    let extents = MatrixExtents(call.operandTypes[0])
    Matrices.forEach(extents.batch, flops: flops(rows: extents.rows, columns: extents.columns), body)
  }
}

/// How many matrices an array holds, and their shape.
struct MatrixExtents {
  let batch, rows, columns: Int

  init(_ type: AbstractArray) {
    rows = type.shape[type.rank - 2]
    columns = type.shape[type.rank - 1]
    batch = (0..<type.rank - 2).reduce(1) { $0 * type.shape[$1] }
  }

  var count: Int { rows * columns }
}

enum Matrices {
  /// Calls `body` with each number below `count`, over the workers.
  static func forEach(_ count: Int, flops: Int, _ body: (Int) -> Void) {
    if openblas_get_num_threads() != 1 { openblas_set_num_threads(1) }
    // A lone matrix is no worker's: what is done to it may be shared.
    guard count != 1 else { return body(0) }
    forEachRange(count, grain: max(1, 20_000 / max(flops, 1)), nanoseconds: max(1, flops / 10)) { range in
      for index in range { body(index) }
    }
  }

  /// Fills `count` elements with NaN: what a routine that failed gives.
  static func fillNaN(_ address: UnsafeMutableRawPointer, _ type: DType, count: Int) {
    let reals = type.isComplex ? 2 * count : count
    if type.realPart == .float32 {
      address.initializeMemory(as: Float.self, repeating: .nan, count: reals)
    } else {
      address.initializeMemory(as: Double.self, repeating: .nan, count: reals)
    }
  }

  /// Writes ones on the diagonal, and zeros elsewhere.
  static func writeIdentity(_ address: UnsafeMutableRawPointer, _ rows: Int, _ columns: Int, _ type: DType) {
    address.initializeMemory(as: UInt8.self, repeating: 0, count: rows * columns * type.byteWidth)
    for i in 0..<min(rows, columns) { storeOne(address + (i * columns + i) * type.byteWidth, type) }
  }

  /// Stores a real one, which is the first part of a complex one.
  static func storeOne(_ place: UnsafeMutableRawPointer, _ type: DType) {
    if type.realPart == .float32 {
      place.storeBytes(of: 1, as: Float.self)
    } else {
      place.storeBytes(of: 1, as: Double.self)
    }
  }

  /// Writes the transposed of a rows × columns matrix: elements of a row of the source lie side by side, and so do
  /// those of a column of the target. The strides are from row to row of the source, and from column to column of the
  /// target.
  static func transpose(
    _ source: UnsafeRawPointer, rows: Int, columns: Int, stride: Int? = nil, to target: UnsafeMutableRawPointer,
    targetStride: Int? = nil, width: Int
  ) {
    let visitor = Transposing(
      source: source, rows: rows, columns: columns, sourceStride: stride ?? columns, target: target,
      targetStride: targetStride ?? rows)
    switch width {
    case 4: visitor.visit(UInt32.self)
    case 8: visitor.visit(UInt64.self)
    default: visitor.visit(SIMD2<UInt64>.self)
    }
  }
}

private struct Transposing: WidthVisitor {
  let source: UnsafeRawPointer, rows: Int, columns: Int, sourceStride: Int
  let target: UnsafeMutableRawPointer, targetStride: Int

  func visit<E: BitwiseCopyable>(_ type: E.Type) {
    let source = source.assumingMemoryBound(to: type)
    let target = target.assumingMemoryBound(to: type)
    // Blocks, so that the lines of the cache that a column touches are still there for the next.
    let block = 8
    for firstRow in stride(from: 0, to: rows, by: block) {
      let rowEnd = min(firstRow + block, rows)
      for firstColumn in stride(from: 0, to: columns, by: block) {
        for j in firstColumn..<min(firstColumn + block, columns) {
          let to = target + j * targetStride
          for i in firstRow..<rowEnd { to[i] = source[i * sourceStride + j] }
        }
      }
    }
  }
}
