import LanewiseCore

// Parts along one dimension, at places that may be known only when running. Negative places count from the end; what
// does not fit is moved inside.
extension Lax {
  /// The part of so many elements (`lax.dynamic_slice_in_dim`).
  ///
  /// ```swift
  /// Lax.dynamicSliceInDim(arange(5), 2, 2)  // [2 3]
  /// ```
  public static func dynamicSliceInDim(_ x: NDArray, _ start: NDArray, _ size: Int, axis: Int = 0) -> NDArray {
    guard let axis = Check.axis("dynamic_slice_in_dim", axis, of: x) else { return .poisoned(x.aval) }
    var sizes = x.shape
    sizes[axis] = size
    return dynamicSlice(x, places(start, axis, x), sizes)
  }

  /// The part at one place (`lax.dynamic_index_in_dim`), whose dimension stays with the extent 1 or goes.
  public static func dynamicIndexInDim(
    _ x: NDArray, _ index: NDArray, axis: Int = 0, keepdims: Bool = true
  ) -> NDArray {
    guard let axis = Check.axis("dynamic_index_in_dim", axis, of: x) else { return .poisoned(x.aval) }
    let part = dynamicSliceInDim(x, index, 1, axis: axis)
    return keepdims || part.ndim != x.ndim ? part : squeeze(part, [axis])
  }

  /// The array with a part written over it (`lax.dynamic_update_slice_in_dim`).
  public static func dynamicUpdateSliceInDim(
    _ x: NDArray, _ update: NDArray, _ start: NDArray, axis: Int
  ) -> NDArray {
    guard let axis = Check.axis("dynamic_update_slice_in_dim", axis, of: x) else { return .poisoned(x.aval) }
    return dynamicUpdateSlice(x, update, places(start, axis, x))
  }

  /// The array with the part at one place replaced (`lax.dynamic_update_index_in_dim`); the part may lack the dimension.
  public static func dynamicUpdateIndexInDim(
    _ x: NDArray, _ update: NDArray, _ index: NDArray, axis: Int
  ) -> NDArray {
    guard let axis = Check.axis("dynamic_update_index_in_dim", axis, of: x) else { return .poisoned(x.aval) }
    let part = update.ndim == x.ndim ? update : expandDims(update, [axis])
    return dynamicUpdateSlice(x, part, places(index, axis, x))
  }

  /// The part at one place that is known (`lax.index_in_dim`), whose dimension stays with the extent 1 or goes.
  public static func indexInDim(_ x: NDArray, _ index: Int, axis: Int = 0, keepdims: Bool = true) -> NDArray {
    guard let axis = Check.axis("index_in_dim", axis, of: x) else { return .poisoned(x.aval) }
    let place = index < 0 ? index + x.aval.shape[axis] : index
    guard place >= 0, place < x.aval.shape[axis] else {
      return fail(
        .index, "index_in_dim: index \(index) is out of range for axis \(axis) of shape \(x.aval.shape).", like: x.aval)
    }
    let part = sliceInDim(x, place, place + 1, axis: axis)
    return keepdims ? part : squeeze(part, [axis])
  }

  private static func places(_ start: NDArray, _ axis: Int, _ x: NDArray) -> [NDArray] {
    (0..<x.ndim).map { $0 == axis ? start : scalar(.int(0), start.dtype.isInteger ? start.dtype : .int32) }
  }
}
