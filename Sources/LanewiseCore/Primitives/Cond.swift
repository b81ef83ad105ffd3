import LanewiseEngine

/// One of several programs, chosen by an index (`lax.cond`, `lax.switch`).
///
/// Operands: the index (int32, clamped into range), then what every branch takes. Results: the chosen branch's.
package struct Cond: Primitive {
  package let branches: [Jaxpr]

  package var name: String { "cond" }
  package var arity: Int? { branches[0].inputs.count + 1 }
  package func literalType(at index: Int) -> DType? {
    index == 0 ? .int32 : branches[0].inputType(at: index - 1)?.dtype
  }
  package var resultCount: Int { branches[0].outputs.count }
  package var parameters: [Parameter] { [Parameter("branches", .tuple(branches.map { .jaxpr($0) }))] }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    guard let index = x.first, index.shape.isScalar, index.dtype == .int32 || index.dtype == .bool else {
      throw LanewiseError(
        .dtype, "cond: the index must be an int32 or a bool of rank 0, but it is \(x.first?.description ?? "missing").")
    }
    for branch in branches {
      let types = branch.inputTypes
      guard types.count == x.count - 1 else {
        throw LanewiseError(
          .value, "cond: a branch takes \(types.count) operands, but \(x.count - 1) are given.")
      }
      for (given, wanted) in zip(x.dropFirst(), types) where given.shape != wanted.shape || given.dtype != wanted.dtype
      {
        throw LanewiseError(.shape, "cond: an operand has type \(given) where a branch takes \(wanted).")
      }
    }
    let results = branches.map(\.outputTypes)
    for other in results.dropFirst()
    where other.map(\.tangentType) != results[0].map(\.tangentType) {
      func text(_ types: [AbstractArray]) -> String { types.map(\.description).joined(separator: ", ") }
      throw LanewiseError(
        other.map(\.shape) == results[0].map(\.shape) ? .dtype : .shape,
        "cond: the branches must give results of equal types, but one gives \(text(results[0])) and one \(text(other))."
      )
    }
    return results[0].indices.map { index in
      results.allSatisfy { $0[index].weak } ? results[0][index] : results[0][index].tangentType
    }
  }

  private func allOfThem(_ masks: [[Bool]]) -> [Bool] {
    masks[0].indices.map { index in masks.contains { $0[index] } }
  }

  package func checked(_ x: [NDArray], _ errors: CheckState) -> [NDArray] {
    let programs = errors.checked(branches)
    return errors.taking(bind(Cond(branches: programs), [x[0]] + errors.values + x[1...]))
  }

  // MARK: Differentiation

  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    let moving = t.dropFirst().map { $0 != nil }
    let mask = allOfThem(branches.map { $0.jvp(moving: moving).outMoving })
    let forward = branches.map { $0.jvp(moving: moving, force: mask).jaxpr }
    let results = bind(Cond(branches: forward), x + t.dropFirst().compactMap { $0 })
    var tangents = results[resultCount...].makeIterator()
    return (Array(results[..<resultCount]), mask.map { $0 ? tangents.next() : nil })
  }

  /// The branches' residuals share places by their types, so there are no more of them than one branch needs of each.
  package func linearize(_ x: [NDArray], _ t: [Tangent], _ linear: LinearTrace) -> ([NDArray], [Tangent]) {
    let moving = t.dropFirst().map { $0 != nil }
    let mask = allOfThem(branches.map { $0.linearized(moving: moving).outMoving })
    let splits = branches.map { $0.linearized(moving: moving, force: mask) }
    var types: [AbstractArray] = []
    // For each branch, the place of each of its residuals.
    let residualPlaces = splits.map { split -> [Int] in
      var taken: Set<Int> = []
      return split.primal.outputTypes[resultCount...].map { type in
        let type = type.tangentType
        let place = types.indices.first { types[$0] == type && !taken.contains($0) } ?? types.count
        if place == types.count { types.append(type) }
        taken.insert(place)
        return place
      }
    }
    let operandTypes = x.dropFirst().map(\.aval)
    let tangentTypes = zip(operandTypes, moving).filter(\.1).map(\.0.tangentType)
    let primals = zip(splits, residualPlaces).map { split, places in
      stage(operandTypes) { x in
        let outputs = split.primal(x)
        var residuals = types.map { Lax.full($0.shape.dims, .int(0), $0.dtype) }
        for (place, residual) in zip(places, outputs[resultCount...]) { residuals[place] = residual }
        return outputs[..<resultCount] + residuals
      }
    }
    let linears = zip(splits, residualPlaces).map { split, places in
      stage(types + tangentTypes) { x in split.linear(places.map { x[$0] } + x[types.count...]) }
    }
    let outputs = bind(Cond(branches: primals), x)
    let moved = Context.with(linear) {
      bind(
        Cond(branches: linears), [x[0]] + outputs[resultCount...] + t.dropFirst().compactMap { $0 })
    }
    var tangents = moved.makeIterator()
    return (Array(outputs[..<resultCount]), mask.map { $0 ? tangents.next() : nil })
  }

  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] {
    guard case .known(let index) = x[0] else { return notLinear(x) }
    let linear = x.dropFirst().map(\.isLinear)
    let given = cotangents.map { $0 != nil }
    let pulled = branches.map { $0.transposed(linear: linear, given: given) }
    let mask = allOfThem(pulled.map(\.mask))
    let known = x.dropFirst().compactMap { operand -> NDArray? in
      if case .known(let value) = operand { value } else { nil }
    }
    let operands = known + cotangents.compactMap { $0 }
    let types = x.dropFirst().map(\.aval)
    let branches = pulled.map { jaxpr, own in
      stage(operands.map(\.aval)) { x in
        var results = jaxpr(x).makeIterator()
        return mask.indices.compactMap { index in
          guard mask[index] else { return nil }
          return own[index] ? results.next()! : Lax.full(types[index].shape.dims, .int(0), types[index].dtype)
        }
      }
    }
    var results = bind(Cond(branches: branches), [index] + operands).makeIterator()
    return [nil] + mask.map { $0 ? results.next() : nil }
  }

  // MARK: Batching and lowering

  /// An index of each example's own: all branches are run, and each example takes what is its own.
  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    let isBatched = axes.dropFirst().map { $0 != nil }
    let moved = zip(x, axes).dropFirst().map { value, axis in
      axis.map { Lax.moveAxis(value, from: $0, to: 0) } ?? value
    }
    let everything = Array(repeating: true, count: resultCount)
    guard let axis = axes[0] else {
      let mask = allOfThem(branches.map { $0.batched(isBatched, size: size).mask })
      let batched = branches.map { $0.batched(isBatched, size: size, force: mask).jaxpr }
      return (bind(Cond(branches: batched), [x[0]] + moved), mask.map { $0 ? 0 : nil })
    }
    let which = Lax.moveAxis(x[0], from: axis, to: 0)
    let results = branches.map { $0.batched(isBatched, size: size, force: everything).jaxpr(moved) }
    let index = Lax.clamp(
      .literal(.int(0), .int32), Lax.convertElementType(which, .int32),
      .literal(.int(Int64(branches.count - 1)), .int32))
    let chosen = (0..<resultCount).map { result -> NDArray in
      let cases = results.map { $0[result] }
      guard cases.count > 1 else { return cases[0] }
      return bind(SelectN(), [Lax.broadcastInDim(index, cases[0].shape, [0])] + cases)[0]
    }
    return (chosen, everything.map { _ in 0 })
  }

  package func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray]) -> [Slot] {
    b.step(SwitchStep(branches: branches.map(\.program)), [b.convert(x[0], to: .int32)] + x.dropFirst(), results)
  }

  package func evaluate(_ x: [NDArray], _ results: [AbstractArray]) -> [NDArray] {
    branches[chosen(x)].run(Array(x.dropFirst()))
  }
  package func evaluateStepwise(_ x: [NDArray]) -> [NDArray]? {
    let branch = chosen(x)
    return Faults.within("branch \(branch)") { branches[branch](Array(x.dropFirst())) }
  }

  private func chosen(_ x: [NDArray]) -> Int {
    Swift.min(Swift.max(Int(clamping: x[0].knownScalar?.integer ?? 0), 0), branches.count - 1)
  }
}
