import LanewiseShims

/// Double in vectors of 16.
enum F64: FloatLanes, CountingLanes {
  typealias V = SIMD16<Double>
  typealias Mask = Bool8
  @inline(__always) static var width: Int { 16 }
  @inline(__always) static var byteCount: Int { 8 }
  @inline(__always) static var zero: V { V(repeating: 0) }
  @inline(__always) static var one: V { V(repeating: 1) }
  @inline(__always) static var lowest: V { V(repeating: -.infinity) }
  @inline(__always) static var highest: V { V(repeating: .infinity) }

  @inline(__always) static func load(_ p: UnsafeRawPointer) -> V { lw_load_f64(p) }
  @inline(__always) static func store(_ p: UnsafeMutableRawPointer, _ a: V) { lw_store_f64(p, a) }
  @inline(__always) static func splat(_ p: UnsafeRawPointer) -> V { lw_splat_f64(p) }
  @inline(__always) static func head(_ count: Int, _ a: V, _ b: V) -> V { lw_head_f64(Int64(count), a, b) }
  @inline(__always) static func moved(_ a: V, _ n: Int) -> V { lw_moved_f64(a, Int64(n)) }
  @inline(__always) static func storeFirst(_ p: UnsafeMutableRawPointer, _ a: V) { lw_store_first_f64(p, a) }
  @inline(__always) static func storeHead(_ p: UnsafeMutableRawPointer, _ a: V, _ count: Int) {
    lw_store_head_f64(p, a, Int64(count))
  }
  @inline(__always) static func even(_ a: V, _ b: V) -> V { lw_even_f64(a, b) }
  @inline(__always) static func odd(_ a: V, _ b: V) -> V { lw_odd_f64(a, b) }
  @inline(__always) static func gather(_ p: UnsafeRawPointer, stride: Int, last: Int) -> V {
    lw_gather_f64(p, Int64(stride &* byteCount), Int64(last))
  }
  @inline(__always) static func count(from start: Int) -> V { lw_count_f64(Int64(start)) }

  @inline(__always) static func select(_ mask: Mask.V, _ a: V, _ b: V) -> V { lw_select_f64(mask, a, b) }
  @inline(__always) static func eq(_ a: V, _ b: V) -> Mask.V { lw_eq_f64(a, b) }
  @inline(__always) static func ne(_ a: V, _ b: V) -> Mask.V { lw_ne_f64(a, b) }
  @inline(__always) static func lt(_ a: V, _ b: V) -> Mask.V { lw_lt_f64(a, b) }
  @inline(__always) static func le(_ a: V, _ b: V) -> Mask.V { lw_le_f64(a, b) }
  @inline(__always) static func gt(_ a: V, _ b: V) -> Mask.V { lw_gt_f64(a, b) }
  @inline(__always) static func ge(_ a: V, _ b: V) -> Mask.V { lw_ge_f64(a, b) }
  @inline(__always) static func isFinite(_ a: V) -> Mask.V { lw_isfinite_f64(a) }

  @inline(__always) static func add(_ a: V, _ b: V) -> V { lw_add_f64(a, b) }
  @inline(__always) static func sub(_ a: V, _ b: V) -> V { lw_sub_f64(a, b) }
  @inline(__always) static func mul(_ a: V, _ b: V) -> V { lw_mul_f64(a, b) }
  @inline(__always) static func div(_ a: V, _ b: V) -> V { lw_div_f64(a, b) }
  @inline(__always) static func fma(_ a: V, _ b: V, _ c: V) -> V { lw_fma_f64(a, b, c) }
  @inline(__always) static func sums(_ a: V, _ b: V, _ c: V, _ d: V) -> V { lw_sums_f64(a, b, c, d) }
  @inline(__always) static func max(_ a: V, _ b: V) -> V { lw_max_f64(a, b) }
  @inline(__always) static func min(_ a: V, _ b: V) -> V { lw_min_f64(a, b) }
  @inline(__always) static func neg(_ a: V) -> V { lw_neg_f64(a) }
  @inline(__always) static func abs(_ a: V) -> V { lw_abs_f64(a) }
  @inline(__always) static func sign(_ a: V) -> V { lw_sign_f64(a) }
  @inline(__always) static func floor(_ a: V) -> V { lw_floor_f64(a) }
  @inline(__always) static func ceil(_ a: V) -> V { lw_ceil_f64(a) }
  @inline(__always) static func roundAwayFromZero(_ a: V) -> V { lw_round_f64(a) }
  @inline(__always) static func roundToEven(_ a: V) -> V { lw_rint_f64(a) }
  @inline(__always) static func nextafter(_ a: V, _ b: V) -> V { lw_nextafter_f64(a, b) }
  @inline(__always) static func sqrt(_ a: V) -> V { lw_sqrt_f64(a) }
  @inline(__always) static func rsqrt(_ a: V) -> V { lw_div_f64(one, lw_sqrt_f64(a)) }

  @inline(__always) static func cbrt(_ a: V) -> V { F64Math.halves(a) { F64Math.cbrt($0) } }
  @inline(__always) static func exp(_ a: V) -> V { F64Math.halves(a) { F64Math.exp($0) } }
  @inline(__always) static func exp2(_ a: V) -> V { F64Math.halves(a) { F64Math.exp2($0) } }
  @inline(__always) static func expm1(_ a: V) -> V { F64Math.halves(a) { F64Math.expm1($0) } }
  @inline(__always) static func log(_ a: V) -> V { F64Math.halves(a) { F64Math.log($0) } }
  @inline(__always) static func log1p(_ a: V) -> V { F64Math.halves(a) { F64Math.log1p($0) } }
  @inline(__always) static func sin(_ a: V) -> V { F64Math.halves(a) { F64Math.sin($0) } }
  @inline(__always) static func cos(_ a: V) -> V { F64Math.halves(a) { F64Math.cos($0) } }
  @inline(__always) static func tan(_ a: V) -> V { F64Math.halves(a) { F64Math.tan($0) } }
  @inline(__always) static func asin(_ a: V) -> V { F64Math.halves(a) { F64Math.asin($0) } }
  @inline(__always) static func acos(_ a: V) -> V { F64Math.halves(a) { F64Math.acos($0) } }
  @inline(__always) static func atan(_ a: V) -> V { F64Math.halves(a) { F64Math.atan($0) } }
  @inline(__always) static func sinh(_ a: V) -> V { F64Math.halves(a) { F64Math.sinh($0) } }
  @inline(__always) static func cosh(_ a: V) -> V { F64Math.halves(a) { F64Math.cosh($0) } }
  @inline(__always) static func tanh(_ a: V) -> V { F64Math.halves(a) { F64Math.tanh($0) } }
  @inline(__always) static func asinh(_ a: V) -> V { F64Math.halves(a) { F64Math.asinh($0) } }
  @inline(__always) static func acosh(_ a: V) -> V { F64Math.halves(a) { F64Math.acosh($0) } }
  @inline(__always) static func atanh(_ a: V) -> V { F64Math.halves(a) { F64Math.atanh($0) } }
  @inline(__always) static func erf(_ a: V) -> V { F64Math.halves(a) { F64Math.erf($0) } }
  @inline(__always) static func erfc(_ a: V) -> V { F64Math.halves(a) { F64Math.erfc($0) } }
  @inline(__always) static func logistic(_ a: V) -> V { F64Math.halves(a) { F64Math.logistic($0) } }
  @inline(__always) static func erfInv(_ a: V) -> V { F64Math.halves(a) { F64Math.erfInv($0) } }
  @inline(__always) static func pow(_ a: V, _ b: V) -> V { F64Math.halves(a, b) { F64Math.pow($0, $1) } }
  @inline(__always) static func atan2(_ a: V, _ b: V) -> V { F64Math.halves(a, b) { F64Math.atan2($0, $1) } }
  @inline(__always) static func hypot(_ a: V, _ b: V) -> V { F64Math.halves(a, b) { F64Math.hypot($0, $1) } }

  // One element at a time
  @inline(__always) static func lgamma(_ a: V) -> V { eachF64(a) { logGamma($0) } }
  @inline(__always) static func digamma(_ a: V) -> V { eachF64(a) { digammaFunction($0) } }
  @inline(__always) static func rem(_ a: V, _ b: V) -> V { eachF64(a, b) { dfmod($0, $1) } }
}

@inline(__always) private func eachF64(_ a: SIMD16<Double>, _ f: (Double) -> Double) -> SIMD16<Double> {
  var result = a
  for lane in 0..<16 { result[lane] = f(a[lane]) }
  return result
}

@inline(__always) private func eachF64(
  _ a: SIMD16<Double>, _ b: SIMD16<Double>, _ f: (Double, Double) -> Double
) -> SIMD16<Double> {
  var result = a
  for lane in 0..<16 { result[lane] = f(a[lane], b[lane]) }
  return result
}
