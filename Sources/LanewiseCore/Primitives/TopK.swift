import LanewiseEngine

/// The `k` largest elements along the last dimension, the largest first, and their places as int32 (`lax.top_k`). NaN
/// counts as the largest; of equal elements the first comes first.
package struct TopK: StepPrimitive {
  package let k: Int
  package var name: String { "top_k" }
  package var resultCount: Int { 2 }
  package var parameters: [Parameter] { [Parameter("k", .int(k))] }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    try DTypeClass.orderedOrBool.check(name, x[0])
    var shape = x[0].shape
    guard shape.rank > 0, k >= 0, k <= shape[shape.rank - 1] else {
      throw LanewiseError(.value, "top_k: \(k) elements cannot be taken from the last dimension of shape \(shape).")
    }
    shape[shape.rank - 1] = k
    return [x[0].with(shape: shape), AbstractArray(shape, .int32)]
  }
  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    let out = bind(self, x)
    guard x[0].dtype.isInexact else { return (out, [nil, nil]) }
    return (out, [Lax.takeAlong(t[0]!, out[1], axis: x[0].ndim - 1), nil])
  }
  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] { notLinear(x) }
  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    (bind(self, [Lax.moveAxis(x[0], from: axes[0]!, to: 0)]), [0, 0])
  }
  package var step: any Step { TopKStep(k: k) }
}
