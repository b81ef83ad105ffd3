#pragma once
#include "VectorTypes.h"
#include <stdint.h>

// Elements of 32 bits, each so many times. A loop for the compiler to vectorise.

LW_INLINE void lw_repeat_each(const void *elements, int64_t step, int64_t times, void *restrict result, int64_t count) {
  const uint32_t *from = (const uint32_t *)elements;
  uint32_t *to = (uint32_t *)result;
  for (int64_t i = 0; i < count; i++, from += step, to += times) {
    uint32_t element = *from;
    for (int64_t j = 0; j < times; j++) to[j] = element;
  }
}
