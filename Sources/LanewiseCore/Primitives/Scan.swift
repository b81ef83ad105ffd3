import LanewiseEngine

/// A loop over the leading axis of some operands that carries values from step to step (`lax.scan`).
///
/// Operands: constants, initial carry, stacked inputs. Results: final carry, stacked outputs. The body takes constants,
/// carry and one slice of each input, and gives the next carry and one slice of each output.
package struct Scan: Primitive {
  package let body: Jaxpr
  package let length: Int
  package let reverse: Bool
  package let constantCount: Int
  package let carryCount: Int
  package var unroll = 1

  package var name: String { "scan" }
  package var arity: Int? { body.inputs.count }
  package func literalType(at index: Int) -> DType? { body.inputType(at: index)?.dtype }
  package var resultCount: Int { body.outputs.count }
  package var parameters: [Parameter] {
    [
      Parameter("_split_transpose", .bool(false)), Parameter("jaxpr", .jaxpr(body)), Parameter("length", .int(length)),
      Parameter("linear", .tuple(body.inputs.map { _ in .bool(false) })), Parameter("num_carry", .int(carryCount)),
      Parameter("num_consts", .int(constantCount)), Parameter("reverse", .bool(reverse)),
      Parameter("unroll", .int(unroll)),
    ]
  }

  /// The parts of a list of operands, or of something that goes with each.
  private func parts<T>(_ x: [T]) -> (constants: [T], carry: [T], inputs: [T]) {
    let (first, second) = (constantCount, constantCount + carryCount)
    return (Array(x[..<first]), Array(x[first..<second]), Array(x[second...]))
  }

  private func with(_ body: Jaxpr, constants: Int, carries: Int, reverse: Bool? = nil) -> Scan {
    Scan(
      body: body, length: length, reverse: reverse ?? self.reverse, constantCount: constants, carryCount: carries,
      unroll: unroll)
  }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    guard x.count == body.inputs.count, constantCount >= 0, carryCount >= 0,
      constantCount <= x.count, carryCount <= x.count,
      constantCount + carryCount <= min(x.count, constantCount + body.outputs.count), length >= 0
    else {
      throw LanewiseError(
        .value,
        "scan: its body takes \(body.inputs.count) operands and gives \(body.outputs.count) results, which does not fit \(x.count) operands, \(constantCount) constants, \(carryCount) carries and the length \(length)."
      )
    }
    let types = body.inputTypes
    for (index, given) in x.enumerated() {
      let isStacked = index >= constantCount + carryCount
      let wanted = isStacked ? try types[index].stacked("scan", length) : types[index]
      guard given.shape == wanted.shape, given.dtype == wanted.dtype else {
        throw LanewiseError(
          .shape, "scan: an operand has type \(given) where its body, over \(length) steps, takes \(wanted).")
      }
    }
    for (given, result) in zip(parts(types).carry, body.outputTypes)
    where given.shape != result.shape || given.dtype != result.dtype {
      throw LanewiseError(.shape, "scan: its body takes a carry of type \(given) but gives one of type \(result).")
    }
    return try body.outputTypes.enumerated().map { $0 < carryCount ? $1 : try $1.stacked("scan", length) }
  }

  package func checked(_ x: [NDArray], _ errors: CheckState) -> [NDArray] {
    let program = errors.checked([body], constants: [constantCount])[0]
    let state = errors.values
    let loop = with(program, constants: constantCount, carries: carryCount + state.count)
    return errors.taking(bind(loop, x[..<constantCount] + state + x[constantCount...]))
  }

  /// Which carries have a derivative (a batch) in some step: those that have one at first, and those that get one.
  private func grown(_ carry: [Bool], _ step: ([Bool]) -> [Bool]) -> [Bool] {
    var carry = carry
    while true {
      let next = zip(carry, step(carry)).map { $0 || $1 }
      if next == carry { return carry }
      carry = next
    }
  }

  private var noOutputs: [Bool] { Array(repeating: false, count: resultCount - carryCount) }

  // MARK: Differentiation

  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    let moving = parts(t.map { $0 != nil })
    func mask(_ carry: [Bool]) -> [Bool] { moving.constants + carry + moving.inputs }
    let carried = grown(moving.carry) { body.jvp(moving: mask($0), force: $0 + noOutputs).outMoving }
    let (step, outMoving) = body.jvp(moving: mask(carried), force: carried + noOutputs)

    // The step takes all operands, then all tangents: bring constants, carry and inputs together.
    let n = x.count
    let tangentPlaces = parts(places(of: mask(carried), from: n))
    let operandPlaces = parts(Array(0..<n))
    let order =
      operandPlaces.constants + tangentPlaces.constants.compactMap { $0 } + operandPlaces.carry
      + tangentPlaces.carry.compactMap { $0 } + operandPlaces.inputs + tangentPlaces.inputs.compactMap { $0 }
    let outPlaces = places(of: outMoving, from: resultCount)
    let results = Array(0..<resultCount)
    let resultOrder =
      Array(results[..<carryCount]) + outPlaces[..<carryCount].compactMap { $0 } + Array(results[carryCount...])
      + outPlaces[carryCount...].compactMap { $0 }
    let (values, tangents) = (parts(x), parts(t))
    let carryTangents = zip(values.carry, zip(tangents.carry, carried)).compactMap { value, pair in
      pair.1 ? pair.0.orZeros(value.aval) : nil
    }
    let constants = values.constants + tangents.constants.compactMap { $0 }
    let carry = values.carry + carryTangents
    let outputs = bind(
      with(
        step.reordered(inputs: order).reordered(outputs: resultOrder), constants: constants.count,
        carries: carry.count),
      constants + carry + values.inputs + tangents.inputs.compactMap { $0 })
    var restored = [NDArray?](repeating: nil, count: resultCount + outMoving.count { $0 })
    for (place, output) in zip(resultOrder, outputs) { restored[place] = output }
    return (restored[..<resultCount].map { $0! }, outPlaces.map { $0.flatMap { restored[$0] } })
  }

  /// One loop computes the values and stacks what the derivative needs of each step; another, linear one is staged.
  /// What does not vary from step to step, and the inputs, are not stacked.
  package func linearize(_ x: [NDArray], _ t: [Tangent], _ linear: LinearTrace) -> ([NDArray], [Tangent]) {
    let moving = parts(t.map { $0 != nil })
    func mask(_ carry: [Bool]) -> [Bool] { moving.constants + carry + moving.inputs }
    let carried = grown(moving.carry) { body.linearized(moving: mask($0), force: $0 + noOutputs).outMoving }
    let split = body.linearized(moving: mask(carried), force: carried + noOutputs)
    let values = parts(x)

    let residuals = resultCount..<split.primal.outputs.count
    let varies = split.primal.dependence(on: body.inputs.indices.map { $0 >= constantCount })
    let forwarded = split.primal.forwarded
    var invariant: [Int] = []
    var stacked: [Int] = []
    var handedOn: [Int] = []
    for residual in residuals {
      if !varies[residual] {
        invariant.append(residual)
      } else if let place = forwarded[residual], place >= constantCount + carryCount {
        handedOn.append(residual)
      } else {
        stacked.append(residual)
      }
    }

    let primal = split.primal.reordered(outputs: Array(0..<resultCount) + stacked).pruned()
    let outputs = bind(with(primal, constants: constantCount, carries: carryCount), x)
    let invariantValues = split.primal.reordered(outputs: invariant)
      .reordered(inputs: Array(0..<constantCount)).pruned(keepingEffects: false)(values.constants)

    let tangentStart = residuals.count
    let tangentPlaces = parts(places(of: mask(carried), from: tangentStart))
    func place(_ residual: Int) -> Int { residual - resultCount }
    let order =
      invariant.map(place) + tangentPlaces.constants.compactMap { $0 } + tangentPlaces.carry.compactMap { $0 }
      + (stacked + handedOn).map(place) + tangentPlaces.inputs.compactMap { $0 }
    let step = split.linear.reordered(inputs: order)
    let tangents = parts(t)
    let constants = invariantValues + tangents.constants.compactMap { $0 }
    let carry = zip(values.carry, zip(tangents.carry, carried)).compactMap { value, pair in
      pair.1 ? pair.0.orZeros(value.aval) : nil
    }
    let inputs = outputs[resultCount...] + handedOn.map { x[forwarded[$0]!] }
    let moved = Context.with(linear) {
      bind(
        with(step, constants: constants.count, carries: carry.count),
        constants + carry + inputs + tangents.inputs.compactMap { $0 })
    }
    var next = moved.makeIterator()
    return (Array(outputs[..<resultCount]), split.outMoving.map { $0 ? next.next() : nil })
  }

  /// The loop backwards: cotangents of the carry are carried, those of the linear constants add up.
  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] {
    let isLinear = parts(x.map(\.isLinear))
    let carried = linearCarry(isLinear)
    guard carried.allSatisfy({ $0 }) else { return splitByKnown(cotangents, x, carried) }
    let linear = isLinear.constants + carried + isLinear.inputs
    let given = cotangents[carryCount...].map { $0 != nil }
    let (pulled, mask) = body.transposed(
      linear: linear, given: Array(repeating: true, count: carryCount) + given)
    let types = parts(body.inputTypes)
    let pulls = parts(mask)
    func known<T>(_ x: [T], _ linear: [Bool]) -> [T] { zip(x, linear).filter { !$1 }.map(\.0) }
    func kept<T>(_ x: [T], _ mask: [Bool]) -> [T] { zip(x, mask).filter(\.1).map(\.0) }

    let knownConstants = known(types.constants, isLinear.constants)
    let sums = kept(types.constants, pulls.constants).map(\.tangentType)
    let carry = types.carry.map(\.tangentType)
    let outputs = kept(Array(body.outputTypes[carryCount...]), given).map(\.tangentType)
    let knownInputs = known(types.inputs, isLinear.inputs)
    let step = stage(knownConstants + sums + carry + outputs + knownInputs) { x in
      var rest = x[...]
      func take(_ count: Int) -> [NDArray] {
        defer { rest = rest.dropFirst(count) }
        return Array(rest.prefix(count))
      }
      let constants = take(knownConstants.count)
      let oldSums = take(sums.count)
      let cotangents = take(carry.count) + take(outputs.count)
      var results = pulled(constants + take(knownInputs.count) + cotangents)[...]
      let newSums = oldSums.map { Lax.addAny($0, results.removeFirst()) }
      let newCarry = zip(pulls.carry, carry).map {
        $0 ? results.removeFirst() : Lax.full($1.shape.dims, .int(0), $1.dtype)
      }
      return newSums + newCarry + results
    }

    let operands = parts(x)
    func values(_ operands: [Operand]) -> [NDArray] {
      operands.compactMap { if case .known(let value) = $0 { value } else { nil } }
    }
    let zeros = sums.map { Lax.full($0.shape.dims, .int(0), $0.dtype) }
    let start = zip(cotangents[..<carryCount], carry).map { $0.orZeros($1) }
    let outputCotangents = cotangents[carryCount...].compactMap { $0 }
    let constants = values(operands.constants)
    let results = bind(
      with(step, constants: constants.count, carries: sums.count + carryCount, reverse: !reverse),
      constants + zeros + start + outputCotangents + values(operands.inputs))
    var constantSums = results[..<sums.count].makeIterator()
    let pulledCarry = results[sums.count..<sums.count + carryCount]
    var stacked = results[(sums.count + carryCount)...].makeIterator()
    return pulls.constants.map { $0 ? constantSums.next() : nil }
      + zip(pulledCarry, isLinear.carry).map { $1 ? $0 : nil }
      + pulls.inputs.map { $0 ? stacked.next() : nil }
  }

  /// Which carries depend on linear operands; one that starts from a known value (zeros) may.
  private func linearCarry(_ linear: (constants: [Bool], carry: [Bool], inputs: [Bool])) -> [Bool] {
    grown(linear.carry) { Array(body.dependence(on: linear.constants + $0 + linear.inputs).prefix(carryCount)) }
  }

  /// Where a part of the carry is known (a counter), that part is a loop of its own, whose values the linear one takes.
  private func splitByKnown(_ cotangents: [Tangent], _ x: [Operand], _ carried: [Bool]) -> [Tangent] {
    let linear = parts(x.map(\.isLinear))
    let isUnknown = linear.constants + carried + linear.inputs
    let split = body.partitioned(unknown: isUnknown, force: carried + noOutputs)
    let known = zip(x, isUnknown).compactMap { operand, isUnknown -> NDArray? in
      if case .known(let value) = operand, !isUnknown { value } else { nil }
    }
    let results = bind(
      with(split.known, constants: linear.constants.count { !$0 }, carries: carried.count { !$0 }), known)
    let residuals = results[split.outUnknown.count { !$0 }...]

    // The residuals come first for the linear part; in the loop they are inputs.
    let order = parts(places(of: isUnknown, from: residuals.count))
    let step = split.unknown.reordered(
      inputs: order.constants.compactMap { $0 } + order.carry.compactMap { $0 } + Array(0..<residuals.count)
        + order.inputs.compactMap { $0 })
    let operands = parts(x)
    let constants = operands.constants.filter(\.isLinear)
    let carry = zip(operands.carry, carried).filter(\.1).map(\.0)
    let pulled = with(step, constants: constants.count, carries: carry.count).transpose(
      zip(cotangents, split.outUnknown).filter(\.1).map(\.0),
      constants + carry + residuals.map(Operand.known) + operands.inputs.filter(\.isLinear))
    var next =
      (pulled[..<(constants.count + carry.count)] + pulled[(constants.count + carry.count + residuals.count)...])
      .makeIterator()
    return isUnknown.map { $0 ? next.next()! : nil }
  }

  // MARK: Batching and lowering

  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    let isBatched = parts(axes.map { $0 != nil })
    func mask(_ carry: [Bool]) -> [Bool] { isBatched.constants + carry + isBatched.inputs }
    let carried = grown(isBatched.carry) {
      body.batched(mask($0), size: size, force: $0 + noOutputs).mask
    }
    let (step, outMask) = body.batched(mask(carried), size: size, force: carried + noOutputs)
    let (values, places) = (parts(x), parts(axes))
    let constants = zip(values.constants, places.constants).map { value, axis in
      axis.map { Lax.moveAxis(value, from: $0, to: 0) } ?? value
    }
    let carry = values.carry.indices.map { index in
      carried[index]
        ? Lax.moveBatch(values.carry[index], from: places.carry[index], to: 0, size: size) : values.carry[index]
    }
    // Axis 0 of an input is the loop's.
    let inputs = zip(values.inputs, places.inputs).map { value, axis in
      axis.map { Lax.moveAxis(value, from: $0, to: 1) } ?? value
    }
    let results = bind(with(step, constants: constantCount, carries: carryCount), constants + carry + inputs)
    return (results, outMask.enumerated().map { $1 ? ($0 < carryCount ? 0 : 1) : nil })
  }

  package func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray]) -> [Slot] {
    b.scan(
      body: body.program, constants: constantCount, carries: carryCount, length: length, reverse: reverse, x, results)
  }

  /// Without the stacked outputs that are not needed.
  package func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray], needed: [Bool]) -> [Slot?] {
    let kept = results.indices.filter { $0 < carryCount || needed[$0] }
    if kept.count == results.count { return lower(x, b, results) }
    let scan = with(body.reordered(outputs: kept).pruned(), constants: constantCount, carries: carryCount)
    var slots = [Slot?](repeating: nil, count: results.count)
    for (index, slot) in zip(kept, scan.lower(x, b, kept.map { results[$0] })) { slots[index] = slot }
    return slots
  }

  package func evaluateStepwise(_ x: [NDArray]) -> [NDArray]? {
    guard length > 0 else { return nil }
    var given = parts(x)
    var slices: [[NDArray]] = []
    for step in 0..<length {
      let inputs = given.inputs.map { Lax.slice($0, at: reverse ? length - 1 - step : step) }
      let results = Faults.within("step \(step)") { body(given.constants + given.carry + inputs) }
      given.carry = Array(results[..<carryCount])
      slices.append(Array(results[carryCount...]))
      if results.contains(where: \.isPoisoned) { break }
    }
    if reverse { slices.reverse() }
    return given.carry + (0..<resultCount - carryCount).map { output in Lax.stack(slices.map { $0[output] }) }
  }
}

/// For each marked place, its number among the marked ones, counted from `start`.
package func places(of mask: [Bool], from start: Int) -> [Int?] {
  var next = start
  return mask.map { isMarked in
    defer { if isMarked { next += 1 } }
    return isMarked ? next : nil
  }
}

extension AbstractArray {
  /// The type of a stack of such arrays.
  fileprivate func stacked(_ name: String, _ length: Int) throws -> AbstractArray {
    guard rank < Shape.maximumRank else {
      throw LanewiseError(
        .shape,
        "\(name): stacking arrays of shape \(shape) would need \(rank + 1) dimensions; an array has at most \(Shape.maximumRank)."
      )
    }
    return inserting(length, axis: 0)
  }
}
