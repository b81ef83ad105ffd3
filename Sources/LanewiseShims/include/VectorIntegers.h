#pragma once
#include "VectorTypes.h"

// Integer arithmetic with XLA's meaning on a CPU. Nothing traps and nothing is undefined: sums and products are formed
// in the unsigned type U of the same width.

#define LW_INTEGER(N, T, U, B) \
  LW_INLINE lw_##N lw_add_##N(lw_##N a, lw_##N b) { return (lw_##N)((lw_##U)a + (lw_##U)b); } \
  LW_INLINE lw_##N lw_sub_##N(lw_##N a, lw_##N b) { return (lw_##N)((lw_##U)a - (lw_##U)b); } \
  LW_INLINE lw_##N lw_mul_##N(lw_##N a, lw_##N b) { return (lw_##N)((lw_##U)a * (lw_##U)b); } \
  LW_INLINE lw_##N lw_neg_##N(lw_##N a) { return (lw_##N)(0 - (lw_##U)a); } \
  LW_INLINE lw_##N lw_and_##N(lw_##N a, lw_##N b) { return a & b; } \
  LW_INLINE lw_##N lw_or_##N(lw_##N a, lw_##N b) { return a | b; } \
  LW_INLINE lw_##N lw_xor_##N(lw_##N a, lw_##N b) { return a ^ b; } \
  LW_INLINE lw_##N lw_not_##N(lw_##N a) { return ~a; } \
  LW_INLINE lw_##N lw_max_##N(lw_##N a, lw_##N b) { return __builtin_elementwise_max(a, b); } \
  LW_INLINE lw_##N lw_min_##N(lw_##N a, lw_##N b) { return __builtin_elementwise_min(a, b); } \
  /* a shift by the width or more leaves nothing */ \
  LW_INLINE lw_##N lw_shl_##N(lw_##N a, lw_##N b) { \
    return (lw_##U)b < (lw_##U)(U##_element)B ? (lw_##N)((lw_##U)a << ((lw_##U)b & (U##_element)(B - 1))) : (lw_##N)0; \
  } \
  LW_INLINE lw_##N lw_shr_##N(lw_##N a, lw_##N b) { \
    return (lw_##U)b < (lw_##U)(U##_element)B ? (lw_##N)((lw_##U)a >> ((lw_##U)b & (U##_element)(B - 1))) : (lw_##N)0; \
  } \
  LW_INLINE lw_##N lw_popcount_##N(lw_##N a) { return __builtin_elementwise_popcount(a); } \
  /* smear the highest bit downwards, then count what is left above it */ \
  LW_INLINE lw_##N lw_clz_##N(lw_##N a) { \
    lw_##U x = (lw_##U)a; \
    for (int s = 1; s < B; s *= 2) x |= x >> (lw_##U)(U##_element)s; \
    return (lw_##N)__builtin_elementwise_popcount(~x); \
  } \
  /* six bits of the exponent, as jnp.power has it: more would overflow for every base above 1 */ \
  LW_INLINE lw_##N lw_pow_##N(lw_##N a, lw_##N b) { \
    lw_##U x = (lw_##U)a, e = (lw_##U)b; \
    lw_##U r = ((x == 0) & (e != 0)) ? (lw_##U)0 : (lw_##U)1; \
    for (int i = 0; i < 6; i++) { \
      r = (e & 1) != 0 ? r * x : r; \
      x *= x; \
      e = (lw_##U)((lw_##N)e >> 1); \
    } \
    return (lw_##N)r; \
  }

typedef uint8_t u8_element;
typedef uint16_t u16_element;
typedef uint32_t u32_element;
typedef uint64_t u64_element;

LW_INTEGER(i8, int8_t, u8, 8)
LW_INTEGER(i16, int16_t, u16, 16)
LW_INTEGER(i32, int32_t, u32, 32)
LW_INTEGER(i64, int64_t, u64, 64)
LW_INTEGER(u8, uint8_t, u8, 8)
LW_INTEGER(u16, uint16_t, u16, 16)
LW_INTEGER(u32, uint32_t, u32, 32)
LW_INTEGER(u64, uint64_t, u64, 64)
#undef LW_INTEGER

// x / 0 is −1 (all bits set) and MIN / −1 is MIN, so divisors of 0 and −1 are replaced by 1 before dividing.
//
// Up to 32 bits a quotient is a product with the divisor's reciprocal, which a loop over one divisor computes once, in a
// floating-point type of at least three bits more than the dividend. A half is added to the dividend, away from the next
// quotient: what is rounded is then at least half a divisor's part away from every integer, and the error is less.
#define LW_TIMES_RECIPROCAL(N, F, a, half, d) (\
    (__builtin_convertvector(a, lw_##F) + half) * ((lw_##F)1 / __builtin_convertvector(d, lw_##F)))
#define LW_HALF_LIKE(N, F, a) __builtin_elementwise_copysign((lw_##F)0.5f, __builtin_convertvector(a, lw_##F))

#define LW_DIVISION(N, U, MINUS_ONE, QUOTIENT) \
  LW_INLINE lw_##N lw_div_##N(lw_##N a, lw_##N b) { \
    lw_##N d = ((b == 0) | (MINUS_ONE)) ? (lw_##N)1 : b; \
    lw_##N q; \
    QUOTIENT; \
    return b == 0 ? ~(lw_##N)0 : (MINUS_ONE) ? (lw_##N)-(lw_##U)a : q; \
  } \
  LW_INLINE lw_##N lw_rem_##N(lw_##N a, lw_##N b) { \
    lw_##N q = lw_div_##N(a, b); \
    return b == 0 ? a : (lw_##N)((lw_##U)a - (lw_##U)q * (lw_##U)b); \
  }
#define LW_BY_RECIPROCAL(N, F, half) \
  q = __builtin_convertvector(LW_TIMES_RECIPROCAL(N, F, a, half, d), lw_##N)
// Of 64 bits, what fits into 50 goes the same way; all else one by one.
#define LW_ONE_BY_ONE(N, BY_RECIPROCAL) \
  if (lw_fits_##N(a) && lw_fits_##N(d)) { BY_RECIPROCAL; } else for (int i = 0; i < 16; i++) q[i] = a[i] / d[i]
LW_INLINE int lw_fits_u64(lw_u64 a) { return __builtin_reduce_or(a) >> 50 == 0; }
LW_INLINE int lw_fits_i64(lw_i64 a) { return lw_fits_u64((lw_u64)(a ^ (a >> 63))); }

LW_DIVISION(i8, u8, b == -1, LW_BY_RECIPROCAL(i8, f32, LW_HALF_LIKE(i8, f32, a)))
LW_DIVISION(i16, u16, b == -1, LW_BY_RECIPROCAL(i16, f32, LW_HALF_LIKE(i16, f32, a)))
LW_DIVISION(i32, u32, b == -1, LW_BY_RECIPROCAL(i32, f64, LW_HALF_LIKE(i32, f64, a)))
LW_DIVISION(i64, u64, b == -1, LW_ONE_BY_ONE(i64, LW_BY_RECIPROCAL(i64, f64, LW_HALF_LIKE(i64, f64, a))))
LW_DIVISION(u8, u8, b != b, LW_BY_RECIPROCAL(u8, f32, (lw_f32)0.5f))
LW_DIVISION(u16, u16, b != b, LW_BY_RECIPROCAL(u16, f32, (lw_f32)0.5f))
LW_DIVISION(u32, u32, b != b, LW_BY_RECIPROCAL(u32, f64, (lw_f64)0.5))
LW_DIVISION(u64, u64, b != b, LW_ONE_BY_ONE(u64, LW_BY_RECIPROCAL(u64, f64, (lw_f64)0.5)))
#undef LW_ONE_BY_ONE
#undef LW_BY_RECIPROCAL
#undef LW_DIVISION

// The same towards −∞.
#define LW_FLOOR_DIVISION(N, U, QUOTIENT) \
  LW_INLINE lw_##N lw_floor_div_##N(lw_##N a, lw_##N b) { \
    lw_##N d = ((b == 0) | (b == -1)) ? (lw_##N)1 : b; \
    lw_##N q = QUOTIENT; \
    return b == 0 ? (lw_##N)(a != 0) - 1 : b == -1 ? (lw_##N)-(lw_##U)a : q; \
  } \
  LW_INLINE lw_##N lw_floor_rem_##N(lw_##N a, lw_##N b) { \
    lw_##N q = lw_floor_div_##N(a, b); \
    return b == 0 ? a : (lw_##N)((lw_##U)a - (lw_##U)q * (lw_##U)b); \
  }
#define LW_FLOOR(N, F) __builtin_convertvector(\
    __builtin_elementwise_floor(LW_TIMES_RECIPROCAL(N, F, a, LW_HALF_LIKE(N, F, d), d)), lw_##N)

LW_FLOOR_DIVISION(i8, u8, LW_FLOOR(i8, f32))
LW_FLOOR_DIVISION(i16, u16, LW_FLOOR(i16, f32))
LW_FLOOR_DIVISION(i32, u32, LW_FLOOR(i32, f64))
LW_FLOOR_DIVISION(i64, u64, ({ \
  lw_i64 t = lw_div_i64(a, d); \
  t + ((a - t * d != 0) & ((a ^ d) < 0)); \
}))
#undef LW_FLOOR
#undef LW_FLOOR_DIVISION
#undef LW_HALF_LIKE
#undef LW_TIMES_RECIPROCAL

// The arithmetic shift keeps the sign; past the width nothing else is left.
#define LW_SIGNED(N, U, B) \
  LW_INLINE lw_##N lw_sar_##N(lw_##N a, lw_##N b) { \
    return a >> (lw_##N)((lw_##U)b < (lw_##U)(U##_element)B ? (lw_##U)b : (lw_##U)(U##_element)(B - 1)); \
  } \
  LW_INLINE lw_##N lw_abs_##N(lw_##N a) { return __builtin_elementwise_max(a, lw_neg_##N(a)); } \
  LW_INLINE lw_##N lw_sign_##N(lw_##N a) { return (lw_##N)((a < 0) - (a > 0)); }
LW_SIGNED(i8, u8, 8)
LW_SIGNED(i16, u16, 16)
LW_SIGNED(i32, u32, 32)
LW_SIGNED(i64, u64, 64)
#undef LW_SIGNED

#define LW_UNSIGNED(N) \
  LW_INLINE lw_##N lw_sar_##N(lw_##N a, lw_##N b) { return lw_shr_##N(a, b); } \
  LW_INLINE lw_##N lw_abs_##N(lw_##N a) { return a; } \
  LW_INLINE lw_##N lw_sign_##N(lw_##N a) { return a != 0 ? (lw_##N)1 : (lw_##N)0; }
LW_UNSIGNED(u8)
LW_UNSIGNED(u16)
LW_UNSIGNED(u32)
LW_UNSIGNED(u64)
#undef LW_UNSIGNED

/// Rotates each lane left by r bits, 0 < r < 32.
LW_INLINE lw_u32 lw_rotl_u32(lw_u32 a, uint32_t r) { return (a << (lw_u32)r) | (a >> (lw_u32)(32 - r)); }

/// The words of each 64-bit lane, high and low.
LW_INLINE lw_u32 lw_high_u64(lw_u64 a) { return __builtin_convertvector(a >> 32, lw_u32); }
LW_INLINE lw_u32 lw_low_u64(lw_u64 a) { return __builtin_convertvector(a, lw_u32); }
/// high << 32 | low.
LW_INLINE lw_u64 lw_join_u64(lw_u32 high, lw_u32 low) {
  return __builtin_convertvector(high, lw_u64) << 32 | __builtin_convertvector(low, lw_u64);
}
