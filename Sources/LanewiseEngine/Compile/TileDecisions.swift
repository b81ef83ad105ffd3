import LanewiseKernelABI

/// Comparisons in one pass with what they decide: a choice, or "and" and "or" with another bool.
extension TileCompiler {
  /// The comparison that decides a choice, if one instruction can do both.
  func deciding(_ choice: Node) -> Int32? {
    let condition = resolve(choice.a)
    guard choice.kind == .select, condition.map == Reference.inOrder else { return nil }
    let comparison = graph.nodes[Int(condition.node)]
    guard comparison.kind == .compare,
      graph.nodes[Int(comparison.a.node)].dtype.laneWidth == choice.dtype.laneWidth
    else { return nil }
    return condition.node
  }

  func canDeferComparison(_ index: Int32, _ node: Node) -> Bool {
    let state = states[Int(index)]
    let compared = graph.nodes[Int(node.a.node)].dtype
    guard state.uses > 0, !grouping.isStored[Int(index)],
      KernelTable.kernel(KernelIndex.compareSelect(.eq, compared.lane, .rr, .rr)) != nil
    else { return false }
    return (state.uses == state.decisions || isJoined(index)) && !(isConstant(node.a) && isConstant(node.b))
  }

  /// Whether all that becomes of a bool is "and" or "or" with another stream of bool.
  private func isJoined(_ index: Int32) -> Bool {
    let state = states[Int(index)]
    guard state.uses == 1 else { return false }
    let user = graph.nodes[Int(state.user)]
    return user.join != nil
      && [(user.a, user.b), (user.b, user.a)].contains { resolve($0) == .inOrder(index) && !isConstant($1) }
  }

  /// A select together with the comparison that decides it, and may decide others, too.
  mutating func emitDecision(_ index: Int32, _ node: Node) -> Bool {
    guard let comparison = deferred(node.a) else { return false }
    let inner = graph.nodes[Int(comparison)]
    let lane = graph.nodes[Int(inner.a.node)].dtype.lane
    let (op, a, b, form) = comparands(inner)
    let mirror = deferredMirror(of: node)
    let c = operand(node.b)
    let d = operand(mirror.map { graph.nodes[Int($0)].a } ?? node.c)
    useComparison(comparison)
    release(node.b)
    let entry: Int
    if let mirror {
      states[Int(mirror)].isDeferred = false
      releaseOperands(of: graph.nodes[Int(mirror)]) { _ in true }
      entry = KernelIndex.compareMirror(op, lane, form)
    } else {
      release(node.c)
      entry = KernelIndex.compareSelect(op, lane, form, selectSources(c, d))
    }
    let result = beginResult(index, node)
    write(kernel(entry, "\(op)_select"), result, a.slot, b.slot, c.slot, d.slot)
    cost += 0.1
    endResult(index, node)
    return true
  }

  /// Whether a node is d − b for the choice p ? b : d − b, where d is a constant, and one instruction can do both.
  func canDefer(mirror index: Int32, of choice: Node) -> Bool {
    guard resolve(choice.c) == .inOrder(index), isMirror(graph.nodes[Int(index)], of: choice),
      let condition = deciding(choice)
    else { return false }
    let comparison = graph.nodes[Int(condition)]
    let lane = graph.nodes[Int(comparison.a.node)].dtype.lane
    guard lane == choice.dtype.lane, KernelTable.kernel(KernelIndex.compareMirror(.eq, lane, .rr)) != nil else {
      return false
    }
    return states[Int(condition)].isDeferred || canDeferComparison(condition, comparison)
  }

  private func isMirror(_ node: Node, of choice: Node) -> Bool {
    node.kind == .binary && node.operation == BinaryOp.sub.rawValue && isConstant(node.a) && !isConstant(node.b)
      && resolve(node.b) == resolve(choice.b)
  }

  private func deferredMirror(of choice: Node) -> Int32? {
    deferred(choice.c).flatMap { isMirror(graph.nodes[Int($0)], of: choice) ? $0 : nil }
  }

  /// "And" or "or" of a comparison and another bool.
  mutating func emitJoinedComparison(_ index: Int32, _ node: Node) -> Bool {
    guard let join = node.join, let (comparison, position) = deferredOperand(of: node),
      !isConstant(node.operand(1 - position))
    else { return false }
    let inner = graph.nodes[Int(comparison)]
    let other = node.operand(1 - position)
    let lane = graph.nodes[Int(inner.a.node)].dtype.lane
    let (op, a, b, form) = comparands(inner)
    let c = operand(other)
    useComparison(comparison)
    release(other)
    let result = beginResult(index, node)
    let entry = KernelIndex.compareJoin(op, lane, form, join)
    write(kernel(entry, "\(op)_\(join)"), result, a.slot, b.slot, c.slot)
    cost += 0.1
    endResult(index, node)
    return true
  }

  /// The comparison and its operands, of which a constant comes second.
  private mutating func comparands(_ node: Node) -> (CompareOp, Operand, Operand, Sources) {
    let op = CompareOp(rawValue: node.operation)!
    let (a, b, form) = binaryOperands(node)
    return form == .cr ? (op.swapped, b, a, .rc) : (op, a, b, form)
  }

  /// Counts off a use of a comparison that is deferred; after the last, its operands are free.
  private mutating func useComparison(_ index: Int32) {
    states[Int(index)].uses -= 1
    guard states[Int(index)].uses == 0 else { return }
    states[Int(index)].isDeferred = false
    releaseOperands(of: graph.nodes[Int(index)]) { _ in true }
  }
}

extension Node {
  /// "And" or "or", if that is what it is of two bools.
  fileprivate var join: BinaryOp? {
    guard kind == .binary, dtype == .bool, let operation = BinaryOp(rawValue: operation) else { return nil }
    return operation == .and || operation == .or ? operation : nil
  }
}
