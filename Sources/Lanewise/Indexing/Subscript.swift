import LanewiseCore

extension NDArray {
  /// Elements, slices and selections, by NumPy's index language; see ``ArrayIndex`` for its spelling.
  ///
  /// ```swift
  /// let x = arange(12).reshape([3, 4])
  /// x[0]  // [0 1 2 3]
  /// x[.all, -1]  // [ 3  7 11]
  /// x[1..., .stride(by: 2)]  // [[ 4  6], [ 8 10]]
  /// x[[0, 2], [1, 1]]  // [1 9]
  /// x[x .> 8]  // [ 9 10 11]
  /// ```
  ///
  /// An integer out of range is an error. In arrays of indices negative places count from the end, and what is still
  /// outside is moved to the nearest place inside (as in JAX). A mask's result has as many elements as it is true, so a
  /// traced mask is an error: use `where` there.
  // Disfavoured, so that two indices are taken without boxes for them.
  @_disfavoredOverload
  public subscript(_ indices: any ArrayIndex...) -> NDArray {
    let kinds = indices.map { $0._index.kind }
    if kinds.count == 1, case .array(let places) = kinds[0], let taken = LeadingAxis.rows(self, at: places) {
      return taken
    }
    return Indexing.take(self, kinds, "x[…]")
  }

  /// The same of two indices, as matrices have them.
  public subscript(_ first: some ArrayIndex, _ second: some ArrayIndex) -> NDArray {
    Indexing.take(self, [first._index.kind, second._index.kind], "x[…]")
  }

  /// The part at one place of the leading axis.
  public subscript(_ index: Int) -> NDArray {
    LeadingAxis.row(self, index) ?? Indexing.take(self, [index._index.kind], "x[\(index)]")
  }

  /// The slice of the leading axis.
  public subscript(_ range: Range<Int>) -> NDArray {
    LeadingAxis.rows(self, range)
      ?? Indexing.take(self, [range._index.kind], "x[\(range.lowerBound)..<\(range.upperBound)]")
  }
}

/// Reading by index.
enum Indexing {
  static func take(
    _ x: NDArray, _ indices: [_ArrayIndexKind.Kind], _ what: String, mode: IndexMode = .promiseInBounds,
    fillValue: Scalar? = nil, indicesAreSorted: Bool = false, uniqueIndices: Bool = false
  ) -> NDArray {
    if !Context.isTracing, let taken = BasicSelection(indices, of: x)?.taken(from: x) { return taken }
    do throws(LanewiseError) {
      let index = try ResolvedIndex(indices, x.aval, what)
      if index.isBasic { return BasicIndexing.take(x, index) }
      if mode == .promiseInBounds, let block = BasicIndexing.dynamicTake(x, index) { return block }
      let arrays = try ArrayIndexing(index, x.aval, what)
      if arrays.shape.contains(0) { return Lax.full(arrays.shape, .int(0), x.dtype) }
      let y = Lax.gather(
        x, arrays.places, arrays.gatherDims, sliceSizes: arrays.windowSizes, mode: mode, fillValue: fillValue,
        indicesAreSorted: arrays.isOrdered || indicesAreSorted, uniqueIndices: arrays.isOrdered || uniqueIndices)
      return arrays.newAxes.isEmpty ? y : Lax.expandDims(y, arrays.newAxes)
    } catch {
      return failed(x, indices.count, error)
    }
  }

  /// Elements along one axis at the places of an array of indices, whose dimensions take the axis's place
  /// (`jnp.take`).
  static func take(_ x: NDArray, _ places: NDArray, axis: Int, mode: IndexMode, uniqueIndices: Bool = false) -> NDArray
  {
    let leading = Array(repeating: _ArrayIndexKind.Kind.slice(start: nil, stop: nil, step: 1), count: axis)
    return take(x, leading + [.array(places)], "take", mode: mode, uniqueIndices: uniqueIndices)
  }

  /// What an index that makes no sense gives inside `catching`: something of the rank that was likely meant.
  static func failed(_ x: NDArray, _ indexCount: Int, _ error: LanewiseError) -> NDArray {
    if !x.isPoisoned { report(error) }
    return .poisoned(x.aval.with(shape: Shape(x.shape.dropFirst(indexCount))))
  }
}
