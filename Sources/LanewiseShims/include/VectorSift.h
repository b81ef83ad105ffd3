#pragma once
#include "VectorTypes.h"
#include <stdint.h>

// Elements by where their keys lie, in their order.

// The range that keys are compared with; where the elements go whose keys are below it, within it, and above it; and how
// many these are. Elements go nowhere where there is no address: all three have one, or the middle one alone, or none.
struct lw_sifting {
  uint64_t least, greatest;
  void *to[3];
  int64_t found[3];
};

#if defined(__AVX512F__)
#include <immintrin.h>

// N: the lane's name, T: its element, BITS: of it, W: keys in a register. A vector of elements is stored at once, with its
// few of a kind together in its first lanes. Few keys are expected within the range.
#define LW_SIFT(N, T, BITS, W) \
  LW_INLINE int64_t lw_sift_kind_##N(T *to, __mmask##W kind, __m512i elements) { \
    int64_t found = __builtin_popcount(kind); \
    _mm512_mask_storeu_epi##BITS(to, (__mmask##W)_bzhi_u32(-1, (unsigned)found), \
                                 _mm512_maskz_compress_epi##BITS(kind, elements)); \
    return found; \
  } \
  LW_INLINE void lw_sift_as_##N(int all, int some, const T *keys, const T *elements, int64_t count, \
                                struct lw_sifting *s) { \
    __m512i least = _mm512_set1_epi##BITS((T)s->least), greatest = _mm512_set1_epi##BITS((T)s->greatest); \
    T *to[3] = {(T *)s->to[0], (T *)s->to[1], (T *)s->to[2]}; \
    int64_t lows = 0, middles = 0; \
    for (int64_t i = 0; i < count; i += W) { \
      __mmask##W valid = (__mmask##W)_bzhi_u32(-1, (unsigned)(count - i < W ? count - i : W)); \
      __m512i key = _mm512_maskz_loadu_epi##BITS(valid, keys + i); \
      __mmask##W below = _mm512_mask_cmplt_epu##BITS##_mask(valid, key, least); \
      __mmask##W above = _mm512_mask_cmpgt_epu##BITS##_mask(valid, key, greatest); \
      __mmask##W within = valid & ~(below | above); \
      if (all) { \
        __m512i element = _mm512_maskz_loadu_epi##BITS(valid, elements + i); \
        int64_t low = lw_sift_kind_##N(to[0], below, element); \
        to[0] += low; \
        lows += low; \
        to[2] += lw_sift_kind_##N(to[2], above, element); \
      } else { \
        lows += __builtin_popcount(below); \
      } \
      if (!some) { \
        middles += __builtin_popcount(within); \
      } else if (within) { \
        int64_t middle = lw_sift_kind_##N(to[1], within, _mm512_maskz_loadu_epi##BITS(valid, elements + i)); \
        to[1] += middle; \
        middles += middle; \
      } \
    } \
    s->found[0] = lows; \
    s->found[1] = middles; \
    s->found[2] = count - lows - middles; \
  } \
  LW_INLINE void lw_sift_##N(const void *keys, const void *elements, int64_t count, struct lw_sifting *s) { \
    if (s->to[0]) { \
      lw_sift_as_##N(1, 1, (const T *)keys, (const T *)elements, count, s); \
    } else if (s->to[1]) { \
      lw_sift_as_##N(0, 1, (const T *)keys, (const T *)elements, count, s); \
    } else { \
      lw_sift_as_##N(0, 0, (const T *)keys, (const T *)elements, count, s); \
    } \
  }
LW_SIFT(u32, uint32_t, 32, 16)
LW_SIFT(u64, uint64_t, 64, 8)
#endif
