import LanewiseEngine

// Collectives that move data between the examples of a batch. Each is linear.

/// Every example gets all examples' arrays, along a new axis or, tiled, joined along an axis (`lax.all_gather`).
package struct AllGather: Collective {
  package let axisName: String
  package let dimension: Int
  package let axisSize: Int
  package let tiled: Bool

  package var axisNames: [String] { [axisName] }
  package var name: String { "all_gather" }
  package var parameters: [Parameter] {
    [
      Parameter("all_gather_dimension", .int(dimension)), Parameter("axis_index_groups", .none),
      Parameter("axis_name", .name(axisName)), Parameter("axis_size", .int(axisSize)), Parameter("tiled", .bool(tiled)),
    ]
  }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    let size = try Context.axisSize(axisName)
    let last = tiled ? x[0].rank - 1 : x[0].rank
    guard dimension >= 0, dimension <= last else {
      throw LanewiseError(.shape, "all_gather: axis \(dimension) is out of range for shape \(x[0].shape).")
    }
    guard tiled else { return [x[0].inserting(size, axis: dimension)] }
    var shape = x[0].shape
    shape[dimension] *= size
    return [x[0].with(shape: shape)]
  }

  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) { (bind(self, x), bind(self, [t[0]!])) }

  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] {
    let scatter = ReduceScatter(axisName: axisName, dimension: dimension, axisSize: axisSize, tiled: tiled)
    return [cotangents[0].map { bind(scatter, [$0])[0] }]
  }

  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    guard isBatched(along: axisName) else {
      let inner = AllGather(axisName: axisName, dimension: dimension + 1, axisSize: axisSize, tiled: tiled)
      return (bind(inner, BatchedCall.front(x, axes)), [0])
    }
    let gathered = Lax.moveBatch(x[0], from: axes[0], to: dimension, size: size)
    return ([tiled ? Lax.merging(gathered, dimension) : gathered], [nil])
  }
}

/// The sum over all examples, of which each example gets its part along an axis (`lax.psum_scatter`).
package struct ReduceScatter: Collective {
  package let axisName: String
  package let dimension: Int
  package let axisSize: Int
  package let tiled: Bool

  package var axisNames: [String] { [axisName] }
  package var name: String { "reduce_scatter" }
  package var parameters: [Parameter] {
    [
      Parameter("axis_index_groups", .none), Parameter("axis_name", .name(axisName)),
      Parameter("axis_size", .int(axisSize)), Parameter("scatter_dimension", .int(dimension)),
      Parameter("tiled", .bool(tiled)),
    ]
  }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    let size = try Context.axisSize(axisName)
    guard dimension >= 0, dimension < x[0].rank,
      tiled ? x[0].shape[dimension] % Swift.max(size, 1) == 0 : x[0].shape[dimension] == size
    else {
      throw LanewiseError(
        .shape,
        "reduce_scatter: dimension \(dimension) of shape \(x[0].shape) cannot be scattered over the axis '\(axisName)' of size \(size); its extent must be \(tiled ? "divisible by" : "equal to") that."
      )
    }
    guard tiled else { return [x[0].removing(axis: dimension)] }
    var shape = x[0].shape
    shape[dimension] /= Swift.max(size, 1)
    return [x[0].with(shape: shape)]
  }

  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) { (bind(self, x), bind(self, [t[0]!])) }

  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] {
    let gather = AllGather(axisName: axisName, dimension: dimension, axisSize: axisSize, tiled: tiled)
    return [cotangents[0].map { bind(gather, [$0])[0] }]
  }

  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    guard isBatched(along: axisName) else {
      let inner = ReduceScatter(axisName: axisName, dimension: dimension + 1, axisSize: axisSize, tiled: tiled)
      return (bind(inner, BatchedCall.front(x, axes)), [0])
    }
    let total =
      axes[0].map { Lax.reduceSum(x[0], [$0]) } ?? Lax.mul(x[0], NDArray.literal(.int(Int64(size)), x[0].dtype))
    return ([tiled ? Lax.splitting(total, dimension, size) : total], [dimension])
  }
}

/// Each example's array is cut along one axis into as many parts as there are examples; example i gets the i-th part of
/// every array, joined along another axis (`lax.all_to_all`).
package struct AllToAll: Collective {
  package let axisName: String
  package let splitAxis: Int
  package let concatAxis: Int
  /// Whether the caller asked for it in this form, or with axes that come and go.
  package let tiled: Bool

  package var axisNames: [String] { [axisName] }
  package var name: String { "all_to_all" }
  package var parameters: [Parameter] {
    [
      Parameter("axis_index_groups", .none), Parameter("axis_name", .name(axisName)),
      Parameter("concat_axis", .int(concatAxis)), Parameter("split_axis", .int(splitAxis)),
      Parameter("tiled", .bool(tiled)),
    ]
  }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    let size = try Context.axisSize(axisName)
    var shape = x[0].shape
    guard splitAxis >= 0, splitAxis < shape.rank, concatAxis >= 0, concatAxis < shape.rank,
      shape[splitAxis] % Swift.max(size, 1) == 0
    else {
      throw LanewiseError(
        .shape,
        "all_to_all: shape \(shape) cannot be split along axis \(splitAxis) over the axis '\(axisName)' of size \(size) and joined along axis \(concatAxis)."
      )
    }
    shape[splitAxis] /= Swift.max(size, 1)
    shape[concatAxis] *= size
    return [x[0].with(shape: shape)]
  }

  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) { (bind(self, x), bind(self, [t[0]!])) }

  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] {
    let back = AllToAll(axisName: axisName, splitAxis: concatAxis, concatAxis: splitAxis, tiled: tiled)
    return [cotangents[0].map { bind(back, [$0])[0] }]
  }

  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    guard isBatched(along: axisName) else {
      let inner = AllToAll(
        axisName: axisName, splitAxis: splitAxis + 1, concatAxis: concatAxis + 1, tiled: tiled)
      return (bind(inner, BatchedCall.front(x, axes)), [0])
    }
    // [source, …, target, part, …] becomes [target, …, source, …], and source is merged with what it stands before.
    let source = Lax.moveBatch(x[0], from: axes[0], to: 0, size: size)
    let parts = Lax.splitting(source, splitAxis + 1, size)
    let target = Lax.moveAxis(parts, from: splitAxis + 1, to: 0)
    return ([Lax.merging(Lax.moveAxis(target, from: 1, to: concatAxis + 1), concatAxis + 1)], [0])
  }
}

/// Each example's array goes to another example; one to which none goes gets zeros (`lax.ppermute`).
package struct Permute: Collective {
  package let axisName: String
  package let pairs: [(source: Int, target: Int)]

  package var axisNames: [String] { [axisName] }
  package var name: String { "ppermute" }
  package var parameters: [Parameter] {
    [
      Parameter("axis_name", .name(axisName)),
      Parameter("perm", .tuple(pairs.map { .tuple([.int($0.source), .int($0.target)]) })),
    ]
  }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    let size = try Context.axisSize(axisName)
    let (sources, targets) = (pairs.map(\.source), pairs.map(\.target))
    guard Set(sources).count == pairs.count, Set(targets).count == pairs.count else {
      throw LanewiseError(
        .value, "ppermute: the pairs \(parameters[1].value) name a source or a target twice; each may occur once.")
    }
    guard (sources + targets).allSatisfy({ $0 >= 0 && $0 < size }) else {
      throw LanewiseError(
        .value, "ppermute: the pairs \(parameters[1].value) do not fit the axis '\(axisName)' of size \(size).")
    }
    return x
  }

  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) { (bind(self, x), bind(self, [t[0]!])) }

  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] {
    let back = Permute(axisName: axisName, pairs: pairs.map { (source: $0.target, target: $0.source) })
    return [cotangents[0].map { bind(back, [$0])[0] }]
  }

  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    guard isBatched(along: axisName) else { return (bind(self, x), axes) }
    let all = Lax.moveBatch(x[0], from: axes[0], to: 0, size: size)
    var sources = [Int32](repeating: Int32(size), count: size)
    for pair in pairs { sources[pair.target] = Int32(pair.source) }
    // A source out of bounds is none: the fill value is 0.
    let rows = Lax.gather(
      all, Lax.reshape(NDArray(sources), [size, 1]),
      GatherDims(offset: Array(1..<Swift.max(all.ndim, 1)), collapsed: [0], startIndexMap: [0]),
      sliceSizes: [1] + all.shape.dropFirst(), mode: .fillOrDrop, fillValue: .int(0))
    return ([rows], [0])
  }
}

extension Lax {
  /// An axis and the next as one.
  fileprivate static func merging(_ x: NDArray, _ axis: Int) -> NDArray {
    var shape = x.shape
    guard axis + 1 < shape.count else { return x }
    shape[axis] *= shape.remove(at: axis + 1)
    return reshape(x, shape)
  }
  /// An axis as two, of which the first has `size` places.
  fileprivate static func splitting(_ x: NDArray, _ axis: Int, _ size: Int) -> NDArray {
    var shape = x.shape
    guard axis < shape.count else { return x }
    shape[axis] /= Swift.max(size, 1)
    shape.insert(size, at: axis)
    return reshape(x, shape)
  }
}
