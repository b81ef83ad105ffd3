import LanewiseKernelABI

/// Sums of choices by one condition, each of which is 0 where the other is not: what the derivative of a choice adds up.
extension Simplifier {
  /// Makes a choice of `select(p, x, 0) + select(p, 0, y)`, with the same bits: 0 is added to it, since −0 + 0 is 0. Of
  /// `select(p, x, 0) + (−select(p, 0, y))`, as the derivative of |x| is one, it makes `select(p, x, 0 − y)`.
  mutating func joinBranches(_ node: inout Node) {
    guard node.kind == .binary, node.operation == BinaryOp.add.rawValue, !node.dtype.isComplex else { return }
    for (first, second) in [(node.a, node.b), (node.b, node.a)] {
      guard let first = made(first, .select, 0) else { continue }
      let negated = made(second, .unary, UnaryOp.neg.rawValue)
      guard let second = made(negated?.a ?? second, .select, 0), first.a == second.a else { continue }
      let isFirstOnTrue = isZero(first.c) && isZero(second.b)
      guard isFirstOnTrue || isZero(first.b) && isZero(second.c) else { continue }
      let own = isFirstOnTrue ? first.b : first.c
      var other = isFirstOnTrue ? second.c : second.b
      if negated != nil { other = arithmetic(.sub, .first(scalar(0, node.dtype)), other, like: node) }
      var choice = node
      choice.kind = .select
      choice.operation = 0
      choice.operandCount = 3
      (choice.a, choice.b, choice.c) = isFirstOnTrue ? (first.a, own, other) : (first.a, other, own)
      if negated != nil {
        node = choice
      } else {
        (node.a, node.b) = (.inOrder(shared(choice)), .first(scalar(0, node.dtype)))
      }
      return
    }
  }

  private mutating func arithmetic(_ op: BinaryOp, _ a: Reference, _ b: Reference, like node: Node) -> Reference {
    var result = node
    result.operation = op.rawValue
    (result.a, result.b) = (a, b)
    return .inOrder(shared(result))
  }

  private func isZero(_ reference: Reference) -> Bool {
    let node = graph.nodes[Int(reference.node)]
    return node.kind == .scalar && graph.scalars[Int(node.payload)] == 0
  }
}
