import LanewiseKernels
import LanewiseShims
import Testing

/// Rows from places that are the same for each; only the build for AVX-512 has them.
@Suite struct RowPermutationsTests {
  /// Of rows of five: the last, the first and the third element, or one of them not. Sixteen rows fill three vectors.
  private func permutation(_ places: [Int?], _ rest: Int32, isLaidOver: Bool) -> [Int64] {
    var permutation = lw_permutation()
    permutation.vectors = 3
    permutation.advance = 16 * 5
    permutation.is_laid_over = isLaidOver ? 1 : 0
    withUnsafeMutableBytes(of: &permutation) { memory in
      let offset = MemoryLayout<lw_permutation>.offset(of: \.offset)!
      let lane = MemoryLayout<lw_permutation>.offset(of: \.lane)!
      let taken = MemoryLayout<lw_permutation>.offset(of: \.taken)!
      for vector in 0..<3 {
        let first = 16 * vector / 3 * 5
        var lanes: UInt16 = 0
        for i in 0..<16 {
          let element = 16 * vector + i
          if places[element % 3] != nil { lanes |= 1 << i }
          let word = places[element % 3].map { Int32(element / 3 * 5 + $0 - first) } ?? rest
          memory.storeBytes(of: word, toByteOffset: lane + 4 * element, as: Int32.self)
        }
        memory.storeBytes(of: Int64(first), toByteOffset: offset + 8 * vector, as: Int64.self)
        memory.storeBytes(of: lanes, toByteOffset: taken + 2 * vector, as: UInt16.self)
      }
    }
    return withUnsafeBytes(of: permutation) { Array($0.bindMemory(to: Int64.self)) }
  }

  @Test(arguments: Build.all.filter { $0.table[KernelIndex.permuteRows] != nil }, [[4, 0, 2], [4, nil, 2]])
  func rowsOfThree(_ build: Build, _ places: [Int?]) throws {
    let source = (0..<100 * 5).map { UInt32($0 * $0) }
    for isLaidOver in [false, true] {
      let words = permutation(places, 99, isLaidOver: isLaidOver)
      for count in [1, 3, 15, 16, 17, 47, 48, 49, 100, 300] {
        let got: [UInt32] = try build.run(
          KernelIndex.permuteRows, count: count, [source, words], result: Array(repeating: 77, count: count + 1))
        let expected = (0..<count).map { (i: Int) -> UInt32 in
          places[i % 3].map { source[i / 3 * 5 + $0] } ?? (isLaidOver ? 77 : 99)
        }
        #expect(got == expected + [77])
      }
    }
  }
}
