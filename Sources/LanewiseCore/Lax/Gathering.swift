// Gathers and scatters, for the functions that are made of them.
extension Lax {
  /// Slices of `x` at the places in the last dimension of `indices` (`lax.gather`).
  package static func gather(
    _ x: NDArray, _ indices: NDArray, _ dims: GatherDims, sliceSizes: [Int], mode: IndexMode
  ) -> NDArray {
    bindOne(Gather(dims: dims, sliceSizes: sliceSizes, mode: mode), x, indices)
  }

  /// `x` with `updates` added at the places in the last dimension of `indices` (`lax.scatter_add`).
  package static func scatterAdd(
    _ x: NDArray, _ indices: NDArray, _ updates: NDArray, _ dims: ScatterDims, mode: IndexMode
  ) -> NDArray {
    bindOne(Scatter(combiner: .add, dims: dims, mode: mode), x, indices, updates)
  }
}
