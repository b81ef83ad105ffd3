import LanewiseKernelABI

/// Runs that are long enough for a few vectors, and too short for a call each.
struct MediumRuns {
  /// Words of 32 bits of a run.
  private static let words = 16...512

  private let extent: Int, wordsPerElement: Int

  /// Nil for runs of other lengths, and for elements of other widths.
  init?<E>(of _: E.Type, _ extent: Int) {
    wordsPerElement = MemoryLayout<E>.size / 4
    self.extent = extent &* wordsPerElement
    guard MemoryLayout<E>.size % 4 == 0, MediumRuns.words.contains(self.extent) else { return nil }
  }

  /// Copies `count` runs, which begin so many elements apart there and here.
  func copy(
    _ count: Int, from source: UnsafeRawPointer, every sourceStep: Int, to result: UnsafeMutableRawPointer,
    every resultStep: Int
  ) {
    withUnsafeBytes(of: (sourceStep &* wordsPerElement, resultStep &* wordsPerElement)) { steps in
      callKernel(
        KernelTable.kernel(KernelIndex.copyRuns)!, result: result, source, steps.baseAddress, immediate: extent,
        count: count)
    }
  }
}
