// Written by Scripts/generate-kernel-tables.swift; change that, not this.

#if AVX512
func fillSorting(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.sortKeys(.u32)] = { sortKeys(UInt32.self, $0, $1, $2) }
  t[KernelIndex.divideKeys(.u32)] = { divideKeys(UInt32.self, $0, $1, $2) }
  t[KernelIndex.sortKeys(.u64)] = { sortKeys(UInt64.self, $0, $1, $2) }
  t[KernelIndex.divideKeys(.u64)] = { divideKeys(UInt64.self, $0, $1, $2) }
}
#endif
