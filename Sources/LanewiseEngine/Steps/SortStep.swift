/// Arrays sorted together along a dimension (JAX's `sort`): lexicographically by the first `keyCount` of them.
///
/// - Operands: any number of arrays of one shape and any dtypes. Results: the same.
/// - Stable. NaN comes last, whatever its sign and bits; −0 equals +0; complex numbers order by real, then imaginary part.
package struct SortStep: Step {
  package let dimension: Int
  package let keyCount: Int

  package init(dimension: Int, keyCount: Int = 1) {
    self.dimension = dimension
    self.keyCount = keyCount
  }

  package var name: String { "sort" }

  /// As many as the comparisons of a merge sort: n log₂ n for each line of n elements.
  package func cost(_ operands: [AbstractArray], _ results: [AbstractArray]) -> Cost {
    let length = operands[0].shape[dimension]
    let depth = length > 1 ? Int.bitWidth - (length - 1).leadingZeroBitCount : 0
    return Cost(flops: operands[0].count * depth, moving: operands, results)
  }

  /// Columns that are sorted at a time, as rows of a copy: as many as the elements of a cache line.
  private static let columns = 16

  package func run(_ call: StepCall) {
    let layout = AxisLayout(call.operandTypes[0].shape, axis: dimension)
    guard layout.count > 0 else { return }
    let length = layout.length
    let types = call.operandTypes.map(\.dtype)
    if layout.inner == 1 || length == 1 {
      let lines = SortedLines(
        types: types, sources: types.indices.map(call.operand), targets: types.indices.map(call.result),
        length: length, keyCount: keyCount)
      forEachRange(layout.count / length, grain: max(1, 4096 / length), nanoseconds: length * 8, lines.sort)
      return
    }
    let groups = (layout.inner + Self.columns - 1) / Self.columns
    forEachRange(
      layout.outer * groups, grain: max(1, 4096 / (length * Self.columns)), nanoseconds: length * Self.columns * 10
    ) { range in
      let rows = types.map { _ in (unsorted: Rows(Self.columns * length), sorted: Rows(Self.columns * length)) }
      defer { rows.forEach { $0.unsorted.release(); $0.sorted.release() } }
      for group in range {
        let first = group % groups * Self.columns
        let start = group / groups * length * layout.inner + first
        let count = min(Self.columns, layout.inner - first)
        let toRows = StridedBox(
          extents: [length, count], sourceStrides: [layout.inner, 1], targetStrides: [1, length])
        let toColumns = StridedBox(
          extents: [length, count], sourceStrides: [1, length], targetStrides: [layout.inner, 1])
        for (index, type) in types.enumerated() {
          toRows.copy(from: call.operand(index) + start * type.byteWidth, to: rows[index].unsorted.address, type)
        }
        SortedLines(
          types: types, sources: rows.map { UnsafeRawPointer($0.unsorted.address) },
          targets: rows.map(\.sorted.address), length: length, keyCount: keyCount
        ).sort(0..<count)
        for (index, type) in types.enumerated() {
          toColumns.copy(from: rows[index].sorted.address, to: call.result(index) + start * type.byteWidth, type)
        }
      }
    }
  }

  /// Memory for elements of any width.
  private struct Rows {
    let address: UnsafeMutableRawPointer
    private let byteCount: Int

    init(_ count: Int) {
      byteCount = 16 * count
      address = MemoryPool.allocate(byteCount)
    }
    func release() { MemoryPool.release(address, byteCount) }
  }
}
