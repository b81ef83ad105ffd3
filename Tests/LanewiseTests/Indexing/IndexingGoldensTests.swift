import Testing

@testable import Lanewise

@Suite struct IndexingGoldensTests {
  @Test(arguments: IndexingGolden.all)
  func eager(_ golden: IndexingGolden) { check(golden) { f, x in f(x) } }

  @Test(arguments: IndexingGolden.all)
  func compiled(_ golden: IndexingGolden) { check(golden) { f, x in jit(f)(x) } }

  @Test(arguments: IndexingGolden.all)
  func batched(_ golden: IndexingGolden) {
    check(golden) { f, x in
      let twice = Lax.concatenate([Lax.expandDims(x, [0]), Lax.expandDims(Lax.neg(x), [0])], dimension: 0)
      let both = vmap(f)(twice)
      // The second of the batch is there to be different.
      return both[0]
    }
  }

  @Test(arguments: IndexingGolden.all)
  func gradient(_ golden: IndexingGolden) {
    let weights = golden.array("weights")
    let pulled = grad { (x: NDArray) -> NDArray in
      let product = take(x, golden.indices) * weights
      return Lax.reduceSum(product, Array(0..<product.ndim))
    }(golden.array("x"))
    expectEqual(pulled, golden.array("pulled"))
  }

  private func take(_ x: NDArray, _ indices: [any ArrayIndex]) -> NDArray {
    Indexing.take(x, indices.map(\._index.kind), "x[…]")
  }

  private func check(_ golden: IndexingGolden, _ run: (@escaping (NDArray) -> NDArray, NDArray) -> NDArray) {
    let indices = golden.indices
    let value = golden.array("value")
    let x = golden.array("x")
    expectEqual(run({ take($0, indices) }, x), golden.array("out"))
    let location = { (x: NDArray) in ArrayLocation(array: x, indices: indices.map(\._index.kind)) }
    expectEqual(run({ location($0).set(value) }, x), golden.array("set"))
    expectEqual(run({ location($0).add(value) }, x), golden.array("add"))
    expectEqual(run({ location($0).multiply(value) }, x), golden.array("multiply"))
    expectEqual(run({ location($0).min(value) }, x), golden.array("min"))
    expectEqual(run({ location($0).max(value) }, x), golden.array("max"))
  }

  private func expectEqual(_ answer: NDArray, _ expected: NDArray) {
    #expect(answer.shape == expected.shape)
    #expect(floatsOf(answer) == floatsOf(expected))
  }
}
