// What the engine and the builds of the kernels agree on. It is a module of its own so that the builds share no code:
// a helper that the compiler makes for an enum would be in both, and the linker would keep either.

/// One pass over one tile: reads and writes the memory that the slots name.
///
/// - `record`: 32 bytes, decoded with `load(fromByteOffset:)` (see ``Record``).
/// - `slots`: an array of addresses, 8 bytes each. A *stream* operand's slot holds the address of the tile's first
///   element; a *constant* operand's slot holds the address of one element, loaded once before the loop.
/// - `count`: elements in the tile.
///
/// Map kernels work on whole vectors of 16 lanes: they round `count` up to a multiple of 16, so every block they touch
/// is padded by ``Record/padding`` bytes. Kernels that fold (reductions) never look past `count`.
///
/// Everything crosses by pointer. SIMD values are never passed between the builds of the kernels: their calling
/// conventions differ.
package typealias Kernel = @convention(c) (UnsafeRawPointer, UnsafeRawPointer, Int) -> Void

/// The 32 bytes that one instruction of a tile program is.
///
/// | offset | what |
/// |---|---|
/// | 0 | the kernel's address, for the virtual machine; kernels do not look |
/// | 8 | slot of the result, `UInt16` |
/// | 10, 12, 14, 16, 18 | slots of the operands a, b, c, d, e, `UInt16` each |
/// | 24 | an immediate, `Int64` (a stride, a row length, a start value…) |
@usableFromInline
package enum Record {
  @inlinable package static var byteCount: Int { 32 }
  @inlinable package static var result: Int { 8 }
  @inlinable package static var operands: Int { 10 }
  @inlinable package static var immediate: Int { 24 }
  /// Bytes that must be readable and writable behind every block a map kernel touches: 16 lanes of 8 bytes.
  @inlinable package static var padding: Int { 128 }
}

/// The element types that kernels compute with.
///
/// float16 and bfloat16 are storage formats: they are converted when loaded and stored, and compute as `f32`.
package enum Lane: UInt8, CaseIterable, Sendable {
  case bool, i8, i16, i32, i64, u8, u16, u32, u64, f32, f64, c64, c128
}

/// The element formats that memory holds: every lane, and the two half-precision formats.
package enum Format: UInt8, CaseIterable, Sendable {
  case bool, i8, i16, i32, i64, u8, u16, u32, u64, f32, f64, c64, c128, f16, bf16
}

/// Elementwise functions of one operand. The result has the operand's lane, except: `isFinite` gives bool; `abs`,
/// `real` and `imag` of a complex lane give the lane of its parts.
package enum UnaryOp: UInt8, CaseIterable, Sendable {
  // Any number
  case neg, abs, sign, square
  // Bits and logic: `not` is logical on bool, bitwise on integers
  case not, populationCount, clz
  // Floating point, and complex where the function has a complex form
  case floor, ceil, roundAwayFromZero, roundToEven, isFinite
  case sqrt, rsqrt, cbrt, reciprocal
  case exp, exp2, expm1, log, log1p
  case sin, cos, tan, asin, acos, atan
  case sinh, cosh, tanh, asinh, acosh, atanh
  case logistic, erf, erfc, erfInv, lgamma, digamma
  // float32 alone
  case besselI0e, besselI1e, ndtri, logNdtr
  // Complex
  case conj, real, imag
}

/// Elementwise functions of two operands of one lane, with a result of that lane (`complex` takes two f32 or f64).
///
/// Integer arithmetic wraps; `div` and `rem` truncate and never trap (x/0 = −1, rem(x, 0) = x, MIN/−1 = MIN, rem 0);
/// `floorDiv` and `floorRem` are those of a division towards −∞, of signed integers only (x floorDiv 0 is −2, −1 of 0);
/// shifts past the width give 0, or the sign for the arithmetic one. `max` and `min` propagate NaN, and treat +0 as
/// above −0. On bool, `and`, `or`, `xor`, `max` and `min` are logical.
package enum BinaryOp: UInt8, CaseIterable, Sendable {
  case add, sub, mul, div, rem, floorDiv, floorRem, max, min, pow, atan2, hypot, nextafter
  case and, or, xor, shiftLeft, shiftRightArithmetic, shiftRightLogical
  case complex
}

/// Comparisons: two operands of one lane, a bool result (one byte, 0 or 1). NaN compares unequal to everything.
/// Complex lanes have `eq` and `ne` only.
package enum CompareOp: UInt8, CaseIterable, Sendable {
  case eq, ne, lt, le, gt, ge

  /// What says the same of the operands in the other order.
  package var swapped: CompareOp {
    switch self {
    case .eq, .ne: self
    case .lt: .gt
    case .le: .ge
    case .gt: .lt
    case .ge: .le
    }
  }
}

/// How a binary kernel reads its two operands: R is a stream, C is a constant.
package enum Sources: UInt8, CaseIterable, Sendable { case rr, rc, cr }

/// What a reduction folds with. On bool, `max` is or, `min` is and.
package enum FoldOp: UInt8, CaseIterable, Sendable { case sum, prod, max, min, and, or, xor }

/// What ``KernelIndex/argFold(_:_:)`` searches for.
package enum ArgFoldOp: UInt8, CaseIterable, Sendable { case max, min }

/// How a select kernel reads its two value operands.
package enum SelectSources: UInt8, CaseIterable, Sendable { case rr, rc, cr, cc }

/// How a fused multiply-add reads its operands a, b and c. The product commutes: for a constant times a stream, put the
/// stream in a.
package enum FMASources: UInt8, CaseIterable, Sendable { case rrr, rrc, rcr, rcc }

/// The operators that pair superinstructions combine. From `square` on they have one operand.
package enum PairOp: UInt8, CaseIterable, Sendable {
  case add, sub, mul, div, max, min, square, sqrt, abs

  package var isUnary: Bool { rawValue >= PairOp.square.rawValue }
  package var isCommutative: Bool { self == .add || self == .mul || self == .max || self == .min }
}

/// How the second operator B of a pair takes the value A(a, b) and the operand c: `valueFirst` is B(A(a, b), c),
/// `valueSecond` is B(c, A(a, b)), and `unary` is B(A(a, b)).
package enum PairForm: UInt8, CaseIterable, Sendable {
  case valueFirstStream, valueFirstConstant, valueSecondStream, valueSecondConstant, unary
}
