import LanewiseEngine

/// The elements along the last dimension in three parts: what is less than the `kth` smallest, counted from 0, what
/// equals it, and what is greater; within a part, elements keep their order. Optionally also their places, as int32.
///
/// JAX has no such primitive: its `jnp.partition` takes the greatest and the least by `top_k`.
package struct KthPartition: StepPrimitive {
  package let kth: Int
  package let hasPlaces: Bool

  package init(kth: Int, hasPlaces: Bool) {
    self.kth = kth
    self.hasPlaces = hasPlaces
  }

  package var name: String { "partition" }
  package var resultCount: Int { hasPlaces ? 2 : 1 }
  package var parameters: [Parameter] { [Parameter("kth", .int(kth)), Parameter("places", .bool(hasPlaces))] }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    let shape = x[0].shape
    guard shape.rank > 0, kth >= 0, kth < shape[shape.rank - 1] else {
      throw LanewiseError(.value, "partition: the last dimension of shape \(shape) has no place \(kth).")
    }
    return hasPlaces ? [x[0], AbstractArray(shape, .int32)] : x
  }
  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    let out = bind(KthPartition(kth: kth, hasPlaces: true), x)
    let tangent = x[0].dtype.isInexact ? Lax.takeAlong(t[0]!, out[1], axis: x[0].ndim - 1) : nil
    return hasPlaces ? (out, [tangent, nil]) : ([out[0]], [tangent])
  }
  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] { notLinear(x) }
  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    (bind(self, [Lax.moveAxis(x[0], from: axes[0]!, to: 0)]), Array(repeating: 0, count: resultCount))
  }
  package var step: any Step { PartitionStep(kth: kth) }
}
