import LanewiseEngine

/// The choice of `Lax.cond` between two functions of a tree: see there.
package func cond<A: Tree, R: Tree>(
  _ predicate: NDArray, _ onTrue: @escaping (A) -> R, _ onFalse: @escaping (A) -> R, _ operand: A
) -> R {
  guard predicate.ndim == 0, !predicate.dtype.isComplex, !predicate.dtype.isKey else {
    return refuse(
      "cond: the predicate has type \(predicate.aval); it must be a bool (or a number, for which 0 is false) of rank 0, as any() or all() of an array.",
      predicate, onFalse, operand)
  }
  let isTrue =
    predicate.dtype == .bool ? predicate : Lax.ne(predicate, Lax.scalar(.int(0), predicate.dtype))
  return choose("cond", Lax.convertElementType(isTrue, .int32), [onFalse, onTrue], operand)
}

/// The choice of `Lax.switch` among several functions of a tree: see there.
package func switchBranch<A: Tree, R: Tree>(_ index: NDArray, _ branches: [(A) -> R], _ operand: A) -> R {
  guard let first = branches.first else {
    let message = "switch: there are no branches; there must be at least one."
    report(LanewiseError(.value, message))
    // Without a branch nothing tells what a result is made of, but that it is an array, or what the operand is.
    guard let result = NDArray.poisoned(index.aval) as? R ?? operand as? R else { fatalError(message) }
    return result
  }
  guard index.ndim == 0, index.dtype.isInteger else {
    return refuse(
      "switch: the index has type \(index.aval); it must be an integer of rank 0.", index, first, operand)
  }
  guard branches.count > 1 else { return first(operand) }
  let last = NDArray.literal(.int(Int64(branches.count - 1)), .int32)
  let number = bindOne(ConvertElementType(dtype: .int32, weak: false), index)
  return choose("switch", Lax.clamp(.literal(.int(0), .int32), number, last), branches, operand)
}

/// Reports a mistake (unless it is an earlier one's), and gives a poisoned result.
private func refuse<A: Tree, R: Tree>(_ message: String, _ culprit: NDArray, _ f: @escaping (A) -> R, _ x: A) -> R {
  if !culprit.isPoisoned { report(LanewiseError(culprit.ndim == 0 ? .dtype : .shape, message)) }
  return TreeFunction(x, f).poisoned()
}

private func choose<A: Tree, R: Tree>(_ name: String, _ index: NDArray, _ branches: [(A) -> R], _ operand: A) -> R {
  if Context.current.isJitDisabled, let number = index.concreteScalar {
    return branches[Swift.min(Swift.max(Int(number.integer), 0), branches.count - 1)](operand)
  }
  let leaves = treeLeaves(operand)
  let functions = branches.map { TreeFunction(operand, $0) }
  var traced = functions.map { function in TracedBody(leaves.map(\.aval)) { function($0) } }
  let results = functions.map { $0.result! }
  let structure = treeStructure(results[0])
  if let other = results.firstIndex(where: { treeStructure($0) != structure }) {
    report(
      LanewiseError(
        .value,
        "\(name): branch \(other) gives a result of another structure than branch 0 (other arrays in number or place, or other static values); all branches must give the same."
      ))
    return functions[0].poisoned()
  }
  // A number's weak dtype gives way to what the other branches give.
  let joined = traced[0].resultTypes.indices.map { place -> (dtype: DType, weak: Bool) in
    traced.dropFirst().reduce((traced[0].resultTypes[place].dtype, traced[0].resultTypes[place].weak)) {
      let type = $1.resultTypes[place]
      return $0.0 == type.dtype ? ($0.0, $0.1 && type.weak) : Promotion.join($0, (type.dtype, type.weak))
    }
  }
  let needsPromotion = traced.contains { body in
    zip(body.resultTypes, joined).contains { $0.weak && $0.dtype != $1.dtype }
  }
  if needsPromotion {
    traced = functions.map { function in
      TracedBody(leaves.map(\.aval)) { x in
        zip(function(x), joined).map { $0.weakType && $0.dtype != $1.dtype ? $0.converted(to: $1.dtype) : $0 }
      }
    }
  }
  let captured = traced.flatMap(\.captured)
  let types = traced.map { $0.captured.map(\.aval) }
  let jaxprs = traced.indices.map { number in
    let before = types[..<number].flatMap { $0 }
    let after = types[(number + 1)...].flatMap { $0 }
    return traced[number].jaxpr.addingUnused(before: before, between: types[number].count, after: after)
  }
  return functions[0].rebuilt(bind(Cond(branches: jaxprs), [index] + captured + leaves))
}
