import LanewiseEngine

/// Sorts along a dimension by the first operands, and moves the others with them (`lax.sort`). Ascending, stable; NaN
/// last; −0 equals +0.
package struct Sort: StepPrimitive {
  package let dimension: Int
  package let isStable: Bool
  package let keyCount: Int
  package let operandCount: Int

  package var name: String { "sort" }
  package var arity: Int? { operandCount }
  package var resultCount: Int { operandCount }
  package var parameters: [Parameter] {
    [
      Parameter("dimension", .int(dimension)), Parameter("is_stable", .bool(isStable)),
      Parameter("num_keys", .int(keyCount)),
    ]
  }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    guard let first = x.first else { throw LanewiseError(.value, "sort: it needs at least one array.") }
    try ShapeRule.axes(name, [dimension], rank: first.rank)
    guard x.allSatisfy({ $0.shape == first.shape }), keyCount >= 1, keyCount <= x.count else {
      throw LanewiseError(
        .shape,
        "sort: shapes \(x.map(\.shape.description).joined(separator: " and ")) with \(keyCount) keys; all operands must have one shape, and one of them at least must be a key."
      )
    }
    return x
  }
  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    let places = Lax.iota(.int32, x[0].shape, dimension)
    let withPlaces = Sort(dimension: dimension, isStable: isStable, keyCount: keyCount, operandCount: x.count + 1)
    let sorted = bind(withPlaces, x + [places])
    let order = sorted[x.count]
    let tangents = zip(x, t).map { operand, tangent in
      operand.dtype.isInexact ? tangent.map { Lax.takeAlong($0, order, axis: dimension) } : nil
    }
    return (Array(sorted[..<x.count]), tangents)
  }
  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] { notLinear(x) }
  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    let moved = zip(x, axes).map { Lax.moveBatch($0, from: $1, to: 0, size: size) }
    let sort = Sort(dimension: dimension + 1, isStable: isStable, keyCount: keyCount, operandCount: operandCount)
    return (bind(sort, moved), x.map { _ in 0 })
  }
  package var step: any Step { SortStep(dimension: dimension, keyCount: keyCount) }
}
