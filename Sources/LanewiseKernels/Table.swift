@_exported import LanewiseKernelABI

/// Stores every kernel of this build at its ``KernelIndex``; the other entries become nil.
///
/// `table` must have room for ``KernelIndex/count`` entries.
package func fillKernelTable(_ table: UnsafeMutablePointer<Kernel?>) {
  for index in 0..<KernelIndex.count { table[index] = nil }
  fillAll(table)
}

// Under the name by which the engine knows this build (`Kernels.h`).
#if AVX512
  @_cdecl("lanewise_fill_kernel_table_avx512")
#elseif AVX2
  @_cdecl("lanewise_fill_kernel_table_avx2")
#else
  @_cdecl("lanewise_fill_kernel_table")
#endif
func fillForEngine(_ table: UnsafeMutableRawPointer) {
  fillKernelTable(table.assumingMemoryBound(to: Kernel?.self))
}
