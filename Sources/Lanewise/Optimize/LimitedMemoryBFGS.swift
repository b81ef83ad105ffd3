import LanewiseCore

/// BFGS that keeps the last moves and changes of the gradient in place of a matrix (Nocedal and Wright, Numerical
/// Optimization, algorithms 7.4 and 7.5), also of complex unknowns (Sorber, Van Barel and De Lathauwer 2012).
struct LimitedMemoryBFGS {
  let maxcor: Int
  let norm: NormOrder
  let ftol, gtol: Double
  let maxiter, maxfun: Int?
  let maxls: Int

  /// Moves, changes of the gradient, and 1 / (move · change), the latest last; zeros before there are as many.
  private struct History: Tree {
    var moves, changes, weights, scale: NDArray

    func walk(_ w: inout TreeWalker) -> History {
      History(
        moves: w(moves, "moves"), changes: w(changes, "changes"), weights: w(weights, "weights"),
        scale: w(scale, "scale"))
    }
  }

  private struct State: Tree {
    var x, value, gradient: NDArray
    var history: History
    var evaluations, number, status, isDone: NDArray

    func walk(_ w: inout TreeWalker) -> State {
      State(
        x: w(x, "x"), value: w(value, "value"), gradient: w(gradient, "gradient"), history: w(history, "history"),
        evaluations: w(evaluations, "evaluations"), number: w(number, "number"), status: w(status, "status"),
        isDone: w(isDone, "isDone"))
    }
  }

  func minimize(_ objective: @escaping Optimize.Evaluation, _ x0: NDArray) -> OptimizeResults {
    let (value, gradient) = objective(x0)
    guard !value.isPoisoned, !gradient.isPoisoned else { return .poisoned(like: x0) }
    let past = zeros([maxcor, x0.size], dtype: x0.dtype)
    let history = History(
      moves: past, changes: past, weights: zeros([maxcor], dtype: x0.dtype), scale: ones([Int](), dtype: x0.dtype))
    let end = Lax.whileLoop(
      { (s: State) in ~s.isDone & (s.status .== 0) }, { (s: State) in step(s, objective) },
      State(
        x: x0, value: value, gradient: gradient, history: history, evaluations: Optimize.count(1),
        number: Optimize.count(0), status: Optimize.count(0), isDone: false))
    return OptimizeResults(
      x: end.x, success: end.isDone, status: end.status, fun: end.value, jac: end.gradient, hessInv: nil,
      nfev: end.evaluations, njev: end.evaluations, nit: end.number)
  }

  private func step(_ s: State, _ objective: @escaping Optimize.Evaluation) -> State {
    let direction = direction(s.gradient, s.history)
    let found = LineSearch(objective, from: s.x, value: s.value, gradient: s.gradient, along: direction)
      .run(maxiter: maxls)
    let move = found.step.astype(direction.dtype) * direction
    let isDone = Linalg.norm(found.gradient, ord: norm) .< NDArray(weak: gtol)
    let most = maxiter ?? (maxfun == nil ? 200 * s.x.size : nil)
    var status = `where`(s.value - found.value .< NDArray(weak: ftol), 4, Optimize.count(0))
    if let maxfun { status = `where`(s.evaluations .>= NDArray(weak: maxfun), 2, status) }
    if let most { status = `where`(s.number .>= NDArray(weak: most), 1, status) }
    status = `where`(isDone, 0, `where`(found.hasFailed, 5, status))
    return State(
      x: s.x + move, value: found.value, gradient: found.gradient,
      history: extended(s.history, move, found.gradient - s.gradient), evaluations: s.evaluations + found.evaluations,
      number: s.number + 1, status: status, isDone: isDone)
  }

  private func extended(_ h: History, _ move: NDArray, _ change: NDArray) -> History {
    func appended(_ past: NDArray, _ new: NDArray) -> NDArray {
      Lax.concatenate([past[1...], Lax.expandDims(new, [0])], dimension: 0)
    }
    let curvature = Lax.real(dot(change, move))
    return History(
      moves: appended(h.moves, move), changes: appended(h.changes, change),
      weights: appended(h.weights, (1 / curvature).astype(change.dtype)),
      scale: (curvature / Lax.real(vdot(change, change))).astype(change.dtype))
  }

  /// The estimated inverse Hessian times the gradient, negated: two passes over the history, back and forth.
  private func direction(_ gradient: NDArray, _ h: History) -> NDArray {
    let pairs = [h.moves, h.changes, h.weights]
    let (back, factors) = Lax.scan(
      { (q: NDArray, pair: [NDArray]) -> (NDArray, NDArray) in
        let factor = pair[2] * Lax.real(vdot(pair[0], q)).astype(q.dtype)
        return (q - factor * Lax.conj(pair[1]), factor)
      }, -Lax.conj(gradient), pairs, reverse: true)
    let (forth, _) = Lax.scan(
      { (q: NDArray, pair: [NDArray]) -> (NDArray, NDArray) in
        let factor = pair[2] * Lax.real(dot(pair[1], q)).astype(q.dtype)
        return (q + (pair[3] - factor) * pair[0], factor)
      }, h.scale * back, pairs + [factors])
    return forth
  }
}
