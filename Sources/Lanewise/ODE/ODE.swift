import LanewiseCore

/// Ordinary differential equations (`jax.experimental.ode`).
public enum ODE {
  /// The solution of y′ = f(y, t) at times, by Dormand and Prince's method with steps as long as the tolerances allow
  /// (`jax.experimental.ode.odeint`).
  ///
  /// In reverse mode it is differentiated by the adjoint equation, which is solved backwards in time, by y₀, the times,
  /// and what `f` captured; forward mode is an error, as in JAX.
  ///
  /// ```swift
  /// let y = ODE.odeint({ y, t in -y }, 1.0, [0.0, 1.0, 2.0])  // near exp(-t)
  /// ```
  ///
  /// - Parameters:
  ///   - f: gives the derivative for y and the time, of y's shape.
  ///   - y0: y at the first time.
  ///   - t: the times, a vector of floating-point numbers in ascending order.
  ///   - rtol: the error of a step may be this share of y,
  ///   - atol: and this besides.
  ///   - mxstep: the most steps to each time.
  ///   - hmax: the longest step.
  /// - Returns: y at the times, along a new first axis.
  public static func odeint(
    _ f: @escaping (NDArray, NDArray) -> NDArray, _ y0: NDArray, _ t: NDArray, rtol: Double = 1.4e-8,
    atol: Double = 1.4e-8, mxstep: Int? = nil, hmax: Double = .infinity
  ) -> NDArray {
    solve(f, Promote.inexact(y0), t, Integrator(rtol: rtol, atol: atol, mxstep: mxstep, hmax: hmax))
  }

  /// The same for a y of any tree.
  @_disfavoredOverload
  public static func odeint<Y: Tree>(
    _ f: @escaping (Y, NDArray) -> Y, _ y0: Y, _ t: NDArray, rtol: Double = 1.4e-8, atol: Double = 1.4e-8,
    mxstep: Int? = nil, hmax: Double = .infinity
  ) -> Y {
    solve(f, y0, t, Integrator(rtol: rtol, atol: atol, mxstep: mxstep, hmax: hmax))
  }

  fileprivate static func solve<Y: Tree>(
    _ f: @escaping (Y, NDArray) -> Y, _ y0: Y, _ t: NDArray, _ integrator: Integrator
  ) -> Y {
    let (start, unravel) = ravelPytree(y0)
    guard t.ndim == 1, t.size > 0, t.dtype.isFloating, start.dtype.isInexact else {
      report(
        LanewiseError(
          .dtype,
          "odeint: times of type \(t.aval) for a y of \(start.aval.count) elements of \(start.dtype); the times must be a vector of floating-point numbers, and y be of such."
        ))
      return y0.poisoned
    }
    let flat = { (y: NDArray, t: NDArray) in ravelPytree(f(unravel(y), t)).vector.astype(start.dtype) }
    // What the function captured is differentiated by too, so it has to be an argument.
    let (converted, captured) = closureConvert(flat, start, t[0])
    let solution = adjoint(converted, integrator)(start, t, captured)
    return solution.isPoisoned ? y0.poisoned : vmap(unravel)(solution)
  }

  /// The solution, with its derivative in reverse.
  private static func adjoint(
    _ f: @escaping (NDArray, NDArray, [NDArray]) -> NDArray, _ integrator: Integrator
  ) -> (NDArray, NDArray, [NDArray]) -> NDArray {
    customVJP(
      { (y0: NDArray, t: NDArray, captured: [NDArray]) in integrator.run({ f($0, $1, captured) }, y0, t) },
      forward: { (y0: NDArray, t: NDArray, captured: [NDArray]) -> (NDArray, [[NDArray]]) in
        // By the same rule, so that derivatives can be differentiated.
        let y = adjoint(f, integrator)(y0, t, captured)
        return (y, [[y, t], captured])
      },
      backward: { (kept: [[NDArray]], g: NDArray) -> (NDArray, NDArray, [NDArray]) in
        backward(f, kept[0][0], kept[0][1], kept[1], g, integrator)
      }, name: "odeint")
  }

  /// From the last time to the first: y, its cotangent, that of the time, and those of what was captured.
  private static func backward(
    _ f: @escaping (NDArray, NDArray, [NDArray]) -> NDArray, _ y: NDArray, _ t: NDArray, _ captured: [NDArray],
    _ g: NDArray, _ integrator: Integrator
  ) -> (NDArray, NDArray, [NDArray]) {
    // Time runs backwards: it is negated.
    let dynamics = { (state: [[NDArray]], t: NDArray) -> [[NDArray]] in
      let (slope, pullback) = vjp(f, state[0][0], -t, captured)
      let pulled = pullback(state[0][1])
      return [[-slope, pulled.0, pulled.1], pulled.2]
    }
    let step = { (carry: [[NDArray]], at: [NDArray]) -> ([[NDArray]], NDArray) in
      let (y, time, before, g, gBefore) = (at[0], at[1], at[2], at[3], at[4])
      // Had the time been later, y would have gone on.
      let moved = Lax.real(dot(f(y, time, captured), g)).astype(t.dtype)
      let start = [[y, carry[0][0], carry[0][1] - moved], carry[1]]
      let end = solve(dynamics, start, stack([-time, -before]), integrator)
      return ([[end[0][1][1] + gBefore, end[0][2][1]], end[1].map { $0[1] }], moved)
    }
    let last = g.shape[0] - 1
    let start = [[g[last], zeros([Int](), dtype: t.dtype)], captured.map { zerosLike($0) }]
    let (end, moved) = Lax.scan(step, start, [y[1...], t[1...], t[..<last], g[1...], g[..<last]], reverse: true)
    let times = Lax.concatenate([end[0][1].reshape([1]), moved], dimension: 0)
    return (end[0][0], times, end[1])
  }
}
