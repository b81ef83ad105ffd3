import LanewiseEngine

extension NDArray {
  /// The elements in row-major order, converted to `type` where the dtype differs (`np.asarray`).
  ///
  /// A traced array has none: that is an error, and inside `catching` the result is empty.
  public func asArray<T: ArrayElement>(_ type: T.Type = T.self) -> [T] {
    guard let storage = elements(for: "asArray") else { return [] }
    let count = aval.count
    if T.dtype == dtype, T.self != Bool.self {
      return Array(
        UnsafeBufferPointer(start: UnsafePointer(storage.address.assumingMemoryBound(to: T.self)), count: count))
    }
    // Where an array's conversion is a number's: narrow integers wrap, one by one.
    if count > 64, [.int64, .float32, .float64].contains(T.dtype), !dtype.isKey {
      return Context.with(nil) { converted(to: T.dtype) }.asArray(type)
    }
    let width = dtype.byteWidth
    return (0..<count).map { T(_scalar: _ElementValue(scalar: Scalar(dtype, at: storage.address + $0 * width))) }
  }

  /// The only element of a one-element array.
  public func item<T: ArrayElement>(_ type: T.Type = T.self) -> T {
    T(_scalar: _ElementValue(scalar: element(for: "item(\(T.self).self)", .concretization)))
  }

  /// Waits until the elements are there (`x.block_until_ready()`), and reports the error if their computation failed.
  ///
  /// A call of a jitted function that takes long returns before it is done; whatever reads its results waits by itself.
  /// This is for measuring, and for finding out about errors early.
  @discardableResult @inlinable
  public func blockUntilReady() -> NDArray {
    if node.kind == .concrete { _ = unsafeDowncast(node, to: ConcreteNode.self).address }
    return self
  }

  /// Whether the elements are there, so that reading them does not wait (`x.is_ready()`). False for a traced array.
  public var isReady: Bool {
    switch node.kind {
    case .concrete: unsafeDowncast(node, to: ConcreteNode.self).storage.isReady
    case .literal, .deleted, .poisoned: true
    case .tracer: false
    }
  }

  package func elements(for use: String) -> Storage? {
    switch node.kind {
    case .concrete, .literal: return storage
    case .poisoned: return nil
    case .deleted:
      reportDeleted()
      return nil
    case .tracer:
      if let value = unsafeDowncast(node, to: Tracer.self).knownValue { return value.elements(for: use) }
      report(
        LanewiseError(
          .tracerArray,
          "\(use): a traced array of type \(aval) has no elements while its function is being traced. Read them outside the transformed function, or return them from it."
        ))
      return nil
    }
  }

  package func element(for use: String, _ kind: LanewiseError.Kind) -> Scalar {
    if isTracer, let value = unsafeDowncast(node, to: Tracer.self).knownValue { return value.element(for: use, kind) }
    guard !isTracer else {
      report(
        LanewiseError(
          kind,
          "\(use): a traced array of type \(aval) has no value while its function is being traced. Use `select` or `Lax.cond` instead of branching on it, or keep this part out of the transformed function."
        ))
      return .int(0)
    }
    guard !isPoisoned else { return .int(0) }
    guard aval.count == 1 else {
      let what = "\(use): the array of shape \(aval.shape) has \(aval.count) elements"
      report(
        kind == .tracerBool
          ? LanewiseError(.value, "\(what), and so no one truth value; ask whether any(x) is true, or all(x).")
          : LanewiseError(.shape, "\(what); only an array of one element is a number."))
      return .int(0)
    }
    return knownScalar ?? .int(0)
  }
}

// Disfavoured, so that `Double(1 << 60)` is arithmetic of Swift's own integers and not of array literals.
extension Float {
  /// The only element of a one-element array.
  @_disfavoredOverload
  public init(_ x: NDArray) { self = Float(x.element(for: "Float(x)", .concretization).double) }
}
extension Double {
  /// The only element of a one-element array.
  @_disfavoredOverload
  public init(_ x: NDArray) { self = x.element(for: "Double(x)", .concretization).double }
}
extension Int {
  /// The only element of a one-element array, truncated.
  @_disfavoredOverload
  public init(_ x: NDArray) { self = Int(x.element(for: "Int(x)", .tracerInteger).integer) }
}
extension Bool {
  /// Whether the only element of a one-element array is not zero. A traced array has no truth value: use `select` or
  /// `Lax.cond`.
  public init(_ x: NDArray) { self = x.element(for: "Bool(x)", .tracerBool).isTrue }
}
