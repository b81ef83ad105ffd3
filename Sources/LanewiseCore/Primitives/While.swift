import LanewiseEngine

/// A loop while a predicate of its state holds (`lax.while_loop`).
///
/// Operands: the predicate's constants, the body's constants, the initial state. Results: the final state.
///
/// A batched loop may have a predicate of a shape, with which the shape of every state begins: it runs while the
/// predicate holds anywhere, and leaves the states alone where it does not hold any more.
package struct While: Primitive {
  package let condition: Jaxpr
  package let body: Jaxpr
  package let conditionConstantCount: Int
  package let bodyConstantCount: Int

  package var name: String { "while" }
  package var arity: Int? { nil }
  package func literalType(at index: Int) -> DType? {
    let isOfCondition = index < conditionConstantCount
    return (isOfCondition ? condition : body).inputType(at: isOfCondition ? index : index - conditionConstantCount)?.dtype
  }
  package var resultCount: Int { body.outputs.count }
  package var parameters: [Parameter] {
    [
      Parameter("body_jaxpr", .jaxpr(body)), Parameter("body_nconsts", .int(bodyConstantCount)),
      Parameter("cond_jaxpr", .jaxpr(condition)), Parameter("cond_nconsts", .int(conditionConstantCount)),
    ]
  }

  private func parts<T>(_ x: [T]) -> (condition: [T], body: [T], state: [T]) {
    let (first, second) = (conditionConstantCount, conditionConstantCount + bodyConstantCount)
    return (Array(x[..<first]), Array(x[first..<second]), Array(x[second...]))
  }

  /// The loop carries the state along; the predicate's errors are found before the loop and after every step.
  package func checked(_ x: [NDArray], _ errors: CheckState) -> [NDArray] {
    let given = parts(x)
    let programs = errors.checked([condition, body], constants: [conditionConstantCount, bodyConstantCount])
    _ = errors.taking(programs[0](given.condition + errors.values + given.state))
    let (carried, own) = (errors.values, given.state.count)
    let types = (carried + given.state).map(\.aval.tangentType)
    /// Whether any example goes on, and which.
    func predicate(_ constants: [NDArray], _ state: [NDArray]) -> (any: NDArray, each: NDArray) {
      let each = condition(constants + state.suffix(own))[0]
      return (Lax.reduceOr(each, Array(0..<each.ndim)), each)
    }
    let goesOn = stage(given.condition.map(\.aval) + types) { y in
      [predicate(Array(y[..<conditionConstantCount]), y).any]
    }
    let step = stage((given.condition + given.body).map(\.aval) + types) { y in
      let (constants, rest, state) = parts(y)
      let isRunning = predicate(constants, state).each
      let after = programs[1](rest + state)
      let next = zip(after.suffix(own), state.suffix(own)).map { new, old in
        isRunning.ndim == 0
          ? new : Lax.select(Lax.broadcastInDim(isRunning, new.shape, Array(0..<isRunning.ndim)), new, old)
      }
      let found = programs[0](constants + after.prefix(carried.count) + next)
      return found.prefix(carried.count) + next
    }
    let loop = While(
      condition: goesOn, body: step, conditionConstantCount: conditionConstantCount,
      bodyConstantCount: conditionConstantCount + bodyConstantCount)
    return errors.taking(bind(loop, given.condition + given.condition + given.body + carried + given.state))
  }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    let constants = conditionConstantCount + bodyConstantCount
    guard conditionConstantCount >= 0, bodyConstantCount >= 0, x.count == constants + body.outputs.count,
      condition.inputs.count == conditionConstantCount + body.outputs.count,
      body.inputs.count == bodyConstantCount + body.outputs.count
    else {
      throw LanewiseError(
        .value,
        "while: the predicate takes \(condition.inputs.count) operands and the body \(body.inputs.count), which does not fit \(x.count) operands and a state of \(body.outputs.count) arrays."
      )
    }
    let given = parts(x)
    func check(_ what: String, _ given: [AbstractArray], _ wanted: [AbstractArray]) throws {
      for (given, wanted) in zip(given, wanted) where given.shape != wanted.shape || given.dtype != wanted.dtype {
        throw LanewiseError(.shape, "while: \(what) has type \(given) where type \(wanted) is needed.")
      }
    }
    try check("an operand of the predicate", given.condition + given.state, condition.inputTypes)
    try check("an operand of the body", given.body + given.state, body.inputTypes)
    try check("the state after a step", body.outputTypes, given.state)
    let predicate = condition.outputTypes
    guard predicate.count == 1, predicate[0].dtype == .bool,
      body.outputTypes.allSatisfy({ $0.shape.dims.starts(with: predicate[0].shape.dims) })
    else {
      throw LanewiseError(
        .dtype,
        "while: the predicate must give one bool of rank 0 (or of a batch's shape), but gives \(predicate.map(\.description).joined(separator: ", "))."
      )
    }
    return body.outputTypes
  }

  private func grown(_ state: [Bool], _ step: ([Bool]) -> [Bool]) -> [Bool] {
    var state = state
    while true {
      let next = zip(state, step(state)).map { $0 || $1 }
      if next == state { return state }
      state = next
    }
  }

  // MARK: Differentiation

  /// The loop that carries tangents too, and what it takes.
  private func forward(_ x: [NDArray], _ t: [Tangent]) -> (loop: While, operands: [NDArray], carried: [Bool]) {
    let moving = parts(t.map { $0 != nil })
    let carried = grown(moving.state) { body.jvp(moving: moving.body + $0, force: $0).outMoving }
    let (step, _) = body.jvp(moving: moving.body + carried, force: carried)
    let (values, tangents) = (parts(x), parts(t))
    let constantTangents = tangents.body.compactMap { $0 }
    let stateTangents = zip(values.state, zip(tangents.state, carried)).compactMap { value, pair in
      pair.1 ? pair.0.orZeros(value.aval) : nil
    }
    // The step takes constants, state, tangents of constants, tangents of the state.
    let (constants, state) = (bodyConstantCount, values.state.count)
    let order =
      Array(0..<constants) + (constants + state..<constants + state + constantTangents.count)
      + (constants..<constants + state)
      + (constants + state + constantTangents.count..<step.inputs.count)
    let loop = While(
      condition: condition.addingUnused(after: stateTangents.map(\.aval)),
      body: step.reordered(inputs: order), conditionConstantCount: conditionConstantCount,
      bodyConstantCount: constants + constantTangents.count)
    return (
      loop, values.condition + values.body + constantTangents + values.state + stateTangents, carried
    )
  }

  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    let (loop, operands, carried) = forward(x, t)
    let results = bind(loop, operands)
    var tangents = results[resultCount...].makeIterator()
    return (Array(results[..<resultCount]), carried.map { $0 ? tangents.next() : nil })
  }

  /// How often it runs is not known when its derivative is staged, so there is no place for residuals: the linear part
  /// is the whole loop again, with tangents.
  package func linearize(_ x: [NDArray], _ t: [Tangent], _ linear: LinearTrace) -> ([NDArray], [Tangent]) {
    let values = bind(self, x)
    let tangents = Context.with(linear) { jvp(x, t).1 }
    return (values, tangents)
  }

  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] {
    report(
      LanewiseError(
        .value,
        "while: reverse-mode differentiation does not work for whileLoop, or for foriLoop with bounds that are not known when tracing, since the number of steps is not known in advance. Use Lax.scan, foriLoop with static bounds, or forward mode (jvp, jacfwd)."
      ))
    return x.map { $0.isLinear ? .poisoned($0.aval) : nil }
  }

  // MARK: Batching and lowering

  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    let isBatched = parts(axes.map { $0 != nil })
    let isShaped = !condition.outputTypes[0].shape.isScalar
    func predicate(_ state: [Bool]) -> (jaxpr: Jaxpr, mask: [Bool]) {
      condition.batched(isBatched.condition + state, size: size, force: [isShaped && state.contains(true)])
    }
    let carried = grown(isBatched.state) { state in
      predicate(state).mask[0]
        ? state.map { _ in true } : body.batched(isBatched.body + state, size: size, force: state).mask
    }
    let (step, _) = body.batched(isBatched.body + carried, size: size, force: carried)
    let (values, places) = (parts(x), parts(axes))
    func moved(_ values: [NDArray], _ axes: [Int?]) -> [NDArray] {
      zip(values, axes).map { value, axis in axis.map { Lax.moveAxis(value, from: $0, to: 0) } ?? value }
    }
    let state = values.state.indices.map { index in
      carried[index]
        ? Lax.moveBatch(values.state[index], from: places.state[index], to: 0, size: size) : values.state[index]
    }
    let loop = While(
      condition: predicate(carried).jaxpr, body: step, conditionConstantCount: conditionConstantCount,
      bodyConstantCount: bodyConstantCount)
    return (
      bind(loop, moved(values.condition, places.condition) + moved(values.body, places.body) + state),
      carried.map { $0 ? 0 : nil }
    )
  }

  package func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray]) -> [Slot] {
    guard condition.outputTypes[0].shape.isScalar else {
      let given = parts(x)
      let start = condition.lower(given.condition + given.state, b)
      let loop = withScalarPredicate
      return Array(
        loop.lower(given.condition + given.body + start + given.state, b, condition.outputTypes + results).dropFirst())
    }
    return b.step(
      WhileStep(
        cond: condition.program, body: body.program, condConstants: conditionConstantCount,
        bodyConstants: bodyConstantCount),
      x, results)
  }

  package func evaluateStepwise(_ x: [NDArray]) -> [NDArray]? {
    guard condition.outputTypes[0].shape.isScalar else { return nil }
    var (given, step) = (parts(x), 0)
    while !given.state.contains(where: \.isPoisoned) {
      let goesOn = Faults.within("the condition of step \(step)") { condition(given.condition + given.state)[0] }
      guard let goesOn = goesOn.knownScalar, goesOn.isTrue else { break }
      given.state = Faults.within("step \(step)") { body(given.body + given.state) }
      step += 1
    }
    return given.state
  }

  /// The same loop with its predicate as the first of its states: it goes on while that holds anywhere.
  private var withScalarPredicate: While {
    let types = body.outputTypes
    let going = condition.outputTypes[0]
    let axes = Array(0..<going.rank)
    let constantTypes =
      condition.inputTypes.prefix(conditionConstantCount) + body.inputTypes.prefix(bodyConstantCount)
    let any = stage([going] + types) { [Lax.reduceOr($0[0], axes)] }
    let next = stage(constantTypes + [going] + types) { x in
      let conditionConstants = Array(x[..<conditionConstantCount])
      let bodyConstants = Array(x[conditionConstantCount..<constantTypes.count])
      let (going, old) = (x[constantTypes.count], Array(x[(constantTypes.count + 1)...]))
      let state = zip(body(bodyConstants + old), old).map { new, old in
        Lax.select(Lax.broadcastInDim(going, new.shape, axes), new, old)
      }
      return [Lax.and(going, condition(conditionConstants + state)[0])] + state
    }
    return While(condition: any, body: next, conditionConstantCount: 0, bodyConstantCount: constantTypes.count)
  }
}
