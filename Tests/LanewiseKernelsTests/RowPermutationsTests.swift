import LanewiseKernels
import LanewiseShims
import Testing

/// Rows from places that are the same for each; only the build for AVX-512 has them.
@Suite struct RowPermutationsTests {
  @Test(arguments: Build.all.filter { $0.table[KernelIndex.permuteRows] != nil })
  func rowsOfThree(_ build: Build) throws {
    // Of rows of five: the last, the first and the third element. Sixteen rows fill three vectors.
    let places = [4, 0, 2]
    var permutation = lw_permutation()
    permutation.vectors = 3
    permutation.advance = 16 * 5
    withUnsafeMutableBytes(of: &permutation) { memory in
      let offset = MemoryLayout<lw_permutation>.offset(of: \.offset)!
      let lane = MemoryLayout<lw_permutation>.offset(of: \.lane)!
      for vector in 0..<3 {
        let first = 16 * vector / 3 * 5
        memory.storeBytes(of: Int64(first), toByteOffset: offset + 8 * vector, as: Int64.self)
        for i in 0..<16 {
          let element = 16 * vector + i
          memory.storeBytes(
            of: Int32(element / 3 * 5 + places[element % 3] - first), toByteOffset: lane + 4 * element, as: Int32.self)
        }
      }
    }
    let words = withUnsafeBytes(of: permutation) { Array($0.bindMemory(to: Int64.self)) }
    let source = (0..<100 * 5).map { UInt32($0 * $0) }
    for count in [1, 3, 15, 16, 17, 47, 48, 49, 100, 300] {
      let got: [UInt32] = try build.run(
        KernelIndex.permuteRows, count: count, [source, words], result: Array(repeating: 77, count: count + 1))
      let expected: [UInt32] = (0..<count).map { (i: Int) -> UInt32 in source[i / 3 * 5 + places[i % 3]] }
      #expect(got == expected + [77])
    }
  }
}
