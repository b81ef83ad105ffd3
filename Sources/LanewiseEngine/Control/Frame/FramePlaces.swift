import LanewiseKernelABI

/// What a step adds to an integer of a place: first `bias`, and then `wrap` if the sum is negative.
struct IndexShift {
  var bias = 0, wrap = 0
}

/// The integers that say where a frame's steps read and write.
extension Graph {
  /// Has steps that read or write at places do what the program does to the integers: add constants, and count negative
  /// ones from the end. By step and operand: what is added.
  func shiftingInSteps() -> (graph: Graph, shifts: [Int: [Int: IndexShift]]) {
    var graph = self
    var shifts: [Int: [Int: IndexShift]] = [:]
    for number in steps.indices {
      let step = withIndicesApart(steps[number])
      guard let box = FrameBoxStep(step.step, step.operandTypes, step.resultTypes) else { continue }
      graph.steps[number] = step
      for place in box.places where step.operandTypes[place.operand].count == 1 {
        var shift = IndexShift()
        var integer = step.operands[place.operand]
        let extent = step.operandTypes[0].shape[place.axis]
        if let counted = countedFromEnd(integer, extent: extent), isScalar(counted) {
          (integer, shift.wrap) = (counted, extent)
        }
        if let (plain, bias) = shifted(integer) { (integer, shift.bias) = (plain, bias) }
        graph.steps[number].operands[place.operand] = integer
        shifts[number, default: [:]][place.operand] = shift
      }
    }
    return (graph, shifts)
  }

  private func isScalar(_ reference: Reference) -> Bool {
    reference.map == Reference.inOrder && nodes[Int(reference.node)].count == 1
  }

  /// The int32 i and the constant c, where a reference is to i + c or i − c.
  private func shifted(_ reference: Reference) -> (Reference, Int)? {
    guard nodes[Int(reference.node)].dtype == .int32 else { return nil }
    if let sum = made(reference, .binary, BinaryOp.add.rawValue) {
      if let c = integer(sum.b), isScalar(sum.a) { return (sum.a, Int(c)) }
      if let c = integer(sum.a), isScalar(sum.b) { return (sum.b, Int(c)) }
    }
    if let difference = made(reference, .binary, BinaryOp.sub.rawValue), let c = integer(difference.b),
      isScalar(difference.a)
    {
      return (difference.a, -Int(c))
    }
    return nil
  }

  /// A gather or scatter whose index vector is put together from scalars, with these as its operands.
  private func withIndicesApart(_ step: StepNode) -> StepNode {
    guard step.step is GatherStep || step.step is ScatterStep, step.operandTypes.count > 1 else { return step }
    let vector = nodes[Int(step.operands[1].node)]
    guard vector.kind == .pack, step.operands[1].map == Reference.inOrder else { return step }
    let parts = packs[Int(vector.payload)].map { Reference.inOrder($0.node) }
    guard step.operandTypes[1].rank == 1, parts.allSatisfy(isScalar) else { return step }
    let type = AbstractArray([1], vector.dtype)
    var step = step
    step.operands[1] = parts[0]
    step.operandTypes[1] = type
    step.operands += parts.dropFirst()
    step.operandTypes += parts.dropFirst().map { _ in type }
    return step
  }

  /// Whether all who read a node begin at its first element, and none of them runs a program on it.
  func isReadInOrder(_ index: Int) -> Bool {
    func isInOrder(_ reference: Reference) -> Bool {
      Int(reference.node) != index || reference.map == Reference.inOrder || reference.map == Reference.first
    }
    for node in nodes {
      var isAllInOrder = node.kind != .pack || packs[Int(node.payload)].allSatisfy { Int($0.node) != index }
      forEachOperand(of: node) { isAllInOrder = isAllInOrder && isInOrder($0) }
      guard isAllInOrder else { return false }
    }
    return steps.allSatisfy { step in
      !(step.step is any ControlStep) || step.operands.allSatisfy { Int($0.node) != index }
    }
  }
}
