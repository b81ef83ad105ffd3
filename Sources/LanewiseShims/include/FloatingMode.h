#pragma once
// How this thread computes with floating point numbers: how it rounds, what it traps, and whether it takes subnormal
// numbers for zeros.

#include <stdint.h>

static inline uint64_t lw_floating_mode(void) {
#if defined(__x86_64__)
  // Without the six flags of what has happened.
  return __builtin_ia32_stmxcsr() & ~UINT64_C(0x3F);
#elif defined(__aarch64__)
  uint64_t mode;
  __asm__ volatile("mrs %0, fpcr" : "=r"(mode));
  return mode;
#else
  return 0;
#endif
}

static inline void lw_set_floating_mode(uint64_t mode) {
#if defined(__x86_64__)
  __builtin_ia32_ldmxcsr((unsigned)mode);
#elif defined(__aarch64__)
  __asm__ volatile("msr fpcr, %0" : : "r"(mode));
#endif
}

/// To the nearest number, nothing trapped, nothing flushed.
static inline uint64_t lw_ieee_floating_mode(void) {
#if defined(__x86_64__)
  return 0x1F80;
#else
  return 0;
#endif
}

/// The mode with subnormal operands and results taken for zeros.
static inline uint64_t lw_flushing_floating_mode(uint64_t mode) {
#if defined(__x86_64__)
  return mode | 0x8040;
#else
  return mode | UINT64_C(1) << 24;
#endif
}
