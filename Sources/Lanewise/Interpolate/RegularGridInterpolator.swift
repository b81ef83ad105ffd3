import LanewiseCore

/// Values on a rectangular grid, and those between them (`jax.scipy.interpolate.RegularGridInterpolator`). It is a
/// tree: it may be an argument of transformed functions, and differentiated by its grid and values.
///
/// ```swift
/// let between = RegularGridInterpolator([[1, 2, 3], [4, 5, 6]], [[10, 20, 30], [40, 50, 60], [70, 80, 90]])
/// print(between([[1.5, 4.5], [2.2, 5.8]]))  // [30. 64.]
/// ```
public struct RegularGridInterpolator: Tree, Sendable {
  public enum Method: StaticTree {
    /// The weighted mean of the corners of the cell that a point lies in.
    case linear
    /// The value at the nearest place of the grid.
    case nearest
  }

  /// The places of the grid along each axis, in ascending order.
  public private(set) var grid: [NDArray]
  /// The values at these places.
  public private(set) var values: NDArray
  /// What stands for points outside of the grid; nil continues the outermost cells.
  public private(set) var fillValue: NDArray?
  private let method: Method
  private let boundsError: Bool

  /// - Parameters:
  ///   - points: the places of the grid along each axis, in ascending order, at least two.
  ///   - values: has a dimension for each of them, and any number of others.
  ///   - boundsError: whether a point outside of the grid is an error; then points must be known.
  ///   - fillValue: what stands for points outside; nil continues the outermost cells.
  public init(
    _ points: [NDArray], _ values: NDArray, method: Method = .linear, boundsError: Bool = false,
    fillValue: NDArray? = .nan
  ) {
    self.method = method
    self.boundsError = boundsError
    self.fillValue = fillValue
    grid = points
    self.values = Promote.inexact(values)
    let areVectors = points.allSatisfy { $0.ndim == 1 && $0.size > 1 }
    guard !points.isEmpty, areVectors, points.map(\.size) == Array(values.shape.prefix(points.count)) else {
      self.values = fail(
        .shape,
        "RegularGridInterpolator: places of shapes \(points.map(\.aval.shape)) for values of shape \(values.aval.shape); there must be a vector of at least two for each of the first axes, as long as the axis.",
        like: self.values.aval)
      return
    }
  }

  public func walk(_ w: inout TreeWalker) -> RegularGridInterpolator {
    var copy = self
    copy.grid = w(grid, "grid")
    copy.values = w(values, "values")
    copy.fillValue = w(fillValue, "fillValue")
    _ = w(method, "method")
    _ = w(boundsError, "boundsError")
    return copy
  }

  /// The values at points, whose coordinates are along the last axis.
  public func callAsFunction(_ points: NDArray, method: Method? = nil) -> NDArray {
    let rank = grid.count
    let points = points.ndim == 1 ? points.reshape([points.size / rank, rank]) : points
    guard !values.isPoisoned, points.ndim > 0, points.shape[points.ndim - 1] == rank else {
      return fail(
        .shape,
        "RegularGridInterpolator: points of shape \(points.aval.shape) in a grid of \(rank) dimensions; the last axis must hold as many coordinates.",
        like: values.aval)
    }
    let outer = Array(points.shape.dropLast())
    let flat = points.reshape([outer.reduce(1, *), rank])
    let places = zip(0..<rank, grid).map { axis, grid in Place(flat[.all, axis], in: grid) }
    let isOutside = places.dropFirst().reduce(places[0].isOutside) { $0 | $1.isOutside }
    if boundsError, Bool(any(isOutside)) {
      return fail(
        .value, "RegularGridInterpolator: points lie outside of the grid, which `boundsError` forbids.",
        like: values.aval)
    }
    var result = (method ?? self.method) == .linear ? linear(places) : nearest(places)
    if let fillValue {
      let mask = isOutside.reshape([isOutside.size] + [Int](repeating: 1, count: result.ndim - 1))
      result = `where`(mask, fillValue, result)
    }
    return result.reshape(outer + values.shape.dropFirst(rank))
  }

  /// The values at points, whose coordinates are arrays of shapes that broadcast to each other.
  public func callAsFunction(coordinates: [NDArray], method: Method? = nil) -> NDArray {
    self(stack(broadcastArrays(coordinates), axis: -1), method: method)
  }

  /// The cell that coordinates lie in, and where in it, between 0 and 1.
  private struct Place {
    let cell, share, isOutside: NDArray

    init(_ x: NDArray, in grid: NDArray) {
      let last = grid.size - 1
      cell = clip(searchsorted(grid, x) - 1, 0, NDArray(weak: last - 1))
      share = (x - grid[cell]) / (grid[cell + 1] - grid[cell])
      isOutside = (x .< grid[0]) | (x .> grid[last])
    }
  }

  /// The values at places of the grid.
  private func values(at indices: [NDArray]) -> NDArray {
    let sizes = grid.map(\.size)
    let flat = values.reshape([sizes.reduce(1, *)] + values.shape.dropFirst(sizes.count))
    let places = zip(indices, sizes).dropFirst().reduce(indices[0]) { $0 * NDArray(weak: $1.1) + $1.0 }
    return take(flat, places, axis: 0, mode: .clip)
  }

  private func linear(_ places: [Place]) -> NDArray {
    let inner = [Int](repeating: 1, count: values.ndim - grid.count)
    let corners = (0..<1 << places.count).map { corner -> NDArray in
      let isUpper = places.indices.map { corner >> (places.count - 1 - $0) & 1 == 1 }
      let shares = zip(places, isUpper).map { $1 ? $0.share : 1 - $0.share }
      let weight = shares.dropFirst().reduce(shares[0], *)
      let indices = zip(places, isUpper).map { $1 ? $0.cell + 1 : $0.cell }
      return values(at: indices) * weight.reshape([weight.size] + inner)
    }
    return corners.dropFirst().reduce(corners[0], +)
  }

  private func nearest(_ places: [Place]) -> NDArray {
    values(at: places.map { `where`($0.share .<= 0.5, $0.cell, $0.cell + 1) })
  }
}
