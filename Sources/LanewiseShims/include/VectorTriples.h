#pragma once
#include "VectorTypes.h"
#include <stdint.h>

// Rows of three elements of 32 bits, such as coordinates and colours. Loops for the compiler to vectorise.

LW_INLINE void lw_take_triples(const void *restrict rows, void *restrict result, int64_t count) {
  for (int64_t i = 0; i < count; i++) ((uint32_t *)result)[i] = ((const uint32_t *)rows)[3 * i];
}

LW_INLINE void lw_put_triples(
  const void *restrict a, const void *restrict b, const void *restrict c, void *restrict rows, int64_t count) {
  uint32_t *row = (uint32_t *)rows;
  for (int64_t i = 0; i < count; i++) {
    row[3 * i] = ((const uint32_t *)a)[i];
    row[3 * i + 1] = ((const uint32_t *)b)[i];
    row[3 * i + 2] = ((const uint32_t *)c)[i];
  }
}
