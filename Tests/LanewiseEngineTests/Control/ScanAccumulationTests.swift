import LanewiseKernels
import Testing

@testable import LanewiseEngine

/// Scans whose sums of products are made afterwards, against the whole scan. Whole numbers, so that no order rounds.
@Suite struct ScanAccumulationTests {
  private let length = 5
  private let weights = array(.float32, 2, 3)

  /// Inputs: a constant [3], the sum [2, 3], a state [2], slices [2] and [3].
  private func check(
    isSplit: Bool, reverse: Bool = false, _ body: @escaping (ProgramBuilder, [Slot]) -> [Slot]
  ) {
    let (two, three) = (array(.float32, 2), array(.float32, 3))
    let program = makeProgram([three, weights, two, two, three]) { b, x in body(b, x) }
    let operands = [three, weights, two, array(.float32, length, 2), array(.float32, length, 3)]
    let results = [weights, two]
    let split = makeProgram(operands) { b, x in
      b.scan(body: program, constants: 1, carries: 2, length: length, reverse: reverse, x, results)
    }
    let whole = ScanStep(body: program, constants: 1, carries: 2, length: length, reverse: reverse)
    let inputs = operands.map { type in
      TestArray((0..<type.count).map { Float(($0 * 7 + type.count) % 5) - 2 }, type.shape.dims, .float32)
    }
    let expected = makeProgram(whole, operands, results).run(inputs).map(\.floats)
    #expect(split.run(inputs).map(\.floats) == expected)
    #expect((split.instructions.count > 1) == isSplit)
  }

  private func product(
    _ b: ProgramBuilder, _ x: Slot, _ y: Slot, k: Int = 1, lhsTransposed: Bool = false
  ) -> Slot {
    let dot = DotStep(batch: 1, m: 2, n: 3, k: k, lhsTransposed: lhsTransposed)
    let left = b.reshape(x, lhsTransposed ? [1, k, 2] : [1, 2, k])
    let total = b.step(dot, [left, b.reshape(y, [1, k, 3])], [array(.float32, 1, 2, 3)])[0]
    return b.reshape(total, [2, 3])
  }

  @Test(arguments: [false, true]) func sumsOuterProducts(reverse: Bool) {
    check(isSplit: true, reverse: reverse) { b, x in
      [b.binary(.add, x[1], product(b, x[3], x[4])), b.binary(.add, x[2], x[3])]
    }
    // Of what the turn computes, before and after the state changes; the sum as the second operand.
    check(isSplit: true, reverse: reverse) { b, x in
      let state = b.binary(.sub, x[3], x[2])
      return [b.binary(.add, product(b, state, b.binary(.mul, x[4], x[0])), x[1]), state]
    }
    check(isSplit: true, reverse: reverse) { b, x in
      [b.binary(.add, x[1], product(b, x[2], x[4])), b.binary(.sub, x[3], x[2])]
    }
  }

  @Test func leavesOtherSumsInTheLoop() {
    // A difference, a sum that the state needs, a product with what is no row of factors.
    check(isSplit: false) { b, x in
      [b.binary(.sub, x[1], product(b, x[3], x[4])), x[2]]
    }
    check(isSplit: false) { b, x in
      [b.binary(.add, x[1], product(b, x[3], x[4])), b.reduce(.sum, x[1], axes: [1])]
    }
    check(isSplit: false) { b, x in
      let wide = b.view(x[3], shape: [2, 2], offset: 0, strides: [1, 0])
      let tall = b.view(x[4], shape: [2, 3], offset: 0, strides: [0, 1])
      return [b.binary(.add, x[1], product(b, wide, tall, k: 2)), x[2]]
    }
  }

  @Test func sumsProductsOfMatrices() {
    check(isSplit: true) { b, x in
      let wide = b.view(x[3], shape: [2, 2], offset: 0, strides: [1, 0])
      let tall = b.view(x[4], shape: [2, 3], offset: 0, strides: [0, 1])
      return [b.binary(.add, x[1], product(b, wide, tall, k: 2, lhsTransposed: true)), x[2]]
    }
  }
}
