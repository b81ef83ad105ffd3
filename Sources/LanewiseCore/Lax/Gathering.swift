// Gathers and scatters, for the functions that are made of them.
extension Lax {
  /// Slices of `x` at the places in the last dimension of `indices` (`lax.gather`).
  package static func gather(
    _ x: NDArray, _ indices: NDArray, _ dims: GatherDims, sliceSizes: [Int], mode: IndexMode, fillValue: Scalar? = nil,
    indicesAreSorted: Bool = false, uniqueIndices: Bool = false
  ) -> NDArray {
    bindOne(
      Gather(
        dims: dims, sliceSizes: sliceSizes, mode: mode, fillValue: fillValue, indicesAreSorted: indicesAreSorted,
        uniqueIndices: uniqueIndices),
      x, indices)
  }

  /// `x` with `updates` worked in at the places in the last dimension of `indices` (`lax.scatter` and its like).
  package static func scatter(
    _ combiner: Scatter.Combiner, _ x: NDArray, _ indices: NDArray, _ updates: NDArray, _ dims: ScatterDims,
    mode: IndexMode, indicesAreSorted: Bool = false, uniqueIndices: Bool = false
  ) -> NDArray {
    bindOne(
      Scatter(
        combiner: combiner, dims: dims, mode: mode, indicesAreSorted: indicesAreSorted, uniqueIndices: uniqueIndices,
        dtype: x.dtype),
      x, indices, updates)
  }

  /// `x` with `updates` added at the places in the last dimension of `indices` (`lax.scatter_add`).
  package static func scatterAdd(
    _ x: NDArray, _ indices: NDArray, _ updates: NDArray, _ dims: ScatterDims, mode: IndexMode
  ) -> NDArray {
    scatter(.add, x, indices, updates, dims, mode: mode)
  }

  /// `x` with `f` of the elements at the places in the last dimension of `indices`, as often as they are named there
  /// (`lax.scatter_apply`).
  package static func scatterApply(
    _ x: NDArray, _ indices: NDArray, _ f: (NDArray) -> NDArray, _ dims: ScatterDims, updateShape: [Int],
    mode: IndexMode, indicesAreSorted: Bool = false, uniqueIndices: Bool = false
  ) -> NDArray {
    guard !x.dtype.isKey else {
      return fail(.dtype, "scatter_apply: an array of dtype \(x.dtype) has no elements to compute with.", like: x.aval)
    }
    let element = AbstractArray([], x.dtype)
    let update = TracedBody([element, element]) { [f($0[0]).converted(to: x.dtype)] }
    let places = Scatter(
      combiner: .set, dims: dims, mode: mode, indicesAreSorted: indicesAreSorted, uniqueIndices: uniqueIndices,
      dtype: x.dtype)
    let unused = full(updateShape, .int(0), x.dtype)
    return bind(ScatterFunction(places, update.jaxpr), [x, indices, unused] + update.captured)[0]
  }
}
