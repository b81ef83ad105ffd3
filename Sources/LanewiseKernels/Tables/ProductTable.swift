// Written by Scripts/generate-kernel-tables.swift; change that, not this.

func fillProducts(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.products(.i32)] = { products(I32.self, $0, $1, $2) }
  t[KernelIndex.products(.i64)] = { products(I64.self, $0, $1, $2) }
}
