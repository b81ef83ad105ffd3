import Lanewise
import Testing

/// Numbers of JAX's are among the cases of the conformance tests; these are the properties.
@Suite struct ODETests {
  private let times = linspace(0, 2, 5, dtype: .float64)

  @Test func solutionsThatAreKnown() {
    let decay = ODE.odeint({ y, _ in -y }, ones([2], dtype: .float64), times)
    expectClose(decay[.all, 1], exp(-times), 1e-6)
    let forced = ODE.odeint({ _, t in cos(t) }, zeros([Int](), dtype: .float64), times)
    expectClose(forced, sin(times), 1e-6)
    let turning = jit { (t: NDArray) in
      ODE.odeint({ (y: [NDArray], _: NDArray) in [y[1], -y[0]] }, [t[..<1], t[..<1] + 1], t)
    }(times)
    expectClose(turning[0][.all, 0], sin(times), 1e-6)
    expectClose(turning[1][.all, 0], cos(times), 1e-6)
    let (one, i) = (Lax.complex(times[2], times[0]), Lax.complex(times[0], times[2]))
    let circle = ODE.odeint({ y, _ in y * i }, one, times)
    expectClose(imag(circle), sin(times), 1e-6)
  }

  @Test func derivativesGoBackwardsInTime() {
    // y = y₀ exp(−a t)
    let end = { (y0: NDArray, a: NDArray, t: NDArray) in ODE.odeint({ y, _ in -a * y }, y0, t)[-1] }
    let (y0, a) = (NDArray(1.5, dtype: .float64), NDArray(0.7, dtype: .float64))
    let (dy, da, dt) = grad(end, argnums: (0, 1, 2))(y0, a, times)
    let last = 1.5 * exp(NDArray(-1.4, dtype: .float64))
    expectClose(dy, last / 1.5, 1e-6)
    expectClose(da, -2 * last, 1e-6)
    expectClose(dt[-1], -0.7 * last, 1e-6)
    // Later from the start on is earlier.
    expectClose(dt[0], 0.7 * last, 1e-6)
    expectClose(dt[1..<4], zeros([3], dtype: .float64), 1e-6)
    let captured = grad { (a: NDArray) in end(y0, a, times) }
    expectClose(jit(captured)(a), -2 * last, 1e-6)
    expectClose(grad(captured)(a), 4 * last, 1e-4)
    expectClose(vmap(captured)(stack([a, a])), stack([-2 * last, -2 * last]), 1e-6)
  }

  @Test func stepsHaveTheirLimits() {
    let start = ones([1], dtype: .float64)
    let short = ODE.odeint({ y, _ in -y }, start, times, mxstep: 2, hmax: 0.01)
    #expect(Double(abs(short[1, 0] - exp(NDArray(-0.5, dtype: .float64)))) > 1e-5)
    let coarse = ODE.odeint({ y, _ in -y }, start, times, rtol: 1e-3, atol: 1e-3)
    expectClose(coarse[.all, 0], exp(-times), 1e-2)
    #expect(ODE.odeint({ y, _ in -y }, start, times[..<1]).shape == [1, 1])
  }

  /// What the documentation says.
  @Test func example() {
    let y = ODE.odeint({ y, t in -y }, 1.0, [0.0, 1.0, 2.0], rtol: 1e-6)
    expectClose(y, NDArray([1.0, 0.36787945, 0.1353353]), 1e-4)
  }

  /// The page about solvers: a longer pendulum is later.
  @Test func aPendulum() {
    let swing = { (length: NDArray) -> NDArray in
      let end = ODE.odeint(
        { (y: [NDArray], t: NDArray) in [y[1], -9.81 / length * sin(y[0])] }, [NDArray(0.5), NDArray(0.0)],
        [0.0, 0.5], rtol: 1e-5, atol: 1e-5)
      return end[0][-1]
    }
    let (slope, h) = (Float(grad(swing)(2.0)), 0.05)
    let rise = Float(swing(NDArray(2 + h)) - swing(NDArray(2 - h))) / Float(2 * h)
    #expect(slope > 0 && abs(slope - rise) < 1e-2 * abs(rise))
  }

  @Test func mistakes() {
    expectError("a vector of floating-point numbers") { ODE.odeint({ y, _ in y }, 1.0, arange(3)) }
  }
}
