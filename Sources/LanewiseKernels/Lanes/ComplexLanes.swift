typealias C64 = ComplexLanes<Float>
typealias C128 = ComplexLanes<Double>

/// Complex numbers, (real, imaginary) in memory, one at a time.
enum ComplexLanes<Part: Real>: AnalyticLanes, CountingLanes {
  typealias V = Complex<Part>
  typealias Mask = Flag
  @inline(__always) static var width: Int { 1 }
  @inline(__always) static var byteCount: Int { 2 * Part.byteCount }
  @inline(__always) static var zero: V { V(0, 0) }
  @inline(__always) static var one: V { V(1, 0) }

  @inline(__always) static func load(_ p: UnsafeRawPointer) -> V { V(Part.load(p), Part.load(p + Part.byteCount)) }
  @inline(__always) static func store(_ p: UnsafeMutableRawPointer, _ a: V) {
    Part.store(p, a.re)
    Part.store(p + Part.byteCount, a.im)
  }
  @inline(__always) static func splat(_ p: UnsafeRawPointer) -> V { load(p) }
  @inline(__always) static func head(_ count: Int, _ a: V, _ b: V) -> V { count > 0 ? a : b }
  @inline(__always) static func moved(_ a: V, _ n: Int) -> V { a }
  @inline(__always) static func storeFirst(_ p: UnsafeMutableRawPointer, _ a: V) { store(p, a) }
  @inline(__always) static func storeHead(_ p: UnsafeMutableRawPointer, _ a: V, _ count: Int) { store(p, a) }
  // Of the two elements that two vectors have.
  @inline(__always) static func even(_ a: V, _ b: V) -> V { a }
  @inline(__always) static func odd(_ a: V, _ b: V) -> V { b }
  @inline(__always) static func gather(_ p: UnsafeRawPointer, stride: Int, last: Int) -> V { load(p) }
  @inline(__always) static func count(from start: Int) -> V { V(Part(start), 0) }

  @inline(__always) static func select(_ mask: UInt8, _ a: V, _ b: V) -> V { mask != 0 ? a : b }
  @inline(__always) static func eq(_ a: V, _ b: V) -> UInt8 { a.re == b.re && a.im == b.im ? 1 : 0 }
  @inline(__always) static func ne(_ a: V, _ b: V) -> UInt8 { a.re == b.re && a.im == b.im ? 0 : 1 }
  @inline(__always) static func isFinite(_ a: V) -> UInt8 { a.isFinite ? 1 : 0 }

  @inline(__always) static func add(_ a: V, _ b: V) -> V { a + b }
  @inline(__always) static func sub(_ a: V, _ b: V) -> V { a - b }
  @inline(__always) static func mul(_ a: V, _ b: V) -> V { a * b }
  @inline(__always) static func div(_ a: V, _ b: V) -> V { a / b }
  @inline(__always) static func pow(_ a: V, _ b: V) -> V { a.pow(b) }
  @inline(__always) static func neg(_ a: V) -> V { -a }
  /// z / |z|, and 0 for 0.
  @inline(__always) static func sign(_ a: V) -> V {
    if a.re == 0 && a.im == 0 { return zero }
    let magnitude = a.magnitude
    return V(a.re / magnitude, a.im / magnitude)
  }

  @inline(__always) static func sqrt(_ a: V) -> V { a.sqrt() }
  @inline(__always) static func rsqrt(_ a: V) -> V { one / a.sqrt() }
  @inline(__always) static func exp(_ a: V) -> V { a.exp() }
  @inline(__always) static func exp2(_ a: V) -> V {
    let log2: Part = 0.693147180559945309
    return V(a.re * log2, a.im * log2).exp()
  }
  @inline(__always) static func expm1(_ a: V) -> V { a.expm1() }
  @inline(__always) static func log(_ a: V) -> V { a.log() }
  @inline(__always) static func log1p(_ a: V) -> V { a.log1p() }
  @inline(__always) static func sin(_ a: V) -> V { a.sin() }
  @inline(__always) static func cos(_ a: V) -> V { a.cos() }
  @inline(__always) static func tan(_ a: V) -> V { a.tan() }
  @inline(__always) static func asin(_ a: V) -> V { a.asin() }
  @inline(__always) static func acos(_ a: V) -> V { a.acos() }
  @inline(__always) static func atan(_ a: V) -> V { a.atan() }
  @inline(__always) static func sinh(_ a: V) -> V { a.sinh() }
  @inline(__always) static func cosh(_ a: V) -> V { a.cosh() }
  @inline(__always) static func tanh(_ a: V) -> V { a.tanh() }
  @inline(__always) static func asinh(_ a: V) -> V { a.asinh() }
  @inline(__always) static func acosh(_ a: V) -> V { a.acosh() }
  @inline(__always) static func atanh(_ a: V) -> V { a.atanh() }
  @inline(__always) static func logistic(_ a: V) -> V { one / (one + (-a).exp()) }
}

// Functions between complex numbers and their parts.

enum Magnitude<Part: Real>: Operator1 {
  typealias L = ComplexLanes<Part>
  typealias Result = One<Part>
  @inline(__always) static func f(_ a: Complex<Part>) -> Part { a.magnitude }
}

enum RealPart<Part: Real>: Operator1 {
  typealias L = ComplexLanes<Part>
  typealias Result = One<Part>
  @inline(__always) static func f(_ a: Complex<Part>) -> Part { a.re }
}

enum ImaginaryPart<Part: Real>: Operator1 {
  typealias L = ComplexLanes<Part>
  typealias Result = One<Part>
  @inline(__always) static func f(_ a: Complex<Part>) -> Part { a.im }
}

enum Conjugate<Part: Real>: Operator1 {
  typealias L = ComplexLanes<Part>
  typealias Result = L
  @inline(__always) static func f(_ a: Complex<Part>) -> Complex<Part> { a.conjugate }
}

enum MakeComplex<Part: Real>: Operator2 {
  typealias L = One<Part>
  typealias Result = ComplexLanes<Part>
  @inline(__always) static func f(_ a: Part, _ b: Part) -> Complex<Part> { Complex(a, b) }
}

/// The order of complex numbers in `max` and `min`: by real part, then by imaginary part; NaN in a part wins.
enum LexicographicMax<Part: Real>: Operator2 {
  typealias L = ComplexLanes<Part>
  typealias Result = L
  @inline(__always) static func f(_ a: Complex<Part>, _ b: Complex<Part>) -> Complex<Part> {
    if a.re.isNaN || a.im.isNaN { return a }
    if b.re.isNaN || b.im.isNaN { return b }
    return a.re > b.re || (a.re == b.re && a.im >= b.im) ? a : b
  }
}

enum LexicographicMin<Part: Real>: Operator2 {
  typealias L = ComplexLanes<Part>
  typealias Result = L
  @inline(__always) static func f(_ a: Complex<Part>, _ b: Complex<Part>) -> Complex<Part> {
    if a.re.isNaN || a.im.isNaN { return a }
    if b.re.isNaN || b.im.isNaN { return b }
    return a.re < b.re || (a.re == b.re && a.im <= b.im) ? a : b
  }
}
