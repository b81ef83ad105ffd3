import LanewiseKernels
import Testing

@testable import LanewiseEngine

@Suite struct FrameOrderTests {
  private let f32 = array(.float32)

  /// The body's graph in order, without the chain of 17 square roots that makes it long enough.
  private func order(
    _ inputs: Int, carries: Int, _ body: @escaping (ProgramBuilder, [Slot]) -> [Slot]
  ) -> (operations: [BinaryOp], outputs: [Int32]) {
    let program = makeProgram(Array(repeating: f32, count: inputs + 1)) { b, x in
      body(b, x) + [(0..<17).reduce(x[inputs]) { x, _ in b.unary(.sqrt, x) }]
    }
    let graph = Simplifier.simplify(program).orderedByHeight(firstCarry: 0, carries: carries)
    for (index, node) in graph.nodes.enumerated() {
      #expect((0..<Int(node.operandCount)).allSatisfy { Int(node.operand($0).node) < index })
    }
    let operations = graph.nodes.filter { $0.kind == .binary }.map { BinaryOp(rawValue: $0.operation)! }
    return (operations, graph.outputs.map(\.node))
  }

  /// Division and atan2 make no pairs with what follows them here.
  @Test func beginsWithWhatTheLongestChainWaitsFor() {
    let order = order(2, carries: 2) { b, x in
      let short = b.binary(.max, x[0], x[1])
      let long = b.binary(.atan2, b.binary(.atan2, b.binary(.div, x[0], x[1]), x[1]), x[1])
      return [short, long]
    }
    #expect(order.operations == [.div, .atan2, .max, .atan2])
  }

  /// The pair is as far from the end as the chain of two, and its first operation right before its second.
  @Test func keepsTogetherWhatOneInstructionDoes() {
    let order = order(2, carries: 2) { b, x in
      let product = b.binary(.mul, x[0], x[1])
      let quotient = b.binary(.div, x[1], x[0])
      return [b.binary(.atan2, quotient, b.float(3)), b.binary(.add, product, x[1])]
    }
    #expect(order.operations == [.div, .mul, .add, .atan2])
  }

  /// Although more waits for the new carry than for what reads the old one.
  @Test func putsReadersOfTheOldCarryFirst() {
    let order = order(2, carries: 1) { b, x in
      let before = b.binary(.sub, x[0], x[1])
      let next = b.binary(.mul, x[0], b.float(3))
      return [next, before, b.binary(.atan2, b.binary(.atan2, next, x[1]), x[1])]
    }
    #expect(order.outputs[1] < order.outputs[0])
  }

  @Test func leavesShortTurnsArraysAndIntegersAlone() {
    func isLeftAlone(_ type: AbstractArray, length: Int) -> Bool {
      let graph = Simplifier.simplify(
        makeProgram([type, f32]) { b, x in
          let last = b.unary(.neg, (0..<length).reduce(x[1]) { x, _ in b.unary(.sqrt, x) })
          return [b.unary(.neg, b.unary(.square, x[0])), last]
        })
      return graph.orderedByHeight(firstCarry: 0, carries: 2).outputs == graph.outputs
    }
    #expect(isLeftAlone(f32, length: 13))
    #expect(!isLeftAlone(f32, length: 14))
    #expect(isLeftAlone(array(.float32, 4), length: 14))
    #expect(isLeftAlone(array(.int32), length: 14))
  }
}
