import LanewiseShims

/// bool, one byte each, 0 or 1, in vectors of 16.
enum Bool8: OrderedLanes, BitLanes {
  typealias V = SIMD16<UInt8>
  typealias Mask = Bool8
  @inline(__always) static var width: Int { 16 }
  @inline(__always) static var byteCount: Int { 1 }
  @inline(__always) static var noBits: V { V(repeating: 0) }
  @inline(__always) static var allBits: V { V(repeating: 1) }
  @inline(__always) static var lowest: V { noBits }
  @inline(__always) static var highest: V { allBits }

  @inline(__always) static func load(_ p: UnsafeRawPointer) -> V { lw_load_u8(p) }
  @inline(__always) static func store(_ p: UnsafeMutableRawPointer, _ a: V) { lw_store_u8(p, a) }
  @inline(__always) static func splat(_ p: UnsafeRawPointer) -> V { lw_splat_u8(p) }
  @inline(__always) static func head(_ count: Int, _ a: V, _ b: V) -> V { lw_head_u8(Int64(count), a, b) }
  @inline(__always) static func moved(_ a: V, _ n: Int) -> V { lw_moved_u8(a, Int64(n)) }
  @inline(__always) static func storeFirst(_ p: UnsafeMutableRawPointer, _ a: V) { lw_store_first_u8(p, a) }
  @inline(__always) static func storeHead(_ p: UnsafeMutableRawPointer, _ a: V, _ count: Int) {
    lw_store_head_u8(p, a, Int64(count))
  }
  @inline(__always) static func even(_ a: V, _ b: V) -> V { lw_even_u8(a, b) }
  @inline(__always) static func odd(_ a: V, _ b: V) -> V { lw_odd_u8(a, b) }
  @inline(__always) static func gather(_ p: UnsafeRawPointer, stride: Int, last: Int) -> V {
    lw_gather_u8(p, Int64(stride), Int64(last))
  }

  @inline(__always) static func select(_ mask: Mask.V, _ a: V, _ b: V) -> V { lw_select_u8(mask, a, b) }
  @inline(__always) static func eq(_ a: V, _ b: V) -> Mask.V { lw_eq_u8(a, b) }
  @inline(__always) static func ne(_ a: V, _ b: V) -> Mask.V { lw_ne_u8(a, b) }
  @inline(__always) static func lt(_ a: V, _ b: V) -> Mask.V { lw_lt_u8(a, b) }
  @inline(__always) static func le(_ a: V, _ b: V) -> Mask.V { lw_le_u8(a, b) }
  @inline(__always) static func gt(_ a: V, _ b: V) -> Mask.V { lw_gt_u8(a, b) }
  @inline(__always) static func ge(_ a: V, _ b: V) -> Mask.V { lw_ge_u8(a, b) }
  @inline(__always) static func max(_ a: V, _ b: V) -> V { lw_or_u8(a, b) }
  @inline(__always) static func min(_ a: V, _ b: V) -> V { lw_and_u8(a, b) }
  @inline(__always) static func and(_ a: V, _ b: V) -> V { lw_and_u8(a, b) }
  @inline(__always) static func or(_ a: V, _ b: V) -> V { lw_or_u8(a, b) }
  @inline(__always) static func xor(_ a: V, _ b: V) -> V { lw_xor_u8(a, b) }
  @inline(__always) static func not(_ a: V) -> V { lw_xor_u8(a, allBits) }
}
