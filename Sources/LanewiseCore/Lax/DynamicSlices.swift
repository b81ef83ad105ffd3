// Blocks at places that are known only when running.
extension Lax {
  /// The block of so many elements at computed places, one a dimension (`lax.dynamic_slice`). Negative places count from
  /// the end; what does not fit is moved inside.
  ///
  /// ```swift
  /// Lax.dynamicSlice([1, 2, 3, 4], [1], [2])  // [2 3]
  /// ```
  public static func dynamicSlice(_ x: NDArray, _ indices: [NDArray], _ sizes: [Int]) -> NDArray {
    block(x, at: counted(indices, x), sizes)
  }

  /// The array with a block written over it at computed places (`lax.dynamic_update_slice`). Negative places count from
  /// the end; what does not fit is moved inside.
  ///
  /// ```swift
  /// Lax.dynamicUpdateSlice([1, 2, 3, 4], [8, 9], [1])  // [1 8 9 4]
  /// ```
  public static func dynamicUpdateSlice(_ x: NDArray, _ update: NDArray, _ indices: [NDArray]) -> NDArray {
    bind(DynamicUpdateSlice(), [x, update] + counted(indices, x))[0]
  }

  /// The block at places that are not negative.
  package static func block(_ x: NDArray, at places: [NDArray], _ sizes: [Int]) -> NDArray {
    bind(DynamicSlice(sizes: sizes), [x] + places)[0]
  }

  /// Places counted from the start.
  private static func counted(_ indices: [NDArray], _ x: NDArray) -> [NDArray] {
    guard indices.count == x.ndim else { return indices }
    return zip(indices, x.shape).map { index, extent in
      if let literal = index.literal {
        let place = literal.value.integer
        return .literal(.int(place < 0 ? place + Int64(extent) : place), index.dtype)
      }
      guard index.dtype.isSignedInteger, index.ndim == 0 else { return index }
      let isNegative = lt(index, scalarZero(index))
      let place = index.converted(to: index.dtype)
      return select(isNegative, add(place, scalar(.int(Int64(extent)), place.dtype)), place)
    }
  }
}
