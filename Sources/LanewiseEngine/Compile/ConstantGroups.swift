/// The groups that depend on no input: they are computed when the program is compiled, and their results kept, as long as
/// these are few bytes.
struct ConstantGroups {
  private(set) var numbers: Set<Int> = []

  /// Bytes of all their results. More are computed in each run: memory is no faster than that.
  private static let mostBytes = 1 << 18

  /// - isFree: whether an item is one by itself, whose results may lie anywhere.
  init(_ graph: Graph, _ grouping: Grouping, isFree: (Int) -> Bool) {
    let outputs = Set(graph.outputs.map(\.node))
    var byteCount = 0
    for number in grouping.items.indices.reversed() where grouping.items[number].step < 0 && isFree(number) {
      let members = grouping.members(of: grouping.items[number])
      // Most groups read an input soon.
      guard members.allSatisfy({ isConstant($0, of: number, graph, grouping) }) else { continue }
      let stored = members.filter { grouping.isStored[Int($0)] }
      let bytes = stored.reduce(0) { $0 + graph.nodes[Int($1)].count * graph.nodes[Int($1)].dtype.byteWidth }
      guard byteCount + bytes <= ConstantGroups.mostBytes, stored.allSatisfy({ !outputs.contains($0) }) else {
        continue
      }
      byteCount += bytes
      numbers.insert(number)
    }
  }

  private func isConstant(_ member: Int32, of number: Int, _ graph: Graph, _ grouping: Grouping) -> Bool {
    let node = graph.nodes[Int(member)]
    return (0..<Int(node.operandCount)).allSatisfy { index in
      let operand = Int(node.operand(index).node)
      let item = Int(grouping.itemOfNode[operand])
      return item == number || numbers.contains(item) || item < 0 && graph.nodes[operand].kind != .input
    }
  }
}
