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

  /// Rows shorter than this are joined by a step, but for those that a kernel permutes: here each of their parts is a copy
  /// of its own.
  private static let shortestJoinedRow = 64

  /// The node that a step is which only moves elements.
  mutating func move(_ step: any Step, _ instruction: Program.Instruction) -> Reference? {
    if let step = step as? ConcatenateStep { return join(step, instruction) }
    if let step = step as? PadStep { return pad(step, instruction) }
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
    guard firstType.count > 0, secondType.count > 0, !type.dtype.isHalf, !isScalar(first), !isScalar(second) else {
      return nil
    }
    if join.row < Simplifier.shortestJoinedRow {
      let maps = [graph.map(of: first, shape: firstType.shape), graph.map(of: second, shape: secondType.shape)]
      guard first.node == second.node,
        RowPermutation(join, maps[0].collapsed, maps[1].collapsed, byteWidth: type.dtype.byteWidth) != nil
      else { return nil }
    }
    return moved(.join, graph.joins.number(of: join), whole(first, firstType), whole(second, secondType), type)
  }

  /// The node of an instruction that moves elements of a and b, of a as b says, or of a alone.
  mutating func moved(
    _ kind: Node.Kind, _ number: Int32, _ a: Reference, _ b: Reference?, _ type: AbstractArray
  ) -> Reference {
    .inOrder(
      shared(
        Node(
          kind: kind, dtype: type.dtype, operandCount: b == nil ? 1 : 2, payload: number, a: a,
          b: b ?? Reference(node: -1, map: 0), count: type.count, shape: type.shape)))
  }
}

extension Array where Element: Equatable {
  /// The place of an element, which is appended if it is not there yet.
  mutating func number(of element: Element) -> Int32 {
    if let place = firstIndex(of: element) { return Int32(place) }
    append(element)
    return Int32(count - 1)
  }
}
