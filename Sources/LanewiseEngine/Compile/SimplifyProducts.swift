/// Products whose results are read transposed: the product of the transposes, the other way round, is that already.
extension Simplifier {
  /// The product that a view of it wants, in its place, if nobody else reads the first.
  mutating func exchanged(_ view: Program.Instruction, _ node: Int32, _ map: IndexMap) -> Reference? {
    let product = graph.nodes[Int(node)]
    guard product.kind == .stepResult, map.shape.count == product.count else { return nil }
    let number = Int(product.payload)
    guard let dot = graph.steps[number].step as? DotStep, let other = dot.exchanged(map.collapsed),
      isOnlyReader(view, of: node)
    else { return nil }
    let shape = Shape([other.batch, other.m, other.n])
    graph.steps[number].step = other
    graph.steps[number].operands.swapAt(0, 1)
    graph.steps[number].operandTypes.swapAt(0, 1)
    graph.steps[number].resultTypes[0].shape = shape
    graph.nodes[Int(node)].shape = shape
    return .inOrder(node)
  }

  /// Whether an instruction alone reads a step's result, as it is or in other shapes.
  private func isOnlyReader(_ instruction: Program.Instruction, of node: Int32) -> Bool {
    var value = program.operands[Int(instruction.operandStart)]
    while true {
      let readers = [program.operands, program.outputs].reduce(0) { $0 + $1.count { $0.index == value.index } }
      guard readers == 1, case .instruction(let index) = program.sources[Int(value.index)] else { return false }
      let source = program.instructions[Int(index)]
      if case .step = source.operation { return true }
      guard case .reshape = source.operation else { return false }
      value = program.operands[Int(source.operandStart)]
    }
  }
}
