// Written by Scripts/generate-kernel-tables.swift; change that, not this.

import LanewiseShims

func fillConvertBOOL(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.convert(from: .bool, to: .bool)] = { convert(Bool8.self, Bool8.self, $0, $1, $2) { $0 } }
  t[KernelIndex.convert(from: .bool, to: .i8)] = { convert(Bool8.self, I8.self, $0, $1, $2) { lw_u8_to_i8($0) } }
  t[KernelIndex.convert(from: .bool, to: .i16)] = { convert(Bool8.self, I16.self, $0, $1, $2) { lw_u8_to_i16($0) } }
  t[KernelIndex.convert(from: .bool, to: .i32)] = { convert(Bool8.self, I32.self, $0, $1, $2) { lw_u8_to_i32($0) } }
  t[KernelIndex.convert(from: .bool, to: .i64)] = { convert(Bool8.self, I64.self, $0, $1, $2) { lw_u8_to_i64($0) } }
  t[KernelIndex.convert(from: .bool, to: .u8)] = { convert(Bool8.self, U8.self, $0, $1, $2) { lw_u8_to_u8($0) } }
  t[KernelIndex.convert(from: .bool, to: .u16)] = { convert(Bool8.self, U16.self, $0, $1, $2) { lw_u8_to_u16($0) } }
  t[KernelIndex.convert(from: .bool, to: .u32)] = { convert(Bool8.self, U32.self, $0, $1, $2) { lw_u8_to_u32($0) } }
  t[KernelIndex.convert(from: .bool, to: .u64)] = { convert(Bool8.self, U64.self, $0, $1, $2) { lw_u8_to_u64($0) } }
  t[KernelIndex.convert(from: .bool, to: .f32)] = { convert(Bool8.self, F32.self, $0, $1, $2) { lw_u8_to_f32($0) } }
  t[KernelIndex.convert(from: .bool, to: .f64)] = { convert(Bool8.self, F64.self, $0, $1, $2) { lw_u8_to_f64($0) } }
  t[KernelIndex.convert(from: .bool, to: .f16)] = {
    convert(Bool8.self, U16.self, $0, $1, $2) { lw_f32_to_f16(lw_u8_to_f32($0)) }
  }
  t[KernelIndex.convert(from: .bool, to: .bf16)] = {
    convert(Bool8.self, U16.self, $0, $1, $2) { lw_f32_to_bf16(lw_u8_to_f32($0)) }
  }
  t[KernelIndex.convert(from: .bool, to: .c64)] = {
    convertToComplex(Bool8.self, F32.self, $0, $1, $2) { lw_u8_to_f32($0) }
  }
  t[KernelIndex.convert(from: .bool, to: .c128)] = {
    convertToComplex(Bool8.self, F64.self, $0, $1, $2) { lw_u8_to_f64($0) }
  }
}

func fillConvertI8(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.convert(from: .i8, to: .bool)] = { convert(I8.self, Bool8.self, $0, $1, $2) { lw_ne_i8($0, I8.zero) } }
  t[KernelIndex.convert(from: .i8, to: .i8)] = { convert(I8.self, I8.self, $0, $1, $2) { $0 } }
  t[KernelIndex.convert(from: .i8, to: .i16)] = { convert(I8.self, I16.self, $0, $1, $2) { lw_i8_to_i16($0) } }
  t[KernelIndex.convert(from: .i8, to: .i32)] = { convert(I8.self, I32.self, $0, $1, $2) { lw_i8_to_i32($0) } }
  t[KernelIndex.convert(from: .i8, to: .i64)] = { convert(I8.self, I64.self, $0, $1, $2) { lw_i8_to_i64($0) } }
  t[KernelIndex.convert(from: .i8, to: .u8)] = { convert(I8.self, U8.self, $0, $1, $2) { lw_i8_to_u8($0) } }
  t[KernelIndex.convert(from: .i8, to: .u16)] = { convert(I8.self, U16.self, $0, $1, $2) { lw_i8_to_u16($0) } }
  t[KernelIndex.convert(from: .i8, to: .u32)] = { convert(I8.self, U32.self, $0, $1, $2) { lw_i8_to_u32($0) } }
  t[KernelIndex.convert(from: .i8, to: .u64)] = { convert(I8.self, U64.self, $0, $1, $2) { lw_i8_to_u64($0) } }
  t[KernelIndex.convert(from: .i8, to: .f32)] = { convert(I8.self, F32.self, $0, $1, $2) { lw_i8_to_f32($0) } }
  t[KernelIndex.convert(from: .i8, to: .f64)] = { convert(I8.self, F64.self, $0, $1, $2) { lw_i8_to_f64($0) } }
  t[KernelIndex.convert(from: .i8, to: .f16)] = {
    convert(I8.self, U16.self, $0, $1, $2) { lw_f32_to_f16(lw_i8_to_f32($0)) }
  }
  t[KernelIndex.convert(from: .i8, to: .bf16)] = {
    convert(I8.self, U16.self, $0, $1, $2) { lw_f32_to_bf16(lw_i8_to_f32($0)) }
  }
  t[KernelIndex.convert(from: .i8, to: .c64)] = { convertToComplex(I8.self, F32.self, $0, $1, $2) { lw_i8_to_f32($0) } }
  t[KernelIndex.convert(from: .i8, to: .c128)] = {
    convertToComplex(I8.self, F64.self, $0, $1, $2) { lw_i8_to_f64($0) }
  }
}

func fillConvertI16(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.convert(from: .i16, to: .bool)] = {
    convert(I16.self, Bool8.self, $0, $1, $2) { lw_ne_i16($0, I16.zero) }
  }
  t[KernelIndex.convert(from: .i16, to: .i8)] = { convert(I16.self, I8.self, $0, $1, $2) { lw_i16_to_i8($0) } }
  t[KernelIndex.convert(from: .i16, to: .i16)] = { convert(I16.self, I16.self, $0, $1, $2) { $0 } }
  t[KernelIndex.convert(from: .i16, to: .i32)] = { convert(I16.self, I32.self, $0, $1, $2) { lw_i16_to_i32($0) } }
  t[KernelIndex.convert(from: .i16, to: .i64)] = { convert(I16.self, I64.self, $0, $1, $2) { lw_i16_to_i64($0) } }
  t[KernelIndex.convert(from: .i16, to: .u8)] = { convert(I16.self, U8.self, $0, $1, $2) { lw_i16_to_u8($0) } }
  t[KernelIndex.convert(from: .i16, to: .u16)] = { convert(I16.self, U16.self, $0, $1, $2) { lw_i16_to_u16($0) } }
  t[KernelIndex.convert(from: .i16, to: .u32)] = { convert(I16.self, U32.self, $0, $1, $2) { lw_i16_to_u32($0) } }
  t[KernelIndex.convert(from: .i16, to: .u64)] = { convert(I16.self, U64.self, $0, $1, $2) { lw_i16_to_u64($0) } }
  t[KernelIndex.convert(from: .i16, to: .f32)] = { convert(I16.self, F32.self, $0, $1, $2) { lw_i16_to_f32($0) } }
  t[KernelIndex.convert(from: .i16, to: .f64)] = { convert(I16.self, F64.self, $0, $1, $2) { lw_i16_to_f64($0) } }
  t[KernelIndex.convert(from: .i16, to: .f16)] = {
    convert(I16.self, U16.self, $0, $1, $2) { lw_f32_to_f16(lw_i16_to_f32($0)) }
  }
  t[KernelIndex.convert(from: .i16, to: .bf16)] = {
    convert(I16.self, U16.self, $0, $1, $2) { lw_f32_to_bf16(lw_i16_to_f32($0)) }
  }
  t[KernelIndex.convert(from: .i16, to: .c64)] = {
    convertToComplex(I16.self, F32.self, $0, $1, $2) { lw_i16_to_f32($0) }
  }
  t[KernelIndex.convert(from: .i16, to: .c128)] = {
    convertToComplex(I16.self, F64.self, $0, $1, $2) { lw_i16_to_f64($0) }
  }
}

func fillConvertI32(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.convert(from: .i32, to: .bool)] = {
    convert(I32.self, Bool8.self, $0, $1, $2) { lw_ne_i32($0, I32.zero) }
  }
  t[KernelIndex.convert(from: .i32, to: .i8)] = { convert(I32.self, I8.self, $0, $1, $2) { lw_i32_to_i8($0) } }
  t[KernelIndex.convert(from: .i32, to: .i16)] = { convert(I32.self, I16.self, $0, $1, $2) { lw_i32_to_i16($0) } }
  t[KernelIndex.convert(from: .i32, to: .i32)] = { convert(I32.self, I32.self, $0, $1, $2) { $0 } }
  t[KernelIndex.convert(from: .i32, to: .i64)] = { convert(I32.self, I64.self, $0, $1, $2) { lw_i32_to_i64($0) } }
  t[KernelIndex.convert(from: .i32, to: .u8)] = { convert(I32.self, U8.self, $0, $1, $2) { lw_i32_to_u8($0) } }
  t[KernelIndex.convert(from: .i32, to: .u16)] = { convert(I32.self, U16.self, $0, $1, $2) { lw_i32_to_u16($0) } }
  t[KernelIndex.convert(from: .i32, to: .u32)] = { convert(I32.self, U32.self, $0, $1, $2) { lw_i32_to_u32($0) } }
  t[KernelIndex.convert(from: .i32, to: .u64)] = { convert(I32.self, U64.self, $0, $1, $2) { lw_i32_to_u64($0) } }
  t[KernelIndex.convert(from: .i32, to: .f32)] = { convert(I32.self, F32.self, $0, $1, $2) { lw_i32_to_f32($0) } }
  t[KernelIndex.convert(from: .i32, to: .f64)] = { convert(I32.self, F64.self, $0, $1, $2) { lw_i32_to_f64($0) } }
  t[KernelIndex.convert(from: .i32, to: .f16)] = {
    convert(I32.self, U16.self, $0, $1, $2) { lw_f32_to_f16(lw_i32_to_f32($0)) }
  }
  t[KernelIndex.convert(from: .i32, to: .bf16)] = {
    convert(I32.self, U16.self, $0, $1, $2) { lw_f32_to_bf16(lw_i32_to_f32($0)) }
  }
  t[KernelIndex.convert(from: .i32, to: .c64)] = {
    convertToComplex(I32.self, F32.self, $0, $1, $2) { lw_i32_to_f32($0) }
  }
  t[KernelIndex.convert(from: .i32, to: .c128)] = {
    convertToComplex(I32.self, F64.self, $0, $1, $2) { lw_i32_to_f64($0) }
  }
}

func fillConvertI64(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.convert(from: .i64, to: .bool)] = {
    convert(I64.self, Bool8.self, $0, $1, $2) { lw_ne_i64($0, I64.zero) }
  }
  t[KernelIndex.convert(from: .i64, to: .i8)] = { convert(I64.self, I8.self, $0, $1, $2) { lw_i64_to_i8($0) } }
  t[KernelIndex.convert(from: .i64, to: .i16)] = { convert(I64.self, I16.self, $0, $1, $2) { lw_i64_to_i16($0) } }
  t[KernelIndex.convert(from: .i64, to: .i32)] = { convert(I64.self, I32.self, $0, $1, $2) { lw_i64_to_i32($0) } }
  t[KernelIndex.convert(from: .i64, to: .i64)] = { convert(I64.self, I64.self, $0, $1, $2) { $0 } }
  t[KernelIndex.convert(from: .i64, to: .u8)] = { convert(I64.self, U8.self, $0, $1, $2) { lw_i64_to_u8($0) } }
  t[KernelIndex.convert(from: .i64, to: .u16)] = { convert(I64.self, U16.self, $0, $1, $2) { lw_i64_to_u16($0) } }
  t[KernelIndex.convert(from: .i64, to: .u32)] = { convert(I64.self, U32.self, $0, $1, $2) { lw_i64_to_u32($0) } }
  t[KernelIndex.convert(from: .i64, to: .u64)] = { convert(I64.self, U64.self, $0, $1, $2) { lw_i64_to_u64($0) } }
  t[KernelIndex.convert(from: .i64, to: .f32)] = { convert(I64.self, F32.self, $0, $1, $2) { lw_i64_to_f32($0) } }
  t[KernelIndex.convert(from: .i64, to: .f64)] = { convert(I64.self, F64.self, $0, $1, $2) { lw_i64_to_f64($0) } }
  t[KernelIndex.convert(from: .i64, to: .f16)] = {
    convert(I64.self, U16.self, $0, $1, $2) { lw_f32_to_f16(lw_i64_to_f32($0)) }
  }
  t[KernelIndex.convert(from: .i64, to: .bf16)] = {
    convert(I64.self, U16.self, $0, $1, $2) { lw_f32_to_bf16(lw_i64_to_f32($0)) }
  }
  t[KernelIndex.convert(from: .i64, to: .c64)] = {
    convertToComplex(I64.self, F32.self, $0, $1, $2) { lw_i64_to_f32($0) }
  }
  t[KernelIndex.convert(from: .i64, to: .c128)] = {
    convertToComplex(I64.self, F64.self, $0, $1, $2) { lw_i64_to_f64($0) }
  }
}

func fillConvertU8(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.convert(from: .u8, to: .bool)] = { convert(U8.self, Bool8.self, $0, $1, $2) { lw_ne_u8($0, U8.zero) } }
  t[KernelIndex.convert(from: .u8, to: .i8)] = { convert(U8.self, I8.self, $0, $1, $2) { lw_u8_to_i8($0) } }
  t[KernelIndex.convert(from: .u8, to: .i16)] = { convert(U8.self, I16.self, $0, $1, $2) { lw_u8_to_i16($0) } }
  t[KernelIndex.convert(from: .u8, to: .i32)] = { convert(U8.self, I32.self, $0, $1, $2) { lw_u8_to_i32($0) } }
  t[KernelIndex.convert(from: .u8, to: .i64)] = { convert(U8.self, I64.self, $0, $1, $2) { lw_u8_to_i64($0) } }
  t[KernelIndex.convert(from: .u8, to: .u8)] = { convert(U8.self, U8.self, $0, $1, $2) { $0 } }
  t[KernelIndex.convert(from: .u8, to: .u16)] = { convert(U8.self, U16.self, $0, $1, $2) { lw_u8_to_u16($0) } }
  t[KernelIndex.convert(from: .u8, to: .u32)] = { convert(U8.self, U32.self, $0, $1, $2) { lw_u8_to_u32($0) } }
  t[KernelIndex.convert(from: .u8, to: .u64)] = { convert(U8.self, U64.self, $0, $1, $2) { lw_u8_to_u64($0) } }
  t[KernelIndex.convert(from: .u8, to: .f32)] = { convert(U8.self, F32.self, $0, $1, $2) { lw_u8_to_f32($0) } }
  t[KernelIndex.convert(from: .u8, to: .f64)] = { convert(U8.self, F64.self, $0, $1, $2) { lw_u8_to_f64($0) } }
  t[KernelIndex.convert(from: .u8, to: .f16)] = {
    convert(U8.self, U16.self, $0, $1, $2) { lw_f32_to_f16(lw_u8_to_f32($0)) }
  }
  t[KernelIndex.convert(from: .u8, to: .bf16)] = {
    convert(U8.self, U16.self, $0, $1, $2) { lw_f32_to_bf16(lw_u8_to_f32($0)) }
  }
  t[KernelIndex.convert(from: .u8, to: .c64)] = { convertToComplex(U8.self, F32.self, $0, $1, $2) { lw_u8_to_f32($0) } }
  t[KernelIndex.convert(from: .u8, to: .c128)] = {
    convertToComplex(U8.self, F64.self, $0, $1, $2) { lw_u8_to_f64($0) }
  }
}

func fillConvertU16(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.convert(from: .u16, to: .bool)] = {
    convert(U16.self, Bool8.self, $0, $1, $2) { lw_ne_u16($0, U16.zero) }
  }
  t[KernelIndex.convert(from: .u16, to: .i8)] = { convert(U16.self, I8.self, $0, $1, $2) { lw_u16_to_i8($0) } }
  t[KernelIndex.convert(from: .u16, to: .i16)] = { convert(U16.self, I16.self, $0, $1, $2) { lw_u16_to_i16($0) } }
  t[KernelIndex.convert(from: .u16, to: .i32)] = { convert(U16.self, I32.self, $0, $1, $2) { lw_u16_to_i32($0) } }
  t[KernelIndex.convert(from: .u16, to: .i64)] = { convert(U16.self, I64.self, $0, $1, $2) { lw_u16_to_i64($0) } }
  t[KernelIndex.convert(from: .u16, to: .u8)] = { convert(U16.self, U8.self, $0, $1, $2) { lw_u16_to_u8($0) } }
  t[KernelIndex.convert(from: .u16, to: .u16)] = { convert(U16.self, U16.self, $0, $1, $2) { $0 } }
  t[KernelIndex.convert(from: .u16, to: .u32)] = { convert(U16.self, U32.self, $0, $1, $2) { lw_u16_to_u32($0) } }
  t[KernelIndex.convert(from: .u16, to: .u64)] = { convert(U16.self, U64.self, $0, $1, $2) { lw_u16_to_u64($0) } }
  t[KernelIndex.convert(from: .u16, to: .f32)] = { convert(U16.self, F32.self, $0, $1, $2) { lw_u16_to_f32($0) } }
  t[KernelIndex.convert(from: .u16, to: .f64)] = { convert(U16.self, F64.self, $0, $1, $2) { lw_u16_to_f64($0) } }
  t[KernelIndex.convert(from: .u16, to: .f16)] = {
    convert(U16.self, U16.self, $0, $1, $2) { lw_f32_to_f16(lw_u16_to_f32($0)) }
  }
  t[KernelIndex.convert(from: .u16, to: .bf16)] = {
    convert(U16.self, U16.self, $0, $1, $2) { lw_f32_to_bf16(lw_u16_to_f32($0)) }
  }
  t[KernelIndex.convert(from: .u16, to: .c64)] = {
    convertToComplex(U16.self, F32.self, $0, $1, $2) { lw_u16_to_f32($0) }
  }
  t[KernelIndex.convert(from: .u16, to: .c128)] = {
    convertToComplex(U16.self, F64.self, $0, $1, $2) { lw_u16_to_f64($0) }
  }
}

func fillConvertU32(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.convert(from: .u32, to: .bool)] = {
    convert(U32.self, Bool8.self, $0, $1, $2) { lw_ne_u32($0, U32.zero) }
  }
  t[KernelIndex.convert(from: .u32, to: .i8)] = { convert(U32.self, I8.self, $0, $1, $2) { lw_u32_to_i8($0) } }
  t[KernelIndex.convert(from: .u32, to: .i16)] = { convert(U32.self, I16.self, $0, $1, $2) { lw_u32_to_i16($0) } }
  t[KernelIndex.convert(from: .u32, to: .i32)] = { convert(U32.self, I32.self, $0, $1, $2) { lw_u32_to_i32($0) } }
  t[KernelIndex.convert(from: .u32, to: .i64)] = { convert(U32.self, I64.self, $0, $1, $2) { lw_u32_to_i64($0) } }
  t[KernelIndex.convert(from: .u32, to: .u8)] = { convert(U32.self, U8.self, $0, $1, $2) { lw_u32_to_u8($0) } }
  t[KernelIndex.convert(from: .u32, to: .u16)] = { convert(U32.self, U16.self, $0, $1, $2) { lw_u32_to_u16($0) } }
  t[KernelIndex.convert(from: .u32, to: .u32)] = { convert(U32.self, U32.self, $0, $1, $2) { $0 } }
  t[KernelIndex.convert(from: .u32, to: .u64)] = { convert(U32.self, U64.self, $0, $1, $2) { lw_u32_to_u64($0) } }
  t[KernelIndex.convert(from: .u32, to: .f32)] = { convert(U32.self, F32.self, $0, $1, $2) { lw_u32_to_f32($0) } }
  t[KernelIndex.convert(from: .u32, to: .f64)] = { convert(U32.self, F64.self, $0, $1, $2) { lw_u32_to_f64($0) } }
  t[KernelIndex.convert(from: .u32, to: .f16)] = {
    convert(U32.self, U16.self, $0, $1, $2) { lw_f32_to_f16(lw_u32_to_f32($0)) }
  }
  t[KernelIndex.convert(from: .u32, to: .bf16)] = {
    convert(U32.self, U16.self, $0, $1, $2) { lw_f32_to_bf16(lw_u32_to_f32($0)) }
  }
  t[KernelIndex.convert(from: .u32, to: .c64)] = {
    convertToComplex(U32.self, F32.self, $0, $1, $2) { lw_u32_to_f32($0) }
  }
  t[KernelIndex.convert(from: .u32, to: .c128)] = {
    convertToComplex(U32.self, F64.self, $0, $1, $2) { lw_u32_to_f64($0) }
  }
}

func fillConvertU64(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.convert(from: .u64, to: .bool)] = {
    convert(U64.self, Bool8.self, $0, $1, $2) { lw_ne_u64($0, U64.zero) }
  }
  t[KernelIndex.convert(from: .u64, to: .i8)] = { convert(U64.self, I8.self, $0, $1, $2) { lw_u64_to_i8($0) } }
  t[KernelIndex.convert(from: .u64, to: .i16)] = { convert(U64.self, I16.self, $0, $1, $2) { lw_u64_to_i16($0) } }
  t[KernelIndex.convert(from: .u64, to: .i32)] = { convert(U64.self, I32.self, $0, $1, $2) { lw_u64_to_i32($0) } }
  t[KernelIndex.convert(from: .u64, to: .i64)] = { convert(U64.self, I64.self, $0, $1, $2) { lw_u64_to_i64($0) } }
  t[KernelIndex.convert(from: .u64, to: .u8)] = { convert(U64.self, U8.self, $0, $1, $2) { lw_u64_to_u8($0) } }
  t[KernelIndex.convert(from: .u64, to: .u16)] = { convert(U64.self, U16.self, $0, $1, $2) { lw_u64_to_u16($0) } }
  t[KernelIndex.convert(from: .u64, to: .u32)] = { convert(U64.self, U32.self, $0, $1, $2) { lw_u64_to_u32($0) } }
  t[KernelIndex.convert(from: .u64, to: .u64)] = { convert(U64.self, U64.self, $0, $1, $2) { $0 } }
  t[KernelIndex.convert(from: .u64, to: .f32)] = { convert(U64.self, F32.self, $0, $1, $2) { lw_u64_to_f32($0) } }
  t[KernelIndex.convert(from: .u64, to: .f64)] = { convert(U64.self, F64.self, $0, $1, $2) { lw_u64_to_f64($0) } }
  t[KernelIndex.convert(from: .u64, to: .f16)] = {
    convert(U64.self, U16.self, $0, $1, $2) { lw_f32_to_f16(lw_u64_to_f32($0)) }
  }
  t[KernelIndex.convert(from: .u64, to: .bf16)] = {
    convert(U64.self, U16.self, $0, $1, $2) { lw_f32_to_bf16(lw_u64_to_f32($0)) }
  }
  t[KernelIndex.convert(from: .u64, to: .c64)] = {
    convertToComplex(U64.self, F32.self, $0, $1, $2) { lw_u64_to_f32($0) }
  }
  t[KernelIndex.convert(from: .u64, to: .c128)] = {
    convertToComplex(U64.self, F64.self, $0, $1, $2) { lw_u64_to_f64($0) }
  }
}

func fillConvertF32(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.convert(from: .f32, to: .bool)] = {
    convert(F32.self, Bool8.self, $0, $1, $2) { lw_ne_f32($0, F32.zero) }
  }
  t[KernelIndex.convert(from: .f32, to: .i8)] = { convert(F32.self, I8.self, $0, $1, $2) { lw_f32_to_i8($0) } }
  t[KernelIndex.convert(from: .f32, to: .i16)] = { convert(F32.self, I16.self, $0, $1, $2) { lw_f32_to_i16($0) } }
  t[KernelIndex.convert(from: .f32, to: .i32)] = { convert(F32.self, I32.self, $0, $1, $2) { lw_f32_to_i32($0) } }
  t[KernelIndex.convert(from: .f32, to: .i64)] = { convert(F32.self, I64.self, $0, $1, $2) { lw_f32_to_i64($0) } }
  t[KernelIndex.convert(from: .f32, to: .u8)] = { convert(F32.self, U8.self, $0, $1, $2) { lw_f32_to_u8($0) } }
  t[KernelIndex.convert(from: .f32, to: .u16)] = { convert(F32.self, U16.self, $0, $1, $2) { lw_f32_to_u16($0) } }
  t[KernelIndex.convert(from: .f32, to: .u32)] = { convert(F32.self, U32.self, $0, $1, $2) { lw_f32_to_u32($0) } }
  t[KernelIndex.convert(from: .f32, to: .u64)] = { convert(F32.self, U64.self, $0, $1, $2) { lw_f32_to_u64($0) } }
  t[KernelIndex.convert(from: .f32, to: .f32)] = { convert(F32.self, F32.self, $0, $1, $2) { $0 } }
  t[KernelIndex.convert(from: .f32, to: .f64)] = { convert(F32.self, F64.self, $0, $1, $2) { lw_f32_to_f64($0) } }
  t[KernelIndex.convert(from: .f32, to: .f16)] = { convert(F32.self, U16.self, $0, $1, $2) { lw_f32_to_f16($0) } }
  t[KernelIndex.convert(from: .f32, to: .bf16)] = { convert(F32.self, U16.self, $0, $1, $2) { lw_f32_to_bf16($0) } }
  t[KernelIndex.convert(from: .f32, to: .c64)] = { convertToComplex(F32.self, F32.self, $0, $1, $2) { $0 } }
  t[KernelIndex.convert(from: .f32, to: .c128)] = {
    convertToComplex(F32.self, F64.self, $0, $1, $2) { lw_f32_to_f64($0) }
  }
}

func fillConvertF64(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.convert(from: .f64, to: .bool)] = {
    convert(F64.self, Bool8.self, $0, $1, $2) { lw_ne_f64($0, F64.zero) }
  }
  t[KernelIndex.convert(from: .f64, to: .i8)] = { convert(F64.self, I8.self, $0, $1, $2) { lw_f64_to_i8($0) } }
  t[KernelIndex.convert(from: .f64, to: .i16)] = { convert(F64.self, I16.self, $0, $1, $2) { lw_f64_to_i16($0) } }
  t[KernelIndex.convert(from: .f64, to: .i32)] = { convert(F64.self, I32.self, $0, $1, $2) { lw_f64_to_i32($0) } }
  t[KernelIndex.convert(from: .f64, to: .i64)] = { convert(F64.self, I64.self, $0, $1, $2) { lw_f64_to_i64($0) } }
  t[KernelIndex.convert(from: .f64, to: .u8)] = { convert(F64.self, U8.self, $0, $1, $2) { lw_f64_to_u8($0) } }
  t[KernelIndex.convert(from: .f64, to: .u16)] = { convert(F64.self, U16.self, $0, $1, $2) { lw_f64_to_u16($0) } }
  t[KernelIndex.convert(from: .f64, to: .u32)] = { convert(F64.self, U32.self, $0, $1, $2) { lw_f64_to_u32($0) } }
  t[KernelIndex.convert(from: .f64, to: .u64)] = { convert(F64.self, U64.self, $0, $1, $2) { lw_f64_to_u64($0) } }
  t[KernelIndex.convert(from: .f64, to: .f32)] = { convert(F64.self, F32.self, $0, $1, $2) { lw_f64_to_f32($0) } }
  t[KernelIndex.convert(from: .f64, to: .f64)] = { convert(F64.self, F64.self, $0, $1, $2) { $0 } }
  t[KernelIndex.convert(from: .f64, to: .f16)] = { convert(F64.self, U16.self, $0, $1, $2) { lw_f64_to_f16($0) } }
  t[KernelIndex.convert(from: .f64, to: .bf16)] = {
    convert(F64.self, U16.self, $0, $1, $2) { lw_f32_to_bf16(lw_f64_to_f32($0)) }
  }
  t[KernelIndex.convert(from: .f64, to: .c64)] = {
    convertToComplex(F64.self, F32.self, $0, $1, $2) { lw_f64_to_f32($0) }
  }
  t[KernelIndex.convert(from: .f64, to: .c128)] = { convertToComplex(F64.self, F64.self, $0, $1, $2) { $0 } }
}

func fillConvertF16(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.convert(from: .f16, to: .bool)] = {
    convert(U16.self, Bool8.self, $0, $1, $2) { lw_ne_f32(lw_f16_to_f32($0), F32.zero) }
  }
  t[KernelIndex.convert(from: .f16, to: .i8)] = {
    convert(U16.self, I8.self, $0, $1, $2) { lw_f32_to_i8(lw_f16_to_f32($0)) }
  }
  t[KernelIndex.convert(from: .f16, to: .i16)] = {
    convert(U16.self, I16.self, $0, $1, $2) { lw_f32_to_i16(lw_f16_to_f32($0)) }
  }
  t[KernelIndex.convert(from: .f16, to: .i32)] = {
    convert(U16.self, I32.self, $0, $1, $2) { lw_f32_to_i32(lw_f16_to_f32($0)) }
  }
  t[KernelIndex.convert(from: .f16, to: .i64)] = {
    convert(U16.self, I64.self, $0, $1, $2) { lw_f32_to_i64(lw_f16_to_f32($0)) }
  }
  t[KernelIndex.convert(from: .f16, to: .u8)] = {
    convert(U16.self, U8.self, $0, $1, $2) { lw_f32_to_u8(lw_f16_to_f32($0)) }
  }
  t[KernelIndex.convert(from: .f16, to: .u16)] = {
    convert(U16.self, U16.self, $0, $1, $2) { lw_f32_to_u16(lw_f16_to_f32($0)) }
  }
  t[KernelIndex.convert(from: .f16, to: .u32)] = {
    convert(U16.self, U32.self, $0, $1, $2) { lw_f32_to_u32(lw_f16_to_f32($0)) }
  }
  t[KernelIndex.convert(from: .f16, to: .u64)] = {
    convert(U16.self, U64.self, $0, $1, $2) { lw_f32_to_u64(lw_f16_to_f32($0)) }
  }
  t[KernelIndex.convert(from: .f16, to: .f32)] = { convert(U16.self, F32.self, $0, $1, $2) { lw_f16_to_f32($0) } }
  t[KernelIndex.convert(from: .f16, to: .f64)] = {
    convert(U16.self, F64.self, $0, $1, $2) { lw_f32_to_f64(lw_f16_to_f32($0)) }
  }
  t[KernelIndex.convert(from: .f16, to: .f16)] = { convert(U16.self, U16.self, $0, $1, $2) { $0 } }
  t[KernelIndex.convert(from: .f16, to: .bf16)] = {
    convert(U16.self, U16.self, $0, $1, $2) { lw_f32_to_bf16(lw_f16_to_f32($0)) }
  }
  t[KernelIndex.convert(from: .f16, to: .c64)] = {
    convertToComplex(U16.self, F32.self, $0, $1, $2) { lw_f16_to_f32($0) }
  }
  t[KernelIndex.convert(from: .f16, to: .c128)] = {
    convertToComplex(U16.self, F64.self, $0, $1, $2) { lw_f32_to_f64(lw_f16_to_f32($0)) }
  }
}

func fillConvertBF16(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.convert(from: .bf16, to: .bool)] = {
    convert(U16.self, Bool8.self, $0, $1, $2) { lw_ne_f32(lw_bf16_to_f32($0), F32.zero) }
  }
  t[KernelIndex.convert(from: .bf16, to: .i8)] = {
    convert(U16.self, I8.self, $0, $1, $2) { lw_f32_to_i8(lw_bf16_to_f32($0)) }
  }
  t[KernelIndex.convert(from: .bf16, to: .i16)] = {
    convert(U16.self, I16.self, $0, $1, $2) { lw_f32_to_i16(lw_bf16_to_f32($0)) }
  }
  t[KernelIndex.convert(from: .bf16, to: .i32)] = {
    convert(U16.self, I32.self, $0, $1, $2) { lw_f32_to_i32(lw_bf16_to_f32($0)) }
  }
  t[KernelIndex.convert(from: .bf16, to: .i64)] = {
    convert(U16.self, I64.self, $0, $1, $2) { lw_f32_to_i64(lw_bf16_to_f32($0)) }
  }
  t[KernelIndex.convert(from: .bf16, to: .u8)] = {
    convert(U16.self, U8.self, $0, $1, $2) { lw_f32_to_u8(lw_bf16_to_f32($0)) }
  }
  t[KernelIndex.convert(from: .bf16, to: .u16)] = {
    convert(U16.self, U16.self, $0, $1, $2) { lw_f32_to_u16(lw_bf16_to_f32($0)) }
  }
  t[KernelIndex.convert(from: .bf16, to: .u32)] = {
    convert(U16.self, U32.self, $0, $1, $2) { lw_f32_to_u32(lw_bf16_to_f32($0)) }
  }
  t[KernelIndex.convert(from: .bf16, to: .u64)] = {
    convert(U16.self, U64.self, $0, $1, $2) { lw_f32_to_u64(lw_bf16_to_f32($0)) }
  }
  t[KernelIndex.convert(from: .bf16, to: .f32)] = { convert(U16.self, F32.self, $0, $1, $2) { lw_bf16_to_f32($0) } }
  t[KernelIndex.convert(from: .bf16, to: .f64)] = {
    convert(U16.self, F64.self, $0, $1, $2) { lw_f32_to_f64(lw_bf16_to_f32($0)) }
  }
  t[KernelIndex.convert(from: .bf16, to: .f16)] = {
    convert(U16.self, U16.self, $0, $1, $2) { lw_f32_to_f16(lw_bf16_to_f32($0)) }
  }
  t[KernelIndex.convert(from: .bf16, to: .bf16)] = { convert(U16.self, U16.self, $0, $1, $2) { $0 } }
  t[KernelIndex.convert(from: .bf16, to: .c64)] = {
    convertToComplex(U16.self, F32.self, $0, $1, $2) { lw_bf16_to_f32($0) }
  }
  t[KernelIndex.convert(from: .bf16, to: .c128)] = {
    convertToComplex(U16.self, F64.self, $0, $1, $2) { lw_f32_to_f64(lw_bf16_to_f32($0)) }
  }
}

func fillConvertC64(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.convert(from: .c64, to: .f32)] = { mapToReal(RealParts.self, $0, $1, $2) }
  t[KernelIndex.convert(from: .c64, to: .i8)] = { convertRealParts(F32.self, I8.self, $0, $1, $2) { lw_f32_to_i8($0) } }
  t[KernelIndex.convert(from: .c64, to: .i16)] = {
    convertRealParts(F32.self, I16.self, $0, $1, $2) { lw_f32_to_i16($0) }
  }
  t[KernelIndex.convert(from: .c64, to: .i32)] = {
    convertRealParts(F32.self, I32.self, $0, $1, $2) { lw_f32_to_i32($0) }
  }
  t[KernelIndex.convert(from: .c64, to: .i64)] = {
    convertRealParts(F32.self, I64.self, $0, $1, $2) { lw_f32_to_i64($0) }
  }
  t[KernelIndex.convert(from: .c64, to: .u8)] = { convertRealParts(F32.self, U8.self, $0, $1, $2) { lw_f32_to_u8($0) } }
  t[KernelIndex.convert(from: .c64, to: .u16)] = {
    convertRealParts(F32.self, U16.self, $0, $1, $2) { lw_f32_to_u16($0) }
  }
  t[KernelIndex.convert(from: .c64, to: .u32)] = {
    convertRealParts(F32.self, U32.self, $0, $1, $2) { lw_f32_to_u32($0) }
  }
  t[KernelIndex.convert(from: .c64, to: .u64)] = {
    convertRealParts(F32.self, U64.self, $0, $1, $2) { lw_f32_to_u64($0) }
  }
  t[KernelIndex.convert(from: .c64, to: .f64)] = {
    convertRealParts(F32.self, F64.self, $0, $1, $2) { lw_f32_to_f64($0) }
  }
  t[KernelIndex.convert(from: .c64, to: .f16)] = {
    convertRealParts(F32.self, U16.self, $0, $1, $2) { lw_f32_to_f16($0) }
  }
  t[KernelIndex.convert(from: .c64, to: .bf16)] = {
    convertRealParts(F32.self, U16.self, $0, $1, $2) { lw_f32_to_bf16($0) }
  }
  t[KernelIndex.convert(from: .c64, to: .bool)] = { convert(C64.self, Flag.self, $0, $1, $2) { C64.ne($0, C64.zero) } }
  t[KernelIndex.convert(from: .c64, to: .c64)] = {
    convert(C64.self, C64.self, $0, $1, $2) { Complex(Float($0.re), Float($0.im)) }
  }
  t[KernelIndex.convert(from: .c64, to: .c128)] = {
    convert(C64.self, C128.self, $0, $1, $2) { Complex(Double($0.re), Double($0.im)) }
  }
}

func fillConvertC128(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.convert(from: .c128, to: .i8)] = {
    convertRealParts(F64.self, I8.self, $0, $1, $2) { lw_f64_to_i8($0) }
  }
  t[KernelIndex.convert(from: .c128, to: .i16)] = {
    convertRealParts(F64.self, I16.self, $0, $1, $2) { lw_f64_to_i16($0) }
  }
  t[KernelIndex.convert(from: .c128, to: .i32)] = {
    convertRealParts(F64.self, I32.self, $0, $1, $2) { lw_f64_to_i32($0) }
  }
  t[KernelIndex.convert(from: .c128, to: .i64)] = {
    convertRealParts(F64.self, I64.self, $0, $1, $2) { lw_f64_to_i64($0) }
  }
  t[KernelIndex.convert(from: .c128, to: .u8)] = {
    convertRealParts(F64.self, U8.self, $0, $1, $2) { lw_f64_to_u8($0) }
  }
  t[KernelIndex.convert(from: .c128, to: .u16)] = {
    convertRealParts(F64.self, U16.self, $0, $1, $2) { lw_f64_to_u16($0) }
  }
  t[KernelIndex.convert(from: .c128, to: .u32)] = {
    convertRealParts(F64.self, U32.self, $0, $1, $2) { lw_f64_to_u32($0) }
  }
  t[KernelIndex.convert(from: .c128, to: .u64)] = {
    convertRealParts(F64.self, U64.self, $0, $1, $2) { lw_f64_to_u64($0) }
  }
  t[KernelIndex.convert(from: .c128, to: .f32)] = {
    convertRealParts(F64.self, F32.self, $0, $1, $2) { lw_f64_to_f32($0) }
  }
  t[KernelIndex.convert(from: .c128, to: .f64)] = { convertRealParts(F64.self, F64.self, $0, $1, $2) { $0 } }
  t[KernelIndex.convert(from: .c128, to: .f16)] = {
    convertRealParts(F64.self, U16.self, $0, $1, $2) { lw_f64_to_f16($0) }
  }
  t[KernelIndex.convert(from: .c128, to: .bf16)] = {
    convertRealParts(F64.self, U16.self, $0, $1, $2) { lw_f32_to_bf16(lw_f64_to_f32($0)) }
  }
  t[KernelIndex.convert(from: .c128, to: .bool)] = {
    convert(C128.self, Flag.self, $0, $1, $2) { C128.ne($0, C128.zero) }
  }
  t[KernelIndex.convert(from: .c128, to: .c64)] = {
    convert(C128.self, C64.self, $0, $1, $2) { Complex(Float($0.re), Float($0.im)) }
  }
  t[KernelIndex.convert(from: .c128, to: .c128)] = {
    convert(C128.self, C128.self, $0, $1, $2) { Complex(Double($0.re), Double($0.im)) }
  }
}
