import Lanewise
import Testing

@Suite struct LowerTests {
  private func cost(_ f: @escaping (NDArray) -> NDArray, _ x: NDArray) -> CostAnalysis { lower(f)(x).cost }

  @Test func elementwiseAndReductions() {
    let elementwise = cost({ exp($0) * 2 + 1 }, ones([1000]))
    #expect(elementwise.flops == 2000 && elementwise.transcendentals == 1000)
    #expect(elementwise.bytesAccessed == 8000 && elementwise.isComplete)
    #expect(elementwise.argumentBytes == 4000 && elementwise.outputBytes == 4000 && elementwise.temporaryBytes == 0)
    let squares = cost({ ($0 * $0).sum(axis: 1) }, ones([10, 20]))
    #expect(squares.flops == 400 && squares.bytesAccessed == 840)
    // What is computed twice in the program is computed once.
    #expect(cost({ sin($0) + sin($0) }, ones([8])).transcendentals == 8)
    // A slice is read as far as it goes.
    #expect(cost({ $0[0..<10] * 2 }, ones([1000])).bytesAccessed == 80)
    #expect(
      "\(elementwise)"
        == "2000 flops, 1000 transcendentals, 8000 bytes accessed; arguments 4000 bytes, results 4000, temporaries 0")
  }

  @Test func products() {
    let product = lower { (a: NDArray, b: NDArray) in matmul(a, b) }(ones([3, 4]), ones([4, 5])).cost
    #expect(product.flops == 2 * 3 * 4 * 5)
    #expect(product.bytesAccessed == Double(4 * (3 * 4 + 4 * 5 + 3 * 5)))
    let chained = lower { (x: NDArray) in matmul(x + 1, x) }(ones([8, 8]))
    #expect(chained.cost.flops == Double(64 + 2 * 512))
    // 256 bytes and the padding that kernels may touch.
    #expect(chained.cost.temporaryBytes == 384)
    #expect(chained.text.contains("384 bytes of intermediate arrays (tmp0 at 0)"))
    #expect(chained.text.contains("out0 = dot(tmp0, in0)"))
  }

  @Test func loopsAndBranches() {
    let scan = lower { (x: NDArray) in Lax.scan({ c, x in (c * 2 + x, c) }, 0.0, x) }(ones([7])).cost
    #expect(scan.flops == 14 && scan.isComplete)
    let loop = lower { (x: NDArray) in Lax.whileLoop({ $0 .< 10 }, { $0 * 2 }, x) }(1.0).cost
    #expect(loop.flops == 2 && !loop.isComplete)
    #expect("\(loop)".contains("a loop of unknown length counted as one turn"))
    let choice = lower { (p: NDArray, x: NDArray) in Lax.cond(p, { exp($0) }, { $0 * 2 + 1 }, x) }(
      NDArray(true), ones([10])
    ).cost
    #expect(choice.flops == 20 && choice.transcendentals == 0)
  }

  /// What a step gives and nobody reads is not computed, also where the loop is in a function of its own.
  @Test func unreadOutputsOfLoopsAreLeftOut() {
    func last(_ x: NDArray) -> NDArray { Lax.scan({ c, x in (c + x, exp(c) + sin(x)) }, 0.0, x).0 }
    let nested = jit { (x: NDArray) -> [NDArray] in
      let (sum, terms) = Lax.scan({ c, x in (c + x, (exp(c), x * 2)) }, 0.0, x)
      return [sum, terms.0, terms.1]
    }
    let x = arange(7.0)
    let alone = lower { last($0) }(x).cost
    #expect(alone.transcendentals == 0 && alone.flops == 7)
    let doubled = lower { (x: NDArray) in nested(x)[2] }(x).cost
    #expect(doubled.transcendentals == 0 && doubled.flops == 14)
    expectClose(jit { last($0) }(x), 21.0)
    expectClose(jit { (x: NDArray) in nested(x)[2] }(x), x * 2)
    expectClose(jit { (x: NDArray) in grad { last($0 * $0) }(x) }(x), 2 * x)
  }

  @Test func steps() {
    #expect(cost({ sort($0) }, ones([4, 16])).flops == 256)
    #expect(cost({ cumsum($0) }, ones([100])).flops == 100)
    #expect(cost({ argmax($0) }, ones([100])).flops == 100)
    let taken = lower { (x: NDArray, i: NDArray) in x[i] }(ones([1000, 4]), NDArray([1, 2, 3] as [Int32])).cost
    #expect(taken.bytesAccessed < 1000)
  }

  @Test func textShowsGroupsAndSuperinstructions() {
    let text = lower { (x: NDArray) in ((x + 2) ** 2 - 4).sum() }(ones([1_000_000])).text
    #expect(
      text == """
        group 0: 1000000 elements in tiles of 2048, rows of (1, 1000000, 1)
          out0{fold} = add_square_sub_sum_fold_f32 in0, 2.0, 4.0
        1 inputs, 1 outputs, no intermediate arrays
        """)
  }

  @Test func groupsThatShareRowsAreOnePass() {
    let softmax = lower { (x: NDArray) in
      let e = exp(x - x.max(axis: 1, keepdims: true))
      return e / e.sum(axis: 1, keepdims: true)
    }(ones([512, 1000]))
    #expect(softmax.text.contains("blocks 0: ") && softmax.text.contains("no intermediate arrays"), "\(softmax)")
    #expect(softmax.cost.bytesAccessed == 2 * 512_000 * 4)
    #expect(softmax.cost.transcendentals == 512_000 && softmax.cost.flops == 4 * 512_000)
  }

  @Test func everyKindOfArgumentsAndResults() {
    let f = { (w: [String: NDArray], x: NDArray) in (w["a"]! * x, [x.sum()]) }
    let lowered = lower(f, name: "f")(["a": ones([3])], arange(3.0))
    #expect(lowered.jaxpr.description == makeJaxpr(f)(["a": ones([3])], arange(3.0)).description)
    let (product, sums) = lowered.compile()(["a": ones([3])], arange(3.0))
    expectClose(product, arange(3.0))
    expectClose(sums[0], 3.0)
    // Shapes and dtypes are enough.
    let shape = evalShape({ (x: NDArray) in x * 2 }, ones([5]))
    #expect(lower { $0 + 1 }(shape).cost.flops == 5)
    expectError("cannot be broadcast") { lower { $0 + ones([4]) }(ones([3])).text }
  }
}
