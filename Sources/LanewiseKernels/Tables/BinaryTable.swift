// Written by Scripts/generate-kernel-tables.swift; change that, not this.

func fillBinaryBool8(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.binary(.max, .bool, .rr)] = { map(Apply2<Max<Bool8>, RA<Bool8>, RB<Bool8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.max, .bool, .rc)] = { map(Apply2<Max<Bool8>, RA<Bool8>, KB<Bool8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.max, .bool, .cr)] = { map(Apply2<Max<Bool8>, KA<Bool8>, RB<Bool8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.min, .bool, .rr)] = { map(Apply2<Min<Bool8>, RA<Bool8>, RB<Bool8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.min, .bool, .rc)] = { map(Apply2<Min<Bool8>, RA<Bool8>, KB<Bool8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.min, .bool, .cr)] = { map(Apply2<Min<Bool8>, KA<Bool8>, RB<Bool8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.and, .bool, .rr)] = { map(Apply2<And<Bool8>, RA<Bool8>, RB<Bool8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.and, .bool, .rc)] = { map(Apply2<And<Bool8>, RA<Bool8>, KB<Bool8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.and, .bool, .cr)] = { map(Apply2<And<Bool8>, KA<Bool8>, RB<Bool8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.or, .bool, .rr)] = { map(Apply2<Or<Bool8>, RA<Bool8>, RB<Bool8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.or, .bool, .rc)] = { map(Apply2<Or<Bool8>, RA<Bool8>, KB<Bool8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.or, .bool, .cr)] = { map(Apply2<Or<Bool8>, KA<Bool8>, RB<Bool8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.xor, .bool, .rr)] = { map(Apply2<Xor<Bool8>, RA<Bool8>, RB<Bool8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.xor, .bool, .rc)] = { map(Apply2<Xor<Bool8>, RA<Bool8>, KB<Bool8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.xor, .bool, .cr)] = { map(Apply2<Xor<Bool8>, KA<Bool8>, RB<Bool8>>.self, $0, $1, $2) }
}

func fillBinaryI8(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.binary(.add, .i8, .rr)] = { map(Apply2<Add<I8>, RA<I8>, RB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.add, .i8, .rc)] = { map(Apply2<Add<I8>, RA<I8>, KB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.add, .i8, .cr)] = { map(Apply2<Add<I8>, KA<I8>, RB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.sub, .i8, .rr)] = { map(Apply2<Sub<I8>, RA<I8>, RB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.sub, .i8, .rc)] = { map(Apply2<Sub<I8>, RA<I8>, KB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.sub, .i8, .cr)] = { map(Apply2<Sub<I8>, KA<I8>, RB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.mul, .i8, .rr)] = { map(Apply2<Mul<I8>, RA<I8>, RB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.mul, .i8, .rc)] = { map(Apply2<Mul<I8>, RA<I8>, KB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.mul, .i8, .cr)] = { map(Apply2<Mul<I8>, KA<I8>, RB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.div, .i8, .rr)] = { map(Apply2<Div<I8>, RA<I8>, RB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.div, .i8, .rc)] = { map(Apply2<Div<I8>, RA<I8>, KB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.div, .i8, .cr)] = { map(Apply2<Div<I8>, KA<I8>, RB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.pow, .i8, .rr)] = { map(Apply2<Pow<I8>, RA<I8>, RB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.pow, .i8, .rc)] = { map(Apply2<Pow<I8>, RA<I8>, KB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.pow, .i8, .cr)] = { map(Apply2<Pow<I8>, KA<I8>, RB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.rem, .i8, .rr)] = { map(Apply2<IntegerRem<I8>, RA<I8>, RB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.rem, .i8, .rc)] = { map(Apply2<IntegerRem<I8>, RA<I8>, KB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.rem, .i8, .cr)] = { map(Apply2<IntegerRem<I8>, KA<I8>, RB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.floorDiv, .i8, .rr)] = { map(Apply2<FloorDiv<I8>, RA<I8>, RB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.floorDiv, .i8, .rc)] = { map(Apply2<FloorDiv<I8>, RA<I8>, KB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.floorDiv, .i8, .cr)] = { map(Apply2<FloorDiv<I8>, KA<I8>, RB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.floorRem, .i8, .rr)] = { map(Apply2<FloorRem<I8>, RA<I8>, RB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.floorRem, .i8, .rc)] = { map(Apply2<FloorRem<I8>, RA<I8>, KB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.floorRem, .i8, .cr)] = { map(Apply2<FloorRem<I8>, KA<I8>, RB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.max, .i8, .rr)] = { map(Apply2<Max<I8>, RA<I8>, RB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.max, .i8, .rc)] = { map(Apply2<Max<I8>, RA<I8>, KB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.max, .i8, .cr)] = { map(Apply2<Max<I8>, KA<I8>, RB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.min, .i8, .rr)] = { map(Apply2<Min<I8>, RA<I8>, RB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.min, .i8, .rc)] = { map(Apply2<Min<I8>, RA<I8>, KB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.min, .i8, .cr)] = { map(Apply2<Min<I8>, KA<I8>, RB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.and, .i8, .rr)] = { map(Apply2<And<I8>, RA<I8>, RB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.and, .i8, .rc)] = { map(Apply2<And<I8>, RA<I8>, KB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.and, .i8, .cr)] = { map(Apply2<And<I8>, KA<I8>, RB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.or, .i8, .rr)] = { map(Apply2<Or<I8>, RA<I8>, RB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.or, .i8, .rc)] = { map(Apply2<Or<I8>, RA<I8>, KB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.or, .i8, .cr)] = { map(Apply2<Or<I8>, KA<I8>, RB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.xor, .i8, .rr)] = { map(Apply2<Xor<I8>, RA<I8>, RB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.xor, .i8, .rc)] = { map(Apply2<Xor<I8>, RA<I8>, KB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.xor, .i8, .cr)] = { map(Apply2<Xor<I8>, KA<I8>, RB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftLeft, .i8, .rr)] = { map(Apply2<Shl<I8>, RA<I8>, RB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftLeft, .i8, .rc)] = { map(Apply2<Shl<I8>, RA<I8>, KB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftLeft, .i8, .cr)] = { map(Apply2<Shl<I8>, KA<I8>, RB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftRightArithmetic, .i8, .rr)] = { map(Apply2<Sar<I8>, RA<I8>, RB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftRightArithmetic, .i8, .rc)] = { map(Apply2<Sar<I8>, RA<I8>, KB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftRightArithmetic, .i8, .cr)] = { map(Apply2<Sar<I8>, KA<I8>, RB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftRightLogical, .i8, .rr)] = { map(Apply2<Shr<I8>, RA<I8>, RB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftRightLogical, .i8, .rc)] = { map(Apply2<Shr<I8>, RA<I8>, KB<I8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftRightLogical, .i8, .cr)] = { map(Apply2<Shr<I8>, KA<I8>, RB<I8>>.self, $0, $1, $2) }
}

func fillBinaryI16(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.binary(.add, .i16, .rr)] = { map(Apply2<Add<I16>, RA<I16>, RB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.add, .i16, .rc)] = { map(Apply2<Add<I16>, RA<I16>, KB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.add, .i16, .cr)] = { map(Apply2<Add<I16>, KA<I16>, RB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.sub, .i16, .rr)] = { map(Apply2<Sub<I16>, RA<I16>, RB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.sub, .i16, .rc)] = { map(Apply2<Sub<I16>, RA<I16>, KB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.sub, .i16, .cr)] = { map(Apply2<Sub<I16>, KA<I16>, RB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.mul, .i16, .rr)] = { map(Apply2<Mul<I16>, RA<I16>, RB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.mul, .i16, .rc)] = { map(Apply2<Mul<I16>, RA<I16>, KB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.mul, .i16, .cr)] = { map(Apply2<Mul<I16>, KA<I16>, RB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.div, .i16, .rr)] = { map(Apply2<Div<I16>, RA<I16>, RB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.div, .i16, .rc)] = { map(Apply2<Div<I16>, RA<I16>, KB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.div, .i16, .cr)] = { map(Apply2<Div<I16>, KA<I16>, RB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.pow, .i16, .rr)] = { map(Apply2<Pow<I16>, RA<I16>, RB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.pow, .i16, .rc)] = { map(Apply2<Pow<I16>, RA<I16>, KB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.pow, .i16, .cr)] = { map(Apply2<Pow<I16>, KA<I16>, RB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.rem, .i16, .rr)] = { map(Apply2<IntegerRem<I16>, RA<I16>, RB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.rem, .i16, .rc)] = { map(Apply2<IntegerRem<I16>, RA<I16>, KB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.rem, .i16, .cr)] = { map(Apply2<IntegerRem<I16>, KA<I16>, RB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.floorDiv, .i16, .rr)] = { map(Apply2<FloorDiv<I16>, RA<I16>, RB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.floorDiv, .i16, .rc)] = { map(Apply2<FloorDiv<I16>, RA<I16>, KB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.floorDiv, .i16, .cr)] = { map(Apply2<FloorDiv<I16>, KA<I16>, RB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.floorRem, .i16, .rr)] = { map(Apply2<FloorRem<I16>, RA<I16>, RB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.floorRem, .i16, .rc)] = { map(Apply2<FloorRem<I16>, RA<I16>, KB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.floorRem, .i16, .cr)] = { map(Apply2<FloorRem<I16>, KA<I16>, RB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.max, .i16, .rr)] = { map(Apply2<Max<I16>, RA<I16>, RB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.max, .i16, .rc)] = { map(Apply2<Max<I16>, RA<I16>, KB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.max, .i16, .cr)] = { map(Apply2<Max<I16>, KA<I16>, RB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.min, .i16, .rr)] = { map(Apply2<Min<I16>, RA<I16>, RB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.min, .i16, .rc)] = { map(Apply2<Min<I16>, RA<I16>, KB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.min, .i16, .cr)] = { map(Apply2<Min<I16>, KA<I16>, RB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.and, .i16, .rr)] = { map(Apply2<And<I16>, RA<I16>, RB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.and, .i16, .rc)] = { map(Apply2<And<I16>, RA<I16>, KB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.and, .i16, .cr)] = { map(Apply2<And<I16>, KA<I16>, RB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.or, .i16, .rr)] = { map(Apply2<Or<I16>, RA<I16>, RB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.or, .i16, .rc)] = { map(Apply2<Or<I16>, RA<I16>, KB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.or, .i16, .cr)] = { map(Apply2<Or<I16>, KA<I16>, RB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.xor, .i16, .rr)] = { map(Apply2<Xor<I16>, RA<I16>, RB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.xor, .i16, .rc)] = { map(Apply2<Xor<I16>, RA<I16>, KB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.xor, .i16, .cr)] = { map(Apply2<Xor<I16>, KA<I16>, RB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftLeft, .i16, .rr)] = { map(Apply2<Shl<I16>, RA<I16>, RB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftLeft, .i16, .rc)] = { map(Apply2<Shl<I16>, RA<I16>, KB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftLeft, .i16, .cr)] = { map(Apply2<Shl<I16>, KA<I16>, RB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftRightArithmetic, .i16, .rr)] = { map(Apply2<Sar<I16>, RA<I16>, RB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftRightArithmetic, .i16, .rc)] = { map(Apply2<Sar<I16>, RA<I16>, KB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftRightArithmetic, .i16, .cr)] = { map(Apply2<Sar<I16>, KA<I16>, RB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftRightLogical, .i16, .rr)] = { map(Apply2<Shr<I16>, RA<I16>, RB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftRightLogical, .i16, .rc)] = { map(Apply2<Shr<I16>, RA<I16>, KB<I16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftRightLogical, .i16, .cr)] = { map(Apply2<Shr<I16>, KA<I16>, RB<I16>>.self, $0, $1, $2) }
}

func fillBinaryI32(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.binary(.add, .i32, .rr)] = { map(Apply2<Add<I32>, RA<I32>, RB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.add, .i32, .rc)] = { map(Apply2<Add<I32>, RA<I32>, KB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.add, .i32, .cr)] = { map(Apply2<Add<I32>, KA<I32>, RB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.sub, .i32, .rr)] = { map(Apply2<Sub<I32>, RA<I32>, RB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.sub, .i32, .rc)] = { map(Apply2<Sub<I32>, RA<I32>, KB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.sub, .i32, .cr)] = { map(Apply2<Sub<I32>, KA<I32>, RB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.mul, .i32, .rr)] = { map(Apply2<Mul<I32>, RA<I32>, RB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.mul, .i32, .rc)] = { map(Apply2<Mul<I32>, RA<I32>, KB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.mul, .i32, .cr)] = { map(Apply2<Mul<I32>, KA<I32>, RB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.div, .i32, .rr)] = { map(Apply2<Div<I32>, RA<I32>, RB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.div, .i32, .rc)] = { map(Apply2<Div<I32>, RA<I32>, KB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.div, .i32, .cr)] = { map(Apply2<Div<I32>, KA<I32>, RB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.pow, .i32, .rr)] = { map(Apply2<Pow<I32>, RA<I32>, RB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.pow, .i32, .rc)] = { map(Apply2<Pow<I32>, RA<I32>, KB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.pow, .i32, .cr)] = { map(Apply2<Pow<I32>, KA<I32>, RB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.rem, .i32, .rr)] = { map(Apply2<IntegerRem<I32>, RA<I32>, RB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.rem, .i32, .rc)] = { map(Apply2<IntegerRem<I32>, RA<I32>, KB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.rem, .i32, .cr)] = { map(Apply2<IntegerRem<I32>, KA<I32>, RB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.floorDiv, .i32, .rr)] = { map(Apply2<FloorDiv<I32>, RA<I32>, RB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.floorDiv, .i32, .rc)] = { map(Apply2<FloorDiv<I32>, RA<I32>, KB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.floorDiv, .i32, .cr)] = { map(Apply2<FloorDiv<I32>, KA<I32>, RB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.floorRem, .i32, .rr)] = { map(Apply2<FloorRem<I32>, RA<I32>, RB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.floorRem, .i32, .rc)] = { map(Apply2<FloorRem<I32>, RA<I32>, KB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.floorRem, .i32, .cr)] = { map(Apply2<FloorRem<I32>, KA<I32>, RB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.max, .i32, .rr)] = { map(Apply2<Max<I32>, RA<I32>, RB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.max, .i32, .rc)] = { map(Apply2<Max<I32>, RA<I32>, KB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.max, .i32, .cr)] = { map(Apply2<Max<I32>, KA<I32>, RB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.min, .i32, .rr)] = { map(Apply2<Min<I32>, RA<I32>, RB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.min, .i32, .rc)] = { map(Apply2<Min<I32>, RA<I32>, KB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.min, .i32, .cr)] = { map(Apply2<Min<I32>, KA<I32>, RB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.and, .i32, .rr)] = { map(Apply2<And<I32>, RA<I32>, RB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.and, .i32, .rc)] = { map(Apply2<And<I32>, RA<I32>, KB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.and, .i32, .cr)] = { map(Apply2<And<I32>, KA<I32>, RB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.or, .i32, .rr)] = { map(Apply2<Or<I32>, RA<I32>, RB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.or, .i32, .rc)] = { map(Apply2<Or<I32>, RA<I32>, KB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.or, .i32, .cr)] = { map(Apply2<Or<I32>, KA<I32>, RB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.xor, .i32, .rr)] = { map(Apply2<Xor<I32>, RA<I32>, RB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.xor, .i32, .rc)] = { map(Apply2<Xor<I32>, RA<I32>, KB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.xor, .i32, .cr)] = { map(Apply2<Xor<I32>, KA<I32>, RB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftLeft, .i32, .rr)] = { map(Apply2<Shl<I32>, RA<I32>, RB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftLeft, .i32, .rc)] = { map(Apply2<Shl<I32>, RA<I32>, KB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftLeft, .i32, .cr)] = { map(Apply2<Shl<I32>, KA<I32>, RB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftRightArithmetic, .i32, .rr)] = { map(Apply2<Sar<I32>, RA<I32>, RB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftRightArithmetic, .i32, .rc)] = { map(Apply2<Sar<I32>, RA<I32>, KB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftRightArithmetic, .i32, .cr)] = { map(Apply2<Sar<I32>, KA<I32>, RB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftRightLogical, .i32, .rr)] = { map(Apply2<Shr<I32>, RA<I32>, RB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftRightLogical, .i32, .rc)] = { map(Apply2<Shr<I32>, RA<I32>, KB<I32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftRightLogical, .i32, .cr)] = { map(Apply2<Shr<I32>, KA<I32>, RB<I32>>.self, $0, $1, $2) }
}

func fillBinaryI64(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.binary(.add, .i64, .rr)] = { map(Apply2<Add<I64>, RA<I64>, RB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.add, .i64, .rc)] = { map(Apply2<Add<I64>, RA<I64>, KB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.add, .i64, .cr)] = { map(Apply2<Add<I64>, KA<I64>, RB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.sub, .i64, .rr)] = { map(Apply2<Sub<I64>, RA<I64>, RB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.sub, .i64, .rc)] = { map(Apply2<Sub<I64>, RA<I64>, KB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.sub, .i64, .cr)] = { map(Apply2<Sub<I64>, KA<I64>, RB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.mul, .i64, .rr)] = { map(Apply2<Mul<I64>, RA<I64>, RB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.mul, .i64, .rc)] = { map(Apply2<Mul<I64>, RA<I64>, KB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.mul, .i64, .cr)] = { map(Apply2<Mul<I64>, KA<I64>, RB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.div, .i64, .rr)] = { map(Apply2<Div<I64>, RA<I64>, RB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.div, .i64, .rc)] = { map(Apply2<Div<I64>, RA<I64>, KB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.div, .i64, .cr)] = { map(Apply2<Div<I64>, KA<I64>, RB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.pow, .i64, .rr)] = { map(Apply2<Pow<I64>, RA<I64>, RB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.pow, .i64, .rc)] = { map(Apply2<Pow<I64>, RA<I64>, KB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.pow, .i64, .cr)] = { map(Apply2<Pow<I64>, KA<I64>, RB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.rem, .i64, .rr)] = { map(Apply2<IntegerRem<I64>, RA<I64>, RB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.rem, .i64, .rc)] = { map(Apply2<IntegerRem<I64>, RA<I64>, KB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.rem, .i64, .cr)] = { map(Apply2<IntegerRem<I64>, KA<I64>, RB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.floorDiv, .i64, .rr)] = { map(Apply2<FloorDiv<I64>, RA<I64>, RB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.floorDiv, .i64, .rc)] = { map(Apply2<FloorDiv<I64>, RA<I64>, KB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.floorDiv, .i64, .cr)] = { map(Apply2<FloorDiv<I64>, KA<I64>, RB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.floorRem, .i64, .rr)] = { map(Apply2<FloorRem<I64>, RA<I64>, RB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.floorRem, .i64, .rc)] = { map(Apply2<FloorRem<I64>, RA<I64>, KB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.floorRem, .i64, .cr)] = { map(Apply2<FloorRem<I64>, KA<I64>, RB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.max, .i64, .rr)] = { map(Apply2<Max<I64>, RA<I64>, RB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.max, .i64, .rc)] = { map(Apply2<Max<I64>, RA<I64>, KB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.max, .i64, .cr)] = { map(Apply2<Max<I64>, KA<I64>, RB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.min, .i64, .rr)] = { map(Apply2<Min<I64>, RA<I64>, RB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.min, .i64, .rc)] = { map(Apply2<Min<I64>, RA<I64>, KB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.min, .i64, .cr)] = { map(Apply2<Min<I64>, KA<I64>, RB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.and, .i64, .rr)] = { map(Apply2<And<I64>, RA<I64>, RB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.and, .i64, .rc)] = { map(Apply2<And<I64>, RA<I64>, KB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.and, .i64, .cr)] = { map(Apply2<And<I64>, KA<I64>, RB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.or, .i64, .rr)] = { map(Apply2<Or<I64>, RA<I64>, RB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.or, .i64, .rc)] = { map(Apply2<Or<I64>, RA<I64>, KB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.or, .i64, .cr)] = { map(Apply2<Or<I64>, KA<I64>, RB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.xor, .i64, .rr)] = { map(Apply2<Xor<I64>, RA<I64>, RB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.xor, .i64, .rc)] = { map(Apply2<Xor<I64>, RA<I64>, KB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.xor, .i64, .cr)] = { map(Apply2<Xor<I64>, KA<I64>, RB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftLeft, .i64, .rr)] = { map(Apply2<Shl<I64>, RA<I64>, RB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftLeft, .i64, .rc)] = { map(Apply2<Shl<I64>, RA<I64>, KB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftLeft, .i64, .cr)] = { map(Apply2<Shl<I64>, KA<I64>, RB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftRightArithmetic, .i64, .rr)] = { map(Apply2<Sar<I64>, RA<I64>, RB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftRightArithmetic, .i64, .rc)] = { map(Apply2<Sar<I64>, RA<I64>, KB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftRightArithmetic, .i64, .cr)] = { map(Apply2<Sar<I64>, KA<I64>, RB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftRightLogical, .i64, .rr)] = { map(Apply2<Shr<I64>, RA<I64>, RB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftRightLogical, .i64, .rc)] = { map(Apply2<Shr<I64>, RA<I64>, KB<I64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftRightLogical, .i64, .cr)] = { map(Apply2<Shr<I64>, KA<I64>, RB<I64>>.self, $0, $1, $2) }
}

func fillBinaryU8(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.binary(.add, .u8, .rr)] = { map(Apply2<Add<U8>, RA<U8>, RB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.add, .u8, .rc)] = { map(Apply2<Add<U8>, RA<U8>, KB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.add, .u8, .cr)] = { map(Apply2<Add<U8>, KA<U8>, RB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.sub, .u8, .rr)] = { map(Apply2<Sub<U8>, RA<U8>, RB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.sub, .u8, .rc)] = { map(Apply2<Sub<U8>, RA<U8>, KB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.sub, .u8, .cr)] = { map(Apply2<Sub<U8>, KA<U8>, RB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.mul, .u8, .rr)] = { map(Apply2<Mul<U8>, RA<U8>, RB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.mul, .u8, .rc)] = { map(Apply2<Mul<U8>, RA<U8>, KB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.mul, .u8, .cr)] = { map(Apply2<Mul<U8>, KA<U8>, RB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.div, .u8, .rr)] = { map(Apply2<Div<U8>, RA<U8>, RB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.div, .u8, .rc)] = { map(Apply2<Div<U8>, RA<U8>, KB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.div, .u8, .cr)] = { map(Apply2<Div<U8>, KA<U8>, RB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.pow, .u8, .rr)] = { map(Apply2<Pow<U8>, RA<U8>, RB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.pow, .u8, .rc)] = { map(Apply2<Pow<U8>, RA<U8>, KB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.pow, .u8, .cr)] = { map(Apply2<Pow<U8>, KA<U8>, RB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.rem, .u8, .rr)] = { map(Apply2<IntegerRem<U8>, RA<U8>, RB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.rem, .u8, .rc)] = { map(Apply2<IntegerRem<U8>, RA<U8>, KB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.rem, .u8, .cr)] = { map(Apply2<IntegerRem<U8>, KA<U8>, RB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.max, .u8, .rr)] = { map(Apply2<Max<U8>, RA<U8>, RB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.max, .u8, .rc)] = { map(Apply2<Max<U8>, RA<U8>, KB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.max, .u8, .cr)] = { map(Apply2<Max<U8>, KA<U8>, RB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.min, .u8, .rr)] = { map(Apply2<Min<U8>, RA<U8>, RB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.min, .u8, .rc)] = { map(Apply2<Min<U8>, RA<U8>, KB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.min, .u8, .cr)] = { map(Apply2<Min<U8>, KA<U8>, RB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.and, .u8, .rr)] = { map(Apply2<And<U8>, RA<U8>, RB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.and, .u8, .rc)] = { map(Apply2<And<U8>, RA<U8>, KB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.and, .u8, .cr)] = { map(Apply2<And<U8>, KA<U8>, RB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.or, .u8, .rr)] = { map(Apply2<Or<U8>, RA<U8>, RB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.or, .u8, .rc)] = { map(Apply2<Or<U8>, RA<U8>, KB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.or, .u8, .cr)] = { map(Apply2<Or<U8>, KA<U8>, RB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.xor, .u8, .rr)] = { map(Apply2<Xor<U8>, RA<U8>, RB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.xor, .u8, .rc)] = { map(Apply2<Xor<U8>, RA<U8>, KB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.xor, .u8, .cr)] = { map(Apply2<Xor<U8>, KA<U8>, RB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftLeft, .u8, .rr)] = { map(Apply2<Shl<U8>, RA<U8>, RB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftLeft, .u8, .rc)] = { map(Apply2<Shl<U8>, RA<U8>, KB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftLeft, .u8, .cr)] = { map(Apply2<Shl<U8>, KA<U8>, RB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftRightArithmetic, .u8, .rr)] = { map(Apply2<Sar<U8>, RA<U8>, RB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftRightArithmetic, .u8, .rc)] = { map(Apply2<Sar<U8>, RA<U8>, KB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftRightArithmetic, .u8, .cr)] = { map(Apply2<Sar<U8>, KA<U8>, RB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftRightLogical, .u8, .rr)] = { map(Apply2<Shr<U8>, RA<U8>, RB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftRightLogical, .u8, .rc)] = { map(Apply2<Shr<U8>, RA<U8>, KB<U8>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftRightLogical, .u8, .cr)] = { map(Apply2<Shr<U8>, KA<U8>, RB<U8>>.self, $0, $1, $2) }
}

func fillBinaryU16(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.binary(.add, .u16, .rr)] = { map(Apply2<Add<U16>, RA<U16>, RB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.add, .u16, .rc)] = { map(Apply2<Add<U16>, RA<U16>, KB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.add, .u16, .cr)] = { map(Apply2<Add<U16>, KA<U16>, RB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.sub, .u16, .rr)] = { map(Apply2<Sub<U16>, RA<U16>, RB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.sub, .u16, .rc)] = { map(Apply2<Sub<U16>, RA<U16>, KB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.sub, .u16, .cr)] = { map(Apply2<Sub<U16>, KA<U16>, RB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.mul, .u16, .rr)] = { map(Apply2<Mul<U16>, RA<U16>, RB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.mul, .u16, .rc)] = { map(Apply2<Mul<U16>, RA<U16>, KB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.mul, .u16, .cr)] = { map(Apply2<Mul<U16>, KA<U16>, RB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.div, .u16, .rr)] = { map(Apply2<Div<U16>, RA<U16>, RB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.div, .u16, .rc)] = { map(Apply2<Div<U16>, RA<U16>, KB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.div, .u16, .cr)] = { map(Apply2<Div<U16>, KA<U16>, RB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.pow, .u16, .rr)] = { map(Apply2<Pow<U16>, RA<U16>, RB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.pow, .u16, .rc)] = { map(Apply2<Pow<U16>, RA<U16>, KB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.pow, .u16, .cr)] = { map(Apply2<Pow<U16>, KA<U16>, RB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.rem, .u16, .rr)] = { map(Apply2<IntegerRem<U16>, RA<U16>, RB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.rem, .u16, .rc)] = { map(Apply2<IntegerRem<U16>, RA<U16>, KB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.rem, .u16, .cr)] = { map(Apply2<IntegerRem<U16>, KA<U16>, RB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.max, .u16, .rr)] = { map(Apply2<Max<U16>, RA<U16>, RB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.max, .u16, .rc)] = { map(Apply2<Max<U16>, RA<U16>, KB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.max, .u16, .cr)] = { map(Apply2<Max<U16>, KA<U16>, RB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.min, .u16, .rr)] = { map(Apply2<Min<U16>, RA<U16>, RB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.min, .u16, .rc)] = { map(Apply2<Min<U16>, RA<U16>, KB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.min, .u16, .cr)] = { map(Apply2<Min<U16>, KA<U16>, RB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.and, .u16, .rr)] = { map(Apply2<And<U16>, RA<U16>, RB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.and, .u16, .rc)] = { map(Apply2<And<U16>, RA<U16>, KB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.and, .u16, .cr)] = { map(Apply2<And<U16>, KA<U16>, RB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.or, .u16, .rr)] = { map(Apply2<Or<U16>, RA<U16>, RB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.or, .u16, .rc)] = { map(Apply2<Or<U16>, RA<U16>, KB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.or, .u16, .cr)] = { map(Apply2<Or<U16>, KA<U16>, RB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.xor, .u16, .rr)] = { map(Apply2<Xor<U16>, RA<U16>, RB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.xor, .u16, .rc)] = { map(Apply2<Xor<U16>, RA<U16>, KB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.xor, .u16, .cr)] = { map(Apply2<Xor<U16>, KA<U16>, RB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftLeft, .u16, .rr)] = { map(Apply2<Shl<U16>, RA<U16>, RB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftLeft, .u16, .rc)] = { map(Apply2<Shl<U16>, RA<U16>, KB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftLeft, .u16, .cr)] = { map(Apply2<Shl<U16>, KA<U16>, RB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftRightArithmetic, .u16, .rr)] = { map(Apply2<Sar<U16>, RA<U16>, RB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftRightArithmetic, .u16, .rc)] = { map(Apply2<Sar<U16>, RA<U16>, KB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftRightArithmetic, .u16, .cr)] = { map(Apply2<Sar<U16>, KA<U16>, RB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftRightLogical, .u16, .rr)] = { map(Apply2<Shr<U16>, RA<U16>, RB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftRightLogical, .u16, .rc)] = { map(Apply2<Shr<U16>, RA<U16>, KB<U16>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftRightLogical, .u16, .cr)] = { map(Apply2<Shr<U16>, KA<U16>, RB<U16>>.self, $0, $1, $2) }
}

func fillBinaryU32(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.binary(.add, .u32, .rr)] = { map(Apply2<Add<U32>, RA<U32>, RB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.add, .u32, .rc)] = { map(Apply2<Add<U32>, RA<U32>, KB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.add, .u32, .cr)] = { map(Apply2<Add<U32>, KA<U32>, RB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.sub, .u32, .rr)] = { map(Apply2<Sub<U32>, RA<U32>, RB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.sub, .u32, .rc)] = { map(Apply2<Sub<U32>, RA<U32>, KB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.sub, .u32, .cr)] = { map(Apply2<Sub<U32>, KA<U32>, RB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.mul, .u32, .rr)] = { map(Apply2<Mul<U32>, RA<U32>, RB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.mul, .u32, .rc)] = { map(Apply2<Mul<U32>, RA<U32>, KB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.mul, .u32, .cr)] = { map(Apply2<Mul<U32>, KA<U32>, RB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.div, .u32, .rr)] = { map(Apply2<Div<U32>, RA<U32>, RB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.div, .u32, .rc)] = { map(Apply2<Div<U32>, RA<U32>, KB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.div, .u32, .cr)] = { map(Apply2<Div<U32>, KA<U32>, RB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.pow, .u32, .rr)] = { map(Apply2<Pow<U32>, RA<U32>, RB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.pow, .u32, .rc)] = { map(Apply2<Pow<U32>, RA<U32>, KB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.pow, .u32, .cr)] = { map(Apply2<Pow<U32>, KA<U32>, RB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.rem, .u32, .rr)] = { map(Apply2<IntegerRem<U32>, RA<U32>, RB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.rem, .u32, .rc)] = { map(Apply2<IntegerRem<U32>, RA<U32>, KB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.rem, .u32, .cr)] = { map(Apply2<IntegerRem<U32>, KA<U32>, RB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.max, .u32, .rr)] = { map(Apply2<Max<U32>, RA<U32>, RB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.max, .u32, .rc)] = { map(Apply2<Max<U32>, RA<U32>, KB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.max, .u32, .cr)] = { map(Apply2<Max<U32>, KA<U32>, RB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.min, .u32, .rr)] = { map(Apply2<Min<U32>, RA<U32>, RB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.min, .u32, .rc)] = { map(Apply2<Min<U32>, RA<U32>, KB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.min, .u32, .cr)] = { map(Apply2<Min<U32>, KA<U32>, RB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.and, .u32, .rr)] = { map(Apply2<And<U32>, RA<U32>, RB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.and, .u32, .rc)] = { map(Apply2<And<U32>, RA<U32>, KB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.and, .u32, .cr)] = { map(Apply2<And<U32>, KA<U32>, RB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.or, .u32, .rr)] = { map(Apply2<Or<U32>, RA<U32>, RB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.or, .u32, .rc)] = { map(Apply2<Or<U32>, RA<U32>, KB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.or, .u32, .cr)] = { map(Apply2<Or<U32>, KA<U32>, RB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.xor, .u32, .rr)] = { map(Apply2<Xor<U32>, RA<U32>, RB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.xor, .u32, .rc)] = { map(Apply2<Xor<U32>, RA<U32>, KB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.xor, .u32, .cr)] = { map(Apply2<Xor<U32>, KA<U32>, RB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftLeft, .u32, .rr)] = { map(Apply2<Shl<U32>, RA<U32>, RB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftLeft, .u32, .rc)] = { map(Apply2<Shl<U32>, RA<U32>, KB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftLeft, .u32, .cr)] = { map(Apply2<Shl<U32>, KA<U32>, RB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftRightArithmetic, .u32, .rr)] = { map(Apply2<Sar<U32>, RA<U32>, RB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftRightArithmetic, .u32, .rc)] = { map(Apply2<Sar<U32>, RA<U32>, KB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftRightArithmetic, .u32, .cr)] = { map(Apply2<Sar<U32>, KA<U32>, RB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftRightLogical, .u32, .rr)] = { map(Apply2<Shr<U32>, RA<U32>, RB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftRightLogical, .u32, .rc)] = { map(Apply2<Shr<U32>, RA<U32>, KB<U32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftRightLogical, .u32, .cr)] = { map(Apply2<Shr<U32>, KA<U32>, RB<U32>>.self, $0, $1, $2) }
}

func fillBinaryU64(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.binary(.add, .u64, .rr)] = { map(Apply2<Add<U64>, RA<U64>, RB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.add, .u64, .rc)] = { map(Apply2<Add<U64>, RA<U64>, KB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.add, .u64, .cr)] = { map(Apply2<Add<U64>, KA<U64>, RB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.sub, .u64, .rr)] = { map(Apply2<Sub<U64>, RA<U64>, RB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.sub, .u64, .rc)] = { map(Apply2<Sub<U64>, RA<U64>, KB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.sub, .u64, .cr)] = { map(Apply2<Sub<U64>, KA<U64>, RB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.mul, .u64, .rr)] = { map(Apply2<Mul<U64>, RA<U64>, RB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.mul, .u64, .rc)] = { map(Apply2<Mul<U64>, RA<U64>, KB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.mul, .u64, .cr)] = { map(Apply2<Mul<U64>, KA<U64>, RB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.div, .u64, .rr)] = { map(Apply2<Div<U64>, RA<U64>, RB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.div, .u64, .rc)] = { map(Apply2<Div<U64>, RA<U64>, KB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.div, .u64, .cr)] = { map(Apply2<Div<U64>, KA<U64>, RB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.pow, .u64, .rr)] = { map(Apply2<Pow<U64>, RA<U64>, RB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.pow, .u64, .rc)] = { map(Apply2<Pow<U64>, RA<U64>, KB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.pow, .u64, .cr)] = { map(Apply2<Pow<U64>, KA<U64>, RB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.rem, .u64, .rr)] = { map(Apply2<IntegerRem<U64>, RA<U64>, RB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.rem, .u64, .rc)] = { map(Apply2<IntegerRem<U64>, RA<U64>, KB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.rem, .u64, .cr)] = { map(Apply2<IntegerRem<U64>, KA<U64>, RB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.max, .u64, .rr)] = { map(Apply2<Max<U64>, RA<U64>, RB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.max, .u64, .rc)] = { map(Apply2<Max<U64>, RA<U64>, KB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.max, .u64, .cr)] = { map(Apply2<Max<U64>, KA<U64>, RB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.min, .u64, .rr)] = { map(Apply2<Min<U64>, RA<U64>, RB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.min, .u64, .rc)] = { map(Apply2<Min<U64>, RA<U64>, KB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.min, .u64, .cr)] = { map(Apply2<Min<U64>, KA<U64>, RB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.and, .u64, .rr)] = { map(Apply2<And<U64>, RA<U64>, RB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.and, .u64, .rc)] = { map(Apply2<And<U64>, RA<U64>, KB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.and, .u64, .cr)] = { map(Apply2<And<U64>, KA<U64>, RB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.or, .u64, .rr)] = { map(Apply2<Or<U64>, RA<U64>, RB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.or, .u64, .rc)] = { map(Apply2<Or<U64>, RA<U64>, KB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.or, .u64, .cr)] = { map(Apply2<Or<U64>, KA<U64>, RB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.xor, .u64, .rr)] = { map(Apply2<Xor<U64>, RA<U64>, RB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.xor, .u64, .rc)] = { map(Apply2<Xor<U64>, RA<U64>, KB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.xor, .u64, .cr)] = { map(Apply2<Xor<U64>, KA<U64>, RB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftLeft, .u64, .rr)] = { map(Apply2<Shl<U64>, RA<U64>, RB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftLeft, .u64, .rc)] = { map(Apply2<Shl<U64>, RA<U64>, KB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftLeft, .u64, .cr)] = { map(Apply2<Shl<U64>, KA<U64>, RB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftRightArithmetic, .u64, .rr)] = { map(Apply2<Sar<U64>, RA<U64>, RB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftRightArithmetic, .u64, .rc)] = { map(Apply2<Sar<U64>, RA<U64>, KB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftRightArithmetic, .u64, .cr)] = { map(Apply2<Sar<U64>, KA<U64>, RB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftRightLogical, .u64, .rr)] = { map(Apply2<Shr<U64>, RA<U64>, RB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftRightLogical, .u64, .rc)] = { map(Apply2<Shr<U64>, RA<U64>, KB<U64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.shiftRightLogical, .u64, .cr)] = { map(Apply2<Shr<U64>, KA<U64>, RB<U64>>.self, $0, $1, $2) }
}

func fillBinaryF32(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.binary(.add, .f32, .rr)] = { map(Apply2<Add<F32>, RA<F32>, RB<F32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.add, .f32, .rc)] = { map(Apply2<Add<F32>, RA<F32>, KB<F32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.add, .f32, .cr)] = { map(Apply2<Add<F32>, KA<F32>, RB<F32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.sub, .f32, .rr)] = { map(Apply2<Sub<F32>, RA<F32>, RB<F32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.sub, .f32, .rc)] = { map(Apply2<Sub<F32>, RA<F32>, KB<F32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.sub, .f32, .cr)] = { map(Apply2<Sub<F32>, KA<F32>, RB<F32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.mul, .f32, .rr)] = { map(Apply2<Mul<F32>, RA<F32>, RB<F32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.mul, .f32, .rc)] = { map(Apply2<Mul<F32>, RA<F32>, KB<F32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.mul, .f32, .cr)] = { map(Apply2<Mul<F32>, KA<F32>, RB<F32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.div, .f32, .rr)] = { map(Apply2<Div<F32>, RA<F32>, RB<F32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.div, .f32, .rc)] = { map(Apply2<Div<F32>, RA<F32>, KB<F32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.div, .f32, .cr)] = { map(Apply2<Div<F32>, KA<F32>, RB<F32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.pow, .f32, .rr)] = { map(Apply2<Pow<F32>, RA<F32>, RB<F32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.pow, .f32, .rc)] = { map(Apply2<Pow<F32>, RA<F32>, KB<F32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.pow, .f32, .cr)] = { map(Apply2<Pow<F32>, KA<F32>, RB<F32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.rem, .f32, .rr)] = { map(Apply2<FloatRem<F32>, RA<F32>, RB<F32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.rem, .f32, .rc)] = { map(Apply2<FloatRem<F32>, RA<F32>, KB<F32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.rem, .f32, .cr)] = { map(Apply2<FloatRem<F32>, KA<F32>, RB<F32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.atan2, .f32, .rr)] = { map(Apply2<Atan2<F32>, RA<F32>, RB<F32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.atan2, .f32, .rc)] = { map(Apply2<Atan2<F32>, RA<F32>, KB<F32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.atan2, .f32, .cr)] = { map(Apply2<Atan2<F32>, KA<F32>, RB<F32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.hypot, .f32, .rr)] = { map(Apply2<Hypot<F32>, RA<F32>, RB<F32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.hypot, .f32, .rc)] = { map(Apply2<Hypot<F32>, RA<F32>, KB<F32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.hypot, .f32, .cr)] = { map(Apply2<Hypot<F32>, KA<F32>, RB<F32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.nextafter, .f32, .rr)] = { map(Apply2<Nextafter<F32>, RA<F32>, RB<F32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.nextafter, .f32, .rc)] = { map(Apply2<Nextafter<F32>, RA<F32>, KB<F32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.nextafter, .f32, .cr)] = { map(Apply2<Nextafter<F32>, KA<F32>, RB<F32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.max, .f32, .rr)] = { map(Apply2<Max<F32>, RA<F32>, RB<F32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.max, .f32, .rc)] = { map(Apply2<Max<F32>, RA<F32>, KB<F32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.max, .f32, .cr)] = { map(Apply2<Max<F32>, KA<F32>, RB<F32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.min, .f32, .rr)] = { map(Apply2<Min<F32>, RA<F32>, RB<F32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.min, .f32, .rc)] = { map(Apply2<Min<F32>, RA<F32>, KB<F32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.min, .f32, .cr)] = { map(Apply2<Min<F32>, KA<F32>, RB<F32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.complex, .f32, .rr)] = {
    map(Apply2<MakeComplex<Float>, RA<One<Float>>, RB<One<Float>>>.self, $0, $1, $2)
  }
  t[KernelIndex.binary(.complex, .f32, .rc)] = {
    map(Apply2<MakeComplex<Float>, RA<One<Float>>, KB<One<Float>>>.self, $0, $1, $2)
  }
  t[KernelIndex.binary(.complex, .f32, .cr)] = {
    map(Apply2<MakeComplex<Float>, KA<One<Float>>, RB<One<Float>>>.self, $0, $1, $2)
  }
}

func fillBinaryF64(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.binary(.add, .f64, .rr)] = { map(Apply2<Add<F64>, RA<F64>, RB<F64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.add, .f64, .rc)] = { map(Apply2<Add<F64>, RA<F64>, KB<F64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.add, .f64, .cr)] = { map(Apply2<Add<F64>, KA<F64>, RB<F64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.sub, .f64, .rr)] = { map(Apply2<Sub<F64>, RA<F64>, RB<F64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.sub, .f64, .rc)] = { map(Apply2<Sub<F64>, RA<F64>, KB<F64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.sub, .f64, .cr)] = { map(Apply2<Sub<F64>, KA<F64>, RB<F64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.mul, .f64, .rr)] = { map(Apply2<Mul<F64>, RA<F64>, RB<F64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.mul, .f64, .rc)] = { map(Apply2<Mul<F64>, RA<F64>, KB<F64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.mul, .f64, .cr)] = { map(Apply2<Mul<F64>, KA<F64>, RB<F64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.div, .f64, .rr)] = { map(Apply2<Div<F64>, RA<F64>, RB<F64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.div, .f64, .rc)] = { map(Apply2<Div<F64>, RA<F64>, KB<F64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.div, .f64, .cr)] = { map(Apply2<Div<F64>, KA<F64>, RB<F64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.pow, .f64, .rr)] = { map(Apply2<Pow<F64>, RA<F64>, RB<F64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.pow, .f64, .rc)] = { map(Apply2<Pow<F64>, RA<F64>, KB<F64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.pow, .f64, .cr)] = { map(Apply2<Pow<F64>, KA<F64>, RB<F64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.rem, .f64, .rr)] = { map(Apply2<FloatRem<F64>, RA<F64>, RB<F64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.rem, .f64, .rc)] = { map(Apply2<FloatRem<F64>, RA<F64>, KB<F64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.rem, .f64, .cr)] = { map(Apply2<FloatRem<F64>, KA<F64>, RB<F64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.atan2, .f64, .rr)] = { map(Apply2<Atan2<F64>, RA<F64>, RB<F64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.atan2, .f64, .rc)] = { map(Apply2<Atan2<F64>, RA<F64>, KB<F64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.atan2, .f64, .cr)] = { map(Apply2<Atan2<F64>, KA<F64>, RB<F64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.hypot, .f64, .rr)] = { map(Apply2<Hypot<F64>, RA<F64>, RB<F64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.hypot, .f64, .rc)] = { map(Apply2<Hypot<F64>, RA<F64>, KB<F64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.hypot, .f64, .cr)] = { map(Apply2<Hypot<F64>, KA<F64>, RB<F64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.nextafter, .f64, .rr)] = { map(Apply2<Nextafter<F64>, RA<F64>, RB<F64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.nextafter, .f64, .rc)] = { map(Apply2<Nextafter<F64>, RA<F64>, KB<F64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.nextafter, .f64, .cr)] = { map(Apply2<Nextafter<F64>, KA<F64>, RB<F64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.max, .f64, .rr)] = { map(Apply2<Max<F64>, RA<F64>, RB<F64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.max, .f64, .rc)] = { map(Apply2<Max<F64>, RA<F64>, KB<F64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.max, .f64, .cr)] = { map(Apply2<Max<F64>, KA<F64>, RB<F64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.min, .f64, .rr)] = { map(Apply2<Min<F64>, RA<F64>, RB<F64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.min, .f64, .rc)] = { map(Apply2<Min<F64>, RA<F64>, KB<F64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.min, .f64, .cr)] = { map(Apply2<Min<F64>, KA<F64>, RB<F64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.complex, .f64, .rr)] = {
    map(Apply2<MakeComplex<Double>, RA<One<Double>>, RB<One<Double>>>.self, $0, $1, $2)
  }
  t[KernelIndex.binary(.complex, .f64, .rc)] = {
    map(Apply2<MakeComplex<Double>, RA<One<Double>>, KB<One<Double>>>.self, $0, $1, $2)
  }
  t[KernelIndex.binary(.complex, .f64, .cr)] = {
    map(Apply2<MakeComplex<Double>, KA<One<Double>>, RB<One<Double>>>.self, $0, $1, $2)
  }
}

func fillBinaryC64(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.binary(.pow, .c64, .rr)] = { map(Apply2<Pow<C64>, RA<C64>, RB<C64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.pow, .c64, .rc)] = { map(Apply2<Pow<C64>, RA<C64>, KB<C64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.pow, .c64, .cr)] = { map(Apply2<Pow<C64>, KA<C64>, RB<C64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.max, .c64, .rr)] = { map(Apply2<LexicographicMax<Float>, RA<C64>, RB<C64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.max, .c64, .rc)] = { map(Apply2<LexicographicMax<Float>, RA<C64>, KB<C64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.max, .c64, .cr)] = { map(Apply2<LexicographicMax<Float>, KA<C64>, RB<C64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.min, .c64, .rr)] = { map(Apply2<LexicographicMin<Float>, RA<C64>, RB<C64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.min, .c64, .rc)] = { map(Apply2<LexicographicMin<Float>, RA<C64>, KB<C64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.min, .c64, .cr)] = { map(Apply2<LexicographicMin<Float>, KA<C64>, RB<C64>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.add, .c64, .rr)] = { mapPairs(Apply2<Add<F32>, RA<F32>, RB<F32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.add, .c64, .rc)] = { mapPairs(Apply2<Add<F32>, RA<F32>, PairConstant<B>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.add, .c64, .cr)] = { mapPairs(Apply2<Add<F32>, PairConstant<A>, RB<F32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.sub, .c64, .rr)] = { mapPairs(Apply2<Sub<F32>, RA<F32>, RB<F32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.sub, .c64, .rc)] = { mapPairs(Apply2<Sub<F32>, RA<F32>, PairConstant<B>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.sub, .c64, .cr)] = { mapPairs(Apply2<Sub<F32>, PairConstant<A>, RB<F32>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.mul, .c64, .rr)] = {
    mapParts(MulParts.self, PartsStream<A>.self, PartsStream<B>.self, $0, $1, $2)
  }
  t[KernelIndex.binary(.mul, .c64, .rc)] = {
    mapParts(MulParts.self, PartsStream<A>.self, PartsConstant<B>.self, $0, $1, $2)
  }
  t[KernelIndex.binary(.mul, .c64, .cr)] = {
    mapParts(MulParts.self, PartsConstant<A>.self, PartsStream<B>.self, $0, $1, $2)
  }
  t[KernelIndex.binary(.div, .c64, .rr)] = {
    mapParts(DivParts.self, PartsStream<A>.self, PartsStream<B>.self, $0, $1, $2)
  }
  t[KernelIndex.binary(.div, .c64, .rc)] = {
    mapParts(DivParts.self, PartsStream<A>.self, PartsConstant<B>.self, $0, $1, $2)
  }
  t[KernelIndex.binary(.div, .c64, .cr)] = {
    mapParts(DivParts.self, PartsConstant<A>.self, PartsStream<B>.self, $0, $1, $2)
  }
}

func fillBinaryC128(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.binary(.add, .c128, .rr)] = { map(Apply2<Add<C128>, RA<C128>, RB<C128>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.add, .c128, .rc)] = { map(Apply2<Add<C128>, RA<C128>, KB<C128>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.add, .c128, .cr)] = { map(Apply2<Add<C128>, KA<C128>, RB<C128>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.sub, .c128, .rr)] = { map(Apply2<Sub<C128>, RA<C128>, RB<C128>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.sub, .c128, .rc)] = { map(Apply2<Sub<C128>, RA<C128>, KB<C128>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.sub, .c128, .cr)] = { map(Apply2<Sub<C128>, KA<C128>, RB<C128>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.mul, .c128, .rr)] = { map(Apply2<Mul<C128>, RA<C128>, RB<C128>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.mul, .c128, .rc)] = { map(Apply2<Mul<C128>, RA<C128>, KB<C128>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.mul, .c128, .cr)] = { map(Apply2<Mul<C128>, KA<C128>, RB<C128>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.div, .c128, .rr)] = { map(Apply2<Div<C128>, RA<C128>, RB<C128>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.div, .c128, .rc)] = { map(Apply2<Div<C128>, RA<C128>, KB<C128>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.div, .c128, .cr)] = { map(Apply2<Div<C128>, KA<C128>, RB<C128>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.pow, .c128, .rr)] = { map(Apply2<Pow<C128>, RA<C128>, RB<C128>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.pow, .c128, .rc)] = { map(Apply2<Pow<C128>, RA<C128>, KB<C128>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.pow, .c128, .cr)] = { map(Apply2<Pow<C128>, KA<C128>, RB<C128>>.self, $0, $1, $2) }
  t[KernelIndex.binary(.max, .c128, .rr)] = {
    map(Apply2<LexicographicMax<Double>, RA<C128>, RB<C128>>.self, $0, $1, $2)
  }
  t[KernelIndex.binary(.max, .c128, .rc)] = {
    map(Apply2<LexicographicMax<Double>, RA<C128>, KB<C128>>.self, $0, $1, $2)
  }
  t[KernelIndex.binary(.max, .c128, .cr)] = {
    map(Apply2<LexicographicMax<Double>, KA<C128>, RB<C128>>.self, $0, $1, $2)
  }
  t[KernelIndex.binary(.min, .c128, .rr)] = {
    map(Apply2<LexicographicMin<Double>, RA<C128>, RB<C128>>.self, $0, $1, $2)
  }
  t[KernelIndex.binary(.min, .c128, .rc)] = {
    map(Apply2<LexicographicMin<Double>, RA<C128>, KB<C128>>.self, $0, $1, $2)
  }
  t[KernelIndex.binary(.min, .c128, .cr)] = {
    map(Apply2<LexicographicMin<Double>, KA<C128>, RB<C128>>.self, $0, $1, $2)
  }
}
