/// An array that is computed where it is needed: where it is joined with others, as a part of the array that they become, or
/// where a step works in place.
struct JoinedPart {
  let whole: Int32
  /// Bytes from the beginning of the whole.
  let offset: Int
}

extension JoinedPart {
  /// The operands of concatenations that lie in one piece in their results, and that nobody needs after these. Kernels may
  /// write whole vectors behind an array, so a part begins and ends with one.
  static func all(
    in graph: Graph, _ grouping: Grouping, lastUser: [Int32], isOutput: [Bool], isInBlocks: (Int) -> Bool
  ) -> [Int32: JoinedPart] {
    var parts: [Int32: JoinedPart] = [:]
    for number in grouping.items.indices where !isInBlocks(number) {
      guard let (whole, operands) = concatenation(grouping.items[number], graph) else { continue }
      let uses = Dictionary(operands.map { ($0, 1) }, uniquingKeysWith: +)
      var offset = 0
      for operand in operands {
        let node = graph.nodes[Int(operand)]
        let byteCount = node.count * node.dtype.byteWidth
        let isComputed = grouping.itemOfNode[Int(operand)] >= 0 && !node.kind.isLeaf
        if uses[operand] == 1, isComputed, !isOutput[Int(operand)], lastUser[Int(operand)] == number,
          node.count > 0, node.count % 16 == 0, offset % 64 == 0, byteCount % 64 == 0
        {
          parts[operand] = JoinedPart(whole: whole, offset: offset)
        }
        offset += byteCount
      }
    }
    return parts
  }

  /// The operands that steps turn into an output, one after the other, and that nobody else needs then.
  static func all(
    inPlaceIn graph: Graph, _ grouping: Grouping, lastUser: [Int32], isOutput: [Bool]
  ) -> [Int32: JoinedPart] {
    var parts: [Int32: JoinedPart] = [:]
    for number in grouping.items.indices where grouping.items[number].step >= 0 {
      let step = graph.steps[Int(grouping.items[number].step)]
      for index in step.resultTypes.indices {
        let result = step.firstResult + Int32(index)
        let whole = isOutput[Int(result)] ? result : parts[result]?.whole
        guard let whole, let operand = step.operandInPlace(ofResult: index) else { continue }
        let isComputed = grouping.itemOfNode[Int(operand)] >= 0 && !graph.nodes[Int(operand)].kind.isLeaf
        if isComputed, !isOutput[Int(operand)], lastUser[Int(operand)] == number {
          parts[operand] = JoinedPart(whole: whole, offset: 0)
        }
      }
    }
    return parts
  }

  /// The result and the operands of an item that does nothing but put arrays one behind the other.
  private static func concatenation(_ item: Grouping.Item, _ graph: Graph) -> (Int32, [Int32])? {
    if item.step >= 0 {
      let step = graph.steps[Int(item.step)]
      guard let joining = step.step as? ConcatenateStep,
        step.resultTypes[0].shape.dims.prefix(joining.axis).allSatisfy({ $0 == 1 }),
        step.operands.allSatisfy({ $0.map == Reference.inOrder })
      else { return nil }
      return (step.firstResult, step.operands.map(\.node))
    }
    guard let (node, join) = graph.copyingJoin(item), join.row == node.count else { return nil }
    let isWhole = [node.a, node.b].allSatisfy {
      graph.maps[Int($0.map)].shape.count == graph.nodes[Int($0.node)].count
    }
    return isWhole ? (item.first, [node.a.node, node.b.node]) : nil
  }
}

extension Graph {
  /// The join that a group is, if it does nothing else and its operands lie in memory as they are read.
  func copyingJoin(_ item: Grouping.Item) -> (Node, Join)? {
    guard item.step < 0, item.size == 1 else { return nil }
    let node = nodes[Int(item.first)]
    guard node.kind == .join else { return nil }
    let maps = [node.a, node.b].map { self.maps[Int($0.map)] }
    return maps.allSatisfy { $0.offset == 0 && $0.isContiguous } ? (node, joins[Int(node.payload)]) : nil
  }
}
