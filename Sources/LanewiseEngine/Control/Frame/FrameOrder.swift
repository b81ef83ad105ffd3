import LanewiseKernelABI

/// The order in which a turn over scalars computes.
extension Graph {
  /// The body of a long loop over floating point with the nodes first that the longest chains of operations wait for.
  ///
  /// A processor works some twenty instructions ahead. A turn takes no longer than its longest chain only if that chain's
  /// next link is always among them: list scheduling by height (Hu, "Parallel Sequencing and Assembly Line Problems",
  /// 1961). Integers stay as they are: their instructions have one operand in a register, where the one before leaves it.
  ///
  /// - `carries`: how many outputs, the first ones, become the inputs from `firstCarry` on in the next turn.
  func orderedByHeight(firstCarry: Int, carries: Int) -> Graph {
    guard carries > 0, steps.isEmpty, nodes.count(where: { !$0.kind.isLeaf }) > Graph.foreseen,
      nodes.allSatisfy(isOfScalarFloats)
    else { return self }
    let partners = instructionPartners(soleUsers())
    let heights = heights(partners, firstCarry, carries)
    let order = nodes.indices.map { index in
      (height: -heights[index], partner: max(Int(partners[index]), index), index: index)
    }
    return renumbered(order.sorted(by: <).map { Int32($0.index) })
  }

  /// Operations that a processor has in sight together, in whatever order they are.
  private static let foreseen = 16

  /// Whether a node is a leaf, computes with single floating-point numbers, or counts.
  private func isOfScalarFloats(_ node: Node) -> Bool {
    var isOfLeaves = true
    forEachOperand(of: node) { isOfLeaves = isOfLeaves && nodes[Int($0.node)].kind.isLeaf }
    guard !node.kind.isLeaf else { return true }
    guard node.count == 1, node.kind != .pack else { return false }
    return node.dtype.isFloating || isOfLeaves || node.kind == .compare && nodes[Int(node.a.node)].dtype.isFloating
  }

  /// By node: the only one that reads it; −1 if there are more, or if it is an output.
  private func soleUsers() -> [Int32] {
    var uses = Array(repeating: 0, count: nodes.count)
    var users = Array(repeating: Int32(-1), count: nodes.count)
    for output in outputs { uses[Int(output.node)] += 1 }
    for index in nodes.indices {
      forEachOperand(of: nodes[index]) {
        uses[Int($0.node)] += 1
        users[Int($0.node)] = Int32(index)
      }
    }
    return nodes.indices.map { uses[$0] == 1 ? users[$0] : -1 }
  }

  /// By node: the later one that its work is done with, or right before: an operation that makes a pair with its user, a
  /// comparison that a choice takes from its register.
  private func instructionPartners(_ users: [Int32]) -> [Int32] {
    var partners = Array(repeating: Int32(-1), count: nodes.count)
    var isPair = Array(repeating: false, count: nodes.count)
    for index in nodes.indices {
      let node = nodes[index]
      if node.kind == .select, users[Int(node.a.node)] == Int32(index), nodes[Int(node.a.node)].kind == .compare {
        partners[Int(node.a.node)] = Int32(index)
      }
      for position in 0..<2 where node.kind == .binary && !isPair[index] {
        let inner = Int(node.operand(position).node)
        guard users[inner] == Int32(index), !isPair[inner], let first = PairOp(nodes[inner]), let second = PairOp(node),
          ScalarPairs.kernel(first, second, valueIsFirst: position == 0, node.dtype.lane) != nil
        else { continue }
        partners[inner] = Int32(index)
        isPair[index] = true
      }
    }
    return partners
  }

  /// By node: the operations of the longest chain that begins with it, those that are done together as one node's. Who
  /// reads an old carry is as high as the new one, if it comes first.
  private func heights(_ partners: [Int32], _ firstCarry: Int, _ carries: Int) -> [Int] {
    var own = nodes.map { $0.kind.isLeaf ? 0 : 1 }
    for (index, partner) in partners.enumerated() where partner >= 0 {
      own[index] = 0
      if nodes[index].kind == .binary { own[Int(partner)] = 2 }
    }
    var readers = Array(repeating: [Int](), count: inputCount)
    for index in nodes.indices {
      forEachOperand(of: nodes[index]) { operand in
        let node = nodes[Int(operand.node)]
        if node.kind == .input { readers[Int(node.payload)].append(index) }
      }
    }
    var replaced: [Int32: [Int]] = [:]
    for (number, output) in outputs[..<carries].enumerated() {
      replaced[output.node, default: []] += readers[firstCarry + number]
    }
    var heights = Array(repeating: 0, count: nodes.count)
    var least = heights
    for index in nodes.indices.reversed() {
      heights[index] = max(heights[index] + own[index], least[index])
      for reader in replaced[Int32(index)] ?? [] where reader < index {
        least[reader] = max(least[reader], heights[index])
      }
      forEachOperand(of: nodes[index]) { heights[Int($0.node)] = max(heights[Int($0.node)], heights[index]) }
    }
    return heights
  }
}
