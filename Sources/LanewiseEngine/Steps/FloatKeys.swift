import LanewiseKernelABI

/// The kernels that make the sort keys of floating-point numbers, and numbers of their keys, where this processor has
/// them.
struct FloatKeys<E: Element> {
  private let makeKernel: Kernel, readKernel: Kernel

  init?() {
    let lane: Lane = E.SortKey.self == UInt32.self ? .f32 : .f64
    guard E.self == Float.self || E.self == Double.self,
      let make = KernelTable.kernel(KernelIndex.makeKeys(lane)),
      let read = KernelTable.kernel(KernelIndex.readKeys(lane))
    else { return nil }
    (makeKernel, readKernel) = (make, read)
  }

  /// - first: the key that others are compared with.
  func make(
    _ numbers: UnsafePointer<E>, _ keys: UnsafeMutablePointer<E.SortKey>, _ count: Int, first: E.SortKey
  ) -> KeySummary<E.SortKey> {
    var found = SIMD2<UInt64>.zero
    callKernel(
      makeKernel, result: keys, numbers, second: &found, immediate: Int(truncatingIfNeeded: first), count: count)
    return KeySummary(varying: E.SortKey(truncatingIfNeeded: found[0]), areCanonical: found[1] == 0)
  }

  func read(_ keys: UnsafePointer<E.SortKey>, _ numbers: UnsafeMutablePointer<E>, _ count: Int) {
    callKernel(readKernel, result: numbers, keys, count: count)
  }
}
