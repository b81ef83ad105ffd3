// Lanes of one element a vector: for complex numbers, their parts and masks, and 16-byte elements. Kernels over them
// touch exactly `count` elements.

/// One bool.
enum Flag: Lanes {
  typealias V = UInt8
  typealias Mask = Flag
  @inline(__always) static var width: Int { 1 }
  @inline(__always) static var byteCount: Int { 1 }
  @inline(__always) static func load(_ p: UnsafeRawPointer) -> V { p.load(as: UInt8.self) }
  @inline(__always) static func store(_ p: UnsafeMutableRawPointer, _ a: V) { p.storeBytes(of: a, as: UInt8.self) }
  @inline(__always) static func splat(_ p: UnsafeRawPointer) -> V { load(p) }
  @inline(__always) static func select(_ mask: UInt8, _ a: V, _ b: V) -> V { mask != 0 ? a : b }
  @inline(__always) static func eq(_ a: V, _ b: V) -> UInt8 { a == b ? 1 : 0 }
  @inline(__always) static func ne(_ a: V, _ b: V) -> UInt8 { a != b ? 1 : 0 }
}

/// One real number: a part of a complex one.
enum One<Part: Real>: Lanes {
  typealias V = Part
  typealias Mask = Flag
  @inline(__always) static var width: Int { 1 }
  @inline(__always) static var byteCount: Int { Part.byteCount }
  @inline(__always) static func load(_ p: UnsafeRawPointer) -> V { Part.load(p) }
  @inline(__always) static func store(_ p: UnsafeMutableRawPointer, _ a: V) { Part.store(p, a) }
  @inline(__always) static func splat(_ p: UnsafeRawPointer) -> V { load(p) }
  @inline(__always) static func select(_ mask: UInt8, _ a: V, _ b: V) -> V { mask != 0 ? a : b }
  @inline(__always) static func eq(_ a: V, _ b: V) -> UInt8 { a == b ? 1 : 0 }
  @inline(__always) static func ne(_ a: V, _ b: V) -> UInt8 { a != b ? 1 : 0 }
}

/// 16 bytes without meaning, to be moved.
enum Bytes16: Lanes {
  typealias V = (low: UInt64, high: UInt64)
  typealias Mask = Flag
  @inline(__always) static var width: Int { 1 }
  @inline(__always) static var byteCount: Int { 16 }
  @inline(__always) static func load(_ p: UnsafeRawPointer) -> V {
    (low: p.load(as: UInt64.self), high: p.load(fromByteOffset: 8, as: UInt64.self))
  }
  @inline(__always) static func store(_ p: UnsafeMutableRawPointer, _ a: V) {
    p.storeBytes(of: a.low, as: UInt64.self)
    p.storeBytes(of: a.high, toByteOffset: 8, as: UInt64.self)
  }
  @inline(__always) static func splat(_ p: UnsafeRawPointer) -> V { load(p) }
  @inline(__always) static func select(_ mask: UInt8, _ a: V, _ b: V) -> V { mask != 0 ? a : b }
  @inline(__always) static func eq(_ a: V, _ b: V) -> UInt8 { a.low == b.low && a.high == b.high ? 1 : 0 }
  @inline(__always) static func ne(_ a: V, _ b: V) -> UInt8 { 1 - eq(a, b) }
}
