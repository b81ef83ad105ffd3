import LanewiseEngine

/// Which dtypes an operation takes.
package enum DTypeClass: String, Sendable {
  case any = "any arrays"
  case number = "numbers (not bool, not keys)"
  case numberOrBool = "numbers or bool (not keys)"
  case signed = "signed integers, floating-point or complex arrays"
  case real = "integers or floating-point arrays"
  case orderedOrBool = "bool, integers or floating-point arrays"
  case inexact = "floating-point or complex arrays"
  case floating = "floating-point arrays"
  case complex = "complex arrays"
  /// What LAPACK computes with.
  case lapack = "float32, float64, complex64 or complex128 arrays"
  case bits = "bool or integer arrays"
  case integer = "integer arrays"

  package func accepts(_ dtype: DType) -> Bool {
    switch self {
    case .any: true
    case .number: !dtype.isKey && dtype != .bool
    case .numberOrBool: !dtype.isKey
    case .signed: dtype.isSignedInteger || dtype.isInexact || dtype.isUnsignedInteger
    case .real: dtype.isInteger || dtype.isFloating
    case .orderedOrBool: dtype.isInteger || dtype.isFloating || dtype == .bool
    case .inexact: dtype.isInexact
    case .floating: dtype.isFloating
    case .complex: dtype.isComplex
    case .lapack: dtype.isInexact && dtype.byteWidth >= 4
    case .bits: dtype.isInteger || dtype == .bool
    case .integer: dtype.isInteger
    }
  }

  package func check(_ name: String, _ x: AbstractArray) throws {
    guard !accepts(x.dtype) else { return }
    throw LanewiseError(
      .dtype, "\(name): an operand has dtype \(x.dtype), but it takes \(rawValue); convert it with astype.")
  }
}

/// The shape rules that several families share.
package enum ShapeRule {
  /// The common shape of operands that are equal in rank and whose extents are equal or 1; rank 0 goes with anything.
  package static func broadcast(_ name: String, _ x: [AbstractArray]) throws -> Shape {
    guard var shape = x.max(by: { $0.rank < $1.rank })?.shape else { return [] }
    for operand in x where operand.shape != shape && !operand.shape.isScalar {
      guard operand.rank == shape.rank else { throw mismatch(name, x) }
      for axis in 0..<shape.rank where operand.shape[axis] != shape[axis] {
        guard operand.shape[axis] == 1 || shape[axis] == 1 else { throw mismatch(name, x) }
        if shape[axis] == 1 { shape[axis] = operand.shape[axis] }
      }
    }
    return shape
  }

  package static func mismatch(_ name: String, _ x: [AbstractArray]) -> LanewiseError {
    LanewiseError(
      .shape,
      "\(name): shapes \(x.map(\.shape.description).joined(separator: " and ")) cannot be broadcast together; each dimension must be equal or 1, counted from the last."
    )
  }

  package static func sameDType(_ name: String, _ x: [AbstractArray]) throws {
    guard let odd = x.dropFirst().first(where: { $0.dtype != x[0].dtype }) else { return }
    throw LanewiseError(
      .dtype,
      "\(name): the operands have dtypes \(x[0].dtype) and \(odd.dtype), which must be equal; convert one with astype.")
  }

  /// The shape with these extents, which may be nonsense.
  package static func shape(_ name: String, _ dims: [Int]) throws -> Shape {
    guard dims.count <= Shape.maximumRank else {
      throw LanewiseError(
        .shape,
        "\(name): the shape \(ParameterValue.ints(dims)) has \(dims.count) dimensions; an array has at most \(Shape.maximumRank)."
      )
    }
    var count = 1.0
    for dim in dims where dim != 0 { count *= Double(dim) }
    guard dims.allSatisfy({ $0 >= 0 && $0 <= Int32.max }), count < 0x1p48 else {
      throw LanewiseError(.shape, "\(name): no array has the shape \(ParameterValue.ints(dims)).")
    }
    return Shape(dims)
  }

  /// The extents of one shape, then those of another.
  package static func shape(_ name: String, _ first: Shape, _ second: Shape) throws -> Shape {
    if first.isScalar { return second }
    if second.isScalar { return first }
    return try shape(name, first.dims + second.dims)
  }

  package static func axes(_ name: String, _ axes: [Int], rank: Int) throws {
    if let bad = axes.first(where: { $0 < 0 || $0 >= rank }) {
      throw LanewiseError(.shape, "\(name): axis \(bad) is out of range for an array of \(rank) dimensions.")
    }
    var seen = 0
    for axis in axes { seen |= 1 << axis }
    guard seen.nonzeroBitCount == axes.count else {
      throw LanewiseError(
        .value, "\(name): the axes \(ParameterValue.ints(axes)) name one twice; each may be named once.")
    }
  }
}
