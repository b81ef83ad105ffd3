// Written by Scripts/generate-kernel-tables.swift; change that, not this.

func fillRandom(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.threefry] = { threefry($0, $1, $2) }
  t[KernelIndex.threefryCounters] = { threefryCounters($0, $1, $2) }
  t[KernelIndex.threefryXor] = { threefryXor($0, $1, $2) }
  t[KernelIndex.threefryWide] = { threefryWide($0, $1, $2) }
  t[KernelIndex.threefryHalves] = { threefryHalves($0, $1, $2) }
  t[KernelIndex.threefryKeys] = { threefryKeys($0, $1, $2) }
}
