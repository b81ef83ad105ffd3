import Testing

@testable import LanewiseEngine

@Suite(.serialized) struct ScatteredRowsTests {
  private func scatter<F: ElementFold>(
    _ rows: Int, _ length: Int, _ indices: [Int32], _ updates: [Float], isClipping: Bool, parts: Int, _ fold: F.Type
  ) -> [Float] {
    var result = [Float](repeating: 0.5, count: rows * length)
    result.withUnsafeMutableBufferPointer { result in
      indices.withUnsafeBufferPointer { indices in
        updates.withUnsafeBufferPointer { updates in
          let scattered = ScatteredRows(
            indices: indices.baseAddress!, updates: updates.baseAddress!, result: result.baseAddress!,
            count: indices.count, last: rows - 1, length: length, isClipping: isClipping)
          for part in 0..<parts { scattered.combine(rows * part / parts..<rows * (part + 1) / parts, fold) }
        }
      }
    }
    return result
  }

  /// Rows of one element, of less than four, of more; blocks of indices that are not full; in parts of the array.
  @Test(arguments: [1, 3, 4, 18], [false, true]) func goWhereTheIndicesSay(length: Int, isClipping: Bool) {
    var random = SeededGenerator(11)
    for (rows, count) in [(1, 5), (7, 700), (100, 1300)] {
      let indices =
        (0..<count).map { _ in Int32.random(in: -3..<Int32(rows) + 3, using: &random) } + [.min, .max]
      let updates = (0..<indices.count * length).map { _ in Float.random(in: -1...1, using: &random) }
      var sums = [Float](repeating: 0.5, count: rows * length)
      var last = sums
      for (n, index) in indices.enumerated() {
        let row = isClipping ? max(0, min(Int(index), rows - 1)) : Int(index)
        guard (0..<rows).contains(row) else { continue }
        for j in 0..<length {
          sums[row * length + j] += updates[n * length + j]
          last[row * length + j] = updates[n * length + j]
        }
      }
      for parts in [1, 2, 3] {
        #expect(scatter(rows, length, indices, updates, isClipping: isClipping, parts: parts, SumFold.self) == sums)
        #expect(
          scatter(rows, length, indices, updates, isClipping: isClipping, parts: parts, ReplaceFold.self) == last)
      }
    }
  }
}
