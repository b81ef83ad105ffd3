import LanewiseShims

/// The parts of sixteen complex numbers of float32.
typealias Parts = (re: SIMD16<Float>, im: SIMD16<Float>)

/// The parts of sixteen numbers, or of as many as are left and zeros.
@inline(__always)
func loadParts(_ from: UnsafeRawPointer, _ left: Int) -> Parts {
  var (low, high) = (SIMD16<Float>(repeating: 0), SIMD16<Float>(repeating: 0))
  if left >= 16 {
    (low, high) = (lw_load_f32(from), lw_load_f32(from + 64))
  } else {
    for lane in 0..<2 &* left {
      let part = from.load(fromByteOffset: 4 &* lane, as: Float.self)
      if lane < 16 { low[lane] = part } else { high[lane &- 16] = part }
    }
  }
  return (lw_even_f32(low, high), lw_odd_f32(low, high))
}

/// Sixteen numbers, or as many as are left.
@inline(__always)
func storeParts(_ to: UnsafeMutableRawPointer, _ parts: Parts, _ left: Int) {
  let (low, high) = (lw_zip_low_f32(parts.re, parts.im), lw_zip_high_f32(parts.re, parts.im))
  if left >= 16 {
    lw_store_f32(to, low)
    lw_store_f32(to + 64, high)
  } else {
    lw_store_head_f32(to, low, Int64(min(16, 2 &* left)))
    if left > 8 { lw_store_head_f32(to + 64, high, Int64(2 &* left &- 16)) }
  }
}

/// The parts with the lanes of a mask as they are computed alone.
@inline(__always)
func oneByOne(_ parts: Parts, where rare: F32Math.Ints, _ single: (Int) -> Complex<Float>) -> Parts {
  var parts = parts
  if F32Math.any(rare) {
    for lane in 0..<16 where rare[lane] != 0 {
      let number = single(lane)
      (parts.re[lane], parts.im[lane]) = (number.re, number.im)
    }
  }
  return parts
}

// MARK: Operators

/// An operator whose result is complex; one of a single operand takes no notice of `b`.
///
/// Numbers one by one would be vectors as well, but not where a result takes an operand's place.
protocol PartsOperator {
  static func f(_ a: Parts, _ b: Parts) -> Parts
}
enum MulParts: PartsOperator {
  @inline(__always) static func f(_ a: Parts, _ b: Parts) -> Parts {
    (a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re)
  }
}
/// As the quotient of single numbers has it, which those that come out as NaN are left to.
enum DivParts: PartsOperator {
  @inline(__always) static func f(_ a: Parts, _ b: Parts) -> Parts {
    let isReal = lw_m_le(F32Math.abs(b.im), F32Math.abs(b.re))
    let (p, q) = (F32Math.select(isReal, a.re, a.im), F32Math.select(isReal, a.im, a.re))
    let (large, small) = (F32Math.select(isReal, b.re, b.im), F32Math.select(isReal, b.im, b.re))
    let ratio = small / large
    let denominator = large + small * ratio
    let quotient: Parts = (
      (p + q * ratio) / denominator, F32Math.select(isReal, q - p * ratio, p * ratio - q) / denominator
    )
    let rare = ~(lw_m_eq(quotient.re, quotient.re) | lw_m_eq(quotient.im, quotient.im))
    return oneByOne(quotient, where: rare) { Complex(a.re[$0], a.im[$0]) / Complex(b.re[$0], b.im[$0]) }
  }
}
enum SquareParts: PartsOperator {
  @inline(__always) static func f(_ a: Parts, _: Parts) -> Parts { MulParts.f(a, a) }
}
enum ConjParts: PartsOperator {
  @inline(__always) static func f(_ a: Parts, _: Parts) -> Parts { (a.re, F32Math.negate(a.im)) }
}

/// A comparison, whose result is bool.
protocol PartsComparison {
  static func f(_ a: Parts, _ b: Parts) -> Bool8.V
}
enum EqParts: PartsComparison {
  @inline(__always) static func f(_ a: Parts, _ b: Parts) -> Bool8.V {
    Bool8.and(F32.eq(a.re, b.re), F32.eq(a.im, b.im))
  }
}
enum NeParts: PartsComparison {
  @inline(__always) static func f(_ a: Parts, _ b: Parts) -> Bool8.V {
    Bool8.or(F32.ne(a.re, b.re), F32.ne(a.im, b.im))
  }
}

/// A function whose result is real.
protocol PartsFunction {
  static func f(_ a: Parts) -> SIMD16<Float>
}
enum RealParts: PartsFunction {
  @inline(__always) static func f(_ a: Parts) -> SIMD16<Float> { a.re }
}
enum ImagParts: PartsFunction {
  @inline(__always) static func f(_ a: Parts) -> SIMD16<Float> { a.im }
}
/// To an error of about one unit in the last place, which nothing overflows or is lost in.
enum AbsParts: PartsFunction {
  @inline(__always) static func f(_ a: Parts) -> SIMD16<Float> { F32Math.hypot(a.re, a.im) }
}

// MARK: Operands

protocol PartsOperand {
  init(_ record: UnsafeRawPointer, _ slots: UnsafeRawPointer)
  func parts(_ i: Int, _ left: Int) -> Parts
}
struct PartsStream<O: Operand>: PartsOperand {
  let start: UnsafeRawPointer
  @inline(__always) init(_ record: UnsafeRawPointer, _ slots: UnsafeRawPointer) {
    start = address(record, slots, O.offset)
  }
  @inline(__always) func parts(_ i: Int, _ left: Int) -> Parts { loadParts(start + i &* 8, left) }
}
struct PartsConstant<O: Operand>: PartsOperand {
  let value: Parts
  @inline(__always) init(_ record: UnsafeRawPointer, _ slots: UnsafeRawPointer) {
    let start = address(record, slots, O.offset)
    value = (lw_splat_f32(start), lw_splat_f32(start + 4))
  }
  @inline(__always) func parts(_ i: Int, _ left: Int) -> Parts { value }
}
struct NoParts: PartsOperand {
  @inline(__always) init(_ record: UnsafeRawPointer, _ slots: UnsafeRawPointer) {}
  @inline(__always) func parts(_ i: Int, _ left: Int) -> Parts { (F32Math.splat(0), F32Math.splat(0)) }
}

/// A constant as a stream of parts that lie as in memory.
struct PairConstant<O: Operand>: Expression {
  typealias L = F32
  let value: F32.V
  @inline(__always) init(_ record: UnsafeRawPointer, _ slots: UnsafeRawPointer) {
    let start = address(record, slots, O.offset)
    value = lw_zip_low_f32(lw_splat_f32(start), lw_splat_f32(start + 4))
  }
  @inline(__always) func vector(_ i: Int) -> F32.V { value }
}

// MARK: Kernels, of exactly `count` numbers

/// Calls `body` with each sixteenth number, and how many are left there: no branch asks where there are sixteen.
@inline(__always)
func forEachSixteen(_ count: Int, _ body: (_ i: Int, _ left: Int) -> Void) {
  var i = 0
  while i &+ 16 <= count {
    body(i, 16)
    i &+= 16
  }
  if i < count { body(i, count &- i) }
}

@inline(__always)
func mapParts<F: PartsOperator, X: PartsOperand, Y: PartsOperand>(
  _: F.Type, _: X.Type, _: Y.Type, _ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ count: Int
) {
  let (x, y) = (X(record, slots), Y(record, slots))
  let target = resultAddress(record, slots)
  forEachSixteen(count) { i, left in
    storeParts(target + i &* 8, F.f(x.parts(i, left), y.parts(i, left)), left)
  }
}

@inline(__always)
func mapToReal<F: PartsFunction>(
  _: F.Type, _ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ count: Int
) {
  let source = address(record, slots, A.offset)
  let target = resultAddress(record, slots)
  forEachSixteen(count) { i, left in
    let result = F.f(loadParts(source + i &* 8, left))
    if left >= 16 {
      lw_store_f32(target + i &* 4, result)
    } else {
      lw_store_head_f32(target + i &* 4, result, Int64(left))
    }
  }
}

/// What does the same to both parts, and so need not tell them apart.
@inline(__always)
func mapPairs<E: Expression>(
  _: E.Type, _ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ count: Int
) where E.L == F32 {
  let pairs = E(record, slots)
  let target = resultAddress(record, slots)
  forEachSixteen(count) { i, left in
    let (low, high) = (pairs.vector(2 &* i), pairs.vector(2 &* i &+ 16))
    if left >= 16 {
      F32.store(target + i &* 8, low)
      F32.store(target + i &* 8 + 64, high)
    } else {
      F32.storeHead(target + i &* 8, low, min(16, 2 &* left))
      if left > 8 { F32.storeHead(target + i &* 8 + 64, high, 2 &* left &- 16) }
    }
  }
}

@inline(__always)
func compareParts<F: PartsComparison, X: PartsOperand, Y: PartsOperand>(
  _: F.Type, _: X.Type, _: Y.Type, _ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ count: Int
) {
  let (x, y) = (X(record, slots), Y(record, slots))
  let target = resultAddress(record, slots)
  forEachSixteen(count) { i, left in
    let result = F.f(x.parts(i, left), y.parts(i, left))
    if left >= 16 { Bool8.store(target + i, result) } else { Bool8.storeHead(target + i, result, left) }
  }
}
