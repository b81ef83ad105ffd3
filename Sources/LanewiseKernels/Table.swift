@_exported import LanewiseKernelABI

/// Stores every kernel of this build at its ``KernelIndex``; the other entries become nil.
///
/// `table` must have room for ``KernelIndex/count`` entries.
package func fillKernelTable(_ table: UnsafeMutablePointer<Kernel?>) {
  for index in 0..<KernelIndex.count { table[index] = nil }
  fillAll(table)
}

// Under the name by which the engine knows this build (`Kernels.h`).
#if X86_64_V3
  @_cdecl("lanewise_fill_kernel_table_x86_64_v3")
#else
  @_cdecl("lanewise_fill_kernel_table")
#endif
func fillForEngine(_ table: UnsafeMutableRawPointer) {
  fillKernelTable(table.assumingMemoryBound(to: Kernel?.self))
}
