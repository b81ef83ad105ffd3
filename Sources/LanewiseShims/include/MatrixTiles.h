#pragma once
#include "VectorFloats.h"

// Products of matrices, of which a tile of up to 8 rows and 192 bytes stays in registers while its sums are made.
// (Goto and van de Geijn, "Anatomy of high-performance matrix multiplication", 2008.)

/// How the matrices lie in memory. Distances are in bytes.
struct lw_tiling {
  int64_t rows;        // of the left matrix and of the result
  int64_t terms;       // of each sum
  int64_t left_row;    // from one row of the left matrix to the next
  int64_t left_term;   // from one of its columns to the next
  int64_t right_term;  // from one row of the right matrix to the next
  int64_t right_panel; // from 192 bytes of its columns to the next
  int64_t result_row;  // from one row of the result to the next
  int64_t sign;        // 1: products are added to what is in the result, -1: taken from it, 0: stored
};

/// How a matrix is laid out in panels. Distances are in bytes.
struct lw_packing {
  int64_t terms;
  int64_t row;   // from one row of the source to the next
  int64_t panel; // from one panel of the result to the next
};

/// Where the rows of a matrix and of its transpose lie. Distances are in bytes.
struct lw_turning {
  int64_t source_row;
  int64_t result_row;
  /* Rows of the result. */
  int64_t height;
};

#if defined(__AVX512F__)
#include <immintrin.h>

// N: the lane's name, T: its element, W: elements of a register, M: its mask, S: the suffix of the instructions.
typedef int64_t lw_places_f64 __attribute__((ext_vector_type(8)));
#define LW_MATRIX_TILES(N, T, W, M, S, INDICES) \
  typedef T lw_register_##N __attribute__((ext_vector_type(W))); \
  LW_INLINE lw_register_##N lw_load_lanes_##N(const void *p, M lanes) { \
    return (lw_register_##N)_mm512_maskz_loadu_##S(lanes, p); \
  } \
  /* One tile: rows and vectors are constants where it is inlined; the last vector has `lanes` alone. */ \
  LW_INLINE void lw_tile_##N( \
    int rows, int vectors, M lanes, const struct lw_tiling *t, const char *left, const char *right, char *result) { \
    lw_register_##N sum[8][3]; \
    LW_UNROLL for (int i = 0; i < rows; i++) { \
      LW_UNROLL for (int j = 0; j < vectors; j++) sum[i][j] = (lw_register_##N)0; \
    } \
    int64_t left_row = t->left_row, left_term = t->left_term, right_term = t->right_term, terms = t->terms; \
    for (int64_t term = 0; term < terms; term++) { \
      lw_register_##N factor[3]; \
      LW_UNROLL for (int j = 0; j < vectors; j++) { \
        factor[j] = lw_load_lanes_##N(right + 64 * j, j == vectors - 1 ? lanes : (M)-1); \
      } \
      LW_UNROLL for (int i = 0; i < rows; i++) { \
        T own; \
        __builtin_memcpy(&own, left + i * left_row, sizeof own); \
        LW_UNROLL for (int j = 0; j < vectors; j++) { \
          sum[i][j] = __builtin_elementwise_fma((lw_register_##N)own, factor[j], sum[i][j]); \
        } \
      } \
      left += left_term; \
      right += right_term; \
    } \
    LW_UNROLL for (int i = 0; i < rows; i++) { \
      LW_UNROLL for (int j = 0; j < vectors; j++) { \
        char *place = result + i * t->result_row + 64 * j; \
        M stored = j == vectors - 1 ? lanes : (M)-1; \
        if (t->sign > 0) sum[i][j] = lw_load_lanes_##N(place, stored) + sum[i][j]; \
        if (t->sign < 0) sum[i][j] = lw_load_lanes_##N(place, stored) - sum[i][j]; \
        _mm512_mask_storeu_##S(place, stored, sum[i][j]); \
      } \
    } \
  } \
  /* All rows of as many columns as `vectors` hold. */ \
  LW_INLINE void lw_tile_column_##N( \
    int vectors, M lanes, const struct lw_tiling *t, const char *left, const char *right, char *result) { \
    int64_t row = 0; \
    for (; row + 8 <= t->rows; row += 8) { \
      lw_tile_##N(8, vectors, lanes, t, left + row * t->left_row, right, result + row * t->result_row); \
    } \
    left += row * t->left_row; \
    result += row * t->result_row; \
    switch (t->rows - row) { \
      case 1: return lw_tile_##N(1, vectors, lanes, t, left, right, result); \
      case 2: return lw_tile_##N(2, vectors, lanes, t, left, right, result); \
      case 3: return lw_tile_##N(3, vectors, lanes, t, left, right, result); \
      case 4: return lw_tile_##N(4, vectors, lanes, t, left, right, result); \
      case 5: return lw_tile_##N(5, vectors, lanes, t, left, right, result); \
      case 6: return lw_tile_##N(6, vectors, lanes, t, left, right, result); \
      case 7: return lw_tile_##N(7, vectors, lanes, t, left, right, result); \
    } \
  } \
  /* result = left · right, or what the sign says; of so many columns. */ \
  LW_INLINE void lw_multiply_##N( \
    const void *left_matrix, const void *right_matrix, void *result_matrix, int64_t columns, const void *tiling) { \
    const struct lw_tiling *t = (const struct lw_tiling *)tiling; \
    const char *left = (const char *)left_matrix, *right = (const char *)right_matrix; \
    char *result = (char *)result_matrix; \
    for (; columns > 0; columns -= 3 * W) { \
      M lanes = (M)lw_lanes(columns - (columns > 2 * W ? 2 * W : columns > W ? W : 0), W); \
      if (columns > 2 * W) lw_tile_column_##N(3, lanes, t, left, right, result); \
      else if (columns > W) lw_tile_column_##N(2, lanes, t, left, right, result); \
      else lw_tile_column_##N(1, lanes, t, left, right, result); \
      right += t->right_panel; \
      result += 192; \
    } \
  } \
  /* Panels of 192 bytes of each row, one row after the other; behind the columns are zeros. */ \
  LW_INLINE void lw_pack_rows_##N(const void *source, void *result, int64_t columns, const void *packing) { \
    const struct lw_packing *p = (const struct lw_packing *)packing; \
    for (int64_t term = 0; term < p->terms; term++) { \
      const char *from = (const char *)source + term * p->row; \
      char *to = (char *)result + term * 192; \
      for (int64_t left = columns; left > 0; left -= 3 * W) { \
        LW_UNROLL for (int j = 0; j < 3; j++) { \
          _mm512_storeu_##S(to + 64 * j, lw_load_lanes_##N(from + 64 * j, (M)lw_lanes(left - j * W, W))); \
        } \
        from += 192; \
        to += p->panel; \
      } \
    } \
  } \
  /* A square of registers, transposed: its halves are zipped until it is turned. */ \
  LW_INLINE void lw_turn_##N(lw_register_##N *a) { \
    lw_register_##N b[W]; \
    LW_UNROLL for (int width = 1; width < W; width *= 2) { \
      LW_UNROLL for (int i = 0; i < W / 2; i++) { \
        b[2 * i] = LW_ZIP_LOW_##W(a[i], a[i + W / 2]); \
        b[2 * i + 1] = LW_ZIP_HIGH_##W(a[i], a[i + W / 2]); \
      } \
      LW_UNROLL for (int i = 0; i < W; i++) a[i] = b[i]; \
    } \
  } \
  /* A register's width of columns, or as many as are left, of so many rows become rows. No processor foresees the lines of \
     the next squares, so they are asked for. */ \
  LW_INLINE void lw_turn_band_##N( \
    const char *source, char *result, int64_t rows, int64_t height, const struct lw_turning *t) { \
    for (int64_t row = 0; row < rows; row += W) { \
      const char *from = source + row * t->source_row; \
      char *to = result + row * (int64_t)sizeof(T); \
      lw_register_##N a[W]; \
      if (rows - row >= W && height >= W) { \
        LW_UNROLL for (int i = 0; i < W; i++) { \
          __builtin_prefetch(from + (2 * W + i) * t->source_row); \
          __builtin_prefetch(to + 2 * W * (int64_t)sizeof(T) + i * t->result_row, 1); \
          a[i] = (lw_register_##N)_mm512_loadu_##S(from + i * t->source_row); \
        } \
        lw_turn_##N(a); \
        LW_UNROLL for (int i = 0; i < W; i++) _mm512_storeu_##S(to + i * t->result_row, a[i]); \
      } else { \
        M loaded = (M)lw_lanes(height, W), stored = (M)lw_lanes(rows - row, W); \
        LW_UNROLL for (int i = 0; i < W; i++) { \
          a[i] = row + i < rows ? lw_load_lanes_##N(from + i * t->source_row, loaded) : (lw_register_##N)0; \
        } \
        lw_turn_##N(a); \
        /* Masks cost a store several others. */ \
        LW_UNROLL for (int i = 0; i < W; i++) { \
          if (i >= height) break; \
          if (rows - row >= W) _mm512_storeu_##S(to + i * t->result_row, a[i]); \
          else _mm512_mask_storeu_##S(to + i * t->result_row, stored, a[i]); \
        } \
      } \
    } \
  } \
  /* Few rows become columns side by side: register v of the result has in lane i element (v * W + i) / rows of row \
     (v * W + i) % rows. */ \
  LW_INLINE void lw_interleave_##N( \
    const int rows, const char *source, char *result, const struct lw_turning *t) { \
    for (int64_t column = 0; column < t->height; column += W) { \
      M loaded = (M)lw_lanes(t->height - column, W); \
      lw_register_##N a[8]; \
      LW_UNROLL for (int row = 0; row < rows; row++) { \
        a[row] = lw_load_lanes_##N(source + row * t->source_row + column * (int64_t)sizeof(T), loaded); \
      } \
      int64_t left = (t->height - column) * rows; \
      LW_UNROLL for (int v = 0; v < rows; v++) { \
        lw_register_##N whole = (lw_register_##N)0; \
        INDICES place; \
        LW_UNROLL for (int i = 0; i < W; i++) place[i] = (v * W + i) / rows; \
        LW_UNROLL for (int row = 0; row < rows; row++) { \
          M own = 0; \
          LW_UNROLL for (int i = 0; i < W; i++) own |= (M)(((v * W + i) % rows == row) << i); \
          whole = (lw_register_##N)_mm512_mask_permutexvar_##S(whole, own, (__m512i)place, a[row]); \
        } \
        char *to = result + (column * rows + v * W) * (int64_t)sizeof(T); \
        if (left >= (v + 1) * W) _mm512_storeu_##S(to, whole); \
        else _mm512_mask_storeu_##S(to, (M)lw_lanes(left - v * W, W), whole); \
      } \
    } \
  } \
  LW_INLINE void lw_transpose_##N(const void *source, void *result, int64_t rows, const void *turning) { \
    const struct lw_turning *t = (const struct lw_turning *)turning; \
    const char *from = (const char *)source; \
    char *to = (char *)result; \
    if (t->result_row == rows * (int64_t)sizeof(T)) switch (rows) { \
      case 3: return lw_interleave_##N(3, from, to, t); \
      case 4: return lw_interleave_##N(4, from, to, t); \
      case 5: return lw_interleave_##N(5, from, to, t); \
      case 6: return lw_interleave_##N(6, from, to, t); \
      case 7: return lw_interleave_##N(7, from, to, t); \
      case 8: return lw_interleave_##N(8, from, to, t); \
    } \
    for (int64_t row = 0; row < t->height; row += W) { \
      lw_turn_band_##N(from + row * (int64_t)sizeof(T), to + row * t->result_row, rows, t->height - row, t); \
    } \
  } \
  /* Panels of the transposed matrix. */ \
  LW_INLINE void lw_pack_columns_##N(const void *source, void *result, int64_t columns, const void *packing) { \
    const struct lw_packing *p = (const struct lw_packing *)packing; \
    for (int64_t column = 0; column < columns; column += W) { \
      char *to = (char *)result + column / (3 * W) * p->panel + column % (3 * W) * (int64_t)sizeof(T); \
      for (int64_t term = 0; term < p->terms; term += W) { \
        const char *from = (const char *)source + column * p->row + term * (int64_t)sizeof(T); \
        M lanes = (M)lw_lanes(p->terms - term, W); \
        lw_register_##N a[W]; \
        LW_UNROLL for (int i = 0; i < W; i++) { \
          a[i] = column + i < columns ? lw_load_lanes_##N(from + i * p->row, lanes) : (lw_register_##N)0; \
        } \
        lw_turn_##N(a); \
        LW_UNROLL for (int i = 0; i < W; i++) { \
          if (term + i < p->terms) _mm512_storeu_##S(to + (term + i) * 192, a[i]); \
        } \
      } \
    } \
  }
#define LW_ZIP_LOW_16(a, b) lw_zip_low_f32(a, b)
#define LW_ZIP_HIGH_16(a, b) lw_zip_high_f32(a, b)
#define LW_ZIP_LOW_8(a, b) __builtin_shufflevector(a, b, 0, 8, 1, 9, 2, 10, 3, 11)
#define LW_ZIP_HIGH_8(a, b) __builtin_shufflevector(a, b, 4, 12, 5, 13, 6, 14, 7, 15)
LW_MATRIX_TILES(f32, float, 16, __mmask16, ps, lw_i32)
LW_MATRIX_TILES(f64, double, 8, __mmask8, pd, lw_places_f64)

/* The same for narrower elements: several of them are turned as one, whose parts then become rows each. */
#define LW_NARROW_TRANSPOSE(N, T, PARTS, M, LOAD, CONVERT, STORE) \
  LW_INLINE void lw_transpose_##N(const void *source, void *result, int64_t rows, const void *turning) { \
    const struct lw_turning *t = (const struct lw_turning *)turning; \
    for (int64_t first = 0; first < t->height; first += 16 * PARTS) \
    for (int64_t row = 0; row < rows; row += 16) { \
      int64_t height = t->height - first; \
      M loaded = (M)_bzhi_u64(-1, (uint64_t)(height < 64 ? height : 64)); \
      const char *from = (const char *)source + row * t->source_row + first * (int64_t)sizeof(T); \
      char *to = (char *)result + row * (int64_t)sizeof(T) + first * t->result_row; \
      __mmask16 stored = (__mmask16)lw_lanes(rows - row, 16); \
      lw_register_f32 a[16]; \
      LW_UNROLL for (int i = 0; i < 16; i++) { \
        __builtin_prefetch(from + (32 + i) * t->source_row); \
        a[i] = row + i < rows ? (lw_register_f32)LOAD(loaded, from + i * t->source_row) : (lw_register_f32)0; \
      } \
      lw_turn_f32(a); \
      LW_UNROLL for (int i = 0; i < 16; i++) { \
        __m512i words = (__m512i)a[i]; \
        LW_UNROLL for (int part = 0; part < PARTS; part++) { \
          if (PARTS * i + part < height) { \
            STORE(to + (PARTS * i + part) * t->result_row, stored, \
              CONVERT(_mm512_srli_epi32(words, 32 / PARTS * part))); \
          } \
        } \
      } \
    } \
  }
LW_NARROW_TRANSPOSE(
  u16, uint16_t, 2, __mmask32, _mm512_maskz_loadu_epi16, _mm512_cvtepi32_epi16, _mm256_mask_storeu_epi16)
LW_NARROW_TRANSPOSE(u8, uint8_t, 4, __mmask64, _mm512_maskz_loadu_epi8, _mm512_cvtepi32_epi8, _mm_mask_storeu_epi8)
#endif
