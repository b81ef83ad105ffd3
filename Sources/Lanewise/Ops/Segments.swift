import LanewiseCore
import LanewiseKernels

/// Operations on parts of arrays (`jax.ops`).
public enum Ops {}

// Rows that have the same number are folded together. `segmentIds` has the number of each row; a number below 0, or not
// below `numSegments`, drops its row. Without `numSegments` there are as many as the largest number needs, which must
// then be known: not while tracing.
extension Ops {
  /// The sum of the rows of each segment (`jax.ops.segment_sum`); 0 where there is none.
  ///
  /// ```swift
  /// print(Ops.segmentSum([1, 2, 3], [0, 0, 2], numSegments: 3))  // [3 0 3]
  /// ```
  public static func segmentSum(
    _ data: NDArray, _ segmentIds: NDArray, numSegments: Int? = nil, indicesAreSorted: Bool = false,
    uniqueIndices: Bool = false, mode: IndexingMode = .drop
  ) -> NDArray {
    fold("segment_sum", .sum, .add, data, segmentIds, numSegments, indicesAreSorted, uniqueIndices, mode)
  }

  /// The product of the rows of each segment (`jax.ops.segment_prod`); 1 where there is none.
  public static func segmentProd(
    _ data: NDArray, _ segmentIds: NDArray, numSegments: Int? = nil, indicesAreSorted: Bool = false,
    uniqueIndices: Bool = false, mode: IndexingMode = .drop
  ) -> NDArray {
    fold("segment_prod", .prod, .multiply, data, segmentIds, numSegments, indicesAreSorted, uniqueIndices, mode)
  }

  /// The largest of the rows of each segment (`jax.ops.segment_max`); the least value of the dtype where there is none.
  public static func segmentMax(
    _ data: NDArray, _ segmentIds: NDArray, numSegments: Int? = nil, indicesAreSorted: Bool = false,
    uniqueIndices: Bool = false, mode: IndexingMode = .drop
  ) -> NDArray {
    fold("segment_max", .max, .max, data, segmentIds, numSegments, indicesAreSorted, uniqueIndices, mode)
  }

  /// The smallest of the rows of each segment (`jax.ops.segment_min`); the largest value of the dtype where there is
  /// none.
  public static func segmentMin(
    _ data: NDArray, _ segmentIds: NDArray, numSegments: Int? = nil, indicesAreSorted: Bool = false,
    uniqueIndices: Bool = false, mode: IndexingMode = .drop
  ) -> NDArray {
    fold("segment_min", .min, .min, data, segmentIds, numSegments, indicesAreSorted, uniqueIndices, mode)
  }

  private static func fold(
    _ name: String, _ op: FoldOp, _ combiner: Scatter.Combiner, _ data: NDArray, _ ids: NDArray, _ count: Int?,
    _ areSorted: Bool, _ areUnique: Bool, _ mode: IndexingMode
  ) -> NDArray {
    guard data.ndim > 0, ids.shape == [data.shape[0]], ids.dtype.isInteger else {
      return fail(
        .shape,
        "\(name): data of shape \(data.aval.shape) with numbers of segments of type \(ids.aval); there must be one integer for each row.",
        like: data.aval)
    }
    guard let count = count ?? self.count(name, ids) else { return .poisoned(data.aval) }
    guard Check.isShape(name, [count] + data.shape.dropFirst()) else { return .poisoned(data.aval) }
    let shape = [count] + data.shape.dropFirst()
    let start = Lax.broadcastInDim(Lax.identity(of: op, data.dtype), shape, [])
    return Lax.scatter(
      combiner, start, Lax.reshape(ids, [ids.size, 1]), data,
      ScatterDims(updateWindow: Array(1..<data.ndim), insertedWindow: [0], scatterDimsToOperand: [0]),
      mode: mode.mode, indicesAreSorted: areSorted, uniqueIndices: areUnique)
  }

  /// One more than the largest number.
  private static func count(_ name: String, _ ids: NDArray) -> Int? {
    if ids.isPoisoned { return nil }
    guard !ids.isTracer else {
      report(
        LanewiseError(
          .concretization,
          "\(name): how many segments there are would depend on the numbers, which are not known while tracing; say numSegments."
        ))
      return nil
    }
    return ids.size == 0 ? 0 : Swift.max(0, Lanewise.max(ids).item(Int.self) + 1)
  }
}
