import Lanewise
import Testing

private struct Model: Tree {
  var weight: NDArray
  func walk(_ w: inout TreeWalker) -> Model { Model(weight: w(weight, "weight")) }
}

@Suite struct ScanTests {
  @Test func sumsOfADecayingCarry() {
    let (c, ys) = Lax.scan({ c, x in (c * 0.99 + x, c) }, 0.0, arange(5.0), length: nil, reverse: false)
    expectClose(c, 9.900499)
    expectClose(ys, NDArray([0.0, 0.0, 1.0, 2.99, 5.9601]))
  }

  @Test func treesAreCarriedAndStacked() {
    let (carry, ys) = Lax.scan(
      { (c: [String: NDArray], x: [NDArray]) in
        (["a": c["a"]! + x[0], "b": c["b"]! * x[1]], ["product": c["a"]! * c["b"]!])
      }, ["a": 1.0, "b": 2.0], [arange(3.0), arange(1.0, 4.0)])
    expectClose(carry["a"]!, 4.0)
    expectClose(carry["b"]!, 12.0)
    expectClose(ys["product"]!, NDArray([2.0, 2.0, 8.0]))
  }

  @Test func noSteps() {
    let (c, ys) = Lax.scan({ c, x in (c + x, c * x) }, 7.0, zeros([0]))
    expectClose(c, 7.0)
    #expect(ys.shape == [0])
  }

  @Test func aNumberTakesOnTheDtypeOfTheStep() {
    let (c, _) = Lax.scan({ c, x in (c + x, x) }, 0, arange(3.0))
    #expect(c.dtype == .float32)
  }

  @Test func mistakes() {
    expectError("the state has type f32[] before a step but type f32[2] after it") {
      Lax.scan({ c, x in (c + x, c) }, 0.0, ones([3, 2]))
    }
    expectError("has shape (4,), of 4 steps, but length is 3") {
      Lax.scan({ c, x in (c + x, c) }, 0.0, ones([4]), length: 3)
    }
    expectError("is of rank 0, so it has no leading axis") { Lax.scan({ c, x in (c + x, c) }, 0.0, 1.0) }
    expectError("the number of steps must be given as length") {
      Lax.scan({ (c: NDArray, _: [NDArray]) in (c, c) }, 0.0, [])
    }
    expectError("the state .weight") {
      Lax.scan({ (c: Model, x: NDArray) in (Model(weight: c.weight.sum()), x) }, Model(weight: ones([2])), ones([3]))
    }
  }

  @Test func gradientOfALongLoop() {
    let f = { (a: NDArray) in Lax.scan({ c, x in (c * a + x, c) }, 0.0, ones([1000])).0 }
    // Σ k aᵏ⁻¹ for k < 1000, at a = 0.9, is 1 / (1 − a)² but for what a¹⁰⁰⁰ leaves.
    expectClose(jit(grad(f))(0.9), 100.0, 1e-4)
  }
}
