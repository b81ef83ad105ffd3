import Lanewise
import Testing

@Suite struct MoreNamesTests {
  @Test func aBarrierHasNoEffectOnValues() {
    let x = NDArray([1, 2] as [Float])
    let f = { (x: NDArray) in Lax.optimizationBarrier(sin(x)) * 2 }
    #expect(Bool(arrayEqual(jit(f)(x), f(x))))
    #expect(Bool(arrayEqual(grad { (x: NDArray) in f(x).sum() }(x), 2 * cos(x))))
    #expect(Bool(arrayEqual(vmap(f)(x), f(x))))
    let both = Lax.optimizationBarrier(["a": x, "b": 2 * x])
    #expect(Bool(arrayEqual(both["a"]!, x)) && Bool(arrayEqual(both["b"]!, 2 * x)))
  }
}
