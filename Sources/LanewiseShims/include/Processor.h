#pragma once

/// Whether this processor can run the kernels compiled for x86-64-v3.
static inline int lanewise_has_avx2_fma(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("f16c")
    && __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("lzcnt");
#else
  return 0;
#endif
}
