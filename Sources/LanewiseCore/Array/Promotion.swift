import LanewiseEngine

/// JAX's promotion lattice: which dtype two arrays that meet are converted to.
///
/// A weak dtype (that of a Swift literal) is a node of its own, below every dtype of its kind. The result is the least
/// node above both; see "Type promotion semantics" in JAX's documentation.
package enum Promotion {
  /// A node of the lattice: the numeric dtypes by raw value, then the weak integer, float and complex.
  private static let weakInt = 15, weakFloat = 16, weakComplex = 17

  private static let edges: [[Int]] = {
    var edges = [[Int]](repeating: [], count: 18)
    func add(_ from: Int, _ to: Int...) { edges[from] += to }
    func raw(_ dtype: DType) -> Int { Int(dtype.rawValue) }
    add(raw(.bool), weakInt)
    add(weakInt, raw(.uint8), raw(.int8))
    add(raw(.uint8), raw(.uint16), raw(.int16))
    add(raw(.uint16), raw(.uint32), raw(.int32))
    add(raw(.uint32), raw(.uint64), raw(.int64))
    add(raw(.uint64), weakFloat)
    add(raw(.int8), raw(.int16))
    add(raw(.int16), raw(.int32))
    add(raw(.int32), raw(.int64))
    add(raw(.int64), weakFloat)
    add(weakFloat, raw(.bfloat16), raw(.float16), weakComplex)
    add(raw(.bfloat16), raw(.float32))
    add(raw(.float16), raw(.float32))
    add(raw(.float32), raw(.float64), raw(.complex64))
    add(raw(.float64), raw(.complex128))
    add(weakComplex, raw(.complex64))
    add(raw(.complex64), raw(.complex128))
    return edges
  }()

  /// For each node, the set of nodes above it (itself included), as bits.
  private static let above: [UInt32] = {
    func reach(_ node: Int) -> UInt32 { edges[node].reduce(1 << UInt32(node)) { $0 | reach($1) } }
    return (0..<18).map(reach)
  }()

  private static let joins: [UInt8] = (0..<18 * 18).map { pair in
    let common = above[pair / 18] & above[pair % 18]
    return UInt8((0..<18).first { common >> UInt32($0) & 1 == 1 && above[$0] & common == common }!)
  }

  private static func node(_ dtype: DType, _ weak: Bool) -> Int {
    guard weak else { return Int(dtype.rawValue) }
    return dtype.isComplex ? weakComplex : dtype.isFloating ? weakFloat : dtype == .bool ? 0 : weakInt
  }

  /// The dtype of two that meet. No 64-bit dtype comes of narrower ones unless 64-bit dtypes are the defaults.
  package static func join(_ a: (DType, Bool), _ b: (DType, Bool)) -> (dtype: DType, weak: Bool) {
    if a.0 == b.0 && a.1 == b.1 { return (a.0, a.1) }
    if a.0.isKey || b.0.isKey { return (a.0, false) }
    let joined = Int(joins[node(a.0, a.1) * 18 + node(b.0, b.1)])
    let defaults = DefaultDTypes.current
    // A weak operand keeps the width it has: an array made from a Swift number is not widened by meeting another.
    func widest(_ of: (DType) -> Bool, _ fallback: DType) -> DType {
      let candidates = [a, b].filter { $0.1 && of($0.0) }.map(\.0)
      return candidates.max { $0.byteWidth < $1.byteWidth } ?? fallback
    }
    switch joined {
    case weakInt: return (widest(\.isInteger, defaults.int), true)
    case weakFloat: return (widest(\.isFloating, defaults.float), true)
    case weakComplex: return (widest(\.isComplex, defaults.complex), true)
    default:
      let dtype = DType(rawValue: UInt8(joined))!
      return (narrowed(dtype, a.0, b.0), false)
    }
  }

  /// JAX without 64-bit mode has no int64: uint32 and int32 meet in int32. Where an operand is 64-bit, it was asked for.
  private static func narrowed(_ dtype: DType, _ a: DType, _ b: DType) -> DType {
    func isWide(_ dtype: DType) -> Bool {
      switch dtype {
      case .int64, .uint64, .float64, .complex128: true
      default: false
      }
    }
    guard isWide(dtype), !isWide(a), !isWide(b), !DefaultDTypes.current.wide else { return dtype }
    switch dtype {
    case .int64: return .int32
    case .uint64: return .uint32
    case .float64: return .float32
    default: return .complex64
    }
  }

  /// The dtype of any number of arrays that meet.
  package static func join(_ x: [NDArray]) -> (dtype: DType, weak: Bool) {
    x.dropFirst().reduce((x[0].dtype, x[0].weakType)) { join($0, ($1.dtype, $1.weakType)) }
  }

  /// The dtype, made floating where it is not: what a true division or an exponential of integers gives. That of
  /// narrow integers is float32, whatever is the default.
  package static func inexact(_ type: (dtype: DType, weak: Bool)) -> (dtype: DType, weak: Bool) {
    if type.dtype.isInexact { return type }
    let wide = type.dtype == .int64 || type.dtype == .uint64
    return (DefaultDTypes.current.wide && wide ? .float64 : .float32, type.weak)
  }
}

extension NDArray {
  /// This array in another dtype and weakness; the same array where it has them already. A literal changes on the
  /// host, without a computation.
  package func converted(to dtype: DType, weak: Bool = false) -> NDArray {
    if self.dtype == dtype {
      if weakType == weak { return self }
      if node.kind == .concrete { return NDArray(AbstractArray(aval.shape, dtype, weak: weak), storage!) }
    }
    if let literal { return .literal(literal.value, dtype, weak: weak) }
    return Lax.convertElementType(self, dtype, weak: weak)
  }

  /// This array in another dtype (`x.astype(dtype)`). Floating point becomes integer by truncation; out of range
  /// saturates, NaN gives 0. Integers wrap.
  ///
  /// ```swift
  /// print(NDArray([1.7, -1.7, 300]).astype(.int8))  // [  1  -1 127]
  /// ```
  public func astype(_ dtype: DType) -> NDArray { converted(to: dtype) }
}
