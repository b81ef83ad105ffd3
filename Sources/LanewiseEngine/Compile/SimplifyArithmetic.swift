import LanewiseKernelABI

/// Operations that become others with the same bits.
extension Simplifier {
  /// The operand that an operation gives back bit for bit: x · 1, x / 1, x − 0; of a bool, x ≠ false, x = true.
  func unchanged(_ node: Node) -> Reference? {
    if node.kind == .compare, graph.nodes[Int(node.a.node)].dtype == .bool {
      let op = CompareOp(rawValue: node.operation)!
      guard op == .ne || op == .eq else { return nil }
      return isScalar(node.b, op == .ne ? 0 : 1) ? node.a : isScalar(node.a, op == .ne ? 0 : 1) ? node.b : nil
    }
    guard node.kind == .binary, !node.dtype.isComplex else { return nil }
    let one = FoldOp.prod.identityBits(node.dtype)
    switch BinaryOp(rawValue: node.operation)! {
    case .mul where isScalar(node.b, one), .div where isScalar(node.b, one), .sub where isScalar(node.b, 0):
      return node.a
    case .mul where isScalar(node.a, one): return node.b
    default: return nil
    }
  }

  /// Makes x − y of x + (−y), and x + y of x − (−y).
  func subtractNegated(_ node: inout Node) {
    guard node.kind == .binary, !node.dtype.isComplex else { return }
    let isSum = node.operation == BinaryOp.add.rawValue
    guard isSum || node.operation == BinaryOp.sub.rawValue else { return }
    for (x, second) in [(node.a, node.b), (node.b, node.a)].prefix(isSum ? 2 : 1) {
      guard let negated = made(second, .unary, UnaryOp.neg.rawValue) else { continue }
      node.operation = isSum ? BinaryOp.sub.rawValue : BinaryOp.add.rawValue
      (node.a, node.b) = (x, negated.a)
      return
    }
  }

  /// Makes a division by powers of two the multiplication that has the same bits: x / 2, x / select(p, 2, 1).
  mutating func multiplyByPowers(_ node: inout Node) {
    guard node.kind == .binary, node.operation == BinaryOp.div.rawValue, let inverse = inverse(of: node.b)
    else { return }
    node.operation = BinaryOp.mul.rawValue
    node.b = inverse
  }

  private mutating func inverse(of divisor: Reference) -> Reference? {
    var node = graph.nodes[Int(divisor.node)]
    if node.kind == .scalar {
      guard let bits = inverseOfPower(graph.scalars[Int(node.payload)], node.dtype) else { return nil }
      return Reference(node: scalar(bits, node.dtype), map: divisor.map)
    }
    guard node.kind == .select, divisor.map == Reference.inOrder, isScalar(node.b), isScalar(node.c),
      let onTrue = inverse(of: node.b), let onFalse = inverse(of: node.c)
    else { return nil }
    node.b = onTrue
    node.c = onFalse
    return .inOrder(shared(node))
  }

  func isScalar(_ reference: Reference) -> Bool { graph.nodes[Int(reference.node)].kind == .scalar }

  /// Whether it is a scalar of these bits.
  func isScalar(_ reference: Reference, _ bits: UInt64) -> Bool {
    isScalar(reference) && scalarBits(reference) == bits
  }

  func scalarBits(_ reference: Reference) -> UInt64 {
    graph.scalars[Int(graph.nodes[Int(reference.node)].payload)]
  }

  /// The bits of 1/x where x is a power of two, and both are normal numbers.
  private func inverseOfPower(_ bits: UInt64, _ dtype: DType) -> UInt64? {
    guard dtype.isFloating else { return nil }
    let one = FoldOp.prod.identityBits(dtype)
    let exponent = bits & (1 << (dtype.byteWidth * 8 - 1) - 1)
    // The exponent of 1 is odd in every format: below it are the significand's bits.
    guard exponent > 0, exponent < 2 * one, exponent.trailingZeroBitCount >= one.trailingZeroBitCount else {
      return nil
    }
    return bits - exponent + (2 * one - exponent)
  }

  /// Makes a comparison as numbers the choice between 1 and 0, which is one pass together with the comparison.
  mutating func chooseNumbers(_ node: inout Node) {
    guard node.kind == .convert, node.a.map == Reference.inOrder, node.count > 1,
      [.float32, .float64, .int32].contains(node.dtype)
    else { return }
    let comparison = graph.nodes[Int(node.a.node)]
    guard comparison.kind == .compare else { return }
    let compared = graph.nodes[Int(comparison.a.node)].dtype
    guard compared.laneWidth == node.dtype.laneWidth,
      KernelTable.kernel(KernelIndex.compareSelect(.eq, compared.lane, .rr, .cc)) != nil
    else { return }
    node.kind = .select
    node.operandCount = 3
    node.b = .first(scalar(FoldOp.prod.identityBits(node.dtype), node.dtype))
    node.c = .first(scalar(0, node.dtype))
  }
}
