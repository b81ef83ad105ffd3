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
        let mask = mask(first)
      else { continue }
      let isOneOnTrue = isScalar(mask.b, one)
      node.kind = .select
      node.operation = 0
      node.operandCount = 3
      (node.a, node.b, node.c) = isOneOnTrue ? (mask.a, second, mask.c) : (mask.a, mask.b, second)
      return
    }
  }

  /// A choice between 1 and 0.
  private func mask(_ reference: Reference) -> Node? {
    guard let choice = made(reference, .select, 0) else { return nil }
    let one = FoldOp.prod.identityBits(choice.dtype)
    let isMask = isScalar(choice.b, one) && isScalar(choice.c, 0) || isScalar(choice.b, 0) && isScalar(choice.c, one)
    return isMask ? choice : nil
  }

  /// Makes (x · c) · m of (m · x) · c for a mask m and a number c of at most 1, of which no product overflows: so the bits
  /// are the same. Both terms of the derivative of c · x · x, where it is chosen, become the same one.
  mutating func multiplyByMaskLast(_ node: inout Node) {
    guard node.kind == .binary, node.operation == BinaryOp.mul.rawValue, node.dtype.isFloating else { return }
    let one = FoldOp.prod.identityBits(node.dtype)
    let sign: UInt64 = 1 << (8 * node.dtype.byteWidth - 1)
    for (product, number) in [(node.a, node.b), (node.b, node.a)]
    where isScalar(number) && scalarBits(number) & ~sign <= one {
      guard let product = made(product, .binary, BinaryOp.mul.rawValue) else { continue }
      for (factor, x) in [(product.a, product.b), (product.b, product.a)]
      where mask(factor) != nil && !isScalar(x) && mask(x) == nil {
        (node.a, node.b) = (.inOrder(multiple(of: x, number, like: product)), factor)
        return
      }
    }
    orderFactors(&node)
  }

  /// Puts a mask behind what it is multiplied with, if that is a multiple of something.
  private func orderFactors(_ node: inout Node) {
    guard mask(node.a) != nil, let product = made(node.b, .binary, BinaryOp.mul.rawValue),
      isScalar(product.a) || isScalar(product.b)
    else { return }
    swap(&node.a, &node.b)
  }

  /// x · c, or c · x where that is there already.
  private mutating func multiple(of x: Reference, _ number: Reference, like product: Node) -> Int32 {
    var node = product
    (node.a, node.b) = (number, x)
    if let found = found(node) { return found }
    swap(&node.a, &node.b)
    return shared(node)
  }
}
