#pragma once
// Vector builtins for the elementary functions: what Swift's SIMD types cannot spell, or spell as scalar calls.
// Everything is inlined into the caller, so each build of the kernels gets the instructions of its own target.

#include <stdint.h>

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wpsabi"

typedef float lw_m_f __attribute__((ext_vector_type(16)));
typedef int32_t lw_m_i __attribute__((ext_vector_type(16)));
typedef double lw_m_d __attribute__((ext_vector_type(16)));
typedef int64_t lw_m_l __attribute__((ext_vector_type(16)));

#define LW_M static inline __attribute__((always_inline))

// Whether lw_m_fma rounds once. Without the instruction, a library call a lane would cost fifty times as much.
#ifdef __FMA__
#define LW_M_HAS_FMA 1
#elif defined(__aarch64__)
#define LW_M_HAS_FMA 1
#else
#define LW_M_HAS_FMA 0
#endif

// A function, not the macro: Swift would call one of its branches dead.
LW_M int32_t lw_m_has_fma(void) { return LW_M_HAS_FMA; }

LW_M lw_m_f lw_m_splat(float a) { return (lw_m_f)(a); }
LW_M lw_m_i lw_m_splat_i(int32_t a) { return (lw_m_i)(a); }
LW_M lw_m_d lw_m_splat_d(double a) { return (lw_m_d)(a); }
LW_M lw_m_l lw_m_splat_l(int64_t a) { return (lw_m_l)(a); }

#if LW_M_HAS_FMA
LW_M lw_m_f lw_m_fma(lw_m_f a, lw_m_f b, lw_m_f c) { return __builtin_elementwise_fma(a, b, c); }
LW_M lw_m_d lw_m_fma_d(lw_m_d a, lw_m_d b, lw_m_d c) { return __builtin_elementwise_fma(a, b, c); }
#else
LW_M lw_m_f lw_m_fma(lw_m_f a, lw_m_f b, lw_m_f c) { return a * b + c; }
LW_M lw_m_d lw_m_fma_d(lw_m_d a, lw_m_d b, lw_m_d c) { return a * b + c; }
#endif
// c − a·b.
LW_M lw_m_d lw_m_fnma_d(lw_m_d a, lw_m_d b, lw_m_d c) { return lw_m_fma_d(-a, b, c); }

LW_M lw_m_f lw_m_sqrt(lw_m_f a) { return __builtin_elementwise_sqrt(a); }
LW_M lw_m_d lw_m_sqrt_d(lw_m_d a) { return __builtin_elementwise_sqrt(a); }

// A mask the optimiser cannot see through. It would keep combined masks as one bit a lane, which without AVX-512 means
// packing and unpacking bytes around every blend.
LW_M lw_m_i lw_m_opaque(lw_m_i m) {
#if defined(__AVX512F__)
  return m;
#elif defined(__AVX__)
  typedef int32_t part __attribute__((ext_vector_type(8)));
  part lo = m.lo, hi = m.hi;
  __asm__("" : "+x"(lo));
  __asm__("" : "+x"(hi));
  m.lo = lo;
  m.hi = hi;
#elif defined(__SSE2__)
  typedef int32_t part __attribute__((ext_vector_type(4)));
  part a = m.lo.lo, b = m.lo.hi, c = m.hi.lo, d = m.hi.hi;
  __asm__("" : "+x"(a));
  __asm__("" : "+x"(b));
  __asm__("" : "+x"(c));
  __asm__("" : "+x"(d));
  m.lo.lo = a;
  m.lo.hi = b;
  m.hi.lo = c;
  m.hi.hi = d;
#endif
  return m;
}

// Comparisons give all ones or zero in each lane; select takes such a mask.
LW_M lw_m_i lw_m_lt(lw_m_f a, lw_m_f b) { return lw_m_opaque(a < b); }
LW_M lw_m_i lw_m_le(lw_m_f a, lw_m_f b) { return lw_m_opaque(a <= b); }
LW_M lw_m_i lw_m_eq(lw_m_f a, lw_m_f b) { return lw_m_opaque(a == b); }
LW_M lw_m_i lw_m_not_lt(lw_m_f a, lw_m_f b) { return lw_m_opaque(~(a < b)); }
LW_M lw_m_i lw_m_lt_i(lw_m_i a, lw_m_i b) { return lw_m_opaque(a < b); }
LW_M lw_m_l lw_m_lt_d(lw_m_d a, lw_m_d b) { return a < b; }
LW_M lw_m_f lw_m_select(lw_m_i m, lw_m_f a, lw_m_f b) { return m < 0 ? a : b; }
LW_M lw_m_d lw_m_select_d(lw_m_l m, lw_m_d a, lw_m_d b) { return m ? a : b; }
LW_M int32_t lw_m_any(lw_m_i m) { return __builtin_reduce_or(m) != 0; }

// a < b ? a : b and a > b ? a : b: the second operand where either is NaN, as the x86 instructions have it.
LW_M lw_m_f lw_m_min(lw_m_f a, lw_m_f b) { return a < b ? a : b; }
LW_M lw_m_f lw_m_max(lw_m_f a, lw_m_f b) { return a > b ? a : b; }
LW_M lw_m_d lw_m_min_d(lw_m_d a, lw_m_d b) { return a < b ? a : b; }
LW_M lw_m_d lw_m_max_d(lw_m_d a, lw_m_d b) { return a > b ? a : b; }

LW_M lw_m_i lw_m_shl(lw_m_i a, int32_t n) { return a << (lw_m_i)(n); }
LW_M lw_m_i lw_m_sar(lw_m_i a, int32_t n) { return a >> (lw_m_i)(n); }
LW_M lw_m_l lw_m_shl_l(lw_m_l a, int64_t n) { return a << (lw_m_l)(n); }
LW_M lw_m_l lw_m_shr_l(lw_m_l a, int64_t n) {
  typedef uint64_t u __attribute__((ext_vector_type(16)));
  return (lw_m_l)((u)a >> (u)((uint64_t)n));
}

LW_M lw_m_f lw_m_to_float(lw_m_i a) { return __builtin_convertvector(a, lw_m_f); }
LW_M lw_m_i lw_m_to_int(lw_m_f a) { return __builtin_convertvector(a, lw_m_i); }
LW_M lw_m_d lw_m_to_double(lw_m_f a) { return __builtin_convertvector(a, lw_m_d); }
LW_M lw_m_d lw_m_int_to_double(lw_m_i a) { return __builtin_convertvector(a, lw_m_d); }
LW_M lw_m_f lw_m_round(lw_m_d a) { return __builtin_convertvector(a, lw_m_f); }

// a·b + c rounded once in every build. Without the instruction: the product is exact in double precision, and rounding
// the sum twice differs from rounding it once only if the first rounding meets a tie of the second, for one in some 2²⁹.
#if LW_M_HAS_FMA
LW_M lw_m_f lw_m_fma_exact(lw_m_f a, lw_m_f b, lw_m_f c) { return __builtin_elementwise_fma(a, b, c); }
#else
LW_M lw_m_f lw_m_fma_exact(lw_m_f a, lw_m_f b, lw_m_f c) {
  lw_m_d product = __builtin_convertvector(a, lw_m_d) * __builtin_convertvector(b, lw_m_d);
  return __builtin_convertvector(product + __builtin_convertvector(c, lw_m_d), lw_m_f);
}
#endif

#include "ErrorFunction.h"

#undef LW_M
#pragma clang diagnostic pop
