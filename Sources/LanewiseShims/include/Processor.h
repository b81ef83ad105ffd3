#pragma once

/// Whether this processor can run the kernels compiled for AVX2 and FMA (x86-64-v3).
static inline int lanewise_has_avx2_fma(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("f16c")
    && __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("lzcnt");
#else
  return 0;
#endif
}

/// Whether it can run those compiled for AVX-512 (x86-64-v4 and some of what Ice Lake and Zen 4 have besides), too.
static inline int lanewise_has_avx512(void) {
#if defined(__x86_64__)
  return lanewise_has_avx2_fma() && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw")
    && __builtin_cpu_supports("avx512cd") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl")
    && __builtin_cpu_supports("avx512vbmi") && __builtin_cpu_supports("avx512bitalg")
    && __builtin_cpu_supports("avx512vpopcntdq");
#else
  return 0;
#endif
}

/// Whether it stores a register of 64 bytes at once. Zen 4 has AVX-512 with paths of 32 bytes.
static inline int lanewise_stores_64_bytes(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  return !__builtin_cpu_is("znver4");
#else
  return 0;
#endif
}
