import LanewiseShims

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Float in vectors of 16.
enum F32: FloatLanes, CountingLanes {
  typealias V = SIMD16<Float>
  typealias Mask = Bool8
  @inline(__always) static var width: Int { 16 }
  @inline(__always) static var byteCount: Int { 4 }
  @inline(__always) static var zero: V { V(repeating: 0) }
  @inline(__always) static var one: V { V(repeating: 1) }
  @inline(__always) static var lowest: V { V(repeating: -.infinity) }
  @inline(__always) static var highest: V { V(repeating: .infinity) }

  @inline(__always) static func load(_ p: UnsafeRawPointer) -> V { lw_load_f32(p) }
  @inline(__always) static func store(_ p: UnsafeMutableRawPointer, _ a: V) { lw_store_f32(p, a) }
  @inline(__always) static func splat(_ p: UnsafeRawPointer) -> V { lw_splat_f32(p) }
  @inline(__always) static func head(_ count: Int, _ a: V, _ b: V) -> V { lw_head_f32(Int64(count), a, b) }
  @inline(__always) static func moved(_ a: V, _ n: Int) -> V { lw_moved_f32(a, Int64(n)) }
  @inline(__always) static func storeFirst(_ p: UnsafeMutableRawPointer, _ a: V) { lw_store_first_f32(p, a) }
  @inline(__always) static func storeHead(_ p: UnsafeMutableRawPointer, _ a: V, _ count: Int) {
    lw_store_head_f32(p, a, Int64(count))
  }
  @inline(__always) static func even(_ a: V, _ b: V) -> V { lw_even_f32(a, b) }
  @inline(__always) static func odd(_ a: V, _ b: V) -> V { lw_odd_f32(a, b) }
  @inline(__always) static func gather(_ p: UnsafeRawPointer, stride: Int, last: Int) -> V {
    lw_gather_f32(p, Int64(stride &* byteCount), Int64(last))
  }
  @inline(__always) static func count(from start: Int) -> V { lw_count_f32(Int64(start)) }

  @inline(__always) static func select(_ mask: Mask.V, _ a: V, _ b: V) -> V { lw_select_f32(mask, a, b) }
  @inline(__always) static func eq(_ a: V, _ b: V) -> Mask.V { lw_eq_f32(a, b) }
  @inline(__always) static func ne(_ a: V, _ b: V) -> Mask.V { lw_ne_f32(a, b) }
  @inline(__always) static func lt(_ a: V, _ b: V) -> Mask.V { lw_lt_f32(a, b) }
  @inline(__always) static func le(_ a: V, _ b: V) -> Mask.V { lw_le_f32(a, b) }
  @inline(__always) static func gt(_ a: V, _ b: V) -> Mask.V { lw_gt_f32(a, b) }
  @inline(__always) static func ge(_ a: V, _ b: V) -> Mask.V { lw_ge_f32(a, b) }
  @inline(__always) static func isFinite(_ a: V) -> Mask.V { lw_isfinite_f32(a) }

  @inline(__always) static func add(_ a: V, _ b: V) -> V { lw_add_f32(a, b) }
  @inline(__always) static func sub(_ a: V, _ b: V) -> V { lw_sub_f32(a, b) }
  @inline(__always) static func mul(_ a: V, _ b: V) -> V { lw_mul_f32(a, b) }
  @inline(__always) static func div(_ a: V, _ b: V) -> V { lw_div_f32(a, b) }
  @inline(__always) static func fma(_ a: V, _ b: V, _ c: V) -> V { lw_fma_f32(a, b, c) }
  @inline(__always) static func sums(_ a: V, _ b: V, _ c: V, _ d: V) -> V { lw_sums_f32(a, b, c, d) }
  @inline(__always) static func max(_ a: V, _ b: V) -> V { lw_max_f32(a, b) }
  @inline(__always) static func min(_ a: V, _ b: V) -> V { lw_min_f32(a, b) }
  @inline(__always) static func neg(_ a: V) -> V { lw_neg_f32(a) }
  @inline(__always) static func abs(_ a: V) -> V { lw_abs_f32(a) }
  @inline(__always) static func sign(_ a: V) -> V { lw_sign_f32(a) }
  @inline(__always) static func floor(_ a: V) -> V { lw_floor_f32(a) }
  @inline(__always) static func ceil(_ a: V) -> V { lw_ceil_f32(a) }
  @inline(__always) static func roundAwayFromZero(_ a: V) -> V { lw_round_f32(a) }
  @inline(__always) static func roundToEven(_ a: V) -> V { lw_rint_f32(a) }
  @inline(__always) static func nextafter(_ a: V, _ b: V) -> V { lw_nextafter_f32(a, b) }
  @inline(__always) static func sqrt(_ a: V) -> V { lw_sqrt_f32(a) }
  @inline(__always) static func rsqrt(_ a: V) -> V { F32Math.rsqrt(a) }

  @inline(__always) static func cbrt(_ a: V) -> V { F32Math.cbrt(a) }
  @inline(__always) static func exp(_ a: V) -> V { F32Math.exp(a) }
  @inline(__always) static func exp2(_ a: V) -> V { F32Math.exp2(a) }
  @inline(__always) static func expm1(_ a: V) -> V { F32Math.expm1(a) }
  @inline(__always) static func log(_ a: V) -> V { F32Math.log(a) }
  @inline(__always) static func log1p(_ a: V) -> V { F32Math.log1p(a) }
  @inline(__always) static func sin(_ a: V) -> V { F32Math.sin(a) }
  @inline(__always) static func cos(_ a: V) -> V { F32Math.cos(a) }
  @inline(__always) static func tan(_ a: V) -> V { F32Math.tan(a) }
  @inline(__always) static func asin(_ a: V) -> V { F32Math.asin(a) }
  @inline(__always) static func acos(_ a: V) -> V { F32Math.acos(a) }
  @inline(__always) static func atan(_ a: V) -> V { F32Math.atan(a) }
  @inline(__always) static func sinh(_ a: V) -> V { F32Math.sinh(a) }
  @inline(__always) static func cosh(_ a: V) -> V { F32Math.cosh(a) }
  @inline(__always) static func tanh(_ a: V) -> V { F32Math.tanh(a) }
  @inline(__always) static func asinh(_ a: V) -> V { F32Math.asinh(a) }
  @inline(__always) static func acosh(_ a: V) -> V { F32Math.acosh(a) }
  @inline(__always) static func atanh(_ a: V) -> V { F32Math.atanh(a) }
  @inline(__always) static func erf(_ a: V) -> V { F32Math.erf(a) }
  @inline(__always) static func erfc(_ a: V) -> V { F32Math.erfc(a) }
  @inline(__always) static func logistic(_ a: V) -> V { F32Math.logistic(a) }
  @inline(__always) static func erfInv(_ a: V) -> V { F32Math.erfInv(a) }
  @inline(__always) static func lgamma(_ a: V) -> V { F32Math.lgamma(a) }
  @inline(__always) static func digamma(_ a: V) -> V { F32Math.digamma(a) }
  @inline(__always) static func pow(_ a: V, _ b: V) -> V { F32Math.pow(a, b) }
  @inline(__always) static func atan2(_ a: V, _ b: V) -> V { F32Math.atan2(a, b) }
  @inline(__always) static func hypot(_ a: V, _ b: V) -> V { F32Math.hypot(a, b) }
  @inline(__always) static func rem(_ a: V, _ b: V) -> V { eachF32(a, b) { fmodf($0, $1) } }
}

/// A function of scalars, lane by lane.
@inline(__always) private func eachF32(
  _ a: SIMD16<Float>, _ b: SIMD16<Float>, _ f: (Float, Float) -> Float
) -> SIMD16<Float> {
  var result = a
  for lane in 0..<16 { result[lane] = f(a[lane], b[lane]) }
  return result
}
