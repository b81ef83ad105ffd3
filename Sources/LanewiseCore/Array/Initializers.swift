import LanewiseEngine

extension NDArray {
  /// A one-dimensional array of these elements (`jnp.array`). Swift's `Int` and `Double` give the default dtypes
  /// (int32, float32); sized types give their own.
  ///
  /// ```swift
  /// NDArray([3, 1, 2] as [Int32]).dtype  // int32
  /// ```
  public init<T: ArrayElement>(_ elements: [T], dtype: DType? = nil) {
    self.init(elements, shape: [elements.count], dtype: dtype)
  }

  /// An array of these elements in row-major order. The shape must hold as many elements as there are.
  @_disfavoredOverload
  public init<T: ArrayElement>(_ elements: [T], shape: [Int], dtype: DType? = nil) {
    let aval = AbstractArray(Shape(shape), dtype ?? T.arrayDType)
    guard aval.count == elements.count else {
      self = fail(
        .shape,
        "NDArray: \(elements.count) elements cannot fill an array of shape \(aval.shape), which holds \(aval.count).",
        like: aval)
      return
    }
    self = .make(aval) { address in
      let isCopied = elements.withUnsafeBytes { Self.copy($0, T.dtype, to: address, aval.dtype) }
      if !isCopied {
        let width = aval.dtype.byteWidth
        for (index, element) in elements.enumerated() {
          element._scalar.scalar.store(as: aval.dtype, at: address + index * width)
        }
      }
    }
  }

  /// Copies elements that are of the array's dtype, or of Swift's own numbers' where that is the default for these; false
  /// of others.
  private static func copy(
    _ elements: UnsafeRawBufferPointer, _ from: DType, to target: UnsafeMutableRawPointer, _ to: DType
  ) -> Bool {
    switch (from, to) {
    case (.float64, .float32):
      let target = target.assumingMemoryBound(to: Float.self)
      for (i, x) in elements.assumingMemoryBound(to: Double.self).enumerated() { target[i] = Float(x) }
    case (.int64, .int32):
      let target = target.assumingMemoryBound(to: Int32.self)
      for (i, x) in elements.assumingMemoryBound(to: Int64.self).enumerated() {
        target[i] = Int32(truncatingIfNeeded: x)
      }
    default:
      guard from == to else { return false }
      if let source = elements.baseAddress { target.copyMemory(from: source, byteCount: elements.count) }
    }
    return true
  }

  /// A two-dimensional array of these rows, which must be equally long.
  public init<T: ArrayElement>(_ rows: [[T]], dtype: DType? = nil) {
    let width = rows.first?.count ?? 0
    guard rows.allSatisfy({ $0.count == width }) else {
      self = Self.ragged(T.self, dtype)
      return
    }
    self.init(Array(rows.joined()), shape: [rows.count, width], dtype: dtype)
  }

  /// A three-dimensional array; the parts must be equally long.
  public init<T: ArrayElement>(_ planes: [[[T]]], dtype: DType? = nil) {
    let rows = planes.first?.count ?? 0
    let width = planes.first?.first?.count ?? 0
    guard planes.allSatisfy({ $0.count == rows && $0.allSatisfy { $0.count == width } }) else {
      self = Self.ragged(T.self, dtype)
      return
    }
    self.init(Array(planes.joined().joined()), shape: [planes.count, rows, width], dtype: dtype)
  }

  /// A rank-0 array. Swift's `Int` and `Double` give weakly typed default dtypes, as Python's numbers do.
  public init<T: ArrayElement>(_ value: T, dtype: DType? = nil) {
    let weak = dtype == nil && T.dtype != T.arrayDType
    self.init(LiteralNode(value._scalar.scalar, dtype ?? T.arrayDType, weak: weak))
  }

  private static func ragged<T: ArrayElement>(_: T.Type, _ dtype: DType?) -> NDArray {
    fail(
      .shape, "NDArray: the nested arrays have different lengths; every row must be as long as the first.",
      like: AbstractArray([], dtype ?? T.arrayDType))
  }
}

extension NDArray: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral {
  public init(integerLiteral value: Int) { self = .weakLiteral(.int(Int64(value))) }
  public init(floatLiteral value: Double) { self = .weakLiteral(.float(value)) }
  public init(booleanLiteral value: Bool) { self = .literal(.bool(value), .bool) }
}

extension NDArray {
  /// ∞ as a number, which takes on the dtype of what it meets (`jnp.inf`); `-.infinity` is its negative.
  ///
  /// ```swift
  /// `where`(mask, scores, -.infinity)
  /// ```
  public static var infinity: NDArray { .weakLiteral(.float(.infinity)) }
  /// Not a number (`jnp.nan`), likewise.
  public static var nan: NDArray { .weakLiteral(.float(.nan)) }
  /// π (`jnp.pi`), likewise.
  public static var pi: NDArray { .weakLiteral(.float(.pi)) }
}

extension NDArray: ExpressibleByArrayLiteral {
  /// `[a, b, c]` where an array is expected stacks its elements along a new leading axis.
  public init(arrayLiteral elements: NDArray...) { self = Lax.stackLiteral(elements) }
}
