extension Graph {
  /// The body of a loop with its nodes in the order in which a turn may best write them: first what leaves the carry
  /// alone, so that nobody reads an old value when the new one comes, and the new value can take its place.
  ///
  /// Outputs before `carries` are the new carry. In a body with steps, which may have effects, only counters move.
  func orderedForTurn(carries: Int) -> Graph {
    guard carries > 0 else { return self }
    guard steps.isEmpty, outputs.count > carries else { return withCountersLast(carries: carries) }
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

  /// Numbers of the carry that are counted on, after all who read what they were.
  private func withCountersLast(carries: Int) -> Graph {
    var uses = Array(repeating: 0, count: nodes.count)
    for node in nodes { forEachOperand(of: node) { uses[Int($0.node)] += 1 } }
    for operand in steps.flatMap(\.operands) + outputs { uses[Int(operand.node)] += 1 }
    let counted = Set(outputs[..<carries].map(\.node)).filter { index in
      let node = nodes[Int(index)]
      return node.kind == .binary && node.count == 1 && uses[Int(index)] == 1
        && nodes[Int(node.a.node)].kind.isLeaf && nodes[Int(node.b.node)].kind.isLeaf
    }
    guard !counted.isEmpty else { return self }
    let all = nodes.indices.map { Int32($0) }
    return renumbered(all.filter { !counted.contains($0) } + all.filter(counted.contains))
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

  /// The graph with its nodes in another order, which has all that a node needs before it.
  func renumbered(_ order: [Int32]) -> Graph {
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
    for index in steps.indices {
      graph.steps[index].operands = steps[index].operands.map(renumbered)
      graph.steps[index].firstResult = numbers[Int(steps[index].firstResult)]
    }
    graph.outputs = outputs.map(renumbered)
    return graph
  }
}
