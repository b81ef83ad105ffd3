import LanewiseEngine

/// The loop of `Lax.whileLoop` over trees: see there.
package func whileLoop<S: Tree>(
  _ name: String, _ condition: @escaping (S) -> NDArray, _ body: @escaping (S) -> S, _ initial: S
) -> S {
  var initial = initial
  if Context.current.isJitDisabled {
    // As far as the predicate is known: what is traced goes on as a loop.
    while let goesOn = condition(initial).concreteScalar {
      if !goesOn.isTrue { return initial }
      initial = body(initial)
    }
  }
  let predicate = TreeFunction(initial, condition)
  let step = TreeFunction(initial, body)
  func poisoned() -> S { initial.replacingLeaves(treeLeaves(initial).map { .poisoned($0.aval) }) }
  var state = LoopState(name, initial)
  let traced = state.settle { types in
    let test = TracedBody(types) { predicate($0) }
    let body = TracedBody(types) { step($0) }
    return ((test, body), body.resultTypes, treeStructure(step.result!))
  }
  guard let (test, step) = traced else { return poisoned() }
  let type = test.resultTypes[0]
  guard type.shape.isScalar, type.dtype == .bool else {
    if Context.current.error == nil || !predicate.result!.isPoisoned {
      report(
        LanewiseError(
          .dtype,
          "\(name): the condition gives type \(type); it must give a bool of rank 0, as by i .< 10, or any() of an array."
        ))
    }
    return poisoned()
  }
  let primitive = While(
    condition: test.jaxpr, body: step.jaxpr, conditionConstantCount: test.captured.count,
    bodyConstantCount: step.captured.count)
  return initial.replacingLeaves(bind(primitive, test.captured + step.captured + state.values))
}

/// The loop of `Lax.foriLoop` over trees: a scan where the bounds are known, for then it can be differentiated in
/// reverse; else a while loop.
package func foriLoop<S: Tree>(
  _ lower: NDArray, _ upper: NDArray, _ body: @escaping (NDArray, S) -> S, _ initial: S
) -> S {
  for bound in [lower, upper] where !bound.isPoisoned && (bound.ndim != 0 || !bound.dtype.isInteger) {
    report(
      LanewiseError(
        .dtype, "foriLoop: a bound has type \(bound.aval); the bounds must be integers of rank 0."))
    return initial.replacingLeaves(treeLeaves(initial).map { .poisoned($0.aval) })
  }
  let type = Promotion.join([lower, upper])
  let (first, end) = (
    lower.converted(to: type.dtype, weak: type.weak), upper.converted(to: type.dtype, weak: type.weak)
  )
  if let low = first.knownScalar, let high = end.knownScalar {
    let step = { (state: Pack<NDArray, S>, _: Nothing) -> (Pack<NDArray, S>, Nothing) in
      let (index, value) = state.values
      let next = index + 1
      return (Pack(next, body(index, value)), Nothing())
    }
    let length = Swift.max(0, Int(high.integer) - Int(low.integer))
    return scan(
      "foriLoop", step, Pack(first, initial), Nothing(), length: length, reverse: false, unroll: 1
    ).0.values.1
  }
  let final = whileLoop(
    "foriLoop", { (state: Pack<NDArray, NDArray, S>) in state.values.0 .< state.values.1 },
    { (state: Pack<NDArray, NDArray, S>) in
      let (index, end, value) = state.values
      let next = index + 1
      return Pack(next, end, body(index, value))
    }, Pack(first, end, initial))
  return final.values.2
}
