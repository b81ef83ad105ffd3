import LanewiseCore

/// What happens to places out of bounds when elements are read or written by arrays of indices.
public enum IndexingMode: Hashable, Sendable {
  /// They are moved to the nearest place inside.
  case clip
  /// Writing: the update is dropped. Reading: the same as `fill`.
  case drop
  /// Reading: a fill value stands there. Writing: the same as `drop`.
  case fill
  /// There are none: the caller's word.
  case promiseInBounds

  var mode: IndexMode {
    switch self {
    case .clip: .clip
    case .drop, .fill: .fillOrDrop
    case .promiseInBounds: .promiseInBounds
    }
  }
}

extension NDArray {
  /// Updated copies of the array (`x.at`): the array itself never changes.
  ///
  /// ```swift
  /// var x = zeros([3])
  /// x = x.at[1].set(5)  // [0. 5. 0.]
  /// x = x.at[[0, 0]].add(1)  // [2. 5. 0.]
  /// ```
  public var at: ArrayAt { ArrayAt(array: self) }
}

/// An array, about to be told which of its elements are meant.
public struct ArrayAt: Sendable {
  let array: NDArray

  /// The elements that `array[indices]` selects.
  public subscript(_ indices: any ArrayIndex...) -> ArrayLocation {
    ArrayLocation(array: array, indices: indices.map { $0._index.kind })
  }

  /// The part at one place of the leading axis.
  public subscript(_ index: Int) -> ArrayLocation { ArrayLocation(array: array, indices: [.integer(index)]) }
}

/// Elements of an array, for which its methods give the array with other values (`x.at[…]`).
///
/// The value is converted to the array's dtype and broadcast to the selection's shape. Updates of places out of bounds
/// are dropped, unless `mode` says otherwise. Of updates to the same place, `set` keeps the last; the others all count.
///
/// A mask of the array's whole shape with a scalar value works while tracing too.
public struct ArrayLocation {
  let array: NDArray
  let indices: [_ArrayIndexKind.Kind]

  /// `x[…] = value`.
  public func set(
    _ value: NDArray, mode: IndexingMode = .drop, indicesAreSorted: Bool = false, uniqueIndices: Bool = false
  ) -> NDArray {
    if indices.count == 1, case .integer(let index) = indices[0], !array.dtype.isKey,
      let written = LeadingAxis.replaced(array, index, by: value.isLiteral ? value.converted(to: array.dtype) : value)
    {
      return written
    }
    return update("set", .set, value, mode, indicesAreSorted, uniqueIndices) { _, value in value }
  }

  /// `x[…] += value`.
  public func add(
    _ value: NDArray, mode: IndexingMode = .drop, indicesAreSorted: Bool = false, uniqueIndices: Bool = false
  ) -> NDArray {
    update("add", .add, value, mode, indicesAreSorted, uniqueIndices) { Lax.add($0, $1) }
  }

  /// `x[…] *= value`.
  public func multiply(
    _ value: NDArray, mode: IndexingMode = .drop, indicesAreSorted: Bool = false, uniqueIndices: Bool = false
  ) -> NDArray {
    update("multiply", .multiply, value, mode, indicesAreSorted, uniqueIndices) { Lax.mul($0, $1) }
  }

  /// The smaller of the element and the value.
  public func min(
    _ value: NDArray, mode: IndexingMode = .drop, indicesAreSorted: Bool = false, uniqueIndices: Bool = false
  ) -> NDArray {
    update("min", .min, value, mode, indicesAreSorted, uniqueIndices) { Lax.min($0, $1) }
  }

  /// The larger of the element and the value.
  public func max(
    _ value: NDArray, mode: IndexingMode = .drop, indicesAreSorted: Bool = false, uniqueIndices: Bool = false
  ) -> NDArray {
    update("max", .max, value, mode, indicesAreSorted, uniqueIndices) { Lax.max($0, $1) }
  }

  /// `x[…] /= value`; integers divide as `Lax.div` does, towards zero.
  public func divide(
    _ value: NDArray, mode: IndexingMode = .drop, indicesAreSorted: Bool = false, uniqueIndices: Bool = false
  ) -> NDArray {
    let divisors = ArrayLocation(array: Lax.fullLike(array, 1), indices: indices)
      .update("divide", .multiply, value, mode, indicesAreSorted, uniqueIndices) { Lax.mul($0, $1) }
    return Lax.div(array, divisors).weakened(array.weakType)
  }

  /// `x[…] **= value`.
  public func power(
    _ value: NDArray, mode: IndexingMode = .drop, indicesAreSorted: Bool = false, uniqueIndices: Bool = false
  ) -> NDArray {
    let exponents = ArrayLocation(array: Lax.fullLike(array, 1), indices: indices)
      .update("power", .multiply, value, mode, indicesAreSorted, uniqueIndices) { Lax.mul($0, $1) }
    return (array ** exponents).weakened(array.weakType)
  }

  /// `f` of the elements in their stead: as often as an index names one, where several do (`x.at[…].apply`). `f` takes
  /// one element, or an array of them, and computes each by itself.
  ///
  /// ```swift
  /// NDArray([1.0, 2, 3]).at[[0, 2, 2]].apply { $0 * 2 }  // [ 2. 2. 12.]
  /// ```
  public func apply(
    _ f: (NDArray) -> NDArray, mode: IndexingMode = .drop, indicesAreSorted: Bool = false, uniqueIndices: Bool = false
  ) -> NDArray {
    let what = "x.at[…].apply"
    guard !array.isPoisoned else { return .poisoned(array.aval) }
    do throws(LanewiseError) {
      if let mask = wholeMask {
        let applied = try Self.broadcast(f(array).converted(to: array.dtype), to: array.shape, what)
        return Lax.select(mask, applied, array.converted(to: array.dtype)).weakened(array.weakType)
      }
      let resolved = try ResolvedIndex(indices, array.aval, what)
      if resolved.isBasic { return set(f(get(mode: .clip)), mode: .clip) }
      let index = try ArrayIndexing(resolved, array.aval, what)
      if index.shape.contains(0) { return array }
      let shape = index.shape.indices.filter { !index.newAxes.contains($0) }.map { index.shape[$0] }
      let applied = Lax.scatterApply(
        array.converted(to: array.dtype), index.places, f, index.scatterDims, updateShape: shape, mode: mode.mode,
        indicesAreSorted: index.isOrdered || indicesAreSorted, uniqueIndices: index.isOrdered || uniqueIndices)
      return applied.weakened(array.weakType)
    } catch {
      report(error)
      return .poisoned(array.aval)
    }
  }

  /// The elements: `x[…]` with a say in what stands for places out of bounds. Without a fill value it is NaN for
  /// floating point, the least signed and the largest unsigned integer.
  ///
  /// ```swift
  /// arange(3.0).at[[0, 7]].get(mode: .fill, fillValue: -1)  // [ 0. -1.]
  /// ```
  public func get(
    mode: IndexingMode = .promiseInBounds, fillValue: NDArray? = nil, indicesAreSorted: Bool = false,
    uniqueIndices: Bool = false
  ) -> NDArray {
    var fill: Scalar?
    if let fillValue, !fillValue.isPoisoned {
      guard let known = fillValue.knownScalar, fillValue.ndim == 0 else {
        return fail(
          .concretization,
          "x.at[…].get: the fill value has type \(fillValue.aval) and must be a number known when tracing.",
          like: array.aval)
      }
      fill = known.rounded(to: array.dtype)
    }
    return Indexing.take(
      array, indices, "x.at[…].get", mode: fill != nil ? .fillOrDrop : mode.mode, fillValue: fill,
      indicesAreSorted: indicesAreSorted, uniqueIndices: uniqueIndices)
  }

  /// The array with `value` worked into it.
  ///
  /// - `combine`: what happens to an old and a new element, for selections that need no scatter.
  private func update(
    _ name: String, _ combiner: Scatter.Combiner, _ value: NDArray, _ mode: IndexingMode, _ indicesAreSorted: Bool,
    _ uniqueIndices: Bool, _ combine: (NDArray, NDArray) -> NDArray
  ) -> NDArray {
    let what = "x.at[…].\(name)"
    guard !array.isPoisoned, !value.isPoisoned else { return .poisoned(array.aval) }
    guard value.dtype.isKey == array.dtype.isKey, !value.dtype.isKey || value.dtype == array.dtype else {
      return fail(
        .dtype, "\(what): a value of dtype \(value.dtype) cannot go into an array of dtype \(array.dtype).",
        like: array.aval)
    }
    let value = value.converted(to: array.dtype)
    let target = array.converted(to: array.dtype)
    if let mask = wholeMask, value.ndim == 0 {
      let repeated = Lax.broadcastInDim(value, array.shape, [])
      return Lax.select(mask, combine(target, repeated), target).weakened(array.weakType)
    }
    do throws(LanewiseError) {
      if combiner == .set, let selection = BasicSelection(indices, of: target) {
        let updates = try Self.broadcast(value, to: selection.shape.dims, what)
        if let written = selection.replaced(in: target, by: updates) { return written.weakened(array.weakType) }
      }
      let resolved = try ResolvedIndex(indices, array.aval, what)
      let index = try ArrayIndexing(resolved, array.aval, what)
      let updates = try Self.broadcast(value, to: index.shape, what)
      if index.shape.contains(0) { return array }
      let windows = Lax.squeeze(updates, index.newAxes)
      if index.placeDims.isEmpty { return combine(target, windows).weakened(array.weakType) }
      let updated = Lax.scatter(
        combiner, target, index.places, windows, index.scatterDims, mode: mode.mode,
        indicesAreSorted: index.isOrdered || indicesAreSorted, uniqueIndices: index.isOrdered || uniqueIndices)
      return updated.weakened(array.weakType)
    } catch {
      report(error)
      return .poisoned(array.aval)
    }
  }

  /// The mask that the only index is, where it picks from all dimensions.
  private var wholeMask: NDArray? {
    guard indices.count == 1, case .array(let mask) = indices[0], mask.dtype == .bool, mask.ndim > 0,
      mask.aval.shape == array.aval.shape
    else { return nil }
    return mask
  }

  private static func broadcast(_ value: NDArray, to shape: [Int], _ what: String) throws(LanewiseError) -> NDArray {
    // NumPy lets leading dimensions of extent 1 go.
    let extra = value.ndim - shape.count
    var value = value
    if extra > 0, value.shape.prefix(extra).allSatisfy({ $0 == 1 }) {
      value = Lax.reshape(value, Array(value.shape.dropFirst(extra)))
    }
    let own = value.shape
    guard own.count <= shape.count, zip(own.reversed(), shape.reversed()).allSatisfy({ $0 == 1 || $0 == $1 }) else {
      throw LanewiseError(
        .shape,
        "\(what): a value of shape \(value.aval.shape) cannot be broadcast to the shape \(Shape(shape)) that the index selects."
      )
    }
    return Lax.broadcastInDim(value, shape, Array((shape.count - own.count)..<shape.count))
  }
}

extension NDArray {
  fileprivate func weakened(_ weak: Bool) -> NDArray { weak ? converted(to: dtype, weak: true) : self }
}
