/// What is known of a scope's nodes before any is written.
extension FrameScope {
  /// What an output, or something with effects, is made of; and how many read each value.
  func findNeeded() {
    for output in graph.outputs {
      isNeeded[Int(output.node)] = true
      uses[Int(output.node)] += 1
    }
    var isStepNeeded = graph.steps.map(\.step.hasEffects)
    for index in graph.nodes.indices.reversed() {
      let node = graph.nodes[index]
      if node.kind == .stepResult {
        let number = Int(node.payload)
        isStepNeeded[number] = isStepNeeded[number] || isNeeded[index]
        guard index == Int(graph.steps[number].firstResult), isStepNeeded[number] else { continue }
        isNeeded[index] = true
        for operand in graph.steps[number].operands {
          isNeeded[Int(operand.node)] = true
          uses[Int(operand.node)] += 1
        }
      } else if isNeeded[index] {
        graph.forEachOperand(of: node) {
          isNeeded[Int($0.node)] = true
          uses[Int($0.node)] += 1
        }
      }
    }
  }

  /// What is the same every turn.
  func findInvariant() {
    guard outer != nil else { return }
    for index in graph.nodes.indices {
      let node = graph.nodes[index]
      switch node.kind {
      case .input: break
      case .stepResult: isInvariant[index] = isInvariantRead(Int(node.payload))
      case .scalar, .constant: isInvariant[index] = true
      default:
        isInvariant[index] = true
        graph.forEachOperand(of: node) {
          if !isInvariant[Int($0.node)] { isInvariant[index] = false }
        }
      }
    }
  }

  /// Whether a step reads the same box of the same array every turn.
  private func isInvariantRead(_ number: Int) -> Bool {
    guard let box = boxes[number], box.update == nil else { return false }
    return graph.steps[number].operands.allSatisfy { isInvariant[Int($0.node)] }
  }

  /// Operations that one kernel does with their only users.
  func findPairs() {
    for index in graph.nodes.indices where isNeeded[index] {
      let node = graph.nodes[index]
      guard node.kind == .binary else { continue }
      for position in 0..<2 {
        let reference = node.operand(position)
        let first = Int(reference.node)
        guard reference.map == Reference.inOrder, uses[first] == 1, !hasPartner[first],
          isInvariant[first] == isInvariant[index], pairKernel(index, position) != nil
        else { continue }
        partner[first] = Int32(index)
        hasPartner[index] = true
        break
      }
    }
  }

  /// When each value is read for the last time.
  func findLastUses() {
    for index in graph.nodes.indices where isNeeded[index] {
      let node = graph.nodes[index]
      if node.kind == .stepResult {
        guard index == Int(graph.steps[Int(node.payload)].firstResult) else { continue }
        for operand in graph.steps[Int(node.payload)].operands { use(operand.node, at: index) }
      } else {
        let time = partner[index] >= 0 ? Int(partner[index]) : index
        graph.forEachOperand(of: node) { use($0.node, at: time) }
      }
    }
    for (number, output) in graph.outputs.enumerated() where !isDelivered[number] {
      lastUse[Int(output.node)] = Int32.max
    }
  }

  private func use(_ node: Int32, at time: Int) { lastUse[Int(node)] = max(lastUse[Int(node)], Int32(time)) }
}
