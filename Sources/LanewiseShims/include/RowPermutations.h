#pragma once
#include "VectorTypes.h"
#include <stdint.h>

// Short rows of elements of 32 bits, whose places in a row of the source are the same for all.

/// The places of as many rows as fill whole vectors: of vector v, lane i is the element at offset[v] + lane[v][i] behind
/// those that the rows before took.
struct lw_permutation {
  int64_t vectors;
  int64_t advance;     // elements of the source that these rows are apart from the next
  int64_t offset[16];
  int32_t lane[16][16]; // below 32
};

#if defined(__AVX512F__)
#include <immintrin.h>

// What has been done so far, and elements left.
struct lw_permuting {
  const int32_t *from;
  int32_t *to;
  int64_t count;
};

LW_INLINE __m512i lw_permuted(const int32_t *window, __m512i lane) {
  return _mm512_permutex2var_epi32(_mm512_loadu_si512(window), lane, _mm512_loadu_si512(window + 16));
}

// As many rows as there are whole turns of so many vectors: their lanes stay in registers.
LW_INLINE void lw_permute_turns(int vectors, const struct lw_permutation *p, struct lw_permuting *all) {
  __m512i lane[4];
  int64_t offset[4];
  LW_UNROLL for (int v = 0; v < vectors; v++) {
    lane[v] = _mm512_loadu_si512(p->lane[v]);
    offset[v] = p->offset[v];
  }
  int64_t advance = p->advance;
  struct lw_permuting left = *all;
  for (; left.count >= 16 * vectors; left.count -= 16 * vectors) {
    LW_UNROLL for (int v = 0; v < vectors; v++) {
      _mm512_storeu_si512(left.to + 16 * v, lw_permuted(left.from + offset[v], lane[v]));
    }
    left.from += advance;
    left.to += 16 * vectors;
  }
  *all = left;
}

/// Exactly `count` elements of the result; may read 31 elements behind those that it takes.
LW_INLINE void lw_permute_rows(const void *source, void *result, int64_t count, const void *permutation) {
  const struct lw_permutation *p = (const struct lw_permutation *)permutation;
  struct lw_permuting left = {(const int32_t *)source, (int32_t *)result, count};
  switch (p->vectors) {
    case 1: lw_permute_turns(1, p, &left); break;
    case 2: lw_permute_turns(2, p, &left); break;
    case 3: lw_permute_turns(3, p, &left); break;
    case 4: lw_permute_turns(4, p, &left); break;
  }
  for (; left.count > 0; left.from += p->advance) {
    for (int64_t v = 0; v < p->vectors && left.count > 0; v++, left.to += 16, left.count -= 16) {
      __m512i taken = lw_permuted(left.from + p->offset[v], _mm512_loadu_si512(p->lane[v]));
      if (left.count >= 16) _mm512_storeu_si512(left.to, taken);
      else _mm512_mask_storeu_epi32(left.to, (__mmask16)lw_lanes(left.count, 16), taken);
    }
  }
}
#endif
