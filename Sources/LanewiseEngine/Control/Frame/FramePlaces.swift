import LanewiseKernelABI

/// The integers that say where a frame's steps read and write.
extension Graph {
  /// The steps that read or write a box, by their number. They do what the program does to the integers of their places:
  /// add constants, and count negative ones from the end.
  func withBoxes() -> (graph: Graph, boxes: [Int: FrameBoxStep]) {
    var graph = self
    var boxes: [Int: FrameBoxStep] = [:]
    for number in steps.indices {
      let step = withIndicesApart(steps[number])
      guard var box = FrameBoxStep(step.step, step.operandTypes, step.resultTypes) else { continue }
      graph.steps[number] = step
      for index in box.places.indices {
        let place = box.places[index]
        guard step.operandTypes[place.operand].count == 1 else { continue }
        var integer = step.operands[place.operand]
        let extent = step.operandTypes[0].shape[place.axis]
        if let counted = countedFromEnd(integer, extent: extent), isScalar(counted) {
          (integer, box.places[index].wrap) = (counted, extent)
        }
        if let (plain, bias) = shifted(integer) { (integer, box.places[index].bias) = (plain, bias) }
        graph.steps[number].operands[place.operand] = integer
      }
      boxes[number] = box
    }
    return (graph, boxes)
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
