import LanewiseKernelABI

/// Sums of choices by one condition, each of which is 0 where the other is not: what the derivative of a choice adds up;
/// and products of choices between numbers, as that of a maximum has them.
extension Simplifier {
  /// Makes a choice of `select(p, x, 0) + select(p, 0, y)`, with the same bits: 0 is added to it, since −0 + 0 is 0. Of
  /// `select(p, x, 0) + (−select(p, 0, y))`, as the derivative of |x| is one, it makes `select(p, x, 0 − y)`.
  mutating func joinBranches(_ node: inout Node) {
    guard node.kind == .binary, node.operation == BinaryOp.add.rawValue, !node.dtype.isComplex else { return }
    for (first, second) in [(node.a, node.b), (node.b, node.a)] {
      guard let first = made(first, .select, 0) else { continue }
      let negated = made(second, .unary, UnaryOp.neg.rawValue)
      guard let second = made(negated?.a ?? second, .select, 0), first.a == second.a else { continue }
      let isFirstOnTrue = isScalar(first.c, 0) && isScalar(second.b, 0)
      guard isFirstOnTrue || isScalar(first.b, 0) && isScalar(second.c, 0) else { continue }
      let own = isFirstOnTrue ? first.b : first.c
      var other = isFirstOnTrue ? second.c : second.b
      if negated != nil { other = zeroMinus(other, like: node) }
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

  /// 0 − y, of a sum's shape and dtype.
  private mutating func zeroMinus(_ y: Reference, like sum: Node) -> Reference {
    var difference = sum
    difference.operation = BinaryOp.sub.rawValue
    (difference.a, difference.b) = (.first(scalar(0, sum.dtype)), y)
    if isScalar(y), let bits = ScalarEvaluator.bits(of: difference, in: graph) {
      return .first(scalar(bits, sum.dtype))
    }
    return .inOrder(shared(difference))
  }

  /// Makes a choice of `select(p, 1, 0) · select(q, r, s)`, where r and s are numbers that times 0 are 0.
  mutating func joinFactors(_ node: inout Node) {
    guard node.kind == .binary, node.operation == BinaryOp.mul.rawValue, node.dtype.isFloating else { return }
    let one = FoldOp.prod.identityBits(node.dtype)
    let infinity = FoldOp.min.identityBits(node.dtype)
    func isPositive(_ reference: Reference) -> Bool { isScalar(reference) && scalarBits(reference) < infinity }
    for (first, second) in [(node.a, node.b), (node.b, node.a)] {
      guard let factor = made(second, .select, 0), isPositive(factor.b), isPositive(factor.c),
        let mask = made(first, .select, 0)
      else { continue }
      let isOneOnTrue = isScalar(mask.b, one) && isScalar(mask.c, 0)
      guard isOneOnTrue || isScalar(mask.b, 0) && isScalar(mask.c, one) else { continue }
      node.kind = .select
      node.operation = 0
      node.operandCount = 3
      (node.a, node.b, node.c) = isOneOnTrue ? (mask.a, second, mask.c) : (mask.a, mask.b, second)
      return
    }
  }
}
