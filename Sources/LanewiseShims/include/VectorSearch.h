#pragma once
#include "VectorGathers.h"

// Binary search of many values at a time in a sorted line. The part of the line that is left is halved whatever is found,
// so that nothing has to be guessed; vectors take each step together, so that they wait for memory together.

// N: the lane's name, T: its element, NAME: of the order, IS_BEHIND: whether a value belongs behind an element of the line,
// where neither is NaN.
#define LW_SEARCH(N, T, NAME, IS_BEHIND) \
  LW_INLINE void lw_search_vectors_##NAME##_##N( \
    const T *line, int64_t length, const T *values, int32_t *places, int32_t nan, int vectors, int64_t last \
  ) { \
    lw_##N value[4]; \
    lw_i32 place[4]; \
    for (int v = 0; v < vectors; v++) { value[v] = lw_load_##N(values + 16 * v); place[v] = 0; } \
    for (int64_t left = length; left > 0;) { \
      int64_t half = left > 1 ? left / 2 : 1; \
      for (int v = 0; v < vectors; v++) { \
        lw_##N element = lw_pick_##N(line + half - 1, place[v]); \
        place[v] += IS_BEHIND(value[v], element) & (int32_t)half; \
      } \
      left -= half; \
    } \
    for (int v = 0; v < vectors; v++) { \
      lw_store_head_i32(places + 16 * v, value[v] == value[v] ? place[v] : (lw_i32)nan, vectors > 1 ? 16 : last); \
    } \
  } \
  /* The places of values in a line without NaN, and `nan` for NaNs. Reads up to 15 values more. */ \
  LW_INLINE void lw_search_##NAME##_##N( \
    const void *line, int64_t length, const void *values, void *places, int64_t count, int32_t nan \
  ) { \
    int64_t i = 0; \
    for (; count - i >= 64; i += 64) { \
      lw_search_vectors_##NAME##_##N((const T *)line, length, (const T *)values + i, (int32_t *)places + i, nan, 4, 16); \
    } \
    for (; i < count; i += 16) { \
      lw_search_vectors_##NAME##_##N( \
        (const T *)line, length, (const T *)values + i, (int32_t *)places + i, nan, 1, count - i < 16 ? count - i : 16); \
    } \
  }
#define LW_IS_ABOVE(value, element) ((value) > (element))
#define LW_IS_NOT_BELOW(value, element) (~((element) > (value)))
LW_SEARCH(f32, float, before, LW_IS_ABOVE)
LW_SEARCH(f32, float, behind, LW_IS_NOT_BELOW)
LW_SEARCH(i32, int32_t, before, LW_IS_ABOVE)
LW_SEARCH(i32, int32_t, behind, LW_IS_NOT_BELOW)
