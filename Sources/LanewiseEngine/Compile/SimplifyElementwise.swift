import LanewiseKernelABI

/// Elementwise operations: what is the same everywhere is computed once, what has known elements already is not computed.
extension Simplifier {
  mutating func elementwise(
    _ kind: Node.Kind, _ operation: UInt8, _ instruction: Program.Instruction, _ type: AbstractArray
  ) -> Reference {
    var node = Node(
      kind: kind, operation: operation, dtype: type.dtype, operandCount: UInt8(instruction.operandCount),
      count: type.count, shape: type.shape)
    for index in 0..<Int(instruction.operandCount) {
      var (reference, operandType) = operand(instruction, index)
      if operandType.count == 1, type.count != 1, reference.map == Reference.inOrder { reference.map = Reference.first }
      node.set(index, reference)
    }
    return elementwise(node)
  }

  /// The elements of an operation on two references.
  mutating func elementwise(_ op: BinaryOp, _ a: Reference, _ b: Reference, _ type: AbstractArray) -> Reference {
    elementwise(
      Node(
        kind: .binary, operation: op.rawValue, dtype: type.dtype, operandCount: 2, a: a, b: b, count: type.count,
        shape: type.shape))
  }

  /// The elements of a node, or of one that has the same.
  mutating func elementwise(_ node: Node) -> Reference {
    var node = node
    let (count, dtype) = (node.count, node.dtype)
    var allUniform = true
    var allScalar = true
    for index in 0..<Int(node.operandCount) {
      let reference = node.operand(index)
      allUniform = allUniform && graph.isUniform(reference)
      allScalar = allScalar && graph.nodes[Int(reference.node)].kind == .scalar
    }
    if node.kind == .convert, graph.nodes[Int(node.a.node)].dtype == dtype { return node.a }
    simplifyDivision(&node)
    guard allUniform else {
      simplifyComparison(&node)
      multiplyByPowers(&node)
      chooseNumbers(&node)
      joinBranches(&node)
      joinFactors(&node)
      multiplyByMaskLast(&node)
      subtractNegated(&node)
      squareMagnitude(&node)
      if let same = unchanged(node) ?? repeated(node) { return same }
      if fusesMoves { copyTransposed(&node) }
      return .inOrder(shared(node))
    }
    // The same for every index: compute it once.
    node.count = 1
    node.shape = []
    node.a = inOrderIfSingle(node.a)
    if node.operandCount > 1 { node.b = inOrderIfSingle(node.b) }
    if node.operandCount > 2 { node.c = inOrderIfSingle(node.c) }
    let result: Int32
    if allScalar, dtype.byteWidth <= 8, let bits = ScalarEvaluator.bits(of: node, in: graph) {
      result = scalar(bits, dtype)
    } else if let same = unchanged(node) {
      return count > 1 && same.map == Reference.inOrder ? .first(same.node) : same
    } else {
      result = shared(node)
    }
    return count == 1 ? .inOrder(result) : .first(result)
  }

  private func inOrderIfSingle(_ reference: Reference) -> Reference {
    reference.map == Reference.first && graph.nodes[Int(reference.node)].count == 1
      ? .inOrder(reference.node) : reference
  }

  /// Has an elementwise node read a transpose that is made at once: element by element it would take several times as long.
  private mutating func copyTransposed(_ node: inout Node) {
    for position in 0..<Int(node.operandCount) {
      let operand = node.operand(position)
      guard graph.isTranspose(operand, count: node.count) else { continue }
      let type = AbstractArray(graph.maps[Int(operand.map)].shape, graph.nodes[Int(operand.node)].dtype)
      node.set(position, .inOrder(copy(operand, type)))
    }
  }
}
