/// Products with a vector whose sums are split: where a matrix is stored so that its rows are the terms, a panel of its
/// columns would be read in short runs. Each part of the rows makes sums of its own, and these are added in order. How
/// many there are depends on the extents alone, so the bits are those of any number of threads.
extension DotStep {
  /// Whether the vector's terms are the rows of the stored matrix. A product of two vectors is as well one of a row.
  var isOfColumns: Bool { m == 1 ? n == 1 || !rhsTransposed : lhsTransposed }

  /// A power of two: parts of at least 2¹⁸ multiplications and 64 terms, at most 16, where panels of columns would be
  /// narrower than some memory pages; else 1.
  var termParts: Int {
    let long = max(m, n)
    guard min(m, n) == 1, isOfColumns, long / panelCount < 4096 else { return 1 }
    return min(16, (long * k) >> 18, k / 64).roundedUpToPowerOfTwo
  }

  func multiplyByTerms(
    _ parts: Int, _ lhs: UnsafeRawPointer, _ rhs: UnsafeRawPointer, _ result: UnsafeMutableRawPointer, _ type: DType
  ) {
    let (long, width) = (max(m, n), type.byteWidth)
    let (matrix, vector) = m == 1 ? (rhs, lhs) : (lhs, rhs)
    withScratch(UInt8.self, batch * parts * long * width) { sums in
      forEachRange(batch * parts, grain: 1, nanoseconds: max(1, long * k / parts / 8)) { range in
        for task in range {
          let (item, part) = (task / parts, task % parts)
          let terms = k * part / parts..<k * (part + 1) / parts
          let first = item * k + terms.lowerBound
          gemv(
            type, matrix: matrix + first * long * width, columns: long == 1 ? k : long, transposed: long > 1,
            of: long, terms: terms.count, vector: vector + first * width, into: sums + task * long * width)
        }
      }
      type.visit(SumOfParts(sums: sums, result: result, batch: batch, parts: parts, length: long))
    }
  }
}

/// Adds up `parts` vectors for each one of the result.
private struct SumOfParts: ElementVisitor {
  let sums: UnsafeRawPointer, result: UnsafeMutableRawPointer
  let batch, parts, length: Int

  func visit<E: Element>(_ type: E.Type) {
    for item in 0..<batch {
      let sums = sums.assumingMemoryBound(to: type) + item * parts * length
      let result = result.assumingMemoryBound(to: type) + item * length
      result.update(from: sums, count: length)
      for part in 1..<parts {
        let sum = sums + part * length
        for i in 0..<length { result[i] = E.sum(result[i], sum[i]) }
      }
    }
  }
}
