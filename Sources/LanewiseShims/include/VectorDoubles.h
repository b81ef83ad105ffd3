#pragma once
// Eight doubles: what the elementary functions of float64 work on, half a vector of the lane at a time, because two
// registers a value leave room for a polynomial and four do not.

#include "VectorTypes.h"

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wpsabi"

typedef double lw_e_d __attribute__((ext_vector_type(8)));
typedef int64_t lw_e_l __attribute__((ext_vector_type(8)));
typedef uint64_t lw_e_u __attribute__((ext_vector_type(8)));

LW_INLINE lw_e_d lw_e_low(lw_f64 a) { return a.lo; }
LW_INLINE lw_e_d lw_e_high(lw_f64 a) { return a.hi; }
LW_INLINE lw_f64 lw_e_join(lw_e_d low, lw_e_d high) {
  lw_f64 r;
  r.lo = low;
  r.hi = high;
  return r;
}

LW_INLINE lw_e_d lw_e_splat(double a) { return (lw_e_d)(a); }
LW_INLINE lw_e_l lw_e_splat_l(int64_t a) { return (lw_e_l)(a); }

// Rounded once where the processor can: lw_m_has_fma tells.
#if !defined(__x86_64__) || defined(__FMA__)
LW_INLINE lw_e_d lw_e_fma(lw_e_d a, lw_e_d b, lw_e_d c) { return __builtin_elementwise_fma(a, b, c); }
#else
LW_INLINE lw_e_d lw_e_fma(lw_e_d a, lw_e_d b, lw_e_d c) { return a * b + c; }
#endif
LW_INLINE lw_e_d lw_e_sqrt(lw_e_d a) { return __builtin_elementwise_sqrt(a); }

// A mask the optimiser cannot see through: see lw_m_opaque.
LW_INLINE lw_e_l lw_e_opaque(lw_e_l m) {
#if defined(__AVX__) && !defined(__AVX512F__)
  typedef int64_t part __attribute__((ext_vector_type(4)));
  part lo = m.lo, hi = m.hi;
  __asm__("" : "+x"(lo));
  __asm__("" : "+x"(hi));
  m.lo = lo;
  m.hi = hi;
#endif
  return m;
}

// Comparisons give all ones or zero in each lane; select takes such a mask, and looks at the sign bit alone.
LW_INLINE lw_e_l lw_e_lt(lw_e_d a, lw_e_d b) { return lw_e_opaque(a < b); }
LW_INLINE lw_e_l lw_e_le(lw_e_d a, lw_e_d b) { return lw_e_opaque(a <= b); }
LW_INLINE lw_e_l lw_e_eq(lw_e_d a, lw_e_d b) { return lw_e_opaque(a == b); }
LW_INLINE lw_e_d lw_e_select(lw_e_l m, lw_e_d a, lw_e_d b) { return m < 0 ? a : b; }
LW_INLINE int32_t lw_e_any(lw_e_l m) { return __builtin_reduce_or(m) != 0; }

// The second operand where either is NaN, as the x86 instructions have it.
LW_INLINE lw_e_d lw_e_min(lw_e_d a, lw_e_d b) { return a < b ? a : b; }
LW_INLINE lw_e_d lw_e_max(lw_e_d a, lw_e_d b) { return a > b ? a : b; }

LW_INLINE lw_e_l lw_e_shl(lw_e_l a, int64_t n) { return a << (lw_e_l)(n); }
LW_INLINE lw_e_l lw_e_shr(lw_e_l a, int64_t n) { return (lw_e_l)((lw_e_u)a >> (lw_e_u)((uint64_t)n)); }
LW_INLINE lw_e_l lw_e_sar(lw_e_l a, int64_t n) { return a >> (lw_e_l)(n); }

#pragma clang diagnostic pop
