import Lanewise
import Testing

/// Exercise 4: the same function with and without `jit`, static and donated arguments.
@Suite struct CompilationTests {
  private func f(_ x: NDArray) -> NDArray { x ** 2 + 2 * x + 1 }

  @Test func compiledIsAsEvaluated() {
    let x = Random.normal(Random.key(4), [1000, 100])
    expectJAX(f(x).sum(axis: 0), "square", 1e-4)
    let compiled = jit(f)
    expectJAX(compiled(x).blockUntilReady().sum(axis: 0), "square", 1e-4)
    #expect(Bool(all(compiled(x) .== f(x))))
  }

  @Test func aStaticArgumentChoosesTheProgram() {
    let power = jit({ (x: NDArray, n: Int) in n > 2 ? x ** 3 : x ** 2 }, staticArgnums: 1)
    #expect(power(3.0, 2).item(Float.self) == 9)
    #expect(power(3.0, 3).item(Float.self) == 27)
    let named = jit { (x: NDArray, mode: String) in mode == "double" ? 2 * x : x }
    #expect(Float(named(4.0, "double")) == 8 && Float(named(4.0, "same")) == 4)
  }

  @Test func aDonatedArgumentIsGone() throws {
    let x = Random.normal(Random.key(4), [1000, 100])
    let kept = x + 0
    let y = jit(f, donateArgnums: 0)(x)
    #expect(Bool(all(y .== f(kept))))
    #expect(x.isDeleted)
    #expect(throws: LanewiseError.self) { try catching { x + 1 } }
  }
}
