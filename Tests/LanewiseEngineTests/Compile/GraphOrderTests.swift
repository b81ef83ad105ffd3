import LanewiseKernels
import Testing

@testable import LanewiseEngine

@Suite struct GraphOrderTests {
  private let f32 = array(.float32)

  /// The body's graph with a carry of so many values, ordered, and the place of each output in it.
  private func order(
    _ inputs: Int, carries: Int, _ body: @escaping (ProgramBuilder, [Slot]) -> [Slot]
  ) -> (graph: Graph, places: [Int32]) {
    let program = makeProgram(Array(repeating: f32, count: inputs)) { b, x in body(b, x) }
    let graph = Simplifier.simplify(program).orderedForTurn(carries: carries)
    return (graph, graph.outputs.map(\.node))
  }

  private func isInOrder(_ graph: Graph) -> Bool {
    graph.nodes.enumerated().allSatisfy { index, node in
      (0..<Int(node.operandCount)).allSatisfy { Int(node.operand($0).node) < index }
    }
  }

  @Test func putsReadersOfTheOldCarryFirst() {
    let (graph, places) = order(2, carries: 1) { b, x in
      let next = b.binary(.mul, x[0], b.float(3))
      return [next, b.binary(.sub, next, x[1]), b.binary(.sub, x[0], x[1])]
    }
    #expect(isInOrder(graph))
    #expect(places[2] < places[0] && places[0] < places[1])
  }

  @Test func keepsWhatOutputsShareAndDropsWhatNoneNeeds() {
    let (graph, places) = order(2, carries: 2) { b, x in
      let shared = b.binary(.mul, x[0], x[1])
      _ = b.unary(.sin, shared)
      return [b.unary(.neg, shared), b.unary(.exp, shared), shared]
    }
    #expect(isInOrder(graph))
    #expect(graph.nodes.count == 5)
    #expect(places == [3, 4, 2])
  }

  @Test func leavesStepsAlone() {
    let types = [f32, array(.float32, 4)]
    let program = makeProgram(types) { b, x in
      let sorted = b.step(SortStep(dimension: 0), [x[1]], [types[1]])[0]
      return [b.unary(.neg, x[0]), sorted, b.unary(.exp, x[0])]
    }
    let graph = Simplifier.simplify(program)
    #expect(graph.orderedForTurn(carries: 1).outputs == graph.outputs)
  }

  @Test func countsLastWhereThereAreSteps() {
    let types = [array(.int32), array(.float32, 4)]
    let program = makeProgram(types) { b, x in
      let next = b.binary(.add, x[0], b.int(1))
      let part = b.step(DynamicSliceStep(sizes: [1]), [x[1], x[0]], [array(.float32, 1)])[0]
      return [next, b.step(DynamicUpdateSliceStep(), [x[1], part, b.int(0)], [types[1]])[0]]
    }
    let graph = Simplifier.simplify(program).orderedForTurn(carries: 2)
    #expect(Int(graph.outputs[0].node) == graph.nodes.count - 1)
    for (number, step) in graph.steps.enumerated() {
      let result = graph.nodes[Int(step.firstResult)]
      #expect(result.kind == .stepResult && result.payload == Int32(number))
      #expect(step.operands.allSatisfy { $0.node < step.firstResult })
    }
  }
}
