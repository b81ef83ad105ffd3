import LanewiseKernelABI

/// Products that become elementwise ones, and those whose results are read transposed: the product of the transposes, the
/// other way round, is that already.
extension Simplifier {
  /// Many products of vectors are elementwise ones and their sums; those of a column and a row, elementwise ones.
  mutating func products(_ step: any Step, _ instruction: Program.Instruction) -> Reference? {
    guard let dot = step as? DotStep, dot.batch > 1, dot.k == 1 || dot.m == 1 && dot.n == 1 else { return nil }
    let type = program.types[Int(instruction.resultStart)]
    let operands = [0, 1].map { operand(instruction, $0) }
    guard type.dtype == .float32 || type.dtype == .float64, operands.allSatisfy({ $0.1.dtype == type.dtype }),
      type.count > 0, dot.k > 0
    else { return nil }
    let shape: Shape = dot.k == 1 ? [dot.batch, dot.m, dot.n] : [dot.batch, dot.k]
    let factors = zip(operands, [dot.m, dot.n]).enumerated().map { index, factor in
      let ((reference, type), extent) = factor
      var view = IndexMap.identity(shape)
      if dot.k == 1 {
        view.strides = [extent, index == 0 ? 1 : 0, index == 0 ? 0 : 1, 0, 0, 0, 0, 0]
        if extent == 1 { view.strides[1 + index] = 0 }
      }
      return viewed(reference, type, view)
    }
    let product = shared(
      Node(
        kind: .binary, operation: BinaryOp.mul.rawValue, dtype: type.dtype, operandCount: 2, a: factors[0],
        b: factors[1], count: shape.count, shape: shape))
    if dot.k == 1 { return .inOrder(product) }
    return folded(.sum, Reduction(outer: dot.batch, reduce: dot.k, inner: 1), .inOrder(product), type)
  }

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
