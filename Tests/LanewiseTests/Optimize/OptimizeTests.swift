import Lanewise
import Testing

/// Numbers of JAX's are among the cases of the conformance tests; these are the properties.
@Suite struct OptimizeTests {
  private let valley = { (v: NDArray) -> NDArray in
    (100 * (v[1...] - v[..<(-1)] ** 2) ** 2 + (1 - v[..<(-1)]) ** 2).sum()
  }

  @Test(arguments: [MinimizeMethod.bfgs(), .lbfgs()]) func itFindsMinima(_ method: MinimizeMethod) {
    let start = NDArray([1.5, 0.7], dtype: .float64)
    let found = Optimize.minimize(valley, start, method: method)
    expectClose(found.x, ones([2], dtype: .float64), 1e-3)
    #expect(Bool(found.success) && Int(found.status) == 0 && Int(found.nit) < 100)
    #expect(Int(found.nfev) == Int(found.njev) && Int(found.nfev) >= Int(found.nit))
    #expect(Double(Linalg.norm(found.jac, ord: .inf)) < 1e-5)
    expectClose(found.fun, valley(found.x))
    expectClose(jit { (x: NDArray) in Optimize.minimize(valley, x, method: method) }(start).x, found.x, 1e-6)
    let starts = stack([start, ones([2], dtype: .float64)])
    let several = vmap { (x: NDArray) in Optimize.minimize(valley, x, method: method) }(starts)
    expectClose(several.x, ones([2, 2], dtype: .float64), 1e-3)
    #expect(several.nit.asArray(Int.self)[0] == Int(found.nit))
  }

  @Test func theInverseHessianIsLearned() {
    let a = NDArray([[3.0, 1.0], [1.0, 2.0]], dtype: .float64)
    let bowl = { (x: NDArray) -> NDArray in dot(x, matmul(a, x)) / 2 - x.sum() }
    let found = Optimize.minimize(bowl, zeros([2], dtype: .float64), method: .bfgs(gtol: 1e-9))
    expectClose(found.x, Linalg.solve(a, ones([2], dtype: .float64)), 1e-8)
    expectClose(found.hessInv!, Linalg.inv(a), 1e-6)
    #expect(Optimize.minimize(bowl, ones([2]), method: .lbfgs()).hessInv == nil)
  }

  @Test func minimaMoveWithWhatIsCaptured() {
    let minimum = { (c: NDArray) -> NDArray in
      Optimize.minimize({ x in ((x - c) ** 2).sum() }, zeros([2], dtype: .float64), method: .bfgs(gtol: 1e-12)).x
    }
    let (x, dx) = jvp(minimum, NDArray([1.0, 2.0], dtype: .float64), NDArray([0.5, -1.0], dtype: .float64))
    expectClose(x, NDArray([1.0, 2.0], dtype: .float64), 1e-9)
    expectClose(dx, NDArray([0.5, -1.0], dtype: .float64), 1e-6)
  }

  @Test func complexUnknowns() {
    let target = Lax.complex(NDArray([1.0, -2.0]), NDArray([0.5, 3.0]))
    let found = Optimize.minimize(
      { z in (abs(z - target) ** 2).sum() }, zeros([2], dtype: .complex64), method: .lbfgs())
    #expect(Double(max(abs(found.x - target))) < 1e-4)
  }

  /// What the documentation says that is printed.
  @Test func example() {
    let found = Optimize.minimize({ x in ((x - [1, 2]) ** 2).sum() }, zeros([2]))
    #expect("\(round(found.x, decimals: 4))" == "[1. 2.]")
  }

  @Test func whyItEnds() {
    let start = NDArray([-1.2, 1.0], dtype: .float64)
    let short = Optimize.minimize(valley, start, method: .bfgs(maxiter: 3))
    #expect(!Bool(short.success) && Int(short.status) == 1 && Int(short.nit) == 3)
    let few = Optimize.minimize(valley, start, method: .lbfgs(maxfun: 4))
    #expect(Int(few.status) == 2)
    let coarse = Optimize.minimize(valley, start, method: .lbfgs(ftol: 1e3))
    #expect(Int(coarse.status) == 4 && Int(coarse.nit) == 1)
    // Without a bound below.
    let endless = Optimize.minimize({ x in x.sum() }, start)
    #expect(!Bool(endless.success) && Int(endless.status) == 5)
  }

  @Test func mistakes() {
    expectError("must have 1 dimension") { Optimize.minimize({ x in x.sum() }, zeros([2, 2])).x }
    expectError("floating-point") { Optimize.minimize({ x in x.sum() }, arange(2)).x }
    expectError("scalar") { Optimize.minimize({ x in x * 2 }, zeros([2])).x }
  }
}
