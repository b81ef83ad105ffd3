import LanewiseShims

// Conversions between formats. Half-precision formats are loaded and stored as U16.

@inline(__always) func convert<From: Lanes, To: Lanes>(
  _: From.Type, _: To.Type, _ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ count: Int,
  _ f: (From.V) -> To.V
) {
  let source = address(record, slots, A.offset)
  let result = resultAddress(record, slots)
  var i = 0
  while i < count {
    To.store(result + i &* To.byteCount, f(From.load(source + i &* From.byteCount)))
    i &+= From.width
  }
}

/// Complex numbers to reals: the real parts, 16 at a time. `Part` is their lane.
@inline(__always) func convertRealParts<Part: FoldableLanes, To: Lanes>(
  _: Part.Type, _: To.Type, _ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ count: Int,
  _ f: (Part.V) -> To.V
) {
  let source = address(record, slots, A.offset)
  let result = resultAddress(record, slots)
  var i = 0
  while i < count {
    let parts = Part.gather(source + i &* (2 &* Part.byteCount), stride: 2, last: count &- i &- 1)
    To.store(result + i &* To.byteCount, f(parts))
    i &+= 16
  }
}

/// Reals to complex numbers without an imaginary part. `Part` is the lane of the result's parts.
@inline(__always) func convertToComplex<From: Lanes, Part: PartLanes>(
  _: From.Type, _: Part.Type, _ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ count: Int,
  _ f: (From.V) -> Part.V
) {
  let source = address(record, slots, A.offset)
  let result = resultAddress(record, slots)
  var i = 0
  while i < count {
    let parts = f(From.load(source + i &* From.byteCount))
    Part.storeComplex(result + i &* (2 &* Part.byteCount), parts, count &- i)
    i &+= 16
  }
}

/// The lanes of which complex numbers are made.
protocol PartLanes: FloatLanes {
  /// Stores (a, 0) for at most `count` lanes.
  static func storeComplex(_ p: UnsafeMutableRawPointer, _ a: V, _ count: Int)
}

extension F32: PartLanes {
  @inline(__always) static func storeComplex(_ p: UnsafeMutableRawPointer, _ a: V, _ count: Int) {
    lw_store_complex_f32(p, a, Int64(count))
  }
}

extension F64: PartLanes {
  @inline(__always) static func storeComplex(_ p: UnsafeMutableRawPointer, _ a: V, _ count: Int) {
    lw_store_complex_f64(p, a, Int64(count))
  }
}
