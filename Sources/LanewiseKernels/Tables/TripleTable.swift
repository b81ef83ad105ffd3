// Written by Scripts/generate-kernel-tables.swift; change that, not this.

func fillTriples(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.takeTriples] = { takeTriples($0, $1, $2) }
  t[KernelIndex.putTriples] = { putTriples($0, $1, $2) }
}
