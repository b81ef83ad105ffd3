// Written by Scripts/generate-kernel-tables.swift; change that, not this.

import LanewiseShims

/// Int8 in vectors of 16.
enum I8: SignedIntegerLanes, CountingLanes {
  typealias V = SIMD16<Int8>
  typealias Mask = Bool8
  @inline(__always) static var width: Int { 16 }
  @inline(__always) static var byteCount: Int { 1 }
  @inline(__always) static var zero: V { V(repeating: 0) }
  @inline(__always) static var one: V { V(repeating: 1) }
  @inline(__always) static var lowest: V { V(repeating: .min) }
  @inline(__always) static var highest: V { V(repeating: .max) }
  @inline(__always) static var noBits: V { zero }
  @inline(__always) static var allBits: V { lw_not_i8(zero) }
  @inline(__always) static func load(_ p: UnsafeRawPointer) -> V { lw_load_i8(p) }
  @inline(__always) static func store(_ p: UnsafeMutableRawPointer, _ a: V) { lw_store_i8(p, a) }
  @inline(__always) static func splat(_ p: UnsafeRawPointer) -> V { lw_splat_i8(p) }
  @inline(__always) static func storeFirst(_ p: UnsafeMutableRawPointer, _ a: V) { lw_store_first_i8(p, a) }
  @inline(__always) static func storeHead(_ p: UnsafeMutableRawPointer, _ a: V, _ n: Int) {
    lw_store_head_i8(p, a, Int64(n))
  }
  @inline(__always) static func head(_ n: Int, _ a: V, _ b: V) -> V { lw_head_i8(Int64(n), a, b) }
  @inline(__always) static func moved(_ a: V, _ n: Int) -> V { lw_moved_i8(a, Int64(n)) }
  @inline(__always) static func gather(_ p: UnsafeRawPointer, stride: Int, last: Int) -> V {
    lw_gather_i8(p, Int64(stride &* byteCount), Int64(last))
  }
  @inline(__always) static func even(_ a: V, _ b: V) -> V { lw_even_i8(a, b) }
  @inline(__always) static func odd(_ a: V, _ b: V) -> V { lw_odd_i8(a, b) }
  @inline(__always) static func count(from start: Int) -> V { lw_count_i8(Int64(start)) }
  @inline(__always) static func select(_ mask: Mask.V, _ a: V, _ b: V) -> V { lw_select_i8(mask, a, b) }
  @inline(__always) static func neg(_ a: V) -> V { lw_neg_i8(a) }
  @inline(__always) static func abs(_ a: V) -> V { lw_abs_i8(a) }
  @inline(__always) static func sign(_ a: V) -> V { lw_sign_i8(a) }
  @inline(__always) static func not(_ a: V) -> V { lw_not_i8(a) }
  @inline(__always) static func popcount(_ a: V) -> V { lw_popcount_i8(a) }
  @inline(__always) static func clz(_ a: V) -> V { lw_clz_i8(a) }
  @inline(__always) static func add(_ a: V, _ b: V) -> V { lw_add_i8(a, b) }
  @inline(__always) static func sub(_ a: V, _ b: V) -> V { lw_sub_i8(a, b) }
  @inline(__always) static func mul(_ a: V, _ b: V) -> V { lw_mul_i8(a, b) }
  @inline(__always) static func div(_ a: V, _ b: V) -> V { lw_div_i8(a, b) }
  @inline(__always) static func rem(_ a: V, _ b: V) -> V { lw_rem_i8(a, b) }
  @inline(__always) static func pow(_ a: V, _ b: V) -> V { lw_pow_i8(a, b) }
  @inline(__always) static func max(_ a: V, _ b: V) -> V { lw_max_i8(a, b) }
  @inline(__always) static func min(_ a: V, _ b: V) -> V { lw_min_i8(a, b) }
  @inline(__always) static func and(_ a: V, _ b: V) -> V { lw_and_i8(a, b) }
  @inline(__always) static func or(_ a: V, _ b: V) -> V { lw_or_i8(a, b) }
  @inline(__always) static func xor(_ a: V, _ b: V) -> V { lw_xor_i8(a, b) }
  @inline(__always) static func shl(_ a: V, _ b: V) -> V { lw_shl_i8(a, b) }
  @inline(__always) static func sar(_ a: V, _ b: V) -> V { lw_sar_i8(a, b) }
  @inline(__always) static func shr(_ a: V, _ b: V) -> V { lw_shr_i8(a, b) }
  @inline(__always) static func floorDiv(_ a: V, _ b: V) -> V { lw_floor_div_i8(a, b) }
  @inline(__always) static func floorRem(_ a: V, _ b: V) -> V { lw_floor_rem_i8(a, b) }
  @inline(__always) static func eq(_ a: V, _ b: V) -> Mask.V { lw_eq_i8(a, b) }
  @inline(__always) static func ne(_ a: V, _ b: V) -> Mask.V { lw_ne_i8(a, b) }
  @inline(__always) static func lt(_ a: V, _ b: V) -> Mask.V { lw_lt_i8(a, b) }
  @inline(__always) static func le(_ a: V, _ b: V) -> Mask.V { lw_le_i8(a, b) }
  @inline(__always) static func gt(_ a: V, _ b: V) -> Mask.V { lw_gt_i8(a, b) }
  @inline(__always) static func ge(_ a: V, _ b: V) -> Mask.V { lw_ge_i8(a, b) }
}

/// Int16 in vectors of 16.
enum I16: SignedIntegerLanes, CountingLanes {
  typealias V = SIMD16<Int16>
  typealias Mask = Bool8
  @inline(__always) static var width: Int { 16 }
  @inline(__always) static var byteCount: Int { 2 }
  @inline(__always) static var zero: V { V(repeating: 0) }
  @inline(__always) static var one: V { V(repeating: 1) }
  @inline(__always) static var lowest: V { V(repeating: .min) }
  @inline(__always) static var highest: V { V(repeating: .max) }
  @inline(__always) static var noBits: V { zero }
  @inline(__always) static var allBits: V { lw_not_i16(zero) }
  @inline(__always) static func load(_ p: UnsafeRawPointer) -> V { lw_load_i16(p) }
  @inline(__always) static func store(_ p: UnsafeMutableRawPointer, _ a: V) { lw_store_i16(p, a) }
  @inline(__always) static func splat(_ p: UnsafeRawPointer) -> V { lw_splat_i16(p) }
  @inline(__always) static func storeFirst(_ p: UnsafeMutableRawPointer, _ a: V) { lw_store_first_i16(p, a) }
  @inline(__always) static func storeHead(_ p: UnsafeMutableRawPointer, _ a: V, _ n: Int) {
    lw_store_head_i16(p, a, Int64(n))
  }
  @inline(__always) static func head(_ n: Int, _ a: V, _ b: V) -> V { lw_head_i16(Int64(n), a, b) }
  @inline(__always) static func moved(_ a: V, _ n: Int) -> V { lw_moved_i16(a, Int64(n)) }
  @inline(__always) static func gather(_ p: UnsafeRawPointer, stride: Int, last: Int) -> V {
    lw_gather_i16(p, Int64(stride &* byteCount), Int64(last))
  }
  @inline(__always) static func even(_ a: V, _ b: V) -> V { lw_even_i16(a, b) }
  @inline(__always) static func odd(_ a: V, _ b: V) -> V { lw_odd_i16(a, b) }
  @inline(__always) static func count(from start: Int) -> V { lw_count_i16(Int64(start)) }
  @inline(__always) static func select(_ mask: Mask.V, _ a: V, _ b: V) -> V { lw_select_i16(mask, a, b) }
  @inline(__always) static func neg(_ a: V) -> V { lw_neg_i16(a) }
  @inline(__always) static func abs(_ a: V) -> V { lw_abs_i16(a) }
  @inline(__always) static func sign(_ a: V) -> V { lw_sign_i16(a) }
  @inline(__always) static func not(_ a: V) -> V { lw_not_i16(a) }
  @inline(__always) static func popcount(_ a: V) -> V { lw_popcount_i16(a) }
  @inline(__always) static func clz(_ a: V) -> V { lw_clz_i16(a) }
  @inline(__always) static func add(_ a: V, _ b: V) -> V { lw_add_i16(a, b) }
  @inline(__always) static func sub(_ a: V, _ b: V) -> V { lw_sub_i16(a, b) }
  @inline(__always) static func mul(_ a: V, _ b: V) -> V { lw_mul_i16(a, b) }
  @inline(__always) static func div(_ a: V, _ b: V) -> V { lw_div_i16(a, b) }
  @inline(__always) static func rem(_ a: V, _ b: V) -> V { lw_rem_i16(a, b) }
  @inline(__always) static func pow(_ a: V, _ b: V) -> V { lw_pow_i16(a, b) }
  @inline(__always) static func max(_ a: V, _ b: V) -> V { lw_max_i16(a, b) }
  @inline(__always) static func min(_ a: V, _ b: V) -> V { lw_min_i16(a, b) }
  @inline(__always) static func and(_ a: V, _ b: V) -> V { lw_and_i16(a, b) }
  @inline(__always) static func or(_ a: V, _ b: V) -> V { lw_or_i16(a, b) }
  @inline(__always) static func xor(_ a: V, _ b: V) -> V { lw_xor_i16(a, b) }
  @inline(__always) static func shl(_ a: V, _ b: V) -> V { lw_shl_i16(a, b) }
  @inline(__always) static func sar(_ a: V, _ b: V) -> V { lw_sar_i16(a, b) }
  @inline(__always) static func shr(_ a: V, _ b: V) -> V { lw_shr_i16(a, b) }
  @inline(__always) static func floorDiv(_ a: V, _ b: V) -> V { lw_floor_div_i16(a, b) }
  @inline(__always) static func floorRem(_ a: V, _ b: V) -> V { lw_floor_rem_i16(a, b) }
  @inline(__always) static func eq(_ a: V, _ b: V) -> Mask.V { lw_eq_i16(a, b) }
  @inline(__always) static func ne(_ a: V, _ b: V) -> Mask.V { lw_ne_i16(a, b) }
  @inline(__always) static func lt(_ a: V, _ b: V) -> Mask.V { lw_lt_i16(a, b) }
  @inline(__always) static func le(_ a: V, _ b: V) -> Mask.V { lw_le_i16(a, b) }
  @inline(__always) static func gt(_ a: V, _ b: V) -> Mask.V { lw_gt_i16(a, b) }
  @inline(__always) static func ge(_ a: V, _ b: V) -> Mask.V { lw_ge_i16(a, b) }
}

/// Int32 in vectors of 16.
enum I32: SignedIntegerLanes, CountingLanes {
  typealias V = SIMD16<Int32>
  typealias Mask = Bool8
  @inline(__always) static var width: Int { 16 }
  @inline(__always) static var byteCount: Int { 4 }
  @inline(__always) static var zero: V { V(repeating: 0) }
  @inline(__always) static var one: V { V(repeating: 1) }
  @inline(__always) static var lowest: V { V(repeating: .min) }
  @inline(__always) static var highest: V { V(repeating: .max) }
  @inline(__always) static var noBits: V { zero }
  @inline(__always) static var allBits: V { lw_not_i32(zero) }
  @inline(__always) static func load(_ p: UnsafeRawPointer) -> V { lw_load_i32(p) }
  @inline(__always) static func store(_ p: UnsafeMutableRawPointer, _ a: V) { lw_store_i32(p, a) }
  @inline(__always) static func splat(_ p: UnsafeRawPointer) -> V { lw_splat_i32(p) }
  @inline(__always) static func storeFirst(_ p: UnsafeMutableRawPointer, _ a: V) { lw_store_first_i32(p, a) }
  @inline(__always) static func storeHead(_ p: UnsafeMutableRawPointer, _ a: V, _ n: Int) {
    lw_store_head_i32(p, a, Int64(n))
  }
  @inline(__always) static func head(_ n: Int, _ a: V, _ b: V) -> V { lw_head_i32(Int64(n), a, b) }
  @inline(__always) static func moved(_ a: V, _ n: Int) -> V { lw_moved_i32(a, Int64(n)) }
  @inline(__always) static func gather(_ p: UnsafeRawPointer, stride: Int, last: Int) -> V {
    lw_gather_i32(p, Int64(stride &* byteCount), Int64(last))
  }
  @inline(__always) static func even(_ a: V, _ b: V) -> V { lw_even_i32(a, b) }
  @inline(__always) static func odd(_ a: V, _ b: V) -> V { lw_odd_i32(a, b) }
  @inline(__always) static func count(from start: Int) -> V { lw_count_i32(Int64(start)) }
  @inline(__always) static func select(_ mask: Mask.V, _ a: V, _ b: V) -> V { lw_select_i32(mask, a, b) }
  @inline(__always) static func neg(_ a: V) -> V { lw_neg_i32(a) }
  @inline(__always) static func abs(_ a: V) -> V { lw_abs_i32(a) }
  @inline(__always) static func sign(_ a: V) -> V { lw_sign_i32(a) }
  @inline(__always) static func not(_ a: V) -> V { lw_not_i32(a) }
  @inline(__always) static func popcount(_ a: V) -> V { lw_popcount_i32(a) }
  @inline(__always) static func clz(_ a: V) -> V { lw_clz_i32(a) }
  @inline(__always) static func add(_ a: V, _ b: V) -> V { lw_add_i32(a, b) }
  @inline(__always) static func sub(_ a: V, _ b: V) -> V { lw_sub_i32(a, b) }
  @inline(__always) static func mul(_ a: V, _ b: V) -> V { lw_mul_i32(a, b) }
  @inline(__always) static func div(_ a: V, _ b: V) -> V { lw_div_i32(a, b) }
  @inline(__always) static func rem(_ a: V, _ b: V) -> V { lw_rem_i32(a, b) }
  @inline(__always) static func pow(_ a: V, _ b: V) -> V { lw_pow_i32(a, b) }
  @inline(__always) static func max(_ a: V, _ b: V) -> V { lw_max_i32(a, b) }
  @inline(__always) static func min(_ a: V, _ b: V) -> V { lw_min_i32(a, b) }
  @inline(__always) static func and(_ a: V, _ b: V) -> V { lw_and_i32(a, b) }
  @inline(__always) static func or(_ a: V, _ b: V) -> V { lw_or_i32(a, b) }
  @inline(__always) static func xor(_ a: V, _ b: V) -> V { lw_xor_i32(a, b) }
  @inline(__always) static func shl(_ a: V, _ b: V) -> V { lw_shl_i32(a, b) }
  @inline(__always) static func sar(_ a: V, _ b: V) -> V { lw_sar_i32(a, b) }
  @inline(__always) static func shr(_ a: V, _ b: V) -> V { lw_shr_i32(a, b) }
  @inline(__always) static func floorDiv(_ a: V, _ b: V) -> V { lw_floor_div_i32(a, b) }
  @inline(__always) static func floorRem(_ a: V, _ b: V) -> V { lw_floor_rem_i32(a, b) }
  @inline(__always) static func eq(_ a: V, _ b: V) -> Mask.V { lw_eq_i32(a, b) }
  @inline(__always) static func ne(_ a: V, _ b: V) -> Mask.V { lw_ne_i32(a, b) }
  @inline(__always) static func lt(_ a: V, _ b: V) -> Mask.V { lw_lt_i32(a, b) }
  @inline(__always) static func le(_ a: V, _ b: V) -> Mask.V { lw_le_i32(a, b) }
  @inline(__always) static func gt(_ a: V, _ b: V) -> Mask.V { lw_gt_i32(a, b) }
  @inline(__always) static func ge(_ a: V, _ b: V) -> Mask.V { lw_ge_i32(a, b) }
}

/// Int64 in vectors of 16.
enum I64: SignedIntegerLanes, CountingLanes {
  typealias V = SIMD16<Int64>
  typealias Mask = Bool8
  @inline(__always) static var width: Int { 16 }
  @inline(__always) static var byteCount: Int { 8 }
  @inline(__always) static var zero: V { V(repeating: 0) }
  @inline(__always) static var one: V { V(repeating: 1) }
  @inline(__always) static var lowest: V { V(repeating: .min) }
  @inline(__always) static var highest: V { V(repeating: .max) }
  @inline(__always) static var noBits: V { zero }
  @inline(__always) static var allBits: V { lw_not_i64(zero) }
  @inline(__always) static func load(_ p: UnsafeRawPointer) -> V { lw_load_i64(p) }
  @inline(__always) static func store(_ p: UnsafeMutableRawPointer, _ a: V) { lw_store_i64(p, a) }
  @inline(__always) static func splat(_ p: UnsafeRawPointer) -> V { lw_splat_i64(p) }
  @inline(__always) static func storeFirst(_ p: UnsafeMutableRawPointer, _ a: V) { lw_store_first_i64(p, a) }
  @inline(__always) static func storeHead(_ p: UnsafeMutableRawPointer, _ a: V, _ n: Int) {
    lw_store_head_i64(p, a, Int64(n))
  }
  @inline(__always) static func head(_ n: Int, _ a: V, _ b: V) -> V { lw_head_i64(Int64(n), a, b) }
  @inline(__always) static func moved(_ a: V, _ n: Int) -> V { lw_moved_i64(a, Int64(n)) }
  @inline(__always) static func gather(_ p: UnsafeRawPointer, stride: Int, last: Int) -> V {
    lw_gather_i64(p, Int64(stride &* byteCount), Int64(last))
  }
  @inline(__always) static func even(_ a: V, _ b: V) -> V { lw_even_i64(a, b) }
  @inline(__always) static func odd(_ a: V, _ b: V) -> V { lw_odd_i64(a, b) }
  @inline(__always) static func count(from start: Int) -> V { lw_count_i64(Int64(start)) }
  @inline(__always) static func select(_ mask: Mask.V, _ a: V, _ b: V) -> V { lw_select_i64(mask, a, b) }
  @inline(__always) static func neg(_ a: V) -> V { lw_neg_i64(a) }
  @inline(__always) static func abs(_ a: V) -> V { lw_abs_i64(a) }
  @inline(__always) static func sign(_ a: V) -> V { lw_sign_i64(a) }
  @inline(__always) static func not(_ a: V) -> V { lw_not_i64(a) }
  @inline(__always) static func popcount(_ a: V) -> V { lw_popcount_i64(a) }
  @inline(__always) static func clz(_ a: V) -> V { lw_clz_i64(a) }
  @inline(__always) static func add(_ a: V, _ b: V) -> V { lw_add_i64(a, b) }
  @inline(__always) static func sub(_ a: V, _ b: V) -> V { lw_sub_i64(a, b) }
  @inline(__always) static func mul(_ a: V, _ b: V) -> V { lw_mul_i64(a, b) }
  @inline(__always) static func div(_ a: V, _ b: V) -> V { lw_div_i64(a, b) }
  @inline(__always) static func rem(_ a: V, _ b: V) -> V { lw_rem_i64(a, b) }
  @inline(__always) static func pow(_ a: V, _ b: V) -> V { lw_pow_i64(a, b) }
  @inline(__always) static func max(_ a: V, _ b: V) -> V { lw_max_i64(a, b) }
  @inline(__always) static func min(_ a: V, _ b: V) -> V { lw_min_i64(a, b) }
  @inline(__always) static func and(_ a: V, _ b: V) -> V { lw_and_i64(a, b) }
  @inline(__always) static func or(_ a: V, _ b: V) -> V { lw_or_i64(a, b) }
  @inline(__always) static func xor(_ a: V, _ b: V) -> V { lw_xor_i64(a, b) }
  @inline(__always) static func shl(_ a: V, _ b: V) -> V { lw_shl_i64(a, b) }
  @inline(__always) static func sar(_ a: V, _ b: V) -> V { lw_sar_i64(a, b) }
  @inline(__always) static func shr(_ a: V, _ b: V) -> V { lw_shr_i64(a, b) }
  @inline(__always) static func floorDiv(_ a: V, _ b: V) -> V { lw_floor_div_i64(a, b) }
  @inline(__always) static func floorRem(_ a: V, _ b: V) -> V { lw_floor_rem_i64(a, b) }
  @inline(__always) static func eq(_ a: V, _ b: V) -> Mask.V { lw_eq_i64(a, b) }
  @inline(__always) static func ne(_ a: V, _ b: V) -> Mask.V { lw_ne_i64(a, b) }
  @inline(__always) static func lt(_ a: V, _ b: V) -> Mask.V { lw_lt_i64(a, b) }
  @inline(__always) static func le(_ a: V, _ b: V) -> Mask.V { lw_le_i64(a, b) }
  @inline(__always) static func gt(_ a: V, _ b: V) -> Mask.V { lw_gt_i64(a, b) }
  @inline(__always) static func ge(_ a: V, _ b: V) -> Mask.V { lw_ge_i64(a, b) }
}

/// UInt8 in vectors of 16.
enum U8: IntegerLanes, CountingLanes {
  typealias V = SIMD16<UInt8>
  typealias Mask = Bool8
  @inline(__always) static var width: Int { 16 }
  @inline(__always) static var byteCount: Int { 1 }
  @inline(__always) static var zero: V { V(repeating: 0) }
  @inline(__always) static var one: V { V(repeating: 1) }
  @inline(__always) static var lowest: V { V(repeating: .min) }
  @inline(__always) static var highest: V { V(repeating: .max) }
  @inline(__always) static var noBits: V { zero }
  @inline(__always) static var allBits: V { lw_not_u8(zero) }
  @inline(__always) static func load(_ p: UnsafeRawPointer) -> V { lw_load_u8(p) }
  @inline(__always) static func store(_ p: UnsafeMutableRawPointer, _ a: V) { lw_store_u8(p, a) }
  @inline(__always) static func splat(_ p: UnsafeRawPointer) -> V { lw_splat_u8(p) }
  @inline(__always) static func storeFirst(_ p: UnsafeMutableRawPointer, _ a: V) { lw_store_first_u8(p, a) }
  @inline(__always) static func storeHead(_ p: UnsafeMutableRawPointer, _ a: V, _ n: Int) {
    lw_store_head_u8(p, a, Int64(n))
  }
  @inline(__always) static func head(_ n: Int, _ a: V, _ b: V) -> V { lw_head_u8(Int64(n), a, b) }
  @inline(__always) static func moved(_ a: V, _ n: Int) -> V { lw_moved_u8(a, Int64(n)) }
  @inline(__always) static func gather(_ p: UnsafeRawPointer, stride: Int, last: Int) -> V {
    lw_gather_u8(p, Int64(stride &* byteCount), Int64(last))
  }
  @inline(__always) static func even(_ a: V, _ b: V) -> V { lw_even_u8(a, b) }
  @inline(__always) static func odd(_ a: V, _ b: V) -> V { lw_odd_u8(a, b) }
  @inline(__always) static func count(from start: Int) -> V { lw_count_u8(Int64(start)) }
  @inline(__always) static func select(_ mask: Mask.V, _ a: V, _ b: V) -> V { lw_select_u8(mask, a, b) }
  @inline(__always) static func neg(_ a: V) -> V { lw_neg_u8(a) }
  @inline(__always) static func abs(_ a: V) -> V { lw_abs_u8(a) }
  @inline(__always) static func sign(_ a: V) -> V { lw_sign_u8(a) }
  @inline(__always) static func not(_ a: V) -> V { lw_not_u8(a) }
  @inline(__always) static func popcount(_ a: V) -> V { lw_popcount_u8(a) }
  @inline(__always) static func clz(_ a: V) -> V { lw_clz_u8(a) }
  @inline(__always) static func add(_ a: V, _ b: V) -> V { lw_add_u8(a, b) }
  @inline(__always) static func sub(_ a: V, _ b: V) -> V { lw_sub_u8(a, b) }
  @inline(__always) static func mul(_ a: V, _ b: V) -> V { lw_mul_u8(a, b) }
  @inline(__always) static func div(_ a: V, _ b: V) -> V { lw_div_u8(a, b) }
  @inline(__always) static func rem(_ a: V, _ b: V) -> V { lw_rem_u8(a, b) }
  @inline(__always) static func pow(_ a: V, _ b: V) -> V { lw_pow_u8(a, b) }
  @inline(__always) static func max(_ a: V, _ b: V) -> V { lw_max_u8(a, b) }
  @inline(__always) static func min(_ a: V, _ b: V) -> V { lw_min_u8(a, b) }
  @inline(__always) static func and(_ a: V, _ b: V) -> V { lw_and_u8(a, b) }
  @inline(__always) static func or(_ a: V, _ b: V) -> V { lw_or_u8(a, b) }
  @inline(__always) static func xor(_ a: V, _ b: V) -> V { lw_xor_u8(a, b) }
  @inline(__always) static func shl(_ a: V, _ b: V) -> V { lw_shl_u8(a, b) }
  @inline(__always) static func sar(_ a: V, _ b: V) -> V { lw_sar_u8(a, b) }
  @inline(__always) static func shr(_ a: V, _ b: V) -> V { lw_shr_u8(a, b) }
  @inline(__always) static func eq(_ a: V, _ b: V) -> Mask.V { lw_eq_u8(a, b) }
  @inline(__always) static func ne(_ a: V, _ b: V) -> Mask.V { lw_ne_u8(a, b) }
  @inline(__always) static func lt(_ a: V, _ b: V) -> Mask.V { lw_lt_u8(a, b) }
  @inline(__always) static func le(_ a: V, _ b: V) -> Mask.V { lw_le_u8(a, b) }
  @inline(__always) static func gt(_ a: V, _ b: V) -> Mask.V { lw_gt_u8(a, b) }
  @inline(__always) static func ge(_ a: V, _ b: V) -> Mask.V { lw_ge_u8(a, b) }
}

/// UInt16 in vectors of 16.
enum U16: IntegerLanes, CountingLanes {
  typealias V = SIMD16<UInt16>
  typealias Mask = Bool8
  @inline(__always) static var width: Int { 16 }
  @inline(__always) static var byteCount: Int { 2 }
  @inline(__always) static var zero: V { V(repeating: 0) }
  @inline(__always) static var one: V { V(repeating: 1) }
  @inline(__always) static var lowest: V { V(repeating: .min) }
  @inline(__always) static var highest: V { V(repeating: .max) }
  @inline(__always) static var noBits: V { zero }
  @inline(__always) static var allBits: V { lw_not_u16(zero) }
  @inline(__always) static func load(_ p: UnsafeRawPointer) -> V { lw_load_u16(p) }
  @inline(__always) static func store(_ p: UnsafeMutableRawPointer, _ a: V) { lw_store_u16(p, a) }
  @inline(__always) static func splat(_ p: UnsafeRawPointer) -> V { lw_splat_u16(p) }
  @inline(__always) static func storeFirst(_ p: UnsafeMutableRawPointer, _ a: V) { lw_store_first_u16(p, a) }
  @inline(__always) static func storeHead(_ p: UnsafeMutableRawPointer, _ a: V, _ n: Int) {
    lw_store_head_u16(p, a, Int64(n))
  }
  @inline(__always) static func head(_ n: Int, _ a: V, _ b: V) -> V { lw_head_u16(Int64(n), a, b) }
  @inline(__always) static func moved(_ a: V, _ n: Int) -> V { lw_moved_u16(a, Int64(n)) }
  @inline(__always) static func gather(_ p: UnsafeRawPointer, stride: Int, last: Int) -> V {
    lw_gather_u16(p, Int64(stride &* byteCount), Int64(last))
  }
  @inline(__always) static func even(_ a: V, _ b: V) -> V { lw_even_u16(a, b) }
  @inline(__always) static func odd(_ a: V, _ b: V) -> V { lw_odd_u16(a, b) }
  @inline(__always) static func count(from start: Int) -> V { lw_count_u16(Int64(start)) }
  @inline(__always) static func select(_ mask: Mask.V, _ a: V, _ b: V) -> V { lw_select_u16(mask, a, b) }
  @inline(__always) static func neg(_ a: V) -> V { lw_neg_u16(a) }
  @inline(__always) static func abs(_ a: V) -> V { lw_abs_u16(a) }
  @inline(__always) static func sign(_ a: V) -> V { lw_sign_u16(a) }
  @inline(__always) static func not(_ a: V) -> V { lw_not_u16(a) }
  @inline(__always) static func popcount(_ a: V) -> V { lw_popcount_u16(a) }
  @inline(__always) static func clz(_ a: V) -> V { lw_clz_u16(a) }
  @inline(__always) static func add(_ a: V, _ b: V) -> V { lw_add_u16(a, b) }
  @inline(__always) static func sub(_ a: V, _ b: V) -> V { lw_sub_u16(a, b) }
  @inline(__always) static func mul(_ a: V, _ b: V) -> V { lw_mul_u16(a, b) }
  @inline(__always) static func div(_ a: V, _ b: V) -> V { lw_div_u16(a, b) }
  @inline(__always) static func rem(_ a: V, _ b: V) -> V { lw_rem_u16(a, b) }
  @inline(__always) static func pow(_ a: V, _ b: V) -> V { lw_pow_u16(a, b) }
  @inline(__always) static func max(_ a: V, _ b: V) -> V { lw_max_u16(a, b) }
  @inline(__always) static func min(_ a: V, _ b: V) -> V { lw_min_u16(a, b) }
  @inline(__always) static func and(_ a: V, _ b: V) -> V { lw_and_u16(a, b) }
  @inline(__always) static func or(_ a: V, _ b: V) -> V { lw_or_u16(a, b) }
  @inline(__always) static func xor(_ a: V, _ b: V) -> V { lw_xor_u16(a, b) }
  @inline(__always) static func shl(_ a: V, _ b: V) -> V { lw_shl_u16(a, b) }
  @inline(__always) static func sar(_ a: V, _ b: V) -> V { lw_sar_u16(a, b) }
  @inline(__always) static func shr(_ a: V, _ b: V) -> V { lw_shr_u16(a, b) }
  @inline(__always) static func eq(_ a: V, _ b: V) -> Mask.V { lw_eq_u16(a, b) }
  @inline(__always) static func ne(_ a: V, _ b: V) -> Mask.V { lw_ne_u16(a, b) }
  @inline(__always) static func lt(_ a: V, _ b: V) -> Mask.V { lw_lt_u16(a, b) }
  @inline(__always) static func le(_ a: V, _ b: V) -> Mask.V { lw_le_u16(a, b) }
  @inline(__always) static func gt(_ a: V, _ b: V) -> Mask.V { lw_gt_u16(a, b) }
  @inline(__always) static func ge(_ a: V, _ b: V) -> Mask.V { lw_ge_u16(a, b) }
}

/// UInt32 in vectors of 16.
enum U32: IntegerLanes, CountingLanes {
  typealias V = SIMD16<UInt32>
  typealias Mask = Bool8
  @inline(__always) static var width: Int { 16 }
  @inline(__always) static var byteCount: Int { 4 }
  @inline(__always) static var zero: V { V(repeating: 0) }
  @inline(__always) static var one: V { V(repeating: 1) }
  @inline(__always) static var lowest: V { V(repeating: .min) }
  @inline(__always) static var highest: V { V(repeating: .max) }
  @inline(__always) static var noBits: V { zero }
  @inline(__always) static var allBits: V { lw_not_u32(zero) }
  @inline(__always) static func load(_ p: UnsafeRawPointer) -> V { lw_load_u32(p) }
  @inline(__always) static func store(_ p: UnsafeMutableRawPointer, _ a: V) { lw_store_u32(p, a) }
  @inline(__always) static func splat(_ p: UnsafeRawPointer) -> V { lw_splat_u32(p) }
  @inline(__always) static func storeFirst(_ p: UnsafeMutableRawPointer, _ a: V) { lw_store_first_u32(p, a) }
  @inline(__always) static func storeHead(_ p: UnsafeMutableRawPointer, _ a: V, _ n: Int) {
    lw_store_head_u32(p, a, Int64(n))
  }
  @inline(__always) static func head(_ n: Int, _ a: V, _ b: V) -> V { lw_head_u32(Int64(n), a, b) }
  @inline(__always) static func moved(_ a: V, _ n: Int) -> V { lw_moved_u32(a, Int64(n)) }
  @inline(__always) static func gather(_ p: UnsafeRawPointer, stride: Int, last: Int) -> V {
    lw_gather_u32(p, Int64(stride &* byteCount), Int64(last))
  }
  @inline(__always) static func even(_ a: V, _ b: V) -> V { lw_even_u32(a, b) }
  @inline(__always) static func odd(_ a: V, _ b: V) -> V { lw_odd_u32(a, b) }
  @inline(__always) static func count(from start: Int) -> V { lw_count_u32(Int64(start)) }
  @inline(__always) static func select(_ mask: Mask.V, _ a: V, _ b: V) -> V { lw_select_u32(mask, a, b) }
  @inline(__always) static func neg(_ a: V) -> V { lw_neg_u32(a) }
  @inline(__always) static func abs(_ a: V) -> V { lw_abs_u32(a) }
  @inline(__always) static func sign(_ a: V) -> V { lw_sign_u32(a) }
  @inline(__always) static func not(_ a: V) -> V { lw_not_u32(a) }
  @inline(__always) static func popcount(_ a: V) -> V { lw_popcount_u32(a) }
  @inline(__always) static func clz(_ a: V) -> V { lw_clz_u32(a) }
  @inline(__always) static func add(_ a: V, _ b: V) -> V { lw_add_u32(a, b) }
  @inline(__always) static func sub(_ a: V, _ b: V) -> V { lw_sub_u32(a, b) }
  @inline(__always) static func mul(_ a: V, _ b: V) -> V { lw_mul_u32(a, b) }
  @inline(__always) static func div(_ a: V, _ b: V) -> V { lw_div_u32(a, b) }
  @inline(__always) static func rem(_ a: V, _ b: V) -> V { lw_rem_u32(a, b) }
  @inline(__always) static func pow(_ a: V, _ b: V) -> V { lw_pow_u32(a, b) }
  @inline(__always) static func max(_ a: V, _ b: V) -> V { lw_max_u32(a, b) }
  @inline(__always) static func min(_ a: V, _ b: V) -> V { lw_min_u32(a, b) }
  @inline(__always) static func and(_ a: V, _ b: V) -> V { lw_and_u32(a, b) }
  @inline(__always) static func or(_ a: V, _ b: V) -> V { lw_or_u32(a, b) }
  @inline(__always) static func xor(_ a: V, _ b: V) -> V { lw_xor_u32(a, b) }
  @inline(__always) static func shl(_ a: V, _ b: V) -> V { lw_shl_u32(a, b) }
  @inline(__always) static func sar(_ a: V, _ b: V) -> V { lw_sar_u32(a, b) }
  @inline(__always) static func shr(_ a: V, _ b: V) -> V { lw_shr_u32(a, b) }
  @inline(__always) static func eq(_ a: V, _ b: V) -> Mask.V { lw_eq_u32(a, b) }
  @inline(__always) static func ne(_ a: V, _ b: V) -> Mask.V { lw_ne_u32(a, b) }
  @inline(__always) static func lt(_ a: V, _ b: V) -> Mask.V { lw_lt_u32(a, b) }
  @inline(__always) static func le(_ a: V, _ b: V) -> Mask.V { lw_le_u32(a, b) }
  @inline(__always) static func gt(_ a: V, _ b: V) -> Mask.V { lw_gt_u32(a, b) }
  @inline(__always) static func ge(_ a: V, _ b: V) -> Mask.V { lw_ge_u32(a, b) }
}

/// UInt64 in vectors of 16.
enum U64: IntegerLanes, CountingLanes {
  typealias V = SIMD16<UInt64>
  typealias Mask = Bool8
  @inline(__always) static var width: Int { 16 }
  @inline(__always) static var byteCount: Int { 8 }
  @inline(__always) static var zero: V { V(repeating: 0) }
  @inline(__always) static var one: V { V(repeating: 1) }
  @inline(__always) static var lowest: V { V(repeating: .min) }
  @inline(__always) static var highest: V { V(repeating: .max) }
  @inline(__always) static var noBits: V { zero }
  @inline(__always) static var allBits: V { lw_not_u64(zero) }
  @inline(__always) static func load(_ p: UnsafeRawPointer) -> V { lw_load_u64(p) }
  @inline(__always) static func store(_ p: UnsafeMutableRawPointer, _ a: V) { lw_store_u64(p, a) }
  @inline(__always) static func splat(_ p: UnsafeRawPointer) -> V { lw_splat_u64(p) }
  @inline(__always) static func storeFirst(_ p: UnsafeMutableRawPointer, _ a: V) { lw_store_first_u64(p, a) }
  @inline(__always) static func storeHead(_ p: UnsafeMutableRawPointer, _ a: V, _ n: Int) {
    lw_store_head_u64(p, a, Int64(n))
  }
  @inline(__always) static func head(_ n: Int, _ a: V, _ b: V) -> V { lw_head_u64(Int64(n), a, b) }
  @inline(__always) static func moved(_ a: V, _ n: Int) -> V { lw_moved_u64(a, Int64(n)) }
  @inline(__always) static func gather(_ p: UnsafeRawPointer, stride: Int, last: Int) -> V {
    lw_gather_u64(p, Int64(stride &* byteCount), Int64(last))
  }
  @inline(__always) static func even(_ a: V, _ b: V) -> V { lw_even_u64(a, b) }
  @inline(__always) static func odd(_ a: V, _ b: V) -> V { lw_odd_u64(a, b) }
  @inline(__always) static func count(from start: Int) -> V { lw_count_u64(Int64(start)) }
  @inline(__always) static func select(_ mask: Mask.V, _ a: V, _ b: V) -> V { lw_select_u64(mask, a, b) }
  @inline(__always) static func neg(_ a: V) -> V { lw_neg_u64(a) }
  @inline(__always) static func abs(_ a: V) -> V { lw_abs_u64(a) }
  @inline(__always) static func sign(_ a: V) -> V { lw_sign_u64(a) }
  @inline(__always) static func not(_ a: V) -> V { lw_not_u64(a) }
  @inline(__always) static func popcount(_ a: V) -> V { lw_popcount_u64(a) }
  @inline(__always) static func clz(_ a: V) -> V { lw_clz_u64(a) }
  @inline(__always) static func add(_ a: V, _ b: V) -> V { lw_add_u64(a, b) }
  @inline(__always) static func sub(_ a: V, _ b: V) -> V { lw_sub_u64(a, b) }
  @inline(__always) static func mul(_ a: V, _ b: V) -> V { lw_mul_u64(a, b) }
  @inline(__always) static func div(_ a: V, _ b: V) -> V { lw_div_u64(a, b) }
  @inline(__always) static func rem(_ a: V, _ b: V) -> V { lw_rem_u64(a, b) }
  @inline(__always) static func pow(_ a: V, _ b: V) -> V { lw_pow_u64(a, b) }
  @inline(__always) static func max(_ a: V, _ b: V) -> V { lw_max_u64(a, b) }
  @inline(__always) static func min(_ a: V, _ b: V) -> V { lw_min_u64(a, b) }
  @inline(__always) static func and(_ a: V, _ b: V) -> V { lw_and_u64(a, b) }
  @inline(__always) static func or(_ a: V, _ b: V) -> V { lw_or_u64(a, b) }
  @inline(__always) static func xor(_ a: V, _ b: V) -> V { lw_xor_u64(a, b) }
  @inline(__always) static func shl(_ a: V, _ b: V) -> V { lw_shl_u64(a, b) }
  @inline(__always) static func sar(_ a: V, _ b: V) -> V { lw_sar_u64(a, b) }
  @inline(__always) static func shr(_ a: V, _ b: V) -> V { lw_shr_u64(a, b) }
  @inline(__always) static func eq(_ a: V, _ b: V) -> Mask.V { lw_eq_u64(a, b) }
  @inline(__always) static func ne(_ a: V, _ b: V) -> Mask.V { lw_ne_u64(a, b) }
  @inline(__always) static func lt(_ a: V, _ b: V) -> Mask.V { lw_lt_u64(a, b) }
  @inline(__always) static func le(_ a: V, _ b: V) -> Mask.V { lw_le_u64(a, b) }
  @inline(__always) static func gt(_ a: V, _ b: V) -> Mask.V { lw_gt_u64(a, b) }
  @inline(__always) static func ge(_ a: V, _ b: V) -> Mask.V { lw_ge_u64(a, b) }
}
