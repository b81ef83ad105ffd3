#pragma once
#include "VectorTypes.h"
#include <stdint.h>

// The keys that floating-point numbers are sorted by: numbers without sign in their order, NaN the last of them, and −0
// the same as +0. Loops for the compiler to vectorise.

// N: the lane's name, T: its bits, S: the same with a sign, SIGN: the place of it, INF: the bits of infinity.
#define LW_FLOAT_KEYS(N, T, S, SIGN, INF) \
  LW_INLINE T lw_key_##N(T bits) { \
    T sign = (T)1 << SIGN, ordered = bits ^ ((T)((S)bits >> SIGN) | sign), key = bits == sign ? sign : ordered; \
    return (bits & ~sign) > INF ? ~(T)0 : key; \
  } \
  /* Stores the keys of numbers, and what is found of them: the bits in which one differs from `first`, and whether any \
     number has other bits than those that its key is made a number of. */ \
  LW_INLINE void lw_make_keys_##N(const void *numbers, void *keys, int64_t count, int64_t first, void *found) { \
    T sign = (T)1 << SIGN, varying = 0, foreign = 0; \
    for (int64_t i = 0; i < count; i++) { \
      T bits = ((const T *)numbers)[i], key = lw_key_##N(bits); \
      varying |= key ^ (T)first; \
      foreign |= (bits == sign) | ((bits & ~sign) > INF); \
      ((T *)keys)[i] = key; \
    } \
    ((uint64_t *)found)[0] = varying; \
    ((uint64_t *)found)[1] = foreign; \
  } \
  /* Stores the numbers that have the keys. */ \
  LW_INLINE void lw_read_keys_##N(const void *keys, void *numbers, int64_t count) { \
    T sign = (T)1 << SIGN; \
    for (int64_t i = 0; i < count; i++) { \
      T key = ((const T *)keys)[i]; \
      ((T *)numbers)[i] = key ^ (~(T)((S)key >> SIGN) | sign); \
    } \
  }
LW_FLOAT_KEYS(f32, uint32_t, int32_t, 31, 0x7F800000u)
LW_FLOAT_KEYS(f64, uint64_t, int64_t, 63, 0x7FF0000000000000u)
