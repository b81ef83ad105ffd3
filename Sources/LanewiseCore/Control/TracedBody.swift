import LanewiseEngine

/// A function that a control-flow primitive holds, traced: what it captures are operands of the primitive.
package struct TracedBody {
  /// Takes the captured arrays, then the arguments.
  package let jaxpr: Jaxpr
  package let captured: [NDArray]

  package init(_ arguments: [AbstractArray], _ f: ([NDArray]) -> [NDArray]) {
    let traced = stage(arguments, f)
    jaxpr = traced.withConstantsAsInputs
    captured = traced.constants
  }

  package var resultTypes: [AbstractArray] { jaxpr.outputTypes }
}

/// The state of a loop: the types it keeps from step to step.
package struct LoopState {
  package private(set) var values: [NDArray]
  private let name: String
  private let paths: [String]
  private let structure: TreeStructure

  package init<S: Tree>(_ name: String, _ initial: S) {
    self.name = name
    values = treeLeaves(initial)
    paths = initial.leafPaths
    structure = treeStructure(initial)
  }

  package var types: [AbstractArray] { values.map(\.aval) }

  /// Traces a step by `trace`, which says what the state is after it. A weak dtype (that of a number) gives way to what
  /// the step makes of it, and the step is traced again. Nil where the types differ: that is reported.
  package mutating func settle<Body>(
    _ trace: ([AbstractArray]) -> (body: Body, after: [AbstractArray], structure: TreeStructure)
  )
    -> Body?
  {
    var (body, after, newStructure) = trace(types)
    if let difference = StructureDifference(structure, newStructure) {
      report(
        LanewiseError(
          .value,
          "\(name): the state after a step has another structure than the state before: \(difference.sentence("the state before", "the state after")); a step must return a state like the one it is given."
        ))
      return nil
    }
    var changed = false
    for index in values.indices {
      let (old, new) = (types[index], after[index])
      guard old.weak, old.dtype != new.dtype else { continue }
      let joined = Promotion.join((old.dtype, true), (new.dtype, new.weak))
      changed = changed || joined.dtype != old.dtype
      values[index] = values[index].converted(to: joined.dtype, weak: joined.weak)
    }
    if changed { (body, after, _) = trace(types) }
    for index in values.indices
    where types[index].shape != after[index].shape || types[index].dtype != after[index].dtype {
      if values[index].isPoisoned || Context.current.error != nil { return nil }
      report(
        LanewiseError(
          types[index].shape != after[index].shape ? .shape : .dtype,
          "\(name): the state\(paths[index]) has type \(types[index]) before a step but type \(after[index]) after it; they must be equal. Give it its final shape and dtype at the start, or convert it in the step."
        ))
      return nil
    }
    return body
  }
}

/// A tree without arrays.
package struct Nothing: Tree {
  package init() {}
  package func walk(_ w: inout TreeWalker) -> Nothing { self }
}
