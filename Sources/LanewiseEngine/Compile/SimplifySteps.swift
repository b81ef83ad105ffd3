import LanewiseKernelABI

/// Steps that read their operands as they lie, or become nodes.
extension Simplifier {
  /// The product that reads an operand transposed, if what it has is an array's transpose: BLAS reads it as it lies.
  func turned(_ step: any Step, _ index: Int, _ reference: Reference) -> DotStep? {
    guard reference.map >= 0, let dot = step as? DotStep else { return nil }
    let map = graph.maps[Int(reference.map)]
    guard map.shape.count == graph.nodes[Int(reference.node)].count else { return nil }
    return dot.turned(index, map.collapsed)
  }

  /// An operand that a node reads here and there: by a map even where that is the identity, for it has not as many
  /// elements as the node.
  mutating func whole(_ reference: Reference, _ type: AbstractArray) -> Reference {
    Reference(node: reference.node, map: intern(graph.map(of: reference, shape: type.shape)))
  }

  /// Rows shorter than this are joined by a step: here each of their parts is a copy of its own.
  private static let shortestJoinedRow = 64

  /// The node that a step is which only moves elements.
  mutating func move(_ step: any Step, _ instruction: Program.Instruction) -> Reference? {
    if let step = step as? ConcatenateStep { return join(step, instruction) }
    if let step = step as? GatherStep { return take(step, instruction) }
    return nil
  }

  private mutating func join(_ step: ConcatenateStep, _ instruction: Program.Instruction) -> Reference? {
    guard instruction.operandCount == 2 else { return nil }
    let type = program.types[Int(instruction.resultStart)]
    let inner = (step.axis + 1..<max(step.axis + 1, type.rank)).reduce(1) { $0 * type.shape[$1] }
    let (first, firstType) = operand(instruction, 0)
    let (second, secondType) = operand(instruction, 1)
    let join = Join(row: type.shape[step.axis] * inner, first: firstType.shape[step.axis] * inner)
    guard join.row >= Simplifier.shortestJoinedRow, firstType.count > 0, secondType.count > 0, !type.dtype.isHalf,
      !isScalar(first), !isScalar(second)
    else { return nil }
    let number = graph.joins.firstIndex(of: join) ?? graph.joins.count
    if number == graph.joins.count { graph.joins.append(join) }
    return .inOrder(
      shared(
        Node(
          kind: .join, dtype: type.dtype, operandCount: 2, payload: Int32(number), a: whole(first, firstType),
          b: whole(second, secondType), count: type.count, shape: type.shape)))
  }
}
