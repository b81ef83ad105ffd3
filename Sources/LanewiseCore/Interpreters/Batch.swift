import LanewiseEngine

/// Carries a batch of values in place of each one: vectorisation.
package final class BatchTrace: Trace {
  package let size: Int

  package init(parent: Trace?, size: Int) {
    self.size = size
    super.init(parent: parent)
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
    guard x.isTracer, unsafeDowncast(x.node, to: Tracer.self).trace === self else { return (x, nil) }
    let batched = unsafeDowncast(x.node, to: Batched.self)
    return (batched.value, batched.axis)
  }

  override package func process(_ p: any Primitive, _ x: [NDArray], _ results: [AbstractArray]) -> [NDArray] {
    var values = x
    var axes = [Int?](repeating: nil, count: x.count)
    for index in x.indices { (values[index], axes[index]) = split(x[index]) }
    return Context.with(parent) {
      guard axes.contains(where: { $0 != nil }) else { return bind(p, values) }
      let (outputs, outputAxes) = p.batch(values, axes, size: size)
      return zip(outputs, outputAxes).map(batched)
    }
  }
}

extension AbstractArray {
  package func removing(axis: Int) -> AbstractArray {
    with(shape: Shape((0..<rank).filter { $0 != axis }.map { shape[$0] }))
  }
  package func inserting(_ size: Int, axis: Int) -> AbstractArray {
    var dims = shape.dims
    dims.insert(size, at: axis)
    return with(shape: Shape(dims))
  }
}

/// The results of `f` for a batch of operands, with the axis of each result's batch (nil: the same for all).
package func batch(
  _ x: [NDArray], axes: [Int?], size: Int, _ f: ([NDArray]) -> [NDArray]
) -> [(value: NDArray, axis: Int?)] {
  let trace = BatchTrace(parent: Context.current.trace, size: size)
  return trace.run { f(zip(x, axes).map(trace.batched)) }.map(trace.split)
}

extension Jaxpr {
  /// The program for a batch along axis 0 of the operands that `batched` marks; every result that `mask` marks, and
  /// every one that `force` marks, has its batch along axis 0.
  package func batched(_ batched: [Bool], size: Int, force: [Bool]? = nil) -> (jaxpr: Jaxpr, mask: [Bool]) {
    let form = derived.form(.batch(batched, size, force)) {
      var mask: [Bool] = []
      let types = zip(inputTypes, batched).map { $1 ? $0.inserting(size, axis: 0) : $0 }
      let jaxpr = stage(types) { x in
        let results = batch(x, axes: batched.map { $0 ? 0 : nil }, size: size) { self($0) }
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
