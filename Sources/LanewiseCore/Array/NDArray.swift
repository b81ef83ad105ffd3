@_exported import LanewiseEngine

/// A multidimensional array with a dynamic dtype (`jax.Array`, `jnp.ndarray`).
///
/// A value: arrays never change; operations give new ones. It is either a buffer in memory or, while a function is
/// being traced by `jit`, `grad` or `vmap`, a tracer that records what is done with it.
///
/// ```swift
/// let x = NDArray([[1.0, 2.0], [3.0, 4.0]])
/// print(x.shape, x.dtype)  // [2, 2] float32
/// ```
public struct NDArray: Sendable {
  @usableFromInline package let node: Node

  package init(_ node: Node) { self.node = node }
}

extension NDArray {
  @inlinable package var aval: AbstractArray { node.aval }

  /// The extents of the dimensions.
  public var shape: [Int] { aval.shape.dims }
  /// The type of the elements.
  @inlinable public var dtype: DType { aval.dtype }
  /// The number of dimensions.
  @inlinable public var ndim: Int { aval.rank }
  /// The number of elements.
  @inlinable public var size: Int { aval.count }
  /// Whether the dtype gives way to that of what the array meets, as a Swift literal's does.
  @inlinable public var weakType: Bool { aval.weak }

  package static func poisoned(_ aval: AbstractArray) -> NDArray { NDArray(PoisonedNode(aval)) }

  package static func literal(_ value: Scalar, _ dtype: DType, weak: Bool = false) -> NDArray {
    NDArray(LiteralNode(value, dtype, weak: weak))
  }
  /// A number that takes on the dtype of what it meets.
  package static func weakLiteral(_ value: Scalar) -> NDArray {
    literal(value, value.defaultDType, weak: value.defaultDType != .bool)
  }

  package init(_ aval: AbstractArray, _ storage: Storage) { self.init(ConcreteNode(aval, storage)) }

  /// Whether the array was given away to a jitted function (`donateArgnums`), so that it has no elements any more
  /// (`x.is_deleted()`).
  public var isDeleted: Bool { node.kind == .deleted }

  package func reportDeleted() {
    report(
      LanewiseError(
        .value,
        "array: the array of type \(aval) has been deleted, because it was donated to a jitted function; use that function's result instead, or do not donate the argument."
      ))
  }

  @inlinable package var isTracer: Bool { node.kind == .tracer }
  @inlinable package var isPoisoned: Bool { node.kind == .poisoned }
  @inlinable package var isLiteral: Bool { node.kind == .literal }

  /// The literal this array is, if it is one.
  package var literal: LiteralNode? {
    node.kind == .literal ? unsafeDowncast(node, to: LiteralNode.self) : nil
  }

  /// The memory of a concrete array (a literal's is made now); nil for tracers and poisoned arrays. For a deleted one,
  /// which is an error, zeros.
  package var storage: Storage? {
    switch node.kind {
    case .concrete: return unsafeDowncast(node, to: ConcreteNode.self).storage
    case .deleted:
      reportDeleted()
      let storage = Storage(byteCount: aval.byteCount)
      storage.address.initializeMemory(as: UInt8.self, repeating: 0, count: aval.byteCount)
      return storage
    case .literal:
      let storage = Storage(byteCount: aval.byteCount)
      unsafeDowncast(node, to: LiteralNode.self).value.store(as: aval.dtype, at: storage.address)
      return storage
    case .poisoned, .tracer: return nil
    }
  }

  /// The value of a rank-0 (or one-element) array that is known now.
  package var knownScalar: Scalar? {
    if let literal { return literal.value.rounded(to: dtype) }
    guard node.kind == .concrete, aval.count == 1, let storage else { return nil }
    return Scalar(aval.dtype, at: storage.address)
  }

  /// The same, also while a derivative is computed along with it.
  package var concreteScalar: Scalar? {
    isTracer ? unsafeDowncast(node, to: Tracer.self).knownValue?.concreteScalar : knownScalar
  }
}

extension NDArray {
  /// A concrete array whose memory `fill` writes.
  package static func make(_ aval: AbstractArray, _ fill: (UnsafeMutableRawPointer) -> Void) -> NDArray {
    make(aval, byteCount: aval.byteCount, fill)
  }

  /// The same where the caller knows the bytes.
  @inline(__always)
  package static func make(
    _ aval: AbstractArray, byteCount: Int, _ fill: (UnsafeMutableRawPointer) -> Void
  ) -> NDArray {
    NDArray(ConcreteNode(aval, byteCount: byteCount, fill))
  }
}
