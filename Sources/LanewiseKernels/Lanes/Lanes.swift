/// How an element type is computed with: the vector it is loaded into, and its arithmetic.
///
/// Every lane type has concrete functions, and operators reach a vector through them alone: Swift's own SIMD operators in
/// a generic context are loops over lanes, which the optimiser turns back into vectors only sometimes.
protocol Lanes {
  associatedtype V
  /// The lane of comparison results: bool, with as many elements in a vector.
  associatedtype Mask: Lanes

  /// Elements in a vector: 16, or 1 where a vector is one element (complex numbers).
  static var width: Int { get }
  /// Bytes of an element in memory.
  static var byteCount: Int { get }

  static func load(_ p: UnsafeRawPointer) -> V
  static func store(_ p: UnsafeMutableRawPointer, _ a: V)
  /// The element at `p` in every lane.
  static func splat(_ p: UnsafeRawPointer) -> V
  static func select(_ mask: Mask.V, _ a: V, _ b: V) -> V
  static func eq(_ a: V, _ b: V) -> Mask.V
  static func ne(_ a: V, _ b: V) -> Mask.V
}

/// Lanes that reductions fold: those of 16 elements fold their vectors at the end.
protocol FoldableLanes: Lanes {
  /// `a` in lanes below n, `b` in the others.
  static func head(_ n: Int, _ a: V, _ b: V) -> V
  /// Lane n in lane 0, and so on, for n = 8, 4, 2, 1; the last n lanes hold anything.
  static func moved(_ a: V, _ n: Int) -> V
  /// Stores the first lane alone.
  static func storeFirst(_ p: UnsafeMutableRawPointer, _ a: V)
  /// Stores the first n lanes.
  static func storeHead(_ p: UnsafeMutableRawPointer, _ a: V, _ n: Int)
  /// Of pairs side by side in two vectors, the first of each.
  static func even(_ a: V, _ b: V) -> V
  /// And the second.
  static func odd(_ a: V, _ b: V) -> V
  /// Lane i from element min(i, last) · stride.
  static func gather(_ p: UnsafeRawPointer, stride: Int, last: Int) -> V
}

protocol OrderedLanes: FoldableLanes {
  static var lowest: V { get }
  static var highest: V { get }
  static func lt(_ a: V, _ b: V) -> Mask.V
  static func le(_ a: V, _ b: V) -> Mask.V
  static func gt(_ a: V, _ b: V) -> Mask.V
  static func ge(_ a: V, _ b: V) -> Mask.V
  static func max(_ a: V, _ b: V) -> V
  static func min(_ a: V, _ b: V) -> V
}

protocol NumberLanes: FoldableLanes {
  static var zero: V { get }
  static var one: V { get }
  static func add(_ a: V, _ b: V) -> V
  static func sub(_ a: V, _ b: V) -> V
  static func mul(_ a: V, _ b: V) -> V
  static func div(_ a: V, _ b: V) -> V
  static func pow(_ a: V, _ b: V) -> V
  static func neg(_ a: V) -> V
  static func sign(_ a: V) -> V
}

/// Lanes of bits: bool, where `not` is logical, and integers.
protocol BitLanes: FoldableLanes {
  static var noBits: V { get }
  static var allBits: V { get }
  static func and(_ a: V, _ b: V) -> V
  static func or(_ a: V, _ b: V) -> V
  static func xor(_ a: V, _ b: V) -> V
  static func not(_ a: V) -> V
}

protocol IntegerLanes: NumberLanes, OrderedLanes, BitLanes {
  static func abs(_ a: V) -> V
  static func rem(_ a: V, _ b: V) -> V
  static func shl(_ a: V, _ b: V) -> V
  static func sar(_ a: V, _ b: V) -> V
  static func shr(_ a: V, _ b: V) -> V
  static func popcount(_ a: V) -> V
  static func clz(_ a: V) -> V
}

/// Lanes that divide towards −∞ too.
protocol SignedIntegerLanes: IntegerLanes {
  static func floorDiv(_ a: V, _ b: V) -> V
  static func floorRem(_ a: V, _ b: V) -> V
}

/// Lanes with elementary functions: floating point and complex numbers.
protocol AnalyticLanes: NumberLanes {
  static func isFinite(_ a: V) -> Mask.V
  static func sqrt(_ a: V) -> V
  static func rsqrt(_ a: V) -> V
  static func exp(_ a: V) -> V
  static func exp2(_ a: V) -> V
  static func expm1(_ a: V) -> V
  static func log(_ a: V) -> V
  static func log1p(_ a: V) -> V
  static func sin(_ a: V) -> V
  static func cos(_ a: V) -> V
  static func tan(_ a: V) -> V
  static func asin(_ a: V) -> V
  static func acos(_ a: V) -> V
  static func atan(_ a: V) -> V
  static func sinh(_ a: V) -> V
  static func cosh(_ a: V) -> V
  static func tanh(_ a: V) -> V
  static func asinh(_ a: V) -> V
  static func acosh(_ a: V) -> V
  static func atanh(_ a: V) -> V
  static func logistic(_ a: V) -> V
}

protocol FloatLanes: AnalyticLanes, OrderedLanes {
  static func abs(_ a: V) -> V
  static func fma(_ a: V, _ b: V, _ c: V) -> V
  /// In lanes 0...3, the sums of the lanes of a, b, c and d.
  static func sums(_ a: V, _ b: V, _ c: V, _ d: V) -> V
  static func rem(_ a: V, _ b: V) -> V
  static func atan2(_ a: V, _ b: V) -> V
  static func hypot(_ a: V, _ b: V) -> V
  static func nextafter(_ a: V, _ b: V) -> V
  static func floor(_ a: V) -> V
  static func ceil(_ a: V) -> V
  static func roundAwayFromZero(_ a: V) -> V
  static func roundToEven(_ a: V) -> V
  static func cbrt(_ a: V) -> V
  static func erf(_ a: V) -> V
  static func erfc(_ a: V) -> V
  static func erfInv(_ a: V) -> V
  static func lgamma(_ a: V) -> V
  static func digamma(_ a: V) -> V
}

/// Lanes with iota: immediate + i.
protocol CountingLanes: Lanes {
  /// start, start + 1, … one a lane, each rounded or wrapped once.
  static func count(from start: Int) -> V
}
