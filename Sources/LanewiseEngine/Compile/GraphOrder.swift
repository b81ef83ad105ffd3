extension Graph {
  /// The body of a loop with its nodes in the order in which a turn may best write them: first what leaves the carry
  /// alone, so that nobody reads an old value when the new one comes, and the new value can take its place.
  ///
  /// Outputs before `carries` are the new carry. A body with steps stays as it is, for steps may have effects.
  func orderedForTurn(carries: Int) -> Graph {
    guard steps.isEmpty, carries > 0, outputs.count > carries else { return self }
    let new = Set(outputs[..<carries].map(\.node)).filter { !nodes[Int($0)].kind.isLeaf }
    var followsCarry = nodes.indices.map { new.contains(Int32($0)) }
    for index in nodes.indices where !followsCarry[index] {
      forEachOperand(of: nodes[index]) {
        if followsCarry[Int($0.node)] { followsCarry[index] = true }
      }
    }
    let others = outputs[carries...].map(\.node)
    return ordered(
      by: others.filter { !followsCarry[Int($0)] } + outputs[..<carries].map(\.node)
        + others.filter { followsCarry[Int($0)] })
  }

  /// The graph with its leaves first, and then what each of these nodes needs, one after the other; no other nodes.
  private func ordered(by results: [Int32]) -> Graph {
    var order = nodes.indices.filter { nodes[$0].kind.isLeaf }.map { Int32($0) }
    var isPlaced = nodes.map(\.kind.isLeaf)
    // A node is met twice: to put its operands above it, and to be placed after them.
    var stack = Array(results.reversed())
    while let index = stack.last {
      var missing: [Int32] = []
      forEachOperand(of: nodes[Int(index)]) {
        if !isPlaced[Int($0.node)] { missing.append($0.node) }
      }
      if !isPlaced[Int(index)], !missing.isEmpty {
        stack += missing.reversed()
        continue
      }
      stack.removeLast()
      guard !isPlaced[Int(index)] else { continue }
      isPlaced[Int(index)] = true
      order.append(index)
    }
    return renumbered(order)
  }

  private func renumbered(_ order: [Int32]) -> Graph {
    var numbers = Array(repeating: Int32(-1), count: nodes.count)
    for (number, index) in order.enumerated() { numbers[Int(index)] = Int32(number) }
    func renumbered(_ reference: Reference) -> Reference {
      reference.node < 0 ? reference : Reference(node: numbers[Int(reference.node)], map: reference.map)
    }
    var graph = self
    graph.nodes = order.map { index in
      var node = nodes[Int(index)]
      (node.a, node.b, node.c) = (renumbered(node.a), renumbered(node.b), renumbered(node.c))
      return node
    }
    graph.packs = packs.map { $0.map(renumbered) }
    graph.outputs = outputs.map(renumbered)
    return graph
  }
}
