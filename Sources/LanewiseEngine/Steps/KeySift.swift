import LanewiseKernelABI
import LanewiseShims

/// The kernel that tells elements apart by whether their keys are below a range, within it or above, where this processor
/// has it.
struct KeySift<Key: FixedWidthInteger & UnsignedInteger> {
  private let kernel: Kernel

  init?() {
    guard Key.bitWidth == 32 || Key.bitWidth == 64,
      let kernel = KernelTable.kernel(KernelIndex.siftKeys(Key.bitWidth == 32 ? .u32 : .u64))
    else { return nil }
    self.kernel = kernel
  }

  /// How many keys are below the range, within it, and above.
  func count(_ keys: UnsafePointer<Key>, _ count: Int, _ range: ClosedRange<Key>) -> SIMD4<Int> {
    sift(keys, keys, count, range, to: (nil, nil, nil))
  }

  /// Stores the keys within the range.
  func keep(
    _ keys: UnsafePointer<Key>, _ count: Int, _ range: ClosedRange<Key>, to kept: UnsafeMutableRawPointer
  ) -> SIMD4<Int> {
    sift(keys, keys, count, range, to: (nil, kept, nil))
  }

  /// Stores the elements, each as wide as its key, by where the keys are, in the order that they have.
  func sift(
    _ keys: UnsafePointer<Key>, _ elements: UnsafeRawPointer, _ count: Int, _ range: ClosedRange<Key>,
    to kinds: (UnsafeMutableRawPointer?, UnsafeMutableRawPointer?, UnsafeMutableRawPointer?)
  ) -> SIMD4<Int> {
    var sifting = lw_sifting(
      least: UInt64(range.lowerBound), greatest: UInt64(range.upperBound), to: kinds, found: (0, 0, 0))
    callKernel(kernel, result: &sifting, keys, elements, count: count)
    return SIMD4(Int(sifting.found.0), Int(sifting.found.1), Int(sifting.found.2), 0)
  }
}
