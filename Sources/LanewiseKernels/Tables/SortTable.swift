// Written by Scripts/generate-kernel-tables.swift; change that, not this.

#if AVX512
func fillSorting(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.sortKeys(.u32)] = { sortKeys(UInt32.self, $0, $1, $2) }
  t[KernelIndex.divideKeys(.u32)] = { divideKeys(UInt32.self, $0, $1, $2) }
  t[KernelIndex.sortKeys(.u64)] = { sortKeys(UInt64.self, $0, $1, $2) }
  t[KernelIndex.divideKeys(.u64)] = { divideKeys(UInt64.self, $0, $1, $2) }
  t[KernelIndex.makeKeys(.f32)] = { makeKeys(F32.self, $0, $1, $2) }
  t[KernelIndex.readKeys(.f32)] = { readKeys(F32.self, $0, $1, $2) }
  t[KernelIndex.makeKeys(.f64)] = { makeKeys(F64.self, $0, $1, $2) }
  t[KernelIndex.readKeys(.f64)] = { readKeys(F64.self, $0, $1, $2) }
}
#endif
