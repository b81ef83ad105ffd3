#pragma once
// erf(k/2 + t) = c0 + t·(c1 + … + c7·t⁶) for t in [0, 1/2): a row for each power, a column for each of the eight k. In the
// first interval c0 stands for t itself. From Scripts/fit-error-function.py; a part of math_builtins.h.
static const float lw_erf_coefficients[8][8] = {
  {0x0p+0f, 0x1.0a7ef6p-1f, 0x1.af767ap-1f, 0x1.eea556p-1f, 0x1.fd9ae2p-1f, 0x1.ffcaa8p-1f, 0x1.fffd1ap-1f, 0x1.ffffe8p-1f},
  {0x1.06ebaap-3f, 0x1.c1ef98p-1f, 0x1.a912ap-2f, 0x1.e7200cp-4f, 0x1.5289acp-6f, 0x1.1e3cfcp-9f, 0x1.2d56dep-13f, 0x1.15818p-23f},
  {-0x1.4a1816p-19f, -0x1.c1e2dcp-2f, -0x1.a92786p-2f, -0x1.6d242ap-3f, -0x1.517dd2p-5f, -0x1.707cfp-8f, -0x1.255122p-11f, 0x1.2feec8p-13f},
  {-0x1.81149cp-2f, -0x1.2d2cf2p-3f, 0x1.1d59dap-3f, 0x1.199caep-3f, 0x1.7db5ccp-5f, 0x1.57251ap-7f, 0x1.460f9ap-9f, -0x1.eac0ecp-10f},
  {-0x1.92a572p-11f, 0x1.7db89cp-3f, 0x1.05d5a2p-4f, -0x1.32fc96p-5f, -0x1.9cf48p-6f, -0x1.53d1d2p-6f, -0x1.5ffb5p-7f, 0x1.5bebeap-7f},
  {0x1.de0c16p-4f, -0x1.932a64p-10f, -0x1.c25846p-5f, -0x1.255d44p-5f, -0x1.c1fdp-7f, 0x1.553a7ep-5f, 0x1.e23416p-6f, -0x1.f63fe8p-6f},
  {-0x1.397c1p-7f, -0x1.4ca44ap-5f, -0x1.98750ap-7f, 0x1.9a67a2p-5f, 0x1.3c7844p-5f, -0x1.be6df8p-5f, -0x1.580122p-5f, 0x1.682356p-5f},
  {-0x1.14aa5cp-6f, 0x1.01cd84p-7f, 0x1.35e142p-6f, -0x1.8078f4p-6f, -0x1.838f84p-6f, 0x1.ee84aep-6f, 0x1.868516p-6f, -0x1.9729ap-6f},
};

/// The coefficients c`power` of the intervals `k`, of which the low three bits count.
LW_M lw_m_f lw_m_erf_coefficient(int32_t power, lw_m_i k) {
  const float *row = lw_erf_coefficients[power];
#if defined(__AVX512F__)
  typedef float row_f __attribute__((vector_size(64)));
  typedef int32_t row_i __attribute__((vector_size(64)));
  row_f twice;
  __builtin_memcpy(&twice, row, 32);
  __builtin_memcpy((char *)&twice + 32, row, 32);
  return __builtin_ia32_permvarsf512(twice, (row_i)k);
#elif defined(__AVX2__)
  typedef float row_f __attribute__((vector_size(32)));
  typedef int32_t row_i __attribute__((vector_size(32)));
  row_f all;
  __builtin_memcpy(&all, row, sizeof all);
  row_f low = __builtin_ia32_permvarsf256(all, (row_i)k.lo);
  row_f high = __builtin_ia32_permvarsf256(all, (row_i)k.hi);
  return __builtin_shufflevector(low, high, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
#else
  lw_m_f result;
  for (int lane = 0; lane < 16; lane++) result[lane] = row[k[lane] & 7];
  return result;
#endif
}
