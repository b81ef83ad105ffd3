#pragma once
#include "VectorTypes.h"
#include <stdint.h>

// Runs of elements of 32 bits.

// Each element so many times. A loop for the compiler to vectorise.

LW_INLINE void lw_repeat_each(const void *elements, int64_t step, int64_t times, void *restrict result, int64_t count) {
  const uint32_t *from = (const uint32_t *)elements;
  uint32_t *to = (uint32_t *)result;
  for (int64_t i = 0; i < count; i++, from += step, to += times) {
    uint32_t element = *from;
    for (int64_t j = 0; j < times; j++) to[j] = element;
  }
}

// Runs of at least sixteen elements, each copied to its place: those that are too few for a vector, at the end, along with
// some that are there already.
LW_INLINE void lw_copy_runs(
    const void *elements, const int64_t *steps, int64_t extent, void *restrict result, int64_t count) {
  enum { width = 16 };
  typedef uint32_t vector __attribute__((ext_vector_type(width)));
  const uint32_t *from = (const uint32_t *)elements;
  uint32_t *to = (uint32_t *)result;
  for (int64_t i = 0; i < count; i++, from += steps[0], to += steps[1]) {
    int64_t place = 0;
    vector some;
    for (; place < extent - width; place += width) {
      __builtin_memcpy(&some, from + place, sizeof some);
      __builtin_memcpy(to + place, &some, sizeof some);
    }
    __builtin_memcpy(&some, from + extent - width, sizeof some);
    __builtin_memcpy(to + extent - width, &some, sizeof some);
  }
}
