import LanewiseCore

// Questions about dtypes, and about arrays that are answered by their types.

/// A group of dtypes, as ``issubdtype(_:_:)`` and ``isdtype(_:_:)`` ask for them (`jnp.number`, `jnp.floating`, …).
public enum DTypeGroup: Sendable {
  /// Integers, floating point and complex (`jnp.number`).
  case number
  /// Integers (`jnp.integer`).
  case integer
  /// Integers with a sign (`jnp.signedinteger`).
  case signedInteger
  /// Integers without a sign (`jnp.unsignedinteger`).
  case unsignedInteger
  /// Floating point and complex (`jnp.inexact`).
  case inexact
  /// Real floating point (`jnp.floating`).
  case floating
  /// Complex (`jnp.complexfloating`).
  case complexFloating
  /// Every dtype (`jnp.generic`).
  case generic

  func contains(_ dtype: DType) -> Bool {
    switch self {
    case .number: dtype.isInteger || dtype.isInexact
    case .integer: dtype.isInteger
    case .signedInteger: dtype.isSignedInteger
    case .unsignedInteger: dtype.isUnsignedInteger
    case .inexact: dtype.isInexact
    case .floating: dtype.isFloating
    case .complexFloating: dtype.isComplex
    case .generic: true
    }
  }
}

/// Whether a dtype belongs to a group (`jnp.issubdtype`).
///
/// ```swift
/// issubdtype(.bfloat16, .floating)  // true
/// ```
public func issubdtype(_ dtype: DType, _ group: DTypeGroup) -> Bool { group.contains(dtype) }
/// Whether two dtypes are the same (`jnp.issubdtype` of two dtypes).
public func issubdtype(_ dtype: DType, _ other: DType) -> Bool { dtype == other }

/// Whether a dtype belongs to one of some groups (`jnp.isdtype`).
///
/// ```swift
/// isdtype(.int8, .signedInteger, .floating)  // true
/// ```
public func isdtype(_ dtype: DType, _ groups: DTypeGroup...) -> Bool { groups.contains { $0.contains(dtype) } }

/// The dtype that two dtypes meet in (`jnp.promote_types`), as operators have it.
///
/// ```swift
/// promoteTypes(.int32, .float16)  // float16
/// ```
public func promoteTypes(_ a: DType, _ b: DType) -> DType { Promotion.join((a, false), (b, false)).dtype }

/// The dtype of a computation over these arrays (`jnp.result_type`): weakly typed ones give way.
///
/// ```swift
/// resultType(NDArray([1, 2] as [Int8]), 2.5)  // float32
/// ```
public func resultType(_ x: NDArray...) -> DType { x.isEmpty ? DefaultDTypes.current.float : Promotion.join(x).dtype }
/// The dtype of a computation over arrays of these dtypes (`jnp.result_type`).
public func resultType(_ dtypes: DType...) -> DType { dtypes.dropFirst().reduce(dtypes.first ?? .bool, promoteTypes) }

/// Whether every number of one dtype is one of the other too, which promotion shows (`jnp.can_cast` with the rule
/// `safe`).
///
/// ```swift
/// canCast(.int8, to: .int32)  // true
/// ```
public func canCast(_ from: DType, to: DType) -> Bool {
  guard from != to else { return true }
  if from == .bool { return !to.isKey }
  // JAX's promotion finds any floating dtype wide enough for integers, but numbers of 32 bits want 64.
  if from.isInteger, to.isInexact { return from.byteWidth < to.realPart.byteWidth && to.realPart.byteWidth > 2 }
  return promoteTypes(from, to) == to && !(from.isUnsignedInteger && to.isInteger && from.byteWidth == to.byteWidth)
}

/// Whether the dtype is complex, whatever the values (`jnp.iscomplexobj`).
public func iscomplexobj(_ x: NDArray) -> Bool { x.dtype.isComplex }
/// Whether the dtype is not complex (`jnp.isrealobj`).
public func isrealobj(_ x: NDArray) -> Bool { !x.dtype.isComplex }
/// Whether the array is a number, of no dimensions (`jnp.isscalar`).
public func isscalar(_ x: NDArray) -> Bool { x.ndim == 0 }

/// Whether each element's imaginary part is not 0 (`jnp.iscomplex`).
public func iscomplex(_ x: NDArray) -> NDArray {
  x.dtype.isComplex ? imag(x) .!= 0 : Lax.full(x.shape, .bool(false), .bool)
}
/// Whether each element's imaginary part is 0 (`jnp.isreal`).
public func isreal(_ x: NDArray) -> NDArray {
  x.dtype.isComplex ? imag(x) .== 0 : Lax.full(x.shape, .bool(true), .bool)
}

/// The extents of the dimensions (`jnp.shape`): `x.shape`.
public func shape(_ x: NDArray) -> [Int] { x.shape }
/// The number of dimensions (`jnp.ndim`): `x.ndim`.
public func ndim(_ x: NDArray) -> Int { x.ndim }
/// The number of elements, or the extent of an axis (`jnp.size`).
public func size(_ x: NDArray, axis: Int? = nil) -> Int {
  guard let axis else { return x.size }
  return Check.axis("size", axis, of: x).map { x.aval.shape[$0] } ?? 0
}
/// The array in another dtype (`jnp.astype`): `x.astype(dtype)`.
public func astype(_ x: NDArray, _ dtype: DType) -> NDArray { x.astype(dtype) }
