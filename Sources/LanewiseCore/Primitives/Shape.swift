import LanewiseEngine

/// Places the operand's dimensions in a larger shape; extents of 1 and new dimensions are repeated
/// (`lax.broadcast_in_dim`).
package struct BroadcastInDim: View {
  package let shape: Shape
  package let dimensions: [Int]
  package var name: String { "broadcast_in_dim" }
  package var parameters: [Parameter] {
    [Parameter("broadcast_dimensions", .ints(dimensions)), Parameter("shape", .ints(shape.dims))]
  }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    let operand = x[0].shape
    let increasing = zip(dimensions, dimensions.dropFirst()).allSatisfy(<)
    guard dimensions.count == operand.rank, increasing, dimensions.allSatisfy({ $0 >= 0 && $0 < shape.rank }) else {
      throw LanewiseError(
        .shape,
        "broadcast_in_dim: an operand of shape \(operand) cannot go to dimensions \(ParameterValue.ints(dimensions)) of \(shape); one increasing dimension is needed for each of its own."
      )
    }
    for (axis, dimension) in dimensions.enumerated() where operand[axis] != 1 && operand[axis] != shape[dimension] {
      throw LanewiseError(
        .shape,
        "broadcast_in_dim: dimension \(axis) of shape \(operand) cannot become dimension \(dimension) of \(shape); it must be equal or 1."
      )
    }
    return [x[0].with(shape: shape)]
  }
  /// Where nothing is repeated, the memory is the operand's.
  package func direct(_ x: NDArray) -> NDArray? {
    guard x.aval.count == shape.count, let memory = x.memory else { return viewed(x) }
    return (try? abstract([x.aval])[0]).map { NDArray($0, memory) }
  }
  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) { (bind(self, x), bind(self, [t[0]!])) }
  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] {
    [
      cotangents[0].map { ct in
        let operand = x[0].aval.shape
        let repeated = (0..<shape.rank).filter { dimension in
          guard let axis = dimensions.firstIndex(of: dimension) else { return true }
          return operand[axis] == 1 && shape[dimension] != 1
        }
        return Lax.reshape(Lax.reduceSum(ct, repeated), operand.dims)
      }
    ]
  }
  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    let front = Lax.moveAxis(x[0], from: axes[0]!, to: 0)
    return ([Lax.broadcastInDim(front, [size] + shape.dims, [0] + dimensions.map { $0 + 1 })], [0])
  }
  package func map(_ operand: Shape) -> ViewMap {
    let own = operand.strides
    var strides = [Int](repeating: 0, count: shape.rank)
    for (axis, dimension) in dimensions.enumerated() where operand[axis] == shape[dimension] {
      strides[dimension] = own[axis]
    }
    return ViewMap(offset: 0, strides: strides)
  }
}

/// The same elements in row-major order, under another shape (`lax.reshape`).
package struct Reshape: DirectUnary {
  package let shape: Shape
  /// The order in which the operand's dimensions are read; nil is their own.
  package var dimensions: [Int]? = nil
  package var name: String { "reshape" }
  package var parameters: [Parameter] {
    [Parameter("dimensions", dimensions.map { .ints($0) } ?? .none), Parameter("new_sizes", .ints(shape.dims))]
  }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    guard x[0].count == shape.count else {
      throw LanewiseError(
        .shape,
        "reshape: shape \(x[0].shape) has \(x[0].count) elements and \(shape) has \(shape.count); they must be equally many."
      )
    }
    if let dimensions, dimensions.sorted() != Array(0..<x[0].rank) {
      throw LanewiseError(
        .shape,
        "reshape: \(ParameterValue.ints(dimensions)) is not an order of the dimensions of shape \(x[0].shape); name each of 0..<\(x[0].rank) once."
      )
    }
    return [x[0].with(shape: shape)]
  }
  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) { (bind(self, x), bind(self, [t[0]!])) }
  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] {
    let operand = x[0].aval.shape
    guard let dimensions else { return [cotangents[0].map { Lax.reshape($0, operand.dims) }] }
    return [
      cotangents[0].map { ct in
        var inverse = dimensions
        for (index, axis) in dimensions.enumerated() { inverse[axis] = index }
        return Lax.transpose(Lax.reshape(ct, dimensions.map { operand[$0] }), inverse)
      }
    ]
  }
  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    var batched = Reshape(shape: Shape([size] + shape.dims))
    batched.dimensions = dimensions.map { [0] + $0.map { $0 + 1 } }
    return (bind(batched, [Lax.moveAxis(x[0], from: axes[0]!, to: 0)]), [0])
  }
  package func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray]) -> [Slot] {
    guard let dimensions else { return [b.reshape(x[0], shape)] }
    let own = b.type(x[0]).shape
    let strides = own.strides
    let ordered = b.view(
      x[0], shape: Shape(dimensions.map { own[$0] }), offset: 0, strides: dimensions.map { strides[$0] })
    return [b.reshape(ordered, shape)]
  }
  package func direct(_ x: NDArray) -> NDArray? {
    guard dimensions == nil, x.aval.count == shape.count, let memory = x.memory else { return nil }
    return NDArray(x.aval.with(shape: shape), memory)
  }
}

/// Drops dimensions of extent 1 (`lax.squeeze`).
package struct Squeeze: DirectUnary {
  package let dimensions: [Int]
  package var name: String { "squeeze" }
  package var parameters: [Parameter] { [Parameter("dimensions", .ints(dimensions))] }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    try ShapeRule.axes(name, dimensions, rank: x[0].rank)
    if let bad = dimensions.first(where: { x[0].shape[$0] != 1 }) {
      throw LanewiseError(
        .shape,
        "squeeze: dimension \(bad) of shape \(x[0].shape) has extent \(x[0].shape[bad]); only extents of 1 can be dropped."
      )
    }
    return [x[0].with(shape: Shape((0..<x[0].rank).filter { !dimensions.contains($0) }.map { x[0].shape[$0] }))]
  }
  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) { (bind(self, x), bind(self, [t[0]!])) }
  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] {
    [cotangents[0].map { Lax.reshape($0, x[0].aval.shape.dims) }]
  }
  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    (bind(Squeeze(dimensions: dimensions.map { $0 + 1 }), [Lax.moveAxis(x[0], from: axes[0]!, to: 0)]), [0])
  }
  package func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray]) -> [Slot] {
    [b.reshape(x[0], results[0].shape)]
  }
  package func direct(_ x: NDArray) -> NDArray? {
    guard let memory = x.memory, let result = try? abstract([x.aval])[0] else { return nil }
    return NDArray(result, memory)
  }
}

/// The dimensions in another order (`lax.transpose`).
package struct Transpose: View {
  package let permutation: [Int]
  package var name: String { "transpose" }
  package var parameters: [Parameter] { [Parameter("permutation", .ints(permutation))] }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    let rank = x[0].rank
    let named = permutation.reduce(0) { $1 >= 0 && $1 < rank ? $0 | 1 << $1 : $0 }
    guard permutation.count == rank, named == 1 << rank - 1 else {
      throw LanewiseError(
        .shape,
        "transpose: \(ParameterValue.ints(permutation)) is not an order of the dimensions of shape \(x[0].shape); name each of 0..<\(x[0].rank) once."
      )
    }
    return [x[0].with(shape: x[0].shape.permuted(permutation))]
  }
  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) { (bind(self, x), bind(self, [t[0]!])) }
  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] {
    [
      cotangents[0].map { ct in
        var inverse = permutation
        for (index, axis) in permutation.enumerated() { inverse[axis] = index }
        return Lax.transpose(ct, inverse)
      }
    ]
  }
  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    let axis = axes[0]!
    return ([Lax.transpose(x[0], [axis] + permutation.map { $0 < axis ? $0 : $0 + 1 })], [0])
  }
  package func map(_ operand: Shape) -> ViewMap {
    let strides = operand.strides
    return ViewMap(offset: 0, strides: permutation.map { strides[$0] })
  }
}

/// The elements in reverse order along some dimensions (`lax.rev`).
package struct Rev: View {
  package let dimensions: [Int]
  package var name: String { "rev" }
  package var parameters: [Parameter] { [Parameter("dimensions", .ints(dimensions))] }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    try ShapeRule.axes(name, dimensions, rank: x[0].rank)
    return x
  }
  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) { (bind(self, x), bind(self, [t[0]!])) }
  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] {
    [cotangents[0].map { bind(self, [$0])[0] }]
  }
  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    let axis = axes[0]!
    return (bind(Rev(dimensions: dimensions.map { $0 < axis ? $0 : $0 + 1 }), x), axes)
  }
  package func map(_ operand: Shape) -> ViewMap {
    var strides = operand.strides
    var offset = 0
    for axis in dimensions {
      offset += Swift.max(operand[axis] - 1, 0) * strides[axis]
      strides[axis] = -strides[axis]
    }
    return ViewMap(offset: offset, strides: strides)
  }
}

/// Every `stride`-th element between fixed bounds (`lax.slice`).
package struct Slice: View {
  package let start: [Int], limit: [Int]
  /// nil is 1 everywhere.
  package let strides: [Int]?
  package var name: String { "slice" }
  package var parameters: [Parameter] {
    [
      Parameter("limit_indices", .ints(limit)), Parameter("start_indices", .ints(start)),
      Parameter("strides", strides.map { .ints($0) } ?? .none),
    ]
  }

  private func step(_ axis: Int) -> Int { strides?[axis] ?? 1 }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    let shape = x[0].shape
    guard start.count == shape.rank, limit.count == shape.rank, strides.map({ $0.count == shape.rank }) ?? true else {
      throw LanewiseError(
        .shape,
        "slice: \(start.count) starts and \(limit.count) limits for shape \(shape); one of each is needed for every dimension."
      )
    }
    var dims: [Int] = []
    for axis in 0..<shape.rank {
      guard start[axis] >= 0, start[axis] <= limit[axis], limit[axis] <= shape[axis], step(axis) > 0 else {
        throw LanewiseError(
          .index,
          "slice: \(start[axis])..<\(limit[axis]) by \(step(axis)) is not within dimension \(axis) of shape \(shape), which has extent \(shape[axis])."
        )
      }
      let extent = limit[axis] - start[axis]
      dims.append(extent == 0 ? 0 : (extent - 1) / step(axis) + 1)
    }
    return [x[0].with(shape: Shape(dims))]
  }
  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) { (bind(self, x), bind(self, [t[0]!])) }
  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] {
    [
      cotangents[0].map { ct in
        let operand = x[0].aval.shape
        let config = (0..<operand.rank).map { axis -> Pad.Axis in
          let covered = ct.aval.shape[axis] == 0 ? 0 : (ct.aval.shape[axis] - 1) * step(axis) + 1
          return Pad.Axis(low: start[axis], high: operand[axis] - start[axis] - covered, interior: step(axis) - 1)
        }
        return Lax.pad(ct, Lax.scalarLike(ct, 0), config)
      }
    ]
  }
  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    let axis = axes[0]!
    func inserted(_ values: [Int], _ value: Int) -> [Int] {
      var values = values
      values.insert(value, at: axis)
      return values
    }
    return (
      bind(Slice(start: inserted(start, 0), limit: inserted(limit, size), strides: strides.map { inserted($0, 1) }), x),
      axes
    )
  }
  package func map(_ operand: Shape) -> ViewMap {
    var strides = operand.strides
    var offset = 0
    for axis in 0..<operand.rank {
      offset += start[axis] * strides[axis]
      strides[axis] *= step(axis)
    }
    return ViewMap(offset: offset, strides: strides)
  }
}

/// Each element's index along one dimension (`lax.iota`).
package struct Iota: Primitive {
  package let dtype: DType
  package let shape: Shape
  package let dimension: Int
  package var name: String { "iota" }
  package var arity: Int? { 0 }
  package var parameters: [Parameter] {
    [Parameter("dimension", .int(dimension)), Parameter("dtype", .dtype(dtype)), Parameter("shape", .ints(shape.dims))]
  }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    try ShapeRule.axes(name, [dimension], rank: shape.rank)
    try DTypeClass.number.check(name, AbstractArray(shape, dtype))
    return [AbstractArray(shape, dtype)]
  }
  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) { (bind(self, x), [nil]) }
  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] { [] }
  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) { (bind(self, x), [nil]) }
  package func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray]) -> [Slot] {
    [b.iota(results[0], dimension: dimension)]
  }

  /// Elements up to which they are written at once, by one thread.
  private static let mostDirect = 1 << 15

  package func evaluate(_ x: [NDArray], _ results: [AbstractArray]) -> [NDArray] {
    direct().map { [$0] } ?? evaluateAsProgram(x, results)
  }

  package func direct() -> NDArray? {
    guard shape.count > 0, shape.count <= Self.mostDirect, dimension >= 0, dimension < shape.rank,
      DTypeClass.number.accepts(dtype)
    else { return nil }
    var places = Direct.iota(count: shape[dimension], dtype)
    if shape.rank > 1 {
      var strides = [Int](repeating: 0, count: shape.rank)
      strides[dimension] = 1
      places = Direct.view(places, dtype, shape, offset: 0, strides: strides)
    }
    return NDArray(AbstractArray(shape, dtype), places)
  }
}
