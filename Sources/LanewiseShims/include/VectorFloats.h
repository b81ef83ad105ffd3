#pragma once
#include "VectorTypes.h"

// Floating point. N: lane, S and U: the lanes of signed and unsigned integers as wide, SIGN: the sign bit, MAGIC: 2 to
// the number of fraction bits, above which every value is an integer.

#define LW_BITS(U, x) ((lw_##U)(x))

#define LW_FLOAT(N, T, S, U, SIGN, MAGIC, INFINITY_BITS) \
  LW_INLINE lw_##N lw_add_##N(lw_##N a, lw_##N b) { return a + b; } \
  LW_INLINE lw_##N lw_sub_##N(lw_##N a, lw_##N b) { return a - b; } \
  LW_INLINE lw_##N lw_mul_##N(lw_##N a, lw_##N b) { return a * b; } \
  LW_INLINE lw_##N lw_div_##N(lw_##N a, lw_##N b) { return a / b; } \
  LW_INLINE lw_##N lw_neg_##N(lw_##N a) { return (lw_##N)(LW_BITS(U, a) ^ SIGN); } \
  LW_INLINE lw_##N lw_abs_##N(lw_##N a) { return (lw_##N)(LW_BITS(U, a) & ~SIGN); } \
  LW_INLINE lw_##N lw_copysign_##N(lw_##N a, lw_##N sign) { \
    return (lw_##N)((LW_BITS(U, a) & ~SIGN) | (LW_BITS(U, sign) & SIGN)); \
  } \
  LW_INLINE lw_##N lw_sqrt_##N(lw_##N a) { return __builtin_elementwise_sqrt(a); } \
  /* The two orders differ where both are zeros or one is NaN: or-ing keeps −0, and any NaN. */ \
  LW_INLINE lw_##N lw_min_##N(lw_##N a, lw_##N b) { \
    return (lw_##N)(LW_BITS(U, a < b ? a : b) | LW_BITS(U, b < a ? b : a)); \
  } \
  LW_INLINE lw_##N lw_sign_##N(lw_##N a) { \
    lw_##N one = lw_copysign_##N((lw_##N)(T)1, a); \
    return ((a < 0) | (a > 0)) ? one : a; \
  } \
  LW_INLINE lw_u8 lw_isfinite_##N(lw_##N a) { \
    return (lw_u8)__builtin_convertvector((lw_##S)lw_abs_##N(a) < (lw_##S)INFINITY_BITS, lw_i8) & (uint8_t)1; \
  } \
  /* a step up or down in the order of the bits, towards b */ \
  LW_INLINE lw_##N lw_nextafter_##N(lw_##N a, lw_##N b) { \
    lw_##U step = (lw_##U)((a < b) == (a > 0)); \
    lw_##N next = (lw_##N)(LW_BITS(U, a) + (step != 0 ? (lw_##U)1 : ~(lw_##U)0)); \
    lw_##N tiny = (lw_##N)((LW_BITS(U, b) & SIGN) | 1); \
    next = a == 0 ? tiny : next; \
    next = a == b ? b : next; \
    return ((a != a) | (b != b)) ? a + b : next; \
  } \
  /* to nearest, ties to even */ \
  LW_INLINE lw_##N lw_rint_emulated_##N(lw_##N a) { \
    lw_##N m = lw_abs_##N(a), r = (m + MAGIC) - MAGIC; \
    return lw_copysign_##N(m < MAGIC ? r : m, a); \
  } \
  LW_INLINE lw_##N lw_floor_emulated_##N(lw_##N a) { \
    lw_##N r = lw_rint_emulated_##N(a); \
    return lw_copysign_##N(r > a ? r - 1 : r, a); \
  } \
  LW_INLINE lw_##N lw_ceil_emulated_##N(lw_##N a) { \
    lw_##N r = lw_rint_emulated_##N(a); \
    return lw_copysign_##N(r < a ? r + 1 : r, a); \
  }

LW_FLOAT(f32, float, i32, u32, 0x80000000u, 0x1p23f, 0x7f800000)
LW_FLOAT(f64, double, i64, u64, 0x8000000000000000ull, 0x1p52, 0x7ff0000000000000ll)
#undef LW_FLOAT

// The larger, +0 above −0, which may lose NaN: the unordered compare puts it back.
#if defined(__AVX512DQ__)
LW_INLINE lw_f32 lw_larger_f32(lw_f32 a, lw_f32 b) {
  typedef float whole __attribute__((vector_size(64)));
  return (lw_f32)__builtin_ia32_rangeps512_mask((whole)a, (whole)b, 5, (whole)a, -1, 4);
}
LW_INLINE lw_f64 lw_larger_f64(lw_f64 a, lw_f64 b) {
  typedef double half __attribute__((vector_size(64)));
  lw_f64 r;
  r.lo = __builtin_ia32_rangepd512_mask((half)a.lo, (half)b.lo, 5, (half)a.lo, -1, 4);
  r.hi = __builtin_ia32_rangepd512_mask((half)a.hi, (half)b.hi, 5, (half)a.hi, -1, 4);
  return r;
}
#else
// The two orders differ where both are zeros or one is NaN: and-ing keeps +0.
#define LW_LARGER(N, U) \
  LW_INLINE lw_##N lw_larger_##N(lw_##N a, lw_##N b) { \
    return (lw_##N)(LW_BITS(U, a > b ? a : b) & LW_BITS(U, b > a ? b : a)); \
  }
LW_LARGER(f32, u32)
LW_LARGER(f64, u64)
#undef LW_LARGER
#endif
#define LW_MAX(N, U) \
  LW_INLINE lw_##N lw_max_##N(lw_##N a, lw_##N b) { \
    return (lw_##N)(LW_BITS(U, lw_larger_##N(a, b)) | (lw_##U)((a != a) | (b != b))); \
  }
LW_MAX(f32, u32)
LW_MAX(f64, u64)
#undef LW_MAX
#undef LW_BITS

// Without SSE4.1 the rounding builtins are a call a lane.
#if !defined(__x86_64__) || defined(__SSE4_1__)
#define LW_ROUND(N, name, builtin) \
  LW_INLINE lw_##N lw_##name##_##N(lw_##N a) { return __builtin_elementwise_##builtin(a); }
#else
#define LW_ROUND(N, name, builtin) \
  LW_INLINE lw_##N lw_##name##_##N(lw_##N a) { return lw_##name##_emulated_##N(a); }
#endif
LW_ROUND(f32, floor, floor)
LW_ROUND(f64, floor, floor)
LW_ROUND(f32, ceil, ceil)
LW_ROUND(f64, ceil, ceil)
LW_ROUND(f32, rint, roundeven)
LW_ROUND(f64, rint, roundeven)
#undef LW_ROUND

// Halves away from zero: on the magnitude, adding the half to the exact fraction, never to the value.
#define LW_ROUND_AWAY(N) \
  LW_INLINE lw_##N lw_round_##N(lw_##N a) { \
    lw_##N m = lw_abs_##N(a), whole = lw_floor_##N(m); \
    return lw_copysign_##N(m - whole >= 0.5f ? whole + 1 : whole, a); \
  }
LW_ROUND_AWAY(f32)
LW_ROUND_AWAY(f64)
#undef LW_ROUND_AWAY

// Fused where the processor can; elsewhere the builtin is a library call a lane, so the product is rounded too.
#if !defined(__x86_64__) || defined(__FMA__)
#define LW_FMA(N) \
  LW_INLINE lw_##N lw_fma_##N(lw_##N a, lw_##N b, lw_##N c) { return __builtin_elementwise_fma(a, b, c); }
#else
#define LW_FMA(N) LW_INLINE lw_##N lw_fma_##N(lw_##N a, lw_##N b, lw_##N c) { return a * b + c; }
#endif
LW_FMA(f32)
LW_FMA(f64)
#undef LW_FMA

// In lanes 0...3, the sums of a, b, c and d: neighbours are added until each is one. And elements of two vectors in turn.
#define LW_NEIGHBOURS(N) \
  LW_INLINE lw_##N lw_halved_##N(lw_##N a, lw_##N b) { return lw_even_##N(a, b) + lw_odd_##N(a, b); } \
  LW_INLINE lw_##N lw_sums_##N(lw_##N a, lw_##N b, lw_##N c, lw_##N d) { \
    lw_##N fours = lw_halved_##N(lw_halved_##N(a, b), lw_halved_##N(c, d)), twos = lw_halved_##N(fours, fours); \
    return lw_halved_##N(twos, twos); \
  }
LW_NEIGHBOURS(f32)
LW_NEIGHBOURS(f64)
#undef LW_NEIGHBOURS
LW_INLINE lw_f32 lw_zip_low_f32(lw_f32 a, lw_f32 b) {
  return __builtin_shufflevector(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
}
LW_INLINE lw_f32 lw_zip_high_f32(lw_f32 a, lw_f32 b) {
  return __builtin_shufflevector(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
}
