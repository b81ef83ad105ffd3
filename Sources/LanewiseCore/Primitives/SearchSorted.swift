import LanewiseEngine

/// Where values would have to be put into sorted lines to keep them sorted: before equal elements, or behind them. The
/// operands are lines along the last dimension, and values whose first dimensions are those of the lines but the last.
///
/// JAX has no such primitive: its `searchsorted` is a loop.
package struct SearchSorted: StepPrimitive {
  package let isBehindEqual: Bool
  /// Of the places: int32 or int64.
  package let dtype: DType

  package init(isBehindEqual: Bool, dtype: DType) {
    self.isBehindEqual = isBehindEqual
    self.dtype = dtype
  }

  package var name: String { "searchsorted" }
  package var arity: Int? { 2 }
  package var parameters: [Parameter] {
    [Parameter("dtype", .dtype(dtype)), Parameter("side", .name(isBehindEqual ? "right" : "left"))]
  }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    try ShapeRule.sameDType(name, x)
    try DTypeClass.numberOrBool.check(name, x[0])
    let (lines, values) = (x[0].shape, x[1].shape)
    guard dtype == .int32 || dtype == .int64, lines.rank > 0, values.rank >= lines.rank - 1,
      (0..<lines.rank - 1).allSatisfy({ lines[$0] == values[$0] })
    else {
      throw LanewiseError(
        .shape,
        "searchsorted: values of shape \(values) cannot be sought in lines of shape \(lines) as \(dtype); their first dimensions must be those of the lines but the last, and the places int32 or int64."
      )
    }
    return [AbstractArray(values, dtype)]
  }
  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) { (bind(self, x), [nil]) }
  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] { notLinear(x) }
  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    // Each value of a batch is sought by itself.
    if axes[0] == nil, x[0].ndim == 1 { return (bind(self, x), [axes[1]]) }
    return (bind(self, zip(x, axes).map { Lax.moveBatch($0, from: $1, to: 0, size: size) }), [0])
  }
  package var step: any Step { SearchStep(isBehindEqual: isBehindEqual) }
}
