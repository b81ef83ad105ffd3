import LanewiseEngine

/// The dtype of a number in a jaxpr's text, which writes none: it is what the place needs.
enum LiteralTypes {
  /// The first of `candidates` that such a number can be of; where none is, that of a Swift literal.
  static func dtype(of value: Scalar, among candidates: [DType]) -> DType {
    if let exact = candidates.first(where: { isWritten(value, as: $0) }) { return exact }
    if let wider = candidates.first(where: { mayStand(value, for: $0) }) { return wider }
    let fallback = [value.defaultDType, .int64, .uint64]
    return fallback.first { isWritten(value, as: $0) } ?? value.defaultDType
  }

  /// Whether a number of this dtype is written so: with a point, if it is floating point.
  private static func isWritten(_ value: Scalar, as dtype: DType) -> Bool {
    switch value {
    case .bool: dtype == .bool
    case .int, .uint: dtype.isInteger && value.rounded(to: dtype).isEqual(to: value)
    case .float: dtype.isFloating
    case .complex: dtype.isComplex
    }
  }

  /// Whether somebody may have written so by hand: `2` for `2.0`.
  private static func mayStand(_ value: Scalar, for dtype: DType) -> Bool {
    switch value {
    case .bool, .complex: false
    case .int, .uint: dtype.isInexact
    case .float: dtype.isComplex
    }
  }
}

extension Scalar {
  /// Whether two integers are the same, however they are held.
  fileprivate func isEqual(to other: Scalar) -> Bool {
    switch (self, other) {
    case (.int(let a), .int(let b)): a == b
    case (.uint(let a), .uint(let b)): a == b
    case (.int(let a), .uint(let b)), (.uint(let b), .int(let a)): a >= 0 && UInt64(a) == b
    default: false
    }
  }
}
