import LanewiseShims

// One pass of a Fourier transform by Stockham's scheme, over rows of complex numbers side by side: of radix · rest rows,
// row j·rest + p goes to place p·radix + k, as Σⱼ xⱼ e^(−2πi·jk/radix) times the twiddle of p and k.

/// Complex numbers side by side: real parts in the lower half of 32 bytes, imaginary parts in the upper.
protocol Spectral {
  associatedtype Part
  associatedtype V
  static func load(_ p: UnsafeRawPointer) -> V
  static func store(_ p: UnsafeMutableRawPointer, _ a: V)
  static func splat(_ x: Part) -> V
  static func add(_ a: V, _ b: V) -> V
  static func sub(_ a: V, _ b: V) -> V
  static func mul(_ a: V, _ b: V) -> V
  static func fma(_ a: V, _ b: V, _ c: V) -> V
  /// −i·z.
  static func turned(_ a: V) -> V
  /// The product with a factor.
  static func times(_ a: V, _ factor: Factor<Self>) -> V
  /// The n-th complex number of a list, in all lanes.
  static func factor(_ list: UnsafeRawPointer, _ n: Int) -> Factor<Self>
  /// cos and sin of 2π/5 and 4π/5, sin and cos of 2π/3, √½.
  static var cosine5: (Part, Part) { get }
  static var sine5: (Part, Part) { get }
  static var sine3: Part { get }
  static var minusHalf: Part { get }
  static var rootHalf: Part { get }
}

/// A complex factor: its real part, and its imaginary part, negative in the lower half.
struct Factor<S: Spectral> {
  let real, imaginary: S.V
}

enum Spectral32: Spectral {
  typealias Part = Float
  typealias V = SIMD8<Float>
  @inline(__always) static func load(_ p: UnsafeRawPointer) -> V { lw_load_s32(p) }
  @inline(__always) static func store(_ p: UnsafeMutableRawPointer, _ a: V) { lw_store_s32(p, a) }
  @inline(__always) static func splat(_ x: Float) -> V { lw_splat_s32(x) }
  @inline(__always) static func add(_ a: V, _ b: V) -> V { lw_add_s32(a, b) }
  @inline(__always) static func sub(_ a: V, _ b: V) -> V { lw_sub_s32(a, b) }
  @inline(__always) static func mul(_ a: V, _ b: V) -> V { lw_mul_s32(a, b) }
  @inline(__always) static func fma(_ a: V, _ b: V, _ c: V) -> V { lw_fma_s32(a, b, c) }
  @inline(__always) static func turned(_ a: V) -> V { lw_turned_s32(a) }
  @inline(__always) static func times(_ a: V, _ factor: Factor<Self>) -> V {
    lw_fma_s32(lw_swapped_s32(a), factor.imaginary, lw_mul_s32(a, factor.real))
  }
  @inline(__always) static func factor(_ list: UnsafeRawPointer, _ n: Int) -> Factor<Self> {
    let parts = list + n &* 8
    return Factor(
      real: lw_splat_s32(parts.load(as: Float.self)),
      imaginary: lw_imaginary_s32(parts.load(fromByteOffset: 4, as: Float.self)))
  }
  @inline(__always) static var cosine5: (Float, Float) { (0.30901699437494742410, -0.80901699437494742410) }
  @inline(__always) static var sine5: (Float, Float) { (0.95105651629515357212, 0.58778525229247312917) }
  @inline(__always) static var sine3: Float { 0.86602540378443864676 }
  @inline(__always) static var minusHalf: Float { -0.5 }
  @inline(__always) static var rootHalf: Float { 0.70710678118654752440 }
}

enum Spectral64: Spectral {
  typealias Part = Double
  typealias V = SIMD4<Double>
  @inline(__always) static func load(_ p: UnsafeRawPointer) -> V { lw_load_s64(p) }
  @inline(__always) static func store(_ p: UnsafeMutableRawPointer, _ a: V) { lw_store_s64(p, a) }
  @inline(__always) static func splat(_ x: Double) -> V { lw_splat_s64(x) }
  @inline(__always) static func add(_ a: V, _ b: V) -> V { lw_add_s64(a, b) }
  @inline(__always) static func sub(_ a: V, _ b: V) -> V { lw_sub_s64(a, b) }
  @inline(__always) static func mul(_ a: V, _ b: V) -> V { lw_mul_s64(a, b) }
  @inline(__always) static func fma(_ a: V, _ b: V, _ c: V) -> V { lw_fma_s64(a, b, c) }
  @inline(__always) static func turned(_ a: V) -> V { lw_turned_s64(a) }
  @inline(__always) static func times(_ a: V, _ factor: Factor<Self>) -> V {
    lw_fma_s64(lw_swapped_s64(a), factor.imaginary, lw_mul_s64(a, factor.real))
  }
  @inline(__always) static func factor(_ list: UnsafeRawPointer, _ n: Int) -> Factor<Self> {
    let parts = list + n &* 16
    return Factor(
      real: lw_splat_s64(parts.load(as: Double.self)),
      imaginary: lw_imaginary_s64(parts.load(fromByteOffset: 8, as: Double.self)))
  }
  @inline(__always) static var cosine5: (Double, Double) { (0.30901699437494742410, -0.80901699437494742410) }
  @inline(__always) static var sine5: (Double, Double) { (0.95105651629515357212, 0.58778525229247312917) }
  @inline(__always) static var sine3: Double { 0.86602540378443864676 }
  @inline(__always) static var minusHalf: Double { -0.5 }
  @inline(__always) static var rootHalf: Double { 0.70710678118654752440 }
}

/// The rows of one pass, and the twiddles of one of its p.
///
/// In the record: the source in a, the twiddles in b (radix − 1 complex numbers for every p), `rest` in the immediate;
/// the count is of vectors in a row. Where `rest` is 1, there are no twiddles.
private struct Pass<S: Spectral> {
  let source: UnsafeRawPointer, target: UnsafeMutableRawPointer, twiddles: UnsafeRawPointer
  let radix, rest, rowBytes: Int

  @inline(__always) init(_ radix: Int, _ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ count: Int) {
    self.radix = radix
    source = address(record, slots, A.offset)
    target = resultAddress(record, slots)
    twiddles = address(record, slots, B.offset)
    rest = immediate(record)
    rowBytes = count &* 32
  }

  /// Calls `butterfly` for every p and vector, with where its first input and output are.
  @inline(__always)
  func run(_ butterfly: (_ from: UnsafeRawPointer, _ to: UnsafeMutableRawPointer, _ w: Twiddles<S>) -> Void) {
    var p = 0
    while p < rest {
      let w = Twiddles<S>(list: twiddles + p &* (radix &- 1) &* 2 &* MemoryLayout<S.Part>.size, isUnity: rest == 1)
      let (from, to) = (source + p &* rowBytes, target + radix &* p &* rowBytes)
      var q = 0
      while q < rowBytes {
        butterfly(from + q, to + q, w)
        q &+= 32
      }
      p &+= 1
    }
  }

  @inline(__always) func input(_ from: UnsafeRawPointer, _ j: Int) -> S.V { S.load(from + j &* rest &* rowBytes) }

  /// Output k, before its twiddle.
  @inline(__always) func output(_ to: UnsafeMutableRawPointer, _ k: Int, _ value: S.V, _ w: Twiddles<S>) {
    let turned = k == 0 || w.isUnity ? value : S.times(value, S.factor(w.list, k &- 1))
    S.store(to + k &* rowBytes, turned)
  }
}

private struct Twiddles<S: Spectral> {
  let list: UnsafeRawPointer
  let isUnity: Bool
}

@inline(__always)
func butterfly2<S: Spectral>(_: S.Type, _ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ count: Int) {
  let pass = Pass<S>(2, record, slots, count)
  pass.run { from, to, w in
    let (a, b) = (pass.input(from, 0), pass.input(from, 1))
    pass.output(to, 0, S.add(a, b), w)
    pass.output(to, 1, S.sub(a, b), w)
  }
}

@inline(__always)
func butterfly3<S: Spectral>(_: S.Type, _ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ count: Int) {
  let pass = Pass<S>(3, record, slots, count)
  pass.run { from, to, w in
    let (a, b, c) = (pass.input(from, 0), pass.input(from, 1), pass.input(from, 2))
    let sum = S.add(b, c)
    let middle = S.fma(sum, S.splat(S.minusHalf), a)
    let side = S.mul(S.turned(S.sub(b, c)), S.splat(S.sine3))
    pass.output(to, 0, S.add(a, sum), w)
    pass.output(to, 1, S.add(middle, side), w)
    pass.output(to, 2, S.sub(middle, side), w)
  }
}

/// The four sums of a, b, c and d with the powers of −i.
@inline(__always)
private func fourSums<S: Spectral>(
  _: S.Type, _ a: S.V, _ b: S.V, _ c: S.V, _ d: S.V
) -> (S.V, S.V, S.V, S.V) {
  let (total, other) = (S.add(a, c), S.add(b, d))
  let (even, odd) = (S.sub(a, c), S.turned(S.sub(b, d)))
  return (S.add(total, other), S.add(even, odd), S.sub(total, other), S.sub(even, odd))
}

@inline(__always)
func butterfly4<S: Spectral>(_: S.Type, _ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ count: Int) {
  let pass = Pass<S>(4, record, slots, count)
  pass.run { from, to, w in
    let y = fourSums(
      S.self, pass.input(from, 0), pass.input(from, 1), pass.input(from, 2), pass.input(from, 3))
    pass.output(to, 0, y.0, w)
    pass.output(to, 1, y.1, w)
    pass.output(to, 2, y.2, w)
    pass.output(to, 3, y.3, w)
  }
}

@inline(__always)
func butterfly5<S: Spectral>(_: S.Type, _ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ count: Int) {
  let pass = Pass<S>(5, record, slots, count)
  let (c1, c2) = (S.splat(S.cosine5.0), S.splat(S.cosine5.1))
  let (s1, s2) = (S.splat(S.sine5.0), S.splat(S.sine5.1))
  pass.run { from, to, w in
    let a = pass.input(from, 0)
    let (b, e) = (pass.input(from, 1), pass.input(from, 4))
    let (c, d) = (pass.input(from, 2), pass.input(from, 3))
    let (near, far) = (S.add(b, e), S.add(c, d))
    let (nearTurned, farTurned) = (S.turned(S.sub(b, e)), S.turned(S.sub(c, d)))
    let first = S.fma(far, c2, S.fma(near, c1, a))
    let second = S.fma(far, c1, S.fma(near, c2, a))
    let firstSide = S.fma(farTurned, s2, S.mul(nearTurned, s1))
    let secondSide = S.sub(S.mul(nearTurned, s2), S.mul(farTurned, s1))
    pass.output(to, 0, S.add(a, S.add(near, far)), w)
    pass.output(to, 1, S.add(first, firstSide), w)
    pass.output(to, 2, S.add(second, secondSide), w)
    pass.output(to, 3, S.sub(second, secondSide), w)
    pass.output(to, 4, S.sub(first, firstSide), w)
  }
}

/// Two butterflies of four, of the even and of the odd inputs.
@inline(__always)
func butterfly8<S: Spectral>(_: S.Type, _ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ count: Int) {
  let pass = Pass<S>(8, record, slots, count)
  let root = S.splat(S.rootHalf)
  pass.run { from, to, w in
    let even = fourSums(
      S.self, pass.input(from, 0), pass.input(from, 2), pass.input(from, 4), pass.input(from, 6))
    let odd = fourSums(
      S.self, pass.input(from, 1), pass.input(from, 3), pass.input(from, 5), pass.input(from, 7))
    // Times the eighth roots of 1: (1 − i)/√2, −i, −(1 + i)/√2.
    let odd1 = S.mul(S.add(odd.1, S.turned(odd.1)), root)
    let odd2 = S.turned(odd.2)
    let odd3 = S.mul(S.sub(S.turned(odd.3), odd.3), root)
    pass.output(to, 0, S.add(even.0, odd.0), w)
    pass.output(to, 1, S.add(even.1, odd1), w)
    pass.output(to, 2, S.add(even.2, odd2), w)
    pass.output(to, 3, S.add(even.3, odd3), w)
    pass.output(to, 4, S.sub(even.0, odd.0), w)
    pass.output(to, 5, S.sub(even.1, odd1), w)
    pass.output(to, 6, S.sub(even.2, odd2), w)
    pass.output(to, 7, S.sub(even.3, odd3), w)
  }
}
