/// A group whose result goes nowhere but into an array, row by row: the gradient of an embedding.
///
/// A block of updates is computed by all workers, and then taken to its places while it is in the cache. The updates are
/// taken in their order either way, so the bits are those of the group and the step one after the other.
struct UpdateBlocks {
  /// The step's number in ``Grouping/items``; the group's is the next, as it runs before.
  let step: Int
  var group: Int { step + 1 }
  /// Updates, and the elements of each.
  let count, length: Int

  /// Less stays in a cache as it is.
  private static let fewestBytes = 4 << 20
  /// Elements of a block, roughly.
  private static let blockElements = 1 << 17

  var rowsPerBlock: Int { max(1, UpdateBlocks.blockElements / length / 16) * 16 }

  /// All of a program, by the numbers of their groups. Each group becomes the item that runs right before its step.
  static func all(in graph: Graph, _ grouping: inout Grouping) -> [Int: UpdateBlocks] {
    var found: [Int: UpdateBlocks] = [:]
    var number = 0
    while number < grouping.items.count {
      if let (group, blocks) = blocks(ofStep: number, graph, grouping) {
        grouping.move(group, before: number)
        found[blocks.group] = blocks
      }
      number += 1
    }
    return found
  }

  /// The group that computes the updates of a step, if they can be computed block by block.
  private static func blocks(ofStep number: Int, _ graph: Graph, _ grouping: Grouping) -> (group: Int, UpdateBlocks)? {
    guard grouping.items[number].step >= 0 else { return nil }
    let step = graph.steps[Int(grouping.items[number].step)]
    guard let count = (step.step as? ScatterStep)?.countOfRows(step.operandTypes) else { return nil }
    let (array, updates) = (step.operands[0].node, step.operands[2])
    let node = graph.nodes[Int(updates.node)]
    let group = Int(grouping.itemOfNode[Int(updates.node)])
    guard updates.map == Reference.inOrder, group >= 0, node.count * node.dtype.byteWidth >= fewestBytes else {
      return nil
    }
    let item = grouping.items[group]
    guard item.step < 0, item.reduction == nil, item.count == node.count else { return nil }
    let members = grouping.members(of: item)
    // What the step writes to, the group may not read: it would find the blocks before.
    guard members.allSatisfy({ $0 == updates.node || !grouping.isStored[Int($0)] }),
      !members.contains(where: { graph.reads(graph.nodes[Int($0)], array) }), graph.uses(of: updates.node) == 1
    else { return nil }
    return (group, UpdateBlocks(step: number, count: count, length: node.count / count))
  }
}

extension Graph {
  fileprivate func reads(_ node: Node, _ operand: Int32) -> Bool {
    var isRead = false
    forEachOperand(of: node) { isRead = isRead || $0.node == operand }
    return isRead
  }

  /// How often a node's elements are read, or are a result.
  fileprivate func uses(of node: Int32) -> Int {
    nodes.count { reads($0, node) } + (steps.flatMap(\.operands) + outputs).count { $0.node == node }
  }
}

extension ScatterStep {
  /// How many updates there are, if each is a row of several elements, and the indices name a place for each.
  fileprivate func countOfRows(_ operands: [AbstractArray]) -> Int? {
    let updates = operands[2].shape
    guard updates.rank > 1, updateWindowDims == Array(1..<updates.rank), operandBatchingDims.isEmpty,
      updates[0] > 0, updates.count > updates[0]
    else { return nil }
    let indices = operands.indices.filter { $0 != 0 && $0 != 2 }.map { operands[$0].shape }
    return indices.allSatisfy { $0.rank == 2 && $0[0] == updates[0] } ? updates[0] : nil
  }
}
