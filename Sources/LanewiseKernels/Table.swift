@_exported import LanewiseKernelABI

/// Stores every kernel of this build at its ``KernelIndex``; the other entries become nil, but in the build for AVX-512,
/// which has not all kernels and adds its own to those for AVX2.
///
/// `table` must have room for ``KernelIndex/count`` entries.
package func fillKernelTable(_ table: UnsafeMutablePointer<Kernel?>) {
  #if !AVX512
    for index in 0..<KernelIndex.count { table[index] = nil }
  #endif
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
