import Lanewise
import Testing

@Suite struct LoopsTests {
  @Test func states() {
    expectClose(Lax.whileLoop({ s in s .< 10 }, { s in s * 2 }, 1), 16)
    let (i, s) = Lax.whileLoop({ i, s in i .< 3 }, { i, s in (i + 1, s * 2.0) }, (0, 1.5))
    expectClose(i, 3)
    expectClose(s, 12.0)
    expectClose(Lax.foriLoop(0, 10, { i, s in s + i }, 0), 45)
    expectClose(Lax.foriLoop(5, 2, { i, s in s + i }, 7), 7)
    let n = 3
    expectClose(Lax.foriLoop(0, n, { i, v in v * 2 - v / 3 + i * v - 1 }, 1.0), 1.8518519)
  }

  @Test func aBoundThatIsTraced() {
    let f = jit { (n: NDArray) in Lax.foriLoop(0, n, { i, s in s + i }, 0) }
    expectClose(f(5), 10)
    expectClose(f(7), 21)
  }

  @Test func examplesStopOnTheirOwn() {
    let doubled = { (a: NDArray) in Lax.whileLoop({ v in v .< 10.0 }, { v in v * 2 + 1 }, a) }
    expectClose(vmap(doubled)(NDArray([0.5, 20.0, 3.0])), NDArray([11.0, 20.0, 15.0]))
    // Batches of batches, of which the inner one has the predicate's shape already.
    expectClose(vmap(vmap(doubled))(NDArray([[0.5, 20.0], [3.0, 9.5]])), NDArray([[11.0, 20.0], [15.0, 20.0]]))
  }

  @Test func mistakes() {
    expectError("reverse-mode differentiation does not work for whileLoop") {
      grad { (x: NDArray) in Lax.whileLoop({ v in v .< 10.0 }, { v in v * 2 }, x) }(1.0)
    }
    expectError("it must give a bool of rank 0") { Lax.whileLoop({ v in v }, { v in v * 2 }, 1.0) }
    expectError("it must give a bool of rank 0") { Lax.whileLoop({ v in v .< 3 }, { v in v * 2 }, ones([2])) }
    expectError("the bounds must be integers of rank 0") { Lax.foriLoop(0.5, 3.0, { i, s in s }, 0) }
    expectError("has type f32[] before a step but type f32[2] after it") {
      Lax.whileLoop({ v in true }, { v in v * ones([2]) }, NDArray(3))
    }
  }
}
