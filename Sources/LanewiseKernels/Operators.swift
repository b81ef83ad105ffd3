import LanewiseShims

// Functions of vectors as types: a kernel is a generic function over them, and the optimiser sees one loop.

/// A function of one vector.
protocol Operator1 {
  associatedtype L: Lanes
  associatedtype Result: Lanes = L
  static func f(_ a: L.V) -> Result.V
}

/// A function of two vectors of one lane type.
protocol Operator2 {
  associatedtype L: Lanes
  associatedtype Result: Lanes = L
  static func f(_ a: L.V, _ b: L.V) -> Result.V
}

/// An operator that reductions fold with.
protocol FoldOperator: Operator2 where L: FoldableLanes, Result == L {
  static var identity: L.V { get }
}

// Arithmetic
enum Sub<L: NumberLanes>: Operator2 {
  @inline(__always) static func f(_ a: L.V, _ b: L.V) -> L.V { L.sub(a, b) }
}
enum Div<L: NumberLanes>: Operator2 {
  @inline(__always) static func f(_ a: L.V, _ b: L.V) -> L.V { L.div(a, b) }
}
enum Pow<L: NumberLanes>: Operator2 {
  @inline(__always) static func f(_ a: L.V, _ b: L.V) -> L.V { L.pow(a, b) }
}

// Signs
enum Neg<L: NumberLanes>: Operator1 {
  @inline(__always) static func f(_ a: L.V) -> L.V { L.neg(a) }
}
enum Sign<L: NumberLanes>: Operator1 {
  @inline(__always) static func f(_ a: L.V) -> L.V { L.sign(a) }
}

enum Square<L: NumberLanes>: Operator1 {
  @inline(__always) static func f(_ a: L.V) -> L.V { L.mul(a, a) }
}
enum Reciprocal<L: AnalyticLanes>: Operator1 {
  @inline(__always) static func f(_ a: L.V) -> L.V { L.div(L.one, a) }
}

// Bits and integers
enum Not<L: BitLanes>: Operator1 {
  @inline(__always) static func f(_ a: L.V) -> L.V { L.not(a) }
}

// Counts
enum Popcount<L: IntegerLanes>: Operator1 {
  @inline(__always) static func f(_ a: L.V) -> L.V { L.popcount(a) }
}
enum Clz<L: IntegerLanes>: Operator1 {
  @inline(__always) static func f(_ a: L.V) -> L.V { L.clz(a) }
}

// Shifts
enum Shl<L: IntegerLanes>: Operator2 {
  @inline(__always) static func f(_ a: L.V, _ b: L.V) -> L.V { L.shl(a, b) }
}
enum Sar<L: IntegerLanes>: Operator2 {
  @inline(__always) static func f(_ a: L.V, _ b: L.V) -> L.V { L.sar(a, b) }
}
enum Shr<L: IntegerLanes>: Operator2 {
  @inline(__always) static func f(_ a: L.V, _ b: L.V) -> L.V { L.shr(a, b) }
}

enum IntegerAbs<L: IntegerLanes>: Operator1 {
  @inline(__always) static func f(_ a: L.V) -> L.V { L.abs(a) }
}
enum IntegerRem<L: IntegerLanes>: Operator2 {
  @inline(__always) static func f(_ a: L.V, _ b: L.V) -> L.V { L.rem(a, b) }
}
enum FloorDiv<L: SignedIntegerLanes>: Operator2 {
  @inline(__always) static func f(_ a: L.V, _ b: L.V) -> L.V { L.floorDiv(a, b) }
}
enum FloorRem<L: SignedIntegerLanes>: Operator2 {
  @inline(__always) static func f(_ a: L.V, _ b: L.V) -> L.V { L.floorRem(a, b) }
}
enum FloatAbs<L: FloatLanes>: Operator1 {
  @inline(__always) static func f(_ a: L.V) -> L.V { L.abs(a) }
}
enum FloatRem<L: FloatLanes>: Operator2 {
  @inline(__always) static func f(_ a: L.V, _ b: L.V) -> L.V { L.rem(a, b) }
}

// Elementary functions
enum Sqrt<L: AnalyticLanes>: Operator1 {
  @inline(__always) static func f(_ a: L.V) -> L.V { L.sqrt(a) }
}
enum Rsqrt<L: AnalyticLanes>: Operator1 {
  @inline(__always) static func f(_ a: L.V) -> L.V { L.rsqrt(a) }
}
enum Exp<L: AnalyticLanes>: Operator1 {
  @inline(__always) static func f(_ a: L.V) -> L.V { L.exp(a) }
}
enum Exp2<L: AnalyticLanes>: Operator1 {
  @inline(__always) static func f(_ a: L.V) -> L.V { L.exp2(a) }
}
enum Expm1<L: AnalyticLanes>: Operator1 {
  @inline(__always) static func f(_ a: L.V) -> L.V { L.expm1(a) }
}
enum Log<L: AnalyticLanes>: Operator1 {
  @inline(__always) static func f(_ a: L.V) -> L.V { L.log(a) }
}
enum Log1p<L: AnalyticLanes>: Operator1 {
  @inline(__always) static func f(_ a: L.V) -> L.V { L.log1p(a) }
}
enum Sin<L: AnalyticLanes>: Operator1 {
  @inline(__always) static func f(_ a: L.V) -> L.V { L.sin(a) }
}
enum Cos<L: AnalyticLanes>: Operator1 {
  @inline(__always) static func f(_ a: L.V) -> L.V { L.cos(a) }
}
enum Tan<L: AnalyticLanes>: Operator1 {
  @inline(__always) static func f(_ a: L.V) -> L.V { L.tan(a) }
}
enum Asin<L: AnalyticLanes>: Operator1 {
  @inline(__always) static func f(_ a: L.V) -> L.V { L.asin(a) }
}
enum Acos<L: AnalyticLanes>: Operator1 {
  @inline(__always) static func f(_ a: L.V) -> L.V { L.acos(a) }
}
enum Atan<L: AnalyticLanes>: Operator1 {
  @inline(__always) static func f(_ a: L.V) -> L.V { L.atan(a) }
}
enum Sinh<L: AnalyticLanes>: Operator1 {
  @inline(__always) static func f(_ a: L.V) -> L.V { L.sinh(a) }
}
enum Cosh<L: AnalyticLanes>: Operator1 {
  @inline(__always) static func f(_ a: L.V) -> L.V { L.cosh(a) }
}
enum Tanh<L: AnalyticLanes>: Operator1 {
  @inline(__always) static func f(_ a: L.V) -> L.V { L.tanh(a) }
}
enum Asinh<L: AnalyticLanes>: Operator1 {
  @inline(__always) static func f(_ a: L.V) -> L.V { L.asinh(a) }
}
enum Acosh<L: AnalyticLanes>: Operator1 {
  @inline(__always) static func f(_ a: L.V) -> L.V { L.acosh(a) }
}
enum Atanh<L: AnalyticLanes>: Operator1 {
  @inline(__always) static func f(_ a: L.V) -> L.V { L.atanh(a) }
}
enum Logistic<L: AnalyticLanes>: Operator1 {
  @inline(__always) static func f(_ a: L.V) -> L.V { L.logistic(a) }
}

// Real functions
enum Floor<L: FloatLanes>: Operator1 {
  @inline(__always) static func f(_ a: L.V) -> L.V { L.floor(a) }
}
enum Ceil<L: FloatLanes>: Operator1 {
  @inline(__always) static func f(_ a: L.V) -> L.V { L.ceil(a) }
}
enum RoundAwayFromZero<L: FloatLanes>: Operator1 {
  @inline(__always) static func f(_ a: L.V) -> L.V { L.roundAwayFromZero(a) }
}
enum RoundToEven<L: FloatLanes>: Operator1 {
  @inline(__always) static func f(_ a: L.V) -> L.V { L.roundToEven(a) }
}
enum Cbrt<L: FloatLanes>: Operator1 {
  @inline(__always) static func f(_ a: L.V) -> L.V { L.cbrt(a) }
}
enum Erf<L: FloatLanes>: Operator1 {
  @inline(__always) static func f(_ a: L.V) -> L.V { L.erf(a) }
}
enum Erfc<L: FloatLanes>: Operator1 {
  @inline(__always) static func f(_ a: L.V) -> L.V { L.erfc(a) }
}
enum ErfInv<L: FloatLanes>: Operator1 {
  @inline(__always) static func f(_ a: L.V) -> L.V { L.erfInv(a) }
}
enum Lgamma<L: FloatLanes>: Operator1 {
  @inline(__always) static func f(_ a: L.V) -> L.V { L.lgamma(a) }
}
enum Digamma<L: FloatLanes>: Operator1 {
  @inline(__always) static func f(_ a: L.V) -> L.V { L.digamma(a) }
}

// Functions of float32 alone
enum BesselI0e: Operator1 {
  @inline(__always) static func f(_ a: F32.V) -> F32.V { F32Math.besselI0e(a) }
  typealias L = F32
}
enum BesselI1e: Operator1 {
  @inline(__always) static func f(_ a: F32.V) -> F32.V { F32Math.besselI1e(a) }
  typealias L = F32
}
enum Ndtri: Operator1 {
  @inline(__always) static func f(_ a: F32.V) -> F32.V { F32Math.ndtri(a) }
  typealias L = F32
}
enum LogNdtr: Operator1 {
  @inline(__always) static func f(_ a: F32.V) -> F32.V { F32Math.logNdtr(a) }
  typealias L = F32
}

// Real functions of two operands
enum Atan2<L: FloatLanes>: Operator2 {
  @inline(__always) static func f(_ a: L.V, _ b: L.V) -> L.V { L.atan2(a, b) }
}
enum Hypot<L: FloatLanes>: Operator2 {
  @inline(__always) static func f(_ a: L.V, _ b: L.V) -> L.V { L.hypot(a, b) }
}
enum Nextafter<L: FloatLanes>: Operator2 {
  @inline(__always) static func f(_ a: L.V, _ b: L.V) -> L.V { L.nextafter(a, b) }
}

enum IsFinite<L: AnalyticLanes>: Operator1 {
  typealias Result = L.Mask
  @inline(__always) static func f(_ a: L.V) -> L.Mask.V { L.isFinite(a) }
}

// Comparisons
enum Eq<L: Lanes>: Operator2 {
  typealias Result = L.Mask
  @inline(__always) static func f(_ a: L.V, _ b: L.V) -> L.Mask.V { L.eq(a, b) }
}
enum Ne<L: Lanes>: Operator2 {
  typealias Result = L.Mask
  @inline(__always) static func f(_ a: L.V, _ b: L.V) -> L.Mask.V { L.ne(a, b) }
}

// Order
enum Lt<L: OrderedLanes>: Operator2 {
  typealias Result = L.Mask
  @inline(__always) static func f(_ a: L.V, _ b: L.V) -> L.Mask.V { L.lt(a, b) }
}
enum Le<L: OrderedLanes>: Operator2 {
  typealias Result = L.Mask
  @inline(__always) static func f(_ a: L.V, _ b: L.V) -> L.Mask.V { L.le(a, b) }
}
enum Gt<L: OrderedLanes>: Operator2 {
  typealias Result = L.Mask
  @inline(__always) static func f(_ a: L.V, _ b: L.V) -> L.Mask.V { L.gt(a, b) }
}
enum Ge<L: OrderedLanes>: Operator2 {
  typealias Result = L.Mask
  @inline(__always) static func f(_ a: L.V, _ b: L.V) -> L.Mask.V { L.ge(a, b) }
}

/// a · b where it may come close to 0: see ``KernelIndex/product``.
enum Product: Operator2 {
  typealias L = F32
  @inline(__always) static func f(_ a: L.V, _ b: L.V) -> L.V { lw_product_f32(a, b) }
}

// What reductions fold with, and its identity
enum Add<L: NumberLanes>: FoldOperator {
  @inline(__always) static var identity: L.V { L.zero }
  @inline(__always) static func f(_ a: L.V, _ b: L.V) -> L.V { L.add(a, b) }
}
enum Mul<L: NumberLanes>: FoldOperator {
  @inline(__always) static var identity: L.V { L.one }
  @inline(__always) static func f(_ a: L.V, _ b: L.V) -> L.V { L.mul(a, b) }
}
enum Max<L: OrderedLanes>: FoldOperator {
  @inline(__always) static var identity: L.V { L.lowest }
  @inline(__always) static func f(_ a: L.V, _ b: L.V) -> L.V { L.max(a, b) }
}
enum Min<L: OrderedLanes>: FoldOperator {
  @inline(__always) static var identity: L.V { L.highest }
  @inline(__always) static func f(_ a: L.V, _ b: L.V) -> L.V { L.min(a, b) }
}
enum And<L: BitLanes>: FoldOperator {
  @inline(__always) static var identity: L.V { L.allBits }
  @inline(__always) static func f(_ a: L.V, _ b: L.V) -> L.V { L.and(a, b) }
}
enum Or<L: BitLanes>: FoldOperator {
  @inline(__always) static var identity: L.V { L.noBits }
  @inline(__always) static func f(_ a: L.V, _ b: L.V) -> L.V { L.or(a, b) }
}
enum Xor<L: BitLanes>: FoldOperator {
  @inline(__always) static var identity: L.V { L.noBits }
  @inline(__always) static func f(_ a: L.V, _ b: L.V) -> L.V { L.xor(a, b) }
}
