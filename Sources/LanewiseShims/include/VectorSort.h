#pragma once
#include "VectorIntegers.h"

// Sorting of keys without sign, in place: blocks by a bitonic network over rows of 16 lanes, and the division of longer
// runs at a pivot, for which AVX-512 has the instruction.

#if defined(__AVX512F__)
#include <immintrin.h>

// Lanes in reverse within groups of G; lanes D apart exchanged.
#define LW_REVERSED_2(a) __builtin_shufflevector(a, a, 1, 0, 3, 2, 5, 4, 7, 6, 9, 8, 11, 10, 13, 12, 15, 14)
#define LW_REVERSED_4(a) __builtin_shufflevector(a, a, 3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12)
#define LW_REVERSED_8(a) __builtin_shufflevector(a, a, 7, 6, 5, 4, 3, 2, 1, 0, 15, 14, 13, 12, 11, 10, 9, 8)
#define LW_REVERSED_16(a) __builtin_shufflevector(a, a, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0)
#define LW_EXCHANGED_1(a) LW_REVERSED_2(a)
#define LW_EXCHANGED_2(a) __builtin_shufflevector(a, a, 2, 3, 0, 1, 6, 7, 4, 5, 10, 11, 8, 9, 14, 15, 12, 13)
#define LW_EXCHANGED_4(a) __builtin_shufflevector(a, a, 4, 5, 6, 7, 0, 1, 2, 3, 12, 13, 14, 15, 8, 9, 10, 11)
// The first half of each group of G lanes from a, the second from b.
#define LW_HALVES_2(a, b) __builtin_shufflevector(a, b, 0, 17, 2, 19, 4, 21, 6, 23, 8, 25, 10, 27, 12, 29, 14, 31)
#define LW_HALVES_4(a, b) __builtin_shufflevector(a, b, 0, 1, 18, 19, 4, 5, 22, 23, 8, 9, 26, 27, 12, 13, 30, 31)
#define LW_HALVES_8(a, b) __builtin_shufflevector(a, b, 0, 1, 2, 3, 20, 21, 22, 23, 8, 9, 10, 11, 28, 29, 30, 31)
#define LW_HALVES_16(a, b) __builtin_shufflevector(a, b, 0, 1, 2, 3, 4, 5, 6, 7, 24, 25, 26, 27, 28, 29, 30, 31)

// Brings lanes of each row into order with those that PARTNER puts in their places, the lesser first within groups of
// G. Two rows at a time, so that no lane is compared twice.
#define LW_ORDER_LANES(N, R, PARTNER, G) \
  LW_UNROLL for (int r = 0; r < R; r += 2) { \
    lw_##N a = LW_HALVES_##G(row[r], PARTNER(row[r + 1])), b = LW_HALVES_##G(PARTNER(row[r]), row[r + 1]); \
    lw_##N lesser = lw_min_##N(a, b), greater = lw_max_##N(a, b); \
    row[r] = LW_HALVES_##G(lesser, PARTNER(greater)); \
    row[r + 1] = LW_HALVES_##G(PARTNER(lesser), greater); \
  }
// Brings lanes of row i into order with those of row j.
#define LW_ORDER_ROWS(N, i, j, PARTNER) { \
    lw_##N a = row[i], b = PARTNER(row[j]); \
    row[i] = lw_min_##N(a, b); \
    row[j] = lw_max_##N(a, b); \
  }
#define LW_AS_IT_IS(a) (a)

// Two sequences in groups of G/2 columns become one in G columns, but for the lanes within halves of G.
#define LW_MERGE_COLUMNS(N, R, G) \
  LW_UNROLL for (int span = R; span > 1; span /= 2) { \
    LW_UNROLL for (int first = 0; first < R; first += span) { \
      LW_UNROLL for (int r = 0; r < span / 2; r++) LW_ORDER_ROWS(N, first + r, first + span - 1 - r, LW_REVERSED_##G) \
    } \
  } \
  LW_ORDER_LANES(N, R, LW_REVERSED_##G, G)

// The first n elements, whatever n is, and all bits in the lanes behind them.
LW_INLINE lw_u32 lw_load_some_u32(const uint32_t *p, int64_t n) {
  return (lw_u32)_mm512_mask_loadu_epi32(_mm512_set1_epi32(-1), (__mmask16)lw_lanes(n, 16), p);
}
LW_INLINE void lw_store_some_u32(uint32_t *p, lw_u32 a, int64_t n) {
  _mm512_mask_storeu_epi32(p, (__mmask16)lw_lanes(n, 16), (__m512i)a);
}
LW_INLINE lw_u64 lw_load_some_u64(const uint64_t *p, int64_t n) {
  typedef uint64_t half __attribute__((ext_vector_type(8)));
  lw_u64 r;
  r.lo = (half)_mm512_mask_loadu_epi64(_mm512_set1_epi64(-1), (__mmask8)lw_lanes(n, 8), p);
  r.hi = (half)_mm512_mask_loadu_epi64(_mm512_set1_epi64(-1), (__mmask8)lw_lanes(n - 8, 8), p + 8);
  return r;
}
LW_INLINE void lw_store_some_u64(uint64_t *p, lw_u64 a, int64_t n) {
  _mm512_mask_storeu_epi64(p, (__mmask8)lw_lanes(n, 8), (__m512i)a.lo);
  _mm512_mask_storeu_epi64(p + 8, (__mmask8)lw_lanes(n - 8, 8), (__m512i)a.hi);
}

// Sorts R rows: each column for itself, then groups of columns merged by twos. (Batcher, "Sorting networks and their
// applications", 1968: a merge begins by reversing one of the sequences.)
#define LW_SORT_ROWS(N, T, R) \
  LW_INLINE void lw_sort_##R##_rows_##N(lw_##N *row) { \
    LW_UNROLL for (int size = 2; size <= R; size *= 2) { \
      LW_UNROLL for (int first = 0; first < R; first += size) { \
        LW_UNROLL for (int r = 0; r < size / 2; r++) LW_ORDER_ROWS(N, first + r, first + size - 1 - r, LW_AS_IT_IS) \
      } \
      LW_UNROLL for (int span = size / 2; span > 1; span /= 2) { \
        LW_UNROLL for (int first = 0; first < R; first += span) { \
          LW_UNROLL for (int r = 0; r < span / 2; r++) LW_ORDER_ROWS(N, first + r, first + span / 2 + r, LW_AS_IT_IS) \
        } \
      } \
    } \
    LW_MERGE_COLUMNS(N, R, 2) \
    LW_MERGE_COLUMNS(N, R, 4) \
    LW_ORDER_LANES(N, R, LW_EXCHANGED_1, 2) \
    LW_MERGE_COLUMNS(N, R, 8) \
    LW_ORDER_LANES(N, R, LW_EXCHANGED_2, 4) \
    LW_ORDER_LANES(N, R, LW_EXCHANGED_1, 2) \
    LW_MERGE_COLUMNS(N, R, 16) \
    LW_ORDER_LANES(N, R, LW_EXCHANGED_4, 8) \
    LW_ORDER_LANES(N, R, LW_EXCHANGED_2, 4) \
    LW_ORDER_LANES(N, R, LW_EXCHANGED_1, 2) \
  } \
  /* of at most 16 R keys */ \
  __attribute__((noinline)) static void lw_sort_up_to_##R##_rows_##N(void *keys, int64_t count) { \
    lw_##N row[R]; \
    T *place = (T *)keys; \
    LW_UNROLL for (int r = 0; r < R; r++) row[r] = lw_load_some_##N(place + 16 * r, count - 16 * r); \
    lw_sort_##R##_rows_##N(row); \
    LW_UNROLL for (int r = 0; r < R; r++) lw_store_some_##N(place + 16 * r, row[r], count - 16 * r); \
  }
LW_SORT_ROWS(u32, uint32_t, 2)
LW_SORT_ROWS(u32, uint32_t, 4)
LW_SORT_ROWS(u32, uint32_t, 8)
LW_SORT_ROWS(u32, uint32_t, 16)
LW_SORT_ROWS(u64, uint64_t, 2)
LW_SORT_ROWS(u64, uint64_t, 4)
LW_SORT_ROWS(u64, uint64_t, 8)

// N: the lane's name, T: its element, BITS: of it, W: keys in a register.
#define LW_DIVIDE(N, T, BITS, W) \
  /* The first n lanes of a register. */ \
  LW_INLINE __mmask##W lw_first_##N(int n) { return (__mmask##W)_bzhi_u32(-1, n); } \
  /* Of the valid lanes, stores those below the pivot from *low up, and the others from *high down. */ \
  LW_INLINE void lw_divide_last_##N(T **low, T **high, __m512i keys, __m512i pivot, __mmask##W valid) { \
    __mmask##W below = _mm512_mask_cmplt_epu##BITS##_mask(valid, keys, pivot), above = valid & ~below; \
    int lows = __builtin_popcount(below), highs = __builtin_popcount(above); \
    _mm512_mask_storeu_epi##BITS(*low, lw_first_##N(lows), _mm512_maskz_compress_epi##BITS(below, keys)); \
    *low += lows; \
    *high -= highs; \
    _mm512_mask_storeu_epi##BITS(*high, lw_first_##N(highs), _mm512_maskz_compress_epi##BITS(above, keys)); \
  } \
  /* The same of a whole register, where there is room for two from *low to *high: it is stored at both ends, those below \
     the pivot before the others. */ \
  LW_INLINE void lw_divide_register_##N(T **low, T **high, __m512i keys, __m512i pivot) { \
    __mmask##W below = _mm512_cmplt_epu##BITS##_mask(keys, pivot); \
    int lows = __builtin_popcount(below); \
    __m512i others = _mm512_maskz_compress_epi##BITS(~below, keys); \
    __m512i divided = _mm512_mask_expand_epi##BITS( \
      _mm512_maskz_compress_epi##BITS(below, keys), ~lw_first_##N(lows), others); \
    _mm512_storeu_si512(*low, divided); \
    _mm512_storeu_si512(*high - W, divided); \
    *low += lows; \
    *high -= W - lows; \
  } \
  /* Brings those of at least 16 W keys that are below the pivot before the others, and returns how many they are. A   \
     group of eight registers from either end, and what is no whole group, are set aside: so there is always room for \
     a group where it is stored, if the next is taken from the side that has less. */ \
  __attribute__((noinline)) static int64_t lw_divide_##N(void *keys, int64_t count, T at) { \
    enum { group = 8 * W }; \
    T aside[3 * group], *low = (T *)keys, *high = low + count; \
    int64_t rest = count % group, whole = count - rest; \
    T *from = low + group, *to = low + whole - group; \
    __builtin_memcpy(aside, low, sizeof(T) * group); \
    __builtin_memcpy(aside + group, to, sizeof(T) * group); \
    __builtin_memcpy(aside + 2 * group, to + group, sizeof(T) * rest); \
    __m512i pivot = _mm512_set1_epi##BITS(at); \
    while (from < to) { \
      const T *taken; \
      if (from - low <= high - to) { \
        taken = from; \
        from += group; \
      } else { \
        to -= group; \
        taken = to; \
      } \
      __m512i keys[group / W]; \
      LW_UNROLL for (int i = 0; i < group / W; i++) keys[i] = _mm512_loadu_si512(taken + i * W); \
      LW_UNROLL for (int i = 0; i < group / W; i++) lw_divide_register_##N(&low, &high, keys[i], pivot); \
    } \
    int64_t place = 0, left = 2 * group + rest; \
    for (; left >= 2 * W; place += W, left -= W) { \
      lw_divide_register_##N(&low, &high, _mm512_loadu_si512(aside + place), pivot); \
    } \
    for (; left > 0; place += W, left -= W) { \
      __mmask##W valid = lw_first_##N(left < W ? left : W); \
      lw_divide_last_##N(&low, &high, _mm512_maskz_loadu_epi##BITS(valid, aside + place), pivot, valid); \
    } \
    return low - (T *)keys; \
  }
LW_DIVIDE(u32, uint32_t, 32, 16)
LW_DIVIDE(u64, uint64_t, 64, 8)
#endif
