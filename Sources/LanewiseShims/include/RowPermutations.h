#pragma once
#include "VectorTypes.h"
#include <stdint.h>

// Short rows of words of 32 bits, whose places in a row of the source are the same for all.

enum { LW_PERMUTED_VECTORS = 64 };

/// The places of as many rows as fill whole vectors: of vector v, lane i is the word at offset[v] + lane[v][i] behind those
/// that the rows before took if bit i of taken[v] is set. Else it is lane[v][i] itself, padding, or, if the rows are laid
/// over others, what is there already.
struct lw_permutation {
  int64_t vectors;
  int64_t advance; // words of the source that these rows are apart from the next
  int64_t is_laid_over;
  int64_t offset[LW_PERMUTED_VECTORS];
  int32_t lane[LW_PERMUTED_VECTORS][16]; // below 32 where taken
  uint16_t taken[LW_PERMUTED_VECTORS];
};

#if defined(__AVX512F__)
#include <immintrin.h>

// What has been done so far, and words left.
struct lw_permuting {
  const int32_t *from;
  int32_t *to;
  int64_t count;
};

LW_INLINE __m512i lw_permuted(const int32_t *window, __m512i lane, uint16_t taken) {
  return _mm512_mask2_permutex2var_epi32(_mm512_loadu_si512(window), lane, taken, _mm512_loadu_si512(window + 16));
}

LW_INLINE void lw_permuted_store(int32_t *to, __m512i row, uint16_t taken, int is_laid_over) {
  if (is_laid_over) _mm512_mask_storeu_epi32(to, taken, row);
  else _mm512_storeu_si512(to, row);
}

// As many rows as there are whole turns of so many vectors: their lanes stay in registers.
LW_INLINE void lw_permute_turns(
    int vectors, int is_laid_over, const struct lw_permutation *p, struct lw_permuting *all) {
  __m512i lane[7];
  int64_t offset[7];
  uint16_t taken[7];
  LW_UNROLL for (int v = 0; v < vectors; v++) {
    lane[v] = _mm512_loadu_si512(p->lane[v]);
    offset[v] = p->offset[v];
    taken[v] = p->taken[v];
  }
  int64_t advance = p->advance;
  struct lw_permuting left = *all;
  for (; left.count >= 16 * vectors; left.count -= 16 * vectors) {
    LW_UNROLL for (int v = 0; v < vectors; v++) {
      __m512i row = lw_permuted(left.from + offset[v], lane[v], taken[v]);
      lw_permuted_store(left.to + 16 * v, row, taken[v], is_laid_over);
    }
    left.from += advance;
    left.to += 16 * vectors;
  }
  *all = left;
}

LW_INLINE void lw_permute_all(const struct lw_permutation *p, int is_laid_over, struct lw_permuting left) {
  switch (p->vectors) {
    case 1: lw_permute_turns(1, is_laid_over, p, &left); break;
    case 2: lw_permute_turns(2, is_laid_over, p, &left); break;
    case 3: lw_permute_turns(3, is_laid_over, p, &left); break;
    case 4: lw_permute_turns(4, is_laid_over, p, &left); break;
    case 5: lw_permute_turns(5, is_laid_over, p, &left); break;
    case 7: lw_permute_turns(7, is_laid_over, p, &left); break;
  }
  for (; left.count > 0; left.from += p->advance) {
    for (int64_t v = 0; v < p->vectors && left.count > 0; v++, left.to += 16, left.count -= 16) {
      __m512i row = lw_permuted(left.from + p->offset[v], _mm512_loadu_si512(p->lane[v]), p->taken[v]);
      if (left.count >= 16) {
        lw_permuted_store(left.to, row, p->taken[v], is_laid_over);
      } else {
        __mmask16 written = (__mmask16)lw_lanes(left.count, 16) & (is_laid_over ? p->taken[v] : 0xffff);
        _mm512_mask_storeu_epi32(left.to, written, row);
      }
    }
  }
}

/// Exactly `count` words of the result; may read 31 words behind those that it takes.
LW_INLINE void lw_permute_rows(const void *source, void *result, int64_t count, const void *permutation) {
  const struct lw_permutation *p = (const struct lw_permutation *)permutation;
  struct lw_permuting left = {(const int32_t *)source, (int32_t *)result, count};
  if (p->is_laid_over) lw_permute_all(p, 1, left);
  else lw_permute_all(p, 0, left);
}
#endif
