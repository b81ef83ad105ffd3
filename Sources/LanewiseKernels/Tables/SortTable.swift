// Written by Scripts/generate-kernel-tables.swift; change that, not this.

#if AVX512
import LanewiseShims

func fillSorting(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.sortKeys(.u32)] = { sortKeys(UInt32.self, $0, $1, $2) }
  t[KernelIndex.divideKeys(.u32)] = { divideKeys(UInt32.self, $0, $1, $2) }
  t[KernelIndex.siftKeys(.u32)] = { siftKeys(lw_sift_u32, $0, $1, $2) }
  t[KernelIndex.sortKeys(.u64)] = { sortKeys(UInt64.self, $0, $1, $2) }
  t[KernelIndex.divideKeys(.u64)] = { divideKeys(UInt64.self, $0, $1, $2) }
  t[KernelIndex.siftKeys(.u64)] = { siftKeys(lw_sift_u64, $0, $1, $2) }
  t[KernelIndex.makeKeys(.f32)] = { makeKeys(lw_make_keys_f32, $0, $1, $2) }
  t[KernelIndex.readKeys(.f32)] = { readKeys(lw_read_keys_f32, $0, $1, $2) }
  t[KernelIndex.makeKeys(.f64)] = { makeKeys(lw_make_keys_f64, $0, $1, $2) }
  t[KernelIndex.readKeys(.f64)] = { readKeys(lw_read_keys_f64, $0, $1, $2) }
}
#endif
