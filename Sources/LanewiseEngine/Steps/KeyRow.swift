import LanewiseKernelABI

/// Random keys side by side, the words of each in two rows of memory, which are enciphered together: what many streams
/// need of which a few numbers each are used.
struct KeyRow {
  let words0, words1: UnsafeMutablePointer<UInt32>
  let layout: RandomStream.Layout

  /// The words of so many keys, behind each other in memory with room for a kernel's last vector.
  static func wordCount(_ count: Int) -> Int { 2 * (count + 16) }

  init(_ memory: UnsafeMutablePointer<UInt32>, count: Int, _ layout: RandomStream.Layout) {
    words0 = memory
    words1 = memory + count + 16
    self.layout = layout
  }

  private init(_ words0: UnsafeMutablePointer<UInt32>, _ words1: UnsafeMutablePointer<UInt32>, like row: KeyRow) {
    (self.words0, self.words1, layout) = (words0, words1, row.layout)
  }

  /// The keys from the i-th on.
  func suffix(_ i: Int) -> KeyRow { KeyRow(words0 + i, words1 + i, like: self) }

  subscript(i: Int) -> (UInt32, UInt32) {
    get { (words0[i], words1[i]) }
    nonmutating set { (words0[i], words1[i]) = newValue }
  }

  /// Each key's block of one counter.
  private func block(
    _ counter: (UInt32, UInt32), _ count: Int, _ first: UnsafeMutablePointer<UInt32>,
    _ second: UnsafeMutablePointer<UInt32>
  ) {
    callKernel(
      KernelTable.kernel(KernelIndex.threefryKeys)!, result: first, words0, words1, second: second,
      immediate: Int(counter.0) << 32 | Int(counter.1), count: count)
  }

  /// New keys from each of the first ones (`random_split`).
  func split(_ count: Int, into children: KeyRow...) {
    switch layout {
    case .partitionable:
      for (number, child) in children.enumerated() {
        block((0, UInt32(number)), count, child.words0, child.words1)
      }
    case .original:
      // The words of all children in order: the i-th is enciphered together with the one half of them further on.
      let words = children.flatMap { [$0.words0, $0.words1] }
      let half = children.count
      for i in 0..<half { block((UInt32(i), UInt32(half + i)), count, words[i], words[half + i]) }
    }
  }

  /// 32 bits of each key, as for an array of one element.
  func bits32(_ count: Int, into bits: UnsafeMutablePointer<UInt32>, scratch: UnsafeMutablePointer<UInt32>) {
    block((0, 0), count, bits, scratch)
    guard layout == .partitionable else { return }
    for i in 0..<count { bits[i] ^= scratch[i] }
  }

  /// 64 bits of each key, the upper ones first.
  func bits64(_ count: Int, into high: UnsafeMutablePointer<UInt32>, _ low: UnsafeMutablePointer<UInt32>) {
    block((0, layout == .partitionable ? 0 : 1), count, high, low)
  }
}
