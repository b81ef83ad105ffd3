import LanewiseEngine

/// A primitive that is one step of the engine, on its operands as they are.
package protocol StepPrimitive: Primitive {
  var step: any Step { get }
}

extension StepPrimitive {
  package func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray]) -> [Slot] {
    b.step(step, x, results)
  }

  /// The step alone: writing a program of it would take longer than it takes with small arrays.
  package func evaluate(_ x: [NDArray], _ results: [AbstractArray]) -> [NDArray] {
    step.evaluate(x, results)
  }
}

extension Step {
  /// Runs alone on arrays in memory.
  package func evaluate(_ x: [NDArray], _ results: [AbstractArray]) -> [NDArray] {
    let outputs = runAlone(x.map { $0.storage! }, x.map(\.aval), results)
    return results.indices.map { NDArray(results[$0], outputs[$0]) }
  }
}
