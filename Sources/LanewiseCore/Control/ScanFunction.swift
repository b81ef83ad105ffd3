import LanewiseEngine

/// The loop of `Lax.scan` over trees: see there.
package func scan<C: Tree, X: Tree, Y: Tree>(
  _ name: String, _ f: @escaping (C, X) -> (C, Y), _ initial: C, _ inputs: X, length: Int?, reverse: Bool, unroll: Int
) -> (C, Y) {
  let leaves = treeLeaves(inputs)
  let function = TreeFunction(Pack(initial, inputs)) { (p: Pack<C, X>) in Pack(tuple: f(p.values.0, p.values.1)) }
  func poisoned() -> (C, Y) { function.poisoned().poisoned.values }
  guard let steps = stepCount(name, leaves, inputs.leafPaths, length) else { return poisoned() }
  let slices = leaves.map { $0.aval.removing(axis: 0) }
  if Context.current.isJitDisabled, steps > 0 {
    return unrolledScan(f, initial, inputs, steps: steps, reverse: reverse)
  }
  var state = LoopState(name, initial)
  let body = state.settle { carry in
    let body = TracedBody(carry + slices) { function($0) }
    let carryAfter = function.result!.values.0
    let structure = treeStructure(carryAfter)
    return (body, Array(body.resultTypes.prefix(structure.leafCount)), structure)
  }
  guard let body else { return poisoned() }
  let primitive = Scan(
    body: body.jaxpr, length: steps, reverse: reverse, constantCount: body.captured.count,
    carryCount: state.values.count, unroll: unroll)
  return function.rebuilt(bind(primitive, body.captured + state.values + leaves)).values
}

/// The loop step by step, where jit is disabled. What a step gives is known only once there was one.
private func unrolledScan<C: Tree, X: Tree, Y: Tree>(
  _ f: (C, X) -> (C, Y), _ initial: C, _ inputs: X, steps: Int, reverse: Bool
) -> (C, Y) {
  let leaves = treeLeaves(inputs)
  var carry = initial
  var outputs: [Y] = []
  for step in 0..<steps {
    let place = reverse ? steps - 1 - step : step
    let (next, output) = f(carry, inputs.replacingLeaves(leaves.map { Lax.slice($0, at: place) }))
    carry = next
    outputs.append(output)
  }
  if reverse { outputs.reverse() }
  let slices = outputs.map(treeLeaves)
  let stacked = slices[0].indices.map { leaf in
    Lax.stack(slices.map { $0[leaf] })
  }
  return (carry, outputs[0].replacingLeaves(stacked))
}

/// The number of steps that the inputs and the stated length agree on; nil where they do not, which is reported.
private func stepCount(_ name: String, _ leaves: [NDArray], _ paths: [String], _ length: Int?) -> Int? {
  if let scalar = leaves.firstIndex(where: { $0.ndim == 0 }) {
    if !leaves[scalar].isPoisoned {
      report(
        LanewiseError(
          .shape, "\(name): the input\(paths[scalar]) is of rank 0, so it has no leading axis to go along."))
    }
    return nil
  }
  let extents = leaves.map { $0.aval.shape[0] }
  guard let steps = length ?? extents.first else {
    report(LanewiseError(.value, "\(name): there are no inputs, so the number of steps must be given as length."))
    return nil
  }
  if let other = extents.firstIndex(where: { $0 != steps }) {
    let stated = length == nil ? "the first one has \(steps)" : "length is \(steps)"
    report(
      LanewiseError(
        .shape,
        "\(name): the input\(paths[other]) has shape \(leaves[other].aval.shape), of \(extents[other]) steps, but \(stated)."
      ))
    return nil
  }
  guard steps >= 0 else {
    report(LanewiseError(.value, "\(name): length is \(steps); it must not be negative."))
    return nil
  }
  return steps
}
