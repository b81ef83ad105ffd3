import LanewiseCore

/// How many points lie in each cell of a grid (`jnp.histogramdd`): a row of `samples` is a point, and each dimension has
/// `bins` bins of one width from its least to its greatest coordinate, or over its range.
public func histogramdd(
  _ samples: NDArray, bins: Int = 10, ranges: [(Double, Double)]? = nil, weights: NDArray? = nil, density: Bool = false
) -> (counts: NDArray, edges: [NDArray]) {
  guard Check.rank("histogramdd", samples, 2, 2), ranges == nil || ranges!.count == samples.aval.shape[1] else {
    if samples.ndim == 2 {
      report(
        LanewiseError(
          .value,
          "histogramdd: \(ranges!.count) ranges for samples of shape \(samples.aval.shape); each coordinate needs one."))
    }
    return (.poisoned(samples.aval), [])
  }
  let coordinates = unstack(Promote.inexact(samples), axis: 1)
  let edges = coordinates.enumerated().map { histogramBinEdges($1, bins: bins, range: ranges?[$0]) }
  let places = zip(coordinates, edges).map { x, edges in
    let place = searchsorted(edges, x, side: .right)
    return `where`(x .== edges[-1], place - 1, place)
  }
  let shape = [Int](repeating: bins + 2, count: coordinates.count)
  let cells = ravelMultiIndex(places, shape, mode: .clip)
  var counts = Lax.reshape(bincount(cells, weights: weights, length: shape.reduce(1, *)), shape)
  // The cells outside the grid.
  counts = Lax.slice(counts, shape.map { _ in 1 }, shape.map { $0 - 1 })
  if density {
    counts = counts.astype(coordinates.first?.dtype ?? .float32)
    counts = counts / sum(counts)
    for (axis, edges) in edges.enumerated() {
      counts = counts / Lax.reshape(diff(edges), shape.indices.map { $0 == axis ? bins : 1 })
    }
  }
  return (counts, edges)
}

/// How many points of the plane lie in each cell of a grid, and the edges of the cells along both axes
/// (`jnp.histogram2d`).
public func histogram2d(
  _ x: NDArray, _ y: NDArray, bins: Int = 10, ranges: [(Double, Double)]? = nil, weights: NDArray? = nil,
  density: Bool = false
) -> (counts: NDArray, xEdges: NDArray, yEdges: NDArray) {
  let (counts, edges) = histogramdd(
    stack([x, y], axis: -1), bins: bins, ranges: ranges, weights: weights, density: density)
  return edges.count == 2 ? (counts, edges[0], edges[1]) : (counts, .poisoned(x.aval), .poisoned(y.aval))
}
