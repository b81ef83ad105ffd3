// Written by Scripts/generate-kernel-tables.swift; change that, not this.

func fillFolds(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.fold(.max, .bool)] = { fold(Max<Bool8>.self, RA<Bool8>.self, $0, $1, $2) }
  t[KernelIndex.fold(.min, .bool)] = { fold(Min<Bool8>.self, RA<Bool8>.self, $0, $1, $2) }
  t[KernelIndex.fold(.and, .bool)] = { fold(And<Bool8>.self, RA<Bool8>.self, $0, $1, $2) }
  t[KernelIndex.fold(.or, .bool)] = { fold(Or<Bool8>.self, RA<Bool8>.self, $0, $1, $2) }
  t[KernelIndex.fold(.xor, .bool)] = { fold(Xor<Bool8>.self, RA<Bool8>.self, $0, $1, $2) }
  t[KernelIndex.fold(.sum, .i8)] = { fold(Add<I8>.self, RA<I8>.self, $0, $1, $2) }
  t[KernelIndex.fold(.prod, .i8)] = { fold(Mul<I8>.self, RA<I8>.self, $0, $1, $2) }
  t[KernelIndex.fold(.max, .i8)] = { fold(Max<I8>.self, RA<I8>.self, $0, $1, $2) }
  t[KernelIndex.fold(.min, .i8)] = { fold(Min<I8>.self, RA<I8>.self, $0, $1, $2) }
  t[KernelIndex.fold(.and, .i8)] = { fold(And<I8>.self, RA<I8>.self, $0, $1, $2) }
  t[KernelIndex.fold(.or, .i8)] = { fold(Or<I8>.self, RA<I8>.self, $0, $1, $2) }
  t[KernelIndex.fold(.xor, .i8)] = { fold(Xor<I8>.self, RA<I8>.self, $0, $1, $2) }
  t[KernelIndex.fold(.sum, .i16)] = { fold(Add<I16>.self, RA<I16>.self, $0, $1, $2) }
  t[KernelIndex.fold(.prod, .i16)] = { fold(Mul<I16>.self, RA<I16>.self, $0, $1, $2) }
  t[KernelIndex.fold(.max, .i16)] = { fold(Max<I16>.self, RA<I16>.self, $0, $1, $2) }
  t[KernelIndex.fold(.min, .i16)] = { fold(Min<I16>.self, RA<I16>.self, $0, $1, $2) }
  t[KernelIndex.fold(.and, .i16)] = { fold(And<I16>.self, RA<I16>.self, $0, $1, $2) }
  t[KernelIndex.fold(.or, .i16)] = { fold(Or<I16>.self, RA<I16>.self, $0, $1, $2) }
  t[KernelIndex.fold(.xor, .i16)] = { fold(Xor<I16>.self, RA<I16>.self, $0, $1, $2) }
  t[KernelIndex.fold(.sum, .i32)] = { fold(Add<I32>.self, RA<I32>.self, $0, $1, $2) }
  t[KernelIndex.fold(.prod, .i32)] = { fold(Mul<I32>.self, RA<I32>.self, $0, $1, $2) }
  t[KernelIndex.fold(.max, .i32)] = { fold(Max<I32>.self, RA<I32>.self, $0, $1, $2) }
  t[KernelIndex.fold(.min, .i32)] = { fold(Min<I32>.self, RA<I32>.self, $0, $1, $2) }
  t[KernelIndex.fold(.and, .i32)] = { fold(And<I32>.self, RA<I32>.self, $0, $1, $2) }
  t[KernelIndex.fold(.or, .i32)] = { fold(Or<I32>.self, RA<I32>.self, $0, $1, $2) }
  t[KernelIndex.fold(.xor, .i32)] = { fold(Xor<I32>.self, RA<I32>.self, $0, $1, $2) }
  t[KernelIndex.fold(.sum, .i64)] = { fold(Add<I64>.self, RA<I64>.self, $0, $1, $2) }
  t[KernelIndex.fold(.prod, .i64)] = { fold(Mul<I64>.self, RA<I64>.self, $0, $1, $2) }
  t[KernelIndex.fold(.max, .i64)] = { fold(Max<I64>.self, RA<I64>.self, $0, $1, $2) }
  t[KernelIndex.fold(.min, .i64)] = { fold(Min<I64>.self, RA<I64>.self, $0, $1, $2) }
  t[KernelIndex.fold(.and, .i64)] = { fold(And<I64>.self, RA<I64>.self, $0, $1, $2) }
  t[KernelIndex.fold(.or, .i64)] = { fold(Or<I64>.self, RA<I64>.self, $0, $1, $2) }
  t[KernelIndex.fold(.xor, .i64)] = { fold(Xor<I64>.self, RA<I64>.self, $0, $1, $2) }
  t[KernelIndex.fold(.sum, .u8)] = { fold(Add<U8>.self, RA<U8>.self, $0, $1, $2) }
  t[KernelIndex.fold(.prod, .u8)] = { fold(Mul<U8>.self, RA<U8>.self, $0, $1, $2) }
  t[KernelIndex.fold(.max, .u8)] = { fold(Max<U8>.self, RA<U8>.self, $0, $1, $2) }
  t[KernelIndex.fold(.min, .u8)] = { fold(Min<U8>.self, RA<U8>.self, $0, $1, $2) }
  t[KernelIndex.fold(.and, .u8)] = { fold(And<U8>.self, RA<U8>.self, $0, $1, $2) }
  t[KernelIndex.fold(.or, .u8)] = { fold(Or<U8>.self, RA<U8>.self, $0, $1, $2) }
  t[KernelIndex.fold(.xor, .u8)] = { fold(Xor<U8>.self, RA<U8>.self, $0, $1, $2) }
  t[KernelIndex.fold(.sum, .u16)] = { fold(Add<U16>.self, RA<U16>.self, $0, $1, $2) }
  t[KernelIndex.fold(.prod, .u16)] = { fold(Mul<U16>.self, RA<U16>.self, $0, $1, $2) }
  t[KernelIndex.fold(.max, .u16)] = { fold(Max<U16>.self, RA<U16>.self, $0, $1, $2) }
  t[KernelIndex.fold(.min, .u16)] = { fold(Min<U16>.self, RA<U16>.self, $0, $1, $2) }
  t[KernelIndex.fold(.and, .u16)] = { fold(And<U16>.self, RA<U16>.self, $0, $1, $2) }
  t[KernelIndex.fold(.or, .u16)] = { fold(Or<U16>.self, RA<U16>.self, $0, $1, $2) }
  t[KernelIndex.fold(.xor, .u16)] = { fold(Xor<U16>.self, RA<U16>.self, $0, $1, $2) }
  t[KernelIndex.fold(.sum, .u32)] = { fold(Add<U32>.self, RA<U32>.self, $0, $1, $2) }
  t[KernelIndex.fold(.prod, .u32)] = { fold(Mul<U32>.self, RA<U32>.self, $0, $1, $2) }
  t[KernelIndex.fold(.max, .u32)] = { fold(Max<U32>.self, RA<U32>.self, $0, $1, $2) }
  t[KernelIndex.fold(.min, .u32)] = { fold(Min<U32>.self, RA<U32>.self, $0, $1, $2) }
  t[KernelIndex.fold(.and, .u32)] = { fold(And<U32>.self, RA<U32>.self, $0, $1, $2) }
  t[KernelIndex.fold(.or, .u32)] = { fold(Or<U32>.self, RA<U32>.self, $0, $1, $2) }
  t[KernelIndex.fold(.xor, .u32)] = { fold(Xor<U32>.self, RA<U32>.self, $0, $1, $2) }
  t[KernelIndex.fold(.sum, .u64)] = { fold(Add<U64>.self, RA<U64>.self, $0, $1, $2) }
  t[KernelIndex.fold(.prod, .u64)] = { fold(Mul<U64>.self, RA<U64>.self, $0, $1, $2) }
  t[KernelIndex.fold(.max, .u64)] = { fold(Max<U64>.self, RA<U64>.self, $0, $1, $2) }
  t[KernelIndex.fold(.min, .u64)] = { fold(Min<U64>.self, RA<U64>.self, $0, $1, $2) }
  t[KernelIndex.fold(.and, .u64)] = { fold(And<U64>.self, RA<U64>.self, $0, $1, $2) }
  t[KernelIndex.fold(.or, .u64)] = { fold(Or<U64>.self, RA<U64>.self, $0, $1, $2) }
  t[KernelIndex.fold(.xor, .u64)] = { fold(Xor<U64>.self, RA<U64>.self, $0, $1, $2) }
  t[KernelIndex.fold(.sum, .f32)] = { fold(Add<F32>.self, RA<F32>.self, $0, $1, $2) }
  t[KernelIndex.fold(.prod, .f32)] = { fold(Mul<F32>.self, RA<F32>.self, $0, $1, $2) }
  t[KernelIndex.fold(.max, .f32)] = { fold(Max<F32>.self, RA<F32>.self, $0, $1, $2) }
  t[KernelIndex.fold(.min, .f32)] = { fold(Min<F32>.self, RA<F32>.self, $0, $1, $2) }
  t[KernelIndex.fold(.sum, .f64)] = { fold(Add<F64>.self, RA<F64>.self, $0, $1, $2) }
  t[KernelIndex.fold(.prod, .f64)] = { fold(Mul<F64>.self, RA<F64>.self, $0, $1, $2) }
  t[KernelIndex.fold(.max, .f64)] = { fold(Max<F64>.self, RA<F64>.self, $0, $1, $2) }
  t[KernelIndex.fold(.min, .f64)] = { fold(Min<F64>.self, RA<F64>.self, $0, $1, $2) }
  t[KernelIndex.fold(.sum, .c64)] = { fold(Add<C64>.self, RA<C64>.self, $0, $1, $2) }
  t[KernelIndex.fold(.prod, .c64)] = { fold(Mul<C64>.self, RA<C64>.self, $0, $1, $2) }
  t[KernelIndex.fold(.sum, .c128)] = { fold(Add<C128>.self, RA<C128>.self, $0, $1, $2) }
  t[KernelIndex.fold(.prod, .c128)] = { fold(Mul<C128>.self, RA<C128>.self, $0, $1, $2) }
}

func fillRowFolds(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.foldRows(.max, .bool)] = { foldRows(Max<Bool8>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.min, .bool)] = { foldRows(Min<Bool8>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.and, .bool)] = { foldRows(And<Bool8>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.or, .bool)] = { foldRows(Or<Bool8>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.xor, .bool)] = { foldRows(Xor<Bool8>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.sum, .i8)] = { foldRows(Add<I8>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.prod, .i8)] = { foldRows(Mul<I8>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.max, .i8)] = { foldRows(Max<I8>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.min, .i8)] = { foldRows(Min<I8>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.and, .i8)] = { foldRows(And<I8>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.or, .i8)] = { foldRows(Or<I8>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.xor, .i8)] = { foldRows(Xor<I8>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.sum, .i16)] = { foldRows(Add<I16>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.prod, .i16)] = { foldRows(Mul<I16>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.max, .i16)] = { foldRows(Max<I16>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.min, .i16)] = { foldRows(Min<I16>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.and, .i16)] = { foldRows(And<I16>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.or, .i16)] = { foldRows(Or<I16>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.xor, .i16)] = { foldRows(Xor<I16>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.sum, .i32)] = { foldRows(Add<I32>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.prod, .i32)] = { foldRows(Mul<I32>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.max, .i32)] = { foldRows(Max<I32>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.min, .i32)] = { foldRows(Min<I32>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.and, .i32)] = { foldRows(And<I32>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.or, .i32)] = { foldRows(Or<I32>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.xor, .i32)] = { foldRows(Xor<I32>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.sum, .i64)] = { foldRows(Add<I64>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.prod, .i64)] = { foldRows(Mul<I64>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.max, .i64)] = { foldRows(Max<I64>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.min, .i64)] = { foldRows(Min<I64>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.and, .i64)] = { foldRows(And<I64>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.or, .i64)] = { foldRows(Or<I64>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.xor, .i64)] = { foldRows(Xor<I64>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.sum, .u8)] = { foldRows(Add<U8>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.prod, .u8)] = { foldRows(Mul<U8>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.max, .u8)] = { foldRows(Max<U8>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.min, .u8)] = { foldRows(Min<U8>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.and, .u8)] = { foldRows(And<U8>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.or, .u8)] = { foldRows(Or<U8>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.xor, .u8)] = { foldRows(Xor<U8>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.sum, .u16)] = { foldRows(Add<U16>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.prod, .u16)] = { foldRows(Mul<U16>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.max, .u16)] = { foldRows(Max<U16>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.min, .u16)] = { foldRows(Min<U16>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.and, .u16)] = { foldRows(And<U16>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.or, .u16)] = { foldRows(Or<U16>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.xor, .u16)] = { foldRows(Xor<U16>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.sum, .u32)] = { foldRows(Add<U32>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.prod, .u32)] = { foldRows(Mul<U32>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.max, .u32)] = { foldRows(Max<U32>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.min, .u32)] = { foldRows(Min<U32>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.and, .u32)] = { foldRows(And<U32>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.or, .u32)] = { foldRows(Or<U32>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.xor, .u32)] = { foldRows(Xor<U32>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.sum, .u64)] = { foldRows(Add<U64>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.prod, .u64)] = { foldRows(Mul<U64>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.max, .u64)] = { foldRows(Max<U64>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.min, .u64)] = { foldRows(Min<U64>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.and, .u64)] = { foldRows(And<U64>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.or, .u64)] = { foldRows(Or<U64>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.xor, .u64)] = { foldRows(Xor<U64>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.sum, .f32)] = { foldRows(Add<F32>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.prod, .f32)] = { foldRows(Mul<F32>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.max, .f32)] = { foldRows(Max<F32>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.min, .f32)] = { foldRows(Min<F32>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.sum, .f64)] = { foldRows(Add<F64>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.prod, .f64)] = { foldRows(Mul<F64>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.max, .f64)] = { foldRows(Max<F64>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.min, .f64)] = { foldRows(Min<F64>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.sum, .c64)] = { foldRows(Add<C64>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.prod, .c64)] = { foldRows(Mul<C64>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.sum, .c128)] = { foldRows(Add<C128>.self, $0, $1, $2) }
  t[KernelIndex.foldRows(.prod, .c128)] = { foldRows(Mul<C128>.self, $0, $1, $2) }
}

func fillSearches(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.argFold(.max, .bool)] = { argFold(SearchMax<Bool8>.self, $0, $1, $2) }
  t[KernelIndex.argRows(.max, .bool)] = { argRows(SearchMax<Bool8>.self, $0, $1, $2) }
  t[KernelIndex.argFold(.min, .bool)] = { argFold(SearchMin<Bool8>.self, $0, $1, $2) }
  t[KernelIndex.argRows(.min, .bool)] = { argRows(SearchMin<Bool8>.self, $0, $1, $2) }
  t[KernelIndex.argFold(.max, .i8)] = { argFold(SearchMax<I8>.self, $0, $1, $2) }
  t[KernelIndex.argRows(.max, .i8)] = { argRows(SearchMax<I8>.self, $0, $1, $2) }
  t[KernelIndex.argFold(.min, .i8)] = { argFold(SearchMin<I8>.self, $0, $1, $2) }
  t[KernelIndex.argRows(.min, .i8)] = { argRows(SearchMin<I8>.self, $0, $1, $2) }
  t[KernelIndex.argFold(.max, .i16)] = { argFold(SearchMax<I16>.self, $0, $1, $2) }
  t[KernelIndex.argRows(.max, .i16)] = { argRows(SearchMax<I16>.self, $0, $1, $2) }
  t[KernelIndex.argFold(.min, .i16)] = { argFold(SearchMin<I16>.self, $0, $1, $2) }
  t[KernelIndex.argRows(.min, .i16)] = { argRows(SearchMin<I16>.self, $0, $1, $2) }
  t[KernelIndex.argFold(.max, .i32)] = { argFold(SearchMax<I32>.self, $0, $1, $2) }
  t[KernelIndex.argRows(.max, .i32)] = { argRows(SearchMax<I32>.self, $0, $1, $2) }
  t[KernelIndex.argFold(.min, .i32)] = { argFold(SearchMin<I32>.self, $0, $1, $2) }
  t[KernelIndex.argRows(.min, .i32)] = { argRows(SearchMin<I32>.self, $0, $1, $2) }
  t[KernelIndex.argFold(.max, .i64)] = { argFold(SearchMax<I64>.self, $0, $1, $2) }
  t[KernelIndex.argRows(.max, .i64)] = { argRows(SearchMax<I64>.self, $0, $1, $2) }
  t[KernelIndex.argFold(.min, .i64)] = { argFold(SearchMin<I64>.self, $0, $1, $2) }
  t[KernelIndex.argRows(.min, .i64)] = { argRows(SearchMin<I64>.self, $0, $1, $2) }
  t[KernelIndex.argFold(.max, .u8)] = { argFold(SearchMax<U8>.self, $0, $1, $2) }
  t[KernelIndex.argRows(.max, .u8)] = { argRows(SearchMax<U8>.self, $0, $1, $2) }
  t[KernelIndex.argFold(.min, .u8)] = { argFold(SearchMin<U8>.self, $0, $1, $2) }
  t[KernelIndex.argRows(.min, .u8)] = { argRows(SearchMin<U8>.self, $0, $1, $2) }
  t[KernelIndex.argFold(.max, .u16)] = { argFold(SearchMax<U16>.self, $0, $1, $2) }
  t[KernelIndex.argRows(.max, .u16)] = { argRows(SearchMax<U16>.self, $0, $1, $2) }
  t[KernelIndex.argFold(.min, .u16)] = { argFold(SearchMin<U16>.self, $0, $1, $2) }
  t[KernelIndex.argRows(.min, .u16)] = { argRows(SearchMin<U16>.self, $0, $1, $2) }
  t[KernelIndex.argFold(.max, .u32)] = { argFold(SearchMax<U32>.self, $0, $1, $2) }
  t[KernelIndex.argRows(.max, .u32)] = { argRows(SearchMax<U32>.self, $0, $1, $2) }
  t[KernelIndex.argFold(.min, .u32)] = { argFold(SearchMin<U32>.self, $0, $1, $2) }
  t[KernelIndex.argRows(.min, .u32)] = { argRows(SearchMin<U32>.self, $0, $1, $2) }
  t[KernelIndex.argFold(.max, .u64)] = { argFold(SearchMax<U64>.self, $0, $1, $2) }
  t[KernelIndex.argRows(.max, .u64)] = { argRows(SearchMax<U64>.self, $0, $1, $2) }
  t[KernelIndex.argFold(.min, .u64)] = { argFold(SearchMin<U64>.self, $0, $1, $2) }
  t[KernelIndex.argRows(.min, .u64)] = { argRows(SearchMin<U64>.self, $0, $1, $2) }
  t[KernelIndex.argFold(.max, .f32)] = { argFold(SearchMax<F32>.self, $0, $1, $2) }
  t[KernelIndex.argRows(.max, .f32)] = { argRows(SearchMax<F32>.self, $0, $1, $2) }
  t[KernelIndex.argFold(.min, .f32)] = { argFold(SearchMin<F32>.self, $0, $1, $2) }
  t[KernelIndex.argRows(.min, .f32)] = { argRows(SearchMin<F32>.self, $0, $1, $2) }
  t[KernelIndex.argFold(.max, .f64)] = { argFold(SearchMax<F64>.self, $0, $1, $2) }
  t[KernelIndex.argRows(.max, .f64)] = { argRows(SearchMax<F64>.self, $0, $1, $2) }
  t[KernelIndex.argFold(.min, .f64)] = { argFold(SearchMin<F64>.self, $0, $1, $2) }
  t[KernelIndex.argRows(.min, .f64)] = { argRows(SearchMin<F64>.self, $0, $1, $2) }
}

func fillFusedFolds(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.foldMap(.sum, .f32, .add, .rr)] = {
    fold(Add<F32>.self, Apply2<Add<F32>, RA<F32>, RB<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldMap(.sum, .f32, .add, .rc)] = {
    fold(Add<F32>.self, Apply2<Add<F32>, RA<F32>, KB<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldMap(.sum, .f32, .add, .cr)] = {
    fold(Add<F32>.self, Apply2<Add<F32>, KA<F32>, RB<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldMap(.sum, .f32, .sub, .rr)] = {
    fold(Add<F32>.self, Apply2<Sub<F32>, RA<F32>, RB<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldMap(.sum, .f32, .sub, .rc)] = {
    fold(Add<F32>.self, Apply2<Sub<F32>, RA<F32>, KB<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldMap(.sum, .f32, .sub, .cr)] = {
    fold(Add<F32>.self, Apply2<Sub<F32>, KA<F32>, RB<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldMap(.sum, .f32, .mul, .rr)] = {
    fold(Add<F32>.self, Apply2<Mul<F32>, RA<F32>, RB<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldMap(.sum, .f32, .mul, .rc)] = {
    fold(Add<F32>.self, Apply2<Mul<F32>, RA<F32>, KB<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldMap(.sum, .f32, .mul, .cr)] = {
    fold(Add<F32>.self, Apply2<Mul<F32>, KA<F32>, RB<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldMap(.sum, .f32, .square)] = { fold(Add<F32>.self, Apply1<Square<F32>, RA<F32>>.self, $0, $1, $2) }
  t[KernelIndex.foldMap(.sum, .f32, .abs)] = { fold(Add<F32>.self, Apply1<FloatAbs<F32>, RA<F32>>.self, $0, $1, $2) }
  t[KernelIndex.foldMap(.max, .f32, .add, .rr)] = {
    fold(Max<F32>.self, Apply2<Add<F32>, RA<F32>, RB<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldMap(.max, .f32, .add, .rc)] = {
    fold(Max<F32>.self, Apply2<Add<F32>, RA<F32>, KB<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldMap(.max, .f32, .add, .cr)] = {
    fold(Max<F32>.self, Apply2<Add<F32>, KA<F32>, RB<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldMap(.max, .f32, .sub, .rr)] = {
    fold(Max<F32>.self, Apply2<Sub<F32>, RA<F32>, RB<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldMap(.max, .f32, .sub, .rc)] = {
    fold(Max<F32>.self, Apply2<Sub<F32>, RA<F32>, KB<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldMap(.max, .f32, .sub, .cr)] = {
    fold(Max<F32>.self, Apply2<Sub<F32>, KA<F32>, RB<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldMap(.max, .f32, .mul, .rr)] = {
    fold(Max<F32>.self, Apply2<Mul<F32>, RA<F32>, RB<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldMap(.max, .f32, .mul, .rc)] = {
    fold(Max<F32>.self, Apply2<Mul<F32>, RA<F32>, KB<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldMap(.max, .f32, .mul, .cr)] = {
    fold(Max<F32>.self, Apply2<Mul<F32>, KA<F32>, RB<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldMap(.max, .f32, .square)] = { fold(Max<F32>.self, Apply1<Square<F32>, RA<F32>>.self, $0, $1, $2) }
  t[KernelIndex.foldMap(.max, .f32, .abs)] = { fold(Max<F32>.self, Apply1<FloatAbs<F32>, RA<F32>>.self, $0, $1, $2) }
  t[KernelIndex.foldMap(.min, .f32, .add, .rr)] = {
    fold(Min<F32>.self, Apply2<Add<F32>, RA<F32>, RB<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldMap(.min, .f32, .add, .rc)] = {
    fold(Min<F32>.self, Apply2<Add<F32>, RA<F32>, KB<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldMap(.min, .f32, .add, .cr)] = {
    fold(Min<F32>.self, Apply2<Add<F32>, KA<F32>, RB<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldMap(.min, .f32, .sub, .rr)] = {
    fold(Min<F32>.self, Apply2<Sub<F32>, RA<F32>, RB<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldMap(.min, .f32, .sub, .rc)] = {
    fold(Min<F32>.self, Apply2<Sub<F32>, RA<F32>, KB<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldMap(.min, .f32, .sub, .cr)] = {
    fold(Min<F32>.self, Apply2<Sub<F32>, KA<F32>, RB<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldMap(.min, .f32, .mul, .rr)] = {
    fold(Min<F32>.self, Apply2<Mul<F32>, RA<F32>, RB<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldMap(.min, .f32, .mul, .rc)] = {
    fold(Min<F32>.self, Apply2<Mul<F32>, RA<F32>, KB<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldMap(.min, .f32, .mul, .cr)] = {
    fold(Min<F32>.self, Apply2<Mul<F32>, KA<F32>, RB<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldMap(.min, .f32, .square)] = { fold(Min<F32>.self, Apply1<Square<F32>, RA<F32>>.self, $0, $1, $2) }
  t[KernelIndex.foldMap(.min, .f32, .abs)] = { fold(Min<F32>.self, Apply1<FloatAbs<F32>, RA<F32>>.self, $0, $1, $2) }
  t[KernelIndex.foldMap(.sum, .f64, .add, .rr)] = {
    fold(Add<F64>.self, Apply2<Add<F64>, RA<F64>, RB<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldMap(.sum, .f64, .add, .rc)] = {
    fold(Add<F64>.self, Apply2<Add<F64>, RA<F64>, KB<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldMap(.sum, .f64, .add, .cr)] = {
    fold(Add<F64>.self, Apply2<Add<F64>, KA<F64>, RB<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldMap(.sum, .f64, .sub, .rr)] = {
    fold(Add<F64>.self, Apply2<Sub<F64>, RA<F64>, RB<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldMap(.sum, .f64, .sub, .rc)] = {
    fold(Add<F64>.self, Apply2<Sub<F64>, RA<F64>, KB<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldMap(.sum, .f64, .sub, .cr)] = {
    fold(Add<F64>.self, Apply2<Sub<F64>, KA<F64>, RB<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldMap(.sum, .f64, .mul, .rr)] = {
    fold(Add<F64>.self, Apply2<Mul<F64>, RA<F64>, RB<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldMap(.sum, .f64, .mul, .rc)] = {
    fold(Add<F64>.self, Apply2<Mul<F64>, RA<F64>, KB<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldMap(.sum, .f64, .mul, .cr)] = {
    fold(Add<F64>.self, Apply2<Mul<F64>, KA<F64>, RB<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldMap(.sum, .f64, .square)] = { fold(Add<F64>.self, Apply1<Square<F64>, RA<F64>>.self, $0, $1, $2) }
  t[KernelIndex.foldMap(.sum, .f64, .abs)] = { fold(Add<F64>.self, Apply1<FloatAbs<F64>, RA<F64>>.self, $0, $1, $2) }
  t[KernelIndex.foldMap(.max, .f64, .add, .rr)] = {
    fold(Max<F64>.self, Apply2<Add<F64>, RA<F64>, RB<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldMap(.max, .f64, .add, .rc)] = {
    fold(Max<F64>.self, Apply2<Add<F64>, RA<F64>, KB<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldMap(.max, .f64, .add, .cr)] = {
    fold(Max<F64>.self, Apply2<Add<F64>, KA<F64>, RB<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldMap(.max, .f64, .sub, .rr)] = {
    fold(Max<F64>.self, Apply2<Sub<F64>, RA<F64>, RB<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldMap(.max, .f64, .sub, .rc)] = {
    fold(Max<F64>.self, Apply2<Sub<F64>, RA<F64>, KB<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldMap(.max, .f64, .sub, .cr)] = {
    fold(Max<F64>.self, Apply2<Sub<F64>, KA<F64>, RB<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldMap(.max, .f64, .mul, .rr)] = {
    fold(Max<F64>.self, Apply2<Mul<F64>, RA<F64>, RB<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldMap(.max, .f64, .mul, .rc)] = {
    fold(Max<F64>.self, Apply2<Mul<F64>, RA<F64>, KB<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldMap(.max, .f64, .mul, .cr)] = {
    fold(Max<F64>.self, Apply2<Mul<F64>, KA<F64>, RB<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldMap(.max, .f64, .square)] = { fold(Max<F64>.self, Apply1<Square<F64>, RA<F64>>.self, $0, $1, $2) }
  t[KernelIndex.foldMap(.max, .f64, .abs)] = { fold(Max<F64>.self, Apply1<FloatAbs<F64>, RA<F64>>.self, $0, $1, $2) }
  t[KernelIndex.foldMap(.min, .f64, .add, .rr)] = {
    fold(Min<F64>.self, Apply2<Add<F64>, RA<F64>, RB<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldMap(.min, .f64, .add, .rc)] = {
    fold(Min<F64>.self, Apply2<Add<F64>, RA<F64>, KB<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldMap(.min, .f64, .add, .cr)] = {
    fold(Min<F64>.self, Apply2<Add<F64>, KA<F64>, RB<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldMap(.min, .f64, .sub, .rr)] = {
    fold(Min<F64>.self, Apply2<Sub<F64>, RA<F64>, RB<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldMap(.min, .f64, .sub, .rc)] = {
    fold(Min<F64>.self, Apply2<Sub<F64>, RA<F64>, KB<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldMap(.min, .f64, .sub, .cr)] = {
    fold(Min<F64>.self, Apply2<Sub<F64>, KA<F64>, RB<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldMap(.min, .f64, .mul, .rr)] = {
    fold(Min<F64>.self, Apply2<Mul<F64>, RA<F64>, RB<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldMap(.min, .f64, .mul, .rc)] = {
    fold(Min<F64>.self, Apply2<Mul<F64>, RA<F64>, KB<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldMap(.min, .f64, .mul, .cr)] = {
    fold(Min<F64>.self, Apply2<Mul<F64>, KA<F64>, RB<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldMap(.min, .f64, .square)] = { fold(Min<F64>.self, Apply1<Square<F64>, RA<F64>>.self, $0, $1, $2) }
  t[KernelIndex.foldMap(.min, .f64, .abs)] = { fold(Min<F64>.self, Apply1<FloatAbs<F64>, RA<F64>>.self, $0, $1, $2) }
  t[KernelIndex.foldPair(.add, .rr, .square, .unary)] = {
    fold(Add<F32>.self, Apply1<Square<F32>, Apply2<Add<F32>, RA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldPair(.add, .rr, .abs, .unary)] = {
    fold(Add<F32>.self, Apply1<FloatAbs<F32>, Apply2<Add<F32>, RA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldPair(.add, .rr, .mul, .valueFirstStream)] = {
    fold(Add<F32>.self, Apply2<Mul<F32>, Apply2<Add<F32>, RA<F32>, RB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldPair(.add, .rr, .mul, .valueFirstConstant)] = {
    fold(Add<F32>.self, Apply2<Mul<F32>, Apply2<Add<F32>, RA<F32>, RB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldSquares(.add, .rr, .add)] = {
    fold(Add<F32>.self, Apply2<Add<F32>, Apply1<Square<F32>, Apply2<Add<F32>, RA<F32>, RB<F32>>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldSquares(.add, .rr, .sub)] = {
    fold(Add<F32>.self, Apply2<Sub<F32>, Apply1<Square<F32>, Apply2<Add<F32>, RA<F32>, RB<F32>>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldSquares(.add, .rr, .mul)] = {
    fold(Add<F32>.self, Apply2<Mul<F32>, Apply1<Square<F32>, Apply2<Add<F32>, RA<F32>, RB<F32>>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldPair(.add, .rc, .square, .unary)] = {
    fold(Add<F32>.self, Apply1<Square<F32>, Apply2<Add<F32>, RA<F32>, KB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldPair(.add, .rc, .abs, .unary)] = {
    fold(Add<F32>.self, Apply1<FloatAbs<F32>, Apply2<Add<F32>, RA<F32>, KB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldPair(.add, .rc, .mul, .valueFirstStream)] = {
    fold(Add<F32>.self, Apply2<Mul<F32>, Apply2<Add<F32>, RA<F32>, KB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldPair(.add, .rc, .mul, .valueFirstConstant)] = {
    fold(Add<F32>.self, Apply2<Mul<F32>, Apply2<Add<F32>, RA<F32>, KB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldSquares(.add, .rc, .add)] = {
    fold(Add<F32>.self, Apply2<Add<F32>, Apply1<Square<F32>, Apply2<Add<F32>, RA<F32>, KB<F32>>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldSquares(.add, .rc, .sub)] = {
    fold(Add<F32>.self, Apply2<Sub<F32>, Apply1<Square<F32>, Apply2<Add<F32>, RA<F32>, KB<F32>>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldSquares(.add, .rc, .mul)] = {
    fold(Add<F32>.self, Apply2<Mul<F32>, Apply1<Square<F32>, Apply2<Add<F32>, RA<F32>, KB<F32>>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldPair(.sub, .rr, .square, .unary)] = {
    fold(Add<F32>.self, Apply1<Square<F32>, Apply2<Sub<F32>, RA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldPair(.sub, .rr, .abs, .unary)] = {
    fold(Add<F32>.self, Apply1<FloatAbs<F32>, Apply2<Sub<F32>, RA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldPair(.sub, .rr, .mul, .valueFirstStream)] = {
    fold(Add<F32>.self, Apply2<Mul<F32>, Apply2<Sub<F32>, RA<F32>, RB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldPair(.sub, .rr, .mul, .valueFirstConstant)] = {
    fold(Add<F32>.self, Apply2<Mul<F32>, Apply2<Sub<F32>, RA<F32>, RB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldSquares(.sub, .rr, .add)] = {
    fold(Add<F32>.self, Apply2<Add<F32>, Apply1<Square<F32>, Apply2<Sub<F32>, RA<F32>, RB<F32>>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldSquares(.sub, .rr, .sub)] = {
    fold(Add<F32>.self, Apply2<Sub<F32>, Apply1<Square<F32>, Apply2<Sub<F32>, RA<F32>, RB<F32>>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldSquares(.sub, .rr, .mul)] = {
    fold(Add<F32>.self, Apply2<Mul<F32>, Apply1<Square<F32>, Apply2<Sub<F32>, RA<F32>, RB<F32>>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldPair(.sub, .rc, .square, .unary)] = {
    fold(Add<F32>.self, Apply1<Square<F32>, Apply2<Sub<F32>, RA<F32>, KB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldPair(.sub, .rc, .abs, .unary)] = {
    fold(Add<F32>.self, Apply1<FloatAbs<F32>, Apply2<Sub<F32>, RA<F32>, KB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldPair(.sub, .rc, .mul, .valueFirstStream)] = {
    fold(Add<F32>.self, Apply2<Mul<F32>, Apply2<Sub<F32>, RA<F32>, KB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldPair(.sub, .rc, .mul, .valueFirstConstant)] = {
    fold(Add<F32>.self, Apply2<Mul<F32>, Apply2<Sub<F32>, RA<F32>, KB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldSquares(.sub, .rc, .add)] = {
    fold(Add<F32>.self, Apply2<Add<F32>, Apply1<Square<F32>, Apply2<Sub<F32>, RA<F32>, KB<F32>>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldSquares(.sub, .rc, .sub)] = {
    fold(Add<F32>.self, Apply2<Sub<F32>, Apply1<Square<F32>, Apply2<Sub<F32>, RA<F32>, KB<F32>>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldSquares(.sub, .rc, .mul)] = {
    fold(Add<F32>.self, Apply2<Mul<F32>, Apply1<Square<F32>, Apply2<Sub<F32>, RA<F32>, KB<F32>>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldPair(.sub, .cr, .square, .unary)] = {
    fold(Add<F32>.self, Apply1<Square<F32>, Apply2<Sub<F32>, KA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldPair(.sub, .cr, .abs, .unary)] = {
    fold(Add<F32>.self, Apply1<FloatAbs<F32>, Apply2<Sub<F32>, KA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldPair(.sub, .cr, .mul, .valueFirstStream)] = {
    fold(Add<F32>.self, Apply2<Mul<F32>, Apply2<Sub<F32>, KA<F32>, RB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldPair(.sub, .cr, .mul, .valueFirstConstant)] = {
    fold(Add<F32>.self, Apply2<Mul<F32>, Apply2<Sub<F32>, KA<F32>, RB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldPair(.mul, .rr, .square, .unary)] = {
    fold(Add<F32>.self, Apply1<Square<F32>, Apply2<Mul<F32>, RA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldPair(.mul, .rr, .abs, .unary)] = {
    fold(Add<F32>.self, Apply1<FloatAbs<F32>, Apply2<Mul<F32>, RA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldPair(.mul, .rr, .mul, .valueFirstStream)] = {
    fold(Add<F32>.self, Apply2<Mul<F32>, Apply2<Mul<F32>, RA<F32>, RB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldPair(.mul, .rr, .mul, .valueFirstConstant)] = {
    fold(Add<F32>.self, Apply2<Mul<F32>, Apply2<Mul<F32>, RA<F32>, RB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldSquares(.mul, .rr, .add)] = {
    fold(Add<F32>.self, Apply2<Add<F32>, Apply1<Square<F32>, Apply2<Mul<F32>, RA<F32>, RB<F32>>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldSquares(.mul, .rr, .sub)] = {
    fold(Add<F32>.self, Apply2<Sub<F32>, Apply1<Square<F32>, Apply2<Mul<F32>, RA<F32>, RB<F32>>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldSquares(.mul, .rr, .mul)] = {
    fold(Add<F32>.self, Apply2<Mul<F32>, Apply1<Square<F32>, Apply2<Mul<F32>, RA<F32>, RB<F32>>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldPair(.mul, .rc, .square, .unary)] = {
    fold(Add<F32>.self, Apply1<Square<F32>, Apply2<Mul<F32>, RA<F32>, KB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldPair(.mul, .rc, .abs, .unary)] = {
    fold(Add<F32>.self, Apply1<FloatAbs<F32>, Apply2<Mul<F32>, RA<F32>, KB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldPair(.mul, .rc, .mul, .valueFirstStream)] = {
    fold(Add<F32>.self, Apply2<Mul<F32>, Apply2<Mul<F32>, RA<F32>, KB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldPair(.mul, .rc, .mul, .valueFirstConstant)] = {
    fold(Add<F32>.self, Apply2<Mul<F32>, Apply2<Mul<F32>, RA<F32>, KB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldSquares(.mul, .rc, .add)] = {
    fold(Add<F32>.self, Apply2<Add<F32>, Apply1<Square<F32>, Apply2<Mul<F32>, RA<F32>, KB<F32>>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldSquares(.mul, .rc, .sub)] = {
    fold(Add<F32>.self, Apply2<Sub<F32>, Apply1<Square<F32>, Apply2<Mul<F32>, RA<F32>, KB<F32>>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.foldSquares(.mul, .rc, .mul)] = {
    fold(Add<F32>.self, Apply2<Mul<F32>, Apply1<Square<F32>, Apply2<Mul<F32>, RA<F32>, KB<F32>>>, KC<F32>>.self, $0, $1, $2)
  }
}
