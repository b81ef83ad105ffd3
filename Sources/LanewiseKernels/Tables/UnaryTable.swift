// Written by Scripts/generate-kernel-tables.swift; change that, not this.

func fillUnaryBool8(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.unary(.not, .bool)] = { map(Apply1<Not<Bool8>, RA<Bool8>>.self, $0, $1, $2) }
}

func fillUnaryI8(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.unary(.neg, .i8)] = { map(Apply1<Neg<I8>, RA<I8>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.sign, .i8)] = { map(Apply1<Sign<I8>, RA<I8>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.square, .i8)] = { map(Apply1<Square<I8>, RA<I8>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.abs, .i8)] = { map(Apply1<IntegerAbs<I8>, RA<I8>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.not, .i8)] = { map(Apply1<Not<I8>, RA<I8>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.populationCount, .i8)] = { map(Apply1<Popcount<I8>, RA<I8>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.clz, .i8)] = { map(Apply1<Clz<I8>, RA<I8>>.self, $0, $1, $2) }
}

func fillUnaryI16(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.unary(.neg, .i16)] = { map(Apply1<Neg<I16>, RA<I16>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.sign, .i16)] = { map(Apply1<Sign<I16>, RA<I16>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.square, .i16)] = { map(Apply1<Square<I16>, RA<I16>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.abs, .i16)] = { map(Apply1<IntegerAbs<I16>, RA<I16>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.not, .i16)] = { map(Apply1<Not<I16>, RA<I16>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.populationCount, .i16)] = { map(Apply1<Popcount<I16>, RA<I16>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.clz, .i16)] = { map(Apply1<Clz<I16>, RA<I16>>.self, $0, $1, $2) }
}

func fillUnaryI32(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.unary(.neg, .i32)] = { map(Apply1<Neg<I32>, RA<I32>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.sign, .i32)] = { map(Apply1<Sign<I32>, RA<I32>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.square, .i32)] = { map(Apply1<Square<I32>, RA<I32>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.abs, .i32)] = { map(Apply1<IntegerAbs<I32>, RA<I32>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.not, .i32)] = { map(Apply1<Not<I32>, RA<I32>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.populationCount, .i32)] = { map(Apply1<Popcount<I32>, RA<I32>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.clz, .i32)] = { map(Apply1<Clz<I32>, RA<I32>>.self, $0, $1, $2) }
}

func fillUnaryI64(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.unary(.neg, .i64)] = { map(Apply1<Neg<I64>, RA<I64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.sign, .i64)] = { map(Apply1<Sign<I64>, RA<I64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.square, .i64)] = { map(Apply1<Square<I64>, RA<I64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.abs, .i64)] = { map(Apply1<IntegerAbs<I64>, RA<I64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.not, .i64)] = { map(Apply1<Not<I64>, RA<I64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.populationCount, .i64)] = { map(Apply1<Popcount<I64>, RA<I64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.clz, .i64)] = { map(Apply1<Clz<I64>, RA<I64>>.self, $0, $1, $2) }
}

func fillUnaryU8(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.unary(.neg, .u8)] = { map(Apply1<Neg<U8>, RA<U8>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.sign, .u8)] = { map(Apply1<Sign<U8>, RA<U8>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.square, .u8)] = { map(Apply1<Square<U8>, RA<U8>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.abs, .u8)] = { map(Apply1<IntegerAbs<U8>, RA<U8>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.not, .u8)] = { map(Apply1<Not<U8>, RA<U8>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.populationCount, .u8)] = { map(Apply1<Popcount<U8>, RA<U8>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.clz, .u8)] = { map(Apply1<Clz<U8>, RA<U8>>.self, $0, $1, $2) }
}

func fillUnaryU16(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.unary(.neg, .u16)] = { map(Apply1<Neg<U16>, RA<U16>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.sign, .u16)] = { map(Apply1<Sign<U16>, RA<U16>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.square, .u16)] = { map(Apply1<Square<U16>, RA<U16>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.abs, .u16)] = { map(Apply1<IntegerAbs<U16>, RA<U16>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.not, .u16)] = { map(Apply1<Not<U16>, RA<U16>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.populationCount, .u16)] = { map(Apply1<Popcount<U16>, RA<U16>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.clz, .u16)] = { map(Apply1<Clz<U16>, RA<U16>>.self, $0, $1, $2) }
}

func fillUnaryU32(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.unary(.neg, .u32)] = { map(Apply1<Neg<U32>, RA<U32>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.sign, .u32)] = { map(Apply1<Sign<U32>, RA<U32>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.square, .u32)] = { map(Apply1<Square<U32>, RA<U32>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.abs, .u32)] = { map(Apply1<IntegerAbs<U32>, RA<U32>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.not, .u32)] = { map(Apply1<Not<U32>, RA<U32>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.populationCount, .u32)] = { map(Apply1<Popcount<U32>, RA<U32>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.clz, .u32)] = { map(Apply1<Clz<U32>, RA<U32>>.self, $0, $1, $2) }
}

func fillUnaryU64(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.unary(.neg, .u64)] = { map(Apply1<Neg<U64>, RA<U64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.sign, .u64)] = { map(Apply1<Sign<U64>, RA<U64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.square, .u64)] = { map(Apply1<Square<U64>, RA<U64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.abs, .u64)] = { map(Apply1<IntegerAbs<U64>, RA<U64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.not, .u64)] = { map(Apply1<Not<U64>, RA<U64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.populationCount, .u64)] = { map(Apply1<Popcount<U64>, RA<U64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.clz, .u64)] = { map(Apply1<Clz<U64>, RA<U64>>.self, $0, $1, $2) }
}

func fillUnaryF32(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.unary(.neg, .f32)] = { map(Apply1<Neg<F32>, RA<F32>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.sign, .f32)] = { map(Apply1<Sign<F32>, RA<F32>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.square, .f32)] = { map(Apply1<Square<F32>, RA<F32>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.abs, .f32)] = { map(Apply1<FloatAbs<F32>, RA<F32>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.sqrt, .f32)] = { map(Apply1<Sqrt<F32>, RA<F32>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.rsqrt, .f32)] = { map(Apply1<Rsqrt<F32>, RA<F32>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.reciprocal, .f32)] = { map(Apply1<Reciprocal<F32>, RA<F32>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.exp, .f32)] = { map(Apply1<Exp<F32>, RA<F32>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.exp2, .f32)] = { map(Apply1<Exp2<F32>, RA<F32>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.expm1, .f32)] = { map(Apply1<Expm1<F32>, RA<F32>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.log, .f32)] = { map(Apply1<Log<F32>, RA<F32>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.log1p, .f32)] = { map(Apply1<Log1p<F32>, RA<F32>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.sin, .f32)] = { map(Apply1<Sin<F32>, RA<F32>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.cos, .f32)] = { map(Apply1<Cos<F32>, RA<F32>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.tan, .f32)] = { map(Apply1<Tan<F32>, RA<F32>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.asin, .f32)] = { map(Apply1<Asin<F32>, RA<F32>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.acos, .f32)] = { map(Apply1<Acos<F32>, RA<F32>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.atan, .f32)] = { map(Apply1<Atan<F32>, RA<F32>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.sinh, .f32)] = { map(Apply1<Sinh<F32>, RA<F32>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.cosh, .f32)] = { map(Apply1<Cosh<F32>, RA<F32>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.tanh, .f32)] = { map(Apply1<Tanh<F32>, RA<F32>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.asinh, .f32)] = { map(Apply1<Asinh<F32>, RA<F32>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.acosh, .f32)] = { map(Apply1<Acosh<F32>, RA<F32>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.atanh, .f32)] = { map(Apply1<Atanh<F32>, RA<F32>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.logistic, .f32)] = { map(Apply1<Logistic<F32>, RA<F32>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.isFinite, .f32)] = { map(Apply1<IsFinite<F32>, RA<F32>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.floor, .f32)] = { map(Apply1<Floor<F32>, RA<F32>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.ceil, .f32)] = { map(Apply1<Ceil<F32>, RA<F32>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.roundAwayFromZero, .f32)] = { map(Apply1<RoundAwayFromZero<F32>, RA<F32>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.roundToEven, .f32)] = { map(Apply1<RoundToEven<F32>, RA<F32>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.cbrt, .f32)] = { map(Apply1<Cbrt<F32>, RA<F32>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.erf, .f32)] = { map(Apply1<Erf<F32>, RA<F32>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.erfc, .f32)] = { map(Apply1<Erfc<F32>, RA<F32>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.erfInv, .f32)] = { map(Apply1<ErfInv<F32>, RA<F32>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.lgamma, .f32)] = { map(Apply1<Lgamma<F32>, RA<F32>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.digamma, .f32)] = { map(Apply1<Digamma<F32>, RA<F32>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.besselI0e, .f32)] = { map(Apply1<BesselI0e, RA<F32>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.besselI1e, .f32)] = { map(Apply1<BesselI1e, RA<F32>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.ndtri, .f32)] = { map(Apply1<Ndtri, RA<F32>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.logNdtr, .f32)] = { map(Apply1<LogNdtr, RA<F32>>.self, $0, $1, $2) }
}

func fillUnaryF64(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.unary(.neg, .f64)] = { map(Apply1<Neg<F64>, RA<F64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.sign, .f64)] = { map(Apply1<Sign<F64>, RA<F64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.square, .f64)] = { map(Apply1<Square<F64>, RA<F64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.abs, .f64)] = { map(Apply1<FloatAbs<F64>, RA<F64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.sqrt, .f64)] = { map(Apply1<Sqrt<F64>, RA<F64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.rsqrt, .f64)] = { map(Apply1<Rsqrt<F64>, RA<F64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.reciprocal, .f64)] = { map(Apply1<Reciprocal<F64>, RA<F64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.exp, .f64)] = { map(Apply1<Exp<F64>, RA<F64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.exp2, .f64)] = { map(Apply1<Exp2<F64>, RA<F64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.expm1, .f64)] = { map(Apply1<Expm1<F64>, RA<F64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.log, .f64)] = { map(Apply1<Log<F64>, RA<F64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.log1p, .f64)] = { map(Apply1<Log1p<F64>, RA<F64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.sin, .f64)] = { map(Apply1<Sin<F64>, RA<F64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.cos, .f64)] = { map(Apply1<Cos<F64>, RA<F64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.tan, .f64)] = { map(Apply1<Tan<F64>, RA<F64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.asin, .f64)] = { map(Apply1<Asin<F64>, RA<F64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.acos, .f64)] = { map(Apply1<Acos<F64>, RA<F64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.atan, .f64)] = { map(Apply1<Atan<F64>, RA<F64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.sinh, .f64)] = { map(Apply1<Sinh<F64>, RA<F64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.cosh, .f64)] = { map(Apply1<Cosh<F64>, RA<F64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.tanh, .f64)] = { map(Apply1<Tanh<F64>, RA<F64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.asinh, .f64)] = { map(Apply1<Asinh<F64>, RA<F64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.acosh, .f64)] = { map(Apply1<Acosh<F64>, RA<F64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.atanh, .f64)] = { map(Apply1<Atanh<F64>, RA<F64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.logistic, .f64)] = { map(Apply1<Logistic<F64>, RA<F64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.isFinite, .f64)] = { map(Apply1<IsFinite<F64>, RA<F64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.floor, .f64)] = { map(Apply1<Floor<F64>, RA<F64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.ceil, .f64)] = { map(Apply1<Ceil<F64>, RA<F64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.roundAwayFromZero, .f64)] = { map(Apply1<RoundAwayFromZero<F64>, RA<F64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.roundToEven, .f64)] = { map(Apply1<RoundToEven<F64>, RA<F64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.cbrt, .f64)] = { map(Apply1<Cbrt<F64>, RA<F64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.erf, .f64)] = { map(Apply1<Erf<F64>, RA<F64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.erfc, .f64)] = { map(Apply1<Erfc<F64>, RA<F64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.erfInv, .f64)] = { map(Apply1<ErfInv<F64>, RA<F64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.lgamma, .f64)] = { map(Apply1<Lgamma<F64>, RA<F64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.digamma, .f64)] = { map(Apply1<Digamma<F64>, RA<F64>>.self, $0, $1, $2) }
}

func fillUnaryC64(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.unary(.sign, .c64)] = { map(Apply1<Sign<C64>, RA<C64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.rsqrt, .c64)] = { map(Apply1<Rsqrt<C64>, RA<C64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.reciprocal, .c64)] = { map(Apply1<Reciprocal<C64>, RA<C64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.exp2, .c64)] = { map(Apply1<Exp2<C64>, RA<C64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.expm1, .c64)] = { map(Apply1<Expm1<C64>, RA<C64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.log1p, .c64)] = { map(Apply1<Log1p<C64>, RA<C64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.asin, .c64)] = { map(Apply1<Asin<C64>, RA<C64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.acos, .c64)] = { map(Apply1<Acos<C64>, RA<C64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.atan, .c64)] = { map(Apply1<Atan<C64>, RA<C64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.asinh, .c64)] = { map(Apply1<Asinh<C64>, RA<C64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.acosh, .c64)] = { map(Apply1<Acosh<C64>, RA<C64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.atanh, .c64)] = { map(Apply1<Atanh<C64>, RA<C64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.logistic, .c64)] = { map(Apply1<Logistic<C64>, RA<C64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.isFinite, .c64)] = { map(Apply1<IsFinite<C64>, RA<C64>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.exp, .c64)] = {
    mapParts(ByParts<ExpOfParts>.self, PartsStream<A>.self, NoParts.self, $0, $1, $2)
  }
  t[KernelIndex.unary(.log, .c64)] = {
    mapParts(ByParts<LogOfParts>.self, PartsStream<A>.self, NoParts.self, $0, $1, $2)
  }
  t[KernelIndex.unary(.sqrt, .c64)] = {
    mapParts(ByParts<SqrtOfParts>.self, PartsStream<A>.self, NoParts.self, $0, $1, $2)
  }
  t[KernelIndex.unary(.sin, .c64)] = {
    mapParts(ByParts<SinOfParts>.self, PartsStream<A>.self, NoParts.self, $0, $1, $2)
  }
  t[KernelIndex.unary(.cos, .c64)] = {
    mapParts(ByParts<CosOfParts>.self, PartsStream<A>.self, NoParts.self, $0, $1, $2)
  }
  t[KernelIndex.unary(.tan, .c64)] = {
    mapParts(ByParts<TanOfParts>.self, PartsStream<A>.self, NoParts.self, $0, $1, $2)
  }
  t[KernelIndex.unary(.sinh, .c64)] = {
    mapParts(ByParts<SinhOfParts>.self, PartsStream<A>.self, NoParts.self, $0, $1, $2)
  }
  t[KernelIndex.unary(.cosh, .c64)] = {
    mapParts(ByParts<CoshOfParts>.self, PartsStream<A>.self, NoParts.self, $0, $1, $2)
  }
  t[KernelIndex.unary(.tanh, .c64)] = {
    mapParts(ByParts<TanhOfParts>.self, PartsStream<A>.self, NoParts.self, $0, $1, $2)
  }
  t[KernelIndex.unary(.square, .c64)] = { mapParts(SquareParts.self, PartsStream<A>.self, NoParts.self, $0, $1, $2) }
  t[KernelIndex.unary(.conj, .c64)] = { mapParts(ConjParts.self, PartsStream<A>.self, NoParts.self, $0, $1, $2) }
  t[KernelIndex.unary(.neg, .c64)] = { mapPairs(Apply1<Neg<F32>, RA<F32>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.abs, .c64)] = { mapToReal(AbsParts.self, $0, $1, $2) }
  t[KernelIndex.unary(.real, .c64)] = { mapToReal(RealParts.self, $0, $1, $2) }
  t[KernelIndex.unary(.imag, .c64)] = { mapToReal(ImagParts.self, $0, $1, $2) }
}

func fillUnaryC128(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.unary(.neg, .c128)] = { map(Apply1<Neg<C128>, RA<C128>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.sign, .c128)] = { map(Apply1<Sign<C128>, RA<C128>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.square, .c128)] = { map(Apply1<Square<C128>, RA<C128>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.sqrt, .c128)] = { map(Apply1<Sqrt<C128>, RA<C128>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.rsqrt, .c128)] = { map(Apply1<Rsqrt<C128>, RA<C128>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.reciprocal, .c128)] = { map(Apply1<Reciprocal<C128>, RA<C128>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.exp, .c128)] = { map(Apply1<Exp<C128>, RA<C128>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.exp2, .c128)] = { map(Apply1<Exp2<C128>, RA<C128>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.expm1, .c128)] = { map(Apply1<Expm1<C128>, RA<C128>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.log, .c128)] = { map(Apply1<Log<C128>, RA<C128>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.log1p, .c128)] = { map(Apply1<Log1p<C128>, RA<C128>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.sin, .c128)] = { map(Apply1<Sin<C128>, RA<C128>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.cos, .c128)] = { map(Apply1<Cos<C128>, RA<C128>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.tan, .c128)] = { map(Apply1<Tan<C128>, RA<C128>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.asin, .c128)] = { map(Apply1<Asin<C128>, RA<C128>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.acos, .c128)] = { map(Apply1<Acos<C128>, RA<C128>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.atan, .c128)] = { map(Apply1<Atan<C128>, RA<C128>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.sinh, .c128)] = { map(Apply1<Sinh<C128>, RA<C128>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.cosh, .c128)] = { map(Apply1<Cosh<C128>, RA<C128>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.tanh, .c128)] = { map(Apply1<Tanh<C128>, RA<C128>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.asinh, .c128)] = { map(Apply1<Asinh<C128>, RA<C128>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.acosh, .c128)] = { map(Apply1<Acosh<C128>, RA<C128>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.atanh, .c128)] = { map(Apply1<Atanh<C128>, RA<C128>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.logistic, .c128)] = { map(Apply1<Logistic<C128>, RA<C128>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.isFinite, .c128)] = { map(Apply1<IsFinite<C128>, RA<C128>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.abs, .c128)] = { map(Apply1<Magnitude<Double>, RA<C128>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.conj, .c128)] = { map(Apply1<Conjugate<Double>, RA<C128>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.real, .c128)] = { map(Apply1<RealPart<Double>, RA<C128>>.self, $0, $1, $2) }
  t[KernelIndex.unary(.imag, .c128)] = { map(Apply1<ImaginaryPart<Double>, RA<C128>>.self, $0, $1, $2) }
}
