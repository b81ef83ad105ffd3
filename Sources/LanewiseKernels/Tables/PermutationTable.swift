// Written by Scripts/generate-kernel-tables.swift; change that, not this.

#if AVX512
func fillPermutations(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.permuteRows] = { permuteRows($0, $1, $2) }
}
#endif
