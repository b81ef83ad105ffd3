#pragma once
#include "VectorTypes.h"
#if defined(__AVX2__)
#include <immintrin.h>
#endif

// Elements of 32 bits from their places.

#if defined(__AVX512F__)
LW_INLINE lw_f32 lw_pick_f32(const float *line, lw_i32 at) { return (lw_f32)_mm512_i32gather_ps((__m512i)at, line, 4); }
LW_INLINE lw_i32 lw_pick_i32(const int32_t *line, lw_i32 at) {
  return (lw_i32)_mm512_i32gather_epi32((__m512i)at, line, 4);
}
#elif defined(__AVX2__)
LW_INLINE lw_i32 lw_pick_i32(const int32_t *line, lw_i32 at) {
  __m256i low = _mm256_i32gather_epi32(line, (__m256i)at.lo, 4), high = _mm256_i32gather_epi32(line, (__m256i)at.hi, 4);
  lw_i32 picked;
  __builtin_memcpy(&picked, &low, 32);
  __builtin_memcpy((char *)&picked + 32, &high, 32);
  return picked;
}
LW_INLINE lw_f32 lw_pick_f32(const float *line, lw_i32 at) { return (lw_f32)lw_pick_i32((const int32_t *)line, at); }
#else
LW_INLINE lw_i32 lw_pick_i32(const int32_t *line, lw_i32 at) {
  lw_i32 picked;
  for (int i = 0; i < 16; i++) picked[i] = line[at[i]];
  return picked;
}
LW_INLINE lw_f32 lw_pick_f32(const float *line, lw_i32 at) { return (lw_f32)lw_pick_i32((const int32_t *)line, at); }
#endif

/// How indices name places: see the engine's `Take`. Those below 0 are moved by `wrap`; for those that are then outside of
/// 0...last, the element is `filler` if they are to be filled, and the one at the nearer end if not.
struct lw_taking { int32_t wrap, last, fills, filler; };

/// result[i] = source[the place that indices[i] names], for whole vectors.
LW_INLINE void lw_take_32(const void *source, const void *indices, void *result, int64_t count, const void *how) {
  struct lw_taking taking;
  __builtin_memcpy(&taking, how, sizeof taking);
  for (int64_t i = 0; i < count; i += 16) {
    lw_i32 index = lw_load_i32((const int32_t *)indices + i);
    index += index >> 31 & taking.wrap;
    lw_i32 place = index & ~(index >> 31), excess = taking.last - place;
    place += excess & excess >> 31;
    lw_i32 picked = lw_pick_i32((const int32_t *)source, place);
    if (taking.fills) picked = place == index ? picked : (lw_i32)taking.filler;
    lw_store_i32((int32_t *)result + i, picked);
  }
}
