// Written by Scripts/generate-kernel-tables.swift; change that, not this.

func fillProducts(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.products(.i32)] = { products(I32.self, $0, $1, $2) }
  t[KernelIndex.products(.i64)] = { products(I64.self, $0, $1, $2) }
  t[KernelIndex.matrixVector(.f32)] = { matrixVector(F32.self, $0, $1, $2) }
  t[KernelIndex.vectorMatrix(.f32)] = { vectorMatrix(F32.self, $0, $1, $2) }
  t[KernelIndex.matrixVector(.f64)] = { matrixVector(F64.self, $0, $1, $2) }
  t[KernelIndex.vectorMatrix(.f64)] = { vectorMatrix(F64.self, $0, $1, $2) }
  t[KernelIndex.product] = { map(Apply2<Product, RA<F32>, RB<F32>>.self, $0, $1, $2) }
}
