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
  var state = LoopState(name, initial)
  let traced = state.settle { types in
    let test = TracedBody(types) { predicate($0) }
    let body = TracedBody(types) { step($0) }
    return ((test, body), body.resultTypes, treeStructure(step.result!))
  }
  guard let (test, step) = traced else { return initial.poisoned }
  let type = test.resultTypes[0]
  guard type.shape.isScalar, type.dtype == .bool else {
    if Context.current.error == nil || !predicate.result!.isPoisoned {
      report(
        LanewiseError(
          .dtype,
          "\(name): the condition gives type \(type); it must give a bool of rank 0, as by i .< 10, or any() of an array."
        ))
    }
    return initial.poisoned
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
    return initial.poisoned
  }
  let type = Promotion.join([lower, upper])
  let (first, end) = (
    lower.converted(to: type.dtype, weak: type.weak), upper.converted(to: type.dtype, weak: type.weak)
  )
  if let low = first.knownScalar, let high = end.knownScalar {
    let step = { (state: Counted<S>, _: Nothing) in (state.next(body), Nothing()) }
    let length = Swift.max(0, Int(high.integer) - Int(low.integer))
    return scan(
      "foriLoop", step, Counted(index: first, value: initial), Nothing(), length: length, reverse: false, unroll: 1
    ).0.value
  }
  return whileLoop(
    "foriLoop", { $0.index .< $0.end! }, { $0.next(body) }, Counted(index: first, end: end, value: initial)
  ).value
}

/// The state of a counted loop. The counter is walked without a name, so that the paths in errors are the user's.
private struct Counted<S: Tree>: Tree {
  let index: NDArray
  /// Where the loop itself has to see it.
  var end: NDArray?
  let value: S

  func next(_ body: (NDArray, S) -> S) -> Counted {
    let next = index + 1
    return Counted(index: next, end: end, value: body(index, value))
  }

  func walk(_ w: inout TreeWalker) -> Counted {
    Counted(index: w.leaf(index), end: end.map { w.leaf($0) }, value: w.enter(value))
  }
}
