import LanewiseKernelABI

/// The words of keys' streams, from the kernels' Threefry-2x32.
enum RandomStream {
  enum Layout { case original, partitionable }

  /// An addition, a rotation and an exclusive or in each of the twenty rounds of a block of two words.
  static func cost(_ operands: [AbstractArray], _ results: [AbstractArray]) -> Cost {
    Cost(flops: 3 * 20 * (results[0].byteCount / 8), moving: operands, results)
  }

  /// What an element of the output is made of: 8, 16, 32 or 64 bits, or a block's two words in order (a key).
  enum Output {
    case words8, words16, words32, words64, pairs

    init?(bitWidth: Int) {
      switch bitWidth {
      case 8: self = .words8
      case 16: self = .words16
      case 32: self = .words32
      case 64: self = .words64
      default: return nil
      }
    }

    var byteWidth: Int {
      switch self {
      case .words8: 1
      case .words16: 2
      case .words32: 4
      case .words64, .pairs: 8
      }
    }
  }

  /// Blocks that are enciphered in one call of a kernel, where they go through a tile of memory.
  private static let tile = 1024

  static func fill(
    _ result: UnsafeMutableRawPointer, keys: UnsafeRawPointer, keyCount: Int, countPerKey count: Int, output: Output,
    layout: Layout
  ) {
    guard count > 0 else { return }
    let bytes = count * output.byteWidth
    // The original layout makes whole words, and enciphers the i-th together with the one half the words further on;
    // the partitionable one enciphers each element's own number.
    let words = (bytes + 3) / 4
    let blocks = layout == .original ? (words + 1) / 2 : count
    let grain = 16384
    forEachRange(keyCount, grain: max(1, grain / blocks), nanoseconds: blocks * 2) { range in
      withScratch(UInt32.self, 2 * tile) { first in
        for index in range {
          let key = keys + 8 * index
          let target = result + index * bytes
          // One stream is split within itself; of several, each runs whole.
          if keyCount > 1 || blocks <= grain {
            fill(target, key, 0..<blocks, words, bytes, output, layout, first)
          } else {
            forEachRange(blocks, grain: grain, nanoseconds: 2) { part in
              withScratch(UInt32.self, 2 * tile) { fill(target, key, part, words, bytes, output, layout, $0) }
            }
          }
        }
      }
    }
  }

  private static func fill(
    _ target: UnsafeMutableRawPointer, _ key: UnsafeRawPointer, _ part: Range<Int>, _ words: Int, _ bytes: Int,
    _ output: Output, _ layout: Layout, _ first: UnsafeMutablePointer<UInt32>
  ) {
    var start = part.lowerBound
    while start < part.upperBound {
      let count = min(tile, part.upperBound - start)
      switch layout {
      case .original: original(target, key, start, count, words, bytes, output, first)
      case .partitionable: partitionable(target, key, start, count, output, first)
      }
      start += count
    }
  }

  private static func original(
    _ target: UnsafeMutableRawPointer, _ key: UnsafeRawPointer, _ start: Int, _ count: Int, _ words: Int, _ bytes: Int,
    _ output: Output, _ first: UnsafeMutablePointer<UInt32>
  ) {
    let half = (words + 1) / 2
    let second = first + tile
    /// Where the words from the n-th on are made: in their place, if they are all part of the stream.
    func place(_ word: Int, _ scratch: UnsafeMutablePointer<UInt32>) -> UnsafeMutableRawPointer {
      output.byteWidth < 8 && 4 * (word + count) <= bytes ? target + 4 * word : UnsafeMutableRawPointer(scratch)
    }
    let (low, high) = (place(start, first), place(half + start, second))
    withUnsafeBytes(of: (UInt32(truncatingIfNeeded: half), UInt32(truncatingIfNeeded: words - 1))) { sizes in
      callKernel(
        KernelTable.kernel(KernelIndex.threefryHalves)!, result: low, key, sizes.baseAddress, second: high,
        immediate: start, count: count)
    }
    if output.byteWidth == 8 {
      interleave(second, first, target + 8 * start, count)
      return
    }
    for (made, word) in [(low, start), (high, half + start)] where made != target + 4 * word {
      (target + 4 * word).copyMemory(from: made, byteCount: max(0, min(4 * count, bytes - 4 * word)))
    }
  }

  private static func partitionable(
    _ target: UnsafeMutableRawPointer, _ key: UnsafeRawPointer, _ start: Int, _ count: Int, _ output: Output,
    _ first: UnsafeMutablePointer<UInt32>
  ) {
    let to = target + output.byteWidth * start
    /// These kernels round the count up: the last elements of a stream are made elsewhere.
    func make(_ kernel: Int, _ width: Int, inPlace: Bool) {
      let inPlace = inPlace && count % 16 == 0
      callKernel(
        KernelTable.kernel(kernel)!, result: inPlace ? to : UnsafeMutableRawPointer(first), key, immediate: start,
        count: count)
      if !inPlace && width == output.byteWidth { to.copyMemory(from: first, byteCount: width * count) }
    }
    switch output {
    case .words64: make(KernelIndex.threefryWide, 8, inPlace: true)
    case .words32: make(KernelIndex.threefryXor, 4, inPlace: true)
    case .pairs:
      callKernel(
        KernelTable.kernel(KernelIndex.threefryCounters)!, result: first, key, second: first + tile, immediate: start,
        count: count)
      interleave(first, first + tile, to, count)
    case .words16:
      make(KernelIndex.threefryXor, 4, inPlace: false)
      for i in 0..<count { (to + 2 * i).storeBytes(of: UInt16(truncatingIfNeeded: first[i]), as: UInt16.self) }
    case .words8:
      make(KernelIndex.threefryXor, 4, inPlace: false)
      for i in 0..<count { (to + i).storeBytes(of: UInt8(truncatingIfNeeded: first[i]), as: UInt8.self) }
    }
  }

  /// Pairs of words in the order of memory.
  private static func interleave(
    _ first: UnsafePointer<UInt32>, _ second: UnsafePointer<UInt32>, _ target: UnsafeMutableRawPointer, _ count: Int
  ) {
    let target = target.assumingMemoryBound(to: UInt64.self)
    for i in 0..<count { target[i] = UInt64(second[i]) << 32 | UInt64(first[i]) }
  }
}
