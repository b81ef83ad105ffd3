import LanewiseCore

/// Quasi-Newton minimisation by Broyden, Fletcher, Goldfarb and Shanno (Nocedal and Wright, Numerical Optimization,
/// algorithm 6.1): an estimate of the Hessian's inverse is learned from how gradients change.
struct BFGS {
  let maxiter: Int?
  let norm: NormOrder
  let gtol: Double
  let lineSearchMaxiter: Int

  private struct State: Tree {
    var x, value, gradient, inverseHessian, previousValue: NDArray
    var evaluations, number, isDone, hasFailed, searchStatus: NDArray

    func walk(_ w: inout TreeWalker) -> State {
      State(
        x: w(x, "x"), value: w(value, "value"), gradient: w(gradient, "gradient"),
        inverseHessian: w(inverseHessian, "inverseHessian"), previousValue: w(previousValue, "previousValue"),
        evaluations: w(evaluations, "evaluations"), number: w(number, "number"), isDone: w(isDone, "isDone"),
        hasFailed: w(hasFailed, "hasFailed"), searchStatus: w(searchStatus, "searchStatus"))
    }
  }

  func minimize(_ objective: @escaping Optimize.Evaluation, _ x0: NDArray) -> OptimizeResults {
    let (value, gradient) = objective(x0)
    guard !value.isPoisoned, !gradient.isPoisoned else { return .poisoned(like: x0) }
    let most = NDArray(weak: maxiter ?? 200 * x0.size)
    let end = Lax.whileLoop(
      { (s: State) in ~s.isDone & ~s.hasFailed & (s.number .< most) }, { (s: State) in step(s, objective) },
      State(
        x: x0, value: value, gradient: gradient, inverseHessian: eye(x0.size, dtype: x0.dtype),
        previousValue: value + (Linalg.norm(gradient) / 2).astype(value.dtype), evaluations: Optimize.count(1),
        number: Optimize.count(0), isDone: isSmall(gradient), hasFailed: false, searchStatus: Optimize.count(0)))
    let status = `where`(
      end.isDone, 0, `where`(end.number .== most, 1, `where`(end.hasFailed, end.searchStatus + 2, -1)))
    return OptimizeResults(
      x: end.x, success: end.isDone & ~end.hasFailed, status: status, fun: end.value, jac: end.gradient,
      hessInv: end.inverseHessian, nfev: end.evaluations, njev: end.evaluations, nit: end.number)
  }

  private func isSmall(_ gradient: NDArray) -> NDArray { Linalg.norm(gradient, ord: norm) .< NDArray(weak: gtol) }

  private func step(_ s: State, _ objective: @escaping Optimize.Evaluation) -> State {
    let direction = -dot(s.inverseHessian, s.gradient)
    let found = LineSearch(objective, from: s.x, value: s.value, gradient: s.gradient, along: direction)
      .run(previousValue: s.previousValue, maxiter: lineSearchMaxiter)
    let move = found.step.astype(direction.dtype) * direction
    let change = found.gradient - s.gradient
    return State(
      x: s.x + move, value: found.value, gradient: found.gradient,
      inverseHessian: updated(s.inverseHessian, move, change), previousValue: s.value,
      evaluations: s.evaluations + found.evaluations, number: s.number + 1, isDone: isSmall(found.gradient),
      hasFailed: found.hasFailed, searchStatus: found.status)
  }

  /// The inverse Hessian after a move that changed the gradient so; as it was where that says nothing.
  private func updated(_ h: NDArray, _ move: NDArray, _ change: NDArray) -> NDArray {
    let rho = 1 / dot(change, move)
    let w = eye(move.size, dtype: h.dtype) - rho * outer(move, change)
    let next = matmul(matmul(w, h), w.T) + rho * outer(move, move)
    return `where`(isfinite(rho), next, h)
  }
}
