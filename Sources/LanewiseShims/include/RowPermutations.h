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

/// Exactly `count` elements of the result; may read 31 elements behind those that it takes.
LW_INLINE void lw_permute_rows(const void *source, void *result, int64_t count, const void *permutation) {
  const struct lw_permutation *p = (const struct lw_permutation *)permutation;
  const int32_t *from = (const int32_t *)source;
  int32_t *to = (int32_t *)result;
  for (; count > 0; from += p->advance) {
    for (int64_t v = 0; v < p->vectors && count > 0; v++, to += 16, count -= 16) {
      const int32_t *window = from + p->offset[v];
      __m512i taken = _mm512_permutex2var_epi32(
        _mm512_loadu_si512(window), _mm512_loadu_si512(p->lane[v]), _mm512_loadu_si512(window + 16));
      if (count >= 16) _mm512_storeu_si512(to, taken);
      else _mm512_mask_storeu_epi32(to, (__mmask16)_bzhi_u32(-1, (uint32_t)count), taken);
    }
  }
}
#endif
