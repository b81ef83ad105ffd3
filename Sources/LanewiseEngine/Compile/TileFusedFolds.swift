import LanewiseKernelABI

/// Folds of rows in one kernel with up to three operations before them: nothing is stored between.
extension TileCompiler {
  struct FusedFold {
    var entry: Int
    /// The operations in order; all are deferred.
    var nodes: [Int32]
    /// The operand that the last of several operations has beside the one before.
    var other: Reference?
  }

  /// The kernel that folds a node's values together with the operations deferred before it.
  ///
  /// - inner: an operand of the node that would be deferred; if not said, the one that is.
  func fusedFold(_ last: Int32, _ fold: FoldOp, before inner: Int32? = nil) -> FusedFold? {
    let node = graph.nodes[Int(last)]
    let before = inner.map { ($0, resolve(node.a) == .inOrder($0) ? 0 : 1) } ?? deferredOperand(of: node)
    guard let (inner, position) = before else {
      return foldMapEntry(node, fold).map { FusedFold(entry: $0, nodes: [last]) }
    }
    let innerNode = graph.nodes[Int(inner)]
    guard fold == .sum, node.dtype.lane == .f32, let second = PairOp(node), let middle = PairOp(innerNode),
      second.isUnary || second.isCommutative || position == 0
    else { return nil }
    let other = second.isUnary ? nil : node.operand(1 - position)
    let fused: FusedFold
    if middle == .square, let first = deferredOperand(of: innerNode)?.node, let other, isConstant(other) {
      let firstNode = graph.nodes[Int(first)]
      fused = FusedFold(
        entry: KernelIndex.foldSquares(PairOp(firstNode)!, expectedSources(firstNode), second),
        nodes: [first, inner, last], other: other)
    } else {
      let form: PairForm = other.map { isConstant($0) ? .valueFirstConstant : .valueFirstStream } ?? .unary
      fused = FusedFold(
        entry: KernelIndex.foldPair(middle, expectedSources(innerNode), second, form), nodes: [inner, last],
        other: other)
    }
    return KernelTable.kernel(fused.entry) == nil ? nil : fused
  }

  /// Whether all that becomes of a node is a sum over rows.
  func isOnlySummed(_ index: Int32) -> Bool {
    let state = states[Int(index)]
    guard program.layout.mode == .rows, state.uses == 1, !grouping.isStored[Int(index)] else { return false }
    let user = graph.nodes[Int(state.user)]
    return user.kind == .reduce && user.operation == FoldOp.sum.rawValue && resolve(user.a) == .inOrder(index)
  }

  mutating func emitFusedFold(_ fold: FusedFold, _ result: UInt16) {
    let first = graph.nodes[Int(fold.nodes[0])]
    var (a, b, form) = binaryOperands(first)
    if fold.nodes.count > 1, form == .cr, PairOp(first)!.isCommutative { swap(&a, &b) }
    let c = fold.other.map { operand($0).slot } ?? 0
    for node in fold.nodes { states[Int(node)].isDeferred = false }
    write(kernel(fold.entry, "a fused fold"), result, a.slot, b.slot, c)
    releaseOperands(of: first) { _ in true }
    if let other = fold.other { release(other) }
  }

  /// How the operands of a pair's first operation will be read: where order does not matter, a constant comes second.
  private func expectedSources(_ node: Node) -> Sources {
    if isConstant(node.a) { return PairOp(node)!.isCommutative ? .rc : .cr }
    return node.operandCount > 1 && isConstant(node.b) ? .rc : .rr
  }

  private func foldMapEntry(_ node: Node, _ fold: FoldOp) -> Int? {
    let entry: Int
    switch node.kind {
    case .unary: entry = KernelIndex.foldMap(fold, node.dtype.lane, UnaryOp(rawValue: node.operation)!)
    case .binary:
      let form: Sources = isConstant(node.a) ? .cr : isConstant(node.b) ? .rc : .rr
      entry = KernelIndex.foldMap(fold, node.dtype.lane, BinaryOp(rawValue: node.operation)!, form)
    default: return nil
    }
    return KernelTable.kernel(entry) == nil ? nil : entry
  }
}
