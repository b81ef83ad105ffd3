import LanewiseCore

/// How the dimensions of a gather correspond (`lax.GatherDimensionNumbers`).
public struct GatherDimensionNumbers: Hashable, Sendable {
  /// Dimensions of the result that hold the slices.
  public var offsetDims: [Int]
  /// Dimensions of the operand whose slices have the extent 1, which is dropped.
  public var collapsedSliceDims: [Int]
  /// The dimension of the operand that each entry of an index vector is for.
  public var startIndexMap: [Int]

  public init(offsetDims: [Int], collapsedSliceDims: [Int], startIndexMap: [Int]) {
    self.offsetDims = offsetDims
    self.collapsedSliceDims = collapsedSliceDims
    self.startIndexMap = startIndexMap
  }
}

/// How the dimensions of a scatter correspond (`lax.ScatterDimensionNumbers`).
public struct ScatterDimensionNumbers: Hashable, Sendable {
  /// Dimensions of the updates that hold the windows.
  public var updateWindowDims: [Int]
  /// Dimensions of the operand that the windows lack.
  public var insertedWindowDims: [Int]
  /// The dimension of the operand that each entry of an index vector is for.
  public var scatterDimsToOperandDims: [Int]

  public init(updateWindowDims: [Int], insertedWindowDims: [Int], scatterDimsToOperandDims: [Int]) {
    self.updateWindowDims = updateWindowDims
    self.insertedWindowDims = insertedWindowDims
    self.scatterDimsToOperandDims = scatterDimsToOperandDims
  }

  fileprivate var dims: ScatterDims {
    ScatterDims(
      updateWindow: updateWindowDims, insertedWindow: insertedWindowDims,
      scatterDimsToOperand: scatterDimsToOperandDims)
  }
}

// Slices read and written at computed places, with XLA's dimension numbers. `x[i]` and `x.at[i]` say most of it shorter.
extension Lax {
  /// Slices of an array at places that are the last dimension of `indices` (`lax.gather`).
  ///
  /// ```swift
  /// let rows = GatherDimensionNumbers(offsetDims: [1], collapsedSliceDims: [0], startIndexMap: [0])
  /// Lax.gather(arange(6).reshape([3, 2]), [[2], [0]], rows, [1, 2])  // [[4 5], [0 1]]
  /// ```
  public static func gather(
    _ x: NDArray, _ indices: NDArray, _ dimensions: GatherDimensionNumbers, _ sliceSizes: [Int],
    mode: IndexingMode = .fill, indicesAreSorted: Bool = false, uniqueIndices: Bool = false
  ) -> NDArray {
    gather(
      x, indices,
      GatherDims(
        offset: dimensions.offsetDims, collapsed: dimensions.collapsedSliceDims,
        startIndexMap: dimensions.startIndexMap),
      sliceSizes: sliceSizes, mode: mode.mode, indicesAreSorted: indicesAreSorted, uniqueIndices: uniqueIndices)
  }

  /// The array with windows of updates written at places that are the last dimension of `indices` (`lax.scatter`).
  public static func scatter(
    _ x: NDArray, _ indices: NDArray, _ updates: NDArray, _ dimensions: ScatterDimensionNumbers,
    mode: IndexingMode = .drop
  ) -> NDArray {
    scatter(.set, x, indices, updates, dimensions, mode)
  }

  /// The same with updates added (`lax.scatter_add`).
  public static func scatterAdd(
    _ x: NDArray, _ indices: NDArray, _ updates: NDArray, _ dimensions: ScatterDimensionNumbers,
    mode: IndexingMode = .drop
  ) -> NDArray {
    scatter(.add, x, indices, updates, dimensions, mode)
  }

  /// The same with updates as factors (`lax.scatter_mul`).
  public static func scatterMul(
    _ x: NDArray, _ indices: NDArray, _ updates: NDArray, _ dimensions: ScatterDimensionNumbers,
    mode: IndexingMode = .drop
  ) -> NDArray {
    scatter(.multiply, x, indices, updates, dimensions, mode)
  }

  /// The same with the smaller of element and update (`lax.scatter_min`).
  public static func scatterMin(
    _ x: NDArray, _ indices: NDArray, _ updates: NDArray, _ dimensions: ScatterDimensionNumbers,
    mode: IndexingMode = .drop
  ) -> NDArray {
    scatter(.min, x, indices, updates, dimensions, mode)
  }

  /// The same with the larger of element and update (`lax.scatter_max`).
  public static func scatterMax(
    _ x: NDArray, _ indices: NDArray, _ updates: NDArray, _ dimensions: ScatterDimensionNumbers,
    mode: IndexingMode = .drop
  ) -> NDArray {
    scatter(.max, x, indices, updates, dimensions, mode)
  }

  /// The array with a function of the elements at places that are the last dimension of `indices`
  /// (`lax.scatter_apply`): applied as often as an element is named there, one after the other. Unlike JAX's it has
  /// derivatives.
  ///
  /// - Parameters:
  ///   - f: takes one element, and is traced.
  ///   - updateShape: the shape that updates of a `scatter` at these places would have.
  ///
  /// ```swift
  /// let elements = ScatterDimensionNumbers(
  ///   updateWindowDims: [], insertedWindowDims: [0], scatterDimsToOperandDims: [0])
  /// Lax.scatterApply([1.0, 2.0, 3.0], [[0], [2], [2]], { $0 * 2 }, elements, updateShape: [3])  // [ 2. 2. 12.]
  /// ```
  public static func scatterApply(
    _ x: NDArray, _ indices: NDArray, _ f: (NDArray) -> NDArray, _ dimensions: ScatterDimensionNumbers,
    updateShape: [Int] = [], mode: IndexingMode = .drop, indicesAreSorted: Bool = false, uniqueIndices: Bool = false
  ) -> NDArray {
    scatterApply(
      x, indices, f, dimensions.dims, updateShape: updateShape, mode: mode.mode, indicesAreSorted: indicesAreSorted,
      uniqueIndices: uniqueIndices)
  }

  private static func scatter(
    _ combiner: Scatter.Combiner, _ x: NDArray, _ indices: NDArray, _ updates: NDArray,
    _ dimensions: ScatterDimensionNumbers, _ mode: IndexingMode
  ) -> NDArray {
    scatter(combiner, x, indices, updates, dimensions.dims, mode: mode.mode)
  }
}
