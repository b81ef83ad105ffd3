#pragma once
// Complex numbers side by side in 32 bytes: their real parts in the lower half, their imaginary ones in the upper. What
// Fourier transforms compute with: sums are sums of whole vectors, products turn the halves once.

#include "VectorTypes.h"

typedef float lw_s32 __attribute__((ext_vector_type(8)));
typedef double lw_s64 __attribute__((ext_vector_type(4)));

#if !defined(__x86_64__) || defined(__FMA__)
#define LW_SPECTRAL_FMA(a, b, c) __builtin_elementwise_fma(a, b, c)
#else
#define LW_SPECTRAL_FMA(a, b, c) ((a) * (b) + (c))
#endif

#define LW_SPECTRAL(N, T) \
  LW_INLINE lw_##N lw_load_##N(const void *p) { lw_##N r; __builtin_memcpy(&r, p, sizeof r); return r; } \
  LW_INLINE void lw_store_##N(void *p, lw_##N a) { __builtin_memcpy(p, &a, sizeof a); } \
  LW_INLINE lw_##N lw_splat_##N(T x) { return (lw_##N)(x); } \
  LW_INLINE lw_##N lw_add_##N(lw_##N a, lw_##N b) { return a + b; } \
  LW_INLINE lw_##N lw_sub_##N(lw_##N a, lw_##N b) { return a - b; } \
  LW_INLINE lw_##N lw_mul_##N(lw_##N a, lw_##N b) { return a * b; } \
  LW_INLINE lw_##N lw_fma_##N(lw_##N a, lw_##N b, lw_##N c) { return LW_SPECTRAL_FMA(a, b, c); } \
  /* Imaginary parts below real ones. */ \
  LW_INLINE lw_##N lw_swapped_##N(lw_##N a) { \
    lw_##N r; \
    r.lo = a.hi; \
    r.hi = a.lo; \
    return r; \
  } \
  /* −i·z */ \
  LW_INLINE lw_##N lw_turned_##N(lw_##N a) { \
    lw_##N r; \
    r.lo = a.hi; \
    r.hi = -a.lo; \
    return r; \
  } \
  /* A factor's imaginary part as products need it: negative in the lower half. */ \
  LW_INLINE lw_##N lw_imaginary_##N(T x) { \
    lw_##N r = (lw_##N)(x); \
    r.lo = -r.lo; \
    return r; \
  }
LW_SPECTRAL(s32, float)
LW_SPECTRAL(s64, double)
#undef LW_SPECTRAL
#undef LW_SPECTRAL_FMA
