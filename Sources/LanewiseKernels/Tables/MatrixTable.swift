// Written by Scripts/generate-kernel-tables.swift; change that, not this.

#if AVX512
import LanewiseShims

func fillMatrixTiles(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.matrixTiles(.f32)] = { matrixTiles(lw_multiply_f32, $0, $1, $2) }
  t[KernelIndex.packRows(.f32)] = { moveMatrix(lw_pack_rows_f32, $0, $1, $2) }
  t[KernelIndex.packColumns(.f32)] = { moveMatrix(lw_pack_columns_f32, $0, $1, $2) }
  t[KernelIndex.transpose(byteWidth: 4)] = { moveMatrix(lw_transpose_f32, $0, $1, $2) }
  t[KernelIndex.matrixTiles(.f64)] = { matrixTiles(lw_multiply_f64, $0, $1, $2) }
  t[KernelIndex.packRows(.f64)] = { moveMatrix(lw_pack_rows_f64, $0, $1, $2) }
  t[KernelIndex.packColumns(.f64)] = { moveMatrix(lw_pack_columns_f64, $0, $1, $2) }
  t[KernelIndex.transpose(byteWidth: 8)] = { moveMatrix(lw_transpose_f64, $0, $1, $2) }
  t[KernelIndex.transpose(byteWidth: 2)] = { moveMatrix(lw_transpose_u16, $0, $1, $2) }
  t[KernelIndex.transpose(byteWidth: 1)] = { moveMatrix(lw_transpose_u8, $0, $1, $2) }
}
#endif
