import Lanewise
import Testing

@Suite struct DisableJitTests {
  /// Whether the arrays that a function met had values, one for each call.
  private final class Seen: @unchecked Sendable {
    var values: [Bool] = []
    func note(_ x: NDArray) { values.append(!x.isTracer) }
  }

  @Test func jittedFunctionsSeeValues() {
    let seen = Seen()
    let inner = jit { (x: NDArray) in
      seen.note(x)
      return x * 2
    }
    let outer = jit { (x: NDArray, y: NDArray) in
      seen.note(y)
      return inner(x) + y
    }
    expectClose(outer(1.0, 2.0), 4.0)
    #expect(seen.values == [false, false])
    seen.values = []
    expectClose(disableJit { outer(1.0, 2.0) }, 4.0)
    expectClose(disableJit { inner(ones([2])) }, NDArray([2.0, 2.0]))
    #expect(seen.values == [true, true, true])
  }

  @Test func loopsAndBranchesSeeValues() {
    let seen = Seen()
    func step(_ c: NDArray, _ x: NDArray) -> (NDArray, NDArray) {
      seen.note(c)
      return (c * 0.5 + x, c)
    }
    let f = jit { (x: NDArray) -> NDArray in
      let (last, before) = Lax.scan(step, 0.0, x)
      let doubled = Lax.whileLoop({ $0 .< 100 }, { $0 * 2 }, last)
      let counted = Lax.foriLoop(0, 3, { i, s in s + i.astype(.float32) }, doubled)
      return Lax.cond(counted .> 0, { $0 + before.sum() }, { -$0 }, counted)
    }
    let reversed = { (x: NDArray) in Lax.scan({ c, x in (c + x, c * x) }, 1.0, x, reverse: true).1 }
    let x = arange(1.0, 4.0)
    let compiled = f(x)
    seen.values = []
    expectClose(disableJit { f(x) }, compiled)
    #expect(seen.values == [true, true, true])
    expectClose(disableJit { reversed(x) }, reversed(x))
    let differentiable = { (x: NDArray) in
      Lax.cond(x.sum() .> 0, { Lax.scan(step, 0.0, $0).0 }, { -$0.sum() }, x)
    }
    expectClose(disableJit { grad(differentiable)(x) }, grad(differentiable)(x))
    // Each example goes on as long as it has to, which only a traced loop can do.
    let batched = vmap { (x: NDArray) in Lax.whileLoop({ $0 .< 10 }, { $0 * 2 }, x) }
    expectClose(disableJit { batched(x) }, NDArray([16.0, 16.0, 12.0]))
  }

  @Test func endsWithItsBodyAndNests() throws {
    struct Stop: Error {}
    let seen = Seen()
    let f = jit { (x: NDArray) in
      seen.note(x)
      return x + 1
    }
    #expect(throws: Stop.self) {
      try disableJit {
        disableJit { _ = f(1.0) }
        _ = f(2.0)
        throw Stop()
      }
    }
    _ = f(3.0)
    #expect(seen.values == [true, true, false])
    expectError("there is no argument 3") { disableJit { jit({ (x: NDArray) in x }, donateArgnums: 3)(1.0) } }
  }
}
