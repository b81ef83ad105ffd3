import LanewiseEngine

/// A block of fixed size at a place known only when running (`lax.dynamic_slice`): operands x, then one index a
/// dimension. Places too far out are moved inside.
package struct DynamicSlice: StepPrimitive {
  package let sizes: [Int]
  package var name: String { "dynamic_slice" }
  package var arity: Int? { sizes.count + 1 }
  package func literalType(at index: Int) -> DType? { index > 0 ? .int32 : nil }
  package var parameters: [Parameter] { [Parameter("slice_sizes", .ints(sizes))] }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    let shape = x[0].shape
    guard sizes.count == shape.rank, x.count == shape.rank + 1 else {
      throw LanewiseError(
        .shape,
        "dynamic_slice: \(sizes.count) sizes and \(x.count - 1) indices for shape \(shape); one of each is needed for every dimension."
      )
    }
    try DynamicIndex.check(name, x.dropFirst())
    for axis in 0..<shape.rank where sizes[axis] < 0 || sizes[axis] > shape[axis] {
      throw LanewiseError(
        .shape, "dynamic_slice: a block of extent \(sizes[axis]) does not fit in dimension \(axis) of shape \(shape).")
    }
    return [x[0].with(shape: Shape(sizes))]
  }
  package func checked(_ x: [NDArray], _ errors: CheckState) -> [NDArray] {
    DynamicIndex.note(x[0].aval.shape, Array(x.dropFirst()), sizes, errors)
    return bind(self, x)
  }
  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    (bind(self, x), [t[0].map { bind(self, [$0] + x.dropFirst())[0] }])
  }
  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] {
    let indices = x.dropFirst().compactMap { operand -> NDArray? in
      if case .known(let index) = operand { index } else { nil }
    }
    let ct = cotangents[0].map { ct in
      bind(DynamicUpdateSlice(), [Lax.full(x[0].aval.shape.dims, .int(0), ct.dtype), ct] + indices)[0]
    }
    return [ct] + x.dropFirst().map { _ in nil }
  }
  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    if axes.dropFirst().allSatisfy({ $0 == nil }) {
      let operand = Lax.moveAxis(x[0], from: axes[0]!, to: 0)
      return (bind(DynamicSlice(sizes: [size] + sizes), [operand, Lax.scalarLike(x[1], 0)] + x.dropFirst()), [0])
    }
    let rank = sizes.count
    let dims = GatherDims(offset: Array(0..<rank), collapsed: [], startIndexMap: Array(0..<rank))
    let gather = Gather(dims: dims, sliceSizes: sizes, mode: .clip)
    let (indices, indexAxis) = DynamicIndex.vector(Array(x.dropFirst()), Array(axes.dropFirst()), size)
    return gather.batch([x[0], indices], [axes[0], indexAxis], size: size)
  }
  package var step: any Step { DynamicSliceStep(sizes: sizes) }
}

/// A block of an array replaced at a place known only when running (`lax.dynamic_update_slice`): operands x, the
/// block, then one index a dimension.
package struct DynamicUpdateSlice: StepPrimitive {
  package var name: String { "dynamic_update_slice" }
  package var arity: Int? { nil }
  package func literalType(at index: Int) -> DType? { index > 1 ? .int32 : nil }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    let shape = x[0].shape
    guard x.count == shape.rank + 2, x[1].rank == shape.rank,
      (0..<shape.rank).allSatisfy({ x[1].shape[$0] <= shape[$0] })
    else {
      throw LanewiseError(
        .shape,
        "dynamic_update_slice: a block of shape \(x[1].shape) with \(x.count - 2) indices does not fit in shape \(shape)."
      )
    }
    try ShapeRule.sameDType(name, Array(x[..<2]))
    try DynamicIndex.check(name, x.dropFirst(2))
    return [x[0]]
  }
  package func checked(_ x: [NDArray], _ errors: CheckState) -> [NDArray] {
    DynamicIndex.note(x[0].aval.shape, Array(x.dropFirst(2)), x[1].shape, errors)
    return bind(self, x)
  }
  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    guard t[0] != nil || t[1] != nil else { return (bind(self, x), [nil]) }
    let tangents = [t[0] ?? Lax.fullLike(x[0], 0), t[1] ?? Lax.fullLike(x[1], 0)]
    return (bind(self, x), bind(self, tangents + x.dropFirst(2)))
  }
  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] {
    guard let ct = cotangents[0] else { return x.map { _ in nil } }
    let indices = x.dropFirst(2).compactMap { operand -> NDArray? in
      if case .known(let index) = operand { index } else { nil }
    }
    let block = x[1].aval.shape.dims
    return [
      x[0].isLinear ? bind(self, [ct, Lax.full(block, .int(0), ct.dtype)] + indices)[0] : nil,
      x[1].isLinear ? bind(DynamicSlice(sizes: block), [ct] + indices)[0] : nil,
    ] + indices.map { _ in nil }
  }
  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    let rank = x[0].ndim - (axes[0] == nil ? 0 : 1)
    if axes.dropFirst(2).allSatisfy({ $0 == nil }), rank > 0 {
      let moved = (0..<2).map { Lax.moveBatch(x[$0], from: axes[$0], to: 0, size: size) }
      return (bind(self, moved + [Lax.scalarLike(x[2], 0)] + x.dropFirst(2)), [0])
    }
    let dims = ScatterDims(updateWindow: Array(0..<rank), insertedWindow: [], scatterDimsToOperand: Array(0..<rank))
    let scatter = Scatter(combiner: .set, dims: dims, mode: .clip, indicesAreSorted: true, uniqueIndices: true)
    let (indices, indexAxis) = DynamicIndex.vector(Array(x.dropFirst(2)), Array(axes.dropFirst(2)), size)
    return scatter.batch([x[0], indices, x[1]], [axes[0], indexAxis, axes[1]], size: size)
  }
  package var step: any Step { DynamicUpdateSliceStep() }
}

/// The indices of the dynamic slices.
enum DynamicIndex {
  static func check(_ name: String, _ indices: ArraySlice<AbstractArray>) throws {
    for index in indices where !index.shape.isScalar || !index.dtype.isInteger {
      throw LanewiseError(.dtype, "\(name): an index has type \(index); each index must be an integer of rank 0.")
    }
  }

  /// Notes a block of these extents that is not wholly inside an array.
  static func note(_ shape: Shape, _ indices: [NDArray], _ sizes: [Int], _ errors: CheckState) {
    guard !indices.isEmpty else { return }
    let vector = Lax.concatenate(indices.map { Lax.reshape($0.converted(to: .int32), [1]) }, dimension: 0)
    let last = sizes.indices.map { shape[$0] - sizes[$0] }
    errors.noteIndices(vector, Array(sizes.indices), last: last, of: shape)
  }

  /// One index vector of separate indices, for the gather and scatter that a batch of places needs.
  static func vector(_ x: [NDArray], _ axes: [Int?], _ size: Int) -> (NDArray, Int?) {
    guard axes.contains(where: { $0 != nil }) else {
      return (Lax.concatenate(x.map { Lax.reshape($0, [1]) }, dimension: 0), nil)
    }
    let columns = zip(x, axes).map { Lax.reshape(Lax.moveBatch($0, from: $1, to: 0, size: size), [size, 1]) }
    return (Lax.concatenate(columns, dimension: 1), 0)
  }
}
