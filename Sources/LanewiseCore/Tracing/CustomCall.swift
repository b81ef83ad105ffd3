/// A call of a user's function that has rules of its own, while it is under way.
///
/// The function is not traced for it: where nothing is staged, it runs as it stands, and may branch on values. Each trace
/// calls the rule it needs; a staging trace asks for a primitive, which holds the traced function and the rules.
package protocol CustomCall: Transformable {
  /// Runs the function under the current trace, without regard to its rules.
  func run(_ x: [NDArray]) -> [NDArray]
  /// The call as a primitive and its operands: arrays that the function captured, then `x`.
  func staged(_ x: [NDArray]) -> (any Primitive, [NDArray])
}

extension CustomCall {
  package func apply(_ x: [NDArray]) -> [NDArray] {
    guard let trace = Context.current.trace else { return run(x) }
    return trace.process(self, x)
  }

  /// The function may have captured arrays of any batch.
  package func concerns(axisName: String?) -> Bool { true }
}

/// The functions of a call on a batch: they run later, perhaps under other traces, and what one gives must have its
/// batch where what another gives has it.
package final class BatchedCall: @unchecked Sendable {
  private let original: BatchTrace?
  private let axis: BatchAxis
  /// Whether results carry the batch, along axis 0: all of them or none. Known from the start where an operand does;
  /// else by the first that ran.
  package private(set) var isBatched: Bool?

  /// For operands of which any that carries a batch has it along axis 0.
  package init(_ mask: [Bool], size: Int, force: Bool = false) {
    original = Context.current.batching
    axis = BatchAxis(name: original?.axis.name, size: size)
    if force || mask.contains(true) { isBatched = true }
  }

  /// Results of `f`, with the batch along axis 0 of every one of them or of none.
  package func run(_ x: [NDArray], _ mask: [Bool], _ f: ([NDArray]) -> [NDArray]) -> [NDArray] {
    let results = runFreely(x, mask, f)
    let anyBatched = results.contains { $0.axis != nil }
    if isBatched == nil { isBatched = anyBatched }
    guard isBatched == true else {
      if anyBatched {
        report(
          LanewiseError(
            .unexpectedTracer,
            "vmap: a derivative rule captured an array of the batch that its function does not depend on; pass it as an argument instead."
          ))
      }
      return results.map(\.value)
    }
    return results.map {
      $0.value.isPoisoned ? $0.value : Lax.moveBatch($0.value, from: $0.axis, to: 0, size: axis.size)
    }
  }

  /// Results of `f`, with the batch where it comes to lie.
  package func runFreely(
    _ x: [NDArray], _ mask: [Bool], _ f: ([NDArray]) -> [NDArray]
  ) -> [(value: NDArray, axis: Int?)] {
    batch(x, axes: mask.map { $0 ? 0 : nil }, size: axis.size, name: axis.name, continuing: original, f)
  }

  package var axes: Int? { isBatched == true ? 0 : nil }

  /// Operands with any batch along axis 0.
  package static func front(_ x: [NDArray], _ axes: [Int?]) -> [NDArray] {
    zip(x, axes).map { operand, axis in axis.map { Lax.moveAxis(operand, from: $0, to: 0) } ?? operand }
  }
}
