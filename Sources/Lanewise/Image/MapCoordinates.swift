import LanewiseCore

/// Images of any dimensions (`jax.scipy.ndimage`).
public enum NDImage {
  /// What is beyond the border of an image.
  public enum Mode: String, Sendable {
    /// One value.
    case constant
    /// The nearest element.
    case nearest
    /// The image again.
    case wrap
    /// The image mirrored at its outermost elements.
    case mirror
    /// The image mirrored at its border.
    case reflect
  }

  /// The image at any coordinates (`jax.scipy.ndimage.map_coordinates`): one array of coordinates for each dimension,
  /// in elements, which broadcast together to the result's shape.
  ///
  /// - Parameters:
  ///   - order: 0 takes the nearest element, 1 interpolates linearly.
  ///   - cval: what is beyond the border, for `constant`.
  ///
  /// ```swift
  /// let x = reshape(arange(12.0), [3, 4])
  /// print(NDImage.mapCoordinates(x, [[0.5, 1.5], [1.5, 2.5]], order: 1))  // [3.5 8.5]
  /// ```
  public static func mapCoordinates(
    _ image: NDArray, _ coordinates: [NDArray], order: Int, mode: Mode = .constant, cval: NDArray = 0.0
  ) -> NDArray {
    guard coordinates.count == image.ndim, image.ndim > 0, order == 0 || order == 1 else {
      return fail(
        .value,
        "map_coordinates: \(coordinates.count) arrays of coordinates of order \(order) for an image of shape \(image.aval.shape); one is needed for each dimension, of order 0 or 1.",
        like: image.aval)
    }
    let outside = cval.converted(to: image.dtype)
    // For each dimension the elements that count: which, whether they are inside, how much.
    let nodes = zip(coordinates, image.shape).map { coordinate, extent in
      (order == 0 ? nearest(coordinate) : neighbours(coordinate)).map { index, weight in
        (place: inside(index, extent, mode), isInside: (index .>= 0) & (index .< integer(extent)), weight: weight)
      }
    }
    let corners = nodes.reduce([[]]) { corners, nodes in corners.flatMap { corner in nodes.map { corner + [$0] } } }
    let parts = corners.map { corner -> NDArray in
      var value = Indexing.take(image, corner.map { .array($0.place) }, "map_coordinates")
      if mode == .constant {
        let isInside = corner.dropFirst().reduce(corner[0].isInside) { $0 & $1.isInside }
        value = `where`(isInside, value, outside)
      }
      return corner.dropFirst().reduce(corner[0].weight) { $0 * $1.weight } * value
    }
    var result = parts.dropFirst().reduce(parts[0]) { $0 + $1 }
    if image.dtype.isInteger, !result.dtype.isInteger { result = Lax.round(result) }
    return result.astype(image.dtype)
  }

  private static func integer(_ value: Int) -> NDArray { .weakLiteral(.int(Int64(value))) }

  private static func nearest(_ coordinate: NDArray) -> [(NDArray, NDArray)] {
    let rounded = coordinate.dtype.isInteger ? coordinate : Lax.round(coordinate)
    return [(rounded.astype(.int32), NDArray.literal(.float(1), coordinate.dtype))]
  }

  private static func neighbours(_ coordinate: NDArray) -> [(NDArray, NDArray)] {
    let point = Promote.inexact(coordinate)
    let lower = Lax.floor(point)
    let above = point - lower
    let index = lower.astype(.int32)
    return [(index, 1 - above), (index + 1, above)]
  }

  /// The element that stands at a place inside or outside.
  private static func inside(_ index: NDArray, _ extent: Int, _ mode: Mode) -> NDArray {
    func mirrored(_ index: NDArray, _ extent: Int) -> NDArray {
      let last = integer(extent - 1)
      return Lanewise.abs(remainder(index + last, 2 * last) - last)
    }
    switch mode {
    case .constant: return index
    case .nearest: return clip(index, 0, integer(extent - 1))
    case .wrap: return remainder(index, integer(extent))
    case .mirror: return mirrored(index, extent)
    case .reflect: return floorDivide(mirrored(2 * index + 1, 2 * extent + 1) - 1, 2)
    }
  }
}
