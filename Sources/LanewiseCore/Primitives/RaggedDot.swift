import LanewiseEngine

/// Products of the rows of a matrix with the matrix of their group (`lax.ragged_dot`): operands are the rows, the
/// groups' matrices, and how many rows each group has.
package struct RaggedDot: Composed {
  package let resultDType: DType?
  /// What a text states; it changes nothing.
  private let precision: ParameterValue

  package init(resultDType: DType?, precision: ParameterValue = .none) {
    self.resultDType = resultDType
    self.precision = precision
  }

  package var computes: Bool { true }
  package var name: String { "ragged_dot" }
  package var arity: Int? { 3 }
  package var parameters: [Parameter] {
    [
      Parameter("group_offset", .none), Parameter("precision", precision),
      Parameter("preferred_element_type", resultDType.map { .dtype($0) } ?? .none),
    ]
  }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    let (lhs, rhs, sizes) = (x[0].shape, x[1].shape, x[2].shape)
    try DTypeClass.integer.check(name, x[2])
    guard lhs.rank == 2, rhs.rank == 3, sizes.rank == 1, lhs[1] == rhs[1], rhs[0] == sizes[0] else {
      throw LanewiseError(
        .shape,
        "ragged_dot: rows of shape \(lhs) with matrices of shape \(rhs) in groups of shape \(sizes); the shapes must be [m, k], [g, k, n] and [g]."
      )
    }
    let product = DotGeneral(dims: Self.dims, resultDType: resultDType)
    let dense = x[0].with(shape: Shape([sizes[0], lhs[0], lhs[1]]))
    return try product.abstract([dense, x[1]])
  }

  private static let dims = DotGeneral.Dims(lhsContracting: [2, 0], rhsContracting: [1, 0])

  /// Each group's rows with zeros in place of the others, so that one product sums over the groups.
  func composed(_ x: [NDArray]) -> [NDArray] {
    let (rows, matrices, sizes) = (x[0], x[1], x[2])
    let shape = [sizes.size] + rows.shape
    let ends = Lax.cumsum(sizes, axis: 0)
    let starts = Lax.sub(ends, sizes)
    let place = Lax.iota(sizes.dtype, shape, 1)
    func wide(_ x: NDArray) -> NDArray { Lax.broadcastInDim(x, shape, [0]) }
    let isOwn = Lax.and(Lax.le(wide(starts), place), Lax.lt(place, wide(ends)))
    let dense = Lax.select(isOwn, Lax.broadcastInDim(rows, shape, [1, 2]), Lax.full(shape, .int(0), rows.dtype))
    return bind(DotGeneral(dims: Self.dims, resultDType: resultDType), [dense, matrices])
  }
}

extension RaggedDot {
  init(_ parameters: ParameterReader) throws {
    guard parameters["group_offset"] == nil else { throw parameters.missing("group_offset") }
    self.init(
      resultDType: parameters["preferred_element_type"] == nil ? nil : try parameters.dtype("preferred_element_type"),
      precision: parameters["precision"] ?? .none)
  }
}
