import LanewiseEngine

/// Arrays one after the other along a dimension (`lax.concatenate`).
package struct Concatenate: StepPrimitive {
  package let dimension: Int
  package var name: String { "concatenate" }
  package var arity: Int? { nil }
  package var parameters: [Parameter] { [Parameter("dimension", .int(dimension))] }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    guard let first = x.first else { throw LanewiseError(.value, "concatenate: it needs at least one array.") }
    try ShapeRule.sameDType(name, x)
    try ShapeRule.axes(name, [dimension], rank: first.rank)
    let others = first.removing(axis: dimension).shape
    guard x.allSatisfy({ $0.rank == first.rank && $0.removing(axis: dimension).shape == others }) else {
      throw LanewiseError(
        .shape,
        "concatenate: shapes \(x.map(\.shape.description).joined(separator: " and ")) differ outside dimension \(dimension); only that one may."
      )
    }
    var shape = first.shape
    shape[dimension] = x.reduce(0) { $0 + $1.shape[dimension] }
    return [AbstractArray(shape, first.dtype, weak: x.allSatisfy(\.weak))]
  }
  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    (bind(self, x), bind(self, zip(x, t).map { $1 ?? Lax.fullLike($0, 0) }))
  }
  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] {
    guard let ct = cotangents[0] else { return x.map { _ in nil } }
    var start = 0
    return x.map { operand in
      let extent = operand.aval.shape[dimension]
      defer { start += extent }
      return operand.isLinear ? Lax.sliceInDim(ct, start, start + extent, axis: dimension) : nil
    }
  }
  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    let moved = zip(x, axes).map { Lax.moveBatch($0, from: $1, to: 0, size: size) }
    return (bind(Concatenate(dimension: dimension + 1), moved), [0])
  }
  package var step: any Step { ConcatenateStep(axis: dimension) }

  /// Results up to so many bytes are put together here, where the parts come whole one behind the other.
  private static let directByteCount = 1 << 16

  package func evaluate(_ x: [NDArray], _ results: [AbstractArray]) -> [NDArray] {
    let type = results[0]
    guard type.byteCount <= Self.directByteCount, (0..<dimension).allSatisfy({ type.shape[$0] == 1 }) else {
      return evaluateAsProgram(x, results)
    }
    let result = NDArray.make(type) { address in
      var end = address
      for part in x {
        end.copyMemory(from: part.storage!.address, byteCount: part.aval.byteCount)
        end += part.aval.byteCount
      }
    }
    return [result]
  }
}

/// A border of a value around the operand, and between its elements (`lax.pad`); negative amounts crop.
package struct Pad: StepPrimitive {
  package struct Axis: Hashable, Sendable {
    package var low = 0, high = 0, interior = 0
    package init(low: Int = 0, high: Int = 0, interior: Int = 0) {
      self.low = low
      self.high = high
      self.interior = interior
    }
  }
  package let config: [Axis]
  package var name: String { "pad" }
  package var arity: Int? { 2 }
  package var parameters: [Parameter] {
    [Parameter("padding_config", .tuple(config.map { .ints([$0.low, $0.high, $0.interior]) }))]
  }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    try ShapeRule.sameDType(name, x)
    guard config.count == x[0].rank, x[1].shape.isScalar, config.allSatisfy({ $0.interior >= 0 }) else {
      throw LanewiseError(
        .shape,
        "pad: \(config.count) paddings for an array of shape \(x[0].shape) and a value of shape \(x[1].shape); one padding is needed for each dimension, and a value of rank 0."
      )
    }
    var dims: [Int] = []
    for (axis, pad) in config.enumerated() {
      let extent = x[0].shape[axis]
      let padded = pad.low + pad.high + extent + Swift.max(extent - 1, 0) * pad.interior
      guard padded >= 0 else {
        throw LanewiseError(.shape, "pad: dimension \(axis) of shape \(x[0].shape) would have the extent \(padded).")
      }
      dims.append(padded)
    }
    return [x[0].with(shape: try ShapeRule.shape(name, dims))]
  }
  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    (bind(self, x), bind(self, zip(x, t).map { $1 ?? Lax.scalarZero($0) }))
  }
  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] {
    guard let ct = cotangents[0] else { return [nil, nil] }
    let uncropped = Lax.pad(ct, Lax.scalarLike(ct, 0), config.map { Axis(low: -$0.low, high: -$0.high) })
    let inner = bind(
      Slice(
        start: config.map { _ in 0 }, limit: uncropped.shape, strides: config.map { $0.interior + 1 }), [uncropped])[0]
    guard x[1].isLinear else { return [inner, nil] }
    let all = Array(0..<config.count)
    let border = Lax.sub(Lax.reduceSum(ct, all), Lax.reduceSum(inner, all))
    return [x[0].isLinear ? inner : nil, border]
  }
  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    let operand = Lax.moveBatch(x[0], from: axes[0], to: 0, size: size)
    guard axes[1] != nil else { return (bind(Pad(config: [Axis()] + config), [operand, x[1]]), [0]) }
    // Each example has its own value: pad with anything, then put the values where the border is.
    let wide = Pad(config: [Axis()] + config)
    let padded = bind(wide, [operand, Lax.scalarLike(operand, 0)])[0]
    let inside = bind(wide, [Lax.full(operand.shape, .bool(true), .bool), Lax.scalar(.bool(false), .bool)])[0]
    return ([Lax.select(inside, padded, Lax.broadcastInDim(x[1], padded.shape, [0]))], [0])
  }
  package var step: any Step { PadStep(low: config.map(\.low), high: config.map(\.high), interior: config.map(\.interior)) }
}

extension Pad {
  init(_ parameters: ParameterReader) throws {
    let axes = parameters["padding_config"]?.items?.compactMap(\.ints)
    let limit = Int(Int32.max)
    guard let axes, axes.allSatisfy({ $0.count == 3 && $0.allSatisfy { (-limit...limit).contains($0) } }) else { throw parameters.missing("padding_config") }
    self.init(config: axes.map { Axis(low: $0[0], high: $0[1], interior: $0[2]) })
  }
}
