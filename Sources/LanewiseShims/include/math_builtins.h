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

LW_M lw_m_f lw_m_sqrt(lw_m_f a) { return __builtin_elementwise_sqrt(a); }
LW_M lw_m_d lw_m_sqrt_d(lw_m_d a) { return __builtin_elementwise_sqrt(a); }

// Comparisons give all ones or zero in each lane; select takes such a mask.
LW_M lw_m_i lw_m_lt(lw_m_f a, lw_m_f b) { return a < b; }
LW_M lw_m_i lw_m_le(lw_m_f a, lw_m_f b) { return a <= b; }
LW_M lw_m_i lw_m_eq(lw_m_f a, lw_m_f b) { return a == b; }
LW_M lw_m_i lw_m_lt_i(lw_m_i a, lw_m_i b) { return a < b; }
LW_M lw_m_i lw_m_eq_i(lw_m_i a, lw_m_i b) { return a == b; }
LW_M lw_m_l lw_m_lt_d(lw_m_d a, lw_m_d b) { return a < b; }
LW_M lw_m_l lw_m_eq_d(lw_m_d a, lw_m_d b) { return a == b; }
LW_M lw_m_f lw_m_select(lw_m_i m, lw_m_f a, lw_m_f b) { return m ? a : b; }
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
LW_M lw_m_f lw_m_round(lw_m_d a) { return __builtin_convertvector(a, lw_m_f); }

// a·b + c rounded once in every build, where neither the product nor the sum is subnormal or overflows. Without the
// instruction: the product is exact in double precision; the sum is rounded to odd there, so that rounding it to single
// precision cannot round a tie that was none.
#if LW_M_HAS_FMA
LW_M lw_m_f lw_m_fma_exact(lw_m_f a, lw_m_f b, lw_m_f c) { return __builtin_elementwise_fma(a, b, c); }
#else
LW_M lw_m_f lw_m_fma_exact(lw_m_f a, lw_m_f b, lw_m_f c) {
#pragma clang fp contract(off) reassociate(off)
  lw_m_d p = __builtin_convertvector(a, lw_m_d) * __builtin_convertvector(b, lw_m_d);
  lw_m_d q = __builtin_convertvector(c, lw_m_d);
  lw_m_d s = p + q;
  lw_m_d v = s - p;
  lw_m_d error = (p - (s - v)) + (q - v);
  // An inexact sum with an even last bit moves one step towards the exact one: up in magnitude if the error has the
  // sum's sign, down otherwise.
  lw_m_l bits = (lw_m_l)s;
  lw_m_l inexact = error != 0.0;
  lw_m_l opposite = ((lw_m_l)error ^ bits) < 0;
  lw_m_l step = (lw_m_l)(1) | opposite;
  bits += step & inexact & ~(bits << (lw_m_l)(63) >> (lw_m_l)(63));
  return __builtin_convertvector((lw_m_d)bits, lw_m_f);
}
#endif

#undef LW_M
#pragma clang diagnostic pop
