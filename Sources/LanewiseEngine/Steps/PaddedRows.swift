/// A matrix with padding around it, of which whole rows are written at once.
struct PaddedRows {
  /// Elements of a row of the result, and of the array.
  private let row: Int, source: Int
  /// Where an array's row goes, as far as it is not cut away, and the rows of the result that have one.
  private let run: Range<Int>, rows: Range<Int>
  private let lows: (rows: Int, columns: Int)
  /// Nil for runs that are shorter: of those, a column is copied after the other.
  private let copying: MediumRuns?

  private static let longestByColumns = 16

  /// Nil for what is no matrix, has padding between its elements, or rows that are copied otherwise.
  init?<E>(_ layout: PadLayout, of type: E.Type) {
    guard let matrix = layout.matrix else { return nil }
    let first = max(0, matrix.columns.low)
    let run = first..<max(first, min(matrix.columns.extent, matrix.columns.low + matrix.columns.source))
    let copying = MediumRuns(of: type, run.count)
    guard copying != nil || run.count <= Self.longestByColumns else { return nil }
    let firstRow = max(0, matrix.rows.low)
    rows = firstRow..<max(firstRow, min(matrix.rows.extent, matrix.rows.low + matrix.rows.source))
    (row, source) = (matrix.columns.extent, matrix.columns.source)
    lows = (matrix.rows.low, matrix.columns.low)
    (self.run, self.copying) = (run, copying)
  }

  /// The rows that are whole among the result's elements from `start` on, if there are some.
  func whole(from start: Int, _ count: Int) -> Range<Int>? {
    let (first, end) = ((start + row - 1) / row, (start + count) / row)
    return first < end ? first..<end : nil
  }

  func pad<E: BitwiseCopyable>(
    _ whole: Range<Int>, _ array: UnsafePointer<E>, _ value: E, _ result: UnsafeMutablePointer<E>
  ) {
    let own = rows.clamped(to: whole)
    func place(_ row: Int) -> UnsafeMutablePointer<E> { result + (row - whole.lowerBound) * self.row }
    place(whole.lowerBound).update(repeating: value, count: (own.lowerBound - whole.lowerBound) * row)
    place(own.upperBound).update(repeating: value, count: (whole.upperBound - own.upperBound) * row)
    guard !own.isEmpty else { return }
    let first = array + (own.lowerBound - lows.rows) * source + run.lowerBound - lows.columns
    let to = place(own.lowerBound)
    if let copying {
      for number in own {
        let to = place(number)
        to.update(repeating: value, count: run.lowerBound)
        (to + run.upperBound).update(repeating: value, count: row - run.upperBound)
      }
      copying.copy(own.count, from: first, every: source, to: to + run.lowerBound, every: row)
    } else {
      to.update(repeating: value, count: own.count * row)
      for column in 0..<run.count {
        let (from, to) = (first + column, to + run.lowerBound + column)
        for number in 0..<own.count { to[number &* row] = from[number &* source] }
      }
    }
  }
}
