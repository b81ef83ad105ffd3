#pragma once
#include "VectorIntegers.h"

// lw_<from>_to_<to>: every pair of lanes, and the two half-precision formats to and from f32.

#define LW_CONVERT(F, T) \
  LW_INLINE lw_##T lw_##F##_to_##T(lw_##F a) { return __builtin_convertvector(a, lw_##T); }
#define LW_FROM_INTEGER(F) \
  LW_CONVERT(F, i8) LW_CONVERT(F, i16) LW_CONVERT(F, i32) LW_CONVERT(F, i64) \
  LW_CONVERT(F, u8) LW_CONVERT(F, u16) LW_CONVERT(F, u32) LW_CONVERT(F, u64) \
  LW_CONVERT(F, f32) LW_CONVERT(F, f64)
LW_FROM_INTEGER(i8)
LW_FROM_INTEGER(i16)
LW_FROM_INTEGER(i32)
LW_FROM_INTEGER(i64)
LW_FROM_INTEGER(u8)
LW_FROM_INTEGER(u16)
LW_FROM_INTEGER(u32)
LW_FROM_INTEGER(u64)
LW_CONVERT(f32, f32)
LW_CONVERT(f32, f64)
LW_CONVERT(f64, f32)
LW_CONVERT(f64, f64)
#undef LW_FROM_INTEGER
#undef LW_CONVERT

// Floating point to integer saturates, and NaN gives 0. What is out of range never reaches the conversion, where it would
// be undefined. LIMIT is 1 + MAX, a power of two; MIN is exact in either type.
#define LW_TO_INTEGER(F, T, S, MIN, MAX, LIMIT) \
  LW_INLINE lw_##T lw_##F##_to_##T(lw_##F a) { \
    lw_u8 above = lw_ge_##F(a, (lw_##F)LIMIT); \
    lw_##F inside = ((a >= LIMIT) | (a != a)) ? (lw_##F)0 : a; \
    inside = inside < MIN ? (lw_##F)MIN : inside; \
    lw_##T r = __builtin_convertvector(inside, lw_##T); \
    return __builtin_convertvector(above, lw_##S) != 0 ? (lw_##T)MAX : r; \
  }
#define LW_FROM_FLOAT(F) \
  LW_TO_INTEGER(F, i8, i8, -0x1p7f, INT8_MAX, 0x1p7f) \
  LW_TO_INTEGER(F, i16, i16, -0x1p15f, INT16_MAX, 0x1p15f) \
  LW_TO_INTEGER(F, i32, i32, -0x1p31f, INT32_MAX, 0x1p31f) \
  LW_TO_INTEGER(F, i64, i64, -0x1p63f, INT64_MAX, 0x1p63f) \
  LW_TO_INTEGER(F, u8, i8, 0, (uint8_t)UINT8_MAX, 0x1p8f) \
  LW_TO_INTEGER(F, u16, i16, 0, (uint16_t)UINT16_MAX, 0x1p16f) \
  LW_TO_INTEGER(F, u32, i32, 0, UINT32_MAX, 0x1p32f) \
  LW_TO_INTEGER(F, u64, i64, 0, UINT64_MAX, 0x1p64f)
LW_FROM_FLOAT(f32)
LW_FROM_FLOAT(f64)
#undef LW_FROM_FLOAT
#undef LW_TO_INTEGER

// bfloat16 is the upper half of a float32.
LW_INLINE lw_f32 lw_bf16_to_f32(lw_u16 a) { return (lw_f32)(__builtin_convertvector(a, lw_u32) << 16); }
LW_INLINE lw_u16 lw_f32_to_bf16(lw_f32 a) {
  lw_u32 x = (lw_u32)a;
  lw_u32 rounded = (x + 0x7fff + ((x >> 16) & 1)) >> 16;
  return __builtin_convertvector(a != a ? (x >> 16) | 0x40 : rounded, lw_u16);
}

typedef _Float16 lw_half __attribute__((ext_vector_type(16)));

#if !defined(__x86_64__) || defined(__F16C__)
LW_INLINE lw_f32 lw_f16_to_f32(lw_u16 a) {
  lw_half h;
  __builtin_memcpy(&h, &a, sizeof h);
  return __builtin_convertvector(h, lw_f32);
}
LW_INLINE lw_u16 lw_f32_to_f16(lw_f32 a) {
  lw_half h = __builtin_convertvector(a, lw_half);
  lw_u16 r;
  __builtin_memcpy(&r, &h, sizeof r);
  return r;
}
#else
// Without F16C in integers: 112 is the difference of the exponents' biases. A subnormal half is an integer multiple of
// 2^-24, which adding and subtracting a float with that unit in the last place normalises, or rounds.
LW_INLINE lw_f32 lw_f16_to_f32(lw_u16 a) {
  lw_u32 h = __builtin_convertvector(a, lw_u32), sign = (h & 0x8000) << 16;
  lw_u32 shifted = (h & 0x7fff) << 13, exponent = shifted & 0x0f800000;
  lw_u32 normal = shifted + (112u << 23);
  lw_u32 special = normal + (112u << 23);
  lw_u32 subnormal = (lw_u32)((lw_f32)(shifted + (113u << 23)) - 0x1p-14f);
  lw_u32 r = exponent == 0 ? subnormal : exponent == 0x0f800000 ? special : normal;
  return (lw_f32)(r | sign);
}
LW_INLINE lw_u16 lw_f32_to_f16(lw_f32 a) {
  lw_u32 x = (lw_u32)a, sign = (x >> 16) & 0x8000;
  x &= 0x7fffffff;
  lw_u32 normal = (x - (112u << 23) + 0xfff + ((x >> 13) & 1)) >> 13;
  lw_u32 subnormal = (lw_u32)((lw_f32)x + 0.5f) - 0x3f000000;
  lw_u32 r = x < 0x38800000 ? subnormal : normal;
  r = x >= 0x477ff000 ? (lw_u32)0x7c00 : r;
  r = x > 0x7f800000 ? 0x7e00 | ((x >> 13) & 0x3ff) : r;
  return __builtin_convertvector(r | sign, lw_u16);
}
#endif

// Rounding twice, to float32 and then to half precision, is wrong near ties. Rounding the first time to odd is not.
LW_INLINE lw_f32 lw_f64_to_f32_odd(lw_f64 a) {
  lw_f32 nearest = __builtin_convertvector(a, lw_f32);
  lw_f64 back = __builtin_convertvector(nearest, lw_f64);
  lw_f64 size = a < 0 ? -a : a, backSize = back < 0 ? -back : back;
  lw_u32 outwards = (lw_u32)__builtin_convertvector(backSize > size, lw_i32);
  lw_u32 inexact = (lw_u32)__builtin_convertvector(back != a, lw_i32);
  return (lw_f32)(((lw_u32)nearest + outwards) | (inexact & 1));
}
LW_INLINE lw_u16 lw_f64_to_f16(lw_f64 a) { return lw_f32_to_f16(lw_f64_to_f32_odd(a)); }

// start + 0 … start + 15. The short form is exact where 32 bits hold every term, and needs no 64-bit conversion.
#define LW_RAMP {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}
LW_INLINE lw_i64 lw_ramp_i64(int64_t start) {
  lw_u64 ramp = LW_RAMP;
  return (lw_i64)(ramp + (uint64_t)start);
}
#define LW_COUNT_INTEGER(N, U) \
  LW_INLINE lw_##N lw_count_##N(int64_t start) { \
    lw_##U ramp = LW_RAMP; \
    return (lw_##N)(ramp + (U##_element)start); \
  }
#define LW_COUNT_FLOAT(N) \
  LW_INLINE lw_##N lw_count_##N(int64_t start) { \
    lw_i32 ramp = LW_RAMP; \
    if (start >= INT32_MIN && start <= INT32_MAX - 15) { \
      return __builtin_convertvector(ramp + (int32_t)start, lw_##N); \
    } \
    return __builtin_convertvector(lw_ramp_i64(start), lw_##N); \
  }
LW_COUNT_INTEGER(i8, u8)
LW_COUNT_INTEGER(i16, u16)
LW_COUNT_INTEGER(i32, u32)
LW_COUNT_INTEGER(i64, u64)
LW_COUNT_INTEGER(u8, u8)
LW_COUNT_INTEGER(u16, u16)
LW_COUNT_INTEGER(u32, u32)
LW_COUNT_INTEGER(u64, u64)
LW_COUNT_FLOAT(f32)
LW_COUNT_FLOAT(f64)
#undef LW_COUNT_FLOAT
#undef LW_COUNT_INTEGER

/// Stores (a, 0) for the first n lanes, or all 16.
#define LW_STORE_COMPLEX(N, T) \
  LW_INLINE void lw_store_complex_##N(void *to, lw_##N a, int64_t n) { \
    T *p = to; \
    T pairs[32]; \
    for (int i = 0; i < 16; i++) { \
      pairs[2 * i] = a[i]; \
      pairs[2 * i + 1] = 0; \
    } \
    if (n >= 16) { \
      __builtin_memcpy(p, pairs, sizeof pairs); \
    } else { \
      for (int64_t i = 0; i < 2 * n; i++) p[i] = pairs[i]; \
    } \
  }
LW_STORE_COMPLEX(f32, float)
LW_STORE_COMPLEX(f64, double)
#undef LW_STORE_COMPLEX
