#pragma once
#include "VectorTypes.h"
#include <stdint.h>

// A product of numbers that shrink, as reductions make. Where a factor or the product is below the least normal number,
// some processors take more than a hundred cycles, but none for turning such numbers into doubles and back.

/// a · b: doubles hold it exactly, so that it is rounded once. The powers of two keep the compiler from seeing that.
LW_INLINE lw_f32 lw_exact_product(lw_f32 a, lw_f32 b) {
  lw_f64 product = __builtin_convertvector(a, lw_f64) * 0x1p100 * __builtin_convertvector(b, lw_f64);
  return __builtin_convertvector(product * 0x1p-100, lw_f32);
}

LW_INLINE lw_f32 lw_product_f32(lw_f32 a, lw_f32 b) {
#if defined(__x86_64__)
  // Below 2⁻¹¹⁶, but not 0, which is nothing to wait for.
  lw_i32 tiny = (((lw_u32)a & 0x7fffffff) - 1) < (lw_u32)(0x05800000 - 1);
  if (__builtin_expect(__builtin_reduce_or(tiny) != 0, 0)) return lw_exact_product(a, b);
#endif
  return a * b;
}
