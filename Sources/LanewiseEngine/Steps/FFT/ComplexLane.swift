import LanewiseKernelABI

/// The vector that a Fourier transform computes with: lanes are independent transforms, and never meet. Concrete types
/// behind a static protocol, since generic SIMD arithmetic is a loop over lanes.
///
/// It is 16 bytes, a register of any build; with the imaginary parts behind the real ones, as in ``ComplexLane``, it is
/// what the kernels of the passes compute with (`KernelIndex.butterfly`).
protocol FourierLane {
  associatedtype Part: RealElement where Part.BitPattern: HasDoubleWidth
  associatedtype V: BitwiseCopyable & Sendable
  static var count: Int { get }
  static var lane: Lane { get }
  static func splat(_ x: Part) -> V
  static func add(_ a: V, _ b: V) -> V
  static func sub(_ a: V, _ b: V) -> V
  static func mul(_ a: V, _ b: V) -> V
  /// Real and imaginary parts of `count` complex numbers as memory holds them, and back.
  static func load(_ address: UnsafePointer<Part>) -> ComplexLane<Self>
  static func store(_ x: ComplexLane<Self>, _ address: UnsafeMutablePointer<Part>)
  /// The same of a number each of `count` lines, which begin at these places, and back.
  static func load(_ address: UnsafePointer<Part>, at places: SIMD4<Int>) -> ComplexLane<Self>
  static func store(_ x: ComplexLane<Self>, _ address: UnsafeMutablePointer<Part>, at places: SIMD4<Int>)
  /// The transforms that have been used.
  static var plans: Lock<FourierPlans<Self>> { get }
}

enum FloatLane: FourierLane {
  static let plans = Lock(FourierPlans<FloatLane>())
  typealias Part = Float
  typealias V = SIMD4<Float>
  static var count: Int { 4 }
  static var lane: Lane { .f32 }
  @inline(__always) static func splat(_ x: Float) -> V { V(repeating: x) }
  @inline(__always) static func add(_ a: V, _ b: V) -> V { a + b }
  @inline(__always) static func sub(_ a: V, _ b: V) -> V { a - b }
  @inline(__always) static func mul(_ a: V, _ b: V) -> V { a * b }
  @inline(__always) static func load(_ address: UnsafePointer<Float>) -> ComplexLane<Self> {
    let x = UnsafeRawPointer(address).loadUnaligned(as: SIMD8<Float>.self)
    return ComplexLane(V(x[0], x[2], x[4], x[6]), V(x[1], x[3], x[5], x[7]))
  }
  @inline(__always) static func store(_ x: ComplexLane<Self>, _ address: UnsafeMutablePointer<Float>) {
    let (r, i) = (x.real, x.imaginary)
    UnsafeMutableRawPointer(address).storeBytes(
      of: SIMD8<Float>(r[0], i[0], r[1], i[1], r[2], i[2], r[3], i[3]), as: SIMD8<Float>.self)
  }
  @inline(__always) static func load(_ address: UnsafePointer<Float>, at places: SIMD4<Int>) -> ComplexLane<Self> {
    @inline(__always) func number(_ lane: Int) -> SIMD2<Float> {
      UnsafeRawPointer(address + places[lane]).loadUnaligned(as: SIMD2<Float>.self)
    }
    let (a, b, c, d) = (number(0), number(1), number(2), number(3))
    return ComplexLane(V(a[0], b[0], c[0], d[0]), V(a[1], b[1], c[1], d[1]))
  }
  @inline(__always)
  static func store(_ x: ComplexLane<Self>, _ address: UnsafeMutablePointer<Float>, at places: SIMD4<Int>) {
    for lane in 0..<4 {
      UnsafeMutableRawPointer(address + places[lane]).storeBytes(
        of: SIMD2<Float>(x.real[lane], x.imaginary[lane]), as: SIMD2<Float>.self)
    }
  }
}

enum DoubleLane: FourierLane {
  static let plans = Lock(FourierPlans<DoubleLane>())
  typealias Part = Double
  typealias V = SIMD2<Double>
  static var count: Int { 2 }
  static var lane: Lane { .f64 }
  @inline(__always) static func splat(_ x: Double) -> V { V(repeating: x) }
  @inline(__always) static func add(_ a: V, _ b: V) -> V { a + b }
  @inline(__always) static func sub(_ a: V, _ b: V) -> V { a - b }
  @inline(__always) static func mul(_ a: V, _ b: V) -> V { a * b }
  @inline(__always) static func load(_ address: UnsafePointer<Double>) -> ComplexLane<Self> {
    let x = UnsafeRawPointer(address).loadUnaligned(as: SIMD4<Double>.self)
    return ComplexLane(V(x[0], x[2]), V(x[1], x[3]))
  }
  @inline(__always) static func store(_ x: ComplexLane<Self>, _ address: UnsafeMutablePointer<Double>) {
    UnsafeMutableRawPointer(address).storeBytes(
      of: SIMD4<Double>(x.real[0], x.imaginary[0], x.real[1], x.imaginary[1]), as: SIMD4<Double>.self)
  }
  @inline(__always) static func load(_ address: UnsafePointer<Double>, at places: SIMD4<Int>) -> ComplexLane<Self> {
    let (a, b) = (address + places[0], address + places[1])
    return ComplexLane(V(a[0], b[0]), V(a[1], b[1]))
  }
  @inline(__always)
  static func store(_ x: ComplexLane<Self>, _ address: UnsafeMutablePointer<Double>, at places: SIMD4<Int>) {
    let (a, b) = (address + places[0], address + places[1])
    (a[0], a[1]) = (x.real[0], x.imaginary[0])
    (b[0], b[1]) = (x.real[1], x.imaginary[1])
  }
}

/// A vector of complex numbers: real parts, imaginary parts.
struct ComplexLane<L: FourierLane>: BitwiseCopyable, Sendable {
  var real: L.V
  var imaginary: L.V

  @inline(__always) init(_ real: L.V, _ imaginary: L.V) {
    self.real = real
    self.imaginary = imaginary
  }
  @inline(__always) init(_ x: Complex<L.Part>) { self.init(L.splat(x.real), L.splat(x.imaginary)) }

  @inline(__always) static func + (a: Self, b: Self) -> Self {
    Self(L.add(a.real, b.real), L.add(a.imaginary, b.imaginary))
  }
  @inline(__always) static func - (a: Self, b: Self) -> Self {
    Self(L.sub(a.real, b.real), L.sub(a.imaginary, b.imaginary))
  }
  @inline(__always) static func * (a: Self, b: Self) -> Self {
    Self(
      L.sub(L.mul(a.real, b.real), L.mul(a.imaginary, b.imaginary)),
      L.add(L.mul(a.real, b.imaginary), L.mul(a.imaginary, b.real)))
  }
  @inline(__always) func scaled(_ factor: L.V) -> Self { Self(L.mul(real, factor), L.mul(imaginary, factor)) }
  /// The product with −i.
  @inline(__always) var turned: Self { Self(imaginary, L.sub(L.splat(0), real)) }
  @inline(__always) var conjugate: Self { Self(real, L.sub(L.splat(0), imaginary)) }
  /// i times the conjugate. The inverse transform is the forward one between two of these.
  @inline(__always) var swapped: Self { Self(imaginary, real) }
}
