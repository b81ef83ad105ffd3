import LanewiseKernels
import Testing

/// Rows of three elements, taken apart and put together.
@Suite struct TripleTests {
  @Test(arguments: Build.all, Array(0..<20) + [37, 100]) func apartAndTogether(_ build: Build, _ count: Int) throws {
    let columns = (0..<3).map { number in (0..<count).map { UInt32(10 * $0 + number) } }
    let rows: [UInt32] = try build.run(
      KernelIndex.putTriples, count: count, [columns[0], columns[1], columns[2]],
      result: Array(repeating: 77, count: 3 * count + 1))
    let together: [UInt32] = (0..<count).flatMap { row in columns.map { $0[row] } }
    #expect(rows == together + [77])
    for number in 0..<min(3, rows.count - 1) {
      let taken: [UInt32] = try build.run(
        KernelIndex.takeTriples, count: count, [Array(rows[number...])], result: Array(repeating: 77, count: count + 1))
      #expect(taken == columns[number] + [77])
    }
  }
}
