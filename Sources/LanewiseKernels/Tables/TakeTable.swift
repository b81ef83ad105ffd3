// Written by Scripts/generate-kernel-tables.swift; change that, not this.

func fillTakes(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.take32] = { take32($0, $1, $2) }
}
