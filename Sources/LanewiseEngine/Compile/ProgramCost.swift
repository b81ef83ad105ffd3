import LanewiseKernelABI

extension Program {
  /// What one run costs: of the program as it is simplified and grouped, so that what is shared or folded counts once.
  package var cost: Cost {
    let graph = Simplifier.simplify(self)
    let grouping = Grouping(graph)
    // Groups that work on the same rows together are one pass over memory.
    var passOfItem = Array(grouping.items.indices)
    for rows in RowBlocks.all(in: graph, grouping) {
      for number in rows.numbers { passOfItem[number] = rows.first }
    }
    var cost = Cost()
    var passes: [Int: [Int32]] = [:]
    var leaving = Set(graph.outputs.map(\.node))
    for (number, item) in grouping.items.enumerated() {
      if item.step >= 0 {
        let step = graph.steps[Int(item.step)]
        cost = cost + step.step.cost(step.operandTypes, step.resultTypes)
        leaving.formUnion(step.operands.map(\.node))
        continue
      }
      let members = grouping.members(of: item)
      passes[passOfItem[number], default: []] += members
      for member in members {
        let node = graph.nodes[Int(member)]
        for operand in (0..<Int(node.operandCount)).map({ node.operand($0).node }) {
          let source = Int(grouping.itemOfNode[Int(operand)])
          if source >= 0, passOfItem[source] != passOfItem[number] { leaving.insert(operand) }
        }
      }
    }
    return passes.values.reduce(cost) { $0 + Cost(ofPass: $1, graph, leaving) }
  }
}

extension Cost {
  /// Of groups that go over memory together: each array that they read counts once, as far as it is read, and those
  /// that they write where others need them.
  fileprivate init(ofPass members: [Int32], _ graph: Graph, _ leaving: Set<Int32>) {
    self.init()
    let own = Set(members)
    var read: [Int32: Int] = [:]
    for member in members {
      let node = graph.nodes[Int(member)]
      let count = graph.elementCount(node)
      if node.isTranscendental {
        transcendentals += Double(count)
      } else {
        flops += Double(count) * node.flopsPerElement
      }
      if leaving.contains(member) { bytes += Double(node.count * node.dtype.byteWidth) }
      for index in 0..<Int(node.operandCount) {
        let operand = node.operand(index)
        let source = graph.nodes[Int(operand.node)]
        guard !own.contains(operand.node), source.kind != .scalar else { continue }
        let elements = operand.map == Reference.first ? 1 : min(source.count, count)
        read[operand.node] = max(read[operand.node] ?? 0, elements * source.dtype.byteWidth)
      }
    }
    bytes += Double(read.values.reduce(0, +))
  }
}

extension Graph {
  /// The elements that an operation works on: for a reduction, those that it folds.
  fileprivate func elementCount(_ node: Node) -> Int {
    guard node.kind == .reduce else { return node.count }
    let reduction = reductions[Int(node.payload)]
    return reduction.outer * reduction.reduce * reduction.inner
  }
}

extension Node {
  fileprivate var isTranscendental: Bool {
    switch kind {
    case .unary:
      let op = UnaryOp(rawValue: operation)!
      return op.rawValue >= UnaryOp.sqrt.rawValue && op.rawValue <= UnaryOp.logNdtr.rawValue && op != .reciprocal
    case .binary: return [.pow, .atan2, .hypot].contains(BinaryOp(rawValue: operation)!)
    default: return false
    }
  }

  /// Moving and converting count as bytes alone.
  fileprivate var flopsPerElement: Double {
    switch kind {
    case .unary, .binary, .compare, .select, .reduce: 1
    case .fma: 2
    case .input, .scalar, .constant, .convert, .bitcast, .iota, .join, .take, .pad, .copy, .stepResult, .pack: 0
    }
  }
}
