#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// float32 or float64: what a complex number is made of, with what its formulas need.
///
/// It does not refine `FloatingPoint`: that conformance would put the same code into all builds.
protocol Real: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  init(_ x: Int)
  init(signOf: Self, magnitudeOf: Self)
  static var infinity: Self { get }
  static var nan: Self { get }
  static var pi: Self { get }
  static var greatestFiniteMagnitude: Self { get }
  static var leastNormalMagnitude: Self { get }
  var isNaN: Bool { get }
  var isFinite: Bool { get }
  var isInfinite: Bool { get }
  var magnitude: Self { get }
  func squareRoot() -> Self
  static func + (a: Self, b: Self) -> Self
  static func - (a: Self, b: Self) -> Self
  static func * (a: Self, b: Self) -> Self
  static func / (a: Self, b: Self) -> Self
  static prefix func - (a: Self) -> Self
  static func == (a: Self, b: Self) -> Bool
  static func != (a: Self, b: Self) -> Bool
  static func < (a: Self, b: Self) -> Bool
  static func > (a: Self, b: Self) -> Bool
  static func <= (a: Self, b: Self) -> Bool
  static func >= (a: Self, b: Self) -> Bool
  static var byteCount: Int { get }
  static func load(_ p: UnsafeRawPointer) -> Self
  static func store(_ p: UnsafeMutableRawPointer, _ x: Self)
  static func exp(_ x: Self) -> Self
  static func expm1(_ x: Self) -> Self
  static func log(_ x: Self) -> Self
  static func log1p(_ x: Self) -> Self
  static func sin(_ x: Self) -> Self
  static func cos(_ x: Self) -> Self
  static func tan(_ x: Self) -> Self
  static func sinh(_ x: Self) -> Self
  static func cosh(_ x: Self) -> Self
  static func asinh(_ x: Self) -> Self
  static func atan2(_ y: Self, _ x: Self) -> Self
  static func hypot(_ x: Self, _ y: Self) -> Self
}

extension Float: Real {
  @inline(__always) static var byteCount: Int { 4 }
  @inline(__always) static func load(_ p: UnsafeRawPointer) -> Float { p.load(as: Float.self) }
  @inline(__always) static func store(_ p: UnsafeMutableRawPointer, _ x: Float) { p.storeBytes(of: x, as: Float.self) }
  @inline(__always) static func exp(_ x: Float) -> Float { expf(x) }
  @inline(__always) static func expm1(_ x: Float) -> Float { expm1f(x) }
  @inline(__always) static func log(_ x: Float) -> Float { logf(x) }
  @inline(__always) static func log1p(_ x: Float) -> Float { log1pf(x) }
  @inline(__always) static func sin(_ x: Float) -> Float { sinf(x) }
  @inline(__always) static func cos(_ x: Float) -> Float { cosf(x) }
  @inline(__always) static func tan(_ x: Float) -> Float { tanf(x) }
  @inline(__always) static func sinh(_ x: Float) -> Float { sinhf(x) }
  @inline(__always) static func cosh(_ x: Float) -> Float { coshf(x) }
  @inline(__always) static func asinh(_ x: Float) -> Float { asinhf(x) }
  @inline(__always) static func atan2(_ y: Float, _ x: Float) -> Float { atan2f(y, x) }
  @inline(__always) static func hypot(_ x: Float, _ y: Float) -> Float { hypotf(x, y) }
}

extension Double: Real {
  @inline(__always) static var byteCount: Int { 8 }
  @inline(__always) static func load(_ p: UnsafeRawPointer) -> Double { p.load(as: Double.self) }
  @inline(__always) static func store(_ p: UnsafeMutableRawPointer, _ x: Double) {
    p.storeBytes(of: x, as: Double.self)
  }
  @inline(__always) static func exp(_ x: Double) -> Double { dexp(x) }
  @inline(__always) static func expm1(_ x: Double) -> Double { dexpm1(x) }
  @inline(__always) static func log(_ x: Double) -> Double { dlog(x) }
  @inline(__always) static func log1p(_ x: Double) -> Double { dlog1p(x) }
  @inline(__always) static func sin(_ x: Double) -> Double { dsin(x) }
  @inline(__always) static func cos(_ x: Double) -> Double { dcos(x) }
  @inline(__always) static func tan(_ x: Double) -> Double { dtan(x) }
  @inline(__always) static func sinh(_ x: Double) -> Double { dsinh(x) }
  @inline(__always) static func cosh(_ x: Double) -> Double { dcosh(x) }
  @inline(__always) static func asinh(_ x: Double) -> Double { dasinh(x) }
  @inline(__always) static func atan2(_ y: Double, _ x: Double) -> Double { datan2(y, x) }
  @inline(__always) static func hypot(_ x: Double, _ y: Double) -> Double { dhypot(x, y) }
}
