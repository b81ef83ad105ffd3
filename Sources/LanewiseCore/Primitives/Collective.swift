import LanewiseEngine

/// An operation between the examples of a batch, along an axis that has a name.
///
/// Batching along that axis replaces it by an operation on arrays. Nothing is left of it in a program that runs.
package protocol Collective: Primitive {
  var axisNames: [String] { get }
}

extension Collective {
  package func concerns(axisName: String?) -> Bool { axisName.map(axisNames.contains) ?? false }

  /// Whether the batch whose rule is running is along this axis.
  func isBatched(along name: String) -> Bool { Context.current.batching?.axis.name == name }

  package func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray]) -> [Slot] {
    reportUnbound()
    return results.map { b.constant(Storage(byteCount: $0.byteCount), $0) }
  }
  package func evaluate(_ x: [NDArray], _ results: [AbstractArray]) -> [NDArray] {
    reportUnbound()
    return results.map { .poisoned($0) }
  }

  private func reportUnbound() {
    report(
      LanewiseError(
        .name,
        "\(name): the program refers to the axis \(axisNames.map { "'\($0)'" }.joined(separator: ", ")), so it can only run inside vmap or pmap with that axisName."
      ))
  }
}

/// The sum, largest or smallest over all examples of a batch, the same for each (`lax.psum`, `pmax`, `pmin`); for
/// several operands at once.
package struct AllReduce: Collective {
  package enum Op: String, Sendable {
    case sum = "psum"
    case max = "pmax"
    case min = "pmin"
  }

  package let op: Op
  package let axisNames: [String]
  package let count: Int

  package var name: String { op.rawValue }
  package var resultCount: Int { count }
  package var parameters: [Parameter] {
    [Parameter("axes", .tuple(axisNames.map { .name("'\($0)'") })), Parameter("axis_index_groups", .none)]
  }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    for name in axisNames { _ = try Context.axisSize(name) }
    for operand in x { try DTypeClass.number.check(name, operand) }
    return x
  }

  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    let results = bind(self, x)
    switch op {
    case .sum:
      let moving = zip(x, t).map { $0.dtype.isInexact ? $1 : nil }
      return (results, onEach(moving))
    case .max, .min:
      // Examples that attain the extreme share its tangent.
      let tangents = zip(zip(x, results), t).map { pair, tangent -> Tangent in
        guard let tangent, pair.0.dtype.isInexact else { return nil }
        let attained = Lax.convertElementType(Lax.eq(pair.0, pair.1), pair.0.dtype)
        let sums = bind(AllReduce(op: .sum, axisNames: axisNames, count: 2), [Lax.mul(tangent, attained), attained])
        return Lax.div(sums[0], sums[1])
      }
      return (results, tangents)
    }
  }

  /// As in JAX, each example differentiates the sum of all examples' results: cotangents are summed.
  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] {
    op == .sum ? onEach(cotangents) : notLinear(x)
  }

  /// The sums of those that are not zero.
  private func onEach(_ x: [Tangent]) -> [Tangent] {
    let moving = x.compactMap { $0 }
    guard !moving.isEmpty else { return x }
    var results = bind(AllReduce(op: op, axisNames: axisNames, count: moving.count), moving).makeIterator()
    return x.map { $0 == nil ? nil : results.next() }
  }

  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    guard let own = axisNames.first(where: isBatched) else { return (bind(self, x), axes) }
    let reduced = zip(x, axes).map { operand, axis -> NDArray in
      switch (op, axis) {
      case (.sum, let axis?): Lax.reduceSum(operand, [axis])
      case (.sum, nil): Lax.mul(operand, NDArray.literal(.int(Int64(size)), operand.dtype))
      case (.max, let axis?): Lax.reduceMax(operand, [axis])
      case (.min, let axis?): Lax.reduceMin(operand, [axis])
      case (_, nil): operand
      }
    }
    let rest = axisNames.filter { $0 != own }
    let results = rest.isEmpty ? reduced : bind(AllReduce(op: op, axisNames: rest, count: count), reduced)
    return (results, results.map { _ in nil })
  }
}

/// The number of the example along an axis (`lax.axis_index`).
package struct AxisIndex: Collective {
  package let axisName: String
  package var axisNames: [String] { [axisName] }
  package var name: String { "axis_index" }
  package var parameters: [Parameter] { [Parameter("axis_name", .name(axisName))] }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    _ = try Context.axisSize(axisName)
    return [AbstractArray([], .int32)]
  }
  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) { (bind(self, x), [nil]) }
  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] { notLinear(x) }
  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    ([Lax.iota(.int32, [size], 0)], [0])
  }
}

extension AllReduce {
  /// The collective that a text or JSON states, whose axes may be numbers, or none at all: over no axis it does nothing.
  static func make(_ op: Op, _ parameters: ParameterReader) throws -> any Primitive {
    guard let items = parameters["axes"]?.items else { throw parameters.missing("axes") }
    let names = items.compactMap { item -> String? in
      switch item {
      case .name(let name), .string(let name): name.filter { $0 != "'" }
      default: nil
      }
    }
    let positions = items.compactMap(\.int)
    guard names.count + positions.count == items.count else { throw parameters.missing("axes") }
    return positions.isEmpty && !names.isEmpty
      ? AllReduce(op: op, axisNames: names, count: parameters.operandCount)
      : PositionalAllReduce(op: op, positions: positions, axisNames: names, count: parameters.operandCount)
  }
}
