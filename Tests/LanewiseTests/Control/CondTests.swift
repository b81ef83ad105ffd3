import Lanewise
import Testing

@Suite struct CondTests {
  @Test func branches() {
    expectClose(Lax.cond(true, { $0 * 2 }, { -$0 }, 3.0), 6.0)
    expectClose(Lax.cond(NDArray(0), { $0 * 2 }, { -$0 }, 3.0), -3.0)
    let x = NDArray([1.0, 2.0])
    expectClose(Lax.cond(x[0] .> x[1], { x.sum() }, { x.prod() }), 2.0)
    for (index, wanted) in [(-3, 0.0), (0, 0.0), (1, 1.0), (2, 0.5), (9, 0.5)] {
      let i = NDArray(index)
      expectClose(Lax.switch(i, [{ sin($0) }, { cos($0) }, { $0 + 0.5 }], 0.0), NDArray(Float(wanted)))
    }
  }

  @Test func aNumberTakesOnTheOtherBranchsDtype() {
    #expect(Lax.cond(true, { NDArray(1) }, { NDArray([2.5])[0] }).dtype == .float32)
  }

  @Test func mistakes() {
    expectError("it must be a bool (or a number, for which 0 is false) of rank 0") {
      Lax.cond(ones([2]) .> 0, { $0 }, { $0 }, 1.0)
    }
    expectError("the branches must give results of equal types") {
      Lax.cond(true, { $0.sum() }, { $0 }, ones([2]))
    }
    expectError("different structures: the false branch has {'b': *} where the true branch has {'a': *}") {
      Lax.cond(true, { (x: NDArray) in ["a": x] }, { (x: NDArray) in ["b": x] }, 1.0)
    }
    expectError("the index has type f32[]; it must be an integer") { Lax.switch(0.5, [{ $0 }, { -$0 }], 1.0) }
  }
}
