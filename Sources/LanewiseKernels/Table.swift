@_exported import LanewiseKernelABI

/// Stores every kernel of this build at its ``KernelIndex``; the other entries become nil.
///
/// `table` must have room for ``KernelIndex/count`` entries.
package func fillKernelTable(_ table: UnsafeMutablePointer<Kernel?>) {
  for index in 0..<KernelIndex.count { table[index] = nil }
  fillAll(table)
}
