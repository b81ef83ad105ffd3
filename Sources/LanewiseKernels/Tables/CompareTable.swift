// Written by Scripts/generate-kernel-tables.swift; change that, not this.

func fillCompareBool8(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.compare(.eq, .bool, .rr)] = { map(Apply2<Eq<Bool8>, RA<Bool8>, RB<Bool8>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.eq, .bool, .rc)] = { map(Apply2<Eq<Bool8>, RA<Bool8>, KB<Bool8>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.eq, .bool, .cr)] = { map(Apply2<Eq<Bool8>, KA<Bool8>, RB<Bool8>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ne, .bool, .rr)] = { map(Apply2<Ne<Bool8>, RA<Bool8>, RB<Bool8>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ne, .bool, .rc)] = { map(Apply2<Ne<Bool8>, RA<Bool8>, KB<Bool8>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ne, .bool, .cr)] = { map(Apply2<Ne<Bool8>, KA<Bool8>, RB<Bool8>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.lt, .bool, .rr)] = { map(Apply2<Lt<Bool8>, RA<Bool8>, RB<Bool8>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.lt, .bool, .rc)] = { map(Apply2<Lt<Bool8>, RA<Bool8>, KB<Bool8>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.lt, .bool, .cr)] = { map(Apply2<Lt<Bool8>, KA<Bool8>, RB<Bool8>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.le, .bool, .rr)] = { map(Apply2<Le<Bool8>, RA<Bool8>, RB<Bool8>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.le, .bool, .rc)] = { map(Apply2<Le<Bool8>, RA<Bool8>, KB<Bool8>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.le, .bool, .cr)] = { map(Apply2<Le<Bool8>, KA<Bool8>, RB<Bool8>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.gt, .bool, .rr)] = { map(Apply2<Gt<Bool8>, RA<Bool8>, RB<Bool8>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.gt, .bool, .rc)] = { map(Apply2<Gt<Bool8>, RA<Bool8>, KB<Bool8>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.gt, .bool, .cr)] = { map(Apply2<Gt<Bool8>, KA<Bool8>, RB<Bool8>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ge, .bool, .rr)] = { map(Apply2<Ge<Bool8>, RA<Bool8>, RB<Bool8>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ge, .bool, .rc)] = { map(Apply2<Ge<Bool8>, RA<Bool8>, KB<Bool8>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ge, .bool, .cr)] = { map(Apply2<Ge<Bool8>, KA<Bool8>, RB<Bool8>>.self, $0, $1, $2) }
}

func fillCompareI8(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.compare(.eq, .i8, .rr)] = { map(Apply2<Eq<I8>, RA<I8>, RB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.eq, .i8, .rc)] = { map(Apply2<Eq<I8>, RA<I8>, KB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.eq, .i8, .cr)] = { map(Apply2<Eq<I8>, KA<I8>, RB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ne, .i8, .rr)] = { map(Apply2<Ne<I8>, RA<I8>, RB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ne, .i8, .rc)] = { map(Apply2<Ne<I8>, RA<I8>, KB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ne, .i8, .cr)] = { map(Apply2<Ne<I8>, KA<I8>, RB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.lt, .i8, .rr)] = { map(Apply2<Lt<I8>, RA<I8>, RB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.lt, .i8, .rc)] = { map(Apply2<Lt<I8>, RA<I8>, KB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.lt, .i8, .cr)] = { map(Apply2<Lt<I8>, KA<I8>, RB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.le, .i8, .rr)] = { map(Apply2<Le<I8>, RA<I8>, RB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.le, .i8, .rc)] = { map(Apply2<Le<I8>, RA<I8>, KB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.le, .i8, .cr)] = { map(Apply2<Le<I8>, KA<I8>, RB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.gt, .i8, .rr)] = { map(Apply2<Gt<I8>, RA<I8>, RB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.gt, .i8, .rc)] = { map(Apply2<Gt<I8>, RA<I8>, KB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.gt, .i8, .cr)] = { map(Apply2<Gt<I8>, KA<I8>, RB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ge, .i8, .rr)] = { map(Apply2<Ge<I8>, RA<I8>, RB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ge, .i8, .rc)] = { map(Apply2<Ge<I8>, RA<I8>, KB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ge, .i8, .cr)] = { map(Apply2<Ge<I8>, KA<I8>, RB<I8>>.self, $0, $1, $2) }
}

func fillCompareI16(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.compare(.eq, .i16, .rr)] = { map(Apply2<Eq<I16>, RA<I16>, RB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.eq, .i16, .rc)] = { map(Apply2<Eq<I16>, RA<I16>, KB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.eq, .i16, .cr)] = { map(Apply2<Eq<I16>, KA<I16>, RB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ne, .i16, .rr)] = { map(Apply2<Ne<I16>, RA<I16>, RB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ne, .i16, .rc)] = { map(Apply2<Ne<I16>, RA<I16>, KB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ne, .i16, .cr)] = { map(Apply2<Ne<I16>, KA<I16>, RB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.lt, .i16, .rr)] = { map(Apply2<Lt<I16>, RA<I16>, RB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.lt, .i16, .rc)] = { map(Apply2<Lt<I16>, RA<I16>, KB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.lt, .i16, .cr)] = { map(Apply2<Lt<I16>, KA<I16>, RB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.le, .i16, .rr)] = { map(Apply2<Le<I16>, RA<I16>, RB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.le, .i16, .rc)] = { map(Apply2<Le<I16>, RA<I16>, KB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.le, .i16, .cr)] = { map(Apply2<Le<I16>, KA<I16>, RB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.gt, .i16, .rr)] = { map(Apply2<Gt<I16>, RA<I16>, RB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.gt, .i16, .rc)] = { map(Apply2<Gt<I16>, RA<I16>, KB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.gt, .i16, .cr)] = { map(Apply2<Gt<I16>, KA<I16>, RB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ge, .i16, .rr)] = { map(Apply2<Ge<I16>, RA<I16>, RB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ge, .i16, .rc)] = { map(Apply2<Ge<I16>, RA<I16>, KB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ge, .i16, .cr)] = { map(Apply2<Ge<I16>, KA<I16>, RB<I16>>.self, $0, $1, $2) }
}

func fillCompareI32(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.compare(.eq, .i32, .rr)] = { map(Apply2<Eq<I32>, RA<I32>, RB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.eq, .i32, .rc)] = { map(Apply2<Eq<I32>, RA<I32>, KB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.eq, .i32, .cr)] = { map(Apply2<Eq<I32>, KA<I32>, RB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ne, .i32, .rr)] = { map(Apply2<Ne<I32>, RA<I32>, RB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ne, .i32, .rc)] = { map(Apply2<Ne<I32>, RA<I32>, KB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ne, .i32, .cr)] = { map(Apply2<Ne<I32>, KA<I32>, RB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.lt, .i32, .rr)] = { map(Apply2<Lt<I32>, RA<I32>, RB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.lt, .i32, .rc)] = { map(Apply2<Lt<I32>, RA<I32>, KB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.lt, .i32, .cr)] = { map(Apply2<Lt<I32>, KA<I32>, RB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.le, .i32, .rr)] = { map(Apply2<Le<I32>, RA<I32>, RB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.le, .i32, .rc)] = { map(Apply2<Le<I32>, RA<I32>, KB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.le, .i32, .cr)] = { map(Apply2<Le<I32>, KA<I32>, RB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.gt, .i32, .rr)] = { map(Apply2<Gt<I32>, RA<I32>, RB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.gt, .i32, .rc)] = { map(Apply2<Gt<I32>, RA<I32>, KB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.gt, .i32, .cr)] = { map(Apply2<Gt<I32>, KA<I32>, RB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ge, .i32, .rr)] = { map(Apply2<Ge<I32>, RA<I32>, RB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ge, .i32, .rc)] = { map(Apply2<Ge<I32>, RA<I32>, KB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ge, .i32, .cr)] = { map(Apply2<Ge<I32>, KA<I32>, RB<I32>>.self, $0, $1, $2) }
}

func fillCompareI64(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.compare(.eq, .i64, .rr)] = { map(Apply2<Eq<I64>, RA<I64>, RB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.eq, .i64, .rc)] = { map(Apply2<Eq<I64>, RA<I64>, KB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.eq, .i64, .cr)] = { map(Apply2<Eq<I64>, KA<I64>, RB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ne, .i64, .rr)] = { map(Apply2<Ne<I64>, RA<I64>, RB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ne, .i64, .rc)] = { map(Apply2<Ne<I64>, RA<I64>, KB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ne, .i64, .cr)] = { map(Apply2<Ne<I64>, KA<I64>, RB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.lt, .i64, .rr)] = { map(Apply2<Lt<I64>, RA<I64>, RB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.lt, .i64, .rc)] = { map(Apply2<Lt<I64>, RA<I64>, KB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.lt, .i64, .cr)] = { map(Apply2<Lt<I64>, KA<I64>, RB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.le, .i64, .rr)] = { map(Apply2<Le<I64>, RA<I64>, RB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.le, .i64, .rc)] = { map(Apply2<Le<I64>, RA<I64>, KB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.le, .i64, .cr)] = { map(Apply2<Le<I64>, KA<I64>, RB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.gt, .i64, .rr)] = { map(Apply2<Gt<I64>, RA<I64>, RB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.gt, .i64, .rc)] = { map(Apply2<Gt<I64>, RA<I64>, KB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.gt, .i64, .cr)] = { map(Apply2<Gt<I64>, KA<I64>, RB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ge, .i64, .rr)] = { map(Apply2<Ge<I64>, RA<I64>, RB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ge, .i64, .rc)] = { map(Apply2<Ge<I64>, RA<I64>, KB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ge, .i64, .cr)] = { map(Apply2<Ge<I64>, KA<I64>, RB<I64>>.self, $0, $1, $2) }
}

func fillCompareU8(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.compare(.eq, .u8, .rr)] = { map(Apply2<Eq<U8>, RA<U8>, RB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.eq, .u8, .rc)] = { map(Apply2<Eq<U8>, RA<U8>, KB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.eq, .u8, .cr)] = { map(Apply2<Eq<U8>, KA<U8>, RB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ne, .u8, .rr)] = { map(Apply2<Ne<U8>, RA<U8>, RB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ne, .u8, .rc)] = { map(Apply2<Ne<U8>, RA<U8>, KB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ne, .u8, .cr)] = { map(Apply2<Ne<U8>, KA<U8>, RB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.lt, .u8, .rr)] = { map(Apply2<Lt<U8>, RA<U8>, RB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.lt, .u8, .rc)] = { map(Apply2<Lt<U8>, RA<U8>, KB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.lt, .u8, .cr)] = { map(Apply2<Lt<U8>, KA<U8>, RB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.le, .u8, .rr)] = { map(Apply2<Le<U8>, RA<U8>, RB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.le, .u8, .rc)] = { map(Apply2<Le<U8>, RA<U8>, KB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.le, .u8, .cr)] = { map(Apply2<Le<U8>, KA<U8>, RB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.gt, .u8, .rr)] = { map(Apply2<Gt<U8>, RA<U8>, RB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.gt, .u8, .rc)] = { map(Apply2<Gt<U8>, RA<U8>, KB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.gt, .u8, .cr)] = { map(Apply2<Gt<U8>, KA<U8>, RB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ge, .u8, .rr)] = { map(Apply2<Ge<U8>, RA<U8>, RB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ge, .u8, .rc)] = { map(Apply2<Ge<U8>, RA<U8>, KB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ge, .u8, .cr)] = { map(Apply2<Ge<U8>, KA<U8>, RB<U8>>.self, $0, $1, $2) }
}

func fillCompareU16(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.compare(.eq, .u16, .rr)] = { map(Apply2<Eq<U16>, RA<U16>, RB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.eq, .u16, .rc)] = { map(Apply2<Eq<U16>, RA<U16>, KB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.eq, .u16, .cr)] = { map(Apply2<Eq<U16>, KA<U16>, RB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ne, .u16, .rr)] = { map(Apply2<Ne<U16>, RA<U16>, RB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ne, .u16, .rc)] = { map(Apply2<Ne<U16>, RA<U16>, KB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ne, .u16, .cr)] = { map(Apply2<Ne<U16>, KA<U16>, RB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.lt, .u16, .rr)] = { map(Apply2<Lt<U16>, RA<U16>, RB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.lt, .u16, .rc)] = { map(Apply2<Lt<U16>, RA<U16>, KB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.lt, .u16, .cr)] = { map(Apply2<Lt<U16>, KA<U16>, RB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.le, .u16, .rr)] = { map(Apply2<Le<U16>, RA<U16>, RB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.le, .u16, .rc)] = { map(Apply2<Le<U16>, RA<U16>, KB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.le, .u16, .cr)] = { map(Apply2<Le<U16>, KA<U16>, RB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.gt, .u16, .rr)] = { map(Apply2<Gt<U16>, RA<U16>, RB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.gt, .u16, .rc)] = { map(Apply2<Gt<U16>, RA<U16>, KB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.gt, .u16, .cr)] = { map(Apply2<Gt<U16>, KA<U16>, RB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ge, .u16, .rr)] = { map(Apply2<Ge<U16>, RA<U16>, RB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ge, .u16, .rc)] = { map(Apply2<Ge<U16>, RA<U16>, KB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ge, .u16, .cr)] = { map(Apply2<Ge<U16>, KA<U16>, RB<U16>>.self, $0, $1, $2) }
}

func fillCompareU32(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.compare(.eq, .u32, .rr)] = { map(Apply2<Eq<U32>, RA<U32>, RB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.eq, .u32, .rc)] = { map(Apply2<Eq<U32>, RA<U32>, KB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.eq, .u32, .cr)] = { map(Apply2<Eq<U32>, KA<U32>, RB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ne, .u32, .rr)] = { map(Apply2<Ne<U32>, RA<U32>, RB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ne, .u32, .rc)] = { map(Apply2<Ne<U32>, RA<U32>, KB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ne, .u32, .cr)] = { map(Apply2<Ne<U32>, KA<U32>, RB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.lt, .u32, .rr)] = { map(Apply2<Lt<U32>, RA<U32>, RB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.lt, .u32, .rc)] = { map(Apply2<Lt<U32>, RA<U32>, KB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.lt, .u32, .cr)] = { map(Apply2<Lt<U32>, KA<U32>, RB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.le, .u32, .rr)] = { map(Apply2<Le<U32>, RA<U32>, RB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.le, .u32, .rc)] = { map(Apply2<Le<U32>, RA<U32>, KB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.le, .u32, .cr)] = { map(Apply2<Le<U32>, KA<U32>, RB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.gt, .u32, .rr)] = { map(Apply2<Gt<U32>, RA<U32>, RB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.gt, .u32, .rc)] = { map(Apply2<Gt<U32>, RA<U32>, KB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.gt, .u32, .cr)] = { map(Apply2<Gt<U32>, KA<U32>, RB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ge, .u32, .rr)] = { map(Apply2<Ge<U32>, RA<U32>, RB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ge, .u32, .rc)] = { map(Apply2<Ge<U32>, RA<U32>, KB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ge, .u32, .cr)] = { map(Apply2<Ge<U32>, KA<U32>, RB<U32>>.self, $0, $1, $2) }
}

func fillCompareU64(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.compare(.eq, .u64, .rr)] = { map(Apply2<Eq<U64>, RA<U64>, RB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.eq, .u64, .rc)] = { map(Apply2<Eq<U64>, RA<U64>, KB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.eq, .u64, .cr)] = { map(Apply2<Eq<U64>, KA<U64>, RB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ne, .u64, .rr)] = { map(Apply2<Ne<U64>, RA<U64>, RB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ne, .u64, .rc)] = { map(Apply2<Ne<U64>, RA<U64>, KB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ne, .u64, .cr)] = { map(Apply2<Ne<U64>, KA<U64>, RB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.lt, .u64, .rr)] = { map(Apply2<Lt<U64>, RA<U64>, RB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.lt, .u64, .rc)] = { map(Apply2<Lt<U64>, RA<U64>, KB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.lt, .u64, .cr)] = { map(Apply2<Lt<U64>, KA<U64>, RB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.le, .u64, .rr)] = { map(Apply2<Le<U64>, RA<U64>, RB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.le, .u64, .rc)] = { map(Apply2<Le<U64>, RA<U64>, KB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.le, .u64, .cr)] = { map(Apply2<Le<U64>, KA<U64>, RB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.gt, .u64, .rr)] = { map(Apply2<Gt<U64>, RA<U64>, RB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.gt, .u64, .rc)] = { map(Apply2<Gt<U64>, RA<U64>, KB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.gt, .u64, .cr)] = { map(Apply2<Gt<U64>, KA<U64>, RB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ge, .u64, .rr)] = { map(Apply2<Ge<U64>, RA<U64>, RB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ge, .u64, .rc)] = { map(Apply2<Ge<U64>, RA<U64>, KB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ge, .u64, .cr)] = { map(Apply2<Ge<U64>, KA<U64>, RB<U64>>.self, $0, $1, $2) }
}

func fillCompareF32(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.compare(.eq, .f32, .rr)] = { map(Apply2<Eq<F32>, RA<F32>, RB<F32>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.eq, .f32, .rc)] = { map(Apply2<Eq<F32>, RA<F32>, KB<F32>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.eq, .f32, .cr)] = { map(Apply2<Eq<F32>, KA<F32>, RB<F32>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ne, .f32, .rr)] = { map(Apply2<Ne<F32>, RA<F32>, RB<F32>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ne, .f32, .rc)] = { map(Apply2<Ne<F32>, RA<F32>, KB<F32>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ne, .f32, .cr)] = { map(Apply2<Ne<F32>, KA<F32>, RB<F32>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.lt, .f32, .rr)] = { map(Apply2<Lt<F32>, RA<F32>, RB<F32>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.lt, .f32, .rc)] = { map(Apply2<Lt<F32>, RA<F32>, KB<F32>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.lt, .f32, .cr)] = { map(Apply2<Lt<F32>, KA<F32>, RB<F32>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.le, .f32, .rr)] = { map(Apply2<Le<F32>, RA<F32>, RB<F32>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.le, .f32, .rc)] = { map(Apply2<Le<F32>, RA<F32>, KB<F32>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.le, .f32, .cr)] = { map(Apply2<Le<F32>, KA<F32>, RB<F32>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.gt, .f32, .rr)] = { map(Apply2<Gt<F32>, RA<F32>, RB<F32>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.gt, .f32, .rc)] = { map(Apply2<Gt<F32>, RA<F32>, KB<F32>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.gt, .f32, .cr)] = { map(Apply2<Gt<F32>, KA<F32>, RB<F32>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ge, .f32, .rr)] = { map(Apply2<Ge<F32>, RA<F32>, RB<F32>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ge, .f32, .rc)] = { map(Apply2<Ge<F32>, RA<F32>, KB<F32>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ge, .f32, .cr)] = { map(Apply2<Ge<F32>, KA<F32>, RB<F32>>.self, $0, $1, $2) }
}

func fillCompareF64(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.compare(.eq, .f64, .rr)] = { map(Apply2<Eq<F64>, RA<F64>, RB<F64>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.eq, .f64, .rc)] = { map(Apply2<Eq<F64>, RA<F64>, KB<F64>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.eq, .f64, .cr)] = { map(Apply2<Eq<F64>, KA<F64>, RB<F64>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ne, .f64, .rr)] = { map(Apply2<Ne<F64>, RA<F64>, RB<F64>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ne, .f64, .rc)] = { map(Apply2<Ne<F64>, RA<F64>, KB<F64>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ne, .f64, .cr)] = { map(Apply2<Ne<F64>, KA<F64>, RB<F64>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.lt, .f64, .rr)] = { map(Apply2<Lt<F64>, RA<F64>, RB<F64>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.lt, .f64, .rc)] = { map(Apply2<Lt<F64>, RA<F64>, KB<F64>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.lt, .f64, .cr)] = { map(Apply2<Lt<F64>, KA<F64>, RB<F64>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.le, .f64, .rr)] = { map(Apply2<Le<F64>, RA<F64>, RB<F64>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.le, .f64, .rc)] = { map(Apply2<Le<F64>, RA<F64>, KB<F64>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.le, .f64, .cr)] = { map(Apply2<Le<F64>, KA<F64>, RB<F64>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.gt, .f64, .rr)] = { map(Apply2<Gt<F64>, RA<F64>, RB<F64>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.gt, .f64, .rc)] = { map(Apply2<Gt<F64>, RA<F64>, KB<F64>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.gt, .f64, .cr)] = { map(Apply2<Gt<F64>, KA<F64>, RB<F64>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ge, .f64, .rr)] = { map(Apply2<Ge<F64>, RA<F64>, RB<F64>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ge, .f64, .rc)] = { map(Apply2<Ge<F64>, RA<F64>, KB<F64>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ge, .f64, .cr)] = { map(Apply2<Ge<F64>, KA<F64>, RB<F64>>.self, $0, $1, $2) }
}

func fillCompareC64(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.compare(.eq, .c64, .rr)] = {
    compareParts(EqParts.self, PartsStream<A>.self, PartsStream<B>.self, $0, $1, $2)
  }
  t[KernelIndex.compare(.eq, .c64, .rc)] = {
    compareParts(EqParts.self, PartsStream<A>.self, PartsConstant<B>.self, $0, $1, $2)
  }
  t[KernelIndex.compare(.eq, .c64, .cr)] = {
    compareParts(EqParts.self, PartsConstant<A>.self, PartsStream<B>.self, $0, $1, $2)
  }
  t[KernelIndex.compare(.ne, .c64, .rr)] = {
    compareParts(NeParts.self, PartsStream<A>.self, PartsStream<B>.self, $0, $1, $2)
  }
  t[KernelIndex.compare(.ne, .c64, .rc)] = {
    compareParts(NeParts.self, PartsStream<A>.self, PartsConstant<B>.self, $0, $1, $2)
  }
  t[KernelIndex.compare(.ne, .c64, .cr)] = {
    compareParts(NeParts.self, PartsConstant<A>.self, PartsStream<B>.self, $0, $1, $2)
  }
}

func fillCompareC128(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.compare(.eq, .c128, .rr)] = { map(Apply2<Eq<C128>, RA<C128>, RB<C128>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.eq, .c128, .rc)] = { map(Apply2<Eq<C128>, RA<C128>, KB<C128>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.eq, .c128, .cr)] = { map(Apply2<Eq<C128>, KA<C128>, RB<C128>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ne, .c128, .rr)] = { map(Apply2<Ne<C128>, RA<C128>, RB<C128>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ne, .c128, .rc)] = { map(Apply2<Ne<C128>, RA<C128>, KB<C128>>.self, $0, $1, $2) }
  t[KernelIndex.compare(.ne, .c128, .cr)] = { map(Apply2<Ne<C128>, KA<C128>, RB<C128>>.self, $0, $1, $2) }
}
