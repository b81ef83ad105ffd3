#pragma once
#include <stdint.h>

// Vectors of 16 lanes, and what every element type can do: load, store, compare, select.
//
// A mask is a vector of 16 bytes, 0 or 1: the form in which bool arrays are stored.

// These functions are always inlined, so how a target passes wide vectors does not matter.
#pragma clang diagnostic ignored "-Wpsabi"

#define LW_INLINE static inline __attribute__((always_inline))
// Before a loop of a few turns, whose number is known.
#define LW_UNROLL _Pragma("clang loop unroll(full)")

#if defined(__AVX512F__)
#include <immintrin.h>
// The mask of the first n lanes, whatever n is, of so many at most.
LW_INLINE uint32_t lw_lanes(int64_t n, int most) { return _bzhi_u32(-1, (uint32_t)(n < 0 ? 0 : n < most ? n : most)); }
#endif

#define LW_VECTOR(N, T) typedef T lw_##N __attribute__((ext_vector_type(16)));
LW_VECTOR(i8, int8_t)
LW_VECTOR(i16, int16_t)
LW_VECTOR(i32, int32_t)
LW_VECTOR(i64, int64_t)
LW_VECTOR(u8, uint8_t)
LW_VECTOR(u16, uint16_t)
LW_VECTOR(u32, uint32_t)
LW_VECTOR(u64, uint64_t)
LW_VECTOR(f32, float)
LW_VECTOR(f64, double)
#undef LW_VECTOR

#define LW_COMPARE(N, name, op) \
  LW_INLINE lw_u8 lw_##name##_##N(lw_##N a, lw_##N b) { \
    return (lw_u8)__builtin_convertvector(a op b, lw_i8) & (uint8_t)1; \
  }

// N: the lane's name, T: its element, S: the lane of signed integers as wide.
#define LW_LANE(N, T, S) \
  LW_INLINE lw_##N lw_load_##N(const void *p) { lw_##N r; __builtin_memcpy(&r, p, sizeof r); return r; } \
  LW_INLINE void lw_store_##N(void *p, lw_##N a) { __builtin_memcpy(p, &a, sizeof a); } \
  LW_INLINE lw_##N lw_splat_##N(const void *p) { T r; __builtin_memcpy(&r, p, sizeof r); return (lw_##N)r; } \
  LW_INLINE void lw_store_first_##N(void *p, lw_##N a) { T r = a[0]; __builtin_memcpy(p, &r, sizeof r); } \
  LW_COMPARE(N, eq, ==) \
  LW_COMPARE(N, ne, !=) \
  LW_COMPARE(N, lt, <) \
  LW_COMPARE(N, le, <=) \
  LW_COMPARE(N, gt, >) \
  LW_COMPARE(N, ge, >=) \
  LW_INLINE lw_##N lw_select_##N(lw_u8 mask, lw_##N a, lw_##N b) { \
    return __builtin_convertvector(mask, lw_##S) != 0 ? a : b; \
  } \
  /* a in lanes below n, b in the others */ \
  LW_INLINE lw_##N lw_head_##N(int64_t n, lw_##N a, lw_##N b) { \
    lw_i8 lane = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}; \
    return __builtin_convertvector(lane < (lw_i8)(int8_t)n, lw_##S) != 0 ? a : b; \
  } \
  /* lane i from p[min(i, last) * stride], strides in bytes */ \
  LW_INLINE lw_##N lw_gather_##N(const char *p, int64_t stride, int64_t last) { \
    lw_##N r; \
    for (int i = 0; i < 16; i++) { T v; __builtin_memcpy(&v, p + (i < last ? i : last) * stride, sizeof v); r[i] = v; } \
    return r; \
  } \
  /* lane n in lane 0, and so on: for n = 8, 4, 2, 1, of which it makes one shuffle where n is known; the last n lanes \
     hold anything */ \
  LW_INLINE lw_##N lw_moved_##N(lw_##N a, int64_t n) { \
    return n == 8 ? __builtin_shufflevector(a, a, 8, 9, 10, 11, 12, 13, 14, 15, -1, -1, -1, -1, -1, -1, -1, -1) \
      : n == 4 ? __builtin_shufflevector(a, a, 4, 5, 6, 7, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1) \
      : n == 2 ? __builtin_shufflevector(a, a, 2, 3, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1) \
      : __builtin_shufflevector(a, a, 1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1); \
  } \
  /* of pairs side by side in two vectors, the first of each, and the second */ \
  LW_INLINE lw_##N lw_even_##N(lw_##N a, lw_##N b) { \
    return __builtin_shufflevector(a, b, 0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30); \
  } \
  LW_INLINE lw_##N lw_odd_##N(lw_##N a, lw_##N b) { \
    return __builtin_shufflevector(a, b, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31); \
  } \
  /* the first n lanes */ \
  LW_INLINE void lw_store_head_##N(void *p, lw_##N a, int64_t n) { __builtin_memcpy(p, &a, (uint64_t)n * sizeof(T)); }

LW_LANE(i8, int8_t, i8)
LW_LANE(i16, int16_t, i16)
LW_LANE(i32, int32_t, i32)
LW_LANE(i64, int64_t, i64)
LW_LANE(u8, uint8_t, i8)
LW_LANE(u16, uint16_t, i16)
LW_LANE(u32, uint32_t, i32)
LW_LANE(u64, uint64_t, i64)
LW_LANE(f32, float, i32)
LW_LANE(f64, double, i64)
#undef LW_LANE
#undef LW_COMPARE

/// Whether any byte of a mask is set.
LW_INLINE int lw_any(lw_u8 mask) { return __builtin_reduce_or(mask) != 0; }
/// The first set byte of a mask that has one.
LW_INLINE int lw_first(lw_u8 mask) {
  uint64_t half[2];
  __builtin_memcpy(half, &mask, sizeof half);
  return half[0] ? __builtin_ctzll(half[0]) / 8 : 8 + __builtin_ctzll(half[1]) / 8;
}
