import LanewiseEngine

extension Lax {
  /// Windows of `x` at the places in the last dimension of `indices` (`lax.gather`).
  package static func gather(
    _ x: NDArray, _ indices: NDArray, _ dims: GatherDims, _ sliceSizes: [Int], mode: IndexMode,
    fillValue: Scalar? = nil, indicesAreSorted: Bool = false, uniqueIndices: Bool = false
  ) -> NDArray {
    bindOne(
      Gather(
        dims: dims, sliceSizes: sliceSizes, mode: mode, fillValue: fillValue, indicesAreSorted: indicesAreSorted,
        uniqueIndices: uniqueIndices),
      x, indices)
  }

  /// `updates` worked into `x` at the places in the last dimension of `indices` (`lax.scatter`, `lax.scatter_add`, …).
  package static func scatter(
    _ combiner: Scatter.Combiner, _ x: NDArray, _ indices: NDArray, _ updates: NDArray, _ dims: ScatterDims,
    mode: IndexMode, indicesAreSorted: Bool = false, uniqueIndices: Bool = false
  ) -> NDArray {
    bindOne(
      Scatter(
        combiner: combiner, dims: dims, mode: mode, indicesAreSorted: indicesAreSorted, uniqueIndices: uniqueIndices),
      x, indices, updates)
  }
}
