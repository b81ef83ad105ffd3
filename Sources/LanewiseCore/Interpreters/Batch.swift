import LanewiseEngine

/// Carries a batch of values in place of each one: vectorisation.
package final class BatchTrace: Trace {
  package let axis: BatchAxis
  /// The same for all traces that carry on one batch: a rule of a user's function runs later, under a trace of its own,
  /// and may have captured arrays of the batch.
  private let batchIdentity: ObjectIdentifier?

  /// - Parameter original: the trace whose batch this one carries on.
  package init(parent: Trace?, axis: BatchAxis, continuing original: BatchTrace? = nil) {
    self.axis = axis
    batchIdentity = original.map { $0.batchIdentity ?? ObjectIdentifier($0) }
    // A collective concerns a named axis without having operands of the batch.
    super.init(parent: parent, handsOn: axis.name == nil)
  }

  package final class Batched: Tracer, @unchecked Sendable {
    /// The whole batch, and the axis along which it lies.
    package let value: NDArray
    package let axis: Int
    init(_ value: NDArray, _ axis: Int, _ trace: Trace) {
      self.value = value
      self.axis = axis
      super.init(value.aval.removing(axis: axis), trace)
    }
  }

  package func batched(_ value: NDArray, _ axis: Int?) -> NDArray {
    guard let axis, !value.isPoisoned else { return value }
    return NDArray(Batched(value, axis, self))
  }

  package func split(_ x: NDArray) -> (value: NDArray, axis: Int?) {
    guard x.isTracer, carries(unsafeDowncast(x.node, to: Tracer.self).trace) else { return (x, nil) }
    let batched = unsafeDowncast(x.node, to: Batched.self)
    return (batched.value, batched.axis)
  }

  /// Whether the tracers of `trace` carry this trace's batch.
  private func carries(_ trace: Trace) -> Bool {
    if trace === self { return true }
    guard let batchIdentity else { return false }
    if ObjectIdentifier(trace) == batchIdentity { return true }
    return (trace as? BatchTrace)?.batchIdentity == batchIdentity
  }

  override package func process(_ p: any Primitive, _ x: [NDArray], _ results: [AbstractArray]) -> [NDArray] {
    vectorize(p, x)
  }
  override package func process(_ call: any CustomCall, _ x: [NDArray]) -> [NDArray] { vectorize(call, x) }

  private func vectorize(_ p: some Transformable, _ x: [NDArray]) -> [NDArray] {
    var values = x
    var axes = [Int?](filledWith: nil, count: x.count)
    for index in x.indices { (values[index], axes[index]) = split(x[index]) }
    return Context.with(parent) {
      guard axes.contains(where: { $0 != nil }) || p.concerns(axisName: axis.name) else { return p.apply(values) }
      let (outputs, outputAxes) = Context.batching(self) { p.batch(values, axes, size: axis.size) }
      return zip(outputs, outputAxes).map(batched)
    }
  }
}

extension AbstractArray {
  package func removing(axis: Int) -> AbstractArray {
    var rest = Shape()
    for other in 0..<rank where other != axis { rest.append(shape[other]) }
    return with(shape: rest)
  }
  package func inserting(_ size: Int, axis: Int) -> AbstractArray {
    var wider = Shape()
    for other in 0..<axis { wider.append(shape[other]) }
    wider.append(size)
    for other in axis..<rank { wider.append(shape[other]) }
    return with(shape: wider)
  }
}

/// The results of `f` for a batch of operands, with the axis of each result's batch (nil: the same for all).
///
/// - Parameters:
///   - name: what collectives call the axis.
///   - original: the trace whose batch this is, where `f` may have captured arrays of it.
package func batch(
  _ x: [NDArray], axes: [Int?], size: Int, name: String? = nil, continuing original: BatchTrace? = nil,
  _ f: ([NDArray]) -> [NDArray]
) -> [(value: NDArray, axis: Int?)] {
  let axis = BatchAxis(name: name, size: size)
  let trace = BatchTrace(parent: Context.current.trace, axis: axis, continuing: original)
  return Context.with(axis: axis) { trace.run { f(zip(x, axes).map(trace.batched)) } }.map(trace.split)
}

extension Jaxpr {
  /// The program for a batch along axis 0 of the operands that `batched` marks; every result that `mask` marks, and
  /// every one that `force` marks, has its batch along axis 0.
  package func batched(_ batched: [Bool], size: Int, force: [Bool]? = nil) -> (jaxpr: Jaxpr, mask: [Bool]) {
    // Under a rule, the axis has the name of the batch whose rule it is.
    let name = Context.current.batching?.axis.name
    let form = derived.form(.batch(batched, BatchAxis(name: name, size: size), force)) {
      var mask: [Bool] = []
      let types = zip(inputTypes, batched).map { $1 ? $0.inserting(size, axis: 0) : $0 }
      let jaxpr = stage(types) { x in
        let results = batch(x, axes: batched.map { $0 ? 0 : nil }, size: size, name: name) { self($0) }
        return results.enumerated().map { index, result in
          let wanted = result.axis != nil || force?[index] == true
          mask.append(wanted)
          return wanted ? Lax.moveBatch(result.value, from: result.axis, to: 0, size: size) : result.value
        }
      }
      return DerivedForms.Form(jaxprs: [jaxpr], mask: mask)
    }
    return (form.jaxprs[0], form.mask)
  }
}
