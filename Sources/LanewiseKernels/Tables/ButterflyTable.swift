// Written by Scripts/generate-kernel-tables.swift; change that, not this.

func fillButterflies(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.butterfly(radix: 2, .f32)] = { butterfly2(Spectral32.self, $0, $1, $2) }
  t[KernelIndex.butterfly(radix: 3, .f32)] = { butterfly3(Spectral32.self, $0, $1, $2) }
  t[KernelIndex.butterfly(radix: 4, .f32)] = { butterfly4(Spectral32.self, $0, $1, $2) }
  t[KernelIndex.butterfly(radix: 5, .f32)] = { butterfly5(Spectral32.self, $0, $1, $2) }
  t[KernelIndex.butterfly(radix: 8, .f32)] = { butterfly8(Spectral32.self, $0, $1, $2) }
  t[KernelIndex.butterfly(radix: 2, .f64)] = { butterfly2(Spectral64.self, $0, $1, $2) }
  t[KernelIndex.butterfly(radix: 3, .f64)] = { butterfly3(Spectral64.self, $0, $1, $2) }
  t[KernelIndex.butterfly(radix: 4, .f64)] = { butterfly4(Spectral64.self, $0, $1, $2) }
  t[KernelIndex.butterfly(radix: 5, .f64)] = { butterfly5(Spectral64.self, $0, $1, $2) }
  t[KernelIndex.butterfly(radix: 8, .f64)] = { butterfly8(Spectral64.self, $0, $1, $2) }
}
